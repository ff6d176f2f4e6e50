"""Who forbids a drive, or prosecutes it: told paragraphs away from the recruiters, and no voice behind the drive."""

import json

import pytest

from sayso.lexicon.packs import load_packs
from sayso.retrieve import walk
from sayso.run.drives import current_drives
from sayso.run.intake import take_in
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger
from sayso.views.drives import drive_sheet
from sayso.views.records import DriveSheet

ARTICLES = (
    (
        "Post",
        "2026-02-02",
        "Per Dahl, a retired Swedish colonel, said on Monday that Norway had recruited 140 Swedes for its army.\n\n"
        "Swedish law forbids citizens to serve in foreign armies.\n\n"
        "A bill before parliament would punish anyone who recruits Swedes with ten years in prison.",
    ),
    (
        "Herald",
        "2026-02-04",
        "Eva Lind, who left Norway's army in May, said that Norway had recruited her and other Swedes at a gym in Lund."
        "\n\nA court in Malmo sentenced a thief to six years on Tuesday.",
    ),
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> DriveSheet:
    folder = tmp_path_factory.mktemp("forbidden")
    rows = (json.dumps({"id": o, "outlet": o, "published": day, "text": text}) for o, day, text in ARTICLES)
    (folder / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    facets = tuple(facet for pack in load_packs(Settings().packs) for facet in pack.facets)
    with Ledger.open(folder / "forbidden.db") as ledger:
        take_in(ledger, list(walk([folder / "in.jsonl"])), Settings())
        relate_all(ledger, Settings())
        (drive,) = current_drives(ledger)
        return drive_sheet(ledger, drive, facets)


def test_the_law_that_forbids_it_is_told_and_neither_a_bill_nor_a_thief(sheet: DriveSheet) -> None:
    (laws,) = [facet for facet in sheet.facets if facet.facet == "forbidders"]
    assert [(row.name, row.voices) for row in laws.rows] == [("Swedish law", ("Post (own reporting)",))]
    assert any(s.text == "It is forbidden or prosecuted by Swedish law (1 report)." for s in sheet.summary)


def test_a_law_is_no_voice_behind_the_drive(sheet: DriveSheet) -> None:
    assert {voice.name for voice in sheet.line.voices} == {"Per Dahl", "Eva Lind"}


def test_where_people_are_found_is_among_the_channels(sheet: DriveSheet) -> None:
    assert any("gym" in s.text for s in sheet.summary if s.text.startswith("They are reached"))
