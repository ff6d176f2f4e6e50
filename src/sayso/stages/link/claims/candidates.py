"""Which claims are compared at all: those that share telling features, near-linear in their number."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, combinations
from typing import NamedTuple

import numpy as np

from sayso.stages.link.claims.gist import ELSEWHERE, Gist
from sayso.stages.link.claims.same_claim import SIDE, fit_of, side_of
from sayso.stages.link.memory import Memory, once
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.texts.signatures import Hashes, hashed, index_of, paired

FEATURES = 7
"""How many features of a claim are looked up in pairs."""
AT_ONCE = 200
"""Pairs of claims that are compared as one piece of work."""


def claim_signature(gist: Gist) -> Hashes:
    """What a claim is found by: its family with every two of its most telling features."""
    names = sorted(gist.entities | gist.places)
    words = sorted(gist.words, key=lambda w: (-gist.words[w], -len(w), w))
    figures = [f"{v:g}" for v in sorted(gist.figures)]
    features = list(dict.fromkeys([*names[:3], *figures[:2], *words]))[:FEATURES]
    keys = [f"{gist.family}|{min(a, b)}|{max(a, b)}" for a, b in combinations(features, 2)]
    keys += _between_nations(gist)
    keys += [f"{a}~{b}|{n}" for a in sorted(gist.drive.pool) for b in sorted(gist.drive.side) for n in (1, 2, 3)]
    if gist.setting.count is not None:  # other figures for one event share few words
        keys += [f"{gist.event_type}|{gist.document}|{n}" for n in (1, 2, 3)]
    return np.array(sorted({hashed(key) for key in keys}), dtype=np.uint64)


def _between_nations(gist: Gist) -> list[str]:
    """Keys of a claim in general terms, without figure and place: people of which country are taken for which.

    Three times each: one shared key of the twenty would not bring two claims together.
    """
    if gist.figures or gist.places or gist.family not in ELSEWHERE:
        return []
    taken = {c for role, codes in gist.nations.items() if role not in SIDE for c in codes}
    return [f"{gist.family}|{a}>{b}|{n}" for a in sorted(taken) for b in sorted(side_of(gist)) for n in (1, 2, 3)]


class Alike(NamedTuple):
    """Two claims that say the same by themselves; `compare` says why."""

    left: str
    right: str
    score: float


def find_same(
    gists: Sequence[Gist], *, at_least: float = 0.09, memory: Memory | None = None, over: Over = in_turn
) -> Iterator[Alike]:
    """Every two claims that say the same, near-linear in their number: only those that share features are compared."""

    def signed(start: int) -> list[bytes]:
        some = gists[start : start + AT_ONCE]
        made = (once(memory, ("signature", g.claim), partial(claim_signature, g)) for g in some)
        return [keys.tobytes() for keys in made]  # an array alone takes longer to send than to make

    signatures = chain.from_iterable(over(signed, range(0, len(gists), AT_ONCE)))
    index = index_of(np.frombuffer(keys, dtype=np.uint64) for keys in signatures)
    found = [(left.astype(np.int32), right.astype(np.int32)) for left, right, _ in paired(index, at_least=at_least)]
    del index
    lefts, rights = (np.concatenate([pair[n] for pair in found] or [np.zeros(0, np.int32)]) for n in (0, 1))
    del found

    def compared(start: int) -> list[tuple[int, int, float]]:
        found = []
        part = slice(start, start + AT_ONCE)
        for left, right in zip(lefts[part].tolist(), rights[part].tolist(), strict=True):
            one, other = gists[left], gists[right]
            fits = once(memory, ("same", one.claim, other.claim), partial(fit_of, one, other))
            if fits is not None:
                found.append((left, right, round(fits.score, 4)))
        return found

    for left, right, score in chain.from_iterable(over(compared, range(0, len(lefts), AT_ONCE))):
        yield Alike(gists[left].claim, gists[right].claim, score)
