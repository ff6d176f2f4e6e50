"""How many distinct voices stand behind a proposition, as an interval with its reasons.

At least: the largest number of voices no two of which can be the same. At most: voices that might all be different.
Unknown voices add to neither end.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from sayso.lexicon.folding import fold
from sayso.model import OriginCount, Reason
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.apart import (
    are_different,
    are_of_one_issuer,
    can_be_of_one_sort,
    is_any_of,
    is_group_of,
    is_left_nameless,
    is_of,
    is_of_one_ministry,
    is_paper_of_government,
    is_part_of_government,
    is_some_group,
    is_the_government,
    is_told_as,
    leads,
    nations,
    of_two_nations,
    owners,
    same_body,
    skeleton,
    stands_for_name,
)
from sayso.stages.link.voices.tellers import Teller, person_key

EXACT = 14
"""Up to this many voices, the largest set of different ones is found exactly; beyond, one by one."""


def count_origins(tellers: Sequence[Teller], left_out: Sequence[Reason] = ()) -> OriginCount:
    """Count the voices behind some claims; `left_out` says which were not even looked at, and why.

    The same outlet's unnamed voice told in two ways is one; an outlet cited as such is one with the voices it is
    known to have spoken to; own reporting counts once at most and never beside a voice that the same outlet names.
    """
    voices, reasons = merged(tellers)
    reasons += left_out
    if not voices:
        unknown = Reason(
            rule="origins.none_known", detail="no voice can be told: an unknown origin never counts as one more"
        )
        return OriginCount(at_least=0, at_most=0, reasons=(*reasons, unknown))
    apart = {(a, b) for a, b in combinations(range(len(voices)), 2) if are_different(voices[a], voices[b])}
    surest = _largest(len(voices), apart)
    at_least = max(1, len(surest))
    detail = "; ".join(voices[n].name or "?" for n in surest)
    low = Reason(
        rule="origins.at_least", detail=f"cannot be the same: {detail}" if len(surest) > 1 else "they might all be one"
    )
    high = Reason(
        rule="origins.at_most", detail="might all differ: " + "; ".join(sorted(v.name or "?" for v in voices))
    )
    most = sum(v.count for v in voices)
    return OriginCount(at_least=at_least, at_most=max(at_least, most), reasons=(low, high, *reasons))


def merged(tellers: Sequence[Teller]) -> tuple[list[Teller], list[Reason]]:
    """The voices that may count, those taken for one brought together, with the reasons for each step."""
    reasons: list[Reason] = []
    known: list[Teller] = []
    each = {t.id: t for t in sorted(tellers, key=_told)}
    for teller in sorted(each.values(), key=lambda t: (_rank(t), t.id)):
        if teller.kind == "unknown":
            reasons.append(Reason(rule="origins.unknown", detail=f"{teller.reason.detail}: not counted"))
            continue
        fits = [held for held in known if is_taken_for(teller, held)]
        same = next((held for held in fits if nations(held) & nations(teller)), fits[0] if fits else None)
        if same is None:
            known.append(teller)
        else:
            known[known.index(same)] = _with(same, teller)
            why = f"{teller.name or '?'} is taken for {same.name or '?'}: {_why_same(teller, same)}"
            reasons.append(Reason(rule="origins.taken_for_one", detail=why))
    return known, reasons


def _with(held: Teller, teller: Teller) -> Teller:
    """A voice with what another telling of it adds: what one article calls a man, the next calls a recruit."""
    if held.kind == "person" and teller.kind == "organisation":
        return held if owners(held.body or "") else replace(held, body=teller.name)
    if held.kind == "organisation" == teller.kind:
        base = teller if is_some_group(held.name or "") and not is_some_group(teller.name or "") else held
        told = nations(teller) | nations(held)
        return replace(base, nationality=min(told)) if len(told) == 1 and not nations(base) else base
    if held.kind not in ("unnamed", "person") or teller.kind not in ("unnamed", held.kind):
        return held
    return replace(
        held,
        sort=held.sort or teller.sort,
        nationality=held.nationality or teller.nationality,
        body=held.body or teller.body,
        role=held.role or teller.role,
        told_as=held.told_as | teller.told_as,
        also=held.also or (teller.via if teller.via != held.via else teller.also),
        office=held.office or teller.office,
    )


def _told(teller: Teller) -> tuple[bool, bool, bool, bool, int]:
    """How much a document tells about a voice: of two tellings of one voice, the fuller one is kept; of an outlet's own
    words, those that are from nowhere else."""
    own = teller.kind == "own_reporting" and teller.also is None
    return (
        own,
        teller.body is not None,
        teller.office,
        teller.nationality is not None,
        len(teller.told_as) + teller.count,
    )


def _rank(teller: Teller) -> tuple[int, int]:
    order = ("person", "organisation", "document", "unnamed", "government", "outlet", "own_reporting", "unknown")
    return order.index("government" if is_the_government(teller) else teller.kind), -len(
        teller.words or (teller.name or "").split()
    )


def _why_same(teller: Teller, same: Teller) -> str:
    if teller.kind in ("outlet", "own_reporting"):
        return f"{teller.name} is the channel through which that voice is known"
    if _is_one_office(teller, same):
        return "both speak for one ministry or government"
    if teller.kind == "organisation" and same.kind == "person":
        return f"{same.name} speaks for it"
    if teller.kind != "unnamed" and same.kind in ("organisation", "person") and teller.kind == "document":
        return "it is a paper of that body"
    if teller.kind == "unnamed" and same.kind == "organisation":
        return "the office is that of its head"
    if teller.kind == "unnamed" and same.kind == "person":
        return "that is how the person is introduced, or told without a name through the same outlet"
    if teller.kind == "document":
        return "one name of a document within the other"
    return "the same outlet describes them in ways that fit one voice"


def is_taken_for(teller: Teller, held: Teller) -> bool:
    """Whether a voice is counted as one with another: what retelling does to one voice, it does again and again."""
    if (
        teller.kind == "outlet"
        and held.kind in ("organisation", "person")
        and outlet_key(held.name or "") == teller.via
    ):
        return True  # a monitor that one article cites as an outlet
    if teller.kind in ("outlet", "own_reporting"):
        return bool(_heard_by(teller) & _heard_by(held))
    if {teller.kind, held.kind} == {"person", "organisation"} and fold(teller.name or "") == fold(held.name or " "):
        return True  # a body that one article's words take for a person
    if _is_one_office(teller, held):
        return True
    if teller.kind == "organisation" == held.kind:
        if of_two_nations(teller, held):
            return False
        return same_body(teller.name or "", held.name or "") or is_any_of(teller, held)
    if teller.kind == "organisation" and held.kind == "person":
        speaks = held.body is not None and same_body(held.body, teller.name or "")
        return speaks and not of_two_nations(teller, held)
    if teller.kind == "document" == held.kind:
        return _one_document(teller, held)
    if teller.kind == "person" == held.kind:
        return _short_form(teller.name or "", held.name or "")
    if teller.kind == "unnamed" and held.kind == "person":
        nameless = bool(_heard_by(teller) & _heard_by(held)) and is_left_nameless(teller, held)
        return nameless or is_told_as(teller, held) or is_group_of(teller, held)
    if teller.kind == "unnamed" and held.kind == "organisation":
        whose = teller.body is not None and LEADING.match(teller.name or "") is not None
        return leads(teller, held) or (whose and same_body(teller.body or "", held.name or ""))
    if teller.kind == "document" and held.kind == "organisation":
        return is_of(teller, held)
    if teller.kind == "document" and held.kind == "person":
        return held.body is not None and is_of(teller, replace(held, kind="organisation", name=held.body))
    if teller.kind == "unnamed" == held.kind:
        return bool(_heard_by(teller) & _heard_by(held)) and _fits(teller, held)
    return False


LEADING = re.compile(r"(?:the )?(?:president|head|chair\w*|director|leader|spokes\w+|founder|coordinator)\b")
"""Those who speak for a body without being named."""
SPEAKING = ("person", "organisation", "unnamed")


def _is_one_office(teller: Teller, held: Teller) -> bool:
    """Whether both speak for one ministry, or one is called by the name of the country or government that the other
    speaks for."""
    if held.kind == "document":
        return is_the_government(teller) and is_paper_of_government(held, teller)
    if teller.kind not in SPEAKING or held.kind not in SPEAKING:
        return False
    if is_the_government(teller) and is_part_of_government(held, teller):
        return True
    return is_of_one_ministry(teller, held)


def _heard_by(teller: Teller) -> set[str]:
    """The outlets that a voice is known to have spoken to."""
    return {key for key in (teller.via, teller.also) if key}


def _one_document(a: Teller, b: Teller) -> bool:
    """Whether two names are of one document: all words of one within the other's, told by one outlet ("the cable") or
    telling enough by themselves (two words)."""
    if are_of_one_issuer(a, b):
        return True
    short, long = sorted((a.words, b.words), key=len)
    if not short <= long or (short != long and len(short) < 2 and not _heard_by(a) & _heard_by(b)):
        return False
    return bool(short)


def _fits(a: Teller, b: Teller) -> bool:
    if not can_be_of_one_sort(a, b):
        return False
    if a.nationality and b.nationality and a.nationality != b.nationality:
        return False
    return (
        not a.words
        or not b.words
        or bool((a.words - {"former"}) & (b.words - {"former"}))
        or min(len(a.words), len(b.words)) <= 1
    )


def _short_form(a: str, b: str) -> bool:
    """Whether one name is the other's surname, or the other without some of its parts or with initials for them.

    >>> _short_form("Haider M.", "Haider Mohsen"), _short_form("Haider", "Haider Mohsen"), _short_form("Bo Ek", "Ek")
    (True, False, True)
    >>> _short_form("Farid Karimi", "Fareed Karimy")
    True
    """
    short, long = sorted((person_key(a).split(), person_key(b).split()), key=len)
    if len(short) > 1 and set(short) <= set(long):
        return True  # two given names, the surname kept back
    if len(short) > 1 and [skeleton(word) for word in short] == [skeleton(word) for word in long]:
        return True  # one name in two spellings
    if not short or not stands_for_name(short[-1], long[-1]):
        return False
    spelt = set(short) & set(long)
    return bool(spelt) and all(any(stands_for_name(each, other) for other in long) for each in short)


def _largest(count: int, apart: set[tuple[int, int]]) -> tuple[int, ...]:
    """The largest set of voices of which every two are apart; of equal ones the first in the order of numbers."""
    best: tuple[int, ...] = (0,) if count else ()
    if count <= EXACT:
        later = [frozenset(b for b in range(count) if (a, b) in apart) for a in range(count)]
        return _widest((), frozenset(range(count)), later, best)
    beside = [0] * count  # as bits: whom each is apart from
    for a, b in apart:
        beside[a] |= 1 << b
        beside[b] |= 1 << a
    for start in range(count):
        chosen, left = [start], beside[start]
        while left:  # the next one that is apart from all who are chosen
            other = (left & -left).bit_length() - 1
            chosen.append(other)
            left &= beside[other]
        best = max(best, tuple(sorted(chosen)), key=len)
    return best


def _widest(
    chosen: tuple[int, ...], left: frozenset[int], later: Sequence[frozenset[int]], best: tuple[int, ...]
) -> tuple[int, ...]:
    """The largest widening of some chosen voices by those left, where it beats the best one known."""
    if len(chosen) > len(best):
        best = chosen
    for each in sorted(left):
        if len(chosen) + len(left) <= len(best):
            break
        best = _widest((*chosen, each), left & later[each], later, best)
        left = left - {each}
    return best
