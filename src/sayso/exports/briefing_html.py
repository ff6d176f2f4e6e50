"""Write a briefing as one self-contained HTML file: no script, no outside request."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup, escape

from sayso.exports.flow_svg import draw
from sayso.exports.templating import escaped
from sayso.lexicon.facets import Facet
from sayso.views.briefing import citations
from sayso.views.left_out import bounds, counted, not_listed
from sayso.views.records import Briefing, Citation, DocumentLine


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of exports."""
    return escaped("sayso.exports")


def html(briefing: Briefing, facets: Sequence[Facet]) -> str:
    """The whole page. Each citation links to its sentence, in which the cited words are marked."""
    numbers = {d.id: d.number for d in briefing.documents}
    cited = list(citations(briefing))
    links = {c.claim: address(c, numbers) for c in cited if c.claim}
    drawn = {f.name: f.title for f in facets if f.drawn}
    return (
        environment()
        .get_template("briefing.html")
        .render(
            briefing=briefing,
            documents=counted(briefing)[0],
            bounds=bounds(briefing.left_out),
            more=not_listed(briefing.left_out),
            titles={f.name: f.title for f in facets},
            diagrams=[
                Markup(draw(one.flows, drawn, links, name=f"flow-{n}")) for n, one in enumerate(briefing.pictures)
            ],
            numbers=numbers,
            address=lambda c: address(c, numbers),
            marked=lambda d: marked(d, [c for c in cited if c.document == d.id]),
        )
    )


def address(citation: Citation, numbers: dict[str, int]) -> str:
    """Where in the page a citation leads."""
    place = f"s{citation.sentence}" if citation.sentence else "text"
    return f"#d{numbers[citation.document]}-{place}"


def marked(document: DocumentLine, cited: Iterable[Citation]) -> Markup:
    """The document's text, each sentence an anchor, the cited words in it marked; line breaks become paragraphs."""
    spans = sorted({(c.start, c.end) for c in cited})
    pieces: list[Markup] = []
    at = 0
    for number, (start, end) in enumerate(document.sentences, start=1):
        pieces.append(plain(document.text[at:start]))
        inside = [(max(s, start), min(e, end)) for s, e in spans if s < end and e > start]
        body = highlight(document.text, start, end, inside)
        pieces.append(
            Markup('<span class="sentence" id="d{}-s{}" tabindex="-1">{}</span>').format(document.number, number, body)
        )
        at = end
    pieces.append(plain(document.text[at:]))
    return Markup("").join(pieces)


def plain(text: str) -> Markup:
    """Escaped text whose line breaks show."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def highlight(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Markup:
    """`text[start:end]` with the union of the spans marked: overlapping citations give one mark."""
    pieces: list[Markup] = []
    at = start
    for first, last in merged(spans):
        pieces += [plain(text[at:first]), Markup("<mark>{}</mark>").format(plain(text[first:last]))]
        at = last
    pieces.append(plain(text[at:end]))
    return Markup("").join(pieces)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans joined where they touch or overlap, in order.

    >>> merged([(0, 3), (2, 5), (7, 9)])
    [(0, 5), (7, 9)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
