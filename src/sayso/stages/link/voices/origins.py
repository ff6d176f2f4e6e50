"""How many distinct voices stand behind a proposition, as an interval with its reasons.

At least: the largest number of voices no two of which can be the same. At most: voices that might all be different.
Unknown voices add to neither end.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import OriginCount, Reason
from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.bodies import is_some_group, nations, owners
from sayso.stages.link.voices.known import Known, name_keys
from sayso.stages.link.voices.ministries import is_the_government
from sayso.stages.link.voices.private import both
from sayso.stages.link.voices.taken import why_taken
from sayso.stages.link.voices.teller import Teller

EXACT = 14
"""Up to this many voices, the largest set of different ones is found exactly; beyond, one by one."""


def count_origins(tellers: Sequence[Teller], left_out: Sequence[Reason] = ()) -> OriginCount:
    """Count the voices behind some claims; `left_out` says which were not even looked at, and why.

    The same outlet's unnamed voice told in two ways is one; an outlet cited as such is one with the voices it is
    known to have spoken to; own reporting counts once at most and never beside a voice that the same outlet names.
    """
    voices, reasons = merged(tellers)
    return count_voices(voices, [*reasons, *left_out])


def count_voices(voices: Sequence[Teller], reasons: Sequence[Reason]) -> OriginCount:
    """The same for voices that are brought together already (`merged`), with all reasons for that."""
    if not voices:
        unknown = Reason(
            rule="origins.none_known", detail="no voice can be told: an unknown origin never counts as one more"
        )
        return OriginCount(at_least=0, at_most=0, reasons=(*reasons, unknown))
    surest = _largest(_beside(voices))
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
    known = Known()
    each: dict[str, Teller] = {}
    for teller in sorted(tellers, key=_told):
        each[teller.id] = told_together(teller, each.get(teller.id))
    for teller in sorted(each.values(), key=lambda t: (_rank(t), t.id)):
        if teller.kind == "unknown":
            reasons.append(Reason(rule="origins.unknown", detail=f"{teller.reason.detail}: not counted"))
            continue
        fits = list(known.taken_for(teller))
        own = nations(teller) if fits else frozenset()
        number = next((n for n in fits if nations(known.voices[n]) & own), fits[0] if fits else None)
        if number is None:
            known.add(teller)
        else:
            same = known.voices[number]
            known.replace(number, _with(same, teller))
            why = f"{teller.name or '?'} is taken for {same.name or '?'}: {why_taken(teller, same)}"
            reasons.append(Reason(rule="origins.taken_for_one", detail=why))
    return known.voices, reasons


def told_together(teller: Teller, less: Teller | None) -> Teller:
    """A voice as its fullest telling has it, with the sort that a less full one gives it."""
    if less is None or less.kind not in ("unnamed", "person"):
        return teller
    sort = teller.sort if teller.sort not in ("", "local") or not less.sort else less.sort
    return replace(teller, sort=sort, told=both(teller.told, less.told), told_as=teller.told_as | less.told_as)


def _with(held: Teller, teller: Teller) -> Teller:
    """A voice with what another telling of it adds: what one article calls a man, the next calls a recruit."""
    if held.kind == "person" and teller.kind == "organisation":
        return held if owners(held.body or "") else replace(held, body=teller.name)
    if held.kind == "document" and is_the_government(teller):
        told = nations(held) or owners(teller.name or "")
        return replace(teller, nationality=min(told)) if len(told) == 1 else teller
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
        told=both(held.told, teller.told),
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


def _beside(voices: Sequence[Teller]) -> list[int]:
    """For each voice, as bits, those that it cannot be. Two persons who share no part of a name are never compared."""
    keys = {n: held for n, voice in enumerate(voices) if voice.kind == "person" and (held := name_keys(voice))}
    named = sum(1 << n for n in keys)
    by_key: dict[str, int] = {}
    for n, held in keys.items():
        for key in held:
            by_key[key] = by_key.get(key, 0) | 1 << n
    beside = [0] * len(voices)
    for a, voice in enumerate(voices):
        strangers = 0
        if a in keys:
            kin = 0
            for key in keys[a]:
                kin |= by_key[key]
            strangers = named & ~kin
        beside[a] |= strangers
        for b in range(a + 1, len(voices)):
            if not strangers >> b & 1 and are_different(voice, voices[b]):
                beside[a] |= 1 << b
                beside[b] |= 1 << a
    return beside


def _largest(beside: Sequence[int]) -> tuple[int, ...]:
    """The largest set of voices of which every two are apart; of equal ones the first in the order of numbers. `beside`
    has for each, as bits, whom it is apart from."""
    count = len(beside)
    best: tuple[int, ...] = (0,) if count else ()
    if count <= EXACT:
        later = [frozenset(b for b in range(a + 1, count) if beside[a] >> b & 1) for a in range(count)]
        return _widest((), frozenset(range(count)), later, best)
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
