"""Every row of every summary, as kept step by step and as worked out anew from the rows."""

from pathlib import Path
from typing import Any

from sayso.store.connect import connect
from sayso.store.summaries import note_all, refresh

SUMMARIES = (
    "document_cells", "document_links", "entity_document", "entity_total", "voice_document", "voice_total",
    "origin_part", "origin_total",
)  # fmt: skip
Summed = dict[str, list[tuple[Any, ...]]]


def summed(connection: Any) -> Summed:
    """Every row of every summary."""
    return {
        name: sorted((tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")), key=repr)
        for name in SUMMARIES
    }


def kept_and_anew(path: Path) -> tuple[Summed, Summed]:
    """The summaries of a ledger as they are, and as worked out from nothing but the rows."""
    engine = connect(path)
    with engine.begin() as connection:
        before = summed(connection)
        for name in SUMMARIES:
            connection.exec_driver_sql(f"DELETE FROM {name}")
        note_all(connection)
        refresh(connection)
        assert connection.exec_driver_sql("SELECT count(*) FROM stale WHERE kind != 'picture'").scalar() == 0
        after = summed(connection)
    engine.dispose()
    return before, after
