"""The ledger's readings as people's judgements leave them."""

from collections.abc import Iterator

from sayso.model import Reading
from sayso.stages.judge import by_subject, entity_map, judged_reading
from sayso.store import Ledger


def judged_readings(ledger: Ledger) -> Iterator[Reading]:
    """All readings, rejected claims left out, corrected and added ones in; in the ledger's order.

    This is what is related, drawn and briefed; `Ledger.readings` gives what machines found.
    """
    judgements = ledger.judgements()
    judged, entities = by_subject(judgements), entity_map(judgements)
    for reading in ledger.readings():
        yield judged_reading(reading, judged, entities) if judgements else reading
