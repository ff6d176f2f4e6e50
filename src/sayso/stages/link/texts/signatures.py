"""Find documents that share text without comparing every two: sampled character shingles and a sorted index of them.

A shingle is twelve letters or digits in a row, blanks and punctuation left out, so that one misread letter (OCR) costs
twelve shingles and not a sentence. One in four is kept, chosen by its own hash, so the same words are kept in every
document ("0 mod p" of Manber 1994, Broder 1997). No random numbers: a signature is the same in every process.
"""

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
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

_PRIME = 1099511628211
_POWERS = {n: np.uint64(pow(_PRIME, n, 1 << 64)) for n in (1, 2, 4)}
"""A polynomial of twelve letters is made of those of two, four and eight."""
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
    pairs_ = letters[:-1] * _POWERS[1] + letters[1:]
    fours = pairs_[:-2] * _POWERS[2] + pairs_[2:]
    eights = fours[:-4] * _POWERS[4] + fours[4:]
    rolled = eights[:-4] * _POWERS[4] + fours[8:]
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
    """Which documents share which shingles. What stands in one document alone brings nothing together and is left
    out."""

    sizes: Numbers
    """How many sampled shingles each document has, shared or not."""
    hashes: Hashes
    """All shared shingles of all documents, sorted, without their lowest bits."""
    owners: npt.NDArray[np.int32]
    """The number of the document that each of them is from; of one shingle, in their order."""


def index_of(signatures: Iterable[Hashes]) -> LinkIndex:
    """Build the index of some documents, given in the order of their dates.

    A shingle and its document's number are packed into one number of 64 bits, sorted in place: with an index of the
    order beside them, those of a million claims would take three times the memory. Of a shingle 44 bits are left among
    a million, 47 among a hundred thousand.
    """
    flat, lengths = array("Q"), array("q")
    for each in signatures:
        flat.frombytes(each.tobytes())
        lengths.append(len(each))
    sizes = np.array(lengths, dtype=np.int64)
    if not flat:
        return LinkIndex(sizes=sizes, hashes=np.zeros(0, np.uint64), owners=np.zeros(0, np.int32))
    bits = np.uint64(max(len(sizes) - 1, 1).bit_length())
    packed = np.frombuffer(flat, dtype=np.uint64)
    packed >>= bits
    packed <<= bits
    ends = np.cumsum(sizes)
    for start in range(0, len(sizes), OWNERS):
        some = slice(start, start + OWNERS)
        inside = slice(int(ends[start] - sizes[start]), int(ends[some][-1]))
        packed[inside] |= np.repeat(np.arange(len(sizes), dtype=np.uint64)[some], sizes[some])
    packed.sort()
    kept = packed[_shared(packed, bits)]
    owners = kept.astype(np.uint32)
    owners &= np.uint32((1 << int(bits)) - 1)
    kept >>= bits
    return LinkIndex(sizes=sizes, hashes=kept, owners=owners.view(np.int32))


OWNERS = 50_000
"""Documents whose numbers are packed at once, and a tenth of the entries that are compared at once: with an array
beside all of them, those of a million claims would take a fifth of a gigabyte more."""


def _shared(packed: Hashes, bits: np.uint64) -> npt.NDArray[np.bool_]:
    """For each entry, in their order, whether its shingle is that of the one before or behind it."""
    same = np.zeros(len(packed) + 1, dtype=np.bool_)
    for start in range(0, len(packed) - 1, 10 * OWNERS):
        hashes = packed[start : start + 10 * OWNERS + 1] >> bits
        same[start + 1 : start + len(hashes)] = hashes[1:] == hashes[:-1]
    return same[:-1] | same[1:]


PART = 400_000
"""Shingles whose documents are paired at once: what bounds the memory."""


def pairs(index: LinkIndex, *, at_least: float) -> Iterator[tuple[int, int, float]]:
    """Every two documents (left the smaller number) whose shared shingles are `at_least` this share of the smaller one:
    left, right and the share."""
    for left, right, share in paired(index, at_least=at_least):
        yield from zip(left.tolist(), right.tolist(), share.tolist(), strict=True)


def paired(index: LinkIndex, *, at_least: float) -> Iterator[tuple[Numbers, Numbers, npt.NDArray[np.float64]]]:
    """As `pairs`, many of them at a time.

    Near-linear: a shingle in many documents pairs them with the earliest twelve that have it, not with each other.
    Some right documents at a time: all that they share with earlier ones is counted at once, and nothing is kept.
    """
    first, partners = _partners(index)
    cuts = _cuts(index.sizes)
    for low, high in pairwise(cuts):
        at = np.flatnonzero((index.owners >= low) & (index.owners < high))
        counted = partners[at].astype(np.int64)
        right = np.repeat(index.owners[at].astype(np.int64), counted)
        step = np.arange(len(right)) - np.repeat(np.cumsum(counted) - counted, counted)
        left = index.owners[np.repeat(first[at], counted) + step]
        keys, counts = np.unique((right - low) * len(index.sizes) + left, return_counts=True)
        left, right = keys % len(index.sizes), keys // len(index.sizes) + low
        share = counts / np.maximum(np.minimum(index.sizes[left], index.sizes[right]), 1)
        kept = share >= at_least
        yield left[kept], right[kept], share[kept]


def _partners(index: LinkIndex) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int8]]:
    """For each entry, where its shingle's entries begin, and how many of these, from there on, it is paired with."""
    hashes = index.hashes
    if not len(hashes):
        return np.zeros(0, np.int32), np.zeros(0, np.int8)
    begins = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.concatenate((begins, [len(hashes)])))
    first = np.repeat(begins.astype(np.int32), lengths)
    rank = np.arange(len(hashes), dtype=np.int32)
    rank -= first
    np.minimum(rank, FIRST, out=rank, where=np.repeat(lengths > COMMON, lengths))
    return first, rank.astype(np.int8)


def _cuts(sizes: Numbers) -> list[int]:
    """Numbers of documents at which to cut, so that a part has some hundred thousand shingles."""
    parts = np.cumsum(sizes) // PART
    return [0, *(np.flatnonzero(np.diff(parts)) + 1).tolist(), len(sizes)]


@lru_cache(maxsize=200_000)
def hashed(key: str) -> int:
    """Eight bytes of a digest as a number: the same in every process."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
