"""Groups of claims that say the same: whom a link joins, whom a field or a person keeps apart."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import Role, recruiting

from sayso.stages.link.claims.candidates import find_same
from sayso.stages.link.claims.gist import Gist
from sayso.stages.link.claims.grouping import DECIDED, group


def test_one_misread_role_among_many_claims_keeps_nobody_out() -> None:
    pool: Role = ("recruit_pool", "Yemenis", "ye-people")
    plain = [
        recruiting(f"p{n}", "Russia recruits Yemenis", "recruits", ("recruiter", "Russia", "ru-government"), pool)
        for n in range(6)
    ]
    stray = recruiting(
        "s", "Russia recruits Yemenis with Houthi help", "recruits", ("force", "Houthi", "houthis"), pool
    )
    late = recruiting(
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


def drive(name: str, words: str) -> Gist:
    return recruiting(name, words, "recruits", ("recruiter", "Wagner", "wagner-group"))


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
    one = recruiting("a", "Wagner recruits Syrian fighters", "recruits", ("recruit_pool", "Syrian fighters", None))
    other = recruiting("b", "Wagner recruits Afghan fighters", "recruits", ("recruit_pool", "Afghan fighters", None))
    gists = {each.claim: each for each in (one, other)}
    same = [(one.claim, other.claim, DECIDED)]
    assert len(group(gists, [])) == 2
    assert len(group(gists, same)) == 1
    assert len(group(gists, same, [(one.claim, other.claim)])) == 2
