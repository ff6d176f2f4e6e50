"""What drives a document may be about, by its own words."""

from collections.abc import Mapping
from dataclasses import field

from sayso.model._record import record
from sayso.stages.link.claims.taking import Pair


@record
class Subject:
    """What drives a document may be about."""

    document: str
    """Document id."""
    pairs: Mapping[Pair, int]
    """How much it tells of each, of those that weigh enough; empty where it tells of none by itself."""
    named: Mapping[str, int]
    """Country -> how often it is named; empty where the document has no words of war."""
    sides: frozenset[str] = frozenset()
    """Countries that it says somebody fights for, or of whose army or war it speaks."""
    places: frozenset[str] = frozenset()
    """Sides of its pairs that it only tells as the place of the war: "the Norway war"."""
    persons: frozenset[str] = frozenset()
    """Full names of those whom it names, without persons whom every reader knows."""
    tells: bool
    """Whether it has claims that can be parts of a drive."""
    told: frozenset[Pair] = frozenset()
    """Drives that its claims tell of by themselves, outright or beside one that is."""
    passing: frozenset[tuple[Pair, Pair]] = frozenset()
    """Of people whom one country takes for another's war: the pair with the one, the pair with the other."""
    follows: frozenset[str] = frozenset()
    """Documents that it copies, retells, quotes or credits."""
    called: Mapping[str, int] = field(default_factory=dict)
    """Country -> how often its people are spoken of as people, where it has pairs."""
