"""The list of documents, and the reader: one document with its attributions and claims as layers over the text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from sayso.model import Attribution, Block, Document, Evidence, Problem
from sayso.model._record import record
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimRow
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.paging import Paging
from sayso.views.desk.people import Orphan, added_rows, orphans


@record
class DocumentsPage:
    """A page of documents."""

    text: str | None
    """Words asked for."""
    rows: tuple[desk.DocumentRow, ...]
    paging: Paging


@record
class Segment:
    """A run of text on which the same layers lie. Layers overlap and nest: the text is cut where any begins or ends."""

    start: int
    end: int
    text: str
    layers: tuple[str, ...]
    """`claim`, `trigger`, `att` (content), `src`, `cue`."""
    claims: tuple[str, ...]
    """Ids of the claims that lie on it, innermost last."""
    attributions: tuple[str, ...]


@record
class ShownBlock:
    """A block of the text, cut into segments."""

    kind: str
    segments: tuple[Segment, ...]


@record
class Neighbour:
    """A document that this one was taken from, or that was taken from it."""

    id: str | None
    """None when it is not held."""
    name: str
    how: str
    """Kind of derivation."""
    direction: str
    """`from` or `to`."""


@record
class ReaderPage:
    """One document."""

    document: Document
    evidence: Evidence | None
    blocks: tuple[ShownBlock, ...]
    cards: tuple[Card, ...]
    """Claims in the order of the text."""
    attributions: tuple[Attribution, ...]
    neighbours: tuple[Neighbour, ...]
    orphans: tuple[Orphan, ...]
    """Judgements whose row is gone: read again, the document gave other rows."""
    problems: tuple[Problem, ...]
    read_by: str | None
    """None when it was not read."""


def documents_page(ledger: Ledger, *, text: str | None, limit: int, offset: int) -> DocumentsPage:
    """Documents by date, or those that hold some words."""
    total = ledger.counts()["document"] if not text else None
    rows = ledger.ask(desk.document_rows, text=text, limit=limit + 1, offset=offset)
    if total is None:
        total = offset + len(rows)
    return DocumentsPage(text=text, rows=rows[:limit], paging=Paging(total=total, limit=limit, offset=offset))


def reader_page(ledger: Ledger, key: str) -> ReaderPage | None:
    """One document with all that was found in it; None when it is not held."""
    reading = ledger.reading(key)
    document = reading.document if reading else ledger.document(key)
    if document is None:
        return None
    claims = reading.claims if reading else ()
    attributions = reading.attributions if reading else ()
    judgements = ledger.ask(desk.judgements_in, key)
    own = [
        ClaimRow(claim=c, document=key, title=document.title, outlet=document.outlet, published=document.published)
        for c in claims
    ]
    rows = [*own, *added_rows(ledger, key, judgements)]
    shown = cards(ledger, sorted(rows, key=lambda row: row.claim.trigger.start))
    return ReaderPage(
        document=document,
        evidence=document.evidence,
        blocks=tuple(shown_blocks(document, layers(shown, attributions))),
        cards=shown,
        attributions=attributions,
        neighbours=neighbours(ledger, key),
        orphans=orphans(judgements, [card.claim for card in shown]),
        problems=reading.problems if reading else (),
        read_by=reading.read_by if reading else None,
    )


Layer = tuple[int, int, str, str]
"""Start, end, name of the layer, id of the row."""


def layers(shown: Iterable[Card], attributions: Iterable[Attribution]) -> list[Layer]:
    """Everything that lies on the text, long spans first."""
    found: list[Layer] = []
    for card in shown:
        claim = card.claim
        found.append((claim.content.start, claim.content.end, "claim", claim.id))
        found.append((claim.trigger.start, claim.trigger.end, "trigger", claim.id))
    for attribution in attributions:
        for name, spans in (("att", attribution.content), ("src", attribution.source), ("cue", attribution.cue)):
            found += [(span.start, span.end, name, attribution.id) for span in spans]
    return sorted(found, key=lambda layer: (layer[0] - layer[1], layer[0], layer[2]))


def shown_blocks(document: Document, found: list[Layer]) -> Iterable[ShownBlock]:
    """The blocks of a document cut where layers begin and end."""
    blocks = document.blocks or (Block(kind="paragraph", start=0, end=len(document.text)),)
    starts = [block.start for block in blocks]
    by_block: dict[int, list[Layer]] = defaultdict(list)
    for layer in found:
        first = max(0, bisect_right(starts, layer[0]) - 1)
        for n in range(first, len(blocks)):
            if blocks[n].start >= layer[1]:
                break
            by_block[n].append(layer)
    for n, block in enumerate(blocks):
        yield ShownBlock(kind=block.kind, segments=tuple(segments(document.text, block, by_block[n])))


def segments(text: str, block: Block, found: list[Layer]) -> Iterable[Segment]:
    """A block's text cut wherever a layer begins or ends."""
    inside = [(max(s, block.start), min(e, block.end), name, key) for s, e, name, key in found]
    cuts = sorted({block.start, block.end, *(s for s, *_ in inside), *(e for _, e, *_ in inside)})
    for start, end in pairwise(cuts):
        on = [layer for layer in inside if layer[0] <= start and end <= layer[1]]
        yield Segment(
            start=start,
            end=end,
            text=text[start:end],
            layers=tuple(dict.fromkeys(name for _, _, name, _ in on)),
            claims=tuple(dict.fromkeys(key for _, _, name, key in on if name in ("claim", "trigger"))),
            attributions=tuple(dict.fromkeys(key for _, _, name, key in on if name in ("att", "src", "cue"))),
        )


def neighbours(ledger: Ledger, key: str) -> tuple[Neighbour, ...]:
    """What a document was taken from, and what was taken from it."""
    found = []
    for derivation in ledger.ask(desk.derivations_of, [key]):
        name = derivation.left_name or (title_of(ledger, derivation.left) if derivation.left else "an unknown document")
        found.append(Neighbour(id=derivation.left, name=name, how=derivation.kind, direction="from"))
    for derivation in ledger.ask(desk.derived_from, key):
        name = title_of(ledger, derivation.right)
        found.append(Neighbour(id=derivation.right, name=name, how=derivation.kind, direction="to"))
    return tuple(dict.fromkeys(found))


def title_of(ledger: Ledger, key: str) -> str:
    """How a document is called."""
    document = ledger.document(key)
    if document is None:
        return key
    outlet = f" ({document.outlet})" if document.outlet else ""
    return (document.title or " ".join(document.text.split()[:10])) + outlet
