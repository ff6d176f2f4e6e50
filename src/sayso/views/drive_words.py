"""A recruitment drive in a paragraph that can stand in a report: each sentence with what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from sayso.lexicon.countries import load_countries
from sayso.stages.link.claims.article import is_plain
from sayso.stages.picture import is_nobody
from sayso.views.records import (
    Citation,
    CitedSentence,
    DriveEntry,
    DriveFacet,
    DriveFigures,
    DriveLine,
    ToldFigure,
    VoiceLine,
)
from sayso.views.wording import day, origins, plural

LEADING = 3
"""Entries of a kind that are named in the paragraph: those that several reports name, else the first."""
OPENINGS: Mapping[str, str] = {
    "recruiters": "Recruiting is put down to {}",
    "pools": "Those taken are told of as {}",
    "channels": "They are reached by way of {}",
    "routes": "Routes that are told: {}",
    "refuges": "They had fled or been evacuated to {}",
    "forces": "They are taken into {}",
    "trainers": "They are told to have been trained, then or before, by {}",
    "offers": "They are offered {}",
    "forbidders": "It is forbidden or prosecuted by {}",
}
"""How each kind of entry is told, in this order; others are not in the paragraph."""
MANY = frozenset({"channels", "routes", "forbidders"})
"""Kinds of which one report's entry is named beside those that several name: each tells a way of its own."""
GAPS: Mapping[str, str] = {
    "recruiters": "who recruits",
    "channels": "by which channels",
    "routes": "by which routes",
    "offers": "for what offers",
}
"""What a report says is not told, where it is not."""

NOBODY_LEFT = "Nobody is left who tells of it."
"""Said of a drive of which all voices are withdrawn."""


def summary(
    line: DriveLine,
    facets: Sequence[DriveFacet],
    figures: Sequence[DriveFigures],
    people: str,
    side: str,
    days: tuple[date | None, date | None],
) -> tuple[CitedSentence, ...]:
    """The drive in sentences: how many tell it, who recruits and how, figures, denials, and what nobody tells."""
    if not line.reports:
        return (CitedSentence(text=NOBODY_LEFT),)
    named = {facet.facet: rows for facet in facets if (rows := telling(facet, people))}
    return (
        _told(line, people, side, days),
        *(_named(words, named[facet]) for facet, words in OPENINGS.items() if facet in named),
        *map(_counted, figures),
        _denied([voice for voice in line.denied_by if voice.kind != "unknown"]),
        *_untold(named),
    )


def telling(facet: DriveFacet, people: str) -> tuple[DriveEntry, ...]:
    """Entries that tell something by themselves: no "its army", no "front" as a route, no "12 people" as recruiters,
    and not that the people of a drive are of its people. Routes of several stops first; of channels and routes also
    what one report tells, where there is room."""
    rows = [
        row for row in facet.rows if _tells(row.name, facet.facet) and row.name not in (f"People of {people}", people)
    ]
    if facet.facet == "routes" and any("→" in row.name for row in rows):
        rows = [row for row in rows if "→" in row.name] + [
            row for row in rows if "→" not in row.name and row.reports > 1
        ]
    several = [row for row in rows if row.reports > 1 or len(row.voices) > 1]
    if facet.facet in MANY:  # each is one of many ways, whoever tells it
        several = [*several, *(row for row in rows if row not in several)] if facet.facet == "channels" else rows
    return tuple((several or rows)[:LEADING])


def _tells(name: str, facet: str) -> bool:
    if is_nobody(name):
        return False
    if facet in ("routes", "refuges"):
        return all(stop[:1].isupper() for stop in name.split(" → "))
    if facet == "pools":  # a private person's name tells nothing of who is taken, and may harm
        return is_plain(name)
    if facet == "forbidders":
        return name.casefold() not in (
            "bill",
            "bills",
            "draft",
            "code",
            "section",
            "article",
            "amendment",
            "amendments",
        )
    if facet == "forces" and (name.startswith(("Government of ", "People of ")) or name in _countries()):
        return False  # "signed on with Russia" tells of no force by name
    if facet in ("recruiters", "forces", "trainers"):
        return not name[:1].isdigit() and (" " in name or name[:1].isupper())
    return True


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(country.name for country in load_countries().values())


def _told(line: DriveLine, people: str, side: str, days: tuple[date | None, date | None]) -> CitedSentence:
    reports = plural(line.reports, "report")
    untold = "of an outlet that is not told" if line.reports == 1 else "of outlets that are not told"
    outlets = f"from {plural(line.outlets, 'outlet')}" if line.outlets else untold
    tell = "tells" if line.reports == 1 else "tell"
    rest = "It rests" if line.reports == 1 else "They rest"
    on = origins(line.origins) if line.origins.at_most else "no origin that can be told"
    if not line.voices and not line.more_voices and line.origins.at_most:
        on += ", as nobody is left whose word counts by itself"
    what = f"{tell} that people of {people} are recruited for the war of {side}"
    text = f"{reports} {outlets}{_when(days)} {what}. {rest} on {on}."
    return CitedSentence(text=text, citations=_first(line.voices))


def _when(days: tuple[date | None, date | None]) -> str:
    first, last = days
    if first is None or last is None:
        return ""
    return f", of {day(first)}," if first == last else f", of {day(first)} to {day(last)},"


def _first(voices: Iterable[VoiceLine]) -> tuple[Citation, ...]:
    """The first citation of each of the leading voices."""
    return tuple(voice.citations[0] for voice in voices if voice.citations)[:5]


def _named(opening: str, rows: Sequence[DriveEntry]) -> CitedSentence:
    """What is named of one kind, with how many reports name it."""
    words = [f"{in_words(row.name)} ({plural(row.reports, 'report')})" for row in rows]
    cited = tuple(row.citations[0] for row in rows if row.citations)
    return CitedSentence(text=f"{opening.format(listed(words))}.", citations=cited)


def in_words(name: str) -> str:
    """An entry in a sentence; a sum whose currency the text does not tell has none.

    >>> in_words("XXX 195,000 a month")
    '195,000 a month in a currency that is not told'
    """
    return f"{name.removeprefix('XXX ')} in a currency that is not told" if name.startswith("XXX ") else name


def _counted(figures: DriveFigures) -> CitedSentence:
    told = [_figure(each) for each in figures.told[:LEADING]]
    cited = tuple(each.citation for each in figures.told[:LEADING])
    return CitedSentence(text=f"{figures.title}: {'; '.join(told)}.", citations=cited)


def _figure(told: ToldFigure) -> str:
    """A figure with how firm it is and how many reports give it, in one pair of brackets."""
    firm = "" if told.firmness == "actual" else f"{told.firmness}, "
    behind = f"{firm}{plural(told.reports, 'report')})"
    return f"{told.reading[:-1]}, {behind}" if told.reading.endswith(")") else f"{told.reading} ({behind}"


def _denied(voices: Sequence[VoiceLine]) -> CitedSentence:
    if not voices:
        return CitedSentence(text="No denial was found in these documents.")
    return CitedSentence(text=f"It is denied by {listed([v.name for v in voices])}.", citations=_first(voices))


def _untold(named: Iterable[str]) -> tuple[CitedSentence, ...]:
    """What no report of the drive tells."""
    told = set(named)
    missing = [words for name, words in GAPS.items() if name not in told]
    return (CitedSentence(text=f"Not told in them: {listed(missing, 'or')}."),) if missing else ()


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
