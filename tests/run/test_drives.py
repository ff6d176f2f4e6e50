"""Recruitment drives of a ledger: kept, up to date after one more document, with what people judged."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "stages/link"))
from builders import claim, document, reading
from told import readings_of

from sayso.lexicon.packs import load_packs
from sayso.model import Judgement, Reading, RecruitmentDrive
from sayso.pipeline import relate
from sayso.run import drives as worked
from sayso.run.drives import current_drives, report_from, report_text, subject_from, subject_text
from sayso.run.judged import slim_readings
from sayso.run.relating import relate_all, relate_anew, relate_new
from sayso.settings import Settings
from sayso.stages.link.link import link_and_tell
from sayso.store import Ledger, driven
from sayso.store.driven import AboutRow

PACKS = load_packs(("foreign_fighters",))
HIRED = {
    "a": "Swedish ex-soldiers are being hired to fight for Norway, as a list of names in an office in Lund shows.",
    "b": "At a bus stop near Malmo, men tell each other which Swedish soldiers were recruited by Norway this winter.",
    "c": "Norway recruits Swedes. Families ask the parish priest to write letters, and no letter is answered.",
    "d": "In Kiel they speak of Germans who signed up with Finland; the Finnish army hires German men, it is said.",
    "e": "Finland recruits Germans: a baker of Bremen counts the sons of his street who are gone to its army.",
    "f": "Norway hires Swedish soldiers, and in Lund a clerk keeps the letters in which they tell of it.",
}


def told(name: str, source: str, event_type: str = "RECRUIT", **fields: str) -> Reading:
    """An article of its own words in which somebody tells of one who was taken."""
    words = f"{HIRED[name]}\n\n{source} said that they took him in."
    of = document(name, words, day="2024-01-20", outlet=f"Outlet {name}")
    role = {"RECRUIT": "recruit_pool", "KILL": "victim"}.get(event_type, "topic")
    chain = [(source, "named_person")]
    roles = [(role, "him", None)]
    made = claim(of, "they took him in", "took", chain=chain, roles=roles, event_type=event_type, **fields)
    return reading(of, made)


SWEDES = (told("a", "Eva Lind"), told("b", "Per Berg"), told("c", "Ida Holm", "CONSULT"))


def put(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for each in readings:
        ledger.add(each.document)
        ledger.put_reading(each)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "one.db") as opened:
        put(opened, SWEDES)
        yield opened


def anew(ledger: Ledger) -> tuple[RecruitmentDrive, ...]:
    """Worked out from nothing but the readings."""
    return relate(slim_readings(ledger), PACKS).drives


def judge(ledger: Ledger, number: int, action: str, field: str | None = None, value: str | None = None) -> None:
    (of,) = [r for r in ledger.readings() if r.document.id == "abc"[number]]
    ledger.judge(
        Judgement(
            id=f"j-{number}{action}",
            subject=of.claims[0].id,
            action=action,  # type: ignore[arg-type]
            field=field,
            value=value,
            by="A. Reader",
            at=datetime(2024, 2, 1, tzinfo=UTC),
            document=of.document.id,
            anchor=of.claims[0].content,
        )
    )


def test_drives_that_are_kept_are_those_worked_out_anew(ledger: Ledger) -> None:
    relate_anew(ledger, PACKS)
    (drive,) = current_drives(ledger)
    assert (drive,) == anew(ledger)
    assert (drive.people, drive.side, drive.reports, drive.origins.at_most) == ("SE", "NO", 2, 2)
    assert ledger.relations().drives == (drive,)
    assert current_drives(ledger, [drive.id]) == (drive,)
    assert current_drives(ledger, ["d-none"]) == ()


def test_what_became_of_the_men_counts_where_an_article_tells_nothing_else(ledger: Ledger) -> None:
    put(ledger, [told("c", "Ida Holm", "KILL")])
    relate_anew(ledger, PACKS)
    (drive,) = current_drives(ledger)
    assert {voice.name for voice in drive.voices} == {"Eva Lind", "Per Berg", "Ida Holm"}


def test_one_more_document_brings_its_drive_up_to_date_and_no_other_is_worked_out(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(ledger, [told("d", "Ole Sand"), told("e", "Jan Moor")])
    relate_anew(ledger, PACKS)
    assert {(d.people, d.side) for d in current_drives(ledger)} == {("SE", "NO"), ("DE", "FI")}
    made: list[str] = []
    make_drive = worked.make_drive
    monkeypatch.setattr(worked, "make_drive", lambda on, *rest: (made.append(on.pair[0]), make_drive(on, *rest))[1])
    put(ledger, [told("f", "Nils Ek")])
    assert relate_new(ledger, PACKS, ["f"])
    assert current_drives(ledger) == anew(ledger)
    assert "SE" in made
    assert "DE" not in made
    assert any("Nils Ek" in {v.name for v in d.voices} for d in current_drives(ledger))


def test_nothing_is_worked_out_twice(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    relate_anew(ledger, PACKS)
    first = current_drives(ledger)
    monkeypatch.setattr(worked, "make_drive", lambda *_: pytest.fail("worked out again"))
    assert current_drives(ledger) == first
    relate_anew(ledger, PACKS)


def test_a_rejected_claim_is_no_part_of_it_and_a_corrected_one_is(ledger: Ledger) -> None:
    relate_anew(ledger, PACKS)
    judge(ledger, 0, "reject")
    judge(ledger, 2, "correct", "event_type", json.dumps("RECRUIT"))
    assert relate_all(ledger, Settings(packs=("foreign_fighters",)))
    (drive,) = current_drives(ledger)
    assert {v.name for v in drive.voices} == {"Per Berg", "Ida Holm"}


def test_drives_worked_out_while_another_relates_are_not_written(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    relate_anew(ledger, PACKS)
    make_drive, times = worked.make_drive, []

    def meanwhile(*given: object) -> object:
        times.append(given)
        if len(times) == 1:
            put(ledger, [told("c", "Ida Holm", "KILL")])
            relate_anew(ledger, PACKS)
        return make_drive(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(worked, "make_drive", meanwhile)
    (drive,) = current_drives(ledger)
    assert {voice.name for voice in drive.voices} == {"Eva Lind", "Per Berg", "Ida Holm"}
    assert len(times) == 2


def test_a_ledger_of_an_older_version_is_related_once_more(ledger: Ledger) -> None:
    settings = Settings(packs=("foreign_fighters",))
    relate_all(ledger, settings)
    assert not ledger.lacks_drives()
    with ledger._write() as connection:
        driven.forget(connection)
        connection.exec_driver_sql("DROP TRIGGER custody_no_delete")
        connection.exec_driver_sql("DELETE FROM custody WHERE action = 'drives'")
    assert ledger.lacks_drives()
    assert current_drives(ledger) == ()
    relate_all(ledger, settings)
    assert len(current_drives(ledger)) == 1
    assert not ledger.lacks_drives()


def test_a_ledger_without_documents_has_none(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as opened:
        assert current_drives(opened) == ()
        assert not opened.lacks_drives()


def test_rows_read_back_are_what_was_written() -> None:
    linked = link_and_tell([*readings_of("togolese")[:4], *SWEDES])
    assert linked.reports
    told = list(linked.reports.values())
    assert [report_from(report_text(each)) for each in told] == told
    assert any(each.persons for each in linked.subjects.values())
    for each in linked.subjects.values():
        row = AboutRow(document=each.document, digest="x", about=subject_text(each), tells=each.tells)
        assert subject_from(row) == each


def test_what_is_kept_of_real_articles_gives_their_drives(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "stories.db") as ledger:
        put(ledger, [*readings_of("togolese"), *readings_of("afghans")])
        relate_anew(ledger, PACKS)
        found = current_drives(ledger)
        assert len(found) >= 2
        assert found == anew(ledger)


def test_a_row_of_an_older_version_is_read_without_what_is_no_longer_kept() -> None:
    row = json.dumps({"id": "a", "outlet": None, "published": None, "sees": False, "names": [], "parts": []})
    assert report_from(row).parts == ()
    with_part = json.loads(row) | {"parts": [{"count": [1, 2]} | PLAIN_PART]}
    (part,) = report_from(json.dumps(with_part)).parts
    assert (part.id, part.number) == ("c-1", None)


PLAIN_PART = {
    "id": "c-1",
    "event_type": "RECRUIT",
    "factuality": "asserted",
    "polarity": "positive",
    "stand": "said",
    "people": [],
    "side": [],
    "nameless": True,
    "at_war": True,
    "teller": {"id": "o-1", "kind": "person", "name": "Bo Aas", "via": None, "sort": "", "document": "a"}
    | {"reason": {"rule": "origins.person", "detail": "Bo Aas"}},
}
