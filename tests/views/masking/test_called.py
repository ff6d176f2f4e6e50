"""Persons whom words of naming bring in are masked, whatever a map or a table has their names for."""

import pytest

from factory import make_document
from sayso.model import Mentions, Reading, Relations, Span
from sayso.views.masking import Masking, asked_for
from sayso.views.masking.called import called_so

from .conftest import AT


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("They were met by a woman named Madame Solange.", ["Solange"]),
        ("He paid a broker known to everyone in the camp as Big Tom.", ["Big Tom"]),
        ("A fixer who calls himself Abu Tir took the money.", ["Abu Tir"]),
        ("The handler, nicknamed ‘the Doctor’, paid.", ["the Doctor"]),
        ("Everyone called him “the Dentist”.", ["the Dentist"]),
        ("A 31-year-old, who asked to be called Sam, signed.", ["Sam"]),
        ("A man on Telegram called Viktor wrote to a cook from Lagos named Blessing.", ["Viktor", "Blessing"]),
        ("A fighter with the call sign Raven led them, and he goes by Rex at home.", ["Raven", "Rex"]),
        ("A ship named Solange sank off a town called Oskar.", []),
        ("He left a militia calling itself Black Swan, men from a group called Redut and a brigade named Azov.", []),
        ("His unit, known as Storm Z, and the programme known as Alga were closed.", []),
        ("The men called Russia home; a brother called President Putin a liar; he was named Minister of Defence.", []),
        ("A man known as Monday came.", []),
    ],
)
def test_who_is_called_so(words: str, names: list[str]) -> None:
    assert list(called_so(words)) == names


def masked(text: str) -> str:
    """A text without names of people, of which the reader found no name at all."""
    document = make_document(text)
    whole = Span(start=0, end=len(text), text=text)
    reading = Reading(document=document, sentences=(whole,), mentions=Mentions(), read_by="test")
    return Masking((reading,), Relations(), asked_for("people"), at=AT).words(text, (document.id,))


def test_he_is_masked_wherever_he_is_named() -> None:
    made = masked(
        "A woman named Madame Solange met them in May. “Madame Solange pays well,” a man known as Oskar said."
    )
    assert "Solange" not in made
    assert "Oskar" not in made
    assert "in May" in made


def test_a_nickname_of_common_words_goes_together_and_with_its_capitals_only() -> None:
    made = masked(
        "The handler, nicknamed ‘the Doctor’, never paid; a doctor and a Doctor Lind said that the Doctor fled."
    )
    assert "the Doctor" not in made
    assert "a doctor" in made
    assert "a Doctor" in made
