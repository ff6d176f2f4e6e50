"""How many distinct voices stand behind a proposition, as an interval with its reasons.

At least: the largest number of voices no two of which can be the same. At most: voices that might all be different.
Unknown voices add to neither end.
"""

from collections.abc import Sequence
from itertools import combinations

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.model import OriginCount, Reason
from sayso.stages.link.gist import nation_of
from sayso.stages.link.voices import Teller, description, person_key

EXACT = 14
"""Up to this many voices, the largest set of different ones is found exactly; beyond, one by one."""


def count_origins(tellers: Sequence[Teller]) -> OriginCount:
    """Count the voices behind some claims.

    The same outlet's unnamed voice told in two ways is one; an outlet cited as such is one with the voices it is
    known to have spoken to; own reporting counts once at most and never beside a voice that the same outlet names.
    """
    voices, reasons = merged(tellers)
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
        same = next((held for held in known if is_taken_for(teller, held)), None)
        if same is None:
            known.append(teller)
        else:
            why = f"{teller.name or '?'} is taken for {same.name or '?'}: {_why_same(teller, same)}"
            reasons.append(Reason(rule="origins.taken_for_one", detail=why))
    return known, reasons


def _told(teller: Teller) -> tuple[bool, bool, bool, int]:
    """How much a document tells about a voice: of two tellings of one voice, the fuller one is kept."""
    return teller.body is not None, teller.office, teller.nationality is not None, teller.count


def _rank(teller: Teller) -> tuple[int, int]:
    order = ("person", "organisation", "document", "unnamed", "outlet", "own_reporting", "unknown")
    return order.index(teller.kind), -len(teller.words or (teller.name or "").split())


def _why_same(teller: Teller, same: Teller) -> str:
    if teller.kind in ("outlet", "own_reporting"):
        return f"{teller.name} is the channel through which that voice is known"
    if teller.kind == "organisation" and same.kind == "person":
        return f"{same.name} speaks for it"
    if teller.kind == "document":
        return "one name of a document within the other"
    return "the same outlet describes them in ways that fit one voice"


def is_taken_for(teller: Teller, held: Teller) -> bool:
    """Whether a voice is counted as one with another: what retelling does to one voice, it does again and again."""
    if teller.kind in ("outlet", "own_reporting"):
        return teller.via is not None and teller.via == held.via
    if teller.kind == "organisation" == held.kind:
        return _same_body(teller.name or "", held.name or "")
    if teller.kind == "organisation" and held.kind == "person":
        return held.body is not None and _same_body(held.body, teller.name or "")
    if teller.kind == "document" == held.kind:
        return _one_document(teller, held)
    if teller.kind == "person" == held.kind:
        return _short_form(teller.name or "", held.name or "")
    if teller.kind == "unnamed" == held.kind:
        return bool(_heard_by(teller) & _heard_by(held)) and _fits(teller, held)
    return False


def _heard_by(teller: Teller) -> set[str]:
    """The outlets that a voice is known to have spoken to."""
    return {key for key in (teller.via, teller.also) if key}


def _one_document(a: Teller, b: Teller) -> bool:
    """Whether two names are of one document: all words of one within the other's, told by one outlet ("the cable") or
    telling enough by themselves (two words)."""
    short, long = sorted((a.words, b.words), key=len)
    if not short <= long or (short != long and len(short) < 2 and not _heard_by(a) & _heard_by(b)):
        return False
    return bool(short)


def _fits(a: Teller, b: Teller) -> bool:
    if a.sort and b.sort and a.sort != b.sort:
        return False
    if a.nationality and b.nationality and a.nationality != b.nationality:
        return False
    return (
        not a.words
        or not b.words
        or bool((a.words - {"former"}) & (b.words - {"former"}))
        or min(len(a.words), len(b.words)) <= 1
    )


def are_different(a: Teller, b: Teller) -> bool:
    """Whether two voices cannot be the same.

    Two persons of different names are two; a person who speaks for a body is not counted beside it, nor two bodies
    of one government; an unnamed voice may be anybody whom its description does not rule out.
    """
    kinds = {a.kind, b.kind}
    if kinds <= {"person", "unnamed", "document"} and len(kinds) == 2 and _of_two_nations(a, b):
        return True
    if kinds == {"person"}:
        return not _same_person(a.name or "", b.name or "")
    if kinds == {"organisation"}:
        return not _same_body(a.name or "", b.name or "")
    if kinds == {"person", "organisation"}:
        person, body = (a, b) if a.kind == "person" else (b, a)
        return not (person.body is None or _same_body(person.body, body.name or ""))
    if kinds == {"unnamed"}:
        return _apart(a, b)
    if "unnamed" in kinds and "person" in kinds:
        unnamed, person = (a, b) if a.kind == "unnamed" else (b, a)
        return unnamed.sort in ("recruit", "local") and (person.body is not None or person.office)
    if kinds == {"unnamed", "organisation"}:
        return (a if a.kind == "unnamed" else b).sort in ("recruit", "local")
    if kinds == {"document"}:
        return a.id != b.id and _is_named(a.name or "") and _is_named(b.name or "")
    return False


def _of_two_nations(a: Teller, b: Teller) -> bool:
    """Whether a voice of one country and a voice or document of another are told apart by these."""
    left, right = _nations(a), _nations(b)
    return bool(left and right and not left & right)


def _nations(teller: Teller) -> frozenset[str]:
    """Countries of a voice: by its description, or by the body that it speaks for or was issued by."""
    if teller.nationality:
        return frozenset({teller.nationality})
    held = load_aliases()
    found = {nation_of(target) for hit in held.find(teller.body or "") for target in hit.form.targets}
    return frozenset(code for code in found if code)


def _is_named(document: str) -> bool:
    """Whether a document is told by a name: "two reports" may be any, also one that is counted already.

    >>> _is_named("the McCaul report"), _is_named("Two reports within a week")
    (True, False)
    """
    first, *rest = document.split() or [""]
    return any(word[:1].isupper() for word in rest) or (len(first) > 1 and first.isupper())


def _short_form(a: str, b: str) -> bool:
    """Whether one name is the other's surname, or the other without some of its parts."""
    short, long = sorted((person_key(a).split(), person_key(b).split()), key=len)
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)


def _same_person(a: str, b: str) -> bool:
    """Whether one name can be the other's short form."""
    first, second = person_key(a).split(), person_key(b).split()
    if not first or not second:
        return True
    short, long = sorted((first, second), key=len)
    return set(short) <= set(long)


def _same_body(a: str, b: str) -> bool:
    """Whether two names can be one body: one within the other, or the same words and no two countries.

    >>> _same_body("Uzbek prosecutor general's office", "the prosecutor general's office in Tashkent")
    True
    """
    first, second = fold(a), fold(b)
    if first in second or second in first:
        return True
    (words, nations), (others, foreign) = _body(a), _body(b)
    if (not words or not others) and nations & foreign:
        return True  # "Havana" for the government, of which the other is a part
    return len(words) >= 2 and words == others and not (nations and foreign and not nations & foreign)


def _body(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of a body's name, and the countries that it names by name, adjective or capital."""
    hits = [
        h for h in load_aliases().find(name) if h.form.sort in ("country", "adjective", "people", "capital", "seat")
    ]
    plain = name
    for hit in reversed(hits):
        plain = plain[: hit.start] + plain[hit.end :]
    return description(plain), frozenset(code for h in hits for code in h.form.targets)


def _apart(a: Teller, b: Teller) -> bool:
    """Two unnamed voices: apart when their sorts or nations differ, or one article tells them apart."""
    if a.sort and b.sort and a.sort != b.sort and "local" not in (a.sort, b.sort):
        return a.former is not True or b.former is not True or a.sort != "recruit"
    return bool(a.nationality and b.nationality and a.nationality != b.nationality)


def _largest(count: int, apart: set[tuple[int, int]]) -> tuple[int, ...]:
    """The largest set of voices of which every two are apart; of equal ones the first in the order of numbers."""
    best: tuple[int, ...] = (0,) if count else ()
    if count <= EXACT:
        later = [frozenset(b for b in range(count) if (a, b) in apart) for a in range(count)]
        return _widest((), frozenset(range(count)), later, best)
    for start in range(count):
        chosen: tuple[int, ...] = (start,)
        for other in range(count):
            if other != start and all((min(other, c), max(other, c)) in apart for c in chosen):
                chosen = (*chosen, other)
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
