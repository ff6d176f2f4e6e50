"""Recruitment drives, and what each document tells of them: kept so that none but those that change are worked out."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from sayso.model import Change, Figure, Proposition, RecruitmentDrive
from sayso.model._record import record
from sayso.store import shape, tables
from sayso.store.load import plain, rows
from sayso.store.write import many

ALL = ""
"""In `drive_waiting`: every document."""


@record
class DriveRow:
    """What a document tells of drives, as JSON (`sayso.run.drives`)."""

    document: str
    """Document id."""
    about: str
    """Which drives it may be about; empty where it tells of none."""
    told: str
    """What it tells that can be a part of one; empty where that is nothing."""

    @property
    def digest(self) -> str:
        """What names the row's content."""
        return hashlib.sha256(f"{self.about}\n{self.told}".encode()).hexdigest()[:16]


@record
class AboutRow:
    """What says which drive a document is about."""

    document: str
    digest: str
    """Of the whole row."""
    about: str
    tells: bool
    """Whether it tells a part of any."""


@record
class MadeDrive:
    """A drive as worked out from some documents."""

    id: str
    made_of: str
    """Digest of the rows that it was worked out from."""
    drive: RecruitmentDrive | None
    """None where nobody affirms a part of it."""


# --- what documents tell ----------------------------------------------------------------------------------------------


def forget(connection: Connection) -> None:
    """Empty all that is kept of drives."""
    for name in ("drive_report", "drive", "drive_made", "drive_waiting"):
        connection.exec_driver_sql(f"DELETE FROM {name}")


def put_rows(connection: Connection, found: Iterable[DriveRow], *, anew: bool) -> str:
    """Write what documents tell, in the place of what they told before, and note that drives are to be looked at again;
    gives the digest of all that was written. A row that is empty takes the place of another and is not kept."""
    if anew:
        forget(connection)
        _wait(connection, ALL)
    written = hashlib.sha256()
    for row in found:
        written.update(f"{row.document} {row.digest}\n".encode())
        before = () if anew else plain(connection, DIGEST, {"document": row.document})
        if before == [(row.digest,)]:
            continue
        connection.exec_driver_sql("DELETE FROM drive_report WHERE document = :document", {"document": row.document})
        if row.about or row.told:
            values = {"document": row.document, "digest": row.digest, "about": row.about, "told": row.told}
            many(connection, tables.drive_report, [values])
        if not anew and (before or row.about or row.told):
            _wait(connection, row.document)
    return written.hexdigest()


DIGEST = "SELECT digest FROM drive_report WHERE document = :document"


def _wait(connection: Connection, document: str) -> None:
    connection.exec_driver_sql("INSERT OR IGNORE INTO drive_waiting VALUES (:document)", {"document": document})


def waiting(connection: Connection) -> bool:
    """Whether a document tells something else since drives were worked out."""
    return bool(plain(connection, "SELECT 1 FROM drive_waiting LIMIT 1"))


def abouts(connection: Connection) -> tuple[AboutRow, ...]:
    """What says which drive each document is about, by document."""
    found = plain(connection, "SELECT document, digest, about, told != '' FROM drive_report ORDER BY document")
    return tuple(AboutRow(document=d, digest=digest, about=about, tells=bool(t)) for d, digest, about, t in found)


def told(connection: Connection, documents: Iterable[str]) -> tuple[str, ...]:
    """What some documents tell that can be a part of a drive."""
    given = {"wanted": json.dumps(sorted(documents))}
    return tuple(text for (text,) in plain(connection, TOLD, given))


TOLD = """
SELECT told FROM drive_report WHERE document IN (SELECT value FROM json_each(:wanted)) AND told != '' ORDER BY document
"""


def texts(connection: Connection, documents: Sequence[str]) -> tuple[str, ...]:
    """The texts of some documents, in their order."""
    found = dict(plain(connection, TEXTS, {"wanted": json.dumps(documents)}))
    return tuple(found[document] for document in documents)


TEXTS = "SELECT id, text FROM document WHERE id IN (SELECT value FROM json_each(:wanted))"


def telling(connection: Connection) -> int:
    """How many documents tell something that can be a part of a drive."""
    return int(plain(connection, "SELECT count(*) FROM drive_report WHERE told != ''")[0][0])


# --- drives -----------------------------------------------------------------------------------------------------------


def made_of(connection: Connection) -> dict[str, str]:
    """Drive -> the digest of what it was worked out from."""
    return dict(plain(connection, "SELECT id, made_of FROM drive_made"))


def put_drives(
    connection: Connection, made: Sequence[MadeDrive], gone: Iterable[str], seen: Sequence[AboutRow]
) -> bool:
    """Write drives that were worked out; False, and nothing is written, where documents tell something else by now than
    what was seen then."""
    now = plain(connection, "SELECT document, digest FROM drive_report ORDER BY document")
    if now != [(row.document, row.digest) for row in seen]:
        return False
    ids = {"wanted": json.dumps([*(each.id for each in made), *gone])}
    for name in ("drive", "drive_made"):
        connection.exec_driver_sql(f"DELETE FROM {name} WHERE id IN (SELECT value FROM json_each(:wanted))", ids)
    many(connection, tables.drive_made, [{"id": each.id, "made_of": each.made_of} for each in made])
    kept = [each.drive for each in made if each.drive is not None]
    many(connection, tables.drive, [shape.flatten(replace(drive, propositions=()), RecruitmentDrive) for drive in kept])
    connection.exec_driver_sql("DELETE FROM drive_waiting")
    return True


def drives(connection: Connection, ids: Iterable[str] | None = None) -> tuple[RecruitmentDrive, ...]:
    """The drives that are kept, or some of them, those of most reports first, each with its propositions."""
    held = tables.drive
    asked = select(held).order_by(held.c.reports.desc(), held.c.id)
    found = rows(connection, asked if ids is None else asked.where(held.c.id.in_(tuple(ids))))
    return tuple(_whole(connection, row) for row in found)


def ordered(connection: Connection) -> list[str]:
    """Ids of the drives that are kept, those of most reports first."""
    return [id_ for (id_,) in plain(connection, "SELECT id FROM drive ORDER BY reports DESC, id")]


@record
class DriveClaims:
    """A drive's name, and the claims that tell or deny a part of it."""

    id: str
    title: str
    claims: frozenset[str]


def claims_of(connection: Connection) -> tuple[DriveClaims, ...]:
    """The claims of every drive that is kept, those of most reports first."""
    found = plain(connection, "SELECT id, title, voices, against FROM drive ORDER BY reports DESC, id")
    return tuple(
        DriveClaims(
            id=id_,
            title=title,
            claims=frozenset(c for v in json.loads(voices) for c in v["claims"]) | frozenset(json.loads(against)),
        )
        for id_, title, voices, against in found
    )


def documents_of(connection: Connection, claims: Iterable[str]) -> frozenset[str]:
    """The documents in which some claims stand."""
    given = {"wanted": json.dumps(sorted(claims))}
    return frozenset(document for (document,) in plain(connection, STANDING, given))


STANDING = """
SELECT DISTINCT document FROM claim WHERE id IN (SELECT value FROM json_each(:wanted))
UNION SELECT document FROM judgement WHERE action = 'add' AND document IS NOT NULL
AND subject IN (SELECT value FROM json_each(:wanted))
"""


def telling_of(connection: Connection, origin: str, claims: Sequence[str]) -> list[str]:
    """Ids of the drives of which an origin, or some claim of its first ones, tells a part."""
    given = {"wanted": json.dumps([origin, *claims[:FIRST_CLAIMS]])}
    return [id_ for (id_,) in plain(connection, TELLING_OF, given)]


FIRST_CLAIMS = 20
TELLING_OF = """
SELECT id FROM drive WHERE EXISTS (SELECT 1 FROM json_each(:wanted) WHERE instr(drive.voices, json_each.value))
ORDER BY reports DESC, id
"""


def _whole(connection: Connection, row: Any) -> RecruitmentDrive:
    drive: RecruitmentDrive = shape.rebuild(RecruitmentDrive, row)
    claims = [claim for voice in drive.voices for claim in voice.claims] + list(drive.against)
    found = plain(connection, PROPOSITIONS, {"wanted": json.dumps(claims)})
    return replace(drive, propositions=tuple(id_ for (id_,) in found))


PROPOSITIONS = """
SELECT DISTINCT proposition FROM proposition_claims WHERE value IN (SELECT value FROM json_each(:wanted)) ORDER BY 1
"""


# --- what a drive is shown with ---------------------------------------------------------------------------------------


def figures(connection: Connection, claims: Iterable[str]) -> tuple[tuple[str, Figure], ...]:
    """Figures of some claims with the types of their events, earliest first."""
    wanted = {"wanted": json.dumps(sorted(claims))}
    keys = {(p, n): kind for p, n, kind in plain(connection, FIGURES, wanted)}
    held = tables.NESTED[Proposition]["figures"][0]
    ids = tuple({proposition for proposition, _ in keys})
    asked = select(held).where(held.c.proposition.in_(ids)).order_by(held.c.published.nulls_last(), held.c.claim)
    return tuple(
        (keys[row["proposition"], row["n"]], shape.rebuild(Figure, row))
        for row in rows(connection, asked)
        if (row["proposition"], row["n"]) in keys
    )


FIGURES = """
SELECT f.proposition, f.n, claim.event_type FROM proposition_claims AS of
JOIN proposition_figures AS f ON f.proposition = of.proposition AND f.claim = of.value
JOIN claim ON claim.id = of.value WHERE of.value IN (SELECT value FROM json_each(:wanted))
"""


def first_and_last(connection: Connection, documents: Iterable[str]) -> tuple[str | None, str | None]:
    """The first possible days on which the earliest and the latest of some documents were published."""
    given = {"wanted": json.dumps(sorted(documents))}
    ((first, last),) = plain(connection, DAYS, given)
    return first, last


def types_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """Claim -> its event type."""
    return dict(plain(connection, TYPES, {"wanted": json.dumps(sorted(claims))}))


TYPES = "SELECT id, event_type FROM claim WHERE id IN (SELECT value FROM json_each(:wanted))"


def outlets_of(connection: Connection, documents: Iterable[str]) -> tuple[str, ...]:
    """Names under which some documents were published, where they tell any."""
    found = plain(connection, OUTLETS, {"wanted": json.dumps(sorted(documents))})
    return tuple(name for (name,) in found if name)


OUTLETS = "SELECT DISTINCT outlet FROM document WHERE id IN (SELECT value FROM json_each(:wanted))"
DAYS = """
SELECT min(published_start), max(published_start) FROM document WHERE id IN (SELECT value FROM json_each(:wanted))
"""


def changes_between(connection: Connection, documents: Iterable[str]) -> tuple[Change, ...]:
    """What some documents changed of others among them."""
    given = {"wanted": json.dumps(sorted(documents))}
    numbers = [n for (n,) in plain(connection, BETWEEN, given)]
    held = tables.change
    return tuple(shape.rebuild(Change, row) for row in rows(connection, select(held).where(held.c.n.in_(numbers))))


BETWEEN = """
SELECT n FROM change WHERE child IN (SELECT value FROM json_each(:wanted))
AND parent IN (SELECT value FROM json_each(:wanted)) ORDER BY n
"""
