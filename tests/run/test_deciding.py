"""A person's same and not same: they win when documents are related, for one more document too, and are taken back."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "stages/link"))
from builders import claim, document, reading

from sayso.errors import LedgerError
from sayso.lexicon.packs import load_packs
from sayso.model import Judgement, Reading
from sayso.run.deciding import decide
from sayso.run.relating import relate_all, relate_new
from sayso.settings import Settings
from sayso.store import Ledger

SETTINGS = Settings()
PACKS = load_packs(SETTINGS.packs)
AT = datetime(2026, 11, 28, 8, tzinfo=UTC)
WAGNER = ("Wagner", "wagner-group")
DRIVE = "Wagner recruits fighters for the war in Ukraine"


def told(name: str, words: str = DRIVE, day: str = "2023-05-02", by: tuple[str, str] = WAGNER) -> Reading:
    of = document(name, words + ".", day=day, outlet=f"The {name} Gazette")
    return reading(of, claim(of, words, "recruits", roles=[("recruiter", *by)]))


ONE, TWO = told("a"), told("b")
OTHER = told("c", "Nepal recruits nurses for hospitals in Mali", by=("Nepal", "np-government"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "one.db") as opened:
        put(opened, ONE, TWO, OTHER)
        relate_all(opened, SETTINGS)
        yield opened


def put(ledger: Ledger, *readings: Reading) -> None:
    for each in readings:
        ledger.add(each.document)
        ledger.put_reading(each)


def first(of: Reading) -> str:
    return of.claims[0].id


def groups(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(p.claims) for p in ledger.relations().propositions}


def judge(ledger: Ledger, action: Any, left: str, right: str, **more: Any) -> Judgement:
    made = decide(ledger, left, right, action=action, by="Ana", at=AT, **more)
    ledger.judge(made)
    relate_all(ledger, SETTINGS)
    return made


def undo(ledger: Ledger, made: Judgement) -> None:
    taken = Judgement(id="j-undo", subject=made.subject, action="undo", value=made.id, by="Ana", at=AT)
    ledger.judge(taken)
    relate_all(ledger, SETTINGS)


def test_propositions_said_to_be_the_same_are_one_with_the_reason_until_that_is_taken_back(ledger: Ledger) -> None:
    before = groups(ledger)
    assert before == {frozenset({first(ONE), first(TWO)}), frozenset({first(OTHER)})}
    left, right = (p.id for p in ledger.relations().propositions)
    made = judge(ledger, "same", left, right, reason="one drive")
    assert groups(ledger) == {frozenset({first(ONE), first(TWO), first(OTHER)})}
    (proposition,) = ledger.relations().propositions
    (reason,) = (r for r in proposition.reasons if r.rule == "judge.same")
    assert reason.detail == "Ana, 2026-11-28: one drive"
    assert {made.document, made.anchor.text if made.anchor else ""} == {"a", DRIVE}
    undo(ledger, made)
    assert groups(ledger) == before


@pytest.mark.parametrize("moved", [ONE, TWO], ids=["the earliest claim", "another"])
def test_a_claim_said_to_be_something_else_leaves_its_proposition(ledger: Ledger, moved: Reading) -> None:
    before = groups(ledger)
    whole = next(p for p in ledger.relations().propositions if first(moved) in p.claims)
    made = judge(ledger, "not_same", first(moved), whole.id)
    assert groups(ledger) == {frozenset({first(each)}) for each in (ONE, TWO, OTHER)}
    undo(ledger, made)
    assert groups(ledger) == before


def test_one_more_document_does_not_undo_it(ledger: Ledger) -> None:
    judge(ledger, "not_same", first(TWO), first(ONE))
    judge(ledger, "same", first(OTHER), first(ONE))
    more = told("d", day="2023-05-03")
    put(ledger, more)
    assert relate_new(ledger, PACKS, ["d"])
    found = groups(ledger)
    assert frozenset({first(TWO)}) in found
    assert frozenset({first(ONE), first(OTHER), first(more)}) in found


def test_what_leads_to_no_two_claims_is_refused_in_words(ledger: Ledger) -> None:
    origin = ledger.relations().origins[0].id
    for left, right, said in (
        (first(ONE), first(ONE), "both are one claim"),
        (first(ONE), "c-none", "no row has the id"),
        (origin, first(ONE), "only claims and propositions"),
    ):
        with pytest.raises(LedgerError) as caught:
            decide(ledger, left, right, action="same", by="Ana", at=AT)
        assert said in caught.value.found
    assert not ledger.judgements()
