"""The ledger's readings as people's judgements leave them."""

from collections.abc import Callable, Iterator, Sequence

from sayso.model import Reading
from sayso.stages.judge import by_subject, entity_map, judged_reading
from sayso.stages.link.slim import slim
from sayso.store import Ledger


def judged_readings(ledger: Ledger) -> Iterator[Reading]:
    """All readings, rejected claims left out, corrected and added ones in; in the ledger's order.

    This is what is related, drawn and briefed; `Ledger.readings` gives what machines found.
    """
    read = judged_reading_of(ledger)
    for key in ledger.document_ids():
        reading = read(key)
        if reading is not None:
            yield reading


AT_ONCE = 200
"""Readings that are fetched with one set of questions."""


def slim_readings(ledger: Ledger) -> Iterator[Reading]:
    """The same as far as relating looks at them, fetched many at a time: a third of the time and memory of all."""
    yield from map(slim, lean_readings(ledger, ledger.document_ids()))


def lean_readings(ledger: Ledger, keys: Sequence[str]) -> Iterator[Reading]:
    """Readings of these documents without reasons, problems and most layers, but with all sentences, so that a citation
    can tell which one it is."""
    judgements = ledger.judgements()
    judged, entities = by_subject(judgements), entity_map(judgements)
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        found = {reading.document.id: reading for reading in ledger.slim_readings(part)}
        for key in part:
            if key in found:
                yield judged_reading(found[key], judged, entities) if judgements else found[key]


def judged_reading_of(ledger: Ledger) -> Callable[[str], Reading | None]:
    """What gives one reading so by the id of its document, None for one that was not read."""
    judgements = ledger.judgements()
    judged, entities = by_subject(judgements), entity_map(judgements)

    def read(key: str) -> Reading | None:
        reading = ledger.reading(key)
        return judged_reading(reading, judged, entities) if reading and judgements else reading

    return read
