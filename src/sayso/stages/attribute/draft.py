"""A possible attribution in tokens, while the rules shape it."""

from dataclasses import dataclass, field

from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import Tokens, trim, without


@dataclass(slots=True)
class Draft:
    """An attribution in tokens."""

    lemma: str
    construction: str
    head: int
    """The cue's main word."""
    source: Tokens | None
    cue: Tokens
    content: list[Tokens] = field(default_factory=list)


def meet(one: Tokens, other: Tokens) -> bool:
    """Whether two token spans share a token."""
    return one[0] <= other[1] and other[0] <= one[1]


def with_words(grammar: Grammar, pieces: list[Tokens]) -> list[Tokens]:
    """The pieces that hold a word, without loose marks at their edges."""
    trimmed = [trim(grammar, *piece) for piece in pieces]
    return [p for p in trimmed if any(grammar.words[i][:1].isalnum() for i in range(p[0], p[1] + 1))]


def around(grammar: Grammar, clause: int, hole: Tokens) -> list[Tokens]:
    """A clause without the words of a hole."""
    return with_words(grammar, without((grammar.lefts[clause], grammar.rights[clause]), [hole]))
