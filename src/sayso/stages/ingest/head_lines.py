"""What one line at the head or foot of a text says of it: the day, an address, who wrote it, a name that may be the
outlet's."""

import re
from collections.abc import Iterator

from sayso.lexicon.outlets import in_a_masthead, is_person, is_place, names_an_outlet
from sayso.model import Published
from sayso.model._record import record
from sayso.stages.ingest import dates
from sayso.stages.ingest.draft import plain

LONGEST = 200
"""Characters; a longer line is running text."""
OUTLET_WORDS, MOST_WRITERS = 9, 14
SOLE_WORDS = 2
"""A name so short before a comma and a day is as often a place: "Gurdaspur, 5 March 2024"."""
ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)
ARCHIVED = re.compile(r"https?://(?:web\.)?archive\.[a-z]+/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/(?=https?://)", re.I)
ADDRESS_LINE = re.compile(
    r"(?:(?:source|url|link|from|via|original|archived?|retrieved from|available at"
    r"|read (?:more|it|the original|online)(?: (?:at|on|here))?|full (?:story|article))(?::\s*|\s+))?[<(\[]?(?P<url>https?://[^\s<>\"\]]+?)[>)\].]?",
    re.I,
)
FIELD = re.compile(
    r"(?P<field>title|headline|author|byline|date|published|outlet|publisher|publication|newspaper|magazine|website"
    r"|source|url|link):\s*(?P<value>\S.*)",
    re.I,
)
FIELDS = {
    "headline": "title", "author": "byline", "date": "published", "source": "outlet", "publisher": "outlet",
    "publication": "outlet", "newspaper": "outlet", "magazine": "outlet", "website": "outlet", "link": "url",
}  # fmt: skip
PARTED = re.compile(r"\s*[|·•;‧]\s*|\s+/\s+|\s+[–—-]{1,2}\s+|\s{3,}|\t|[()\[\]]")
ASIDE = re.compile(
    r"\s*\((?:[a-z][a-z ]{2,40}|(?i:[a-z ]{0,20}\b(?:release|answer|statement|transcript|translation|blog|opinion)))\)"
)
"""What sort of publisher or text it is: "(blog)", "(press release)"."""
CHANGED = re.compile(r"(?:last\s+)?(?:updated|modified|edited|revised)\b", re.I)
LABEL = re.compile(
    r"(?:(?:first\s+|originally\s+)?(?:published|posted|released|issued)(?:\s+(?:on|at|in|by))?|dated?|on)\s*:?\s*",
    re.I,
)
CLOCK = re.compile(
    r"(?:,?\s*(?:T|at|@)?\s*\d{1,2}(?:[:.h]\d\d){1,2}\s*(?:hrs|hours)?\s*(?:[ap]\.?m\.?)?|\b[ap]m\b)"
    r"(?:,?\s*(?:\(?(?-i:[A-Z]{2,5})\b\)?|Z\b|(?:GMT|UTC)?\s*[+-]\d\d?:?\d{0,2}))*",
    re.I,
)
IDLE = re.compile(
    r"(?:\d{1,3}\s*(?:-\s*)?min(?:ute)?s?(?:\s+read)?|read\s+time:?.{0,20}|share|save|print|comments?|listen|follow(?:ing)?"
    r"|exclusive|\d+\s+(?:shares?|comments?|views?)|@\w+|by\s+admin|admin|staff|opinion|analysis|news|world|in english"
    r"|edited|,|\W*)",
    re.I,
)
BY = re.compile(r"(?:(?:exclusive|written|words|comment|report|opinion|analysis)\s+)?by:?\s+(?P<who>\S.*)", re.I)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[\s,&]+(?:and\s+)?[^\W\d_][\w.'’-]*){0,9}")
NO_WRITER = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:late|early|mid|the|this|that|next|last|then|now|noon|night|dawn"
    r"|all|far|law|way|air|sea|land|road|phone|mail|post|using|making|taking|which|when)\b(?!\s+(?-i:[A-Z]))|"
    + dates.MONTH.replace("?P<month>", "?:")
    + r"\b)"
    r"|.*\b(?:had|was|were|is|are|has|have|will|would|could|been|be|that|who|said|says)\b|.*[.!?;:]$",
    re.I,
)
"""What stands behind a "by" that opens a sentence: a time, a way, a verb."""
SMALL = frozenset("of the and for & de del la le les du el al y e und der die das in on".split())  # noqa: SIM905
MONTH_DAY = re.compile(rf"\b{dates.MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}\s+{dates.MONTH}\b".replace("?P<month>", "?:"), re.I)
DAY = re.compile(rf"{dates.WEEKDAY}(?:{dates.WRITTEN.pattern}|{dates.SLASHED.pattern.replace('?P<', '?P<s_')})", re.I)


@record
class Said:
    """What a line says; it says nothing else, so it is no reporting."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Published | None = None
    url: str | None = None
    name: str | None = None
    """A name that may be the outlet's or the author's, which the line alone does not tell."""


def read_line(line: str, *, headline: bool = False) -> Said | None:
    """What a line says of its text, nothing at all for "5 min read"; None where it may be part of the report.

    `headline` is for a line below a headline, where a name of one or two words before a day may be a dateline's place.

    >>> said = read_line("By Jane Roe | The Varn Gazette | 9 September 2014 | 10:32")
    >>> said.byline, said.outlet, str(said.published.start)
    ('Jane Roe', 'The Varn Gazette', '2014-09-09')
    >>> read_line("Source: https://varn.example/a").url
    'https://varn.example/a'
    >>> read_line("9 September 2014 was a black day in Varn") is None
    True
    """
    words = line.strip().strip("*_#> ").strip()
    if not words or len(words) > LONGEST:
        return None
    address = ADDRESS_LINE.fullmatch(words)
    if address:
        return Said(url=ARCHIVED.sub("", address["url"]))
    field = FIELD.fullmatch(words)
    return _labelled(field["field"].lower(), field["value"].strip()) if field else _parted(words, headline)


def shaped_as_name(words: str) -> bool:
    """Whether some words could be a name: capitals but for small words between, not too many, no sentence's end.

    >>> shaped_as_name("Helmand & Oxus Institute"), shaped_as_name("the men left"), shaped_as_name("They left.")
    (True, False, False)
    """
    held = words.split()
    return (
        0 < len(held) <= OUTLET_WORDS
        and not re.search(r"[.!?:;…]$", words)
        and held[-1].lower() not in SMALL
        and (held[0][:1].isupper() or held[0][:1].isdigit() or "." in held[0])
        and all(w[:1].isupper() or w[:1] in "(&\"'“" or w[:1].isdigit() or w.lower() in SMALL for w in held[1:])
        and any(c.isalpha() for c in words)
    )


def _labelled(field: str, value: str) -> Said | None:
    """`Outlet: X`; a value that says more than the label ("X; 9 September 2014") is read as a line."""
    field = FIELDS.get(field, field)
    if field == "title":
        return Said(title=value)
    if field == "url":
        return Said(url=value)
    if field == "byline":
        return Said(byline=value) if NAME.fullmatch(value.rstrip(".")) else None
    if field == "published":
        stated = dates.published(value, basis="date line")
        return Said(published=stated) if stated else _parted(value, headline=False)
    if DAY.search(value):
        return _parted(value, headline=False)
    # "Source: three officials say ..." is running text
    return Said(outlet=value) if len(value.split()) <= OUTLET_WORDS + 1 else None


def _parted(words: str, headline: bool) -> Said | None:
    day: Published | None = None
    byline: str | None = None
    dated = False
    marked = bool(PARTED.search(words))
    names: list[str] = []
    for part in PARTED.split(ASIDE.sub("", words)):
        if not part.strip(" ,") or IDLE.fullmatch(part.strip()) or (CHANGED.match(part.strip()) and DAY.search(part)):
            continue
        found = DAY.search(part)
        stated = _day(found.group()) if found else None
        dated = dated or bool(found)
        day = day or stated
        left = (part[: found.start()], part[found.end() :]) if found else (part,)
        for rest in map(_bare, left):
            by = BY.fullmatch(rest)
            if (
                by
                and NAME.match(by["who"])
                and len(by["who"].split()) <= MOST_WRITERS
                and not NO_WRITER.match(by["who"])
            ):
                author, outlet = _author(by["who"])
                byline, names = byline or author, [*names, *([outlet] if outlet else [])]
            elif rest and not IDLE.fullmatch(rest):
                names.append(rest)
    if not (dated or byline):
        return Said() if not names else None
    if not all(map(shaped_as_name, names)):
        return None
    return _told(day, byline, names, surely=marked or not headline)


def _bare(part: str) -> str:
    """What is left of a line's part beside the day: no clock, no "Published on", no commas."""
    part = CLOCK.sub(" ", part).strip(" ,:.–—-@").strip()
    part = "" if LABEL.fullmatch(part) else re.sub(rf"^(?:{LABEL.pattern})(?=\S)", "", part, flags=re.I)
    return re.sub(r"\s+(?:on|at)$", "", plain(part)).strip(" ,")


def _author(who: str) -> tuple[str, str | None]:
    """Author and outlet of "Jane Roe, The Varn Gazette", and of "Jane Roe, Staff Writer, The Varn Gazette"; what is no
    outlet's name stays with the author."""
    first, *rest = (part.strip() for part in who.split(","))
    if len(rest) > 1 and _may_be_outlet(rest[-1]) and not _may_be_outlet(rest[0]):
        return plain(", ".join((first, *rest[:-1]))), rest[-1]
    return (plain(first), ", ".join(rest)) if rest and _may_be_outlet(", ".join(rest)) else (plain(who), None)


def _told(day: Published | None, byline: str | None, names: list[str], *, surely: bool) -> Said:
    """Outlet and author among the names beside a day, in whichever order they stand."""
    outlet = next((name for name in names if names_an_outlet(name)), None)
    outlet = outlet or next((name for name in names if _may_be_outlet(name)), None)
    others = [name for name in names if name != outlet and not is_person(name) and not is_place(name)]
    persons = [name for name in names if name != outlet and NAME.fullmatch(name)]
    if outlet is None and others and (surely or len(others[0].split()) > SOLE_WORDS):
        outlet = others[0]
        persons = [name for name in persons if name != outlet]
    return Said(
        published=day,
        outlet=plain(outlet) or None,
        byline=byline or (plain(persons[0]) if outlet and persons else None),
        name=None if outlet or not names else names[0],
    )


def _may_be_outlet(name: str) -> bool:
    return names_an_outlet(name) or in_a_masthead(name)


def _day(words: str) -> Published | None:
    """A day; a year or month alone on a line is a heading as often as a date line."""
    stated = dates.published(words.strip(" ,"), basis="date line")
    return stated if stated and stated.precision == "day" else None


def names_of(line: str) -> Iterator[str]:
    """The name that a line holds, if it holds a name and nothing else."""
    words = plain(ASIDE.sub("", line).strip().strip("*_#> "))
    if shaped_as_name(words) and not IDLE.fullmatch(words) and not MONTH_DAY.search(words):
        yield words
