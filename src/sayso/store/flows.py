"""Edges of the picture: entries of neighbouring facets that claims name together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from sayso.model import Factuality
from sayso.model._record import record
from sayso.store.arrays import NONE, Numbers
from sayso.store.drawn import CLAIMS, Drawn
from sayso.store.picture_rows import FIRMNESS


@record
class DrawnFlow:
    """An edge between two entries that claims name together."""

    left_facet: str
    left: str
    right_facet: str
    right: str
    reports: int
    at_least: int
    at_most: int
    claims: tuple[str, ...]
    """Ids of the earliest of its claims."""


class Edges(NamedTuple):
    """Edges of the picture; the last two fields have one item for each claim of an edge."""

    left: Numbers
    """Entry."""
    right: Numbers
    reports: Numbers
    at_least: Numbers
    at_most: Numbers
    claim: Numbers
    of: Numbers
    """The edge of the claim."""


def flows(held: Drawn, drawn: Sequence[str], unsayable: Iterable[Factuality], *, entries: int) -> list[DrawnFlow]:
    """Edges between entries of neighbouring drawn facets: the so many entries of each with most behind their edges.

    Where a claim says nothing of a facet in between, the edge passes over it. Claims of some firmnesses draw none.
    """
    edges = _edges(held, *_pairs(held, drawn, [FIRMNESS.index(firmness) for firmness in unsayable]))
    weight = np.zeros(len(held), np.int64)
    for end in (edges.left, edges.right):
        np.add.at(weight, end, 100 * edges.at_least + 10 * edges.at_most + edges.reports)
    keys: dict[int, tuple[int, str]] = {}
    for n, facet in enumerate(drawn):
        own = held.facets.get(facet, NONE)
        own = own[weight[own] > 0]
        keys |= {entry: (n, name) for entry, name in held.first_of(own, (weight[own],), entries, 0)}
    ends = list(zip(edges.left.tolist(), edges.right.tolist(), strict=True))
    shown = [n for n, (left, right) in enumerate(ends) if left in keys and right in keys]
    shown.sort(key=lambda n: (keys[ends[n][0]], keys[ends[n][1]]))
    first = {n: np.sort(edges.claim[edges.of == n])[:CLAIMS].tolist() for n in shown}
    told = held.told([claim for claims in first.values() for claim in claims])
    made = []
    for n in shown:
        (left, left_name), (right, right_name) = keys[ends[n][0]], keys[ends[n][1]]
        made.append(
            DrawnFlow(
                left_facet=drawn[left], left=left_name, right_facet=drawn[right], right=right_name,
                reports=int(edges.reports[n]), at_least=int(edges.at_least[n]), at_most=int(edges.at_most[n]),
                claims=tuple(told[claim].claim for claim in first[n] if claim in told),
            )
        )  # fmt: skip
    return made


def _edges(held: Drawn, left: Numbers, right: Numbers, claim: Numbers) -> Edges:
    """The pairs that claims make, as edges with what stands behind each."""
    many = max(1, len(held))
    codes, of = np.unique(left * many + right, return_inverse=True)
    reports, at_least, at_most = held.behind(of, claim, len(codes))
    return Edges(codes // many, codes % many, reports, at_least, at_most, claim, of)


def _pairs(held: Drawn, drawn: Sequence[str], unsayable: Sequence[int]) -> tuple[Numbers, Numbers, Numbers]:
    """Entries left and right, and the claim, of every edge of every claim."""
    place = np.full(len(held), -1, np.int64)
    for n, facet in enumerate(drawn):
        place[held.facets.get(facet, NONE)] = n
    kept = (place[held.of] >= 0) & ~np.isin(held.firmness[held.claim], unsayable)
    of, claim = held.of[kept], held.claim[kept]
    order = np.lexsort((of, place[of], claim))
    of, claim = of[order], claim[order]
    if not len(of):
        return NONE, NONE, NONE
    # Runs of mentions by one claim in one column; each mention is paired with all of the next run of its claim.
    changed = (np.diff(claim) != 0) | (np.diff(place[of]) != 0)
    starts = np.flatnonzero(np.concatenate(([True], changed)))
    sizes = np.diff(np.append(starts, len(of)))
    goes_on = np.append(claim[starts[1:]] == claim[starts[:-1]], False)
    partners = np.repeat(np.where(goes_on, np.append(sizes[1:], 0), 0), sizes)
    begins = np.repeat(np.append(starts[1:], 0), sizes)
    left = np.repeat(np.arange(len(of)), partners)
    within = np.arange(len(left)) - np.repeat(np.cumsum(partners) - partners, partners)
    return of[left], of[np.repeat(begins, partners) + within], claim[left]
