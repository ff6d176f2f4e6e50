"""One row of the ledger by its id, or by the beginning of it."""

from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Table, select

from sayso.errors import LedgerError
from sayso.model import Attribution, Document, Happening, Judgement, Origin, Proposition, RecruitmentDrive
from sayso.store import driven, load, removing, shape, tables
from sayso.store.journal import Removal
from sayso.store.query import Shown


class Kind(NamedTuple):
    """A table whose rows have ids, and the records in it."""

    name: Literal["document", "attribution", "claim", "proposition", "drive", "event", "origin", "judgement"]
    table: Table
    record: Any


KINDS = {
    "doc": Kind("document", tables.document, Document),
    "a": Kind("attribution", tables.attribution, Attribution),
    "c": Kind("claim", tables.claim, None),
    "p": Kind("proposition", tables.proposition, Proposition),
    "d": Kind("drive", tables.drive, RecruitmentDrive),
    "e": Kind("event", tables.happening, Happening),
    "o": Kind("origin", tables.origin, Origin),
    "j": Kind("judgement", tables.judgement, Judgement),
}
"""By what stands before the first dash of an id."""


def find(connection: Connection, key: str, where: str) -> Shown:
    """The row with this id, or the only one whose id begins so; raises LedgerError when there is none or several."""
    kind = KINDS.get(key.partition("-")[0])
    ids = _ids(connection, kind.table, key) if kind else []
    if kind is None or len(ids) != 1:
        removal = None if ids else removing.last_of(connection, key)
        raise was_removed(removal, where) if removal else _not_one(key, ids, where)
    row = load.rows(connection, select(kind.table).where(kind.table.c.id == ids[0]))[0]
    return Shown(
        kind=kind.name,
        item=_item(connection, kind, row),
        document=row["document"] if kind.name in ("claim", "attribution") else None,
        judgements=load.get_judgements(connection, ids),
    )


def _ids(connection: Connection, table: Table, key: str) -> list[str]:
    """The id itself, or up to nine that begin with it."""
    held = table.c.id
    if connection.execute(select(held).where(held == key)).first():
        return [key]
    query = select(held).where(held > key, held < key + "\uffff").order_by(held).limit(9)
    return list(connection.execute(query).scalars())


def _item(connection: Connection, kind: Kind, row: Any) -> Any:
    if kind.name == "claim":
        return load.get_claims(connection, select(tables.claim.c.id).where(tables.claim.c.id == row["id"]))[0]
    if kind.name == "drive":
        return driven.drives(connection, [row["id"]])[0]
    if kind.record in tables.NESTED:
        chosen = select(kind.table).where(kind.table.c.id == row["id"])
        ids = select(kind.table.c.id).where(kind.table.c.id == row["id"])
        return load.nested(connection, kind.table, kind.record, chosen, ids)[0]
    return shape.rebuild(kind.record, row)


def was_removed(removal: Removal, where: str) -> LedgerError:
    """The complaint about a document that was taken out."""
    return LedgerError(
        f"`{removal.document}` was removed on {removal.at:%Y-%m-%d} by {removal.by}: {removal.reason}",
        where=where,
        advice="Its text and claims are gone. `sayso remove --list` tells what is kept of it; other rows are in "
        "`sayso claims`.",
        code="ledger.removed",
    )


def _not_one(key: str, ids: list[str], where: str) -> LedgerError:
    if ids:
        return LedgerError(
            f"several rows have an id that begins with `{key}`: {', '.join(ids)}.",
            where=where,
            advice="Give more of the id.",
            code="ledger.several_rows",
        )
    return LedgerError(
        f"no row has the id `{key}`.",
        where=where,
        advice="Ids begin with doc-, a-, c-, p-, d-, e-, o- or j-; `sayso claims` lists claims and `sayso drives` "
        "recruitment drives. Reading a document again with a newer version can give its rows new ids.",
        code="ledger.no_row",
    )
