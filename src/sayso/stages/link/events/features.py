"""What is known of a pair of mentions, as numbers in the order of the model's columns."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.happenings import load_happenings
from sayso.stages.link.events.compared import Bag, Compared, Likenesses
from sayso.stages.link.events.meanings import nearness

FEATURES = (
    "root", "whole", "prefix", "sense", "letters", "sentence", "around", "before", "after", "names", "no_names",
    "figures", "other_figures", "documents", "same_document", "leads", "distance", "rarity", "reporting", "crossed",
    "repeated", "slight", "root_sentence", "root_documents", "told_less", "told_more", "named_less", "named_more",
    "of_inside", "story_size", "left_word_right", "right_word_left", "only_ones", "shared_names", "other_names",
    "shared_words", "fewest_words", "rarest", "meaning", "meaning_in_story",
)  # fmt: skip
"""What is known of a pair, in the order of the model's columns; the last `OF_MEANING` where both mentions have one."""
OF_MEANING = 2


def likeness(left: Bag, right: Bag) -> float:
    """Cosine of two sets of weighted words."""
    theirs = right.words
    if left.words.keys().isdisjoint(theirs):
        return 0.0
    shared = sum([weight * theirs[word] for word, weight in left.words.items() if word in theirs])
    return shared / math.sqrt(left.square * right.square) if shared else 0.0


def features(left: Compared, right: Compared, documents: float) -> tuple[float, ...]:
    """What is known of a pair, as in `FEATURES` but for the last `OF_MEANING`; `documents` is the likeness of the two
    documents (1 in one)."""
    tables = load_happenings()
    root = float(not left.roots.isdisjoint(right.roots))
    sentence = likeness(left.sentence, right.sentence)
    shared_names = len(left.names & right.names)
    joint = len(left.names) + len(right.names) - shared_names
    crossed = (left.root in right.sentence.words) + (right.root in left.sentence.words)
    figured = not left.figures.isdisjoint(right.figures)
    return (
        root,
        float(left.roots == right.roots),
        float(not root and left.root[:4] == right.root[:4] and len(left.root) > 3),
        float(not left.senses.isdisjoint(right.senses)),
        _letters(left.root, right.root),
        sentence,
        likeness(left.around, right.around),
        likeness(left.before, right.before),
        likeness(left.after, right.after),
        shared_names / joint if joint else 0.0,
        float(not left.names or not right.names),
        float(figured),
        float(bool(left.figures and right.figures and not figured)),
        documents,
        float(left.document == right.document),
        float((left.number == 0) + (right.number == 0)),
        float(min(abs(left.number - right.number), 10)),
        min(left.rarity, right.rarity),
        float(left.root in tables.reporting or right.root in tables.reporting),
        float(crossed),
        float(min(max(left.repeated, right.repeated), 5)),
        float(left.root in tables.slight or right.root in tables.slight),
        root * sentence,
        root * documents,
        *_of_story(left, right, documents),
        *_of_words(left, right, shared_names),
    )


def _of_story(left: Compared, right: Compared, documents: float) -> tuple[float, ...]:
    """How usual the triggers are in their story: what every report of it tells is told once."""
    alone = left.document != right.document and left.repeated == right.repeated == 1
    return (
        min(left.told, right.told),
        max(left.told, right.told),
        min(left.named, right.named),
        max(left.named, right.named),
        documents / (left.around_it.inside + 0.02),
        math.log(left.around_it.size + 1),
        float(left.root in right.words),
        float(right.root in left.words),
        float(alone),
    )


def _of_words(left: Compared, right: Compared, shared_names: int) -> tuple[float, ...]:
    words, theirs = left.sentence.words, right.sentence.words
    return (
        float(shared_names),
        float(bool(left.names and right.names and not shared_names)),
        float(len(words.keys() & theirs.keys())),
        float(min(len(words), len(theirs))),
        max(left.rarity, right.rarity),
    )


@lru_cache(maxsize=1 << 16)
def _letters(left: str, right: str) -> float:
    """Share of three-letter runs that two words have in common."""
    a, b = ({word[n : n + 3] for n in range(max(len(word) - 2, 1))} for word in (left, right))
    return len(a & b) / len(a | b)


def table(held: Sequence[Compared], pairs: Sequence[tuple[int, int]], likenesses: Likenesses) -> NDArray[np.float64]:
    """Features of many pairs, a row each; NaN in the last `OF_MEANING` where a mention has no meaning."""

    def documents(a: Compared, b: Compared) -> float:
        low, high = sorted((a.document, b.document))
        return 1.0 if low == high else likenesses.get((low, high), 0.0)

    rows = [features(held[a], held[b], documents(held[a], held[b])) for a, b in pairs]
    known = np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES) - OF_MEANING)
    meanings = nearness([each.meaning for each in held], [each.story for each in held], pairs)
    return np.asarray(np.hstack([known, meanings]), dtype=np.float64)
