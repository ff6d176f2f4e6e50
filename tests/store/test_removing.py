"""A document that is taken out leaves a trace, and none of its words."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factory import RECRUITERS, make_reading, make_relations
from sayso.errors import LedgerError
from sayso.model import Argument, Evidence, Happening, Judgement, Reading, digest
from sayso.store import Ledger, connect

BYTES = b"<p>zuvotrak and the rest of the leaked page</p>"
SECRET = ("zuvotrak", "qimberlo", "praskovye", "leaked-by-olesya", "wendelgast", "hulvarin", "person-yorvath-abc")
"""Words of the document's text, title, outlet, file name, of a judgement on it, and the id of an entity in it."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def secret_reading(ledger: Ledger) -> Reading:
    """A reading of a leaked page, put into the ledger with its bytes and everything that can hold its words."""
    from sayso.store import evidence

    sha256 = evidence.keep(ledger.evidence, BYTES)
    at = Evidence(sha256=sha256, size_bytes=len(BYTES), media_type="text/html", name="leaked-by-olesya.html")
    id_ = "doc-" + sha256[:16]
    made = make_reading(
        RECRUITERS + "\nThe man called zuvotrak was there.", id=id_, title="Qimberlo", outlet="Praskovye", evidence=at
    )
    claim = made.claims[0]
    named = Argument(role="recruiter", span=claim.arguments[0].span, entity="person-yorvath-abc", value="Yorvath")
    reading = replace(made, claims=(replace(claim, arguments=(named, *claim.arguments[1:])),))
    run = ledger.begin_run(["/home/me/leaked-by-olesya.html"])
    ledger.add(reading.document, BYTES)
    ledger.put_reading(reading)
    ledger.note(reading.problems, run=run, document=None)
    return reading


def judgement(subject: str, **fields: object) -> Judgement:
    values = {"subject": subject, "action": "accept", "by": "Ann", "at": datetime(2022, 11, 1, tzinfo=UTC)} | fields
    return Judgement(id="j-" + digest([str(value) for value in values.values()]), **values)  # type: ignore[arg-type]


def all_bytes(ledger: Ledger) -> bytes:
    """Whatever lies on the disk: the file, its log of writes, and the evidence."""
    files = [path for path in ledger.path.parent.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files)


def words_in_index(ledger: Ledger) -> set[str]:
    """Every word in the full-text indexes, where words are kept without the letters that they share with others."""
    held = sqlite3.connect(ledger.path)
    try:
        found: set[str] = set()
        for index in ("document_text", "claim_text"):
            held.execute(f"CREATE VIRTUAL TABLE temp.words_{index} USING fts5vocab(main, {index}, row)")
            found |= {word for (word,) in held.execute(f"SELECT term FROM temp.words_{index}")}
        return found
    finally:
        held.close()


def filled(ledger: Ledger) -> tuple[Reading, Reading]:
    """A secret document and another one, related, with judgements on both."""
    secret, other = secret_reading(ledger), make_reading(RECRUITERS + "\nMore of it.")
    ledger.add(other.document)
    ledger.put_reading(other)
    ledger.put_relations(make_relations(secret, other))
    claim, kept = secret.claims[0].id, other.claims[0].id
    ledger.judge(judgement(claim, reason="wendelgast said so", document=secret.document.id))
    ledger.judge(judgement("person-yorvath-abc", action="same", value="person-hulvarin-1", reason="hulvarin"))
    ledger.judge(judgement(kept, action="same", value=claim, field="claim", reason="wendelgast again"))
    ledger.judge(judgement(kept, action="accept", reason="I rang them"))
    return secret, other


def test_the_words_are_there_before(ledger: Ledger) -> None:
    filled(ledger)
    held = all_bytes(ledger)
    assert [word for word in SECRET if word.encode() not in held.lower()] == []
    assert "zuvotrak" in words_in_index(ledger)


def test_none_of_its_words_stay_in_any_file(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    assert ledger.remove(secret.document.id, by="Ann", reason="The source asked.")
    assert ledger.clean()
    held = all_bytes(ledger)
    assert [word for word in SECRET if word.encode() in held.lower()] == []
    assert BYTES not in held
    assert not {"zuvotrak", "qimberlo"} & words_in_index(ledger)


def test_what_stays_is_that_it_was_held_and_why_it_is_not(ledger: Ledger) -> None:
    secret, other = filled(ledger)
    evidence = secret.document.evidence
    assert evidence is not None
    removal = ledger.remove(secret.document.id, by="Ann", reason="The source asked.")
    assert removal is not None
    assert (removal.sha256, removal.size_bytes) == (evidence.sha256, len(BYTES))
    assert (removal.by, removal.reason, removal.claims, len(removal.judgements)) == ("Ann", "The source asked.", 1, 3)
    assert ledger.removals() == (removal,)
    assert [entry.action for entry in ledger.custody(secret.document.id)] == ["ingest", "read", "remove"]
    assert [held.reason for held in ledger.judgements()] == ["I rang them"]
    assert list(ledger.documents()) == [other.document]
    assert ledger.reading(other.document.id) == other


def test_the_ledger_is_whole_and_waits_to_be_related(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    ledger.remove(secret.document.id, by="Ann", reason="Wrong file.")
    ledger.clean()
    found = ledger.verify()
    assert (found.problems, found.documents, found.removed) == ((), 1, 1)
    assert ledger.needs_relating()
    assert ledger.unrelated() is None
    assert ledger.relations().propositions == ()


def test_summaries_are_those_of_a_ledger_that_never_had_it(ledger: Ledger, tmp_path: Path) -> None:
    secret, other = filled(ledger)
    ledger.remove(secret.document.id, by="Ann", reason="Wrong file.")
    with Ledger.open(tmp_path / "never.db") as never:
        never.add(other.document)
        never.put_reading(other)
        assert ledger.sources() == never.sources()
        assert ledger.claims() == never.claims()
    held = sqlite3.connect(ledger.path)
    assert held.execute("SELECT count(*) FROM term WHERE text LIKE '%yorvath%'").fetchone() == (0,)
    held.close()


def test_a_document_that_is_not_held_is_not_removed(ledger: Ledger) -> None:
    assert ledger.remove("doc-0", by="Ann", reason="none") is None
    assert ledger.removals() == ()


def test_a_removed_document_is_not_looked_for_in_vain(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    ledger.remove(secret.document.id, by="Ann", reason="The source asked.")
    with pytest.raises(LedgerError, match=r"removed on .* by Ann: The source asked") as caught:
        ledger.show(secret.document.id)
    assert caught.value.code == "ledger.removed"


def test_without_a_trace_nothing_can_be_deleted(ledger: Ledger) -> None:
    filled(ledger)
    held = sqlite3.connect(ledger.path)
    for statement in (
        "DELETE FROM document",
        "DELETE FROM judgement",
        "UPDATE custody SET subject = 'doc-1'",
        "UPDATE custody SET subject = 'removed' WHERE action = 'ingest'",
        "UPDATE custody SET subject = 'removed', actor = 'Bob' WHERE action = 'judge'",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=r"immutable|append-only"):
            held.execute(statement)
    held.close()


def test_a_removal_is_never_changed_and_a_document_put_in_again_is_guarded_again(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    ledger.remove(secret.document.id, by="Ann", reason="Wrong file.")
    ledger.add(secret.document, BYTES)
    held = sqlite3.connect(ledger.path)
    for statement in ("DELETE FROM removal", "UPDATE removal SET reason = ''", "DELETE FROM document"):
        with pytest.raises(sqlite3.IntegrityError, match=r"immutable|append-only"):
            held.execute(statement)
    held.close()
    assert not ledger.verify().problems
    assert ledger.clean()
    assert ledger.bytes_of(secret.document) == BYTES
    assert ledger.remove(secret.document.id, by="Bob", reason="Again.") is not None
    assert [removal.by for removal in ledger.removals()] == ["Ann", "Bob"]


def test_bytes_that_are_left_by_an_interrupted_removal_are_told_and_then_deleted(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    ledger.remove(secret.document.id, by="Ann", reason="Wrong file.")
    assert [problem.code for problem in ledger.verify().problems] == ["verify.not_cleaned"]
    ledger.clean()
    assert not ledger.verify().problems


def test_a_document_that_went_without_a_trace_is_told(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    held = sqlite3.connect(ledger.path)
    sql = held.execute("SELECT sql FROM sqlite_master WHERE name = 'document_no_delete'").fetchone()[0]
    held.execute("DROP TRIGGER document_no_delete")
    held.execute("PRAGMA foreign_keys=ON")
    held.execute("DELETE FROM document WHERE id = ?", (secret.document.id,))
    held.execute(sql)
    held.commit()
    held.close()
    assert "verify.lost" in [problem.code for problem in ledger.verify().problems]


def test_another_process_that_reads_keeps_the_log_from_being_emptied(ledger: Ledger) -> None:
    secret, _ = filled(ledger)
    other = connect.connect(ledger.path)
    with connect.reading(other, "test") as connection:
        connection.exec_driver_sql("SELECT count(*) FROM document").all()
        ledger.remove(secret.document.id, by="Ann", reason="Wrong file.")
        connection.exec_driver_sql("SELECT count(*) FROM document").all()
        with ledger._engine.connect() as own:
            own.exec_driver_sql("PRAGMA busy_timeout=50")
        assert not ledger.clean()
    other.dispose()
    assert ledger.clean()
    assert b"zuvotrak" not in all_bytes(ledger).lower()


def test_what_another_process_found_of_a_removed_document_is_not_written(ledger: Ledger) -> None:
    secret, other = filled(ledger)
    found = make_relations(secret, other)
    event = Happening(id="e-1", propositions=("p-1",), documents=(secret.document.id,), tellings=())
    ledger.remove(secret.document.id, by="Ann", reason="Wrong file.")
    for write in (lambda: ledger.put_relations(found), lambda: ledger.put_happenings([event])):
        with pytest.raises(LedgerError) as caught:
            write()
        assert caught.value.code == "ledger.removed_meanwhile"
    assert ledger.needs_relating()
    with pytest.raises(LedgerError):
        ledger.put_reading(secret)
    assert ledger.clean()
    assert [word for word in SECRET if word.encode() in all_bytes(ledger).lower()] == []
