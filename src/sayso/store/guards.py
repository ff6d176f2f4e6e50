"""What only SQLite can say: triggers that keep rows as they were, and the full-text indexes."""

from sqlalchemy import Connection

APPEND_ONLY = ("judgement", "custody", "removal")
SEARCHED = {"document": ("title", "text"), "claim": ("content_text", "sentence_text")}
"""Tables with a full-text index, and the columns in it."""
FROZEN = ("id", "text", "blocks", "evidence_sha256", "evidence_size_bytes")
"""Columns of a document that never change after ingest."""
UNLESS = {
    ("judgement", "DELETE"): (
        "WHEN NOT EXISTS (SELECT 1 FROM removal, json_each(removal.judgements) AS gone WHERE gone.value = old.id) "
    ),
    ("custody", "UPDATE"): (
        "WHEN NOT (old.action = 'judge' AND new.subject = 'removed' AND new.number = old.number AND new.at = old.at "
        "AND new.actor = old.actor AND new.action = old.action AND new.tool = old.tool "
        "AND new.before IS old.before AND new.after IS old.after) "
    ),
}
"""What the removal of a document may do: delete the judgements that it lists, and leave a name out of the chain of
custody where an entity's id holds one (`sayso.store.removing`)."""
NOT_REMOVED = "WHEN (SELECT action FROM custody WHERE subject = old.id ORDER BY number DESC LIMIT 1) IS NOT 'remove'"
"""A document goes only when the chain of custody says so."""


def guards() -> list[str]:
    """The statements, in order, as a new ledger needs them."""
    made = [
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} {UNLESS.get((name, verb), '')}"
        f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
        for name in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]
    made.append(
        f"CREATE TRIGGER document_no_update BEFORE UPDATE OF {', '.join(FROZEN)} ON document "
        "BEGIN SELECT RAISE(ABORT, 'the text of a document is immutable'); END"
    )
    made.append(
        f"CREATE TRIGGER document_no_delete BEFORE DELETE ON document {NOT_REMOVED} "
        "BEGIN SELECT RAISE(ABORT, 'a document is immutable'); END"
    )
    for name, columns in SEARCHED.items():
        made += _search(name, columns)
    return made + _noted() + _drawn()


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


PART_OF = (
    "'part', proposition FROM proposition_claims WHERE value = {claim} UNION ALL SELECT 'part', {claim} "
    "WHERE NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = {claim})"
)
"""What a claim is counted in for its origin: its proposition, or the claim by itself when it is in none."""
TOUCHED = {
    "claim": "'document', {row}.document",
    "attribution": "'document', {row}.document",
    "origin_claims": PART_OF.format(claim="{row}.value"),
    "proposition_claims": (
        "'part', {row}.proposition UNION ALL SELECT 'part', value FROM origin_claims WHERE value = {row}.value "
        "UNION ALL SELECT 'part', part FROM origin_part WHERE part = {row}.value"
    ),
    "grade": (
        "'grade', claim.document FROM proposition_claims AS of JOIN claim ON claim.id = of.value "
        "WHERE {row}.scale = 'credibility' AND of.proposition = {row}.subject"
    ),
    "proposition_contradictions": " UNION ALL SELECT ".join(
        PART_OF.format(claim=f'{{row}}."{side}"') for side in ("left", "right")
    ),
}
"""What a row that comes or goes touches: the summaries of it are worked out anew (`sayso.store.summaries`)."""
CHANGED = {
    "document": ("outlet, published_start", "'document', new.id"),
    "proposition": ("origins_at_least, origins_at_most", "'part', new.id"),
    "origin": ("name, kind, held", "'origin', new.id"),
}
"""Columns that summaries copy or count by, and what a change of them touches."""


DRAWN_CLAIM = """
SELECT 'backing', document FROM claim WHERE id = {claim}
UNION SELECT 'backing', document FROM judgement WHERE subject = {claim} AND action = 'add' AND document IS NOT NULL"""
"""The document in which a claim is drawn, by the machine or by a person who added it."""
BACKED = {
    "origin_claims": ("AFTER {verb} ON origin_claims", DRAWN_CLAIM.format(claim="{row}.value")),
    "proposition_claims": ("AFTER {verb} ON proposition_claims", DRAWN_CLAIM.format(claim="{row}.value")),
}
DRAWN = {
    "reading_drawn_insert": ("AFTER INSERT ON reading", "SELECT 'picture', new.document"),
    "claim_drawn_insert": ("AFTER INSERT ON claim", "SELECT 'picture', new.document"),
    "claim_drawn_delete": ("AFTER DELETE ON claim", "SELECT 'picture', old.document"),
    "judgement_drawn_insert": (
        "AFTER INSERT ON judgement",
        """SELECT 'picture', document FROM judgement WHERE subject = new.subject AND document IS NOT NULL
UNION SELECT 'picture', document FROM claim WHERE id = new.subject
UNION SELECT 'picture', document FROM entity_document WHERE entity IN (new.subject, new.value)""",
    ),
    "judgement_corrected_insert": (
        "AFTER INSERT ON judgement WHEN new.action IN ('correct', 'undo')",
        "SELECT 'document', document FROM claim WHERE id = new.subject",
    ),
    "judgement_graded_insert": (
        "AFTER INSERT ON judgement WHEN new.action IN ('grade', 'undo')",
        """SELECT 'grade', claim.document FROM origin_claims AS own JOIN claim ON claim.id = own.value
WHERE own.origin = new.subject""",
    ),
    "proposition_drawn_update": (
        "AFTER UPDATE OF origins_at_least ON proposition",
        """SELECT 'backing', claim.document FROM proposition_claims AS of JOIN claim ON claim.id = of.value
WHERE of.proposition = new.id""",
    ),
}
"""What changes the picture of a document: its claims, a judgement in it or on an entity, what stands behind a claim;
and what a person's grade of an origin or correction of a claim changes."""


def _drawn() -> list[str]:
    """Triggers that note which documents are to be drawn anew, or what stands behind their claims counted anew."""
    found = dict(DRAWN)
    for name, (when, touched) in BACKED.items():
        for verb, row in (("INSERT", "new"), ("DELETE", "old")):
            found[f"{name}_backing_{verb.lower()}"] = when.format(verb=verb), touched.format(row=row).strip()
    return [
        f"CREATE TRIGGER {name} {when} BEGIN INSERT OR IGNORE INTO stale (kind, key) {touched}; END"
        for name, (when, touched) in found.items()
    ]


def _noted() -> list[str]:
    """Triggers that note what is to be summed up anew at the end of the transaction."""
    note = "BEGIN INSERT OR IGNORE INTO stale (kind, key) SELECT"
    made = [
        f"CREATE TRIGGER {name}_noted_{verb.lower()} AFTER {verb} ON {name} {note} {touched.format(row=row)}; END"
        for name, touched in TOUCHED.items()
        for verb, row in (("INSERT", "new"), ("DELETE", "old"))
    ]
    return made + [
        f"CREATE TRIGGER {name}_noted_update AFTER UPDATE OF {columns} ON {name} {note} {touched}; END"
        for name, (columns, touched) in CHANGED.items()
    ]


def missing(connection: Connection) -> list[str]:
    """The statements whose trigger or index a ledger does not have."""
    held = set(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars())
    return [statement for statement in guards() if statement not in held]
