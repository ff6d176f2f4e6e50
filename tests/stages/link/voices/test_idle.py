"""Voices that add nothing to a count."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, teller

from sayso.stages.link.voices.idle import deniers, why_idle
from sayso.stages.link.voices.teller import Teller


@pytest.mark.parametrize(
    ("voice", "text", "outlet", "idle"),
    [
        (teller("Ann Lee", "person", role="analyst"), "Ann Lee said so.", "Harbour Wire", True),
        (teller("Ann Lee", "person"), "“No,” said Ann Lee, a professor of law.", "Harbour Wire", True),
        (teller("Ann Lee", "person"), "“No,” said Ann Lee, a welder.", "Harbour Wire", False),
        (teller("Institute for Ports", "own_reporting"), "Men went.", "Institute for Ports", True),
        (teller("Harbour Wire", "own_reporting"), "A clip is shared. VERDICT: FALSE", "Harbour Wire", True),
        (teller("Harbour Wire", "own_reporting"), "Men went.", "Harbour Wire", False),
        (
            teller("Ports Observatory", "organisation"),
            "Men went.[1] Ships.[2] All.[3]",
            "Ports Observatory, Oslo",
            True,
        ),
        (teller("Ports Observatory", "organisation"), "Men went.[1] We heard them.", "Ports Observatory, Oslo", False),
        (teller("affidavit", "document"), "The affidavit says so.", "Harbour Wire", True),
        (teller("court statement", "document"), "The court statement says so.", "Harbour Wire", False),
    ],
)
def test_who_looks_on_from_outside_adds_no_voice(voice: Teller, text: str, outlet: str, idle: bool) -> None:
    assert (why_idle(voice, document("a", text, outlet=outlet)) is not None) is idle


def test_who_tells_a_part_only_where_he_denies_it_is_no_voice_nor_is_his_party() -> None:
    words = "they took men to a camp"
    texts = {name: document(name, f"He said {words}. He never recruited men.") for name in "ab"}
    part = claim(texts["a"], words, "took")
    denial = claim(texts["a"], "He never recruited men", "recruited", polarity="negative", factuality="negated")
    elsewhere, party = claim(texts["b"], words, "took"), claim(texts["b"], words, "men")
    he, his = teller("Ned Roe", "person", body="Sea Party"), teller("Sea Party", "organisation")
    of = {part.id: he, denial.id: he, elsewhere.id: he}
    documents = {c.id: texts["a"] for c in (part, denial)} | {elsewhere.id: texts["b"]}
    assert deniers([denial], [part], of, documents) == {he.id}
    assert deniers([denial], [part, elsewhere], of, documents) == frozenset()
    assert party.id == elsewhere.id  # one place of one text
    assert deniers([denial], [elsewhere], of | {elsewhere.id: his}, documents) == {his.id}


def test_who_tells_how_men_were_taken_and_denies_only_their_pay_is_a_voice() -> None:
    text = document("a", "We called them up. They were trained. Nobody paid them a crown. We called nobody up.")
    called = claim(text, "We called them up", "called")
    trained = claim(text, "They were trained", "trained", event_type="TRAIN")
    unpaid = claim(text, "Nobody paid them", "paid", event_type="OFFER", polarity="negative", factuality="negated")
    untaken = claim(text, "We called nobody up", "called nobody", polarity="negative", factuality="negated")
    he = teller("Ned Roe", "person")
    of = dict.fromkeys((called.id, trained.id, unpaid.id, untaken.id), he)
    documents = dict.fromkeys(of, text)
    assert deniers([unpaid], [called, trained], of, documents) == frozenset()
    assert deniers([unpaid], [called], of, documents) == {he.id}
    assert deniers([untaken], [called, trained], of, documents) == {he.id}
