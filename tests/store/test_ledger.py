"""What goes into the ledger comes out of it, once, and stays."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factory import RECRUITERS, make_reading, make_relations
from sayso.errors import EvidenceError, LedgerError
from sayso.model import Document, Evidence, Grade, Judgement, Mentions, Reading, digest
from sayso.store import ClaimFilter, Ledger

DATA = b"the bytes it came as"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def filled(ledger: Ledger, *readings: Reading) -> None:
    for reading in readings:
        ledger.add(reading.document)
        ledger.put_reading(reading)


def judgement(subject: str, **fields: str) -> Judgement:
    at = datetime(2022, 11, 1, 12, 30, tzinfo=UTC)
    values = {"subject": subject, "action": "accept", "by": "Ann", "at": at} | fields
    return Judgement(id="j-" + digest([str(value) for value in values.values()]), **values)


def test_a_reading_comes_back_exactly(ledger: Ledger) -> None:
    reading = make_reading(claims=3)
    filled(ledger, reading)
    assert ledger.reading(reading.document.id) == reading
    assert list(ledger.readings()) == [reading]
    assert list(ledger.documents()) == [reading.document]


def test_a_claim_of_which_no_meaning_is_known_comes_back_without(ledger: Ledger) -> None:
    whole = make_reading(claims=2)
    reading = replace(whole, claims=(whole.claims[0], replace(whole.claims[1], meaning=None)))
    filled(ledger, reading)
    held = ledger.reading(reading.document.id)
    assert held is not None
    assert [claim.meaning is None for claim in held.claims] == [False, True]
    assert held == reading


def test_an_empty_reading_comes_back_exactly(ledger: Ledger) -> None:
    reading = Reading(document=Document(id="doc-1", text=""), mentions=Mentions(), read_by="x")
    filled(ledger, reading)
    assert ledger.reading("doc-1") == reading


@pytest.mark.parametrize("extra", ["\x00", "😀 مرحبا", "a" * 100_000, "“‘"])
def test_any_text_comes_back_to_the_letter(ledger: Ledger, extra: str) -> None:
    reading = make_reading(RECRUITERS + "\n" + extra)
    filled(ledger, reading)
    assert ledger.reading(reading.document.id) == reading


def test_relations_come_back_exactly(ledger: Ledger) -> None:
    one, two = make_reading(), make_reading(RECRUITERS + "\nMore.")
    filled(ledger, one, two)
    relations = make_relations(one, two)
    assert ledger.put_relations(relations)
    assert ledger.relations() == relations


def test_the_same_twice_changes_nothing(ledger: Ledger) -> None:
    reading = make_reading()
    assert ledger.add(reading.document)
    assert ledger.put_reading(reading)
    noted = ledger.custody()
    assert not ledger.add(reading.document)
    assert not ledger.put_reading(reading)
    assert ledger.custody() == noted
    assert ledger.counts() == {
        "document": 1, "reading": 1, "attribution": 1, "claim": 1, "proposition": 0, "judgement": 0,
    }  # fmt: skip


def test_reading_again_replaces_the_rows_of_that_document_only(ledger: Ledger) -> None:
    one, two = make_reading(claims=3), make_reading(RECRUITERS + "\nMore.", claims=2)
    filled(ledger, one, two)
    again = replace(one, claims=one.claims[:1], read_by="test 2")
    assert ledger.put_reading(again)
    assert ledger.reading(one.document.id) == again
    assert ledger.reading(two.document.id) == two
    assert ledger.unread("test 2") == [two.document.id]


def test_a_reading_that_breaks_off_leaves_the_old_one(ledger: Ledger) -> None:
    reading = make_reading(claims=2)
    filled(ledger, reading)
    same = replace(reading, claims=(reading.claims[0], reading.claims[0]))
    with pytest.raises(LedgerError) as caught:
        ledger.put_reading(same)
    assert caught.value.code == "ledger.duplicate_id"
    assert ledger.reading(reading.document.id) == reading


def test_judgements_are_appended_and_survive_reading_again(ledger: Ledger) -> None:
    reading = make_reading()
    filled(ledger, reading)
    first = judgement(reading.claims[0].id)
    second = judgement(reading.claims[0].id, action="reject", reason="It is not said there.")
    ledger.judge(first)
    ledger.judge(second)
    ledger.put_reading(replace(reading, claims=(), read_by="test 2"))
    assert set(ledger.judgements(reading.claims[0].id)) == {first, second}
    assert ledger.judgements("c-other") == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgement SET action = 'reject'",
        "DELETE FROM judgement",
        "UPDATE custody SET actor = 'nobody'",
        "DELETE FROM custody",
        "UPDATE document SET text = 'other'",
        "UPDATE document SET evidence_sha256 = 'other'",
        "DELETE FROM document",
    ],
)
def test_what_is_kept_for_ever_refuses_to_change(ledger: Ledger, statement: str) -> None:
    reading = make_reading()
    filled(ledger, reading)
    ledger.judge(judgement(reading.claims[0].id))
    with pytest.raises(LedgerError) as caught, ledger._write() as connection:
        connection.exec_driver_sql(statement)
    assert caught.value.code == "ledger.immutable"
    assert ledger.document(reading.document.id) == reading.document


def test_evidence_is_kept_and_a_change_is_found(ledger: Ledger) -> None:
    sha256 = hashlib.sha256(DATA).hexdigest()
    kept = Evidence(sha256=sha256, size_bytes=len(DATA), media_type="text/plain", name="a.txt")
    reading = make_reading(evidence=kept)
    ledger.add(reading.document, DATA)
    assert ledger.bytes_of(reading.document) == DATA
    assert ledger.holds(sha256)
    assert not ledger.verify().problems
    path = ledger.evidence / sha256[:2] / sha256
    path.write_bytes(b"other bytes")
    with pytest.raises(EvidenceError):
        ledger.bytes_of(reading.document)
    assert [problem.code for problem in ledger.verify().problems] == ["evidence.changed"]
    path.unlink()
    assert [problem.code for problem in ledger.verify().problems] == ["evidence.missing"]


def test_verify_finds_a_span_that_is_not_in_the_text(ledger: Ledger) -> None:
    reading = make_reading()
    filled(ledger, reading)
    ledger.put_relations(make_relations(reading))
    checked = ledger.verify()
    assert checked.spans > 20
    assert not checked.problems
    with ledger._write() as connection:
        connection.exec_driver_sql("UPDATE claim SET trigger_start = trigger_start + 1")
    assert [problem.code for problem in ledger.verify().problems] == ["verify.span"]


def test_verify_finds_a_lost_safeguard(ledger: Ledger) -> None:
    with ledger._write() as connection:
        connection.exec_driver_sql("DROP TRIGGER judgement_no_update")
    assert [problem.code for problem in ledger.verify().problems] == ["verify.guard"]


FILTERS = {
    "actor": "commando", "event_type": "offer", "place": "iran", "since": date(2022, 9, 30),
    "until": date(2022, 9, 2), "source": "general", "outlet": "daily", "factuality": "asserted",
    "text": "month offered",
}  # fmt: skip
OTHERS = {
    "actor": "wagner", "event_type": "KILL", "place": "IQ", "since": date(2022, 10, 1), "until": date(2022, 9, 1),
    "source": "outlet", "outlet": "100%", "factuality": "planned", "text": '"nobody"',
}  # fmt: skip


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_keeps_what_fits_and_nothing_else(ledger: Ledger, name: str) -> None:
    reading = make_reading()
    filled(ledger, reading)
    fits, other = ClaimFilter(**{name: FILTERS[name]}), ClaimFilter(**{name: OTHERS[name]})
    assert [row.claim for row in ledger.claims(fits)] == list(reading.claims)
    assert ledger.count_claims(fits) == 1
    assert ledger.claims(other) == ()
    assert ledger.count_claims(other) == 0


def test_pages_follow_each_other_without_gap_or_overlap(ledger: Ledger) -> None:
    filled(ledger, *(make_reading(RECRUITERS + f"\nMore {n}.", claims=5) for n in range(3)))
    pages = [ledger.claims(ClaimFilter(limit=4, offset=offset)) for offset in range(0, 16, 4)]
    assert [len(page) for page in pages] == [4, 4, 4, 3]
    assert len({row.claim.id for page in pages for row in page}) == 15


def test_a_row_of_the_list_carries_its_document(ledger: Ledger) -> None:
    reading = make_reading()
    filled(ledger, reading)
    row = ledger.claims()[0]
    assert (row.outlet, row.title, row.published) == ("Daily Example", "Commandos", reading.document.published)


def test_sources_count_what_rests_on_them(ledger: Ledger) -> None:
    filled(ledger, make_reading(claims=2), make_reading(RECRUITERS + "\nMore."))
    (row,) = ledger.sources()
    assert (row.name, row.attributions, row.claims, row.documents) == ("former general", 2, 3, 2)
    assert ledger.sources(name="GENERAL", kind="unnamed_military", outlet="daily") == (row,)
    assert ledger.sources(name="colonel") == ledger.sources(kind="public") == ledger.sources(outlet="other") == ()


def test_words_that_name_nobody_are_listed_only_where_their_kind_is_asked_for(ledger: Ledger) -> None:
    reading = make_reading()
    (named,) = reading.attributions
    nobody = replace(
        named,
        id="a-" + "1" * 16,
        source=(),
        source_kind="passive",
        voice=replace(named.voice, name="reportedly", kind="passive"),
    )
    filled(ledger, replace(reading, attributions=(named, nobody)))
    assert [row.name for row in ledger.sources()] == ["former general"]
    assert [row.name for row in ledger.sources(kind="passive")] == ["reportedly"]


def test_show_finds_every_kind_of_row_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    reading = make_reading()
    filled(ledger, reading)
    relations = make_relations(reading)
    ledger.put_relations(relations)
    decided = judgement(reading.claims[0].id)
    ledger.judge(decided)
    items = (
        reading.document, reading.attributions[0], reading.claims[0], relations.origins[0], relations.propositions[0],
        decided,
    )  # fmt: skip
    for item in items:
        assert ledger.show(item.id).item == ledger.show(item.id[:8]).item == item
    assert ledger.show(reading.claims[0].id).judgements == (decided,)


def test_show_says_when_there_is_none_or_several(ledger: Ledger) -> None:
    filled(ledger, make_reading(claims=40))
    for key, code in [("c-", "ledger.several_rows"), ("c-xyz", "ledger.no_row"), ("%", "ledger.no_row")]:
        with pytest.raises(LedgerError) as caught:
            ledger.show(key)
        assert caught.value.code == code


def test_grades_and_runs_come_back(ledger: Ledger) -> None:
    grade = Grade(subject="o-1", scale="reliability", value="F", profile="admiralty")
    ledger.put_grades([grade])
    assert ledger.grades() == (grade,)
    problem = make_reading().problems[0]
    key = ledger.begin_run(["a.txt"])
    assert ledger.runs()[0].ended is None
    ledger.note([problem, problem], run=key)
    ledger.end_run(key, documents=1)
    (run,) = ledger.runs()
    assert (run.inputs, run.documents) == (("a.txt",), 1)
    assert ledger.problems() == (problem,)


def test_it_knows_when_documents_must_be_related_anew(ledger: Ledger) -> None:
    assert not ledger.needs_relating()
    reading = make_reading()
    filled(ledger, reading)
    assert ledger.needs_relating()
    ledger.put_relations(make_relations(reading))
    assert not ledger.needs_relating()
    assert [entry.action for entry in ledger.custody()] == ["ingest", "read", "relate"]
