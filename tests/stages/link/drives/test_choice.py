"""Which recruitment drive each article is about, alone and among articles on others."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import document

from sayso.stages.link.drives.beside import by_sources
from sayso.stages.link.drives.choice import choose
from sayso.stages.link.drives.found import documents_on
from sayso.stages.link.drives.reports import subject_of
from sayso.stages.link.drives.subject import Subject

HIRED = "Swedish ex-soldiers are being hired to fight for Norway, it is said. Sweden has not said a word."
TRAINED = "US-trained Swedish commandos fight for Norway. US veterans who served with the Swedes warn the US Congress."
SON = "A letter came to Sweden. The mother had heard of a war, and of Norway, where her son had gone."
MILK = "Swedish farmers sell their milk in Norway."


def about(*texts: str) -> list[Any]:
    held = [document(f"d{n}", text) for n, text in enumerate(texts)]
    found = choose(map(subject_of, held))
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


def subject(name: str, pairs: dict[tuple[str, str], int], tells: bool = True, **named: int) -> Subject:
    return Subject(document=name, pairs=pairs, named=named, tells=tells)


def test_the_enemy_that_every_article_names_has_no_drive_of_its_own() -> None:
    peoples = ("SE", "DK", "FI", "EE", "LV")
    told = [
        subject(f"{people}{n}", {(people, "NO"): 10, ("IS", "NO"): 8}, NO=5, IS=3, **{people: 4})
        for people in peoples
        for n in range(3)
    ]
    torn = subject("torn", {("IS", "NO"): 10, ("SE", "NO"): 7}, NO=4, IS=4, SE=3)
    found = choose([*told, torn])
    assert found["torn"] == ("SE", "NO")
    assert all(found[f"{people}{n}"] == (people, "NO") for people in peoples for n in range(3))


def test_a_drive_of_many_articles_takes_no_other_ones_article() -> None:
    large = [subject(f"a{n}", {("DK", "NO"): 9}, DK=4, NO=4) for n in range(30)]
    small = [subject(f"b{n}", {("SE", "NO"): 9, ("DK", "NO"): 5}, SE=4, NO=4, DK=1) for n in range(3)]
    found = choose([*large, *small])
    assert [found[f"b{n}"] for n in range(3)] == [("SE", "NO")] * 3


def test_an_article_without_a_drive_of_its_own_goes_where_its_countries_are_named_together() -> None:
    west = [subject(f"w{n}", {("SE", "NO"): 9}, SE=4, NO=4, IS=3) for n in range(3)]
    east = [subject(f"e{n}", {("SE", "RU"): 9}, SE=4, RU=4, EE=3) for n in range(3)]
    mother = subject("m", {}, SE=2, NO=1, RU=1, IS=2)
    assert choose([*west, *east, mother])["m"] == ("SE", "NO")
    assert choose([*west, *east, subject("m", {}, tells=False, SE=2, NO=1)])["m"] is None


def test_a_side_that_is_only_the_place_of_the_war_is_that_of_who_takes_them() -> None:
    at = [replace(subject(f"w{n}", {("SE", "NO"): 9}, SE=4, NO=4, DK=3), places=frozenset({"NO"})) for n in range(6)]
    by = [subject(f"t{n}", {("SE", "DK"): 9}, SE=1, DK=4, IS=3) for n in range(4)]
    found = choose([*at, *by])
    assert set(found.values()) == {("SE", "DK")}
    told = [replace(each, told=frozenset({("SE", "NO")})) for each in at]
    assert choose([*told, *by])["w0"] == ("SE", "NO")
    unnamed = [replace(each, named={"SE": 4, "NO": 4}) for each in at]
    assert choose([*unnamed, *by])["w0"] == ("SE", "NO")


def test_a_tale_that_names_no_war_is_about_what_its_retellings_say() -> None:
    tale = subject("tale", {}, SE=2)
    told = [replace(subject(f"t{n}", {("SE", "NO"): 9}, SE=4, NO=4), follows=frozenset({"tale"})) for n in range(3)]
    assert choose([tale, *told])["tale"] == ("SE", "NO")
    assert choose([replace(tale, tells=False), *told])["tale"] is None
    assert choose([tale, *(replace(each, follows=frozenset()) for each in told)])["tale"] is None


def test_one_that_seems_to_be_for_another_side_goes_with_those_that_it_follows() -> None:
    told = [subject(f"s{n}", {("SE", "NO"): 10}, NO=5, SE=4) for n in range(6)]
    others = [subject(f"o{n}", {("SE", "DK"): 9}, NO=2, DK=4, SE=3) for n in range(2)]
    found = {each.document: max(each.pairs) for each in (*told, *others)}

    def settled(**changed: Any) -> Any:
        return by_sources([*told, replace(others[0], **changed), others[1]], found)["o0"]

    follows = frozenset({"s0", "o1"})
    assert settled() == ("SE", "DK")
    assert settled(follows=follows) == ("SE", "NO")
    assert settled(follows=follows, told=frozenset({("SE", "DK")})) == ("SE", "DK")  # it says so outright
    assert settled(follows=follows, named={"NO": 1, "DK": 4, "SE": 3}) == ("SE", "DK")  # names that side in passing
    found["s5"] = ("FI", "NO")
    assert settled(follows=follows) == ("SE", "DK")  # five are not far more than two


def test_a_people_that_most_articles_name_has_its_drive_beside_another_one() -> None:
    neighbours = [subject(f"n{n}", {("SE", "NO"): 9}, SE=3, NO=4) for n in range(3)]
    told = subject("both", {("SE", "NO"): 9, ("FI", "NO"): 6}, FI=5, SE=3, NO=4)
    silent = [subject(f"f{n}", {}, FI=4, SE=1, NO=2) for n in range(5)]
    found = choose([*neighbours, told, *silent])
    assert {found[each.document] for each in (told, *silent)} == {("FI", "NO")}
    assert {found[each.document] for each in neighbours} == {("SE", "NO")}
    few = choose([*neighbours, told, *silent[:2]])
    assert few["both"] == ("SE", "NO")
    enemies = [replace(each, places=frozenset({"FI"})) for each in neighbours]
    assert ("FI", "NO") not in choose([*enemies, told, *silent]).values()


def test_those_who_are_taken_are_those_spoken_of_as_people() -> None:
    pairs = {("NO", "SE"): 10, ("SE", "NO"): 8}
    wrong = [replace(subject(f"w{n}", pairs, SE=5, NO=5), called={"SE": 4}) for n in range(4)]
    assert set(choose(wrong).values()) == {("SE", "NO")}
    both = [replace(each, called={"SE": 4, "NO": 3}) for each in wrong]
    assert set(choose(both).values()) == {("NO", "SE")}
    taken = [subject(f"d{n}", {("DK", "SE"): 9}, DK=4, SE=4) for n in range(6)]
    assert choose([*wrong, *taken])["w0"] == ("NO", "SE")


def test_two_names_for_the_side_of_one_people_are_one_drive() -> None:
    payer = [subject(f"p{n}", {("SE", "NO"): 9}, SE=4, NO=4, DK=4) for n in range(5)]
    place = [subject(f"q{n}", {("SE", "DK"): 9}, SE=4, DK=4, NO=4) for n in range(3)]
    other = [subject(f"o{n}", {("SE", "RU"): 9}, SE=4, RU=4) for n in range(3)]
    found = choose([*payer, *place, *other])
    assert {found[f"q{n}"] for n in range(3)} == {("SE", "NO")}
    assert {found[f"o{n}"] for n in range(3)} == {("SE", "RU")}


def test_a_drive_told_as_of_those_who_take_is_of_those_whom_they_take() -> None:
    taken = [
        replace(subject(f"t{n}", {("SE", "NO"): 9}, SE=4, NO=4, DK=4), called={"SE": 3, "DK": 1}) for n in range(3)
    ]
    by = [replace(subject(f"b{n}", {("DK", "NO"): 9}, DK=6, SE=3, NO=4), called={"SE": 2}) for n in range(3)]
    found = documents_on([*taken, *by])
    assert {pair: sorted(members.documents) for pair, members in found.items()} == {
        ("SE", "NO"): ["b0", "b1", "b2", "t0", "t1", "t2"]
    }
    assert found[("SE", "NO")].pairs == {("SE", "NO"), ("DK", "NO")}
    # two peoples that are both spoken of stay two
    both = [replace(each, called={"DK": 2, "SE": 1}) for each in by]
    assert set(documents_on([*taken, *both])) == {("SE", "NO"), ("DK", "NO")}
    # as they do where the second is not named beside the first
    alone = [replace(each, named={"SE": 4, "NO": 4}) for each in taken]
    assert set(documents_on([*alone, *by])) == {("SE", "NO"), ("DK", "NO")}


def test_one_that_tells_only_where_the_war_is_goes_to_the_side_that_others_tell() -> None:
    told = [subject(f"a{n}", {("SE", "NO"): 9}, SE=4, NO=4) for n in range(4)]
    two = [subject(f"b{n}", {("SE", "DK"): 9}, SE=4, DK=4, NO=1, IS=9) for n in range(2)]
    place = [replace(each, places=frozenset({"DK"})) for each in two]
    assert [choose([*told, *two])[f"b{n}"] for n in range(2)] == [("SE", "DK")] * 2
    assert [choose([*told, *place])[f"b{n}"] for n in range(2)] == [("SE", "NO")] * 2
    enemy = [subject(f"b{n}", {("NO", "DK"): 9}, SE=2, DK=4, NO=4) for n in range(2)]
    there = [replace(each, places=frozenset({"DK"})) for each in enemy]
    assert [choose([*told, *there])[f"b{n}"] for n in range(2)] == [("SE", "NO")] * 2
    text = "Former Swedish men went to the Denmark war. They were recruited. Swedish men die in the Denmark war."
    assert subject_of(document("a", text)).places == {"DK"}
    assert subject_of(document("a", f"{text} Denmark recruits them.")).places == frozenset()


def test_one_of_no_country_goes_with_those_that_name_the_same_persons() -> None:
    told = [replace(subject(f"a{n}", {("SE", "NO"): 9}, SE=4, NO=4), persons=frozenset({"Ida Berg"})) for n in range(2)]
    alone = subject("m", {}, IS=1)
    assert choose([*told, alone])["m"] is None
    assert choose([*told, replace(alone, persons=frozenset({"Ida Berg"}))])["m"] == ("SE", "NO")


def test_a_few_on_another_people_for_one_side_go_to_what_is_commoner_by_far() -> None:
    many = [subject(f"a{n}", {("SE", "NO"): 9}, SE=4, NO=4) for n in range(8)]
    two = [subject(f"b{n}", {("US", "NO"): 9}, SE=4, NO=4, US=4) for n in range(2)]
    assert [choose([*many, *two])[f"b{n}"] for n in range(2)] == [("SE", "NO")] * 2
    rarely = [subject(f"b{n}", {("US", "NO"): 9}, SE=1, NO=4, US=4) for n in range(2)]
    assert [choose([*many, *rarely])[f"b{n}"] for n in range(2)] == [("US", "NO")] * 2


def test_articles_that_name_both_as_either_go_with_the_way_that_more_tell() -> None:
    told = [subject(f"a{n}", {("SE", "NO"): 9}, SE=4, NO=4) for n in range(5)]
    turned = [subject(f"b{n}", {("NO", "SE"): 9, ("SE", "NO"): 7}, SE=4, NO=5) for n in range(2)]
    found = choose([*told, *turned])
    assert set(found.values()) == {("SE", "NO")}


def test_the_order_of_documents_is_of_no_account() -> None:
    told = [subject(f"a{n}", {("SE", "NO"): 9, ("DK", "NO"): 8 + n}, SE=3, DK=3, NO=2) for n in range(4)]
    assert choose(told) == choose(reversed(told))
