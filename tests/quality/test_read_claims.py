"""The sample that people read by hand: complete, repeatable, and what changed by sentence."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from read_claims import changes, claims_of, printed

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
