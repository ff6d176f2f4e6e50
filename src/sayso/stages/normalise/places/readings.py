"""What places the names of a document may mean, with what stands beside each name."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.lexicon.aliases import Aliases
from sayso.model import PlaceClass
from sayso.model._record import record
from sayso.stages.normalise.places.toponym import Toponym, abbreviations
from sayso.tools.gazetteer import Candidate, Gazetteer

OF = re.compile(
    r"^(?:the )?(?:(?:city|town|village|district|province|governorate|state|port|region|county|oblast|island) of )?"
    r"(?:the )?(.+?)$",
    re.I,
)
KIND_WORDS: dict[str, PlaceClass] = {
    "province": "region", "governorate": "region", "oblast": "region", "state": "region", "region": "region",
    "county": "district", "district": "district", "parish": "district", "raion": "district",
    "city": "town", "town": "town", "village": "town",
}  # fmt: skip
COMPASS = re.compile(
    r"^(?:far )?(?:(?:north|south|east|west|central|upper|lower|greater|north-?east|north-?west|south-?east|"
    r"south-?west)(?:ern)?|"
    r"downtown|mainland|inner|outer|rural|suburban) ",
    re.I,
)
CONTAINER = re.compile(r",\s+((?:[A-Z][\w.'’-]*\s?){1,3})")
KIND_AFTER = re.compile(
    r"[’']?s?\s+(province|governorate|oblast|state|region|county|district|city|town|village)\b", re.I
)
KIND_BEFORE = re.compile(r"\b(province|governorate|state|region|district|city|town|village) of $", re.I)


@record
class NameOf:
    """All mentions of one name in a document, and what it may mean."""

    words: str
    count: int
    readings: tuple[Candidate, ...]
    containers: tuple[Candidate, ...] = ()
    """Readings of what is named after a comma behind it: "Paris, Texas"."""
    hint: PlaceClass | None = None
    """Sort that the next word gives it in most of its mentions; None for none."""
    capital: str | None = None
    """ISO code of the country whose capital the words are; None when they are none."""


def group(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer, aliases: Aliases) -> list[NameOf]:
    """The names of a document in order of first mention."""
    mentions: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        mentions[toponym.span.text].append(toponym)
    found = []
    for words, held in mentions.items():
        containers = next((c for t in held if (c := _containers(text, t, gazetteer))), ())
        hints = Counter(kind for t in held if (kind := _kind_beside(text, t)))
        hint = KIND_WORDS[hints.most_common(1)[0][0]] if hints and 2 * sum(hints.values()) > len(held) else None
        first = held[0]
        readings = candidates(first, gazetteer, aliases, contained=bool(containers) or hint == "town")
        found.append(
            NameOf(
                words=words, count=len(held), readings=readings, containers=containers, hint=hint,
                capital=first.country if first.capital else None,
            )
        )  # fmt: skip
    return found


def _kind_beside(text: str, toponym: Toponym) -> str | None:
    """The word for its sort before or after a name, in lower case: "the city of Homs", "Homs province"."""
    at = toponym.span
    match = KIND_AFTER.match(text, at.end) or KIND_BEFORE.search(text, max(0, at.start - 20), at.start)
    return match.group(1).lower() if match else None


def candidates(
    toponym: Toponym, gazetteer: Gazetteer, aliases: Aliases, *, contained: bool = False
) -> tuple[Candidate, ...]:
    """The places that the words may name; a country by its table, unless a container shows a town of that name."""
    words = toponym.place or toponym.span.text
    if toponym.country is not None and not toponym.capital:
        name = aliases.countries[toponym.country].name
        country = tuple(c for c in gazetteer.lookup(name) if c.kind == "country" and c.country == toponym.country)
        if toponym.use == "demonym" or not (contained or words in TWO_SENSES):
            return country
        return country + tuple(c for c in gazetteer.lookup(words) if c.kind != "country")
    if words in (short := abbreviations()):
        return _state(*short[words], gazetteer)
    return gazetteer.lookup(words) or _reduced(words, gazetteer)


TWO_SENSES = frozenset(("Georgia",))
"""Names of countries that another place, as often in the news, has too."""


def _state(name: str, country: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    found = tuple(c for c in gazetteer.lookup(name) if c.country == country)
    return tuple(c for c in found if c.kind == "region") or found


def _reduced(words: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The readings of a name without compass words, "the city of" before it, or its sort behind it."""
    for pattern in (COMPASS.sub("", words), (m.group(1) if (m := OF.match(words)) else words)):
        if pattern != words and (found := gazetteer.lookup(pattern)):
            return found
    head, _, kind = words.rpartition(" ")
    if head and (sort := KIND_WORDS.get(kind.casefold())):
        found = gazetteer.lookup(head)
        return tuple(c for c in found if c.kind == sort) or found
    return ()


def _containers(text: str, toponym: Toponym, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Readings of what is named right after a comma: "Paris, Texas", "Homs, Syria"."""
    match = CONTAINER.match(text, toponym.span.end, toponym.span.end + 50)
    if match is None:
        return ()
    words = match.group(1).strip()
    parts = words.split()
    for short in (words, words.rstrip("."), parts[0], parts[0].rstrip(".")):
        if short in (table := abbreviations()):
            return _state(*table[short], gazetteer)
    for name in dict.fromkeys((words, words.rstrip("."), " ".join(parts[:2]), parts[0])):
        found = tuple(c for c in gazetteer.lookup(name) if c.kind in ("country", "region", "district"))
        if found:
            return found
    return ()
