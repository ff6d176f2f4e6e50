"""The ledger's readings as people's judgements leave them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.model import Mentions, Reading
from sayso.stages.judge import by_subject, entity_map, judged_reading
from sayso.stages.link.slim import slim
from sayso.store import Ledger

AT_ONCE = 200
"""Readings that are fetched with one set of questions."""


def slim_readings(ledger: Ledger) -> Iterator[Reading]:
    """The same as far as relating looks at them, fetched many at a time: a third of the time and memory of all."""
    yield from map(slim, lean_readings(ledger, ledger.document_ids()))


def briefed_readings(ledger: Ledger) -> Iterator[Reading]:
    """All readings as far as a briefing tells of them: claims, sentences and what went wrong."""
    for reading in lean_readings(ledger, ledger.document_ids(), problems=True):
        yield replace(reading, attributions=(), quotations=(), mentions=Mentions())


def lean_readings(ledger: Ledger, keys: Sequence[str], *, problems: bool = False) -> Iterator[Reading]:
    """Readings of these documents without reasons, most layers and, unless they are asked for, problems, but with all
    sentences, so that a citation can tell which one it is."""
    judgements = ledger.judgements()
    judged, entities = by_subject(judgements), entity_map(judgements)
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        found = {reading.document.id: reading for reading in ledger.slim_readings(part, problems=problems)}
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
