"""When an article was published, as bounds: from its file, or from its own words where the file does not say."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.model import Document, Span
from sayso.model._record import record
from sayso.stages.normalise.dates.moment import Moment, shift

EVENTS = {
    "takeover": "takeover took over|take over|takes over|taking over|retook|retake|recaptured"
    "|seized power|seizure|seized|capture|captured|return to power|"
    "returned to power|came to power|fall of|fell|collapse|collapsed|overran|overthrow|overthrew|ousted|swept",
    "invasion": (
        "invasion|invaded|invades|invade|offensive|incursion|full-scale war|outbreak of the war"
        "|war began|war broke out|attacked"
    ),
    "withdrawal": (
        "withdrawal|withdrew|withdraw|pullout|pull-out|pulled out|evacuation|evacuated"
        "|evacuating|departure|left the country"
    ),
    "coup": "coup|putsch|mutiny|uprising|revolt|rebellion",
    "election": "election|elected|vote|voted|referendum|re-elected|inaugurated|inauguration",
    "death": "killed|killing|death|died|assassinated|assassination|murder|murdered|shot dead",
    "agreement": "agreement|deal|treaty|accord|signed|ceasefire|truce",
    "annexation": "annexation|annexed|annexes",
    "mobilisation": "mobilisation|mobilization|mobilised|mobilized|called up",
    "blast": "explosion|blast|bombing|bombed|earthquake|strike|struck",
    "arrest": "arrest|arrested|detained|sentenced|convicted|conviction",
}
"""Words that tell of the same sort of event, as nouns and verbs: by which two sentences are seen to tell of one."""

_EVENT = {
    name: re.compile(rf"\b(?:{words.replace('takeover took', 'takeover|took')})\b", re.IGNORECASE)
    for name, words in EVENTS.items()
}
_NAME = re.compile(r"\b[A-Z][a-zA-Z]{2,}\b")
_RELATIVE = re.compile(
    r"(?:(?P<rel>last|this|next)\s(?P<unit>year|month)|(?P<earlier>earlier|later)\sthis\s(?P<unit2>year|month)"
    r"|(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?P<unit3>years?)\sago)",
    re.IGNORECASE,
)
_COUNTS = dict(
    zip(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        (1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        strict=True,
    )
)


@record
class Anchor:
    """What relative expressions count from: the first and the last day on which the article can have been published."""

    first: date
    """First possible day."""
    last: date
    """Last possible day, itself included."""
    basis: str
    """What that rests on; empty for the publication date itself."""
    spans: tuple[Span, ...] = ()
    """The expressions that it was inferred from."""

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def published_anchor(document: Document) -> Anchor | None:
    """The bounds that the document's own publication date gives; None when it has none."""
    published = document.published
    if published is None:
        return None
    last = max(published.start, published.end - timedelta(1))
    exact = published.start == last
    basis = "" if exact else f"published between {published.start.isoformat()} and {last.isoformat()}"
    return Anchor(first=published.start, last=last, basis=basis)


def infer_anchor(text: str, spans: Sequence[tuple[Span, Moment | None]]) -> Anchor | None:
    """Bounds of an article's own date, where it dates one event both relatively and absolutely; None where it does not.

    "When the Taliban retook control last year" and "the Taliban's takeover in August 2021" tell of one event by a
    shared name and a shared sort of event: so "last year" is 2021, and the article is of 2022. Two such pairs that
    contradict each other give None.
    """
    found: list[Anchor] = []
    absolute = [
        (span, moment, *_about(text, span))
        for span, moment in spans
        if moment is not None and moment.unit in ("day", "month", "year", "season") and not _opens_a_span(text, span)
    ]
    for span, _ in spans:
        m = _RELATIVE.fullmatch(span.text)
        if not m:
            continue
        sorts, names = _about(text, span)
        for other, moment, other_sorts, other_names in absolute:
            shared, name = sorts & other_sorts, names & other_names
            if shared and name and (published := _published(m, moment)) is not None:
                basis = (
                    f'the article dates itself: "{span.text}" and "{other.text}" both tell of a {min(shared)} '
                    f"({', '.join(sorted(name))}), so it is of {published.value}"
                )
                days = published.days
                if days is not None:
                    found.append(Anchor(first=days[0], last=days[1] - timedelta(1), basis=basis, spans=(span, other)))
    return _agreed(found)


def _opens_a_span(text: str, span: Span) -> bool:
    """Whether it is where a time begins or ends, "28,000 killed since 2015", and not when one thing happened."""
    before = text[max(span.start - 12, 0) : span.start].lower().split()
    return bool(before) and before[-1] in ("since", "between", "until", "till", "before", "after")


def _agreed(found: list[Anchor]) -> Anchor | None:
    """The bounds that all inferences leave open; None when they leave none."""
    if not found:
        return None
    first, last = max(a.first for a in found), min(a.last for a in found)
    if first > last:
        return None
    narrowest = min(found, key=lambda a: a.last - a.first)
    return Anchor(first=first, last=last, basis=narrowest.basis, spans=narrowest.spans)


def _about(text: str, span: Span) -> tuple[set[str], set[str]]:
    """The sorts of event and the names in the clause around an expression."""
    words = _clause(text, span)
    return {name for name, pattern in _EVENT.items() if pattern.search(words)}, set(_NAME.findall(words)) - _NO_NAMES


_NO_NAMES = frozenset(
    [
        "The",
        "This",
        "That",
        "When",
        "After",
        "Following",
        "Since",
        "Before",
        "During",
        "While",
        "And",
        "But",
        "For",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Last",
        "Over",
        "According",
        "Its",
        "His",
        "Her",
        "They",
        "There",
        "Despite",
        "With",
        "From",
        "Under",
    ]
)
_BREAK = re.compile(
    r"[.!?;\n](?=\s|$)|,\s(?=(?:the|they|he|she|it|yet|but|and|which|who|while)\s)|\s(?:yet|but|while|although)\s"
)
REACH = 110


def _clause(text: str, span: Span) -> str:
    """The words around an expression, up to the next break on either side."""
    start, end = max(0, span.start - REACH), min(len(text), span.end + REACH)
    breaks = [m.end() for m in _BREAK.finditer(text, start, span.start)]
    after = _BREAK.search(text, span.end, end)
    return text[breaks[-1] if breaks else start : after.start() if after else end]


def _published(m: re.Match[str], told: Moment) -> Moment | None:
    """The year or month of publication, from a relative expression and the absolute date of the same event."""
    if m["count"]:
        count = _COUNTS.get(m["count"].lower()) or int(m["count"])
        return shift(told, "year", count)
    unit = m["unit"] or m["unit2"]
    turn = {"last": 1, "next": -1}.get((m["rel"] or "").lower(), 0)
    if unit == "month":
        return shift(told, "month", turn)
    return shift(told, "year", turn)


def days_between(low: Moment | None, high: Moment | None) -> tuple[date, date] | None:
    """First day and first day after of the hull of two readings of one expression; None unless both have days."""
    a, b = (low.days if low else None), (high.days if high else None)
    if a is None or b is None:
        return None
    return min(a[0], b[0]), max(a[1], b[1])


def anchors(anchor: Anchor | None) -> Iterator[date | None]:
    """The days to resolve against: both ends of the bounds, once when they are one day."""
    if anchor is None:
        yield None
        return
    yield anchor.first
    if not anchor.exact:
        yield anchor.last
