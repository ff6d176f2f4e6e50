"""Names are looked for without a pattern for each, and found where a pattern would find them."""

import random
import re

import pytest

from sayso.stages.link.voices.gone import DIED, LEFT, is_dead
from sayso.stages.link.wording import places_of

NAMES = ("Ned", "Ned Roe", "Roe Jr.", "An", "'Ned", "Éva", "O’Neil", "a_b")
PIECES = (
    *NAMES, "is dead", "was killed", "fell near", "died", ", 24,", " (33)", ", a baker,", " who ", "'s", "’s",
    " funeral", "death of ", "funeral of ", "xdeath of ", "body", " ", " ", ", ", ".", "x", "\n", "widow of ", "_",
)  # fmt: skip


def texts(seed: int) -> list[str]:
    """Pieces in any order."""
    chance = random.Random(seed)
    return ["".join(chance.choices(PIECES, k=chance.randint(2, 9))) for _ in range(400)]


@pytest.mark.parametrize("name", NAMES)
def test_whole_words_are_those_of_a_pattern(name: str) -> None:
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    found = 0
    for text in texts(5):
        places = list(places_of(name, text))
        assert places == [match.span() for match in pattern.finditer(text)], text
        found += len(places)
    assert found


def test_nobody_has_no_place() -> None:
    assert list(places_of("", "Ned")) == []


def test_who_is_dead_is_told_as_a_pattern_tells_it() -> None:
    aside = r"(?:,? \(?\d{2}\)?)?(?:, [^,.;:\n]{1,60},|,)?"
    dead = 0
    for name in NAMES:
        who = re.escape(name)
        told = re.compile(rf"\b{who}{aside} (?:who )?(?:{DIED})\b|\b(?:{LEFT}) of {who}\b|\b{who}['’]s (?:{LEFT})\b")
        for text in texts(8):
            assert is_dead(name, text) == (told.search(text) is not None), (name, text)
            dead += is_dead(name, text)
    assert dead > 5
