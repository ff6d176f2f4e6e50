"""The sample that people read by hand: complete, repeatable, and what changed by sentence."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from read_claims import by_bound, changes, claims_of, documents_of, printed

from factory import make_document
from sayso.tools import Tools


def test_a_claim_is_printed_with_all_that_it_says(tools: Tools) -> None:
    document = make_document("The army arrested up to 30 teachers in Oslo in May 2021, the mayor said.")
    claims = list(claims_of([document], tools))
    text = "\n".join(printed(1, claim) for claim in claims)
    for words in ("[arrested]", "DETAIN", "detained: up to 30 teachers", "Oslo", "2021-05-01", "30.0 teacher", "mayor"):
        assert words in text


def test_changes_are_told_by_sentence(tools: Tools) -> None:
    before = list(claims_of([make_document("The army arrested teachers. The army shelled the town.")], tools))
    after = [{**before[0], "type": "BAN"}, *before[1:]]
    assert changes(before, before) == []
    (changed,) = changes(before, after)
    assert "- DETAIN [arrested]" in changed
    assert "+ BAN [arrested]" in changed
    assert "shelled" not in changed


def test_claims_left_above_a_bound_are_counted_with_the_wrong_ones() -> None:
    claims = [
        {"type": "KILL", "confidence": 0.9},
        {"type": "AID", "confidence": 0.7},
        {"type": "AID", "confidence": 0.6},
    ]
    lines = by_bound(claims, {2, 3}, {"KILL"})
    assert [line.split() for line in lines if line.startswith(("0.00", "0.65", "0.75"))] == [
        ["0.00", "1", "0", "2", "2"],
        ["0.65", "1", "0", "1", "1"],
        ["0.75", "1", "0", "0", "0"],
    ]


def test_days_that_were_read_before_are_left_out() -> None:
    first = documents_of("timelines", 100, 7)
    again = documents_of("timelines", 100, 7, unread=[(7, 100, False)])
    days = {"-".join((d.given_id or "").split("-")[:4]) for d in first}
    assert again
    assert not any("-".join((d.given_id or "").split("-")[:4]) in days for d in again)
