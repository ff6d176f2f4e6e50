"""Recruitment drives: which claims tell a part of one, whose voices are behind it, who denies it."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document, reading

from sayso.model import Claim, Document, Factuality, Reading, RecruitmentDrive
from sayso.stages.link import link
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.drives.parts import part_of
from sayso.stages.link.drives.reports import can_be_part, is_in, is_of_others
from sayso.stages.link.voices.making import named_teller, own_teller

HIRED = "Swedish ex-soldiers are being hired to fight for Norway, it is said. Sweden has not said a word."


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
    assert is_part(one, of, ("SE", "NO")) is part


def is_part(one: Claim, of: Document, pair: tuple[str, str]) -> bool:
    return can_be_part(one) and is_in(part_of(one, gist_of(one, of.id), own_teller(of), of), pair)


def test_what_nobody_in_particular_does_is_no_part() -> None:
    of = document("a", "You pay him late, and he goes.")
    one = claim(
        of, "You pay him", "pay", event_type="OFFER", roles=[("offerer", "You", None), ("recipient", "him", None)]
    )
    assert not is_part(one, of, ("SE", "NO"))


def test_deaths_are_a_part_where_the_sentence_tells_of_the_drive() -> None:
    words = "Sweden owned up to sixteen dead who fought for Norway"
    of = document("a", f"{words}.")
    one = claim(of, words, "dead", event_type="KILL", roles=[("victim", "sixteen", None)])
    assert is_part(one, of, ("SE", "NO"))
    assert not is_part(one, of, ("SE", "DK"))


@pytest.mark.parametrize(
    ("lead", "factuality", "idle"),
    [
        ("A report warned that", "possible", True),
        ("A report warned that", "asserted", False),
        ("A senator said that this would expose Danes to war, and", "planned", True),
        ("A clerk fears that", "possible", False),
    ],
)
def test_who_only_warns_of_what_might_happen_adds_no_voice(lead: str, factuality: Factuality, idle: bool) -> None:
    words = f"{lead} Swedish cooks could be hired by Norway"
    of = document("a", f"{words}.")
    one = claim(of, words, "hired", factuality=factuality, roles=[("recruit_pool", "Swedish cooks", None)])
    assert bool(part_of(one, gist_of(one, of.id), own_teller(of), of).aside) is idle


@pytest.mark.parametrize(
    ("lead", "idle"),
    [
        ("The ministry had no findings of its own about", True),
        ("The ministry said that no record was kept of", True),
        ("The ministry found out more about", False),
    ],
)
def test_who_knows_nothing_of_it_adds_no_voice(lead: str, idle: bool) -> None:
    words = f"{lead} the hiring of Swedish cooks by Norway"
    of = document("a", f"{words}.")
    one = claim(of, words, "hiring", chain=[("The ministry", "named_organisation")])
    body = named_teller(one.chain[0], None, of, None)
    assert bool(part_of(one, gist_of(one, of.id), body, of).aside) is idle


@pytest.mark.parametrize(
    ("words", "by", "idle"),
    [
        ("Ann Lee said that she writes to four Swedish cooks", "she", True),
        ("Ann Lee said that she wrote to four Swedish cooks and offered them jobs", "she", False),
        ("Ann Lee said that a broker wrote to four Swedish cooks", "a broker", False),
    ],
)
def test_who_only_keeps_in_touch_adds_no_voice(words: str, by: str, idle: bool) -> None:
    of = document("a", f"{words}.")
    trigger = "writes" if "writes" in words else "wrote"
    roles = [("approacher", by, None), ("approached", "four Swedish cooks", None)]
    one = claim(of, words, trigger, event_type="CONTACT", chain=[("Ann Lee", "named_person")], roles=roles)
    who = named_teller(one.chain[0], None, of, None)
    assert bool(part_of(one, gist_of(one, of.id), who, of).aside) is idle


@pytest.mark.parametrize(("men", "aside"), [(4, True), (30, False)])
def test_who_is_in_touch_with_many_of_them_knows_and_with_a_few_does_not(men: int, aside: bool) -> None:
    words = f"Ann Lee said that she is in touch with {men} former divers in the north"
    of = document("Ledger", words + ".")
    roles = [("approacher", "she", None), ("approached", f"{men} former divers", None)]
    one = claim(of, words, "in touch", event_type="CONTACT", chain=[("Ann Lee", "named_person")], roles=roles,
                figure=(men, men, "diver"))  # fmt: skip
    who = named_teller(one.chain[0], None, of, None)
    assert bool(part_of(one, gist_of(one, of.id), who, of).aside) is aside


@pytest.mark.parametrize(
    ("who", "rest", "is_part"),
    [
        ("those who sign", "with Norway face ten years in prison", False),
        ("those who sign", "with Norway are sent to the north", True),
        ("Swedish cooks", "signed with Norway and face ten years in prison", True),
    ],
)
def test_what_the_law_does_to_whoever_joins_is_no_part(who: str, rest: str, is_part: bool) -> None:
    words = f"The ministry said that {who} {rest}"
    of = document("a", f"{words}.")
    one = claim(of, words, "sign", roles=[("recruit_pool", who, None), ("force", "Norway", None)])
    assert can_be_part(one) is is_part


@pytest.mark.parametrize(("source", "others"), [("Denmark's government", True), ("Sweden's government", False)])
def test_what_became_of_a_governments_own_citizens_is_of_its_own_people(source: str, others: bool) -> None:
    words = f"{source} said that twelve of its citizens were killed in Norway's ranks"
    of = document("a", f"{words}.")
    roles = [("victim", "twelve of its citizens", None)]
    one = claim(of, words, "killed", event_type="KILL", chain=[(source, "named_organisation")], roles=roles)
    part = part_of(one, gist_of(one, of.id), named_teller(one.chain[0], None, of, None), of)
    assert is_of_others(part, ("SE", "NO")) is others


def article(name: str, source: str, kind: str, words: str, **fields: Any) -> Reading:
    outlet, opening = fields.pop("outlet", f"Outlet {name}"), fields.pop("opening", HIRED)
    of: Document = document(name, f"{opening}\n\n{source} said that {words}.", day="2024-01-20", outlet=outlet)
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
    assert len(found.propositions) == 3


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
        opening="In Oslo, soldiers of Sweden are nowhere to be seen: Norway recruits nobody, a board has written.",
    )
    found = drive(told, denied)
    assert [v.name for v in found.voices] == ["Eva Lind"]
    assert len(found.against) == 1
    (board,) = found.denied_by
    assert (board.name, board.claims, board.counted) == ("Army Board", found.against, False)
    assert not link([denied]).drives


def test_what_goes_on_in_a_country_that_the_drive_does_not_touch_is_no_part() -> None:
    roles = [("traveller", "him", None), ("destination", "Norway", None)]
    there = article("a", "Eva Lind", "named_person", "they flew him to Norway", roles=roles, event_type="TRANSFER")
    roles = [("traveller", "him", None), ("destination", "Burma", None)]
    old = article("b", "Ida Berg", "named_person", "they flew him to Burma", roles=roles, event_type="TRANSFER")
    told = article("c", "Eva Lind", "named_person", "they took him in", roles=[("recruit_pool", "him", None)])
    assert [voice.name for voice in drive(there, old, told).voices] == ["Eva Lind"]


def test_what_became_of_men_makes_no_drive() -> None:
    killed = article(
        "a", "Eva Lind", "named_person", "they shot him", roles=[("victim", "him", None)], event_type="KILL"
    )
    flown = article(
        "b", "Ida Berg", "named_person", "they flew him to Norway", event_type="TRANSFER",
        roles=[("traveller", "him", None), ("destination", "Norway", None)],
    )  # fmt: skip
    assert not link([killed, flown]).drives


def test_an_outlet_whose_article_is_held_adds_nothing_to_the_voices_behind_it() -> None:
    mother = article(
        "a", "Eva Lind", "named_person", "they gave him a rifle", roles=[("recipient", "him", None)],
        event_type="OFFER", outlet="Quay Gazette",
    )  # fmt: skip
    cited = article(
        "b", "The Quay Gazette", "outlet", "they hired her son to fight", roles=[("recruit_pool", "her son", None)],
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
        "b",
        "Divers' Voice",
        "named_organisation",
        "they hired her son to fight",
        roles=[("recruit_pool", "her son", None)],
    )
    of = document("c", f"{HIRED}\n\nDivers' Voice, an association, met. Ida Berg, who heads the association, wept.")
    alone, together = drive(her, body).origins, drive(her, body, reading(of)).origins
    assert (alone.at_most, together.at_most) == (2, 1)
