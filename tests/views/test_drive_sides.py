"""How a drive's sides and numbers are shown: whose words a row cites, and which numbers of the dead are given."""

import json

import pytest

from sayso.retrieve import walk
from sayso.run.drives import current_drives
from sayso.run.intake import take_in
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger
from sayso.views.drives import drive_sheet
from sayso.views.records import DriveSheet

ARTICLES = (
    ("Post", "2026-02-02", "Norway has recruited 140 Swedes for its army, the Swedish Seamen's Union said on Monday."),
    (
        "Herald",
        "2026-02-04",
        "Per Dahl, spokesman of Sweden's foreign ministry, said that 71 Swedes had been recruited into Norway's army "
        "and that nine of them had been killed.",
    ),
    (
        "Courier",
        "2026-02-06",
        "Foreign minister Eva Lind told parliament in Stockholm that some Swedes had signed contracts with Norway's "
        "army. Norway's embassy in Stockholm denied that it had recruited any Swede. Nobody was forced to sign with "
        "Norway's army, said Ola Moe, who hires Swedes for it.",
    ),
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> DriveSheet:
    folder = tmp_path_factory.mktemp("sides")
    rows = (json.dumps({"id": o, "outlet": o, "published": day, "text": text}) for o, day, text in ARTICLES)
    (folder / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    with Ledger.open(folder / "sides.db") as ledger:
        take_in(ledger, list(walk([folder / "in.jsonl"])), Settings())
        relate_all(ledger, Settings())
        (drive,) = current_drives(ledger)
        return drive_sheet(ledger, drive, ())


def test_a_side_is_who_said_it_and_not_the_minister_whose_ministry_he_speaks_for(sheet: DriveSheet) -> None:
    (counts,) = [line for line in sheet.disagreements if line.about == "figure"]
    assert (counts.left_by, counts.right_by) == ("Swedish Seamen's Union", "Per Dahl")


def test_a_voice_is_cited_with_what_it_said_under_its_own_name_first(sheet: DriveSheet) -> None:
    by_name = {voice.name: voice for voice in sheet.line.voices}
    assert "signed contracts" in by_name["Eva Lind"].citations[0].quote


def test_who_denies_force_alone_does_not_deny_the_drive(sheet: DriveSheet) -> None:
    assert [voice.name for voice in sheet.line.denied_by] == ["Norway's embassy in Stockholm"]


def test_the_dead_who_are_told_by_a_number_alone_are_counted(sheet: DriveSheet) -> None:
    (dead,) = [figures for figures in sheet.figures if figures.title == "Killed"]
    assert [told.reading for told in dead.told] == ["9"]
