"""The witness of a feature whom it does not name."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import at, claim, document, reading, teller

from sayso.model import Attribution, Link, Mention, Mentions, Reading, Span, Voice
from sayso.stages.link.voices.nameless import nameless_witness, pseudonym
from sayso.stages.link.voices.speaking import heard_throughout, speaker_without_cue, under_false_name

WORDS = "they recruited us for the war"


def told(text: str, *voices: tuple[str, str], names: tuple[str, ...] = ()) -> Reading:
    """A reading of a text in which every voice (name, kind) is said to tell something, and some persons are named."""
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    span = Span(start=0, end=1, text=text[:1])
    attributions = tuple(
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
        for n, (name, kind) in enumerate(voices)
    )
    actors = tuple(Mention(span=at(text, name), entity=None, name=name, kind="person", form="name") for name in names)
    made = reading(of, *([claim(of, WORDS, "recruited")] if WORDS in text else []))
    return replace(made, attributions=attributions, mentions=Mentions(actors=actors))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They call him Ned here, and so shall we. Ned came in May.", "Ned"),
        ("On the line is a baker whom we call Ann. Ann is afraid.", "Ann"),
        ("The man, who asked to be called Ned, looks away. Ned was a baker.", "Ned"),
        ("Ned, as we shall call him, is 24. Ned left.", "Ned"),
        ("She gave only her first name as Ann. Later Ann wept.", "Ann"),
        # it is called so once, and never again: nobody's story
        ("They call him Ned.", None),
        # two of them: nobody can tell whose story it is
        ("We met a man whom we call Ned and a woman whom we call Ann. Ned and Ann wept.", None),
        # a full name is none of these
        ("His friends called him Ned Roe. Ned Roe left.", None),
        ("They call the ship Ned. Ned is old.", None),
    ],
)
def test_a_name_that_is_not_his_is_that_of_the_witness(text: str, name: str | None) -> None:
    assert pseudonym(told(text)) == name


def test_where_a_name_is_changed_it_is_the_one_first_name_in_the_text() -> None:
    text = "Ned was the ninth in the queue. Then Ned signed. The fighter's name has been changed."
    assert pseudonym(told(text, names=("Ned",))) == "Ned"
    assert pseudonym(told(text.replace("has been changed", "is known"), names=("Ned",))) is None


BAKER = "In the yard\n\nThe recruit came in May. He says that {}. He looks at the road."


@pytest.mark.parametrize(
    ("voices", "name"),
    [
        ([("recruit", "unnamed_recruit")] * 3, "recruit"),
        ([("recruit", "unnamed_recruit")] * 2, None),  # too few
        ([("recruits", "unnamed_recruit")] * 3, None),  # several
        ([("recruit", "unnamed_recruit")] * 3 + [("Ann Lee", "named_person")] * 2, None),  # another one as much
        ([("diplomat", "unnamed_official")] * 4, None),  # he may speak for a body
        ([("Ann Lee", "named_person")] * 4, None),
    ],
)
def test_a_feature_may_rest_on_somebody_without_a_name(voices: list[tuple[str, str]], name: str | None) -> None:
    found = nameless_witness(told(BAKER.format(WORDS), *voices))
    assert (found.name if found else None) == name


def test_what_a_feature_tells_of_him_is_his_word() -> None:
    made = told(BAKER.format(WORDS), *[("recruit", "unnamed_recruit")] * 3)
    found = speaker_without_cue(made.claims[0], made, "harbour wire")
    assert found is not None
    assert (found.name, found.kind) == ("recruit", "unnamed")
    assert heard_throughout(made) == {"recruit"}


def test_whom_he_tells_of_is_not_the_witness() -> None:
    text = f'"It is from Ned, he says. {WORDS}" The message came by night. "Wait," says the voice of Ned.'
    assert heard_throughout(told(text, ("Ned", "named_person"), ("Ned", "named_person"))) == frozenset()


def test_answers_are_those_of_whom_an_article_calls_by_a_false_name() -> None:
    text = f"He wants us to call him Ned.\n\nQ: Who?\n\nA: Men.\n\nQ: How?\n\nA: In May {WORDS}."
    made = told(text)
    found = speaker_without_cue(made.claims[0], made, "harbour wire")
    assert found is not None
    assert found.name == "Ned"


@pytest.mark.parametrize(
    ("name", "sort", "called"),
    [
        ("young man", "", "Ned"),
        ("recruit", "recruit", "Ned"),
        ("uncle of another recruit", "kin", "uncle of another recruit"),
        ("baker from Bergen", "", "baker from Bergen"),
        ("recruits", "recruit", "recruits"),
    ],
)
def test_the_young_man_is_whom_an_article_calls_by_a_false_name(name: str, sort: str, called: str) -> None:
    made = told("Ned, as we shall call him, is 24. The young man laughs. Ned left.")
    assert under_false_name(teller(name, "unnamed", sort=sort), made).name == called
