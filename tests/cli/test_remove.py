"""`sayso remove`: what it asks, does, tells, and what the ways in say of removed bytes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.store import Ledger

Sayso = Callable[..., Any]


@pytest.fixture
def held(sayso: Sayso, articles: Path, tmp_path: Path) -> str:
    """A ledger of three articles; gives the id of the one that is called b."""
    sayso("ingest", str(articles))
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        return next(document.id for document in ledger.documents() if "we call b" in document.text)


def test_it_wants_a_document_and_a_reason(sayso: Sayso, held: str) -> None:
    for given in ([], [held], ["--reason", "x"], [held, "--reason", "  "]):
        ended = sayso("remove", *given)
        assert ended.code == 2
        assert "--reason" in ended.err
    assert json.loads(sayso("verify", "--json").out)["documents"] == 3


def test_unasked_it_removes_nothing(sayso: Sayso, held: str) -> None:
    ended = sayso("remove", held, "--reason", "wrong file")
    assert ended.code == 2
    assert held in ended.err
    assert "--yes" in ended.err
    assert json.loads(sayso("verify", "--json").out)["documents"] == 3


def test_it_is_gone_and_the_ledger_is_whole(sayso: Sayso, held: str, tmp_path: Path) -> None:
    ended = sayso("remove", held, "--reason", "wrong file", "--by", "Ann", "--yes")
    assert ended.code == 0
    assert held in ended.out
    assert "briefings and exports made before" in ended.out
    found = sayso("verify")
    assert found.code == 0
    assert "1 removal" in found.out
    files = [path for path in tmp_path.glob("sayso.db*") if path.is_file()]
    files += [path for path in (tmp_path / "sayso.db.evidence").rglob("*") if path.is_file()]
    assert b"we call b" not in b"".join(path.read_bytes() for path in files)
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        assert len(ledger.relations().documents) == 2
        assert not ledger.needs_relating()


def test_the_list_tells_when_by_whom_and_why(sayso: Sayso, held: str) -> None:
    sayso("remove", held, "--reason", "the source asked", "--by", "Ann", "--yes")
    assert "the source asked" in sayso("remove", "--list").out
    (told,) = json.loads(sayso("remove", "--list", "--json").out)["removals"]
    assert (told["document"], told["by"], told["reason"]) == (held, "Ann", "the source asked")


def test_as_json_it_tells_what_went_and_what_is_left(sayso: Sayso, held: str) -> None:
    told = json.loads(sayso("remove", held, "--reason", "wrong file", "--yes", "--json").out)
    assert [removal["document"] for removal in told["removed"]] == [held]
    assert told["clean"] is True
    assert told["ledger"]["document"] == 2


def test_twice_finishes_what_was_begun_and_says_so(sayso: Sayso, held: str, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        ledger.remove(held, by="Ann", reason="interrupted here")
    ended = sayso("remove", held, "--reason", "again")
    assert ended.code == 0
    assert "was removed on" in ended.out
    assert sayso("verify").code == 0
    assert len(json.loads(sayso("remove", "--list", "--json").out)["removals"]) == 1


def test_the_same_bytes_are_not_taken_in_again_unasked(sayso: Sayso, held: str, articles: Path) -> None:
    sayso("remove", held, "--reason", "the source asked", "--yes")
    ended = sayso("ingest", str(articles))
    assert ended.code == 0
    assert "ingest.removed" in ended.err
    assert "the source asked" in ended.err
    assert json.loads(sayso("verify", "--json").out)["documents"] == 2
    assert sayso("ingest", str(articles), "--removed-too").code == 0
    assert json.loads(sayso("verify", "--json").out)["documents"] == 3
    assert sayso("verify").code == 0


def test_neither_are_lines_of_json(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text('{"id": "1", "text": "Troops left."}\n{"id": "2", "text": "They came."}\n')
    sayso("ingest", "two.jsonl")
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        key = next(document.id for document in ledger.documents() if document.given_id == "2")
    assert sayso("remove", key, "--reason", "wrong line", "--yes").code == 0
    assert "1 new" not in sayso("ingest", "two.jsonl").out
    assert json.loads(sayso("verify", "--json").out)["documents"] == 1


def test_other_rows_cannot_be_removed(sayso: Sayso, held: str, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        claim = ledger.claims()[0].claim.id
    ended = sayso("remove", claim, "--reason", "wrong", "--yes")
    assert ended.code == 3
    assert "remove.no_document" in ended.err
    assert sayso("remove", "doc-none", "--reason", "wrong", "--yes").code == 3
