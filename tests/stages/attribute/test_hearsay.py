"""What an author passes on without telling whose word it is."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions
from sayso.stages.attribute import attribute


def read(text: str, nlp: Any) -> tuple[Attribution, ...]:
    return attribute(make_parsed(text, nlp), Mentions(), cues=load_cues())


def hedged(text: str, nlp: Any) -> list[tuple[str, str]]:
    """Cue and content of what nobody says."""
    return [
        (a.cue[0].text, " … ".join(s.text for s in a.content))
        for a in read(text, nlp)
        if not a.source and a.source_kind == "passive"
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The navy apparently hired 200 divers.", "apparently", "The navy … hired 200 divers"),
        ("Divers allegedly hired by the navy were sent to the coast.", "allegedly", "Divers … hired by the navy"),
        ("Two divers drowned, reportedly in heavy seas.", "reportedly", "in heavy seas"),
        ("The alleged hiring of divers by the navy led to protests.", "alleged", "hiring of divers by the navy"),
        ("The unconfirmed transfer of 90 divers worried the town.", "unconfirmed", "transfer of 90 divers"),
        ("The navy hired 200 divers, it is believed.", "is believed", "The navy hired 200 divers"),
        ("It is rumoured that the navy hired divers.", "is rumoured", "that the navy hired divers"),
        ("There are reports that the navy hired divers.", "reports", "that the navy hired divers"),
    ],
)
def test_what_nobody_vouches_for(text: str, cue: str, content: str, nlp: Any) -> None:
    assert (cue, content) in hedged(text, nlp)


@pytest.mark.parametrize(
    "text",
    [
        "A suspected recruiter was held in Taiz.",
        "The boat was supposed to leave at dawn.",
        "The navy reported the loss of two boats.",
        "The captain, Ann Alleged, left the town.",
    ],
)
def test_no_hedge_where_somebody_is_described_or_speaks(text: str, nlp: Any) -> None:
    assert hedged(text, nlp) == []


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the navy had apparently hired 200 divers.",
        "The minister denied the alleged hiring of divers by the navy.",
        "The minister rejected reports that the navy had hired divers.",
    ],
)
def test_a_hedge_in_somebodys_words_is_his_own(text: str, nlp: Any) -> None:
    assert [link.name for a in read(text, nlp) for link in a.chain] == ["minister"]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Navy said to hire 200 divers", "said", ""),
        ("Navy said to have hired 200 divers", "said", ""),
        ("Gunmen believed to be linked to the navy took the port.", "believed", ""),
        ("The council met on Monday. It is claimed that the navy hired divers.", "is claimed", ""),
        ("Doctors said to wait until the swelling had gone.", "said", "Doctors"),
        ("The council met on Monday. It claimed that the navy hired divers.", "claimed", "It"),
    ],
)
def test_who_is_told_of_does_not_tell(text: str, cue: str, source: str, tools: Any) -> None:
    found = attribute(
        make_parsed(text, tools.nlp), Mentions(), cues=tools.cues, encoder=tools.encoder, threshold=tools.threshold
    )
    assert [" ".join(s.text for s in a.source) for a in found if a.cue[0].text == cue] == [source]
