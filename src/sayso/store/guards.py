"""What only SQLite can say: triggers that keep rows as they were, and the full-text indexes."""

from sqlalchemy import Connection

APPEND_ONLY = ("judgement", "custody")
SEARCHED = {"document": ("title", "text"), "claim": ("content_text", "sentence_text")}
"""Tables with a full-text index, and the columns in it."""
FROZEN = ("id", "text", "blocks", "evidence_sha256", "evidence_size_bytes")
"""Columns of a document that never change after ingest."""


def guards() -> list[str]:
    """The statements, in order, as a new ledger needs them."""
    made = [
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
        f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
        for name in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]
    made.append(
        f"CREATE TRIGGER document_no_update BEFORE UPDATE OF {', '.join(FROZEN)} ON document "
        "BEGIN SELECT RAISE(ABORT, 'the text of a document is immutable'); END"
    )
    made.append(
        "CREATE TRIGGER document_no_delete BEFORE DELETE ON document "
        "BEGIN SELECT RAISE(ABORT, 'a document is immutable'); END"
    )
    for name, columns in SEARCHED.items():
        made += _search(name, columns)
    return made


def _search(name: str, columns: tuple[str, ...]) -> list[str]:
    """A full-text index that holds no copy of the words, and the triggers that keep it so."""
    listed, options = ", ".join(columns), f"content='{name}', content_rowid='row', tokenize='unicode61'"
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    return [
        f"CREATE VIRTUAL TABLE {name}_text USING fts5({listed}, {options})",
        f"CREATE TRIGGER {name}_text_insert AFTER INSERT ON {name} BEGIN "
        f"INSERT INTO {name}_text(rowid, {listed}) VALUES (new.row, {new}); END",
        f"CREATE TRIGGER {name}_text_delete AFTER DELETE ON {name} BEGIN "
        f"INSERT INTO {name}_text({name}_text, rowid, {listed}) VALUES ('delete', old.row, {old}); END",
    ]


def missing(connection: Connection) -> list[str]:
    """The statements whose trigger or index a ledger does not have."""
    held = set(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars())
    return [statement for statement in guards() if statement not in held]
