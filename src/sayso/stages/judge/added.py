"""A claim that the machine missed and a person added by selecting its words."""

import json
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from sayso.model import Argument, Attribution, Claim, Document, Factuality, Judgement, Reason, Span, digest

LEFT = 100
"""So many arguments at most in one added claim."""

SPAN: TypeAdapter[Span] = TypeAdapter(Span)


def add_value(text: str, value: str) -> dict[str, Any]:
    """The value of an `add` judgement, checked against the text; raises ValueError, in words, when it does not fit.

    `{"event_type", "trigger": span, "factuality", "arguments": [{"role", "span"}]}`; spans in code points.
    """
    try:
        given = json.loads(value)
        event_type = str(given["event_type"]).strip().upper()
        trigger = _span(text, given["trigger"])
        arguments = [
            {"role": str(a["role"]).strip().lower()[:40], "span": _span(text, a["span"])}
            for a in list(given.get("arguments", ()))[:LEFT]
        ]
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError, ValidationError) as error:
        raise ValueError(f"an added claim needs a type and the words that make it: {error}") from error
    factuality = given.get("factuality", "asserted")
    if factuality not in get_args(Factuality):
        raise ValueError(f"`{factuality}` is no firmness; there are {', '.join(get_args(Factuality))}")
    if not event_type or len(event_type) > 40 or not event_type.replace("_", "").isalnum():
        raise ValueError("the type of an added claim is a word such as RECRUIT")
    if any(not a["role"] for a in arguments):
        raise ValueError("every argument needs a role")
    return {"event_type": event_type, "trigger": trigger, "factuality": factuality, "arguments": arguments}


def _span(text: str, given: Any) -> Span:
    """A span whose words are those of the text."""
    start, end = int(given["start"]), int(given["end"])
    if not 0 <= start < end <= len(text):
        raise ValueError("the words are not in this document")
    span = Span(start=start, end=end, text=text[start:end])
    if str(given.get("text", span.text)).split() != span.text.split():
        raise ValueError("the words are not those that stand at their place in the document")
    return span


def added_claim(
    judgement: Judgement, document: Document, sentences: tuple[Span, ...], attributions: tuple[Attribution, ...]
) -> Claim | None:
    """The claim that an `add` judgement makes; None when its words no longer stand in the document.

    Its source is the innermost attribution whose content holds its words, as for any claim.
    """
    try:
        given = add_value(document.text, judgement.value or "")
    except ValueError:
        return None
    trigger: Span = given["trigger"]
    arguments = tuple(Argument(role=a["role"], span=a["span"]) for a in given["arguments"])
    sentence = next((s for s in sentences if s.start <= trigger.start < s.end), trigger)
    within = [a for a in attributions if any(c.covers(trigger) for c in a.content) and not a.attitude]
    inner = min(within, key=lambda a: sum(c.end - c.start for c in a.content), default=None)
    return Claim(
        id=judgement.subject,
        gist_id="g-" + digest([given["event_type"], [[a.role, a.span.text.lower()] for a in arguments]]),
        event_type=given["event_type"],
        trigger=trigger,
        content=trigger,
        sentence=sentence,
        attribution=inner.id if inner else None,
        chain=inner.chain if inner else (),
        arguments=arguments,
        factuality=given["factuality"],
        polarity="negative" if given["factuality"] == "negated" else "positive",
        confidence=1.0,
        reasons=(Reason(rule="judge.added", detail=f"added by {judgement.by}", spans=(trigger,)),),
    )
