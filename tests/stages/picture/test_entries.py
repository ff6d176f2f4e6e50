"""Entries of the picture name somebody or something by themselves."""

import pytest

from sayso.model import Argument, Span
from sayso.stages.picture import is_nobody, route


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


def test_a_state_is_no_stop_of_a_route() -> None:
    """ "Backed by Copenhagen" names the government; "by way of Copenhagen" the town."""
    stops = [
        Argument(role=role, span=Span(start=n, end=n + 1, text="x"), entity=entity, value=value, order=n)
        for n, (role, entity, value) in enumerate(
            [
                ("origin", "dk-government", "Government of Denmark"),
                ("transit", "geonames-2618425", "Copenhagen"),
                ("destination", "no-people", "People of Norway"),
                ("destination", "no", "Norway"),
            ]
        )
    ]
    assert route(stops, frozenset({"origin", "transit", "destination"})) == ["Copenhagen → Norway"]
