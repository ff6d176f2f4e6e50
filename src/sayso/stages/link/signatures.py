"""Find documents that share text without comparing every two: sampled character shingles and a sorted index of them.

A shingle is twelve letters or digits in a row, blanks and punctuation left out, so that one misread letter (OCR) costs
twelve shingles and not a sentence. One in four is kept, chosen by its own hash, so the same words are kept in every
document ("0 mod p" of Manber 1994, Broder 1997). No random numbers: a signature is the same in every process.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayso.model._record import record

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

LENGTH = 12
"""Letters in a shingle."""
KEEP = 4
"""One shingle in this many is kept."""
COMMON = 48
"""A shingle that stands in more documents than this pairs them only with the first ones (by date) that have it."""
FIRST = 12

_PRIME = np.uint64(1099511628211)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def signature(text: str) -> Hashes:
    """The sampled shingles of a text, sorted, each once; empty for a text of fewer than twelve letters.

    >>> len(signature("short"))
    0
    """
    codes = np.frombuffer(text.lower().encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = codes[_is_letter(codes)].astype(np.uint64)
    if len(letters) < LENGTH:
        return np.zeros(0, dtype=np.uint64)
    rolled = np.zeros(len(letters) - LENGTH + 1, dtype=np.uint64)
    for step in range(LENGTH):
        rolled *= _PRIME
        rolled += letters[step : len(rolled) + step]
    rolled ^= rolled >> np.uint64(29)
    rolled *= _MIX
    rolled ^= rolled >> np.uint64(32)
    return np.unique(rolled[rolled % np.uint64(KEEP) == 0])


def _is_letter(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Latin letters and digits, and everything past U+00BF but general punctuation."""
    latin = ((codes >= 97) & (codes <= 122)) | ((codes >= 48) & (codes <= 57))
    other = (codes >= 0xC0) & ~((codes >= 0x2000) & (codes < 0x2C00)) & ~((codes >= 0x3000) & (codes < 0x3040))
    return latin | other


@record
class LinkIndex:
    """Which documents hold which shingles. Never changed: `grown` gives a new one."""

    ids: tuple[str, ...]
    """Document ids, by number."""
    sizes: Numbers
    """How many sampled shingles each document has."""
    hashes: Hashes
    """All shingles of all documents, sorted."""
    owners: npt.NDArray[np.int32]
    """The number of the document that each of them is from."""

    def shared_with(self, shingles: Hashes) -> dict[int, int]:
        """Numbers of the documents that share shingles with these, with how many; at most 200, the fullest first."""
        low = np.searchsorted(self.hashes, shingles, side="left")
        high = np.searchsorted(self.hashes, shingles, side="right")
        hits = [
            self.owners[a:b] if b - a <= COMMON else self.owners[a : a + FIRST] for a, b in zip(low, high, strict=True)
        ]
        if not hits:
            return {}
        owners, counts = np.unique(np.concatenate(hits), return_counts=True)
        order = np.argsort(-counts, kind="stable")[:200]
        return {int(owners[n]): int(counts[n]) for n in order}


EMPTY = LinkIndex(
    ids=(), sizes=np.zeros(0, np.int64), hashes=np.zeros(0, np.uint64), owners=np.zeros(0, dtype=np.int32)
)


def index_of(ids: Sequence[str], signatures: Iterable[Hashes]) -> LinkIndex:
    """Build the index of some documents, given in the order of their dates."""
    return grown(EMPTY, ids, signatures)


def grown(index: LinkIndex, ids: Sequence[str], signatures: Iterable[Hashes]) -> LinkIndex:
    """The index with more documents in it; those that it had keep their numbers."""
    held = tuple(signatures)
    sizes = np.array([len(each) for each in held], dtype=np.int64)
    hashes = np.concatenate((index.hashes, *held)) if held else index.hashes
    numbers = np.arange(len(index.ids), len(index.ids) + len(held), dtype=np.int32)
    owners = np.concatenate((index.owners, np.repeat(numbers, sizes)))
    order = np.argsort(hashes, kind="stable")
    return LinkIndex(
        ids=index.ids + tuple(ids),
        sizes=np.concatenate((index.sizes, sizes)),
        hashes=hashes[order],
        owners=owners[order].astype(np.int32),
    )


PART = 2_000_000
"""Shingles that are paired at once: what bounds the memory."""


def pairs(index: LinkIndex, *, at_least: float) -> Iterator[tuple[int, int, float]]:
    """Every two documents (left the smaller number) whose shared shingles are `at_least` this share of the smaller one.

    Near-linear: a shingle in many documents pairs them with the earliest twelve that have it, not with each other.
    """
    total = max(len(index.ids), 1)
    counted: list[tuple[Numbers, npt.NDArray[np.int32]]] = []
    cuts = _cuts(index.hashes)
    for start, end in pairwise(cuts):
        keys = _pair_keys(index.hashes[start:end], index.owners[start:end].astype(np.int64), total)
        once, counts = np.unique(keys, return_counts=True)
        counted.append((once, counts.astype(np.int32)))
    keys, counts = _added(counted)
    left, right = keys // total, keys % total
    smaller = np.minimum(index.sizes[left], index.sizes[right])
    share = counts / np.maximum(smaller, 1)
    kept = np.flatnonzero(share >= at_least)
    for start in range(0, len(kept), PART):  # as Python's numbers they take ten times the room
        part = kept[start : start + PART]
        yield from zip(left[part].tolist(), right[part].tolist(), share[part].tolist(), strict=True)


def _cuts(hashes: Hashes) -> list[int]:
    """Where to cut the sorted shingles so that equal ones stay together."""
    cuts = [0]
    while cuts[-1] < len(hashes):
        end = min(cuts[-1] + PART, len(hashes))
        if end < len(hashes):
            end = int(np.searchsorted(hashes, hashes[end - 1], side="right"))
        cuts.append(end)
    return cuts


def _pair_keys(hashes: Hashes, owners: Numbers, total: int) -> Numbers:
    """`left * total + right` for every two owners of one shingle."""
    first = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.concatenate((first, [len(hashes)])))
    several = lengths > 1
    first, lengths = first[several], lengths[several]
    rank = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    place = np.repeat(first, lengths) + rank
    reach = np.where(lengths > COMMON, FIRST, lengths)
    found = []
    for step in range(int(reach.max()) if len(reach) else 0):
        chosen = np.repeat(reach > step, lengths) & (rank > step)
        left = owners[np.repeat(first, lengths)[chosen] + step]
        right = owners[place[chosen]]
        found.append(np.minimum(left, right) * total + np.maximum(left, right))
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _added(counted: list[tuple[Numbers, npt.NDArray[np.int32]]]) -> tuple[Numbers, Numbers]:
    """Sum the counts of equal keys over the parts."""
    if not counted:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    keys = np.concatenate([part for part, _ in counted])
    counts = np.concatenate([part for _, part in counted])
    if not len(keys):
        return keys, np.zeros(0, np.int64)
    order = np.argsort(keys)
    keys, counts = keys[order], counts[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[first], np.add.reduceat(counts, first, dtype=np.int64)
