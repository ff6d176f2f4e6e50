"""Relate what is in a ledger: all of it anew, or the few documents that are new with what they touch."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.packs import Pack
from sayso.model import Grade, Reading, Relations
from sayso.run.around import AroundLedger
from sayso.run.collecting import uncollected
from sayso.run.drawing import redraw
from sayso.run.judged import slim_readings
from sayso.settings import Settings
from sayso.stages.link.incremental import Renewed, features_of, relate_one
from sayso.store import Ledger

LARGE = 300
"""Documents below which all are related anew: that takes a second or two, and nothing can differ from it."""
FEW = 50
"""New documents at most that are related one by one, and a fiftieth of those that are held."""


def relate_all(ledger: Ledger, settings: Settings, *, anew: bool = False) -> bool:
    """Relate the documents of the ledger, with people's judgements over them, where something was read or judged since.

    A few new documents in a large ledger are related one by one, and only what they touch is looked at again; `anew`
    relates everything in any case. The picture is brought up to it as well. Gives whether anything changed.
    """
    from sayso.lexicon.packs import load_packs

    packs = load_packs(settings.packs)
    redraw(ledger, [facet for pack in packs for facet in pack.facets])
    if not (anew or ledger.needs_relating()):
        return False
    new = None if anew else ledger.unrelated()
    if new and _is_few(len(new), ledger) and relate_new(ledger, packs, new):
        return True
    return relate_anew(ledger, packs)


def _is_few(new: int, ledger: Ledger) -> bool:
    held = ledger.count_related()
    return held >= LARGE and new <= min(FEW, max(1, held // 50))


def relate_anew(ledger: Ledger, packs: Sequence[Pack]) -> bool:
    """Relate everything; whether anything changed."""
    from sayso.pipeline import relate
    from sayso.stages.assess import graded

    with uncollected():
        readings = tuple(slim_readings(ledger))
        relations = relate(readings, packs)
        changed = ledger.put_relations(relations)
        claims = (claim for reading in readings for claim in reading.claims)
        ledger.put_grades(graded(relations, claims, judgements=ledger.judgements()))
        del relations
        outlets = AroundLedger(ledger).outlets()
        ledger.put_features((features_of(reading, outlets) for reading in readings), anew=True)
    return changed


def relate_new(ledger: Ledger, packs: Sequence[Pack], new: Sequence[str]) -> bool:
    """Relate new documents one by one, earliest first; False where one touches so much that all is to be related."""
    for number, document in enumerate(new):
        around = AroundLedger(ledger)
        reading = around.reading(document)
        if reading is None:
            continue
        features = features_of(reading, around.outlets())
        renewed = relate_one(around, reading, features)
        if renewed is None:
            return False
        titled, grades = _finished(around, renewed, packs)
        ledger.replace_relations(
            features,
            documents=titled.documents,
            propositions=titled.propositions,
            rows=titled.rows,
            grades=grades,
            last=number == len(new) - 1,
        )
    return True


def _finished(around: AroundLedger, renewed: Renewed, packs: Sequence[Pack]) -> tuple[Renewed, Sequence[Grade]]:
    """With the titles of propositions, and with grades."""
    from sayso.pipeline import titled
    from sayso.stages.assess import assess

    readings: Sequence[Reading] = around.remembered()
    whole: Relations = titled(replace(renewed.rows, derivations=renewed.lineage), readings, packs)
    rows = replace(whole, derivations=renewed.rows.derivations)
    claims = (claim for reading in readings for claim in reading.claims)
    return replace(renewed, rows=rows), assess(rows, claims, judgements=around.judgements)
