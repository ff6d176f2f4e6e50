"""A reading as people's judgements leave it: what documents are related by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model import Claim, Judgement, Reading
from sayso.model.standing import standing, taken_back
from sayso.stages.judge.added import added_claim
from sayso.stages.judge.entities import EntityMap


def by_subject(judgements: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """Judgements by the row they are on, oldest first."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        found[judgement.subject].append(judgement)
    return {subject: tuple(held) for subject, held in found.items()}


def judged_reading(reading: Reading, judged: Mapping[str, Sequence[Judgement]], entities: EntityMap) -> Reading:
    """The reading without rejected claims, with corrected and added ones, its actors merged and split.

    A claim on which two people differ stays as the machine read it. Attributions and mentions stay as they are.
    """
    kept = [one for claim in reading.claims if (one := _kept(claim, judged.get(claim.id, ()))) is not None]
    kept += [one for claim in added(reading, judged) if (one := _kept(claim, judged[claim.id])) is not None]
    claims = tuple(_mapped(claim, entities) for claim in sorted(kept, key=lambda c: c.trigger.start))
    return reading if claims == reading.claims else replace(reading, claims=claims)


def added(reading: Reading, judged: Mapping[str, Sequence[Judgement]]) -> tuple[Claim, ...]:
    """The claims that people added to a document, those taken back left out."""
    found = []
    for judgements in judged.values():
        for judgement in judgements:
            if judgement.action != "add" or judgement.document != reading.document.id:
                continue
            claim = added_claim(judgement, reading.document, reading.sentences, reading.attributions)
            if claim is not None and judgement.id not in taken_back(judgements):
                found.append(claim)
    return tuple(found)


def _kept(claim: Claim, judgements: Sequence[Judgement]) -> Claim | None:
    if not judgements:
        return claim
    corrected, stands = standing(claim, judgements)
    return None if stands.status == "rejected" else corrected


def _mapped(claim: Claim, entities: EntityMap) -> Claim:
    arguments = tuple(entities.applied(argument) for argument in claim.arguments)
    return claim if arguments == claim.arguments else replace(claim, arguments=arguments)
