"""Whether a text speaks of a type's field where its words stand.

"Hired", "offered", "approached" and "ran" are everyday words, and a county that hires clerks tells of no recruitment. A
pack may therefore say of a type which words of its field must stand near (`near`); where none does, the word is taken
for itself. Near is the sentence and some sentences on both sides, or anywhere where the whole text is full of such
words. A text too short to have surroundings forbids nothing.
"""

from collections.abc import Mapping, Sequence

from sayso.lexicon.packs import Pack
from sayso.stages.extract.parse.tree import Tree

REACH = 4
"""Sentences on both sides that count as near."""
WORDS = 100
"""Words on both sides that count as near too: in an interview of short sentences four of them are soon over."""
SHORT = 4
"""Sentences: a text with fewer tells too little about what it is of."""
FULL = 0.25
"""Share of sentences with a word of the field from which on the whole text is of the field."""
SPREAD, MANY = 0.08, 3
"""The same for a long text: so many sentences, and such a share of them, all over it."""


ARMED = "army"
"""What the name of an armed force says, whatever its words: "the Revolutionary Guards"."""


class Surroundings:
    """Which sentences of one document have words of which type's field near."""

    def __init__(self, tree: Tree, packs: Sequence[Pack], forces: frozenset[int] = frozenset()) -> None:
        self._sentence_of: list[int] = []
        sentences: list[set[str]] = []
        starts: list[int] = []
        for number, sent in enumerate(tree.doc.sents):
            self._sentence_of += [number] * len(sent)
            starts.append(sent.start)
            sentences.append({word for i in range(sent.start, sent.end) for word in (tree.lemmas[i], tree.words[i])})
            if any(sent.start <= i < sent.end for i in forces):
                sentences[-1].add(ARMED)
        short = len(sentences) < SHORT
        self._apart = {
            kind.name: (pack.least_apart, _near(sentences, starts, pack.field))
            for pack in reversed(packs)
            for kind in pack.types
            if pack.least_apart and not short
        }
        self._known: Mapping[str, list[bool]] = {
            kind.name: _near(sentences, starts, kind.near)
            for pack in reversed(packs)
            for kind in pack.types
            if kind.near and not short
        }

    def least(self, token: int, event_type: str) -> float:
        """How sure an event at that token must be: more than nothing only where the pack's field is not spoken of."""
        least, near = self._apart.get(event_type, (0.0, []))
        return 0.0 if least == 0.0 or near[self._sentence_of[token]] else least

    def allow(self, token: int, event_type: str) -> bool:
        """Whether a word at that token can tell an event of the type."""
        near = self._known.get(event_type)
        return near is None or near[self._sentence_of[token]]


def told_around(tree: Tree, token: int, reach: int) -> set[str]:
    """Lemmas and words of the token's sentence and of so many on both sides."""
    sent = tree.doc[token].sent
    first, last = sent.start, sent.end
    for _ in range(reach):
        first = tree.doc[first - 1].sent.start if first > 0 else first
        last = tree.doc[last].sent.end if last < len(tree.doc) else last
    return {word for i in range(first, last) for word in (tree.lemmas[i], tree.words[i])}


def heads_of(tree: Tree, slots: Mapping[str, Sequence[int]], *names: str) -> set[str]:
    """Lemmas of what stands in these slots of a frame."""
    return {tree.lemmas[i] for name in names for i in slots.get(name, ())}


def _near(sentences: Sequence[set[str]], starts: Sequence[int], wanted: frozenset[str]) -> list[bool]:
    """Of each sentence, which begin at these tokens, whether one of the words stands near."""
    having = [not wanted.isdisjoint(words) for words in sentences]
    if sum(having) >= (SPREAD if sum(having) >= MANY else FULL) * len(having):
        return [True] * len(having)
    where = [i for i, has in enumerate(having) if has]
    return [any(abs(k - i) <= REACH or abs(starts[k] - starts[i]) <= WORDS for k in where) for i in range(len(having))]
