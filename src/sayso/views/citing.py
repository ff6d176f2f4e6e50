"""Citations of claims straight from a ledger, so that an answer about few documents reads no others."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.store import Ledger, citing
from sayso.views.records import Citation

LOOKED_AT = 12
"""Claims of a line at most among which those that are cited are chosen."""


def cite_each(ledger: Ledger, lines: Mapping[str, Sequence[str]], *, most: int) -> dict[str, tuple[Citation, ...]]:
    """For each line the citations of its claims, so many at most, one a document first."""
    near = {line: tuple(dict.fromkeys(claims))[:LOOKED_AT] for line, claims in lines.items()}
    places = ledger.ask(citing.places, [claim for claims in near.values() for claim in claims])
    chosen = {line: _chosen([c for c in claims if c in places], places, most) for line, claims in near.items()}
    documents = {places[claim].document for claims in chosen.values() for claim in claims}
    bounds = ledger.ask(citing.sentences, documents)
    return {line: tuple(_citation(claim, places[claim], bounds) for claim in claims) for line, claims in chosen.items()}


def _chosen(claims: Sequence[str], places: Mapping[str, citing.Place], most: int) -> list[str]:
    first = {places[claim].document: claim for claim in reversed(claims)}
    leading = [claim for claim in claims if first[places[claim].document] == claim]
    return [*leading, *(claim for claim in claims if claim not in leading)][:most]


def _citation(claim: str, at: citing.Place, bounds: Mapping[str, Iterable[tuple[int, int]]]) -> Citation:
    sentences = enumerate(bounds.get(at.document, ()), start=1)
    number = next((n for n, (start, end) in sentences if start <= at.start < end), 0)
    return Citation(document=at.document, sentence=number, start=at.start, end=at.end, quote=at.quote, claim=claim)
