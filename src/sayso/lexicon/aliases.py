"""Who is meant by which name: actors, countries, demonyms and metonyms, and how to find them in a text."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from sayso.errors import SettingsError
from sayso.lexicon.countries import Country, load_countries, rows, values
from sayso.lexicon.folding import fold
from sayso.model import EntityKind
from sayso.model._record import record

Sort = Literal["actor", "acronym", "country", "adjective", "people", "capital", "seat"]
"""How a form names: an actor by name or acronym, a country, its adjective, its people, or a word for its government."""

WORD = re.compile(r"\w+")
SAME = tuple(zip("’‘ʼ`‑–\u00a0\n\t", "''''--   ", strict=True))
"""One character for one, so that offsets stay true."""


def one_for_one(text: str) -> str:
    """A text with plain apostrophes, hyphens and blanks, in a tenth of the time of `str.translate`."""
    for odd, plain in SAME:
        text = text.replace(odd, plain)
    return text


KIND: TypeAdapter[EntityKind] = TypeAdapter(EntityKind)
SCHEMATA: Mapping[str, EntityKind] = {
    "Person": "person",
    "PublicBody": "government",
    "Company": "organisation",
    "Organization": "organisation",
    "LegalEntity": "organisation",
}
"""FollowTheMoney schemata that are read from a user's file, and what they are here."""


@record
class Actor:
    """A row of actors.tsv, or an entity of a user's file."""

    id: str
    kind: EntityKind
    country: str | None
    """ISO 3166 alpha-2 code; None for what belongs to no country."""
    sector: str | None
    """PLOVER sector; None when not known."""
    name: str
    names: tuple[str, ...] = ()
    """Other names, matched with their capitals."""
    acronyms: tuple[str, ...] = ()
    """Matched to the letter."""
    nominals: tuple[str, ...] = ()
    """Head nouns by which a text that names the actor may call it again."""
    source: str = ""
    """What the entry can be checked against."""


@record
class Form:
    """A string of words and what it may mean."""

    text: str
    sort: Sort
    targets: tuple[str, ...]
    """Actor ids or country codes; several when it is ambiguous."""


@record
class Hit:
    """A form found in a text."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Aliases:
    """All names known, by first word. Nothing in it changes while reading."""

    actors: Mapping[str, Actor]
    countries: Mapping[str, Country]
    forms: Mapping[str, tuple[Form, ...]]
    """First word of the form -> its forms, longest first."""
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folded name -> ids of a user's entities."""

    def find(self, text: str) -> list[Hit]:
        """Known names in a text, leftmost first, the longest at each place, never overlapping. Linear in the text."""
        plain = one_for_one(text)
        hits: list[Hit] = []
        done = 0
        for match in WORD.finditer(plain):
            if match.start() < done or (forms := self.forms.get(match.group())) is None:
                continue
            for form in forms:
                end = match.start() + len(form.text)
                fits = plain.startswith(form.text, match.start()) and not plain[end : end + 1].isalnum()
                if fits and not (form.text in SHOUTED and _shouted(plain, match.start(), end)):
                    hits.append(Hit(start=match.start(), end=end, form=form))
                    done = end
                    break
        return hits

    def user_entity(self, name: str) -> Actor | None:
        """The one entity of the user's file with exactly this name after folding; None for none or several."""
        found = self.extra.get(fold(name), ())
        return self.actors[found[0]] if len(found) == 1 else None


@lru_cache(maxsize=2)
def load_aliases(extra: Path | None = None) -> Aliases:
    """The table that ships, and on request the entities of a FollowTheMoney file (JSON Lines) to resolve against.

    A user's entity is met by an exact name only, after folding case, accents and hyphens;
    nothing is merged on likeness.
    Raises SettingsError for a line of `extra` that is no entity.

    >>> load_aliases().find("Moscow and the Wagner Group")[1].form.targets
    ('wagner-group',)
    """
    actors = {actor.id: actor for actor in table()}
    names: dict[str, list[str]] = defaultdict(list)
    for actor in read_extra(extra) if extra else ():
        actors[actor.id] = actor
        for name in {fold(n) for n in (actor.name, *actor.names)} - {""}:
            names[name].append(actor.id)
    countries = load_countries()
    return Aliases(
        actors=actors,
        countries=countries,
        forms=index((*actor_forms(table()), *country_forms(countries.values()))),
        extra={name: tuple(ids) for name, ids in names.items()},
    )


@lru_cache(maxsize=1)
def table() -> tuple[Actor, ...]:
    """The actors that ship."""
    return tuple(
        Actor(
            id=row["id"], kind=KIND.validate_python(row["kind"]), country=row["country"] or None,
            sector=row["sector"] or None, name=row["name"], names=values(row["names"]),
            acronyms=values(row["acronyms"]), nominals=values(row["nominals"]), source=row["source"],
        )
        for row in rows("actors.tsv")
    )  # fmt: skip


def read_extra(path: Path) -> Iterator[Actor]:
    """The persons and bodies of a FollowTheMoney file of entities, one JSON object a line.

    Raises SettingsError at a line that is no such entity.
    """
    for number, line in enumerate(lines_of(path), start=1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            key, schema, properties = entity["id"], entity["schema"], entity["properties"]
        except (ValueError, KeyError, TypeError) as error:
            raise SettingsError(
                f"line {number} is no FollowTheMoney entity ({error}).",
                where=path.name,
                advice="Give one JSON object a line with `id`, `schema` and `properties`, as OpenSanctions does.",
                code="settings.aliases",
            ) from error
        if not isinstance(properties, dict):
            raise SettingsError(
                f"the `properties` of line {number} are no object.",
                where=path.name,
                advice="Give each property a list of values, as OpenSanctions does.",
                code="settings.aliases",
            )
        names = [*properties.get("name", ()), *properties.get("alias", ()), *properties.get("weakAlias", ())]
        if schema in SCHEMATA and names:
            country = next(iter(properties.get("country") or properties.get("nationality") or ()), "")
            yield Actor(
                id=key, kind=SCHEMATA[schema], country=country[:2].upper() or None, sector=None, name=names[0],
                names=tuple(names[1:]), source=path.name,
            )  # fmt: skip


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a user's file, one at a time: a sanctions list may have gigabytes.

    Raises SettingsError where it cannot be read.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"it cannot be read ({error}).",
            where=f"entities {path}",
            advice="Name a file of FollowTheMoney entities in UTF-8, one JSON object a line.",
            code="settings.aliases",
        ) from error


def actor_forms(actors: Iterable[Actor]) -> Iterator[tuple[str, Sort, str]]:
    """Every name and acronym of some actors."""
    for actor in actors:
        for name in {actor.name, *actor.names}:
            yield name, "actor", actor.id
            whole = len(name) > 7 and " " in name
            if not name.isupper() and (whole or (actor.kind == "person" and len(name) > 4)):
                yield name.upper(), "actor", actor.id
        for acronym in actor.acronyms:
            yield acronym, "acronym", actor.id


def country_forms(countries: Iterable[Country]) -> Iterator[tuple[str, Sort, str]]:
    """Every word that names a country, its people or its government."""
    for c in countries:
        lists: tuple[tuple[Sort, tuple[str, ...]], ...] = (
            ("people", c.people), ("adjective", c.adjectives), ("seat", c.seats), ("capital", c.capitals),
            ("country", (c.name, *c.names)),
        )  # fmt: skip
        for sort, names in lists:
            for name in names:
                yield name, sort, c.iso
                if len(name) > 3 and not name.isupper():
                    yield name.upper(), sort, c.iso


SHOUTED = frozenset(("IS", "WHO", "US", "TIP", "RT", "PA", "AU"))
"""Acronyms that are words where a whole line is in capitals."""


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals, or the only one there is: "THIS IS WAR"."""
    before, after = text[max(0, start - 25) : start].split()[-1:], text[end : end + 25].split()[:1]
    words = ["".join(c for c in word if c.isalpha()) for word in before + after]
    return bool(words) and all(len(word) > 1 and word.isupper() for word in words)


RANK: Mapping[Sort, int] = {
    "country": 0,
    "actor": 1,
    "acronym": 2,
    "adjective": 3,
    "people": 4,
    "seat": 5,
    "capital": 6,
}
"""Which sort a string of words is given where it is in several tables; use in the sentence decides further."""


def index(forms: Iterable[tuple[str, Sort, str]]) -> dict[str, tuple[Form, ...]]:
    """Forms by first word, longest first."""
    sorts: dict[str, dict[Sort, list[str]]] = defaultdict(dict)
    for text, sort, target in forms:
        targets = sorts[one_for_one(text)].setdefault(sort, [])
        if target not in targets:
            targets.append(target)
    found: dict[str, list[Form]] = defaultdict(list)
    for text, by_sort in sorts.items():
        sort = min(by_sort, key=lambda s: RANK[s])
        first = WORD.search(text)
        if first and first.start() == 0:
            found[first.group()].append(Form(text=text, sort=sort, targets=tuple(by_sort[sort])))
    return {first: tuple(sorted(held, key=lambda f: -len(f.text))) for first, held in found.items()}
