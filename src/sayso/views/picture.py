"""The picture of a recruitment system: who recruits whom, by which channel, along which route, for what, into what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations, pairwise

from sayso.lexicon.facets import Facet
from sayso.model import Claim, RecruitmentDrive
from sayso.stages.picture import UNSAYABLE, names
from sayso.stages.picture.scope import scope
from sayso.views.library import Library
from sayso.views.records import Flow, Picture, PictureRow
from sayso.views.wording import ORDER

UNSAID = UNSAYABLE | {"asked"}
"""Firmnesses of claims that say of nothing that it is so."""


REST = "Recruitment beside these drives"
"""Heading of the picture of claims that are a part of no drive, where there are drives."""


def pictures(library: Library, facets: Sequence[Facet], shown: Sequence[str]) -> tuple[Picture, ...]:
    """A picture of each drive that is shown, by their ids, and one of what is told beside these; none that is empty."""
    drives = {drive.id: drive for drive in library.relations.drives}
    own = {key: claims_of(drives[key]) for key in shown if key in drives}
    scopes = [scope(reading.claims, facets) for reading in library.readings.values()]
    elsewhere = frozenset(claim for claims in own.values() for claim in claims)
    told = frozenset(claim for drive in drives.values() for claim in claims_of(drive)) - elsewhere
    rest = (told | frozenset(claim for each in scopes for claim in each.alone)) - elsewhere
    titled = [(key, drives[key].title, claims) for key, claims in own.items()]
    titled += [(None, REST if own else "", rest)]  # type: ignore[list-item]  # no drive's
    made = []
    for key, title, claims in titled:
        wanted = claims.union(*(each.joining(claims) for each in scopes))
        rows, edges = picture(library, facets, wanted)
        if rows:
            made.append(Picture(drive=key, title=title, rows=rows, flows=edges))
    return tuple(made)


def claims_of(drive: RecruitmentDrive) -> frozenset[str]:
    """The claims that tell or deny a part of a drive."""
    return frozenset(claim for voice in drive.voices for claim in voice.claims) | frozenset(drive.against)


def picture(
    library: Library, facets: Sequence[Facet], wanted: Collection[str]
) -> tuple[tuple[PictureRow, ...], tuple[Flow, ...]]:
    """Rows of every facet from some claims, most independent origins first, and the flows between the facets that are
    drawn."""
    entries = collect((claim for id_, claim in library.claims.items() if id_ in wanted), facets)
    rows = [
        row(library, facet.name, name, held)
        for (facet, name), claims in entries.items()
        if (held := claims if facet.kind != "quantity" else [c for c in claims if not _is_of_a_copy(library, c)])
    ]
    order = {facet.name: n for n, facet in enumerate(facets)}
    rows.sort(key=lambda r: (order[r.facet], -r.origins.at_least, -r.origins.at_most, -r.reports, r.name))
    return tuple(rows), tuple(flows(library, entries, facets))


def _is_of_a_copy(library: Library, claim: str) -> bool:
    """Whether all numbers of a claim are what a copy made of others: no voice gives them."""
    held, changes = library.claims[claim].quantities, library.changes_of([library.document_of[claim]])
    return bool(held) and all(
        any(change.what == "figure" and change.now.overlaps(figure.span) for change in changes) for figure in held
    )


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


def row(library: Library, facet: str, name: str, claims: list[str]) -> PictureRow:
    """One entry with what stands behind it."""
    firmness = {library.claims[c].factuality for c in claims}
    return PictureRow(
        facet=facet,
        name=name,
        reports=reports_of(library, claims),
        origins=library.count_origins(claims),
        firmness=tuple(f for f in ORDER if f in firmness),
        citations=library.cite_claims(claims),
    )


def reports_of(library: Library, claims: Sequence[str]) -> int:
    """How many documents say so; how many deny it or ask where none does."""
    saying = [c for c in claims if library.claims[c].factuality not in UNSAID]
    return len({library.document_of[c] for c in saying or claims})


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
