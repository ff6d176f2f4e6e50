"""What rules and model both give: an attribution before anything is known about its source."""

from sayso.model._record import record
from sayso.stages.attribute.grammar import Range


@record
class Candidate:
    """Source, cue and content as half-open code points, each in text order."""

    source: tuple[Range, ...]
    """Empty when the text names nobody."""
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    rule: str
    """Which construction or model found it."""
    word: str = ""
    """Lemma of the cue's main word; empty when a model found it."""
    confidence: float
    """From 0 to 1."""
    outer_cue: Range | None = None
    """Cue of the attribution that this one stands in though its content is the same; None where offsets decide."""
    looked_at: str = ""
    """What the confidence was computed from, in words and figures."""

    @property
    def start(self) -> int:
        """First code point of the whole attribution."""
        return min(r[0] for r in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """One past its last code point."""
        return max(r[1] for r in (*self.source, *self.cue, *self.content))
