"""Ids that would tell a name: those of entities are made of it, those of origins are a digest of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from sayso.model import EntityKind, Relations
from sayso.views.masking.finding import Cut
from sayso.views.masking.persons import Person

KINDS = "|".join(get_args(EntityKind))
ENTITY = re.compile(rf"\b(?P<kind>{KINDS})-(?P<slug>[\w-]+)-[0-9a-f]{{6}}\b")
"""An id made of a name and its digest."""
ORIGIN = re.compile(r"\bo-[0-9a-f]{6,}\b")
GIST = re.compile(r"\bg-[0-9a-f]{6,}\b")
GIST_LABEL = "g-masked"
"""What stands for the digest of what is claimed, which is made of names that can be tried."""


class Ids:
    """What stands for ids."""

    def __init__(self, persons: Iterable[Person], relations: Relations, masked: Callable[[str], str]) -> None:
        self._entities = {
            entity: person.label.replace(" ", "-")
            for person in persons
            if person.is_masked
            for entity in person.entities
        }
        self._masked = masked
        self._origins = dict(self._of_origins(relations))
        self._slugs = re.compile(
            "|".join(rf"(?<![\w-]){re.escape(e)}(?![\w-])" for e in sorted(self._entities)) or "$^"
        )

    def _of_origins(self, relations: Relations) -> Iterator[tuple[str, str]]:
        voices = [(o.id, o.name) for o in relations.origins]
        voices += [(v.origin, v.name) for d in relations.drives for v in (*d.voices, *d.denied_by)]
        named: dict[str, str] = {}
        for key, name in voices:
            if key in self._entities:
                yield key, f"o-{self._entities[key]}"
            elif name and (words := self._masked(name)) != name:
                yield key, named.setdefault(words, f"o-masked-{len(named) + 1}")

    def cuts(self, text: str) -> Iterator[Cut]:
        """Ids in some words that would tell a masked name."""
        for match in self._slugs.finditer(text):
            yield Cut(start=match.start(), end=match.end(), label=self._entities[match.group()])
        for match in ENTITY.finditer(text):
            if match.group() not in self._entities and self._masked(match["slug"]) != match["slug"]:
                yield Cut(start=match.start(), end=match.end(), label=f"{match['kind']}-masked")
        for match in ORIGIN.finditer(text):
            if match.group() in self._origins:
                yield Cut(start=match.start(), end=match.end(), label=self._origins[match.group()])
        for match in GIST.finditer(text):
            yield Cut(start=match.start(), end=match.end(), label=GIST_LABEL)
