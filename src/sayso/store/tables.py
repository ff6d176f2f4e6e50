"""The tables of the ledger, derived from the records. SQLAlchemy Core only: no ORM."""

from typing import Any

from sqlalchemy import Column as SqlColumn
from sqlalchemy import ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text, UniqueConstraint
from sqlalchemy.types import REAL, TypeEngine

from sayso.model import (
    Attribution,
    Change,
    Claim,
    Derivation,
    Document,
    DocumentRelation,
    Grade,
    Judgement,
    Origin,
    Problem,
    Proposition,
    Reading,
)
from sayso.store import shape
from sayso.store.journal import Custody, Run

METADATA = MetaData()

CHILDREN: dict[Any, tuple[str, ...]] = {
    Reading: ("document", "attributions", "claims", "problems"),
    Claim: ("arguments", "chain", "quantities", "money", "places"),
    Origin: ("claims",),
    Proposition: ("claims", "documents", "figures", "contradictions"),
}
"""Fields that are tables of their own because the ledger filters or joins by them; other tuples are JSON."""

TYPES: dict[str, TypeEngine[Any]] = {"TEXT": Text(), "INTEGER": Integer(), "REAL": REAL()}


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
grade = table("grade", SqlColumn("n", Integer(), primary_key=True), *derived(Grade, key=None))
judgement = table("judgement", *derived(Judgement))
run = table("run", *derived(Run))
custody = table("custody", SqlColumn("number", Integer(), primary_key=True), *derived(Custody, key=None))


def _element(record: Any, field: str) -> Any:
    return next(part.kind.__args__[0] for part in shape.parts(record) if part.name == field)


PARENTS: dict[Any, Table] = {Claim: claim, Origin: origin, Proposition: proposition}
NESTED: dict[Any, dict[str, tuple[Table, Any]]] = {
    record: {
        field: (child(record, parent.name, field, _element(record, field)), _element(record, field))
        for field in CHILDREN[record]
    }
    for record, parent in PARENTS.items()
}
"""For each record with tables of its own: field name to table and type of its rows."""

claim_arguments, claim_chain = NESTED[Claim]["arguments"][0], NESTED[Claim]["chain"][0]
claim_places = NESTED[Claim]["places"][0]

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
Index("argument_by_entity", claim_arguments.c.entity)
Index("place_by_name", claim_places.c.name)
Index("place_by_country", claim_places.c.country)
Index("chain_by_name", claim_chain.c.name)
Index("document_by_outlet", document.c.outlet)
Index("document_by_date", document.c.published_start, document.c.id)
Index("document_by_evidence", document.c.evidence_sha256)
Index("problem_of_document", problem.c.document)
Index("judgement_by_subject", judgement.c.subject, judgement.c.at)
Index("custody_by_subject", custody.c.subject, custody.c.number)
