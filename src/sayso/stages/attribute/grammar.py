"""A parse as plain columns: what the rules look at, read from spaCy once a document."""

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model import Mentions
from sayso.model._record import record

if TYPE_CHECKING:
    from spacy.tokens import Doc

Range = tuple[int, int]
"""Half-open code points of the document's text."""


MOST_CHILDREN = 120
"""How many children of a token are kept: more hang on it only where the parse is nonsense."""


@record
class Grammar:
    """One entry a token in each column, in text order. Lists are many times faster to read than spaCy tokens."""

    words: list[str]
    """In lower case."""
    lemmas: list[str]
    tags: list[str]
    """Penn Treebank tags."""
    deps: list[str]
    """Dependency labels of spaCy's English models (ClearNLP)."""
    heads: list[int]
    """Token index of the head; its own for a root."""
    children: list[list[int]]
    """In text order."""
    lefts: list[int]
    """First token of the subtree."""
    rights: list[int]
    """Last token of the subtree."""
    starts: list[int]
    """Code points."""
    ends: list[int]
    sentences: list[int]
    """Number of the sentence, from 0."""
    bounds: list[Range]
    """First and one-past-last token of each sentence."""
    entities: list[str]
    """Entity label, empty where there is none."""
    capitals: list[bool]
    """Whether the word starts with a capital."""

    def token_at(self, offset: int) -> int:
        """The token that holds a code point, or the one before it; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def child(self, token: int, *labels: str) -> int | None:
        """First child with one of the labels."""
        return next((c for c in self.children[token] if self.deps[c] in labels), None)

    def text_range(self, first: int, last: int) -> Range:
        """Code points from one token through another."""
        return self.starts[first], self.ends[last]


def grammar_of(doc: "Doc") -> Grammar:
    """Read all columns from a parse."""
    names = ("LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "LENGTH", "SENT_START", "ORTH")
    table = doc.to_array(list(names)).T.tolist() if len(doc) else [[] for _ in names]
    lower, lemma, tag, dep, ent, head, idx, length, opens, orth = table
    strings: dict[int, str] = {}
    for key in {*lower, *lemma, *tag, *dep, *ent}:
        strings[key] = doc.vocab.strings[key] if key else ""
    heads = [at + _signed(offset) for at, offset in enumerate(head)]
    sentences, bounds = _sentences(opens)
    lefts, rights = _edges(heads)
    children: list[list[int]] = [[] for _ in heads]
    for at, parent in enumerate(heads):
        if parent != at and len(children[parent]) < MOST_CHILDREN:
            children[parent].append(at)
    return Grammar(
        words=[strings[k] for k in lower],
        lemmas=[strings[k].lower() for k in lemma],
        tags=[strings[k] for k in tag],
        deps=[strings[k] for k in dep],
        heads=heads,
        children=children,
        lefts=lefts,
        rights=rights,
        starts=idx,
        ends=[start + size for start, size in zip(idx, length, strict=True)],
        sentences=sentences,
        bounds=bounds,
        entities=[strings[k] for k in ent],
        capitals=[a != b for a, b in zip(orth, lower, strict=True)],
    )


def with_persons(grammar: Grammar, mentions: Mentions) -> Grammar:
    """The same with the entity labels of names as they were mended: a person's where the mention is one's, and none of
    a person where it is a body or a place."""
    labels = list(grammar.entities)
    named = [
        (m.span, "PERSON" if m.kind == "person" else "ORG") for m in mentions.actors if m.form in ("name", "short")
    ]
    named += [(place.span, "GPE") for place in mentions.places]
    for span, label in named:
        for token in range(grammar.token_at(span.start), grammar.token_at(span.end - 1) + 1):
            if token >= 0 and "PERSON" in (label, labels[token]):
                labels[token] = label
    return replace(grammar, entities=labels)


def _signed(offset: int) -> int:
    """Heads come as unsigned 64-bit offsets."""
    return offset - (1 << 64) if offset >= 1 << 63 else offset


def _sentences(opens: list[int]) -> tuple[list[int], list[Range]]:
    numbers, starts = [], []
    for at, value in enumerate(opens):
        if value == 1 or at == 0:
            starts.append(at)
        numbers.append(len(starts) - 1)
    return numbers, list(zip(starts, [*starts[1:], len(opens)], strict=True))


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of every subtree. Linear: a climb ends where an ancestor already reaches as far."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for at in range(len(heads)):
        up = heads[at]
        while lefts[up] > at:
            lefts[up] = at
            up = heads[up]
    for at in range(len(heads) - 1, -1, -1):
        up = heads[at]
        while rights[up] < at:
            rights[up] = at
            up = heads[up]
    return lefts, rights
