"""Recruitment drives of a ledger: worked out when they are asked for, and only those of which some document tells
something else since.

Relating keeps what each document tells of drives (`drive_rows`). Which drive a document is about depends on all of
them, and is worked out from a few numbers a document; voices are counted for those drives alone whose documents differ.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sayso.model import RecruitmentDrive, digest
from sayso.model.adapters import adapter
from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives import Members, OnDrive, documents_on, drive_id, make_drive
from sayso.stages.link.drives.bodies import Texts
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.over import Over, in_turn
from sayso.store import Ledger, driven
from sayso.store.driven import AboutRow, DriveRow, MadeDrive

TRIES = 3
"""How often drives are worked out while another process goes on relating; what is there then is given."""


def current_drives(ledger: Ledger, ids: Iterable[str] | None = None) -> tuple[RecruitmentDrive, ...]:
    """The drives of the documents that are related, or some of them, those of most reports first."""
    bring_up_to_date(ledger)
    return ledger.ask(driven.drives, ids)


def bring_up_to_date(ledger: Ledger) -> None:
    """Work out those drives of which some document tells something else."""
    for _ in range(TRIES):
        if not ledger.ask(driven.waiting) or renew(ledger):
            break


def renew(ledger: Ledger) -> bool:
    """Work out the drives of which a document tells something else; False where that changed meanwhile."""
    seen = ledger.ask(driven.abouts)
    rows = {row.document: row for row in seen}
    subjects = {row.document: subject_from(row) for row in seen if row.about}
    held = ledger.ask(driven.made_of)
    wanted: set[str] = set()
    made = []
    for pair, members in documents_on(subjects.values()).items():
        documents = members.documents
        if not any(rows[document].tells for document in documents):
            continue
        told = [[document, rows[document].digest, mainly] for document, mainly in documents.items()]
        id_, made_of = drive_id(pair), digest([told, sorted(members.pairs)])
        wanted.add(id_)
        if held.get(id_) != made_of:
            drive = _made(ledger, pair, members, [subjects[document] for document in documents])
            made.append(MadeDrive(id=id_, made_of=made_of, drive=drive))
    return ledger.put_drives(made, held.keys() - wanted, seen)


def _made(ledger: Ledger, pair: Pair, members: Members, subjects: Sequence[Subject]) -> RecruitmentDrive | None:
    """The drive that these documents tell of together."""
    documents = [subject.document for subject in subjects]
    reports = tuple(report_from(words) for words in ledger.ask(driven.told, documents))
    on = OnDrive(pair=pair, members=members, subjects=tuple(subjects), reports=reports)
    found = make_drive(on, Texts(ledger.ask(driven.texts, documents)), {})
    return found.drive if found else None


# --- rows -------------------------------------------------------------------------------------------------------------


def drive_rows(
    documents: Sequence[str],
    subjects: Mapping[str, Subject],
    reports: Mapping[str, DriveReport],
    over: Over = in_turn,
) -> Iterator[DriveRow]:
    """What documents tell as the ledger keeps it: one row each, empty for those that tell nothing."""

    def row(document: str) -> DriveRow:
        subject, report = subjects.get(document), reports.get(document)
        return DriveRow(
            document=document,
            about=subject_text(subject) if subject else "",
            told=report_text(report) if report else "",
        )

    return over(row, documents)


def subject_text(subject: Subject) -> str:
    """What drives a document may be about, as JSON of one form."""
    held: dict[str, Any] = adapter(Subject).dump_python(subject, exclude={"document", "tells"})
    pairs = {"".join(pair): weight for pair, weight in held["pairs"].items()}
    return json.dumps(held | {"pairs": pairs}, default=_plain, ensure_ascii=False, sort_keys=True)


def subject_from(row: AboutRow) -> Subject:
    """The same read back."""
    held = json.loads(row.about)
    pairs = {(pair[:2], pair[2:]): weight for pair, weight in held["pairs"].items()}
    whole = held | {"pairs": pairs, "document": row.document, "tells": row.tells}
    subject: Subject = adapter(Subject).validate_python(whole)
    return subject


def report_text(report: DriveReport) -> str:
    """What a document tells, as JSON of one form."""
    return _compact(adapter(DriveReport).dump_python(report))


def report_from(words: str) -> DriveReport:
    """The same read back; of a row that an older version wrote what this one still keeps."""
    known: TypeAdapter[DriveReport] = adapter(DriveReport)
    try:
        return known.validate_json(words)
    except ValidationError:
        held = json.loads(words)
        parts = [{name: value for name, value in part.items() if name in PART} for part in held["parts"]]
        return known.validate_json(json.dumps(held | {"parts": parts}))


PART = frozenset(each.name for each in fields(Part))


def _compact(value: Any) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Sets in the order of their words, so that equal rows are equal texts; days as JSON has them."""
    return value.isoformat() if isinstance(value, date) else sorted(value)
