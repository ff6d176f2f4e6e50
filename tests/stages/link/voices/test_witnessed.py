"""What of a feature is on its one witness's word, and what is background of its own."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Claim, Reading, Span
from sayso.stages.link.voices.witnessed import is_from

FEATURE = """Ned Roe looks at the harbour for a long time.

He was signed up in May. Twelve men were flown to Bergen with him.

The men were trained for three weeks at Voss.

Sweden lost 300 men that year in the same war.

Hundreds of ships sank in the gulf. Insurers paid for most of them.

American officials put them at above 3,000 killed.

The Harbour Wire has established that three more were hired.

The Swedish embassy gave him a paper and put him on a plane.

His father was told nothing. A lorry brought the others back in June."""


def told(words: str, event: str = "TRANSFER") -> tuple[Claim, Reading]:
    of = document("a", FEATURE, day="2026-01-05", outlet="Harbour Wire")
    spans, at = [], 0
    for text in FEATURE.replace("\n\n", " ").split(". "):
        text = text.rstrip(".") + "."
        at = FEATURE.index(text, at)
        spans.append(Span(start=at, end=at + len(text), text=text))
    sentence = next(s for s in spans if words in s.text)
    made = replace(claim(of, sentence.text, words), event_type=event)
    return made, replace(reading(of, made), sentences=tuple(spans))


@pytest.mark.parametrize(
    ("words", "his"),
    [
        ("signed up", True),
        ("flown", True),  # beside a sentence on him
        ("trained", True),  # the men, in the paragraph after
        ("lost", False),  # a state
        ("sank", False),  # nobody whom he was with
        ("killed", False),  # whose count it is is told
        ("hired", False),  # what the outlet found out
        ("gave", True),  # a body, but what it did to him
        ("brought", True),
    ],
)
def test_only_what_is_told_of_the_witness_is_on_his_word(words: str, his: bool) -> None:
    assert is_from("Ned Roe", *told(words)) is his


def test_what_courts_and_states_do_in_the_open_is_on_nobodys_private_word() -> None:
    assert not is_from("Ned Roe", *told("signed up", "PROSECUTE"))
