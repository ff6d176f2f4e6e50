"""Which mentions of happenings, in one document or several, tell the same event.

Mentions are compared within a story (documents much alike in their words), and there only where they share a trigger
word, a sense of it or telling words of their sentences. A small trained model scores each pair; groups are made by
average link. Propositions are not touched: an event may hold several of them, and a proposition says what is claimed
of it. Method, numbers and mistakes: docs/method/events-across-documents.md.
"""

import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.happenings import load_happenings
from sayso.model._record import record
from sayso.stages.link.gist import stem
from sayso.stages.link.likeness import average_link
from sayso.stages.link.wordlists import STOPWORDS
from sayso.stages.link.words import Words

NEAR = 5
"""Words on each side of a trigger that count as its surroundings."""
MOST = 80
"""Mentions that one key (trigger, sense or rare word within a story) may bring together; beyond it only neighbours in
the order of documents are compared, so that the work stays near-linear."""
TELLING_WORDS = 4
"""Rarest words of a sentence that bring mentions together."""
SAME_EVENT = 0.3
"""Lowest mean probability of pairs in one event; chosen by cross-validation over topics (training/events.py)."""
FAINT = 0.02
"""Pairs less probable than this count as not alike at all."""
FEATURES = (
    "root", "whole", "prefix", "sense", "letters", "sentence", "around", "before", "after", "names", "no_names",
    "figures", "other_figures", "documents", "same_document", "leads", "distance", "rarity", "reporting", "crossed",
    "repeated", "slight", "root_sentence", "root_documents",
)  # fmt: skip
"""What is known of a pair, in the order of the model's columns."""

Weights = Mapping[str, float]


@record
class Telling:
    """One mention of a happening, cut to what is compared."""

    document: int
    """Number of its document."""
    story: int
    """Number of the first document on its story."""
    root: str
    roots: frozenset[str]
    """Of all words of the trigger that say something."""
    senses: frozenset[int]
    sentence: Weights
    """Word -> weight of the sentence, without the trigger."""
    around: Weights
    before: Weights
    after: Weights
    names: frozenset[str]
    figures: frozenset[str]
    number: int
    """Of its sentence, from 0."""
    rarity: float
    """Of the trigger's root in the collection, from 0 to 1."""
    repeated: int
    """How often its document has the root as a trigger."""


def root_of_word(word: str) -> str:
    """Lemma of an irregular form, else the stem.

    >>> [root_of_word(w) for w in ("slain", "Attacked", "attacks")]
    ['slay', 'attack', 'attack']
    """
    low = word.lower()
    return load_happenings().lemmas.get(low) or stem(low)


@lru_cache(maxsize=1)
def _senses() -> Mapping[str, frozenset[int]]:
    """The senses by root as well as by lemma."""
    found: dict[str, frozenset[int]] = {}
    for word, numbers in load_happenings().senses.items():
        root = root_of_word(word)
        found[root] = found.get(root, frozenset()) | numbers
    return found


class Rarity:
    """How much each word tells, from the documents that hold it. Lives only inside one call."""

    def __init__(self, texts: Sequence[Words]) -> None:
        self.spread = Counter(root for words in texts for root in {root_of_word(t) for t in words.tokens})
        self.total = max(len(texts), 200)

    def __call__(self, root: str) -> float:
        """From 0 (in every document) to 1 (in one)."""
        return math.log(self.total / max(min(self.spread[root], self.total), 1)) / math.log(self.total)


def tellings(mentions: Sequence[tuple[int, int, int]], texts: Sequence[Words], stories: Sequence[int]) -> list[Telling]:
    """Cut mentions (number of the document, start and end code point of the trigger) to what is compared.

    `stories` gives for each document the number of the first one on its story.
    """
    rarity = Rarity(texts)
    made = [_telling(mention, texts[mention[0]], stories[mention[0]], rarity) for mention in mentions]
    counts = Counter((each.document, each.root) for each in made)
    return [replace(each, repeated=counts[each.document, each.root]) for each in made]


def _telling(mention: tuple[int, int, int], words: Words, story: int, rarity: Rarity) -> Telling:
    document, start, end = mention
    first = max(bisect_left(words.ends, start + 1), 0)
    last = max(bisect_left(words.starts, end), first + 1)
    trigger = words.tokens[first:last]
    tables = load_happenings()
    telling = [w for w in trigger if w not in tables.slight and root_of_word(w) not in tables.slight] or list(trigger)
    roots = [root_of_word(w) for w in telling] or [""]
    number, (low, high) = _sentence_of(words, first)
    left, right = range(low, first), range(last, high)
    near_left, near_right = range(max(low, first - NEAR), first), range(last, min(high, last + NEAR))
    inside = [*left, *right]
    return Telling(
        document=document,
        story=story,
        root=roots[0],
        roots=frozenset(roots),
        senses=frozenset().union(*(_senses().get(r, frozenset()) for r in roots)),
        sentence=_weights(words, inside, rarity),
        around=_weights(words, [*near_left, *near_right], rarity),
        before=_weights(words, near_left, rarity),
        after=_weights(words, near_right, rarity),
        names=frozenset(words.tokens[n] for n in inside if _is_name(words, n, low)),
        figures=frozenset(words.tokens[n] for n in inside if words.tokens[n][0].isdigit()),
        number=number,
        rarity=rarity(roots[0]),
        repeated=1,
    )


def _sentence_of(words: Words, at: int) -> tuple[int, tuple[int, int]]:
    for number, (low, high) in enumerate(words.sentences):
        if low <= at < high:
            return number, (low, high)
    return 0, (0, len(words.tokens))


def _is_name(words: Words, at: int, first: int) -> bool:
    return at > first and words.text[words.starts[at]].isupper() and words.tokens[at] not in STOPWORDS


def _weights(words: Words, places: Iterable[int], rarity: Rarity) -> dict[str, float]:
    found: dict[str, float] = {}
    for place in places:
        token = words.tokens[place]
        if token not in STOPWORDS and len(token) > 1:
            root = root_of_word(token)
            found[root] = rarity(root)
    return found


def likeness(left: Weights, right: Weights) -> float:
    """Cosine of two sets of weighted words."""
    if not left or not right:
        return 0.0
    shared = sum(weight * right[word] for word, weight in left.items() if word in right)
    if not shared:
        return 0.0
    sizes = sum(w * w for w in left.values()) * sum(w * w for w in right.values())
    return shared / math.sqrt(sizes)


def candidates(held: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of mentions (smaller number first) of one story that share a trigger, a sense or telling words."""
    keyed: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, each in enumerate(held):
        for key in _keys(each):
            keyed[each.story, key].append(number)
    found: set[tuple[int, int]] = set()
    for numbers in keyed.values():
        if len(numbers) <= MOST:
            found.update(combinations(numbers, 2))
        else:
            for at, number in enumerate(numbers):
                found.update((number, other) for other in numbers[at + 1 : at + 1 + MOST // 2])
    return sorted(found)


def _keys(each: Telling) -> set[str]:
    words = sorted(each.sentence, key=lambda w: (-each.sentence[w], w))[:TELLING_WORDS]
    return {
        *(f"r {root}" for root in each.roots),
        *(f"p {root[:4]}" for root in each.roots),
        *(f"s {sense}" for sense in each.senses),
        *(f"w {root}" for root in each.roots),
        *(f"w {word}" for word in words),
    }


def features(left: Telling, right: Telling, documents: float) -> tuple[float, ...]:
    """What is known of a pair, as in `FEATURES`; `documents` is the likeness of the two documents (1 in one)."""
    reporting = load_happenings().reporting
    slight = load_happenings().slight
    root = float(bool(left.roots & right.roots))
    sentence = likeness(left.sentence, right.sentence)
    joint = left.names | right.names
    crossed = (left.root in right.sentence) + (right.root in left.sentence)
    return (
        root,
        float(left.roots == right.roots),
        float(not root and left.root[:4] == right.root[:4] and len(left.root) > 3),
        float(bool(left.senses & right.senses)),
        _letters(left.root, right.root),
        sentence,
        likeness(left.around, right.around),
        likeness(left.before, right.before),
        likeness(left.after, right.after),
        len(left.names & right.names) / len(joint) if joint else 0.0,
        float(not left.names or not right.names),
        float(bool(left.figures & right.figures)),
        float(bool(left.figures and right.figures and not left.figures & right.figures)),
        documents,
        float(left.document == right.document),
        float((left.number == 0) + (right.number == 0)),
        float(min(abs(left.number - right.number), 10)),
        min(left.rarity, right.rarity),
        float(left.root in reporting or right.root in reporting),
        float(crossed),
        float(min(max(left.repeated, right.repeated), 5)),
        float(left.root in slight or right.root in slight),
        root * sentence,
        root * documents,
    )


def _letters(left: str, right: str) -> float:
    """Share of three-letter runs that two words have in common."""
    a, b = ({word[n : n + 3] for n in range(max(len(word) - 2, 1))} for word in (left, right))
    return len(a & b) / len(a | b)


def table(
    held: Sequence[Telling], pairs: Sequence[tuple[int, int]], likenesses: Mapping[tuple[int, int], float]
) -> NDArray[np.float64]:
    """Features of many pairs, a row each."""

    def documents(a: Telling, b: Telling) -> float:
        low, high = sorted((a.document, b.document))
        return 1.0 if low == high else likenesses.get((low, high), 0.0)

    rows = [features(held[a], held[b], documents(held[a], held[b])) for a, b in pairs]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))


@lru_cache(maxsize=1)
def _model() -> tuple[NDArray[np.float64], float]:
    """Weights in the order of `FEATURES`, and the bias."""
    text = (resources.files("sayso.lexicon") / "events_weights.json").read_text(encoding="utf-8")
    raw = json.loads(text)
    return np.array([raw["weights"][name] for name in FEATURES]), float(raw["bias"])


def probabilities(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """How probable it is that each pair tells one event, by the shipped weights."""
    weights, bias = _model()
    return np.asarray(1.0 / (1.0 + np.exp(-(rows @ weights + bias))))


def same_events(
    mentions: Sequence[tuple[int, int, int]],
    texts: Sequence[Words],
    stories: Sequence[int],
    likenesses: Mapping[tuple[int, int], float],
) -> list[int]:
    """For each mention (document, start and end of its trigger) the number of the first one that tells the same event.

    `stories` and `likenesses` are those of `likeness.average_link` and `likeness.alike` over the same texts.
    """
    held = tellings(mentions, texts, stories)
    pairs = candidates(held)
    return group(len(held), pairs, probabilities(table(held, pairs, likenesses)))


def group(count: int, pairs: Sequence[tuple[int, int]], scores: Iterable[float]) -> list[int]:
    """Groups of mentions by average link over the scores of pairs."""
    kept = {pair: float(score) for pair, score in zip(pairs, scores, strict=True) if score > FAINT}
    return average_link(count, kept, at_least=SAME_EVENT)
