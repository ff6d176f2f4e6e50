"""Relate what is in a ledger: all of it anew, or the few documents that are new with what they touch."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.facets import Facet
from sayso.lexicon.packs import Pack
from sayso.model import Grade, Happening, Reading, Relations
from sayso.model._record import record
from sayso.run.around import AroundLedger
from sayso.run.collecting import uncollected
from sayso.run.drawing import redraw
from sayso.run.drives import drive_rows
from sayso.run.forked import forked
from sayso.run.judged import slim_readings
from sayso.settings import Settings
from sayso.stages.judge import EVENT, sameness
from sayso.stages.link.events.happenings import of_several
from sayso.stages.link.features import features_of
from sayso.stages.link.incremental import Renewed, relate_one
from sayso.stages.link.over import in_turn
from sayso.stages.link.packed import PackedReadings, claims_by_id
from sayso.stages.link.renewed_events import events_put_off, renewed_events
from sayso.store import Ledger, linking

LARGE = 300
"""Documents below which all are related anew: that takes a second or two, and nothing can differ from it."""
MANY = 2_000
"""Documents from which on relating all anew is shared among processes."""
FEW = 50
"""New documents at most that are related one by one, and a fiftieth of those that are held."""


def relate_all(ledger: Ledger, settings: Settings, *, anew: bool = False) -> bool:
    """Relate the documents of the ledger, with people's judgements over them, where something was read or judged since.

    A few new documents in a large ledger are related one by one, and only what they touch is looked at again; `anew`
    relates everything in any case. The picture is brought up to it as well. Gives whether anything changed.
    """
    from sayso.lexicon.packs import load_packs

    packs = load_packs(settings.packs)
    if not (anew or ledger.needs_relating() or ledger.lacks_drives()):
        redraw(ledger, facets_of(packs))
        return settings.events and find_events(ledger)
    new = None if anew or ledger.lacks_drives() else ledger.unrelated()
    if new and _is_few(len(new), ledger):
        redraw(ledger, facets_of(packs))
        if relate_new(ledger, packs, new, events=settings.events):
            return True
    return relate_anew(ledger, packs, events=settings.events, jobs=settings.relating_jobs)


def facets_of(packs: Sequence[Pack]) -> list[Facet]:
    """What the picture is drawn of."""
    return [facet for pack in packs for facet in pack.facets]


def _is_few(new: int, ledger: Ledger) -> bool:
    held = ledger.count_related()
    return held >= LARGE and new <= min(FEW, max(1, held // 50))


def relate_anew(ledger: Ledger, packs: Sequence[Pack], *, events: bool = True, jobs: int = 1) -> bool:
    """Relate everything, and draw what waits for it; whether anything changed. Without `events` none are kept, and
    pages say so. `jobs` is how many processes share in a large ledger, as the setting `relating_jobs`."""
    return related_anew(ledger, packs, events=events, jobs=jobs).changed


@record
class Related:
    """What relating everything came to."""

    changed: bool
    """Whether anything is other than before."""
    events: tuple[Happening, ...] | None
    """All events, also those of one proposition, which a ledger does not keep; None where none were worked out."""


def related_anew(ledger: Ledger, packs: Sequence[Pack], *, events: bool = True, jobs: int = 1) -> Related:
    """As `relate_anew`, with the events that were found."""
    from sayso.pipeline import happenings, relate_and_tell
    from sayso.stages.assess import graded

    with uncollected():
        readings = PackedReadings(slim_readings(ledger))
        redraw(ledger, facets_of(packs), readings)
        over = forked(jobs) if len(readings) >= MANY else in_turn
        relations, subjects, reports = relate_and_tell(readings, packs, sameness(ledger.judgements()), over)
        rows = list(drive_rows([d.id for d in readings.documents], subjects, reports, over))
        del subjects, reports
        changed = ledger.put_relations(relations)  # all that rests on processes so far is at hand
        ledger.put_drive_rows(rows)
        del rows
        ledger.put_grades(graded(relations, claims_by_id(readings), judgements=ledger.judgements()))
        readings.by_id = None
        propositions = relations.propositions
        del relations  # events look at propositions alone, and the rest is large
        people = sameness(ledger.judgements(), EVENT)
        told = happenings(readings, propositions, people, over) if events else None
        if told is not None:
            ledger.put_happenings(tuple(of_several(told)))
        else:
            ledger.forget_happenings()
        del propositions
        outlets = AroundLedger(ledger).outlets()
        found_by = over(lambda number: features_of(readings[number], outlets), range(len(readings)))
        ledger.put_features(found_by, anew=True)
    return Related(changed=changed, events=told)


def lacks_events(ledger: Ledger) -> bool:
    """Whether documents are related and none was held against its story for events: the ledger is of an older version,
    or its process was ended just then."""
    related = len(ledger.ask(linking.placed))
    return related > 0 and ledger.eventless() == related


def find_events(ledger: Ledger) -> bool:
    """Work out the events of a ledger that lacks them; whether it did."""
    from sayso.pipeline import happenings

    if not lacks_events(ledger):
        return False
    with uncollected():
        readings = PackedReadings(slim_readings(ledger))
        people = sameness(ledger.judgements(), EVENT)
        ledger.put_happenings(tuple(of_several(happenings(readings, ledger.relations().propositions, people))))
    return True


def relate_new(ledger: Ledger, packs: Sequence[Pack], new: Sequence[str], *, events: bool = True) -> bool:
    """Relate new documents one by one, earliest first; False where one touches so much that all is to be related."""
    with uncollected():
        return all(
            _relate_one_more(ledger, packs, document, events=events, last=number == len(new) - 1)
            for number, document in enumerate(new)
        )


def _relate_one_more(ledger: Ledger, packs: Sequence[Pack], document: str, *, events: bool, last: bool) -> bool:
    """Relate a document that is held and read, if it is; False where it touches too much."""
    around = AroundLedger(ledger)
    reading = around.reading(document)
    if reading is None:
        return True
    features = features_of(reading, around.outlets())
    renewed = relate_one(around, reading, features)
    if renewed is None:
        return False
    titled, grades = _finished(around, renewed, packs)
    made = (renewed_events if events else events_put_off)(around, document, renewed)
    ledger.replace_relations(
        features,
        documents=titled.documents,
        propositions=titled.propositions,
        rows=titled.rows,
        grades=grades,
        events=made,
        drives=drive_rows(sorted(renewed.documents), renewed.subjects, renewed.reports),
        last=last,
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
