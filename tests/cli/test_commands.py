"""Every command: what it prints, how it ends, and what it says when something is wrong."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from factory import RECRUITERS
from sayso.cli.app import COMMANDS
from sayso.model import Happening, Judgement, Telling
from sayso.model.wire import read_schema, relate_schema
from sayso.store import Ledger
from website import Answer, serving

Sayso = Callable[..., Any]
NAMES = [command.__name__ for command in COMMANDS]


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put text on standard input."""
    held = SimpleNamespace(buffer=io.BytesIO(text.encode("utf-8", "surrogatepass")), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", held)


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


def test_ingest_keeps_reads_and_relates(sayso: Sayso, articles: Path) -> None:
    ended = sayso("ingest", str(articles))
    assert ended.code == 0
    assert "3 new documents, 0 held already, 3 read, 0 lost" in ended.out
    assert "1 proposition." in ended.out
    again = sayso("ingest", str(articles))
    assert again.code == 0
    assert "0 new documents, 3 held already, 0 read, 0 lost" in again.out


def test_one_bad_file_costs_that_file(sayso: Sayso, articles: Path) -> None:
    (articles / "bad.txt").write_bytes(b"")
    (articles / "bad.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    ended = sayso("ingest", str(articles), "--json")
    assert ended.code == 1
    found = json.loads(ended.out)
    assert (found["new"], found["lost"]) == (3, 2)
    listed = json.loads(sayso("problems", "--json").out)["problems"]
    assert {problem["where"].rpartition("/")[2] for problem in listed if problem["severity"] == "error"} == {
        "bad.txt",
        "bad.pdf",
    }
    sayso("ingest", str(articles))
    assert json.loads(sayso("problems", "--json").out)["problems"] == listed


def test_what_was_lost_is_said_before_documents_are_related(sayso: Sayso, articles: Path) -> None:
    (articles / "bad.txt").write_bytes(b"")
    ended = sayso("ingest", str(articles))
    assert ended.err.index("[ingest.empty]") < ended.err.index("Relating documents")
    assert ended.err.count("[ingest.empty]") == 1


def test_a_missing_file_is_a_problem_and_ends_with_1(sayso: Sayso, articles: Path) -> None:
    ended = sayso("ingest", str(articles), "nowhere.html")
    assert ended.code == 1
    assert "nowhere.html" in ended.err
    assert "3 new documents" in ended.out


def test_no_ledger_is_made_for_a_mistyped_path(sayso: Sayso, tmp_path: Path) -> None:
    ended = sayso("ingest", "nowhere.html", "--ledger", "new.db")
    assert ended.code == 1
    assert "nowhere.html" in ended.err
    assert not list(tmp_path.rglob("new.db*"))


def test_ingest_takes_web_addresses_once(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_PRIVATE_ADDRESSES", "true")
    page = f"<html><head><title>Men wanted</title></head><body><article><p>{RECRUITERS}</p></article></body></html>"
    with serving() as site:
        site.pages["/a.html?utm_source=x"] = Answer(200, {"Content-Type": "text/html"}, page.encode())
        url = site.url + "/a.html?utm_source=x"
        ended = sayso("ingest", url, site.url + "/gone")
        assert ended.code == 1
        assert "the site answers 404" in ended.err
        assert "1 new document, 0 held already, 1 read, 1 lost" in ended.out
        asked = len(site.asked)
        assert "0 new documents, 1 held already" in sayso("ingest", url).out
        assert len(site.asked) == asked
    with Ledger.open("sayso.db") as ledger:
        (document,) = ledger.documents()
    assert document.url == site.url + "/a.html"
    assert document.evidence
    assert document.evidence.name == url


def test_ingest_asks_no_address_of_this_machine_by_itself(sayso: Sayso) -> None:
    ended = sayso("ingest", "http://127.0.0.1:9/a")
    assert ended.code == 1
    assert "private_addresses" in ended.err


def test_read_takes_web_addresses(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_PRIVATE_ADDRESSES", "true")
    with serving() as site:
        site.pages["/a"] = Answer(200, {}, f"Men wanted\n\n{RECRUITERS}\n".encode())
        ended = sayso("read", site.url + "/a", "--jsonl")
    assert json.loads(ended.out)["document"]["url"] == site.url + "/a"


def test_ingest_takes_json_lines_from_standard_input(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, json.dumps({"id": "one", "text": RECRUITERS, "outlet": "Example Post"}) + "\n\nno json\n")
    ended = sayso("ingest", "-")
    assert ended.code == 1
    assert "standard input line 3" in ended.err
    (row,) = json.loads(sayso("claims", "--outlet", "example post", "--json").out)["claims"]
    assert row["document"]["outlet"] == "Example Post"


def test_half_a_character_costs_its_document(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, '{"id": "bad", "text": "a \\ud800 b"}\n' + json.dumps({"id": "good", "text": RECRUITERS}))
    ended = sayso("ingest", "-")
    assert "1 new document" in ended.out
    assert ended.code == 1


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


def test_an_empty_folder_is_told_what_is_read(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ended = sayso("ingest", "nothing")
    assert ended.code == 0
    assert "[retrieve.empty]" in ended.err
    assert "DOCX" in ended.err
    assert ended.out.startswith("0 new documents, 0 held already, 0 read, 0 lost.")


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


def test_an_ingest_of_nothing_points_to_no_briefing(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "Next:" not in sayso("ingest", "none").out


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


def test_read_prints_json_lines_that_the_schema_describes(sayso: Sayso, articles: Path) -> None:
    for args, schema in (((), read_schema()), (("--details",), read_schema(details=True))):
        ended = sayso("read", str(articles), "--jsonl", *args)
        rows = [json.loads(line) for line in ended.out.splitlines()]
        assert (ended.code, len(rows)) == (0, 3)
        for row in rows:
            jsonschema.validate(row, schema)
            text = row["document"]["text"]
            span = row["claims"][0]["trigger"]
            assert text[span["start"] : span["end"]] == span["text"]


def test_read_takes_json_lines_and_keeps_their_text_and_id(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "  " + RECRUITERS + "  😀\n"
    piped(monkeypatch, json.dumps({"id": 7, "text": text, "published": "2022-10-25"}) + "\n{}\n")
    ended = sayso("read", "--jsonl")
    (row,) = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.code == 1
    assert row["document"]["given_id"] == "7"
    assert row["document"]["text"] == text
    assert "standard input line 2" in ended.err


def test_read_prints_half_a_character_as_an_escape(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, '{"id": "bad", "text": "a \\ud800 b"}\n')
    ended = sayso("read", "--jsonl")
    assert json.loads(ended.out)["document"]["text"] == "a \ud800 b"


def test_read_for_a_person(sayso: Sayso, articles: Path) -> None:
    ended = sayso("read", str(articles / "a.txt"))
    assert "OFFER, asserted, on the word of former general" in ended.out
    assert "recruit_pool: Afghan commandos" in ended.out


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


def test_ctrl_c_ends_with_130_and_the_next_run_goes_on(
    sayso: Sayso, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.store import Ledger

    real, left = Ledger.put_reading, [1]

    def interrupted(self: Ledger, reading: Any) -> bool:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        return real(self, reading)

    monkeypatch.setattr(Ledger, "put_reading", interrupted)
    ended = sayso("ingest", str(articles))
    assert ended.code == 130
    assert "goes on from there" in ended.err
    monkeypatch.setattr(Ledger, "put_reading", real)
    assert "2 read" in sayso("ingest", str(articles)).out
    assert "The ledger is whole" in sayso("verify").out


def test_events_lists_propositions_of_one_happening(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RECRUITERS)
    assert sayso("ingest", "a.txt").code == 0
    assert sayso("events").err == "0 of 0 events.\n"
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        (reading,) = ledger.readings()
        (proposition,) = ledger.relations().propositions
        claim = reading.claims[0]
        told = Telling(
            claim=claim.id, document=reading.document.id, trigger=claim.trigger, sentence=claim.sentence
        )  # fmt: skip
        event = Happening(
            id="e-1", propositions=(proposition.id,), documents=(reading.document.id,), tellings=(told,)
        )  # fmt: skip
        ledger.put_happenings([event])
    listed = sayso("events")
    assert listed.out.startswith("e-1  1 proposition, 1 document\n")
    assert proposition.title in listed.out
    assert listed.err == "1 to 1 of 1 event.\n"
    given = json.loads(sayso("events", "--json").out)
    assert (given["total"], given["waiting"]) == (1, 0)
    assert given["events"][0]["event"]["tellings"][0]["claim"] == claim.id
    assert given["events"][0]["propositions"][0]["id"] == proposition.id
    assert json.loads(sayso("show", "e-1", "--json").out)["kind"] == "event"
    assert sayso("events", "--text", "no such words").err == "0 of 0 events.\n"
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        ledger.forget_happenings()
    assert "1 document not held against the others" in sayso("events").err


def test_judge_keeps_claims_apart_and_takes_it_back(sayso: Sayso, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{RECRUITERS}\nThis is the article {name}.\n")
    assert sayso("ingest", "a.txt", "b.txt").code == 0
    one, other = (row["claim"]["id"] for row in json.loads(sayso("claims", "--json").out)["claims"])
    made = json.loads(sayso("judge", "not-same", one, other, "--by", "Ana", "--reason", "two drives", "--json").out)
    assert (made["subject"], made["value"], made["by"], made["reason"]) == (one, other, "Ana", "two drives")
    assert f"judged not_same {other} by Ana" in sayso("show", one).out
    undone = sayso("judge", "undo", made["id"], "--by", "Ben")
    assert undone.code == 0
    assert made["id"] in undone.out
    assert [j["action"] for j in json.loads(sayso("show", one, "--json").out)["judgements"]] == ["not_same", "undo"]
    same = sayso("judge", "same", one, other)
    assert "says the same as" in same.out
    for args, code in ((["same", one], 2), (["undo", one], 3), (["same", one, one], 3), (["same", one, "doc-0"], 3)):
        assert sayso("judge", *args).code == code, args


def test_judge_says_which_propositions_tell_of_one_event(sayso: Sayso, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{RECRUITERS}\nThis is the article {name}.\n")
    assert sayso("ingest", "a.txt", "b.txt").code == 0
    one, other = (row["claim"]["id"] for row in json.loads(sayso("claims", "--json").out)["claims"])
    whole = sayso("judge", "same", one, other, "--event")
    assert (whole.code, "judge.one_proposition" in whole.err) == (3, True)
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        held = ledger.relations()
        (both,) = held.propositions
        halves = [
            replace(both, id=f"p-{n}", claims=(c,), figures=(), contradictions=()) for n, c in enumerate((one, other))
        ]
        ledger.put_relations(replace(held, propositions=tuple(halves)))
        tellings = tuple(
            Telling(claim=c.id, document=r.document.id, trigger=c.trigger, sentence=c.sentence)
            for r in ledger.readings()
            for c in r.claims
        )
        event = Happening(id="e-1", propositions=("p-0", "p-1"), documents=both.documents, tellings=tellings)
        ledger.put_happenings([event])
    same = sayso("judge", "same", "p-1", "p-0", "--event", "--by", "Ana", "--no-relate")
    assert "tells of one event with" in same.out
    assert f"judged same {one} as to the event by Ana" in sayso("show", other).out
    apart = json.loads(sayso("judge", "not-same", "p-1", "e-1", "--no-relate", "--json").out)
    assert (apart["field"], apart["action"], apart["subject"], apart["value"]) == ("event", "not_same", other, one)
    assert "judge.whole_event" in sayso("judge", "not-same", "e-1", "p-1").err
    assert sayso("judge", "undo", apart["id"], "--no-relate").code == 0
