"""Entries of the picture name somebody or something by themselves."""

import pytest

from sayso.stages.picture import is_nobody


@pytest.mark.parametrize(
    "words",
    [
        "whose boy",
        "their men",
        "its own commandos",
        "men",
        "three men",
        "12 people",
        "one of them",
        "when the republic",
    ],
)
def test_words_that_point_elsewhere_are_no_entry(words: str) -> None:
    assert is_nobody(words)


@pytest.mark.parametrize(
    "words",
    ["a retired officer", "men from Baghlan", "agents", "Hisham Odeh", "migrant workers"],
)
def test_words_that_tell_who_are(words: str) -> None:
    assert not is_nobody(words)
