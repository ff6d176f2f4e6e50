"""Which claims belong into a picture of recruitment: parts of a drive, and those that tell of recruiting themselves.

A text of war is full of troops that are trained, sent and moved, of courts and of people who flee. Such a claim says
something of a recruitment system only where a drive holds it, or where its sentence tells of recruiting as well. A
ban on it, or a case, belongs to all that its article tells of taking people; one that names a people ("banned Swedish
citizens from") to what is told of that people.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.lexicon.facets import Facet
from sayso.model import Claim
from sayso.model._record import record
from sayso.stages.picture.forbidding import is_against_recruiting, may_be_of, whose


@record
class Scope:
    """Which claims fill a picture, and when."""

    alone: frozenset[str]
    """Ids of claims that tell of recruiting by themselves."""
    beside: Mapping[str, tuple[str, ...]]
    """Claims that fill it where one of the named ones does, which stand in the same sentence; a ban on
    recruiting beside all in its document that tell of it, of the people whom it names."""

    def of(self, own: Collection[str]) -> frozenset[str]:
        """The claims of one picture, given those that make it."""
        return frozenset(own) | self.joining(frozenset(own))

    def joining(self, own: frozenset[str]) -> set[str]:
        """Those of them that are there because others are."""
        return {claim for claim, others in self.beside.items() if not own.isdisjoint(others)}


def scope(claims: Sequence[Claim], facets: Iterable[Facet]) -> Scope:
    """What the claims of one document can fill."""
    held = tuple(facets)
    parts = frozenset(kind for facet in held for kind in facet.parts)
    beside = frozenset(kind for facet in held for kind in facet.beside)
    alone = frozenset(c.id for c in claims if c.event_type not in parts | beside)
    taking = frozenset(kind for facet in held for kind in facet.types) - beside
    told = [c for c in claims if c.event_type in taking]
    of: dict[int, list[str]] = {}
    for claim in claims:
        if claim.event_type not in beside:
            of.setdefault(claim.sentence.start, []).append(claim.id)
    return Scope(
        alone=alone,
        beside={
            claim.id: tuple(others)
            for claim in claims
            if claim.event_type in beside
            and (others := _met_by(claim, told) if is_against_recruiting(claim) else of.get(claim.sentence.start))
        },
    )


def _met_by(ban: Claim, told: Iterable[Claim]) -> list[str]:
    """Ids of the claims of taking people that a ban or case is about."""
    countries = whose(ban)
    return [claim.id for claim in told if may_be_of(claim, countries)]
