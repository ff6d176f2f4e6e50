"""Mentions of happenings, cut to what is compared: trigger, sentence, surroundings, and their story."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.happenings import load_happenings
from sayso.model._record import record
from sayso.model.features import Spread
from sayso.stages.link.texts.words import Words
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import STOPWORDS

NEAR = 5
"""Words on each side of a trigger that count as its surroundings."""


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
