"""How counts, intervals, dates and firmness read in plain English."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sayso.lexicon.phrases import balanced
from sayso.model import Factuality, Link, OriginCount, Period
from sayso.views.records import ReportedLine

FIRMNESS: dict[Factuality, str] = {
    "asserted": "said to be so",
    "probable": "said to be probable",
    "possible": "said to be possible",
    "planned": "said to be planned",
    "counterfactual": "said not to have come about",
    "negated": "said not to be so",
    "asked": "asked about",
    "unknown": "firmness not told",
}

ORDER: tuple[Factuality, ...] = (
    "asserted", "probable", "planned", "possible", "negated", "counterfactual", "asked", "unknown",
)  # fmt: skip

CREDIBILITY = {
    "1": "confirmed", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "cannot be judged",
}  # fmt: skip
"""The Admiralty code's credibility of what is said (FM 2-22.3, Appendix B), by the rules of `lexicon/profiles`."""

ORIGIN = (
    "An independent origin is a voice: a person, body or document that the claim can be traced to. Copies add none, "
    "and an unknown origin counts as none. Where voices are unnamed, the number is an interval."
)
NOT_HELD = "“Not held” are voices that are heard through others alone: no document here is their own."
GRADED = (
    "Credibility is the Admiralty code's, given by written rules from the number of independent origins and who speaks "
    "against it: “confirmed” means told by two of them in these documents, and not that anybody has checked it."
)
"""What a briefing says of its own words, in every form."""
EMPTY = "No document is held, so there is nothing to tell: `sayso ingest FILES` puts some in."
"""A briefing of an empty ledger."""

OF_THE_EVENT = "of the event, not of a figure"
"""Beside a grade where figures are told apart: another figure leaves a proposition standing, and its grade."""


def credibility(value: str) -> str:
    """A grade of credibility in words.

    >>> credibility("2")
    '2, probably true'
    """
    return f"{value}, {CREDIBILITY[value]}"


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "report"), plural(3, "report")
    ('1 report', '3 reports')
    """
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def origins(count: OriginCount) -> str:
    """How many independent origins, as a person writes it.

    >>> origins(OriginCount(at_least=3, at_most=5))
    '3 to 5 independent origins'
    >>> origins(OriginCount(at_least=0, at_most=0))
    'origin unknown'
    """
    if count.at_most == 0:
        return "origin unknown"
    if count.at_least == count.at_most:
        return plural(count.at_most, "independent origin")
    return f"{count.at_least} to {count.at_most} independent origins"


def behind(reports: int, outlets: int, count: OriginCount) -> str:
    """Reports, outlets and origins side by side, as they are shown everywhere.

    >>> behind(15, 12, OriginCount(at_least=3, at_most=5))
    '15 reports, 12 outlets, 3 to 5 independent origins'
    """
    return f"{plural(reports, 'report')}, {outlets_of(outlets)}, {origins(count)}"


def outlets_of(number: int) -> str:
    """How many outlets; where no document tells its own, that is what is said.

    >>> outlets_of(1), outlets_of(0)
    ('1 outlet', 'outlet unknown')
    """
    return plural(number, "outlet") if number else "outlet unknown"


def day(value: date | None) -> str:
    """A day as a person writes it.

    >>> day(date(2022, 10, 25))
    '25 October 2022'
    """
    return f"{value.day} {value:%B %Y}" if value else "undated"


def shorten(text: str, most: int) -> str:
    """Text on one line, cut after a word where it is longer, without a quotation mark that has no partner in it.

    >>> shorten("They took him in and gave him a rifle.", 20)
    'They took him in…'
    >>> shorten('"They took him in', 20)
    'They took him in'
    """
    words = " ".join(text.split())
    return balanced(words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…")


def quoted(line: ReportedLine, most: int) -> str:
    """The first words that a line rests on, cut to `most` letters; empty where its title has them already."""
    words = shorten(line.citations[0].quote, most) if line.citations else ""
    return "" if words.casefold() == line.title.casefold() else words


def speaker(link: Link) -> str:
    """A step of a chain as a person names it: where the text names nobody, its words stand beside that."""
    return f"nobody named (“{link.name}”)" if link.kind == "passive" else link.name


def speaker_of(chain: Sequence[Link], outlet: str | None) -> str:
    """Who says it: the chain in words, or the outlet's own voice."""
    return " → ".join(map(speaker, chain)) if chain else f"{outlet or 'the article'} (own voice)"


def named_voice(chain: Sequence[Link], voice: str | None, outlet: str | None) -> str:
    """Who says something, by one name wherever it is shown: the voice that the claim is put down to; a person whom the
    article names keeps that name where the voice is the body that he speaks for.

    `voice` is None where none is known, or it is the outlet's own.

    >>> from types import SimpleNamespace as link
    >>> named_voice([link(name="Lee", kind="named_person")], "Ann Lee", None)
    'Ann Lee'
    >>> named_voice([link(name="Ann Lee", kind="named_person")], "Coast guard", None)
    'Ann Lee'
    >>> named_voice([link(name="the ministry", kind="named_organisation")], "Norway's foreign ministry", None)
    "Norway's foreign ministry"
    """
    if chain and chain[-1].kind == "named_person" and voice is not None:
        own = chain[-1].name
        return voice if set(own.casefold().split()) <= set(voice.casefold().split()) else own
    return voice or speaker_of(chain, outlet)


def period(value: Period) -> str:
    """A period no finer than it is known.

    >>> period(Period(start=date(2022, 10, 1), end=date(2022, 11, 1), precision="month", basis="stated"))
    'October 2022'
    >>> period(Period(start=date(2022, 2, 1), end=None, precision="open", basis="stated"))
    'from 1 February 2022'
    """
    first = value.start
    last = value.end - timedelta(days=1) if value.end else None
    if first is None and last is None:
        return "undated"
    if last is None:
        return f"from {day(first)}"
    if first is None:
        return f"until {day(last)}"
    if first == last:
        return day(first)
    if first.day == 1 and value.end is not None and value.end.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B %Y}"
        if first.month == 1 and last.month == 12:
            return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
        return f"{first:%B %Y} to {last:%B %Y}"
    return f"{day(first)} to {day(last)}"


def plural_of(count: int, phrase: str) -> str:
    """A count with a phrase whose noun is the second word, or the first before "of", "that" or "with".

    >>> plural_of(2, "further entry of a picture"), plural_of(1, "further entry of a picture")
    ('2 further entries of a picture', '1 further entry of a picture')
    """
    if count == 1:
        return f"{count:,} {phrase}"
    head, *rest = re.split(r"(?= (?:of|that|with) )", phrase, maxsplit=1)
    many = head.removesuffix("y") + "ies" if head.endswith("y") else head + "s"
    return f"{count:,} {many}{''.join(rest)}"


def left_out(count: int, noun: str, where: str) -> str:
    """A line that says how many lines of a list are left out for length, and where they all are; empty for none.

    >>> left_out(1, "further change", "Documents")
    '1 further change is not listed here: see Documents on the desk (`sayso serve`), or ask for more with `--limit`.'
    """
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    at = f"{where} on the desk (`sayso serve`), or ask for more with `--limit`"
    return f"{plural_of(count, noun)} {verb} not listed here: see {at}."
