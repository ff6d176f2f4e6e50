"""Whose word a claim is that no verb of saying puts down to anybody: interviews, quotations, features."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Attribution, Link, Span, Voice
from sayso.stages.link.voices.speaking import speaker_without_cue, witness_of

WORDS = "they recruited us for the war"


def speaker(text: str, **fields: Any) -> str | None:
    """The name of whoever says WORDS in a text; "nobody" where it is known that nobody can tell."""
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire", **fields)
    found = speaker_without_cue(claim(of, WORDS, "recruited"), reading(of), "harbour wire")
    return None if found is None else (found.name or "nobody")


CALL = "HOST: We have Ann Lee on the line.\n\nLEE: Good evening.\n\nHOST: What happened?\n\n"


ASKED = "LEE: Who are you?\n\n"
REPLIES = "Reply: No.\n\nReply: Yes.\n\nReply: No."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a transcript: whose label stands before it, and not who asks
        (f"{CALL}LEE: In May {WORDS}.", "Ann Lee"),
        (f"{CALL}HOST: You said that {WORDS}, is that so?", "nobody"),
        # questions and answers of the article itself
        (f"Q: Who?\n\nA: Men.\n\nQ: How?\n\nA: In May {WORDS}.", None),
        # a label that says of what sort somebody is: by the name that he gives, or without one
        (f"{ASKED}PRISONER: Ned Roe. From Bergen.\n\nLEE: And then?\n\nPRISONER: In May {WORDS}.", "Ned Roe"),
        (f"{ASKED}PRISONER: No.\n\nLEE: And then?\n\nPRISONER: In May {WORDS}.", "prisoner"),
        # whose reply it is stands at the head; what the question says is nobody's word
        (f"Reply of the Minister for Fisheries\n\nReply: In May {WORDS}.\n\n{REPLIES}", "Minister for Fisheries"),
        (f"Reply: No.\n\nQuestion by the member for Bergen: In May {WORDS}.\n\n{REPLIES}", "nobody"),
        (f"Questions\n\nReply: In May {WORDS}.\n\n{REPLIES}", "nobody"),
        # headings of a page
        (f"CLAIM: They left.\n\nRATING: False.\n\nBUT: in May {WORDS}.\n\nSOURCE: A list.", None),
        # an interview by its head, with questions and without labels
        (f"Interview with General (retd) Ann Lee\n\nHow?\n\nIn May {WORDS}.\n\nWhen?\n\nLate.\n\nWhy?", "Ann Lee"),
        (f"The minister spoke in an interview with Ann Lee. In May {WORDS}.", None),
        # a sentence in quotation marks: whoever is told to have said it
        (f'"In May {WORDS}," wept the mother, Ann Lee.', "Ann Lee"),
        (f'"In May {WORDS}," Mrs Lee tells us.', "Mrs Lee"),
        (f'Ann Lee, a welder, said: "In May {WORDS}."', "Ann Lee"),
        # a few words held at a distance are the article's own
        (f"In May {WORDS}, the paper finds.", None),
    ],
)  # fmt: skip
def test_who_speaks_where_no_verb_of_saying_tells_it(text: str, name: str | None) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("an officer of the coast guard told the Wire.", "officer of the coast guard"),
        ("an officer of the coast guard has told the Wire on Monday.", "officer of the coast guard"),
        ("an officer of the coast guard.", None),
        ("a thing that they said.", None),
    ],
)
def test_the_end_of_a_sentence_tells_who_said_it(behind: str, name: str | None) -> None:
    text = f"In May {WORDS}, {behind}"
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    made = replace(claim(of, WORDS, "recruited"), sentence=Span(start=0, end=len(text), text=text))
    found = speaker_without_cue(made, reading(of), "harbour wire")
    assert (found.name if found else None) == name


FEATURE = (
    f'A room in the port\n\nHe came in May, and in June {WORDS}. "I counted the doors that night," Ned Roe says. '
    '"There were eleven doors and one key." He looks at the road.'
)


def credited(text: str, *names: tuple[str, str]) -> Any:
    """A reading in which every name is said to tell something."""
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    span = Span(start=0, end=1, text=text[:1])
    attributions = [
        Attribution(
            id=f"a-{n}",
            source=(span,),
            cue=(span,),
            content=(span,),
            source_kind=kind,  # type: ignore[arg-type]
            speech="direct",
            voice=Voice(name=name, kind=kind),  # type: ignore[arg-type]
            chain=(Link(name=name, kind=kind, span=span),),  # type: ignore[arg-type]
            confidence=1.0,
        )
        for n, (name, kind) in enumerate(names)
    ]
    return replace(reading(of, claim(of, WORDS, "recruited")), attributions=tuple(attributions))


def test_a_feature_tells_what_its_one_witness_told() -> None:
    told = credited(FEATURE, ("Ned Roe", "named_person"), ("Roe", "named_person"))
    assert witness_of(told) == "Ned Roe"
    found = speaker_without_cue(told.claims[0], told, "harbour wire")
    assert found is not None
    assert found.name == "Ned Roe"


@pytest.mark.parametrize(
    "text",
    [
        FEATURE.replace("He looks", '"I saw them go by the gate," Ann Lee says. He looks'),  # two are quoted
        FEATURE.replace("Ned Roe says", "Ned Roe, a spokesman for the navy, says"),  # he speaks for a body
    ],
)
def test_without_one_private_witness_a_feature_is_the_outlets_own(text: str) -> None:
    told = credited(text, ("Ned Roe", "named_person"), ("Roe", "named_person"))
    found = speaker_without_cue(told.claims[0], told, "harbour wire")
    assert found is None
