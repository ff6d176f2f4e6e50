"""Entries of the picture name somebody or something by themselves."""

import pytest

from factory import RECRUITERS, make_claim, make_document
from sayso.lexicon.packs import load_packs
from sayso.model import Argument, Claim, Quantity, Span
from sayso.settings import Settings
from sayso.stages.picture import is_nobody, names, route

FACETS = {facet.name: facet for pack in load_packs(Settings().packs) for facet in pack.facets}


def a_claim(sentence: str, event_type: str, roles: dict[str, str], counted: str | None = None) -> Claim:
    """A claim whose words stand in a sentence; `counted` is what a number counts."""

    def at(words: str) -> Span:
        start = sentence.index(words)
        return Span(start=start, end=start + len(words), text=words)

    return make_claim(
        make_document(RECRUITERS), event_type=event_type, sentence=at(sentence), trigger=at(sentence.split()[0]),
        arguments=tuple(Argument(role=role.split(":")[0], span=at(words)) for role, words in roles.items()),
        quantities=(Quantity(low=12, high=12, unit="person", span=at(counted)),) if counted else (), money=(),
    )  # fmt: skip


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


def test_a_regiment_and_a_camp_are_no_stops_of_a_route() -> None:
    words = ["a training camp", "Rostov", "the 71st Motor Rifle Regiment", "the front"]
    stops = [Argument(role="destination", span=Span(start=n, end=n + 1, text=w), order=n) for n, w in enumerate(words)]
    assert route(stops, frozenset({"destination"})) == ["Rostov"]


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Recruiters work through a Telegram channel named Iron Path.", "a Telegram channel",
         "Telegram channel Iron Path"),
        ("Recruiters work through a group called “Work in Tula” and pay.", "a group", None),
        ("They recruit by a video on TikTok that shows guns.", "a video", "video on TikTok"),
        ("They recruit through a channel of their own.", "a channel", None),
    ],
)  # fmt: skip
def test_a_channel_is_called_by_its_name(sentence: str, words: str, expected: str | None) -> None:
    claim = a_claim(sentence, "RECRUIT", {"channel": words})
    assert names(claim, FACETS["channels"]) == ([expected] if expected else [])


def test_those_whom_a_number_counts_together_are_one_entry() -> None:
    sentence = "Smugglers sent 12 officers, sergeants and privates to the war."
    row = {"deployed": "12 officers", "deployed:2": "sergeants", "deployed:3": "privates"}
    claim = a_claim(sentence, "DEPLOY", row, "12 officers, sergeants and privates")
    assert names(claim, FACETS["pools"]) == ["officers, sergeants and privates"]


def test_a_unit_to_which_recruits_are_assigned_is_a_force() -> None:
    claim = a_claim("They were assigned to the 9th Brigade.", "DEPLOY", {"force": "the 9th Brigade"})
    assert names(claim, FACETS["forces"]) == ["9th Brigade"]
