"""Which entities people hold to be one, and which names they took from an entity."""

import re
from collections.abc import Mapping, Sequence

from sayso.model import Argument, Judgement
from sayso.model._record import record
from sayso.model.standing import taken_back


@record
class EntityMap:
    """What people decided about entities. Empty where nobody decided anything."""

    merged: Mapping[str, str]
    """Entity -> the entity it is one with: the one that the merge was made on."""
    split: Mapping[tuple[str, str], str]
    """(Entity, words that named it) -> the entity that these words name by themselves."""

    def of(self, entity: str | None, words: str) -> str | None:
        """The entity that words lead to when the machine said `entity`."""
        if entity is None:
            return None
        alone = self.split.get((entity, words))
        return self.merged.get(alone or entity, alone or entity)

    def members(self, entity: str) -> tuple[str, ...]:
        """The machine's entities that are shown as this one, itself first."""
        return (entity, *(key for key, into in self.merged.items() if into == entity))

    def applied(self, argument: Argument) -> Argument:
        """An argument that leads to the entity that people decided on; a split one loses the old name."""
        entity = self.of(argument.entity, argument.span.text)
        if entity == argument.entity:
            return argument
        alone = (argument.entity or "", argument.span.text) in self.split
        value = argument.span.text if alone else argument.value
        return Argument(role=argument.role, span=argument.span, entity=entity, value=value, order=argument.order)


def without_name(entity: str, words: str) -> str:
    """Id of what words name once they are taken from an entity.

    >>> without_name("wagner-group", "the Musicians")
    'wagner-group--the-musicians'
    """
    slug = re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "name"
    return f"{entity}--{slug}"


def entity_map(judgements: Sequence[Judgement]) -> EntityMap:
    """What `same` and `not_same` come to: the latest decision on a pair or name that was not taken back holds.

    A person's decision wins over the machine's. Where two people differ on a pair, neither holds: the machine's
    answer, that they are two, stays.
    """
    undone = taken_back(judgements)
    pairs: dict[tuple[str, str], dict[str, Judgement]] = {}
    names: dict[tuple[str, str], dict[str, Judgement]] = {}
    for judgement in judgements:
        if judgement.id in undone or judgement.action not in ("same", "not_same") or not judgement.value:
            continue
        if judgement.field in ("claim", "event"):
            continue  # of two claims: `sameness`
        if judgement.field == "name":
            names.setdefault((judgement.subject, judgement.value), {})[judgement.by] = judgement
        else:
            key = (min(judgement.subject, judgement.value), max(judgement.subject, judgement.value))
            pairs.setdefault(key, {})[judgement.by] = judgement
    agreed = [_latest(held) for held in pairs.values() if {j.action for j in held.values()} == {"same"}]
    apart = [key for key, held in names.items() if {j.action for j in held.values()} == {"not_same"}]
    return EntityMap(merged=_closed(agreed), split={key: without_name(*key) for key in apart})


def _latest(held: Mapping[str, Judgement]) -> Judgement:
    return max(held.values(), key=lambda j: (j.at, j.id))


def _closed(same: Sequence[Judgement]) -> dict[str, str]:
    """Every entity that was merged away -> the one that stays; earlier merges follow later ones."""
    into: dict[str, str] = {}

    def root(entity: str) -> str:
        while entity in into:
            entity = into[entity]
        return entity

    for judgement in sorted(same, key=lambda j: (j.at, j.id)):
        stays, goes = root(judgement.subject), root(judgement.value or "")
        if stays != goes:
            into[goes] = stays
    return {entity: root(entity) for entity in into}
