"""Which claims say the same: what brings two together, and what keeps them apart."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import claim, document

from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.same_claim import DECIDED, compare, conflicts, find_same, group, retold_score

Role = tuple[str, str, str | None]


def gist(name: str, words: str, trigger: str, *roles: Role, men: float | None = None) -> Gist:
    """A claim of recruiting in a document of that name, of so many men."""
    of = document(name, words + ".")
    figure = (men, men, "man") if men is not None else None
    return gist_of(claim(of, words, trigger, roles=roles, figure=figure), name)


def test_members_of_a_country_s_army_asked_by_another_are_whom_its_firm_tries_to_hire() -> None:
    """One who recruits and for whom, people known by an entity and by their country's name."""
    asked = gist(
        "a",
        "Members of Afghanistan's commando corps are asked to fight for Russia in Ukraine",
        "fight",
        ("recruit_pool", "Members of Afghanistan's commando corps", None),
        ("force", "Russia", None),
    )
    hired = gist(
        "b",
        "Wagner is trying to recruit Afghan soldiers to fight in Ukraine",
        "recruit",
        ("recruiter", "Wagner", "wagner-group"),
        ("recruit_pool", "Afghan soldiers", "af-armed-forces"),
    )
    assert [{s.left, s.right} for s in find_same([asked, hired])] == [{asked.claim, hired.claim}]


def test_being_in_an_army_is_not_being_recruited() -> None:
    """How many are there somebody else may know than how they came there."""
    taken = gist("a", "Russia has recruited 98 Kenyans", "recruited", ("recruit_pool", "98 Kenyans", None), men=98)
    there = gist("b", "98 Kenyans recruited are there", "are", ("recruit_pool", "98 Kenyans", None), men=98)
    assert compare(taken, there) is not None
    assert compare(taken, replace(there, state=True)) is None
    assert retold_score(taken, replace(there, state=True)) == 0.0


def test_people_of_two_countries_are_not_one_though_no_entity_is_known() -> None:
    one = gist("a", "Wagner recruits Syrian fighters", "recruits", ("recruit_pool", "Syrian fighters", None))
    other = gist("b", "Wagner recruits Afghan fighters", "recruits", ("recruit_pool", "Afghan fighters", None))
    assert conflicts(one, other) == ["recruit_pool"]
    assert compare(one, other) is None


def test_men_counted_in_two_towns_are_not_one_though_neither_is_in_the_gazetteer() -> None:
    roles = ("recruiter", "Russia", "ru-government"), ("recruit_pool", "300 men", None)
    one = gist("a", "Russia has recruited 300 men from Homs to guard oil wells", "recruited", *roles, men=300)
    other = gist("b", "Russia has recruited 300 men from Suwayda to guard oil wells", "recruited", *roles, men=300)
    nowhere = gist("c", "Russia has recruited 300 men to guard oil wells", "recruited", *roles, men=300)
    assert compare(one, other) is None
    assert compare(one, nowhere) is not None
    links = [(nowhere.claim, one.claim, 0.9), (nowhere.claim, other.claim, 0.8)]
    grouped = group({g.claim: g for g in (one, other, nowhere)}, links)
    assert sorted(map(len, grouped)) == [1, 2]  # the claim that names no town does not join the two that do


def test_a_drive_goes_on_in_several_towns_and_at_a_front() -> None:
    roles = ("recruiter", "Turkey", "tr-government"), ("recruit_pool", "Syrians", "sy-people")
    one = gist("a", "Turkey recruits Syrians from Idlib for Azerbaijan", "recruits", *roles)
    other = gist("b", "Turkey recruits Syrians from Afrin for Azerbaijan", "recruits", *roles)
    front = gist("c", "Turkey recruits Syrians for Azerbaijan to fight in Karabakh", "recruits", *roles)
    assert compare(one, other) is not None
    assert compare(one, front) is not None


def test_one_misread_role_among_many_claims_keeps_nobody_out() -> None:
    pool: Role = ("recruit_pool", "Yemenis", "ye-people")
    plain = [
        gist(f"p{n}", "Russia recruits Yemenis", "recruits", ("recruiter", "Russia", "ru-government"), pool)
        for n in range(6)
    ]
    stray = gist("s", "Russia recruits Yemenis with Houthi help", "recruits", ("force", "Houthi", "houthis"), pool)
    late = gist(
        "l",
        "Yemenis are recruited into the Russian army",
        "recruited",
        ("force", "the Russian army", "ru-armed-forces"),
        pool,
    )
    known = {g.claim: g for g in (*plain, stray, late)}
    links = [(plain[0].claim, g.claim, 0.9 - n / 100) for n, g in enumerate([*plain[1:], stray, late])]
    assert [len(ids) for ids in group(known, links)] == [8]
    few = {g.claim: g for g in (plain[0], stray, late)}
    assert sorted(len(ids) for ids in group(few, links[-2:])) == [1, 2]


def test_who_fights_for_a_president_fights_for_his_country() -> None:
    pool: Role = ("recruit_pool", "Yemenis", "ye-people")
    one = gist("a", "500 Yemenis already fight for Putin", "fight", ("force", "Putin", "vladimir-putin"), pool)
    other = gist(
        "b", "Yemenis were taken into the Russian army", "taken", ("force", "the Russian army", "ru-armed-forces"), pool
    )
    assert conflicts(one, other) == []


def drive(name: str, words: str) -> Gist:
    return gist(name, words, "recruits", ("recruiter", "Wagner", "wagner-group"))


def links_of(*gists: Gist) -> list[tuple[str, str, float]]:
    return sorted(((s.left, s.right, s.score) for s in find_same(gists)), key=lambda link: -link[2])


def test_a_claim_that_a_person_takes_out_goes_alone_and_takes_nothing_with_it() -> None:
    held = [drive(name, "Wagner recruits fighters for the war in Ukraine") for name in "abcd"]
    a, b, c, d = (each.claim for each in held)
    gists = {each.claim: each for each in held}
    assert [set(ids) for ids in group(gists, links_of(*held))] == [{a, b, c, d}]
    for moved, other in ((b, a), (a, b)):
        found = {frozenset(ids) for ids in group(gists, links_of(*held), [(moved, other)])}
        assert found == {frozenset({a, b, c, d} - {moved}), frozenset({moved})}


def test_two_that_are_taken_out_stay_together_where_they_say_the_same() -> None:
    held = [drive(name, "Wagner recruits fighters for the war in Ukraine") for name in "abcd"]
    a, b, c, d = (each.claim for each in held)
    found = group({each.claim: each for each in held}, links_of(*held), [(c, a), (d, a)])
    assert {frozenset(ids) for ids in found} == {frozenset({a, b}), frozenset({c, d})}


def test_a_person_s_same_joins_what_fields_forbid_but_not_what_is_kept_apart() -> None:
    one = gist("a", "Wagner recruits Syrian fighters", "recruits", ("recruit_pool", "Syrian fighters", None))
    other = gist("b", "Wagner recruits Afghan fighters", "recruits", ("recruit_pool", "Afghan fighters", None))
    gists = {each.claim: each for each in (one, other)}
    same = [(one.claim, other.claim, DECIDED)]
    assert len(group(gists, [])) == 2
    assert len(group(gists, same)) == 1
    assert len(group(gists, same, [(one.claim, other.claim)])) == 2
