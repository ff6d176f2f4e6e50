"""Recruitment drives of a ledger, worked out when asked for, with what people judged."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "stages/link"))
from builders import claim, document, reading

from sayso.model import Judgement, Reading
from sayso.pipeline import relate
from sayso.run.drives import work_out
from sayso.run.judged import slim_readings
from sayso.store import Ledger

HIRED = {
    "a": "Swedish ex-soldiers are being hired to fight for Norway, as a list of names in an office in Lund shows.",
    "b": "At a bus stop near Malmo, men tell each other which Swedish soldiers were recruited by Norway this winter.",
    "c": "Norway recruits Swedes. Families ask the parish priest to write letters, and no letter is answered.",
}


def told(name: str, source: str, event_type: str = "RECRUIT") -> Reading:
    """An article of its own words in which somebody tells of one who was taken."""
    words = f"{HIRED[name]}\n\n{source} said that they took him in."
    of = document(name, words, day="2024-01-20", outlet=f"Outlet {name}")
    roles = [("recruit_pool" if event_type == "RECRUIT" else "topic", "him", None)]
    chain = [(source, "named_person")]
    return reading(of, claim(of, "they took him in", "took", chain=chain, roles=roles, event_type=event_type))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "one.db") as opened:
        for each in (told("a", "Eva Lind"), told("b", "Per Berg"), told("c", "Ida Holm", "CONSULT")):
            opened.add(each.document)
            opened.put_reading(each)
        yield opened


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


def test_the_drives_are_those_of_all_documents_and_nothing_else_is_related(ledger: Ledger) -> None:
    found = work_out(ledger)
    assert [r.document.id for r in found.readings] == ["a", "b"]
    assert found.drives == relate(slim_readings(ledger)).drives
    (drive,) = found.drives
    assert (drive.people, drive.side, drive.reports, drive.origins.at_most) == ("SE", "NO", 2, 2)


def test_nothing_is_kept(ledger: Ledger) -> None:
    work_out(ledger)
    assert ledger.relations().propositions == ()
    assert ledger.needs_relating()


def test_a_rejected_claim_is_no_part_of_it_and_a_corrected_one_is(ledger: Ledger) -> None:
    judge(ledger, 0, "reject")
    judge(ledger, 2, "correct", "event_type", json.dumps("RECRUIT"))
    found = work_out(ledger)
    assert [r.document.id for r in found.readings] == ["b", "c"]
    (drive,) = found.drives
    assert {v.name for v in drive.voices} == {"Per Berg", "Ida Holm"}


def test_too_many_are_counted_and_not_related(ledger: Ledger) -> None:
    found = work_out(ledger, most=1)
    assert (found.documents, found.too_many, found.drives) == (2, True, ())


def test_a_ledger_without_documents_has_none(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as opened:
        found = work_out(opened)
    assert (found.documents, found.too_many, found.drives) == (0, False, ())
