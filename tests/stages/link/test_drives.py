"""Recruitment drives: which articles are about one, which claims tell a part of it, whose voices are behind it."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from builders import claim, document, reading

from sayso.model import Document, Reading, RecruitmentDrive
from sayso.stages.link import link
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.drives import drives_of, is_part

HIRED = "Swedish ex-soldiers are being hired to fight for Norway, it is said. Sweden has not said a word."
TRAINED = "US-trained Swedish commandos fight for Norway. US veterans who served with the Swedes warn the US Congress."
SON = "A letter came to Sweden. The mother had heard of a war, and of Norway, where her son had gone."
MILK = "Swedish farmers sell their milk in Norway."


def about(*texts: str) -> list[Any]:
    held = [document(f"d{n}", text) for n, text in enumerate(texts)]
    found = drives_of(held)
    return [found[each.id] for each in held]


def test_what_most_articles_are_about_settles_the_rest() -> None:
    assert about(HIRED, HIRED, TRAINED, SON, MILK) == [("SE", "NO")] * 4 + [None]


def test_a_drive_of_a_single_article_draws_in_no_other() -> None:
    assert about(HIRED, SON) == [("SE", "NO"), None]


def test_a_common_drive_draws_in_no_article_of_another() -> None:
    danes = HIRED.replace("Swedish", "Danish").replace("Sweden", "Denmark") * 3 + " Word follows word." * 50
    danes += " Sweden has said nothing, and Sweden will say nothing."
    found = about(HIRED, HIRED, HIRED, HIRED, danes, danes)
    assert found == [("SE", "NO")] * 4 + [("DK", "NO")] * 2


def test_two_directions_are_not_mixed_up() -> None:
    army = "Norwegian officials say that the Swedish army has men for hire in Norway."
    assert about(HIRED, HIRED, army)[2] == ("SE", "NO")


@pytest.mark.parametrize(
    ("event_type", "roles", "part"),
    [
        ("RECRUIT", [("recruit_pool", "her son", None)], True),
        ("OFFER", [("offerer", "an agency", None), ("recipient", "him", None)], True),
        ("RECRUIT", [("recruit_pool", "Danes", None)], False),
        ("RECRUIT", [("recruit_pool", "her son", None), ("force", "the Danish army", None)], False),
        ("KILL", [("victim", "five of the men", None)], True),
        ("KILL", [("victim", "two bakers", None)], False),
        ("KILL", [("victim", "Swedish bakers", None)], True),
        ("BAN", [("forbidden_to", "him", None)], False),
    ],
)
def test_a_claim_tells_a_part_where_nobody_in_it_is_of_a_third_country(
    event_type: str, roles: list[tuple[str, str, str | None]], part: bool
) -> None:
    words = "told of " + " and ".join(each for _, each, _ in roles)
    of = document("a", f"They {words}.")
    one = claim(of, words, "told", event_type=event_type, roles=roles)
    assert is_part(one, gist_of(one, "a"), ("SE", "NO")) is part


def test_what_nobody_in_particular_does_is_no_part() -> None:
    of = document("a", "You pay him late, and he goes.")
    one = claim(
        of, "You pay him", "pay", event_type="OFFER", roles=[("offerer", "You", None), ("recipient", "him", None)]
    )
    assert not is_part(one, gist_of(one, "a"), ("SE", "NO"))


def test_deaths_are_a_part_where_the_sentence_tells_of_the_drive() -> None:
    words = "Sweden owned up to sixteen dead who fought for Norway"
    of = document("a", f"{words}.")
    one = claim(of, words, "dead", event_type="KILL", roles=[("victim", "sixteen", None)])
    assert is_part(one, gist_of(one, "a"), ("SE", "NO"))
    assert not is_part(one, gist_of(one, "a"), ("SE", "DK"))


def article(name: str, source: str, kind: str, words: str, **fields: Any) -> Reading:
    outlet = fields.pop("outlet", f"Outlet {name}")
    of: Document = document(name, f"{HIRED}\n\n{source} said that {words}.", day="2024-01-20", outlet=outlet)
    trigger = words.split()[1]
    return reading(of, claim(of, words, trigger, chain=[(source, kind)], **fields))


def drive(*readings: Reading) -> RecruitmentDrive:
    (found,) = link(readings).drives
    return found


def test_voices_that_tell_different_parts_are_counted_once_each() -> None:
    mother = article(
        "a",
        "Mother Eva Lind",
        "named_person",
        "they gave him a rifle",
        roles=[("recipient", "him", None)],
        event_type="OFFER",
    )
    again = article("b", "Mother Eva Lind", "named_person", "they took him in", roles=[("recruit_pool", "him", None)])
    court = article(
        "c",
        "Criminal Court",
        "named_organisation",
        "agents dispatched him",
        roles=[("deployed", "him", None)],
        event_type="DEPLOY",
    )
    found = drive(mother, again, court)
    assert (found.people, found.side, found.reports) == ("SE", "NO", 3)
    assert (found.origins.at_least, found.origins.at_most) == (2, 2)
    assert {v.name: len(v.documents) for v in found.voices if v.counted} == {"Mother Eva Lind": 2, "Criminal Court": 1}
    assert len(found.propositions) == 2


def test_who_denies_is_no_voice_of_it() -> None:
    told = article("a", "Eva Lind", "named_person", "they took him in", roles=[("recruit_pool", "him", None)])
    denied = article(
        "b",
        "Army Board",
        "named_organisation",
        "they took him in",
        roles=[("recruit_pool", "him", None)],
        factuality="negated",
        polarity="negative",
    )
    found = drive(told, denied)
    assert [v.name for v in found.voices] == ["Eva Lind"]
    assert len(found.against) == 1
    assert not link([denied]).drives


def test_what_goes_on_in_a_country_that_the_drive_does_not_touch_is_no_part() -> None:
    roles = [("traveller", "him", None), ("destination", "Norway", None)]
    there = article("a", "Eva Lind", "named_person", "they flew him to Norway", roles=roles, event_type="TRANSFER")
    roles = [("traveller", "him", None), ("destination", "Burma", None)]
    old = article("b", "Ida Berg", "named_person", "they flew him to Burma", roles=roles, event_type="TRANSFER")
    assert [voice.name for voice in drive(there, old).voices] == ["Eva Lind"]


def test_an_outlet_whose_article_is_held_adds_nothing_to_the_voices_behind_it() -> None:
    mother = article(
        "a", "Eva Lind", "named_person", "they gave him a rifle", roles=[("recipient", "him", None)],
        event_type="OFFER", outlet="Quay Gazette",
    )  # fmt: skip
    cited = article(
        "b", "The Quay Gazette", "outlet", "they hired her son", roles=[("recruit_pool", "her son", None)],
        outlet="Harbour Wire",
    )  # fmt: skip
    found = drive(mother, cited)
    assert (found.origins.at_least, found.origins.at_most) == (1, 1)
    assert any(reason.rule == "origins.held" for reason in found.origins.reasons)


def test_who_heads_a_body_in_one_article_speaks_for_it_in_all() -> None:
    her = article(
        "a", "Ida Berg", "named_person", "they gave him a rifle", roles=[("recipient", "him", None)], event_type="OFFER"
    )
    body = article(
        "b", "Divers' Voice", "named_organisation", "they hired her son", roles=[("recruit_pool", "her son", None)]
    )
    of = document("c", f"{HIRED}\n\nDivers' Voice, an association, met. Ida Berg, who heads the association, wept.")
    alone, together = drive(her, body).origins, drive(her, body, reading(of)).origins
    assert (alone.at_most, together.at_most) == (2, 1)
