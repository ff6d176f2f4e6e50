from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.aliases import load_aliases
from sayso.model import Place
from sayso.stages.normalise import normalise
from sayso.tools.gazetteer import load_gazetteer


def places(text: str, nlp: Any) -> dict[str, Place]:
    mentions = normalise(make_parsed(text, nlp), gazetteer=load_gazetteer(), aliases=load_aliases())
    return {place.span.text: place for place in mentions.places}


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("He was born in Paris, Texas, and moved to Dallas.", "Paris", "US", "town"),
        ("The talks were held in Paris on Monday.", "Paris", "FR", "town"),
        ("Fighters crossed into Herat province in Afghanistan.", "Herat", "AF", "region"),
        ("They were flown to Tehran and then to Russia.", "Tehran", "IR", "town"),
        ("Ships waited in the Black Sea near Ukraine.", "Black Sea", None, "water"),
        ("The recruits trained in Turkmenistan.", "Turkmenistan", "TM", "country"),
        # a region rather than its town, where a place in it is named before it
        ("A man was shot in Buffalo, New York, on Monday.", "New York", "US", "region"),
        # the name of its own, not a former one of a small town
        ("Officers were trained in Delaware and in Richmond, Virginia, near Norfolk.", "Delaware", "US", "region"),
        # GeoNames' "State of Queensland" is a name of its own
        ("The storm reached Queensland on Friday.", "Queensland", "AU", "region"),
        ("The ferry leaves from Sicily.", "Sicily", "IT", "region"),
        # the word before says the sort
        ("Shells fell on the city of Herat in Afghanistan.", "Herat", "AF", "town"),
        ("Shells fell on the province of Herat in Afghanistan.", "Herat", "AF", "region"),
    ],
)
def test_places_are_resolved(text: str, name: str, country: str, precision: str, nlp: Any) -> None:
    place = places(text, nlp)[name]
    assert (place.country, place.precision) == (country, precision)


@pytest.mark.parametrize(
    ("text", "precision"),
    [("They were sent to Rostov.", "town"), ("They were sent to Rostov region.", "region")],
)
def test_a_town_goes_before_the_region_that_is_called_after_it(text: str, precision: str, nlp: Any) -> None:
    assert places(text, nlp)["Rostov"].precision == precision


def test_a_capital_that_acts_is_no_place(nlp: Any) -> None:
    found = places("Moscow approved the plan. The officers met in Moscow.", nlp)
    assert [p.span.start for p in found.values() if p.span.text == "Moscow"] == [46]


def test_a_person_is_no_place(nlp: Any) -> None:
    text = "Kerry Washington arrived in London on Monday. Washington was tired."
    assert "Washington" not in places(text, nlp)


def test_one_name_has_one_sense_in_a_document(nlp: Any) -> None:
    text = (
        "Shelling hit Tripoli, Lebanon, on Monday. Residents of Beirut heard it. More shells fell in Tripoli at night."
    )
    mentions = normalise(make_parsed(text, nlp), gazetteer=load_gazetteer(), aliases=load_aliases())
    assert {p.country for p in mentions.places if p.span.text == "Tripoli"} == {"LB"}


def test_an_unknown_village_has_no_coordinates(nlp: Any) -> None:
    place = places("Soldiers stormed the village of Xinqwerty near Idlib in Syria.", nlp).get("Xinqwerty")
    assert place is not None
    assert (place.lat, place.geonames_id, place.precision) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The men were sent to Rostov.", "Rostov"),
        ("Refugees fled from Mariupol to Zaporizhzhia.", "Zaporizhzhia"),
        ("The men were flown from Bangui via Latakia to Rostov-on-Don.", "Rostov-on-Don"),
        ("Rebels attacked Goma on Monday.", "Goma"),
        ("The army shelled Zinder.", "Zinder"),
    ],
)
def test_what_one_moves_to_or_takes_is_a_place_whatever_the_model_calls_it(text: str, name: str, nlp: Any) -> None:
    assert places(text, nlp)[name].geonames_id is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The letter was sent to Kennedy.", "Kennedy"),
        ("Soldiers attacked Clinton in a statement.", "Clinton"),
        ("Kerry Jackson sent for them. The men were sent to Jackson.", "Jackson"),
    ],
)
def test_a_person_to_whom_one_sends_is_no_place(text: str, name: str, nlp: Any) -> None:
    assert name not in places(text, nlp)


def test_a_country_is_not_shadowed_by_a_name_told_later(nlp: Any) -> None:
    text = "Jordan arrested a man named Michael Jordan in Amman."
    mentions = normalise(make_parsed(text, nlp), gazetteer=load_gazetteer(), aliases=load_aliases())
    assert mentions.actors[0].entity == "jo-government"


def test_capitals_behind_the_article_are_short_for_something_in_the_text(nlp: Any) -> None:
    found = places("Crowds stormed the RSA on Monday. They left the RSA, and then the UAE.", nlp)
    assert found.keys() <= {"UAE"}


def test_another_spelling_of_a_town_goes_before_the_former_name_of_another(nlp: Any) -> None:
    assert places("A helicopter was shot down near Sloviansk.", nlp)["Sloviansk"].name == "Slovyansk"


@pytest.mark.parametrize("name", ["Mosul", "Sinjar", "Al Qaim"])
def test_a_list_of_what_happened_where_opens_with_the_place(name: str, nlp: Any) -> None:
    text = f"Strikes of the day\n- Near {name}, two strikes destroyed a bunker.\n- Near Erbil, one strike hit a truck."
    assert name in places(text, nlp)


def test_a_telephone_number_says_where_a_text_is_at_home(nlp: Any) -> None:
    far = places("Police in London asked witnesses to call.", nlp)
    near = places("Police in London asked witnesses to call 519-555-0142.", nlp)
    assert (far["London"].country, near["London"].country) == ("GB", "CA")


def test_an_unlike_spelling_that_nothing_speaks_for_is_no_place(nlp: Any) -> None:
    found = places("Crowds gathered in Sears on Monday.", nlp)
    assert all(place.geonames_id is None for place in found.values())


def test_every_area_code_leads_to_one_province() -> None:
    from sayso.stages.normalise.places.places import area_codes

    codes = area_codes()
    assert len(codes) > 350
    provinces = {
        (c.country, c.admin1)
        for home in ("Texas", "Ontario")
        for c in load_gazetteer().lookup(home)
        if c.kind == "region"
    }
    assert {codes["806"], codes["519"]} <= provinces


def test_a_town_under_its_name_abroad_goes_by_the_country_named(nlp: Any) -> None:
    found = places("They stay in Syria, in garrisons round Palmyra and Deir al-Zor.", nlp)
    assert found["Palmyra"].country == "SY"


def test_the_second_of_two_known_towns_is_a_place(nlp: Any) -> None:
    found = places("Youths from Kurram and Parachinar did the same.", nlp)
    assert found["Parachinar"].country == "PK"
