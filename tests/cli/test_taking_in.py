"""What `sayso ingest` and `sayso read` take in, and what they say of what is lost."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from factory import RECRUITERS
from sayso.model.wire import read_schema
from sayso.store import Ledger
from website import Answer, serving

Sayso = Callable[..., Any]


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put text on standard input."""
    held = SimpleNamespace(buffer=io.BytesIO(text.encode("utf-8", "surrogatepass")), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", held)


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
