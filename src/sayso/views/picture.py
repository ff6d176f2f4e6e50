"""The picture of a recruitment system: who recruits whom, by which channel, along which route, for what, into what."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from sayso.lexicon.facets import Facet
from sayso.lexicon.phrases import named
from sayso.model import Argument, Claim
from sayso.views.library import Library
from sayso.views.records import Flow, PictureRow
from sayso.views.wording import ORDER, interval

DURATIONS = frozenset({"year", "year of age", "month", "week", "day", "hour", "minute", "time", "%"})
"""Units that count no people or things."""
UNSAYABLE = frozenset({"negated", "counterfactual"})
"""Claims of these firmnesses draw no edge: what is denied is no part of the picture, but a disagreement."""


def picture(library: Library, facets: Sequence[Facet]) -> tuple[tuple[PictureRow, ...], tuple[Flow, ...]]:
    """Rows of every facet, most independent origins first, and the flows between the facets that are drawn."""
    entries = collect(library.claims.values(), facets)
    rows = [row(library, facet.name, name, claims) for (facet, name), claims in entries.items()]
    order = {facet.name: n for n, facet in enumerate(facets)}
    rows.sort(key=lambda r: (order[r.facet], -r.origins.at_least, -r.origins.at_most, -r.reports, r.name))
    return tuple(rows), tuple(flows(library, entries, facets))


def collect(claims: Iterable[Claim], facets: Sequence[Facet]) -> dict[tuple[Facet, str], list[str]]:
    """Claim ids by facet and entry name."""
    found: dict[tuple[Facet, str], list[str]] = defaultdict(list)
    spelled: dict[tuple[str, str], str] = {}
    for claim in claims:
        for facet in facets:
            for name in dict.fromkeys(names(claim, facet)):
                first = spelled.setdefault((facet.name, name.casefold()), name)  # "Men" and "men" are one entry
                found[facet, first].append(claim.id)
    return dict(found)


def names(claim: Claim, facet: Facet) -> list[str]:
    """What a claim puts into a facet; empty when the facet is not about its type."""
    if facet.types and claim.event_type not in facet.types:
        return []
    if facet.kind == "quantity":
        return [interval(q.low, q.high, q.unit) for q in claim.quantities if q.unit and q.unit not in DURATIONS]
    if facet.kind == "route":
        return route(claim.arguments, facet.roles)
    sums = claim.money if facet.kind == "offer" else ()
    found = [
        name
        for a in claim.arguments
        if a.role in facet.roles and not any(m.span.overlaps(a.span) for m in sums) and (name := label(a))
    ]
    if facet.kind == "offer":
        found += [interval(m.low, m.high, m.currency) + (f" a {m.per}" if m.per else "") for m in claim.money]
    return found


def route(arguments: Sequence[Argument], roles: frozenset[str]) -> list[str]:
    """The stops of a route in order, as one entry; a single stop is one too."""
    stops = [a for a in arguments if a.role in roles]
    stops.sort(key=lambda a: (a.order if a.order is not None else len(stops), a.span.start))
    names_ = list(dict.fromkeys(name for a in stops if (name := label(a))))
    return [" → ".join(names_)] if names_ else []


def label(argument: Argument) -> str | None:
    """The entity's name, or the words; None for a pronoun that leads to nobody."""
    return argument.value if argument.entity and argument.value else named(argument.span.text)


def row(library: Library, facet: str, name: str, claims: list[str]) -> PictureRow:
    """One entry with what stands behind it."""
    firmness = {library.claims[c].factuality for c in claims}
    return PictureRow(
        facet=facet,
        name=name,
        reports=len({library.document_of[c] for c in claims}),
        origins=library.count_origins(claims),
        firmness=tuple(f for f in ORDER if f in firmness),
        citations=library.cite_claims(claims),
    )


def flows(library: Library, entries: dict[tuple[Facet, str], list[str]], facets: Sequence[Facet]) -> Iterable[Flow]:
    """Edges between entries of neighbouring drawn facets that the same claim names.

    Where a claim says nothing of a facet in between, the edge passes over it: no entry is invented to fill the gap.
    """
    drawn = [facet for facet in facets if facet.drawn]
    by_claim: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (facet, name), claims in entries.items():
        if facet.drawn:
            for claim in claims:
                by_claim[claim].append((drawn.index(facet), name))
    edges: dict[tuple[int, str, int, str], list[str]] = defaultdict(list)
    for claim, ends in by_claim.items():
        if library.claims[claim].factuality in UNSAYABLE:
            continue
        present = sorted({column for column, _ in ends})
        following = dict(pairwise(present))
        for (c1, n1), (c2, n2) in combinations(sorted(ends), 2):
            if following.get(c1) == c2:
                edges[c1, n1, c2, n2].append(claim)
    for (c1, n1, c2, n2), claims in sorted(edges.items()):
        yield Flow(
            left_facet=drawn[c1].name,
            left=n1,
            right_facet=drawn[c2].name,
            right=n2,
            origins=library.count_origins(claims),
            reports=len({library.document_of[c] for c in claims}),
            claims=tuple(claims),
        )
