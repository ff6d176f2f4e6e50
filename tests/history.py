"""A ledger to which things happen by lot: documents come, are read anew, judged, and related."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.model import Claim, Document, Judgement, digest
from sayso.stages.assess import assess
from sayso.store import Ledger
from shared import loaded

made_up = loaded(Path(__file__).parents[1] / "bench/made_up.py")
"""The made-up ledger that benches use: it has everything in it, few things often and most of them once."""
Told = tuple[Claim, Document]


class History:
    """A ledger to which things happen by lot."""

    def __init__(self, ledger: Ledger, seed: int) -> None:
        self.ledger, self.chance, self.world, self.number = ledger, random.Random(seed), made_up.world(seed), 0

    def read(self) -> None:
        """A document comes in."""
        reading = made_up.reading(self.world, self.number)
        self.number += 1
        self.ledger.add(reading.document)
        self.ledger.put_reading(reading)

    def read_again(self) -> None:
        """A document is read anew: some claims are gone, others are of another type or firmness."""
        reading = self.chance.choice(list(self.ledger.readings()))
        kept = [claim for claim in reading.claims if self.chance.random() < 0.8]
        claims = tuple(
            replace(claim, factuality="possible", event_type="AID") if self.chance.random() < 0.2 else claim
            for claim in kept
        )
        attributions = tuple(a for a in reading.attributions if self.chance.random() < 0.9)
        known = {a.id for a in attributions}
        claims = tuple(replace(c, attribution=c.attribution if c.attribution in known else None) for c in claims)
        again = replace(reading, claims=claims, attributions=attributions, read_by=str(self.chance.random()))
        self.ledger.put_reading(again)

    def judge(self) -> None:
        """A person decides something, or takes it back."""
        judgements = self.ledger.judgements()
        claim, document = self.chance.choice(list(told(self.ledger)))
        entities = sorted({a.entity for c, _ in told(self.ledger) for a in c.arguments if a.entity})
        action = self.chance.choice(("accept", "reject", "correct", "undo", "undo", "same", "not_same", "grade"))
        values: dict[str, Any] = {"subject": claim.id, "document": document.id, "anchor": claim.content}
        if action == "undo":
            if not judgements:
                return
            back = self.chance.choice(judgements)
            values = {"subject": back.subject, "value": back.id}
        elif action == "correct":
            values |= self.correction(claim)
        elif action == "grade":
            origins = self.ledger.relations().origins
            if not origins:
                return
            values = {"subject": self.chance.choice(origins).id, "value": self.chance.choice("ABCDEF")}
        elif action == "same":
            first, second = self.chance.sample(entities, 2)
            values = {"subject": first, "value": second}
        elif action == "not_same":
            entity = self.chance.choice(entities)
            words = [a.span.text for c, _ in told(self.ledger) for a in c.arguments if a.entity == entity]
            values = {"subject": entity, "value": words[0], "field": "name"}
        at = datetime(2026, 1, 1, tzinfo=UTC).replace(microsecond=len(judgements))
        by = self.chance.choice(("Ann", "Ben"))
        self.ledger.judge(Judgement(id="j-" + digest([len(judgements)]), action=action, by=by, at=at, **values))

    def correction(self, claim: Claim) -> dict[str, str]:
        """A field and another value for it."""
        given = {
            "factuality": ('"planned"', '"asserted"'), "event_type": ('"AID"', '"BAN"'), "sort": ('"plan"',),
            "period.start": ('"2001-01-01"', "null"), "places.0.country": ('"NZ"', "null"),
            "arguments.0.span": (json.dumps({"start": 0, "end": 4, "text": claim.content.text[:4]}),),
        }  # fmt: skip
        field = self.chance.choice(sorted(given))
        return {"field": field, "value": self.chance.choice(given[field])}

    def relate(self) -> None:
        """Documents are related."""
        relations = made_up.relations(self.world)
        self.ledger.put_relations(relations)
        claims = (claim for claim, _ in told(self.ledger))
        self.ledger.put_grades(assess(relations, claims, judgements=self.ledger.judgements()))


def told(ledger: Ledger) -> Iterator[Told]:
    """All claims by day, document and place in it."""
    for reading in ledger.readings():
        for claim in reading.claims:
            yield claim, reading.document
