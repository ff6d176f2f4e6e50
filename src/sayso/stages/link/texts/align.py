"""Lay a document beside another one and find the words that they share, sentence by sentence.

Each sentence of the right text is looked up in the left one by pairs of neighbouring words, the place with most of them
wins, and the two passages are aligned there (longest common subsequence). So cut, moved, joined and stitched-in
sentences
are all found, which one alignment over the whole texts would not do. Words misread by OCR ("soluti0ns") or split in two
are told by their letters and count as shared, but not as the same words.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from sayso.model import Passage
from sayso.stages.link.texts.words import Words

NEAR = 74.0
"""Lowest likeness (0 to 100) of letters of two short runs of words that are taken for each other misread."""


FIGURE = re.compile(r"[\d.,]+")
"""A figure is never taken for another one misread: 9,000 for 4,000 is a change."""


class Text:
    """Words that others are laid beside: remembers where each pair of neighbours stands."""

    def __init__(self, words: Words) -> None:
        self.words = words

    @cached_property
    def places(self) -> dict[tuple[str, str], list[int]]:
        """Pair of neighbouring words -> where it begins; pairs that stand there very often are left out."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        tokens = self.words.tokens
        for n in range(len(tokens) - 1):
            found[tokens[n], tokens[n + 1]].append(n)
        return {pair: at for pair, at in found.items() if len(at) <= 12}


Laid = tuple["array[int]", set[int], list[tuple[int, int, int, int]]]
"""What an alignment holds besides the two texts."""


class Alignment:
    """What the right text shares with the left one.

    `same[n]` is the left word that right word `n` repeats, or -1; `near` counts right words that are left ones misread.
    """

    def __init__(self, left: Words, right: Words) -> None:
        self.left, self.right = left, right
        self.same = array("i", [-1]) * len(right.tokens)
        self.near: set[int] = set()
        self.blocks: list[tuple[int, int, int, int]] = []

    @property
    def laid(self) -> Laid:
        """What is found, without the texts."""
        return self.same, self.near, self.blocks

    @classmethod
    def of(cls, laid: Laid, left: Words, right: Words) -> "Alignment":
        """The alignment of two texts for which this was found."""
        made = cls.__new__(cls)
        made.left, made.right = left, right
        made.same, made.near, made.blocks = laid
        return made

    @cached_property
    def cover(self) -> float:
        """Share of the right text's words that come from the left one, from 0 to 1."""
        held = self.matched.bit_count() + len(self.near)
        return held / max(len(self.same), 1)

    @cached_property
    def kept(self) -> float:
        """Share of the left text's words that the right one has kept, from 0 to 1."""
        held = len({at for at in self.same if at >= 0}) + len(self.near)
        return min(1.0, held / max(len(self.left.tokens), 1))

    @cached_property
    def matched(self) -> int:
        """The right words that repeat a left one to the letter, one bit a word: sets of words would fill the memory."""
        bits = np.packbits(np.frombuffer(self.same, dtype=np.int32) >= 0, bitorder="little") if self.same else b""
        return int.from_bytes(bytes(bits), "little")

    def passages(self, most: int = 8) -> tuple[Passage, ...]:
        """The shared passages, longest first; neighbouring sentences that are neighbours on both sides are one."""
        joined: list[tuple[int, int, int, int]] = []
        for block in sorted(self.blocks):
            if joined and 0 <= block[0] - joined[-1][1] <= 4 and 0 <= block[2] - joined[-1][3] <= 8:
                joined[-1] = (joined[-1][0], block[1], joined[-1][2], block[3])
            else:
                joined.append(block)
        joined.sort(key=lambda b: (b[0] - b[1], b[0]))
        return tuple(self._passage(*block) for block in joined[:most])

    def _passage(self, first: int, end: int, left_first: int, left_end: int) -> Passage:
        """A shared passage; the words of one that is the same on both sides are kept once, which are half of what the
        copies of a large collection take."""
        left, right = self.left.span(left_first, left_end - 1), self.right.span(first, end - 1)
        if left.text == right.text:
            right = replace(right, text=left.text)
        return Passage(left=left, right=right)


def align(left: Text, right: Words) -> Alignment:
    """Lay `right` beside `left`; linear in the right text."""
    made = Alignment(left.words, right)
    for first, end in right.sentences:
        place = _place(left.places, right.tokens, first, end)
        if place is not None:
            _lay(made, first, end, place)
    return made


STEP = 4
NOWHERE: tuple[int, ...] = ()


def _place(places: dict[tuple[str, str], list[int]], tokens: tuple[str, ...], first: int, end: int) -> int | None:
    """Where in the left text this sentence would begin: most pairs of neighbours speak for it."""
    votes: dict[int, int] = {}
    for n, pair in enumerate(zip(tokens[first : end - 1], tokens[first + 1 : end], strict=True)):
        for at in places.get(pair, NOWHERE):
            vote = (at - n) // STEP
            votes[vote] = votes.get(vote, 0) + 1
    if len(votes) < 2:
        return next(iter(votes)) * STEP if votes else None
    return max((count + votes.get(v - 1, 0) + votes.get(v + 1, 0), -v) for v, count in votes.items())[1] * -STEP


def _lay(made: Alignment, first: int, end: int, place: int) -> None:
    """Align one sentence; nothing is kept when too little of it is there."""
    low, high = max(0, place - 8), min(len(made.left.tokens), place + end - first + 16)
    source = made.left.tokens[low:high]
    got = [
        Run(first + op.src_start, low + op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(made.right.tokens[first:end], source)
        if op.tag == "equal"
    ]
    words = sum([run.size for run in got])
    near = _near(made, got)
    if words < 3 or words - len(got) + len(near) < 0.4 * (end - first - 1):
        return
    for right, left, size in got:
        made.same[right : right + size] = array("i", range(left, left + size))
    made.near.update(near)
    last = got[-1]
    made.blocks.append((got[0].right, last.right + last.size, got[0].left, last.left + last.size))


class Run(NamedTuple):
    """Words in a row that both texts have; none is followed by another without a gap on either side."""

    right: int
    left: int
    size: int


def _near(made: Alignment, got: Sequence[Run]) -> list[int]:
    """Right words between two shared runs that are the left words there, misread or split."""
    found: list[int] = []
    for run, following in pairwise(got):
        right, left = run.right + run.size, run.left + run.size
        wide, wide_left = following.right - right, following.left - left
        if 0 < wide <= 5 and 0 < wide_left <= 5 and abs(wide - wide_left) <= 2:
            now = "".join(made.right.tokens[right : following.right])
            was = "".join(made.left.tokens[left : following.left])
            if not (FIGURE.fullmatch(now) or FIGURE.fullmatch(was)) and fuzz.ratio(now, was) >= NEAR:
                found += range(right, following.right)
    return found
