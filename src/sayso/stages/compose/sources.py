"""On whose word a claim rests."""

from collections.abc import Sequence

from sayso.model import Attribution, Span


def innermost(trigger: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content holds the trigger; None in the article's own voice.

    Of several, the one with the longest chain, then the shortest content, then the later cue. Attitudes ("Moscow wants
    to recruit") tell nothing on anybody's word: what they are about rests on whoever tells of the attitude.
    """
    holding = [a for a in attributions if not a.attitude and any(span.covers(trigger) for span in a.content)]
    if not holding:
        return None
    return min(holding, key=lambda a: (-len(a.chain), sum(s.end - s.start for s in a.content), -first_of(a)))


def first_of(attribution: Attribution) -> int:
    """Offset of the first word of the cue, else of the content."""
    return min(span.start for span in (attribution.cue or attribution.content))
