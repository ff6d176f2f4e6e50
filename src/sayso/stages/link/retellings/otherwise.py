"""A change as the rules of this room tell it, and what several of them find phrases by."""

import re

from sayso.model import Change, Reading, Reason, Span
from sayso.model.relation import What
from sayso.stages.link.wording import content_words, likeness

NAME = r"(?:(?:the|a|an|its|his|her|their|our)\s+)?(?:[\w’'&-]+\s+){0,5}?[\w’'&-]+"
"""Who: some words up to the next mark or small word."""
END = (
    r"(?=\s*(?:[,.;:)\]”\"“—–]|\n|$|\s(?:and|or|but|in|on|at|for|to|from|who|which|that|whose|with|after|before|when|while|as"
    r"|has|had|was|were|said|says|by)\b))"
)
"""Where it ends."""


def told_otherwise(
    rule: str,
    parent: Reading,
    child: Reading,
    was: Span,
    now: Span,
    what: What,
    detail: str,
    score: float | None = None,
) -> Change:
    """What a document made of words of one that it follows; the reason is named `rule.what`, or `rule` where that has
    its second part already."""
    name = rule if "." in rule else f"{rule}.{what}"
    reason = Reason(rule=name, detail=detail, spans=(was, now), score=score)
    return Change(
        parent=parent.document.id,
        child=child.document.id,
        was=was,
        now=now,
        what=what,
        reasons=(reason,),
    )


def likeness_of(was: Span, now: Span) -> float:
    """Likeness of two sentences by their telling words, 0 to 1."""
    return likeness(content_words(was.text), content_words(now.text))


def found_in(sentence: Span, match: re.Match[str], group: int = 0) -> Span:
    """Where in a document a group of a match in one of its sentences stands."""
    start = sentence.start + match.start(group)
    return Span(start=start, end=start + len(match.group(group)), text=match.group(group))
