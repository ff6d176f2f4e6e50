"""Resolve toponyms: which of the places of a name is meant.

The readings of each name (`readings`) are scored with those of all others (`company`); one name has one sense in a
document. Method after Leidner (2007) and Kamalloo and Rafiei (2018); weights fitted on the dev halves of TR-News, LGL
and GeoWebNews.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.aliases import Aliases
from sayso.lexicon.countries import rows
from sayso.model import Place, Reason
from sayso.stages.normalise.places.company import WEIGHTS, Company, Weights
from sayso.stages.normalise.places.readings import group
from sayso.stages.normalise.places.toponym import Toponym
from sayso.tools.gazetteer import Candidate, Gazetteer


def resolve(
    text: str, toponyms: Sequence[Toponym], *, gazetteer: Gazetteer, aliases: Aliases, weights: Weights = WEIGHTS
) -> list[Candidate | None]:
    """The place of each toponym, in their order; None where no place has that name."""
    names = group(text, toponyms, gazetteer, aliases)
    company = Company(names, weights, telephones(text))
    best = {name.words: company.best(name) for name in names}
    return list(_nearby(text, toponyms, [best[t.span.text] for t in toponyms]))


TELEPHONE = re.compile(r"(?<![\d-])(?:1[-. ])?\(?([2-9]\d{2})\)?[-. ]\s?[2-9]\d{2}[-.]\d{4}(?!\d)")
"""A number of the North American Numbering Plan with its area code."""


@lru_cache(maxsize=1)
def area_codes() -> dict[str, tuple[str, str]]:
    """Area code -> country and province code."""
    return {code: (row["country"], row["admin1"]) for row in rows("area_codes.tsv") for code in row["codes"].split()}


def telephones(text: str) -> set[tuple[str, str]]:
    """The provinces of the telephone numbers in a text.

    >>> telephones("Call Crime Stoppers at 519-661-5670.")
    {('CA', '08')}
    """
    found = (area_codes().get(match.group(1)) for match in TELEPHONE.finditer(text))
    return {home for home in found if home is not None}


FACILITY = re.compile(
    r"\b(?:Hospital|Clinic|University|College|School|Academy|Airport|Airfield|Station|Road|Rd|Street|St|Avenue|Ave|"
    r"Drive|Lane|Highway|"
    r"Crescent|Bridge|Park|Square|Museum|Theatre|Theater|Stadium|Arena|Mosque|Church|Cathedral|Prison|Jail|Hotel|"
    r"Mall|Market|Center|Centre|"
    r"Library|Creek|River|Lake|Cemetery|Crossing|Checkpoint|Camp|Building|Tower|Plaza|Gate)\.?$"
)
REACH = 200
"""How many characters before or after a building or street the town may stand that it is taken to be in."""


def _nearby(text: str, toponyms: Sequence[Toponym], found: Sequence[Candidate | None]) -> Iterator[Candidate | None]:
    """The same, where a building, street or stream that no gazetteer has lies in the town named next to it."""
    for at, (toponym, c) in enumerate(zip(toponyms, found, strict=True)):
        if c is not None or FACILITY.search(toponym.span.text) is None:
            yield c
            continue
        near = [(_gap(toponym, other), place) for other, place in _around(toponyms, found, at) if place.kind == "town"]
        gap, town = min(near, key=lambda pair: pair[0], default=(REACH, None))
        same = town is not None and gap < REACH and "\n" not in text[toponym.span.start : toponym.span.end]
        yield (
            replace(town, name=toponym.span.text, geonames_id=None, population=0, own=0)
            if same and town is not None
            else None
        )


def _around(
    toponyms: Sequence[Toponym], found: Sequence[Candidate | None], at: int
) -> Iterator[tuple[Toponym, Candidate]]:
    """The resolved toponyms up to six places before and after one."""
    for near in range(max(0, at - 6), min(len(found), at + 7)):
        place = found[near]
        if place is not None and toponyms[near].use != "demonym":
            yield toponyms[near], place


def _gap(toponym: Toponym, other: Toponym) -> int:
    return max(other.span.start - toponym.span.end, toponym.span.start - other.span.end, 0)


def as_place(toponym: Toponym, c: Candidate | None) -> Place:
    """The record of a toponym and its place."""
    if c is None:
        reason = Reason(rule="places.unresolved", detail=f"no place called {toponym.span.text} is known")
        return Place(span=toponym.span, name=toponym.span.text, country=toponym.country, reasons=(reason,))
    if c.geonames_id is None and c.population == 0 and c.own == 0:
        rule, detail = "places.nearby", "no gazetteer has it; the coordinates are those of the town named next to it"
    else:
        rule = "places.country" if c.kind == "country" else "places.gazetteer"
        detail = f"{c.name} ({c.kind}{', ' + c.country if c.country else ''}), population {c.population:,}"
    return Place(
        span=toponym.span, name=c.name, geonames_id=c.geonames_id, lat=c.lat, lon=c.lon, country=c.country,
        precision=c.kind,
        reasons=(Reason(rule=rule, detail=detail, spans=(toponym.span,)),),
    )  # fmt: skip
