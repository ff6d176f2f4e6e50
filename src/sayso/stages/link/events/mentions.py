"""Which mentions of happenings, in one document or several, tell the same event.

Mentions are compared within a story (documents much alike in their words), and there only where they share a trigger
word, a sense of it or telling words of their sentences. Small trained trees score each pair; groups are made by
average link. Propositions are not touched: an event may hold several of them, and a proposition says what is claimed
of it. Method, numbers and mistakes: docs/method/events-across-documents.md.
"""

import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from itertools import combinations, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.happenings import load_happenings
from sayso.model._record import record
from sayso.model.features import Spread
from sayso.stages.link.events.meanings import akin, nearness
from sayso.stages.link.events.trees import Tree, summed
from sayso.stages.link.texts.likeness import average_link
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import STOPWORDS

NEAR = 5
"""Words on each side of a trigger that count as its surroundings."""
MOST = 80
"""Mentions that one key (trigger, sense or rare word within a story) may bring together; beyond it only neighbours in
the order of documents are compared, so that the work stays near-linear."""
TELLING_WORDS = 4
"""Rarest words of a sentence that bring mentions together."""
SAME_EVENT = 0.25
"""Lowest mean probability of pairs in one event; chosen by cross-validation over topics (training/events.py)."""
SAME_EVENT_UNKNOWN = 0.35
"""The same where no meanings are known: fewer pairs are compared then, and more of them are right."""
ALIKE = 0.048
"""Documents less alike in their words than this count as not alike at all."""
ONE_STORY = 0.08
"""Lowest mean likeness of documents on one story. Low, since `OF_INSIDE` does most of the work."""
OF_INSIDE = 0.55
"""Two groups of documents are two stories where they are less alike than this share of what their members are among
themselves: two raids have the words for raids in common, reports of one raid also its names. Chosen by cross-validation
(training/events.py)."""
FAINT = 0.02
"""Pairs less probable than this count as not alike at all."""
FEATURES = (
    "root", "whole", "prefix", "sense", "letters", "sentence", "around", "before", "after", "names", "no_names",
    "figures", "other_figures", "documents", "same_document", "leads", "distance", "rarity", "reporting", "crossed",
    "repeated", "slight", "root_sentence", "root_documents", "told_less", "told_more", "named_less", "named_more",
    "of_inside", "story_size", "left_word_right", "right_word_left", "only_ones", "shared_names", "other_names",
    "shared_words", "fewest_words", "rarest", "meaning", "meaning_in_story",
)  # fmt: skip
"""What is known of a pair, in the order of the model's columns; the last `OF_MEANING` where both mentions have one."""
OF_MEANING = 2


@record
class Bag:
    """Words of one place, to be held against those of another."""

    words: Mapping[str, float]
    """Word -> how much it tells."""
    square: float
    """Sum of the squares of these: half of what a cosine is divided by, worked out once."""


@record
class Story:
    """The documents on one story, as a mention sees them."""

    size: int
    """How many there are."""
    inside: float
    """Mean likeness of two of them; 0 for one alone."""


@record
class Compared:
    """One mention of a happening, cut to what is compared."""

    document: int
    """Number of its document."""
    story: int
    """Number of the first document on its story."""
    root: str
    roots: frozenset[str]
    """Of all words of the trigger that say something."""
    senses: frozenset[int]
    sentence: Bag
    """The words of the sentence, without the trigger."""
    around: Bag
    before: Bag
    after: Bag
    names: frozenset[str]
    figures: frozenset[str]
    number: int
    """Of its sentence, from 0."""
    rarity: float
    """Of the trigger's root in the collection, from 0 to 1."""
    repeated: int
    """How often its document has the root as a trigger."""
    told: float
    """Share of its story's documents that have the root as a trigger."""
    named: float
    """Share of its story's documents that have the root at all."""
    around_it: Story
    words: frozenset[str]
    """Roots of all words of its document."""
    meaning: bytes | None = None
    """What its trigger means in its sentence, as `Claim.meaning`."""


@lru_cache(maxsize=100_000)
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


Likenesses = Mapping[tuple[int, int], float]
Mention = tuple[int, int, int]
"""Number of the document, start and end code point of the trigger."""


def event_stories(count: int, likenesses: Likenesses) -> list[int]:
    """For each document the number of the first one on its story. Narrower than `reports.same_stories`."""
    return average_link(count, likenesses, at_least=ONE_STORY, of_inside=OF_INSIDE)


class Rarity:
    """How much each word tells, from the documents that hold it. Lives only inside one call."""

    def __init__(
        self, roots: Iterable[frozenset[str]], beyond: Callable[[Iterable[str]], Spread] | None = None
    ) -> None:
        """`beyond` tells how rare stems are over all documents, where those that have the roots are a part of more."""
        self.spread: Counter[str] = Counter()
        count = 0
        for each in roots:
            self.spread.update(each)
            count += 1
        if beyond is not None:
            everywhere = beyond(self.spread)
            count = max(count, everywhere.documents)
            self.spread = Counter({r: max(n, everywhere.of.get(r, 0)) for r, n in self.spread.items()})
        self.total = max(count, 200)
        self.known: dict[str, float] = {}

    def __call__(self, root: str) -> float:
        """From 0 (in every document) to 1 (in one)."""
        if root not in self.known:
            among = max(min(self.spread[root], self.total), 1)
            self.known[root] = math.log(self.total / among) / math.log(self.total)
        return self.known[root]


def roots_of(words: Words) -> frozenset[str]:
    """Roots of all words of a text."""
    return frozenset(map(root_of_word, set(words.tokens)))


def compared(
    mentions: Sequence[Mention],
    texts: Sequence[Words],
    stories: Sequence[int],
    likenesses: Likenesses,
    rarity: Rarity | None = None,
    meanings: Sequence[bytes | None] | None = None,
) -> list[Compared]:
    """Cut mentions to what is compared.

    `stories` gives for each document the number of the first one on its story; `rarity` is given where the texts are
    a part of more. `meanings` has one for each mention, None where nothing is known of it; without it nothing is of
    any.
    """
    roots = [roots_of(words) for words in texts]
    rarity = rarity or Rarity(roots)
    around = _stories(stories, likenesses)
    named = Counter((story, root) for story, each in zip(stories, roots, strict=True) for root in each)
    made = [_telling(m, texts[m[0]], stories[m[0]], rarity, around[stories[m[0]]], roots[m[0]]) for m in mentions]
    counts = Counter((each.document, each.root) for each in made)
    told = Counter((each.story, root) for each in _once_a_document(made) for root in each.roots)
    return [
        replace(
            each,
            repeated=counts[each.document, each.root],
            told=min(told[each.story, each.root] / each.around_it.size, 1.0),
            named=named[each.story, each.root] / each.around_it.size,
            meaning=None if meanings is None else meanings[number],
        )
        for number, each in enumerate(made)
    ]


def _once_a_document(made: Sequence[Compared]) -> list[Compared]:
    """One mention of each trigger in each document."""
    return list({(each.document, each.roots): each for each in made}.values())


def _stories(stories: Sequence[int], likenesses: Likenesses) -> dict[int, Story]:
    sizes = Counter(stories)
    sums: dict[int, float] = defaultdict(float)
    for (a, b), score in likenesses.items():
        if stories[a] == stories[b]:
            sums[stories[a]] += score
    return {
        story: Story(size=size, inside=sums[story] / (size * (size - 1) / 2) if size > 1 else 0.0)
        for story, size in sizes.items()
    }


def _telling(
    mention: Mention, words: Words, story: int, rarity: Rarity, around_it: Story, every: frozenset[str]
) -> Compared:
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
    told = _roots(words, range(low, high))
    return Compared(
        document=document,
        story=story,
        root=roots[0],
        roots=frozenset(roots),
        senses=frozenset().union(*(_senses().get(r, frozenset()) for r in roots)),
        sentence=_bag(told, inside, rarity),
        around=_bag(told, [*near_left, *near_right], rarity),
        before=_bag(told, near_left, rarity),
        after=_bag(told, near_right, rarity),
        names=frozenset(words.tokens[n] for n in inside if _is_name(words, n, low)),
        figures=frozenset(words.tokens[n] for n in inside if words.tokens[n][0].isdigit()),
        number=number,
        rarity=rarity(roots[0]),
        repeated=1,
        told=0.0,
        named=0.0,
        around_it=around_it,
        words=every,
    )


def _sentence_of(words: Words, at: int) -> tuple[int, tuple[int, int]]:
    for number, (low, high) in enumerate(words.sentences):
        if low <= at < high:
            return number, (low, high)
    return 0, (0, len(words.tokens))


def _is_name(words: Words, at: int, first: int) -> bool:
    return at > first and words.text[words.starts[at]].isupper() and words.tokens[at] not in STOPWORDS


def _roots(words: Words, places: Iterable[int]) -> dict[int, str]:
    """The roots of the words at some places that say something."""
    held = ((place, words.tokens[place]) for place in places)
    return {place: root_of_word(token) for place, token in held if token not in STOPWORDS and len(token) > 1}


def _bag(told: Mapping[int, str], places: Iterable[int], rarity: Rarity) -> Bag:
    found = {told[place]: rarity(told[place]) for place in places if place in told}
    return Bag(words=found, square=sum(weight * weight for weight in found.values()))


def likeness(left: Bag, right: Bag) -> float:
    """Cosine of two sets of weighted words."""
    theirs = right.words
    if left.words.keys().isdisjoint(theirs):
        return 0.0
    shared = sum([weight * theirs[word] for word, weight in left.words.items() if word in theirs])
    return shared / math.sqrt(left.square * right.square) if shared else 0.0


def candidates(held: Sequence[Compared]) -> list[tuple[int, int]]:
    """Pairs of mentions (smaller number first) of one story that share a trigger, a sense or telling words, or whose
    triggers are near in meaning."""
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
    found.update(_akin(held))
    return sorted(found)


def _akin(held: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of one story whose triggers are near in meaning, though they share no word."""
    told: dict[int, dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(held):
        if each.meaning is not None:
            told[each.story][each.roots].append(number)
    for by_trigger in told.values():
        groups = [numbers[: MOST // 2] for numbers in by_trigger.values()]
        for left, right in akin([[m for n in numbers if (m := held[n].meaning)] for numbers in groups]):
            yield from ((min(pair), max(pair)) for pair in product(groups[left], groups[right]))


def _keys(each: Compared) -> set[str]:
    told = each.sentence.words
    words = sorted(told, key=lambda w: (-told[w], w))[:TELLING_WORDS]
    return {
        *(f"r {root}" for root in each.roots),
        *(f"p {root[:4]}" for root in each.roots),
        *(f"s {sense}" for sense in each.senses),
        *(f"w {root}" for root in each.roots),
        *(f"w {word}" for word in words),
    }


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


@record
class Trees:
    """What tells of a pair how probable one event is."""

    known: tuple[Tree, ...]
    """Where both mentions have a meaning."""
    unknown: tuple[Tree, ...]
    """Where one has none: these ask for none."""


@lru_cache(maxsize=1)
def _trees() -> Trees:
    """The trees that ship, their columns in the order of `FEATURES`."""
    text = (resources.files("sayso.lexicon") / "events_trees.json").read_text(encoding="utf-8")
    held = json.loads(text)
    return Trees(known=_built(held["trees"]), unknown=_built(held["without_meanings"]))


def _built(trees: Sequence[Mapping[str, Any]]) -> tuple[Tree, ...]:
    return tuple(
        Tree(
            features=tuple(FEATURES.index(name) for name in tree["asks"]),
            above=tuple(tree["above"]),
            values=tuple(tree["values"]),
        )
        for tree in trees
    )


def probabilities(rows: NDArray[np.float64], trees: Trees | None = None) -> NDArray[np.float64]:
    """How probable it is that each pair tells one event, by the trees that ship or by others."""
    trees = _trees() if trees is None else trees
    unknown = np.isnan(rows[:, -1])
    odds = np.zeros(len(rows))
    odds[~unknown] = summed(trees.known, rows[~unknown])
    odds[unknown] = summed(trees.unknown, rows[unknown])
    return np.asarray(1.0 / (1.0 + np.exp(-odds)))


Pairs = list[tuple[int, int]]
Scored = tuple[list[int], Pairs, NDArray[np.float64]]


def scored(
    mentions: Sequence[Mention],
    texts: Sequence[Words],
    stories: Sequence[int],
    likenesses: Likenesses,
    wanted: Callable[[int, int], bool] = lambda left, right: True,
    rarity: Rarity | None = None,
    meanings: Sequence[bytes | None] | None = None,
) -> Iterator[Scored]:
    """Story by story: the numbers of its mentions, their pairs (smaller number first), how probable each is one event.

    `stories` and `likenesses` are those of `event_stories` and `likeness.alike` over the same texts; only pairs that
    are `wanted` (asked with the numbers of two mentions) are scored. `rarity` is given where the texts are a part of
    more. A few stories are in memory at a time.
    """
    waiting: list[tuple[list[int], Pairs, NDArray[np.float64]]] = []
    rows = 0
    rarity = rarity or Rarity(roots_of(words) for words in texts)
    within: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), score in likenesses.items():
        if stories[a] == stories[b]:
            within[stories[a]][a, b] = score
    told: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        told[stories[mention[0]]].append(number)
    members: dict[int, list[int]] = defaultdict(list)
    for document, story in enumerate(stories):
        members[story].append(document)
    for story, numbers in told.items():
        place = {document: n for n, document in enumerate(members[story])}
        near = {(place[a], place[b]): score for (a, b), score in within[story].items()}
        cut = [(place[document], start, end) for document, start, end in (mentions[n] for n in numbers)]
        meant = None if meanings is None else [meanings[n] for n in numbers]
        held = compared(cut, [texts[d] for d in members[story]], [0] * len(place), near, rarity, meant)
        pairs = [(a, b) for a, b in candidates(held) if wanted(numbers[a], numbers[b])]
        waiting.append((numbers, [(numbers[a], numbers[b]) for a, b in pairs], table(held, pairs, near)))
        rows += len(pairs)
        if rows >= AT_ONCE:
            yield from _judged(waiting)
            waiting, rows = [], 0
    yield from _judged(waiting)


AT_ONCE = 5000
"""Pairs that the trees are asked about at once, of as many stories as it takes: most stories have few."""


def _judged(waiting: Sequence[tuple[list[int], Pairs, NDArray[np.float64]]]) -> Iterator[Scored]:
    if waiting:
        ends = np.cumsum([len(named) for _, named, _ in waiting])
        chances = np.split(probabilities(np.concatenate([rows for _, _, rows in waiting])), ends[:-1])
        for (numbers, named, _), own in zip(waiting, chances, strict=True):
            yield numbers, named, own


def same_events(
    mentions: Sequence[Mention],
    texts: Sequence[Words],
    stories: Sequence[int],
    likenesses: Likenesses,
    meanings: Sequence[bytes | None] | None = None,
) -> list[int]:
    """For each mention the number of the first one that tells the same event; arguments as those of `scored`."""
    first = list(range(len(mentions)))
    least = SAME_EVENT_UNKNOWN if meanings is None else SAME_EVENT
    for numbers, pairs, chances in scored(mentions, texts, stories, likenesses, meanings=meanings):
        place = {number: n for n, number in enumerate(numbers)}
        found = group(len(numbers), [(place[a], place[b]) for a, b in pairs], chances, least)
        for n, number in enumerate(numbers):
            first[number] = numbers[found[n]]
    return first


def group(
    count: int, pairs: Sequence[tuple[int, int]], scores: Iterable[float], at_least: float = SAME_EVENT
) -> list[int]:
    """Groups of mentions by average link over the scores of pairs."""
    kept = {pair: float(score) for pair, score in zip(pairs, scores, strict=True) if score > FAINT}
    return average_link(count, kept, at_least=at_least)
