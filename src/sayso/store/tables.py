"""The tables of the ledger, derived from the records. SQLAlchemy Core only: no ORM."""

from typing import Any

from sqlalchemy import Column as SqlColumn
from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import REAL, TypeEngine

from sayso.model import (
    Attribution,
    Change,
    Claim,
    Derivation,
    Document,
    DocumentRelation,
    Grade,
    Happening,
    Judgement,
    Origin,
    Problem,
    Proposition,
    Reading,
    RecruitmentDrive,
)
from sayso.store import shape
from sayso.store.journal import Custody, Removal, Run

METADATA = MetaData()

CHILDREN: dict[Any, tuple[str, ...]] = {
    Reading: ("document", "attributions", "claims", "problems"),
    Claim: ("arguments", "chain", "quantities", "money", "places"),
    Origin: ("claims",),
    Proposition: ("claims", "documents", "figures", "contradictions"),
    Happening: ("propositions", "documents", "tellings"),
}
"""Fields that are tables of their own because the ledger filters or joins by them; other tuples are JSON."""

TYPES: dict[str, TypeEngine[Any]] = {"TEXT": Text(), "INTEGER": Integer(), "REAL": REAL(), "BLOB": LargeBinary()}


def to(table: str, **options: Any) -> SqlColumn[Any]:
    """A column that refers to a row's `id` in another table."""
    return SqlColumn(table, Text(), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, **options)


def number() -> SqlColumn[Any]:
    """Place among the rows of the same parent, from 0."""
    return SqlColumn("n", Integer(), nullable=False)


def derived(record: Any, *, key: str | None = "id") -> list[SqlColumn[Any]]:
    """Columns for a record, in the order of its fields; `key` names the primary one."""
    return [
        SqlColumn(column.name, TYPES[column.storage], nullable=column.optional, primary_key=column.name == key)
        for column in shape.columns(record, without=CHILDREN.get(record, ()))
    ]


def table(name: str, *parts: Any, **options: Any) -> Table:
    """A STRICT table."""
    return Table(name, METADATA, *parts, sqlite_strict=True, **options)


def child(record: Any, parent: str, field: str, element: Any) -> Table:
    """A table of the tuple `field` of a record; a tuple of strings has one column, `value`."""
    own = [SqlColumn("value", Text(), nullable=False)] if element is str else derived(element, key=None)
    key = PrimaryKeyConstraint(parent, "n")
    return table(f"{parent}_{field}", to(parent), number(), *own, key, sqlite_with_rowid=False)


def row_number() -> SqlColumn[Any]:
    """The full-text index counts on it: SQLite may change a row's own number, but not a declared one."""
    return SqlColumn("row", Integer(), primary_key=True)


document = table("document", row_number(), *derived(Document, key=None), UniqueConstraint("id"))
reading = table(
    "reading",
    to("document", primary_key=True),
    *derived(Reading, key=None),
    SqlColumn("digest", Text(), nullable=False),
)
attribution = table("attribution", to("document"), number(), *derived(Attribution))
claim = table("claim", row_number(), to("document"), number(), *derived(Claim, key=None), UniqueConstraint("id"))
problem = table(
    "problem",
    SqlColumn("number", Integer(), primary_key=True),
    SqlColumn("document", Text(), ForeignKey("document.id", ondelete="CASCADE")),
    SqlColumn("run", Text()),
    *derived(Problem, key=None),
)
document_relation = table("document_relation", number(), *derived(DocumentRelation, key="document"))
derivation = table("derivation", SqlColumn("n", Integer(), primary_key=True), *derived(Derivation, key=None))
change = table("change", SqlColumn("n", Integer(), primary_key=True), *derived(Change, key=None))
origin = table("origin", number(), *derived(Origin))
proposition = table("proposition", number(), *derived(Proposition))
happening = table("happening", number(), *derived(Happening))
"""Events that several propositions tell of."""
grade = table("grade", SqlColumn("n", Integer(), primary_key=True), *derived(Grade, key=None))
judgement = table("judgement", *derived(Judgement))
run = table("run", *derived(Run))
custody = table("custody", SqlColumn("number", Integer(), primary_key=True), *derived(Custody, key=None))
removal = table("removal", SqlColumn("number", Integer(), primary_key=True), *derived(Removal, key=None))
"""Documents that were taken out: all that is kept of them."""


def _element(record: Any, field: str) -> Any:
    return next(part.kind.__args__[0] for part in shape.parts(record) if part.name == field)


PARENTS: dict[Any, Table] = {Claim: claim, Origin: origin, Proposition: proposition, Happening: happening}
NESTED: dict[Any, dict[str, tuple[Table, Any]]] = {
    record: {
        field: (child(record, parent.name, field, _element(record, field)), _element(record, field))
        for field in CHILDREN[record]
    }
    for record, parent in PARENTS.items()
}
"""For each record with tables of its own: field name to table and type of its rows."""

claim_arguments = NESTED[Claim]["arguments"][0]

# --- summaries: derived from the rows above, see store/summaries.py ---------------------------------------------------


def words(name: str, *, optional: bool = False, **options: Any) -> SqlColumn[Any]:
    """A column of text."""
    return SqlColumn(name, Text(), nullable=optional, **options)


def amount(*names: str) -> list[SqlColumn[Any]]:
    """Columns of counts."""
    return [SqlColumn(name, Integer(), nullable=False) for name in names]


stale = table("stale", words("kind", primary_key=True), words("key", primary_key=True), sqlite_with_rowid=False)
"""What changed in this transaction and is to be summed up anew."""
term = table(
    "term",
    SqlColumn("id", Integer(), primary_key=True),
    words("field"),
    words("text"),
    UniqueConstraint("field", "text"),
)
"""Words that cells and links have numbers for."""
document_cells = table(
    "document_cells", to("document", primary_key=True), words("outlet", optional=True),
    words("published", optional=True),
    *(SqlColumn(name, LargeBinary(), nullable=False) for name in ("cells", "grades")),
)  # fmt: skip
"""A document's claims as `store.columns.CELL` and `GRADES`, in the order of the text."""
document_links = table(
    "document_links", words("field", primary_key=True), to("document", primary_key=True),
    SqlColumn("links", LargeBinary(), nullable=False), sqlite_with_rowid=False,
)  # fmt: skip
"""What its claims have several of, as `store.columns.LINK`."""
entity_document = table(
    "entity_document", words("entity", primary_key=True), to("document", primary_key=True),
    words("name", optional=True), words("roles"), *amount("claims"), sqlite_with_rowid=False,
)  # fmt: skip
entity_total = table(
    "entity_total", words("entity", primary_key=True), words("name"), words("roles"), *amount("claims", "documents")
)
voice_document = table(
    "voice_document", words("kind", primary_key=True), words("name", primary_key=True),
    to("document", primary_key=True), words("entity", optional=True), *amount("attributions", "claims"),
    sqlite_with_rowid=False,
)  # fmt: skip
voice_total = table(
    "voice_total", words("kind", primary_key=True), words("name", primary_key=True), words("entity", optional=True),
    *amount("attributions", "claims", "documents"),
)  # fmt: skip
origin_total = table(
    "origin_total", to("origin", primary_key=True), words("name", optional=True), words("kind"),
    *amount("held", "claims", "propositions", "alone", "corroborated", "contradicted"),
)  # fmt: skip
origin_part = table(
    "origin_part", words("part", primary_key=True), words("origin", primary_key=True),
    *amount("claims", "propositions", "alone", "corroborated", "contradicted"), sqlite_with_rowid=False,
)  # fmt: skip
"""What each origin has in each proposition, or in a claim that is in none: `origin_total` is the sum of these."""
drawn_document = table(
    "drawn_document", to("document", primary_key=True), words("drawn_by"), words("first_day", optional=True),
    words("day_after", optional=True), words("claims"),
    *(SqlColumn(name, LargeBinary(), nullable=False) for name in ("firmness", "entries", "backing")),
)  # fmt: skip
"""What a document's claims put into the picture, as `store.picture_rows.ENTRY` and `BACKING`."""

# --- what documents are found by when one more is related: see store/linking.py ---------------------------------------

link_key = table(
    "link_key",
    *(SqlColumn(name, Integer(), primary_key=True, autoincrement=False) for name in ("kind", "key", "owner")),
    sqlite_with_rowid=False,
)
"""Numbers that documents or claims share with those that they may be kin to; `owner` is the `row` of either."""
link_document = table("link_document", to("document", primary_key=True), words("digest"))
"""Documents that are related, with the digest of the reading that was."""
event_document = table("event_document", to("document", primary_key=True))
"""Related documents that were held against their story for events; the others wait for it."""
link_word = table("link_word", words("word", primary_key=True), *amount("documents"), sqlite_with_rowid=False)
"""In how many of these a stem stands."""

drive_report = table("drive_report", to("document", primary_key=True), words("digest"), words("about"), words("told"))
"""What related documents tell of recruitment drives, as JSON; none for those that tell nothing."""
drive = table("drive", *derived(RecruitmentDrive))
"""Drives as worked out from these; their propositions are looked up by their claims."""
drive_made = table("drive_made", words("id", primary_key=True), words("made_of"), sqlite_with_rowid=False)
"""What each drive was worked out from, also one that nobody affirms."""
drive_waiting = table("drive_waiting", words("document", primary_key=True), sqlite_with_rowid=False)
"""Documents that tell something else since; an empty id stands for all."""

proposition_claims, proposition_contradictions = (
    NESTED[Proposition]["claims"][0],
    NESTED[Proposition]["contradictions"][0],
)
origin_claims = NESTED[Origin]["claims"][0]

Index("attribution_of_document", attribution.c.document, attribution.c.n)
voice = (attribution.c.voice_kind, attribution.c.voice_name)
# The last three let `sources` be answered from the index alone.
Index("attribution_by_voice", *voice, attribution.c.document, attribution.c.id, attribution.c.voice_entity)
Index("claim_of_document", claim.c.document, claim.c.n)
Index("claim_by_type", claim.c.event_type)
Index("claim_by_factuality", claim.c.factuality)
Index("claim_by_gist", claim.c.gist_id)
Index("claim_by_attribution", claim.c.attribution)
Index("claim_by_period", claim.c.period_start, claim.c.period_end)
Index("argument_by_entity", claim_arguments.c.entity, claim_arguments.c.span_text, claim_arguments.c.claim)
Index("claim_by_confidence", claim.c.confidence, claim.c.id)
Index("entity_of_document", entity_document.c.document)
Index("voice_of_document", voice_document.c.document)
Index("origin_of_claim", origin_claims.c.value)
Index("proposition_of_claim", proposition_claims.c.value)
Index("contradiction_by_left", proposition_contradictions.c.left)
Index("contradiction_by_right", proposition_contradictions.c.right)
Index(
    "proposition_by_origins",
    *(proposition.c[n].desc() for n in ("origins_at_least", "origins_at_most", "reports")),
    proposition.c.title,
    proposition.c.id,
)
for numbered in (document_relation, origin, proposition, happening):
    Index(f"{numbered.name}_by_n", numbered.c.n)  # a row more is numbered without a look at all of them
Index("judgement_by_action", judgement.c.action, judgement.c.at)
Index("custody_by_action", custody.c.action, custody.c.at)
Index("derivation_by_left", derivation.c.left)
Index("derivation_by_right", derivation.c.right)
Index("relation_by_cluster", document_relation.c.cluster)
Index("relation_by_story", document_relation.c.story)
Index("happening_of_proposition", NESTED[Happening]["propositions"][0].c.value)
Index("relation_by_origin", document_relation.c.origin)
Index("origin_by_document", origin.c.document)
Index("links_of_document", document_links.c.document)
Index("drawn_by", drawn_document.c.drawn_by, drawn_document.c.document)
Index("change_by_child", change.c.child)
Index("grade_by_subject", grade.c.subject)
Index("problem_by_run", problem.c.run)
Index("document_by_outlet", document.c.outlet)
Index("document_by_date", document.c.published_start, document.c.id)
Index("document_by_evidence", document.c.evidence_sha256)
Index("problem_of_document", problem.c.document)
Index("judgement_by_subject", judgement.c.subject, judgement.c.at)
Index("removal_of_document", removal.c.document)
Index("removal_by_sha256", removal.c.sha256)
Index("custody_by_subject", custody.c.subject, custody.c.number)
