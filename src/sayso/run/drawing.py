"""The picture brought up to what was read and judged: some documents at a time, those alone that wait for it."""

from collections.abc import Mapping, Sequence

from sayso.lexicon.facets import Facet
from sayso.model import Claim, Reading, digest
from sayso.run.judged import AT_ONCE, lean_readings
from sayso.stages.link.packed import claims_of, documents_of
from sayso.stages.picture import names
from sayso.stages.picture.mapped import on_map
from sayso.stages.picture.scope import Scope, scope
from sayso.store import Ledger
from sayso.store.picture_rows import DrawnClaim, waiting
from sayso.store.pictured import ALONE, BESIDE

MAP = "map 3"
"""How places, routes, periods and what belongs into the picture are drawn: another value draws every document anew."""


def redraw(ledger: Ledger, facets: Sequence[Facet], known: Sequence[Reading] = ()) -> int:
    """Draw the documents that wait: newly read, judged, or drawn from other facets; gives how many.

    `known` are all readings where they are in memory already: slim or whole, with people's judgements over them.
    """
    drawn_by = facets_id(facets)
    keys = ledger.ask(waiting, drawn_by)
    known_documents = documents_of(known)
    at = {document.id: number for number, document in enumerate(known_documents)}
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        if known:
            told = [(known_documents[at[key]], claims_of(known, at[key])) for key in part if key in at]
        else:
            told = [(each.document, each.claims) for each in lean_readings(ledger, part)]
        made = [(document, drawn(claims, facets)) for document, claims in told]
        ledger.put_drawn(made, drawn_by)
    return len(keys)


def facets_id(facets: Sequence[Facet]) -> str:
    """What names these facets: a picture drawn from others is drawn anew."""
    told = [[f.name, sorted(f.types), sorted(f.parts), sorted(f.beside), sorted(f.roles), f.kind] for f in facets]
    return digest([*told, MAP])


def drawn(claims: Sequence[Claim], facets: Sequence[Facet]) -> list[DrawnClaim]:
    """What the claims of a document put into the picture."""
    held = scope(claims, facets)
    places = {claim.id: str(n) for n, claim in enumerate(claims)}
    return [drawn_claim(claim, facets, held, places) for claim in claims]


def drawn_claim(claim: Claim, facets: Sequence[Facet], held: Scope, places: Mapping[str, str]) -> DrawnClaim:
    """One claim's entries; `places` gives the number of each claim among the document's."""
    entries = [(facet.name, name) for facet in facets for name in names(claim, facet)]
    if entries and claim.id in held.alone:
        entries.append((ALONE, ""))
    if entries:
        entries += [(BESIDE, places[other]) for other in held.beside.get(claim.id, ())]
    return DrawnClaim(
        id=claim.id, factuality=claim.factuality, entries=tuple(dict.fromkeys([*entries, *on_map(claim)]))
    )
