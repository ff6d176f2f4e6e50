"""Which claims say the same: what brings two together, and what keeps them apart."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import Role, recruiting

from sayso.stages.link.claims.candidates import find_same
from sayso.stages.link.claims.conflicts import conflicts
from sayso.stages.link.claims.grouping import group
from sayso.stages.link.claims.retold_claims import retold_score
from sayso.stages.link.claims.same_claim import compare


def test_members_of_a_country_s_army_asked_by_another_are_whom_its_firm_tries_to_hire() -> None:
    """One who recruits and for whom, people known by an entity and by their country's name."""
    asked = recruiting(
        "a",
        "Members of Afghanistan's commando corps are asked to fight for Russia in Ukraine",
        "fight",
        ("recruit_pool", "Members of Afghanistan's commando corps", None),
        ("force", "Russia", None),
    )
    hired = recruiting(
        "b",
        "Wagner is trying to recruit Afghan soldiers to fight in Ukraine",
        "recruit",
        ("recruiter", "Wagner", "wagner-group"),
        ("recruit_pool", "Afghan soldiers", "af-armed-forces"),
    )
    assert [{s.left, s.right} for s in find_same([asked, hired])] == [{asked.claim, hired.claim}]


def test_being_in_an_army_is_not_being_recruited() -> None:
    """How many are there somebody else may know than how they came there."""
    pool = ("recruit_pool", "98 Kenyans", None)
    taken = recruiting("a", "Russia has recruited 98 Kenyans", "recruited", pool, men=98)
    there = recruiting("b", "98 Kenyans recruited are there", "are", pool, men=98)
    assert compare(taken, there) is not None
    assert compare(taken, replace(there, state=True)) is None
    assert retold_score(taken, replace(there, state=True)) == 0.0


def test_people_of_two_countries_are_not_one_though_no_entity_is_known() -> None:
    one = recruiting("a", "Wagner recruits Syrian fighters", "recruits", ("recruit_pool", "Syrian fighters", None))
    other = recruiting("b", "Wagner recruits Afghan fighters", "recruits", ("recruit_pool", "Afghan fighters", None))
    assert conflicts(one, other) == ["recruit_pool"]
    assert compare(one, other) is None


def test_men_counted_in_two_towns_are_not_one_though_neither_is_in_the_gazetteer() -> None:
    roles = ("recruiter", "Russia", "ru-government"), ("recruit_pool", "300 men", None)
    one = recruiting("a", "Russia has recruited 300 men from Homs to guard oil wells", "recruited", *roles, men=300)
    other = recruiting("b", "Russia has recruited 300 men from Daraa to guard oil wells", "recruited", *roles, men=300)
    nowhere = recruiting("c", "Russia has recruited 300 men to guard oil wells", "recruited", *roles, men=300)
    assert compare(one, other) is None
    assert compare(one, nowhere) is not None
    links = [(nowhere.claim, one.claim, 0.9), (nowhere.claim, other.claim, 0.8)]
    grouped = group({g.claim: g for g in (one, other, nowhere)}, links)
    assert sorted(map(len, grouped)) == [1, 2]  # the claim that names no town does not join the two that do


def test_a_drive_goes_on_in_several_towns_and_at_a_front() -> None:
    roles = ("recruiter", "Turkey", "tr-government"), ("recruit_pool", "Syrians", "sy-people")
    one = recruiting("a", "Turkey recruits Syrians from Idlib for Azerbaijan", "recruits", *roles)
    other = recruiting("b", "Turkey recruits Syrians from Afrin for Azerbaijan", "recruits", *roles)
    front = recruiting("c", "Turkey recruits Syrians for Azerbaijan to fight in Karabakh", "recruits", *roles)
    assert compare(one, other) is not None
    assert compare(one, front) is not None


def test_who_fights_for_a_president_fights_for_his_country() -> None:
    pool: Role = ("recruit_pool", "Yemenis", "ye-people")
    one = recruiting("a", "500 Yemenis already fight for Putin", "fight", ("force", "Putin", "vladimir-putin"), pool)
    other = recruiting(
        "b", "Yemenis were taken into the Russian army", "taken", ("force", "the Russian army", "ru-armed-forces"), pool
    )
    assert conflicts(one, other) == []
