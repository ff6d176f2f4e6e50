"""Articles as the network sees them: windows of pieces with the answers of each head."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.tools.encoder import Floats, Ints, Pieces, cut, mark_ids, window_input
from training.augment import requote
from training.polnear import Article, Gold, Range, paragraphs_of
from training.uds import Sentence

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
IGNORED = -100
LONGEST = 256
"""Most pieces of a sentence that stands alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """One window. All arrays have one entry for each position; IGNORED where a head has nothing to learn."""

    ids: Ints
    blocks: Ints
    """Number of the block, -1 for joining marks."""
    opens_word: Ints
    """1 on the first piece of a word, else 0; links start and end only there."""
    tags: Ints
    """Index into LABELS."""
    links: Ints
    """Position in the window that this one points at."""
    values: Floats
    """A number to be predicted here; NaN where there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Windowing:
    """How articles are cut for training."""

    smallest: int = 128
    """Least `max_pieces` of an article's windows; each epoch draws anew between this and `largest`."""
    largest: int = 256
    requote_rate: float = 0.3
    quote_loss: float = 0.1


def training_examples(
    articles: Sequence[Article], tokenizer: Tokenizer, windowing: Windowing, chance: random.Random
) -> Iterator[Example]:
    """One epoch's windows: each article cut anew, in one annotator's version, in a drawn quotation style."""
    for article in articles:
        gold = chance.choice(article.versions)
        text = requote(article.text, chance, rate=windowing.requote_rate, loss=windowing.quote_loss)
        size = chance.randint(windowing.smallest, windowing.largest)
        first = chance.randint(windowing.smallest // 2, size)
        pieces = cut(text, paragraphs_of(text), tokenizer, max_pieces=size, first=first)
        yield from examples_of(pieces, gold, tokenizer)


def examples_of(pieces: Pieces, gold: Sequence[Gold], tokenizer: Tokenizer) -> Iterator[Example]:
    """The windows of one article with its answers."""
    tags, links = tag_targets(pieces, gold), link_targets(pieces, gold)
    cls, sep = mark_ids(tokenizer)
    for window in range(int(pieces.windows[-1]) + 1 if len(pieces.windows) else 0):
        ids, places = window_input(pieces, window, cls=cls, sep=sep)
        real = places >= 0
        position = {int(place): at for at, place in enumerate(places) if place >= 0}
        pointed = np.array([position.get(int(links[p]), IGNORED) if p >= 0 else IGNORED for p in places])
        yield Example(
            ids=ids,
            blocks=np.where(real, pieces.blocks[places], -1),
            opens_word=np.where(real, pieces.opens_word[places], 0).astype(np.int64),
            tags=np.where(real, tags[places], IGNORED),
            links=pointed.astype(np.int64),
            values=np.full(len(ids), np.nan, dtype=np.float32),
        )


def value_examples(sentences: Sequence[Sentence], tokenizer: Tokenizer) -> Iterator[Example]:
    """Sentences with a number at the first piece of each event's head word."""
    cls, sep = mark_ids(tokenizer)
    for sentence in sentences:
        pieces = cut(sentence.text, paragraphs_of(sentence.text), tokenizer, max_pieces=LONGEST)
        values = np.full(len(pieces.ids), np.nan, dtype=np.float32)
        for start, value in sentence.events:
            values[np.searchsorted(pieces.ends, start, side="right")] = value
        for window in np.unique(pieces.windows):
            ids, places = window_input(pieces, int(window), cls=cls, sep=sep)
            nothing = np.full(len(ids), IGNORED, dtype=np.int64)
            yield Example(
                ids=ids,
                blocks=np.where(places >= 0, pieces.blocks[places], -1),
                opens_word=np.where(places >= 0, pieces.opens_word[places], 0).astype(np.int64),
                tags=nothing,
                links=nothing,
                values=np.where(places >= 0, values[places], np.nan).astype(np.float32),
            )


def rows_of(pieces: Pieces, ranges: Sequence[Range]) -> list[Ints]:
    """For each range the rows of the words it touches: only first pieces of words."""
    found = []
    for start, end in ranges:
        rows = np.arange(np.searchsorted(pieces.ends, start, side="right"), np.searchsorted(pieces.starts, end))
        rows = rows[pieces.opens_word[rows]]
        if len(rows):
            found.append(rows)
    return found


def tag_targets(pieces: Pieces, gold: Sequence[Gold]) -> Ints:
    """A label for the first piece of each word. Where spans share words, cues win over sources over contents."""
    tags = np.where(pieces.opens_word, 0, IGNORED)
    for role in ("content", "source", "cue"):
        opening = LABELS.index(f"B-{role}")
        for attribution in gold:
            for rows in rows_of(pieces, getattr(attribution, role)):
                for block in np.unique(pieces.blocks[rows]):
                    inside = rows[pieces.blocks[rows] == block]
                    tags[inside] = opening + 1
                    tags[inside[0]] = opening
    return tags


def link_targets(pieces: Pieces, gold: Sequence[Gold]) -> Ints:
    """The row each word points at: content at its cue, a cue at its source or, without one, at itself.

    Always at the first word. A cue points at its source and not the other way round, so that two cues can share one.
    """
    links = np.full(len(pieces.ids), IGNORED, dtype=np.int64)
    for attribution in gold:
        for rows in rows_of(pieces, attribution.content):
            for row in rows:
                links[row] = _first_near(pieces, attribution.cue, row)
    for attribution in gold:
        for rows in rows_of(pieces, attribution.cue):
            for row in rows:
                source = _first_near(pieces, attribution.source, row)
                links[row] = source if source != IGNORED else rows[0]
    return links


def _first_near(pieces: Pieces, ranges: Sequence[Range], row: int) -> int:
    """First word of a span in the same block or a neighbouring one, or IGNORED where there is none."""
    for rows in rows_of(pieces, ranges):
        if abs(pieces.blocks[rows[0]] - pieces.blocks[row]) <= 1:
            return int(rows[0])
    return IGNORED
