"""The whole stage: what holds of any text, and the passages that once went wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import make_document, make_parsed
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions
from sayso.pipeline import read as read_all
from sayso.stages.attribute import attribute


def read(text: str, nlp: Any, **fields: Any) -> tuple[Attribution, ...]:
    return attribute(make_parsed(text, nlp, **fields), Mentions(), cues=load_cues())


def chains(text: str, nlp: Any, **fields: Any) -> list[list[str]]:
    return [[link.name for link in a.chain] for a in read(text, nlp, **fields)]


def check(text: str, found: tuple[Attribution, ...]) -> None:
    """What must hold of every attribution of any text."""
    ids = {a.id for a in found}
    for a in found:
        for span in (*a.source, *a.cue, *a.content, *(link.span for link in a.chain)):
            assert text[span.start : span.end] == span.text
            assert span.text.strip()
        assert a.content
        assert not any(s.overlaps(c) for s in a.source for c in a.content)
        assert a.within is None or (a.within in ids and a.within != a.id)
        assert 0 <= a.confidence <= 1
        assert a.source_kind == a.voice.kind
        assert bool(a.source) or a.source_kind in ("passive", "article")
        assert a.reasons


AWKWARD = [
    "“They left, he said. “All of them,” she added.",
    "″We go″, said Ann. «We stay», said Bob. „We wait“, said Eve.",
    "KYIV, UKRAINE — SOLDIERS SAY THEY WERE TOLD TO WAIT. “NO FOOD,” ONE SAID.",
    "• “One,” said Ann.\n• “Two,” said Bob.\n• “Three,” said Eve.",
    "The so-called “republic” has “elections”.",
    "“[The recruiters] told us to [leave],” he said (in Dari).",
    "RT @ministry: Our forces hold the town!! #frontline https://example.org/a?b=“c”",
    "A man waits at the border, 3 May. [Jane Doe/AP Photo]",
    "(AP) - Police said two men died.",
    "‘It’s the soldiers’ job,’ said the officers’ spokesman. ‘It isn’t ours.’",
    "He\u00a0said\u00a0that\u00a0“the\u00a0road” was\u200fclosed\u200e, \u202bוהוא אמר\u202c.",
    "😀 “Yes 😀,” he said 😀. 👩‍👩‍👧 said no.",
    "said said said said, said: said. According to according to.",
    "He said.",
    "“”",
    "“" * 40 + "he said" + "”" * 3,
    "citing citing three generals, citing",
    "X: Y: Z: report",
    "\x00“a\x00b,” he said\x00.",
    "Told, asked, said; reported - quoted as saying as saying that that.",
]


@pytest.mark.parametrize("text", ["", " \n ", *AWKWARD])
def test_awkward_passages_are_borne(text: str, nlp: Any) -> None:
    check(text, read(text, nlp))


def test_one_bad_passage_costs_one_passage(nlp: Any) -> None:
    good = "The minister said that the road was open."
    alone = [a.content[0].text for a in read(good, nlp)]
    for bad in AWKWARD:
        both = [a.content[0].text for a in read(f"{bad}\n{good}", nlp)]
        assert alone[0] in both, bad


PIECES = st.lists(
    st.sampled_from(
        ["he", "said", "that", "“", "”", "‘", "’", '"', ",", ".", ":", "told", "Reuters", "the", "general", "citing",
         "according to", "reportedly", "who", "left", "it", "is", "believed", "three officials", "Anna Roe", "denied",
         "by", "as", "saying", "😀", "\u200f", "was", "quoted", "report", "Two", "men", "in", "Kabul", "(AP) -", "\n"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(text=PIECES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_holds_of_every_attribution(text: str, nlp: Any) -> None:
    found = read(text, nlp)
    check(text, found)
    assert found == read(text, nlp)


def test_the_same_in_any_order_and_in_another_process(nlp: Any) -> None:
    texts = [AWKWARD[1], "Ann Roe told the BBC that Bob had fled, citing two officials.", AWKWARD[9]]
    forward = [[a.id for a in read(t, nlp)] for t in texts]
    backward = [[a.id for a in read(t, nlp)] for t in reversed(texts)]
    assert forward == list(reversed(backward))
    code = (
        "import sys, json; sys.path.insert(0, sys.argv[1]); import spacy; from factory import make_parsed\n"
        "from sayso.lexicon.cues import load_cues; from sayso.model import Mentions\n"
        "from sayso.settings import Settings\n"
        "from sayso.stages.attribute import attribute\n"
        "nlp = spacy.load(Settings().language_model, exclude=['senter'])\n"
        "print(json.dumps([[a.id for a in attribute(make_parsed(t, nlp), Mentions(), cues=load_cues())]"
        " for t in json.loads(sys.argv[2])]))"
    )
    tests = str(Path(__file__).parents[2])
    run = subprocess.run(
        [sys.executable, "-c", code, tests, json.dumps(texts)], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == forward


def test_a_sourceless_passive_does_not_borrow_the_source_before(nlp: Any) -> None:
    found = read("Witnesses described bodies in the road. It is believed that the group crossed from Iran.", nlp)
    passive = [a for a in found if a.source_kind == "passive"]
    assert [a.source for a in passive] == [()]


def test_refusing_to_comment_claims_nothing(nlp: Any) -> None:
    for text in ("The army declined to comment.", "The ministry did not respond to a request for comment."):
        assert [a.claims_nothing for a in read(text, nlp)] == [True]


def test_what_somebody_declines_to_say_claims_nothing(tools: Any) -> None:
    # With the trained reader, which finds "to say" inside what was declined.
    reading = read_all(make_document("The agency refused to discuss how many recruits had died."), tools)
    assert reading.attributions
    assert all(a.claims_nothing for a in reading.attributions)
    assert reading.claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has said that Norway recruited the nurses.",
        "No minister has said that Norway recruited the nurses.",
        "Neither Anna Roe nor the minister said that Norway recruited the nurses.",
    ],
)
def test_what_nobody_said_is_in_nobodys_mouth(text: str, tools: Any) -> None:
    reading = read_all(make_document(text), tools)
    assert all(a.claims_nothing for a in reading.attributions)
    assert reading.claims == ()


def test_no_fewer_than_so_many_are_somebody(tools: Any) -> None:
    reading = read_all(make_document("No fewer than 40 officials said that Norway recruited the nurses."), tools)
    assert [a.claims_nothing for a in reading.attributions] == [False]


def test_blocks_that_are_not_read_give_nothing(nlp: Any) -> None:
    assert read("Read more: Minister says the war will end, officials say", nlp) == ()


def test_a_quotation_that_goes_on_belongs_to_the_same_attribution(nlp: Any) -> None:
    text = "“We ran,” said Ann Roe, a nurse. “Then we hid. Nobody came.”"
    (one,) = read(text, nlp)
    assert [c.text for c in one.content] == ["“We ran,”", "“Then we hid. Nobody came.”"]
    assert one.speech == "direct"


def test_a_quotation_over_paragraphs_is_one_content(nlp: Any) -> None:
    text = "“First we ran from the house to the river and back.\n“Then we hid in the reeds,” said Ann Roe."
    (one,) = read(text, nlp)
    assert one.content[0].text.startswith("“First")
    assert one.content[0].text.endswith("reeds,”")


def test_a_reader_that_stops_at_the_paragraph_is_given_the_whole_quotation() -> None:
    from sayso.model import Quotation, span_of
    from sayso.stages.attribute.trained import _whole

    text = "“First we ran.\n“Then we hid,” said Ann."
    long = [Quotation(span=span_of(text, 0, 29), depth=0, closed=True)]
    assert _whole((15, 29), [(30, 34)], long) == (0, 29)
    assert _whole((15, 29), [(20, 22)], long) == (15, 29)


def test_what_somebody_was_told_of_is_the_content(nlp: Any) -> None:
    (found,) = read("Three former generals told the agency of a wage of $900 a month.", nlp)
    assert [span.text for span in found.source] == ["Three former generals"]
    assert [span.text for span in found.content] == ["a wage of $900 a month"]
