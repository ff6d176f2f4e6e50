"""The entities pages: who plays a part in claims, under which names, merged or kept apart by people."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from sayso.model import Judgement
from sayso.model._record import record
from sayso.stages.judge import EntityMap, entity_map, taken_back
from sayso.store import desk
from sayso.store.ledger import Ledger
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.paging import Paging
from sayso.views.desk.people import claim_rows, entities_of

ALIKE = 90
"""From this token-set ratio (rapidfuzz, 0 to 100) two names are put to a person: the same or not?"""
COMPARED = 200
"""So many entities, those with most claims, are compared with each other."""


@record
class Candidates:
    """Two entities whose names are so alike that a person should say whether they are one."""

    left: desk.EntityRow
    right: desk.EntityRow
    likeness: float
    """Token-set ratio of the names, 0 to 100."""


@record
class EntitiesPage:
    """A page of entities."""

    text: str | None
    rows: tuple[desk.EntityRow, ...]
    queue: tuple[Candidates, ...]
    """Same or not? Most alike first; empty on a search."""
    paging: Paging


@record
class EntityPage:
    """One entity."""

    row: desk.EntityRow
    names: tuple[desk.EntityName, ...]
    """The words that name it, most frequent first."""
    members: tuple[str, ...]
    """The machine's entities that people merged into it."""
    split: tuple[str, ...]
    """Entities that people made of its names."""
    cards: tuple[Card, ...]
    others: tuple[desk.EntityRow, ...]
    """Entities with most claims, to merge it with."""
    history: tuple[Judgement, ...]
    """Same / not same and what took them back, oldest first."""
    undone: tuple[str, ...]
    """Ids of those that were taken back."""


def entities_page(ledger: Ledger, *, text: str | None, limit: int, offset: int) -> EntitiesPage:
    """Entities, those with most claims first."""
    people = entities_of(ledger)
    first = not text and not offset
    found = entities_asked(ledger, people, text=text, limit=max(limit, COMPARED) if first else limit, offset=offset)
    return EntitiesPage(
        text=text,
        rows=found.rows[:limit],
        queue=queue(ledger, found.rows[:COMPARED]) if first else (),
        paging=Paging(total=found.total, limit=limit, offset=offset),
    )


def entities_asked(ledger: Ledger, people: EntityMap, **asked: Any) -> desk.Entities:
    """Entities as people's decisions leave them."""
    return ledger.ask(desk.entities, merged=people.merged, split=people.split, **asked)


def queue(ledger: Ledger, rows: Sequence[desk.EntityRow], *, limit: int = 6) -> tuple[Candidates, ...]:
    """Pairs with like names that nobody has decided on."""
    decided = {frozenset((j.subject, j.value)) for j in live(ledger)}
    names = [row.name.lower() for row in rows]
    ratios = process.cdist(names, names, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, dtype=np.float64)
    found = [
        Candidates(left=rows[left], right=rows[right], likeness=float(ratios[left, right]))
        for left, right in np.argwhere(np.triu(ratios, 1)).tolist()
        if frozenset((rows[left].entity, rows[right].entity)) not in decided
    ]
    return tuple(sorted(found, key=lambda c: (-c.likeness, -c.left.claims - c.right.claims, c.left.entity))[:limit])


def live(ledger: Ledger) -> tuple[Judgement, ...]:
    """Decisions about entities that were not taken back."""
    judged = ledger.ask(desk.judgements_by, ("same", "not_same", "undo"))
    undone = taken_back(judged)
    return tuple(j for j in judged if j.action != "undo" and j.id not in undone)


def entity_page(ledger: Ledger, key: str) -> EntityPage | None:
    """One entity with its names and claims; None when no claim names it. One that was merged shows where it went."""
    judged = ledger.ask(desk.judgements_by, ("same", "not_same", "undo"))
    people = entity_map(judged)
    shown = people.merged.get(key, key)
    found = ledger.ask(desk.entity, shown, merged=people.merged, split=people.split, top=COMPARED)
    if found is None:
        return None
    members = people.members(shown)
    about = history(judged, {*members, key})
    return EntityPage(
        row=found.row,
        names=found.names,
        members=members[1:],
        split=tuple(alone for (entity, _), alone in people.split.items() if entity in members),
        cards=cards(ledger, claim_rows(ledger, found.claims), people),
        others=tuple(other for other in found.top if other.entity != shown),
        history=about,
        undone=tuple(sorted(taken_back(about))),
    )


def history(judged: Sequence[Judgement], entities: set[str]) -> tuple[Judgement, ...]:
    """Decisions that concern any of some entities, with what took them back."""
    own = {j.id for j in judged if j.action != "undo" and entities & {j.subject, j.value or ""}}
    return tuple(j for j in judged if j.id in own or (j.action == "undo" and j.value in own))
