"""`sayso events` and `sayso judge` on a ledger."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from factory import RECRUITERS
from sayso.model import Happening, Telling
from sayso.store import Ledger

Sayso = Callable[..., Any]


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
