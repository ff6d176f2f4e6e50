"""`sayso drives` on a ledger of the sample articles, read by the rules."""

import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from sayso import pipeline
from sayso.cli import main
from sayso.retrieve import walk
from sayso.run.drives import current_drives
from sayso.run.intake import take_in
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    with Ledger.open(path) as ledger:
        take_in(ledger, list(walk([Path(str(resources.files("sayso") / "data/sample/articles"))])), Settings())
    return path


Run = Callable[..., tuple[Any, str, str]]


@pytest.fixture
def drives(sample: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*args: str, command: str = "drives") -> tuple[Any, str, str]:
        with pytest.raises(SystemExit) as caught:
            main([command, *args, "--ledger", str(sample)])
        held = capsys.readouterr()
        return caught.value.code or 0, held.out, held.err

    return run


def test_a_drive_stands_with_its_three_numbers_its_voices_and_who_denies(drives: Any) -> None:
    code, out, err = drives("--people", "AF", "--side", "russia")
    title, *voices = out.splitlines()
    assert code == 0
    assert title.startswith("People of Afghanistan recruited for the war of Russia: ")
    assert " reports, " in title
    assert " outlets, " in title
    assert " independent origins  (d-" in title
    assert any(row.strip().startswith("Abdul Raof Arghandiwal: ") for row in voices)
    assert any(row.strip().startswith("denied by Yevgeny Prigozhin: ") for row in voices)
    assert err.startswith("1 drive in ")
    shown = voices[0].rsplit(" ", 1)[1]
    assert drives(shown, command="show")[0] == 0


def test_no_drive_of_the_sample_is_told_the_wrong_way_round(drives: Any) -> None:
    held = [(d["people"], d["side"]) for d in json.loads(drives("--json")[1])["drives"]]
    assert ("AF", "RU") in held
    assert all(side == "RU" for _, side in held)


def test_filters_must_both_hold(drives: Any) -> None:
    everything = drives()[1]
    assert "Afghanistan" in everything
    assert drives("--people", "AF", "--side", "SE")[1] == ""
    assert drives("--people", "AF")[1].splitlines()[0] in everything.splitlines()


def test_json_has_the_whole_record(drives: Any) -> None:
    given = json.loads(drives("--people", "AF", "--json")[1])
    (one,) = given["drives"]
    assert (one["people"], one["side"]) == ("AF", "RU")
    assert one["origins"]["at_least"] <= one["origins"]["at_most"]
    (prigozhin,) = [voice for voice in one["denied_by"] if voice["name"] == "Yevgeny Prigozhin"]
    assert set(prigozhin["claims"]) <= set(one["against"])


def test_a_drive_is_shown_and_explained_by_its_id(drives: Any) -> None:
    title = drives("--people", "AF", "--side", "RU")[1].splitlines()[0]
    key = title.rsplit("(", 1)[1].rstrip(")")
    code, shown, _ = drives(key[:9], command="show")
    assert code == 0
    assert shown.startswith(f"drive {key}\n")
    assert "Abdul Raof Arghandiwal" in shown
    assert "title: People of Afghanistan recruited for the war of Russia" in shown
    code, explained, _ = drives(key, command="explain")
    assert code == 0
    assert "origins: origins.at_most: might all differ: " in explained
    code, _, err = drives("d-0000000000000000", command="show")
    assert code != 0
    assert "`sayso drives`" in err


def test_impact_tells_what_becomes_of_a_drive(drives: Any) -> None:
    out = drives("--source", "Abdul Raof Arghandiwal", command="impact")[1].splitlines()
    at = next(n for n, row in enumerate(out) if "People of Afghanistan recruited for the war of Russia" in row)
    assert re.match(r"weakens: .* \(d-[0-9a-f]{16}, drive 1 of the briefing\)$", out[at])
    assert re.search(r"independent origins [\d to]+, then [\d to]+; without .*Abdul Raof Arghandiwal", out[at + 1])
    rows = json.loads(drives("--source", "Abdul Raof Arghandiwal", "--json", command="impact")[1])
    (one,) = [row for row in rows if row["drive"] and row["title"].startswith("People of Afghanistan")]
    assert one["fate"] == "weakens"
    assert one["voices_lost"] == ["Abdul Raof Arghandiwal"]
    assert one["after"]["at_most"] <= one["before"]["at_most"]
    assert one["lost"]
    assert one["left"]
    assert all(row["drive"] is None for row in rows if row["proposition"])


def test_without_all_of_its_voices_a_drive_falls(drives: Any) -> None:
    held = json.loads(drives("--people", "AF", "--json")[1])["drives"][0]
    args = [word for voice in held["voices"] for word in ("--source", voice["origin"])]
    rows = json.loads(drives(*args, "--json", command="impact")[1])
    (one,) = [row for row in rows if row["drive"] == held["id"]]
    assert (one["fate"], one["left"], one["after"]["at_most"]) == ("falls", [], 0)


def test_a_drive_s_id_is_the_same_in_another_ledger(drives: Any, tmp_path: Path, sample: Path) -> None:
    first = {d["id"]: (d["people"], d["side"]) for d in json.loads(drives("--json")[1])["drives"]}
    with Ledger.open(tmp_path / "again.db") as ledger, Ledger.open(sample) as old:
        for reading in reversed(tuple(old.readings())):
            ledger.add(reading.document)
            ledger.put_reading(reading)
        relate_all(ledger, Settings())
        assert {d.id: (d.people, d.side) for d in current_drives(ledger)} == first


def test_relating_a_ledger_prints_its_drives_and_works_events_out_once(
    drives: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, times = pipeline.happenings, []
    monkeypatch.setattr(pipeline, "happenings", lambda *given: (times.append(given), found(*given))[1])
    rows = [json.loads(line) for line in drives("--jsonl", command="relate")[1].splitlines()]
    held = {d["id"] for d in json.loads(drives("--json")[1])["drives"]}
    assert {row["id"] for row in rows if row["kind"] == "drive"} == held
    assert held
    assert len(times) == 1
    events = [row for row in rows if row["kind"] == "event"]
    assert any(len(event["propositions"]) == 1 for event in events)
    assert any(len(event["propositions"]) > 1 for event in events)


def test_the_briefing_begins_with_drives_of_several_reports(drives: Any) -> None:
    text = drives(command="brief")[1]
    first, rest = text.split("## What is reported")
    section = first.split("## Recruitment drives")[1]
    assert "### 1. People of Afghanistan recruited for the war of Russia" in section
    assert " tell that people of Afghanistan are recruited for the war of Russia. They rest on " in section
    assert re.search(r"It is denied by .*Yevgeny Prigozhin.* \[\d+:\d+, \d+–\d+\]", section)
    (captain,) = [row for row in section.splitlines() if row.startswith("| Abdul Raof Arghandiwal |")]
    assert re.search(r"\| person \| \d+ \| “.+” \| \[\d+:\d+, ", captain)
    assert "| Yevgeny Prigozhin | denies it | " in section
    assert rest


def test_a_source_that_only_denies_touches_the_drive_by_its_short_and_its_full_name(drives: Run) -> None:
    full = drives("--source", "Yevgeny Prigozhin", "--json", command="impact")[1]
    assert full == drives("--source", "Prigozhin", "--json", command="impact")[1]
    (drive,) = [row for row in json.loads(full) if row["drive"]]
    assert (drive["fate"], drive["lost"], drive["denials_lost"]) == ("stands", [], ["Yevgeny Prigozhin"])


def test_a_group_of_an_article_denies_under_its_own_name(drives: Run) -> None:
    afghans = next(each for each in json.loads(drives("--json")[1])["drives"] if each["people"] == "AF")
    denied = {voice["name"]: voice for voice in afghans["denied_by"]}
    assert any(name.startswith("eleven former soldiers") for name in denied)
    assert denied["Yevgeny Prigozhin"]["documents"]
