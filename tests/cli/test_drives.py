"""`sayso drives` on a ledger of the sample articles, read by the rules."""

import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from sayso.cli import main
from sayso.retrieve import walk
from sayso.run import drives as worked
from sayso.run.intake import take_in
from sayso.settings import Settings
from sayso.store import Ledger


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    with Ledger.open(path) as ledger:
        take_in(ledger, list(walk([Path(str(resources.files("sayso") / "data/sample/articles"))])), Settings())
    return path


@pytest.fixture
def drives(sample: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[Any, str, str]]:
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
    assert title.endswith(" independent origins")
    assert any(row.strip().startswith("Michael McCaul: ") for row in voices)
    assert any(row.strip().startswith("denied by Yevgeny Prigozhin: ") for row in voices)
    assert err.startswith("1 drive in ")
    shown = voices[0].rsplit(" ", 1)[1]
    assert drives(shown, command="show")[0] == 0


def test_filters_must_both_hold(drives: Any) -> None:
    everything = drives()[1]
    assert "Afghanistan" in everything
    assert drives("--people", "AF", "--side", "SE")[1] == ""
    assert drives("--people", "AF")[1].splitlines()[0] in everything.splitlines()


def test_json_has_the_whole_record(drives: Any) -> None:
    given = json.loads(drives("--people", "AF", "--json")[1])
    (one,) = given["drives"]
    assert (one["drive"]["people"], one["drive"]["side"]) == ("AF", "RU")
    assert one["drive"]["origins"]["at_least"] <= one["drive"]["origins"]["at_most"]
    assert set(one["denied_by"]["Yevgeny Prigozhin"]) <= set(one["drive"]["against"])


def test_too_many_documents_are_said_with_what_to_do(drives: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worked, "MOST", 3)
    code, out, err = drives()
    assert (code, out) == (1, "")
    assert "more than 3" in err
    assert "sayso relate --jsonl" in err
    assert "[drives.many]" in err


def test_the_briefing_begins_with_drives_of_several_reports(drives: Any) -> None:
    text = drives(command="brief")[1]
    first, rest = text.split("## What is reported")
    section = first.split("## Recruitment drives")[1]
    assert "- **People of Afghanistan recruited for the war of Russia**: " in section
    assert "  - Michael McCaul, " in section
    assert "  - Denied by Yevgeny Prigozhin, " in section
    assert "independent origins." in section
    assert rest


def test_the_briefing_says_when_drives_were_too_many(drives: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worked, "MOST", 3)
    text = drives(command="brief")[1]
    assert "## Recruitment drives" not in text
    assert "Recruitment drives are not worked out for " in text
