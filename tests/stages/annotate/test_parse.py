"""Sentences end where blocks end, furniture is not read, long and odd texts are borne."""

from typing import Any

import pytest

from factory import make_document, make_parsed
from sayso.model import Block
from sayso.stages.annotate import annotate


def test_a_heading_is_not_glued_to_the_next_sentence(nlp: Any) -> None:
    parsed = make_parsed("Talks fail again\nThe envoy left on Monday. He will not return.", nlp)
    assert [s.text for s in parsed.sentences] == [
        "Talks fail again",
        "The envoy left on Monday.",
        "He will not return.",
    ]


def test_offsets_of_tokens_are_offsets_of_the_text(nlp: Any) -> None:
    text = "An ex-captain 😀 spoke.\u00a0He  left.\n\n“Go,” he said."
    parsed = make_parsed(text, nlp)
    assert parsed.doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in parsed.doc)
    assert "ex-captain" in [t.text for t in parsed.doc]


def test_a_dateline_is_no_part_of_the_first_sentence(nlp: Any) -> None:
    parsed = make_parsed("KABUL, Oct. 26 (AP) — A bomb went off.", nlp)
    assert parsed.sentences[-1].text == "A bomb went off."


def test_the_dateline_of_an_agency_that_no_list_has_is_none_either(nlp: Any) -> None:
    parsed = make_parsed("ADEN, Nov 23 (Harbour Wire) - A bomb went off.", nlp)
    assert parsed.sentences[-1].text == "A bomb went off."


def test_a_number_that_opens_a_paragraph_is_not_cut_off(nlp: Any) -> None:
    text = "Men at the front\n\n500 Yemenis have been recruited."
    blocks = (Block(kind="title", start=0, end=16), Block(kind="paragraph", start=18, end=len(text)))
    assert make_parsed(text, nlp, blocks=blocks).sentences[-1].text == "500 Yemenis have been recruited."


def test_a_name_that_opens_a_paragraph_below_a_headline_is_not_cut_in_two(nlp: Any) -> None:
    text = "Men in the port\n\nSalem Bahah, a fisherman, says he was promised a job."
    blocks = (Block(kind="title", start=0, end=15), Block(kind="paragraph", start=17, end=len(text)))
    assert make_parsed(text, nlp, blocks=blocks).sentences[-1].text == text[17:]


def test_blocks_that_are_not_reporting_are_left_out(nlp: Any) -> None:
    text = "The road is cut.\nRead more: what we know\nJane Doe/Getty Images\nSign up for our newsletter\nAid waits."
    assert [s.text for s in make_parsed(text, nlp).sentences] == ["The road is cut.", "Aid waits."]


def test_kinds_that_ingest_gives_are_kept(nlp: Any) -> None:
    text = "He left.\nA man waits, 3 May."
    blocks = (Block(kind="paragraph", start=0, end=8), Block(kind="caption", start=9, end=len(text)))
    assert [s.text for s in make_parsed(text, nlp, blocks=blocks).sentences] == ["He left."]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00\x00", "😀" * 50, "\u200f\u200f", "“" * 300, "-" * 5000, "\n\n\n", "a b " * 10]
)
def test_odd_texts_are_borne(text: str, nlp: Any) -> None:
    parsed = annotate(make_document(text), nlp)
    assert parsed.doc.text == text
    assert all(text[s.start : s.end] == s.text for s in parsed.sentences)


def test_a_text_longer_than_the_parser_takes_is_parsed_in_pieces(nlp: Any) -> None:
    text = "The road is cut. " * 4000
    parsed = annotate(make_document(text), nlp)
    assert parsed.doc.text == text
    assert len(parsed.sentences) >= 3990


def test_a_million_letters_without_a_blank(nlp: Any) -> None:
    parsed = annotate(make_document("a" * 1_000_000), nlp)
    assert len(parsed.doc.text) == 1_000_000
