"""Rows as people have judged them: what stands, what was corrected, where people and machine differ.

It stands here and not in a stage because the store sums up by it too: what a person's correction makes of a claim is
one question, with one answer.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal, Protocol

from pydantic import ValidationError

from sayso.model._record import record
from sayso.model.adapters import adapter
from sayso.model.claim import Claim
from sayso.model.judgement import Judgement

Status = Literal["unreviewed", "accepted", "rejected", "disputed"]


@record
class Correction:
    """A field to which a person gave another value than the machine."""

    field: str
    """Path in the claim: `quantities.0.high`."""
    machine: str
    """The machine's value as JSON."""
    person: str
    """The person's value as JSON."""
    by: str
    reason: str | None


@record
class Standing:
    """What people's judgements come to for one row."""

    status: Status
    """`disputed` when two people decided differently and neither took it back."""
    corrections: tuple[Correction, ...]
    """Corrections in force, one a field and person."""
    disputed_fields: tuple[str, ...]
    """Fields to which two people gave different values."""
    history: tuple[Judgement, ...]
    """Every judgement on the row, oldest first, those that were undone included."""
    undone: tuple[str, ...]
    """Ids of the judgements that were taken back."""


def standing(claim: Claim, judgements: Sequence[Judgement]) -> tuple[Claim, Standing]:
    """The claim with the corrections in force applied, and what people decided about it.

    A person's later judgement replaces that person's earlier one of the same sort; two people's are both kept, and
    where they differ the machine's value stays and the field is disputed. A correction that no longer fits the row
    (a version read it differently) is kept in the history and not applied.
    """
    undone = taken_back(judgements)
    live = [j for j in judgements if j.id not in undone and j.action != "undo"]
    verdicts = {j.by: j.action for j in live if j.action in ("accept", "reject")}
    values: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for judgement in live:
        if judgement.action == "correct" and judgement.field and judgement.value is not None:
            values[judgement.field][judgement.by] = judgement
    corrections = []
    disputed = []
    corrected = claim
    latest = sorted(values.items(), key=lambda item: max((j.at, j.id) for j in item[1].values()))
    for field, by_person in latest:  # of a figure and a part of it the later one holds
        machine = value_at(claim, field)
        corrections += [
            Correction(field=field, machine=machine, person=str(j.value), by=j.by, reason=j.reason)
            for j in by_person.values()
        ]
        if len({j.value for j in by_person.values()}) > 1:
            disputed.append(field)
        else:
            corrected = corrected_claim(corrected, field, next(iter(by_person.values())).value or "null")
    return corrected, Standing(
        status=status(verdicts.values()),
        corrections=tuple(corrections),
        disputed_fields=tuple(disputed),
        history=tuple(judgements),
        undone=tuple(undone),
    )


class Decided(Protocol):
    """As much of a judgement as tells what takes back what."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def action(self) -> str:
        """What it does."""

    @property
    def value(self) -> str | None:
        """Id of the judgement that an `undo` takes back."""

    @property
    def at(self) -> Any:
        """When: anything that sorts."""


def taken_back(judgements: Iterable[Decided]) -> set[str]:
    """Ids of judgements that were undone, and not redone by undoing the undo."""
    undone: set[str] = set()
    for judgement in sorted((j for j in judgements if j.action == "undo"), key=lambda j: j.at, reverse=True):
        if judgement.id not in undone and judgement.value:
            undone.add(judgement.value)
    return undone


def status(verdicts: Iterable[str]) -> Status:
    """What verdicts of several people come to.

    >>> status(["accept", "accept"]), status(["accept", "reject"]), status([])
    ('accepted', 'disputed', 'unreviewed')
    """
    given = set(verdicts)
    if len(given) > 1:
        return "disputed"
    return {"accept": "accepted", "reject": "rejected"}.get(next(iter(given), ""), "unreviewed")  # type: ignore[return-value]


def value_at(claim: Claim, path: str) -> str:
    """The value at a field path as JSON; `null` where there is none."""
    held: Any = adapter(Claim).dump_python(claim, mode="json")
    for step in path.split("."):
        if isinstance(held, list):
            held = held[int(step)] if step.isdigit() and int(step) < len(held) else None
        else:
            held = held.get(step) if isinstance(held, dict) else None
    return json.dumps(held, ensure_ascii=False)


def corrected_claim(claim: Claim, path: str, value: str) -> Claim:
    """The claim with one field replaced; the claim itself where the path or the value does not fit."""
    whole = adapter(Claim).dump_python(claim, mode="json")
    held: Any = whole
    *way, last = path.split(".")
    try:
        for step in way:
            held = held[int(step)] if isinstance(held, list) else held[step]
        if isinstance(held, list):
            held[int(last)] = json.loads(value)
        elif last in held:
            held[last] = json.loads(value)
        made: Claim = adapter(Claim).validate_python(whole)
        return made
    except (KeyError, IndexError, ValueError, TypeError, ValidationError):
        return claim
