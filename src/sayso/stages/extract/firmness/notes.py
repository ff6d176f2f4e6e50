"""What is noted on the way up from an event, and what all of it makes of the event.

Source: FactBank (Saurí and Pustejovsky 2009) for the values; Karttunen 1971 for the composition.
"""

from collections.abc import Sequence

from sayso.lexicon.firmness import Effect
from sayso.model import Factuality, Layer, Polarity, Span, span_of
from sayso.model._record import record
from sayso.stages.extract.parse.tree import Tree

RANK: dict[str, int] = {
    "asserted": 0, "probable": 1, "planned": 2, "possible": 3, "unknown": 4, "counterfactual": 5, "asked": 6,
}  # fmt: skip


@record
class Note:
    """One thing found on the way up."""

    effect: Effect
    """What it makes of what is under it."""
    sort: str
    """As `Layer.sort`; `speech` for the verb of saying where the climb ended."""
    tokens: tuple[int, ...]
    """The words."""
    name: str
    """Which table or rule."""


@record
class Firm:
    """How firmly an event is told."""

    factuality: Factuality
    polarity: Polarity
    layers: tuple[Layer, ...]
    hedges: tuple[Span, ...]
    notes: tuple[Note, ...]
    """Innermost first; for scores and reasons."""


def fold(notes: Sequence[Note]) -> tuple[Factuality, Polarity]:
    """Factuality and polarity of all notes together, innermost first.

    The weakest layer decides; negation turns what is under it round ("does not plan to" is negated, "may not"
    possibly not).
    """
    value, negative = "asserted", False
    for note in notes:
        if note.effect == "known":
            break
        if note.effect == "not":
            negative = not negative
            if negative and RANK[value] in (1, 2, 3):
                value = "asserted"  # what is not planned, likely or possible is denied
        elif note.effect == "unlikely":
            value, negative = _weaker(value, "probable"), not negative
        elif note.effect != "same":
            value = _weaker(value, note.effect)
    if negative and value == "asserted":
        return "negated", "negative"
    return value, "negative" if negative else "positive"  # type: ignore[return-value]


def _weaker(a: str, b: str) -> str:
    return a if RANK[a] >= RANK[b] else b


FACTUALITY_OF: dict[str, Factuality] = {
    "not": "negated", "known": "asserted", "same": "asserted", "unlikely": "probable",
}  # fmt: skip


def layer_of(tree: Tree, note: Note, text: str) -> Layer:
    """A note as the claim keeps it; of words far apart, the last."""
    first, last = min(note.tokens), max(note.tokens)
    if last - first > 4:
        first = last
    value: Factuality = FACTUALITY_OF.get(note.effect) or note.effect  # type: ignore[assignment]
    return Layer(factuality=value, sort=note.sort, span=span_of(text, tree.starts[first], tree.ends[last]))  # type: ignore[arg-type]
