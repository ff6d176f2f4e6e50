"""Write a briefing as one self-contained HTML file: no script, no outside request."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup, escape

from sayso.exports.flow_svg import draw
from sayso.exports.templating import escaped
from sayso.lexicon.facets import Facet
from sayso.views.records import Briefing, Citation, CitedSentence, DocumentLine, DriveSheet, VoiceLine


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of exports."""
    return escaped("sayso.exports")


def html(briefing: Briefing, facets: Sequence[Facet]) -> str:
    """The whole page. Each citation links to its sentence, in which the cited words are marked."""
    numbers = {d.id: d.number for d in briefing.documents}
    cited = citations(briefing)
    links = {c.claim: address(c, numbers) for c in cited if c.claim}
    drawn = {f.name: f.title for f in facets if f.drawn}
    return (
        environment()
        .get_template("briefing.html")
        .render(
            briefing=briefing,
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


def citations(briefing: Briefing) -> list[Citation]:
    """Every citation of the briefing."""
    groups = (briefing.reported, briefing.timeline, briefing.unknowns, briefing.sources)
    found = [citation for lines in groups for line in lines for citation in line.citations]
    found += [c for one in briefing.pictures for row in one.rows for c in row.citations]
    found += [c for sheet in briefing.drives for line in cited_lines(sheet) for c in line.citations]
    found += [f.citation for group in briefing.figures for f in group.figures]
    found += [c for change in briefing.changes for c in (change.was, change.now)]
    found += [c for d in briefing.disagreements for c in (d.left, d.right)]
    return found


def cited_lines(sheet: DriveSheet) -> Iterable[VoiceLine | CitedSentence]:
    """What the briefing shows of a drive."""
    return (*sheet.line.voices, *sheet.line.denied_by, *sheet.summary)


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
