"""The claims that a filter asks for, as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from sayso.store import desk
from sayso.store.asked import ClaimFilter
from sayso.store.ledger import Ledger
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.people import entities_of
from sayso.views.masking import Masking

HEADINGS = (
    "claim", "event_type", "factuality", "polarity", "words", "sources", "actors", "figures", "money", "places",
    "first_day", "day_after_last", "outlet", "published", "title", "document", "proposition", "reports", "outlets",
    "origins_at_least", "origins_at_most", "credibility", "reliability", "standing", "corrected_fields", "confidence",
    "sentence", "source_kinds", "start", "end",
)  # fmt: skip
AT_ONCE = 500


def claims_csv(ledger: Ledger, wanted: ClaimFilter, masking: Masking | None = None) -> Iterator[str]:
    """CSV with a heading, a claim a line, all pages; corrected values, and which fields were corrected.

    Where it is masked, the first cell of each line says so.
    """
    people = entities_of(ledger)
    if wanted.actor:
        wanted = replace(wanted, merged=people.members(wanted.actor)[1:])
    first = (masking.note.sentence(),) if masking else ()
    yield line(("masked", *HEADINGS) if masking else HEADINGS)
    rows = ledger.ask(desk.rows_in_order, wanted)
    for start in range(0, len(rows), AT_ONCE):
        found = ledger.ask(desk.claims_in_rows, rows[start : start + AT_ONCE])
        made = cards(ledger, found, people)
        yield "".join(line((*first, *values(card))) for card in (masking.of(made) if masking else made))


def values(card: Card) -> tuple[object, ...]:
    """A claim's cells, in the order of the headings."""
    claim, behind = card.claim, card.behind
    return (
        claim.id, claim.event_type, claim.factuality, claim.polarity, claim.content.text,
        " > ".join(link.name for link in claim.chain),
        "; ".join(f"{a.role}: {a.value or a.span.text}" for a in claim.arguments),
        "; ".join(f"{bounds(q.low, q.high)} {q.unit or ''}".strip() for q in claim.quantities),
        "; ".join(f"{bounds(m.low, m.high)} {m.currency}" for m in claim.money),
        "; ".join(p.name for p in claim.places),
        claim.period.start if claim.period else None, claim.period.end if claim.period else None,
        card.outlet, card.published, card.title, card.document, card.proposition,
        behind.reports if behind else None, behind.outlets if behind else None,
        behind.at_least if behind else None, behind.at_most if behind else None,
        card.credibility, card.reliability, card.standing.status,
        " ".join(dict.fromkeys(c.field for c in card.standing.corrections)),
        f"{claim.confidence:.3f}", claim.sentence.text, " > ".join(link.kind for link in claim.chain),
        claim.content.start, claim.content.end,
    )  # fmt: skip


def bounds(low: float | None, high: float | None) -> str:
    """An interval in a cell: `1500`, `20000..30000`, `..30000`, `12..`."""
    first, last = ("" if n is None else f"{n:g}" if n < 1e6 else f"{n:.0f}" for n in (low, high))
    return first if low == high else f"{first}..{last}"


def line(cells: tuple[object, ...]) -> str:
    """A line of CSV (RFC 4180)."""
    out = io.StringIO()
    csv.writer(out).writerow([harmless(cell) for cell in cells])
    return out.getvalue()


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one (OWASP, CSV injection).

    >>> harmless("=1+1"), harmless(None), harmless("-3 to 4")
    ("'=1+1", '', "'-3 to 4")
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") or text[:1] in ("\t", "\r") else text
