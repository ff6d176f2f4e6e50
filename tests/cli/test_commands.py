"""Every command: what it prints, how it ends, and what it says when something is wrong."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factory import RECRUITERS
from sayso.cli.app import COMMANDS
from sayso.model import Judgement
from sayso.model.wire import relate_schema
from sayso.store import Ledger

Sayso = Callable[..., Any]
NAMES = [command.__name__ for command in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help(sayso: Sayso, name: str) -> None:
    ended = sayso(name, "--help")
    assert ended.code == 0
    assert f"sayso {name}" in ended.out


def test_help_and_version(sayso: Sayso) -> None:
    assert all(name in sayso("--help").out for name in NAMES)
    assert sayso("--version").out.startswith("sayso ")


@pytest.mark.parametrize(
    "args",
    [
        ["nonsense"],
        ["claims", "--nonsense"],
        ["claims", "--period", "soon"],
        ["claims", "--period", "2022-10..2022-09"],
        ["claims", "--factuality", "firm"],
        ["claims", "--limit", "0"],
        ["drives", "--people", "Atlantis"],
        ["drives", "--side", ""],
        ["ingest"],
        ["show"],
        ["brief", "--out", "a.docx"],
        ["problems", "--severity", "bad"],
        ["relate", "a.jsonl"],
        ["read", "a.txt", "--attribution", "guess"],
        ["read", "a.txt", "--threshold", "2"],
    ],
)
def test_a_wrong_option_ends_with_2(sayso: Sayso, args: list[str]) -> None:
    ended = sayso(*args)
    assert ended.code == 2
    assert "Traceback" not in ended.err


ON_A_LEDGER = [[name] for name in ("claims", "sources", "verify", "relate", "problems", "brief")]
ON_A_LEDGER += [["show", "c-1"], ["explain", "c-1"]]


@pytest.mark.parametrize("args", ON_A_LEDGER)
def test_a_missing_ledger_ends_with_3_and_says_how_to_make_one(sayso: Sayso, args: list[str], tmp_path: Path) -> None:
    ended = sayso(*args)
    assert ended.code == 3
    assert "sayso ingest" in ended.err
    assert not (tmp_path / "sayso.db").exists()


def test_a_file_that_is_no_ledger_is_left_alone(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "sayso.db").write_bytes(b"not a ledger, " * 100)
    ended = sayso("claims")
    assert ended.code == 3
    assert "[ledger.damaged]" in ended.err
    assert (tmp_path / "sayso.db").read_bytes() == b"not a ledger, " * 100


def test_settings_come_from_options_environment_and_file(
    sayso: Sayso, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sayso.toml").write_text('ledger = "file.db"\n')
    sayso("ingest", str(articles))
    monkeypatch.setenv("SAYSO_LEDGER", "environment.db")
    sayso("ingest", str(articles))
    sayso("ingest", str(articles), "--ledger", "option.db")
    assert {path.name for path in tmp_path.glob("*.db")} == {"file.db", "environment.db", "option.db"}
    monkeypatch.setenv("SAYSO_THRESHOLD", "high")
    ended = sayso("claims")
    assert ended.code == 2
    assert "threshold" in ended.err


def test_claims_as_csv_with_their_sentences_whatever_the_page(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    listed = json.loads(sayso("claims", "--json").out)
    rows = list(csv.DictReader(io.StringIO(sayso("claims", "--csv", "--limit", "1").out, newline="")))
    assert [row["claim"] for row in rows] == [each["claim"]["id"] for each in listed["claims"]]
    assert len(rows) > 1
    assert [row["sentence"] for row in rows] == [each["claim"]["sentence"]["text"] for each in listed["claims"]]
    assert not list(csv.DictReader(io.StringIO(sayso("claims", "--csv", "--outlet", "nobody's").out)))
    assert sayso("claims", "--csv", "--json").code == 2


def test_claims_as_lines_and_as_json(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    ended = sayso("claims", "--type", "offer", "--period", "2022-09", "--limit", "2")
    assert ended.code == 0
    assert [line.split("\t")[3] for line in ended.out.splitlines()] == ["type", "OFFER", "OFFER"]
    assert "1 to 2 of 3 claims; more with --offset 2" in ended.err
    found = json.loads(sayso("claims", "--actor", "commandos", "--json").out)
    assert found["total"] == len(found["claims"]) == 3
    assert json.loads(sayso("claims", "--place", "KZ", "--json").out) == {"total": 0, "offset": 0, "claims": []}


def test_claims_go_by_what_people_corrected(sayso: Sayso, articles: Path, tmp_path: Path) -> None:
    sayso("ingest", str(articles))
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        claim = ledger.claims()[0].claim
        at = datetime(2026, 1, 1, tzinfo=UTC)
        ledger.judge(
            Judgement(id="j-1", subject=claim.id, action="correct", field="event_type", value='"BAN"', by="Ann", at=at)
        )
    assert [line.split("\t")[0] for line in sayso("claims", "--type", "ban").out.splitlines()[1:]] == [claim.id]
    found = json.loads(sayso("claims", "--type", "ban", "--json").out)["claims"]
    assert [one["claim"]["event_type"] for one in found] == ["BAN"]


def test_withdrawing_an_outlet_names_the_lines_of_the_briefing(sayso: Sayso, tmp_path: Path) -> None:
    told = {"id": "a", "outlet": "Steppe Courier", "published": "2022-11-01", "title": "Recruits"}
    line = json.dumps(told | {"text": RECRUITERS})
    (tmp_path / "in.jsonl").write_text(line + "\n", encoding="utf-8")
    sayso("ingest", "in.jsonl")
    rows = json.loads(sayso("impact", "--source", "the Steppe Courier", "--json").out)
    assert rows
    assert all(row["fate"] == "falls" and row["briefing_line"] >= 1 for row in rows)
    assert "of the briefing" in sayso("impact", "--source", "Steppe Courier").out
    lost = sayso("impact", "--source", "Nobody Herald")
    assert lost.code != 0
    assert "no voice and no outlet" in lost.err


def test_impact_and_briefing_give_a_line_the_same_number(sayso: Sayso, tmp_path: Path) -> None:
    told = {"id": "a", "outlet": "Steppe Courier", "published": "2022-11-01", "title": "Recruits"}
    more = {"id": "b", "outlet": "Harbour Post", "published": "2022-11-02", "text": f"{RECRUITERS} We saw it."}
    (tmp_path / "in.jsonl").write_text(
        "\n".join(json.dumps(each) for each in (told | {"text": RECRUITERS}, told | more)) + "\n", encoding="utf-8"
    )
    sayso("ingest", "in.jsonl")
    text = sayso("brief").out
    sayso("brief", "--out", "out.html")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    rows = [row for row in json.loads(sayso("impact", "--source", "Harbour Post", "--json").out) if row["proposition"]]
    assert rows
    for row in rows:
        assert f"\n{row['briefing_line']}. **{row['title']}**" in text.replace("\\", "")
        assert f'<li id="line-{row["briefing_line"]}" value="{row["briefing_line"]}"><strong>{row["title"]}<' in page


def test_sources(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    (row,) = json.loads(sayso("sources", "--json").out)["sources"]
    assert (row["name"], row["claims"], row["documents"]) == ("former general", 3, 3)
    heads, row = sayso("sources").out.splitlines()
    assert heads.split("\t") == ["source", "kind", "claims", "citations", "documents", "entity"]
    assert row.startswith("former general\t")


def test_an_empty_name_is_not_every_voice(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    for name in ("", "  "):
        refused = sayso("impact", "--source", name)
        assert refused.code == 2
        assert "every voice" in refused.err


def test_an_unknown_type_is_answered_with_those_that_there_are(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    refused = sayso("claims", "--type", "NOPE")
    assert refused.code == 2
    assert "RECRUIT" in refused.err
    assert "OFFER" in refused.err
    known = sayso("claims", "--type", "flee")  # a type of the packs that no claim is of
    assert (known.code, known.err) == (0, "0 of 0 claims.\n")


def test_a_folder_is_no_ledger(sayso: Sayso, articles: Path) -> None:
    refused = sayso("claims", "--ledger", str(articles))
    assert refused.code != 0
    assert "[ledger.folder]" in refused.err
    assert str(articles / "sayso.db") in refused.err


def test_one_is_no_plural(sayso: Sayso, articles: Path) -> None:
    for name in ("b", "c"):
        (articles / f"{name}.txt").unlink()
    assert sayso("ingest", str(articles)).out.startswith("1 new document, ")
    assert "1 document, 1 file re-hashed, " in sayso("verify").out


def test_show_prints_no_packed_numbers(sayso: Sayso, articles: Path, tmp_path: Path) -> None:
    sayso("ingest", str(articles))
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        claim = ledger.claims()[0].claim
    assert claim.meaning
    shown = sayso("show", claim.id)
    assert shown.code == 0
    assert claim.trigger.text in shown.out
    assert "meaning" not in shown.out
    assert "\\x" not in shown.out


def test_show_and_explain_every_kind_of_row(sayso: Sayso, articles: Path) -> None:
    sayso("ingest", str(articles))
    claim = json.loads(sayso("claims", "--json").out)["claims"][0]
    proposition = claim["claim"]["id"].replace("c-", "p-")
    for key in (claim["claim"]["id"], claim["document"]["id"], claim["claim"]["attribution"]):
        ended = sayso("show", key[:12])
        assert ended.code == 0
        assert key in ended.out
        assert json.loads(sayso("show", key, "--json").out)["item"]["id"] == key
    ended = sayso("explain", claim["claim"]["id"])
    assert "extract.offer: offer + money  (score 0.90)" in ended.out
    assert "[offered]" in ended.out
    assert json.loads(sayso("explain", claim["claim"]["id"], "--json").out)["reasons"]
    assert sayso("show", proposition).code == 3


def test_verify_ends_with_4_when_evidence_has_changed(sayso: Sayso, articles: Path, tmp_path: Path) -> None:
    sayso("ingest", str(articles))
    assert "The ledger is whole" in sayso("verify").out
    kept = next(path for path in (tmp_path / "sayso.db.evidence").rglob("*") if path.is_file())
    kept.write_bytes(b"changed")
    ended = sayso("verify", "--json")
    assert ended.code == 4
    assert [problem["code"] for problem in json.loads(ended.out)["problems"]] == ["evidence.changed"]


def test_relate_json_lines_follow_the_schema_with_and_without_a_ledger(sayso: Sayso, articles: Path) -> None:
    loose = sayso("relate", "--jsonl", str(articles))
    sayso("ingest", str(articles), "--no-relate")
    held = sayso("relate", "--jsonl")
    for ended in (loose, held):
        rows = [json.loads(line) for line in ended.out.splitlines()]
        assert [row["kind"] for row in rows] == ["document"] * 3 + ["change"] * 2 + ["proposition", "event"]
        assert rows[-1]["propositions"] == [rows[-2]["id"]]
        assert {telling["claim"] for telling in rows[-1]["tellings"]} == set(rows[-2]["claims"])
        for row in rows:
            jsonschema.validate(row, relate_schema())
    assert json.loads(sayso("relate", "--json").out)["changed"] is False


def test_a_closed_pipe_is_no_error(sayso: Sayso, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*args: object, **kwargs: object) -> None:
        raise BrokenPipeError

    sayso("ingest", str(articles))
    monkeypatch.setattr("sayso.cli.tables.print_claims", closed)
    monkeypatch.setattr("sayso.cli.output.discard_output", lambda: None)
    assert sayso("claims").code == 0
