import json
from pathlib import Path
from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.aliases import load_aliases
from sayso.model import Mention
from sayso.stages.normalise import normalise
from sayso.tools.gazetteer import load_gazetteer


def actors(text: str, nlp: Any) -> list[Mention]:
    return list(normalise(make_parsed(text, nlp), gazetteer=load_gazetteer(), aliases=load_aliases()).actors)


def entity_of(text: str, words: str, nlp: Any) -> str | None:
    return next(m.entity for m in actors(text, nlp) if m.span.text == words)


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Moscow approved the deal on Tuesday.", "Moscow", "ru-government"),
        ("The Kremlin has denied the report.", "Kremlin", "ru-government"),
        ("Russia has recruited thousands of men.", "Russia", "ru-government"),
        ("PMC Wagner offered them money.", "PMC Wagner", "wagner-group"),
        ("Russia's clandestine mercenary Wagner Group wrote to them.", "Wagner Group", "wagner-group"),
        ("Wagner Group sent letters. The mercenary group offered money.", "mercenary group", "wagner-group"),
        ("The Russian government denied it.", "Russian government", "ru-government"),
        ("Russian troops entered the town.", "Russian troops", "ru-armed-forces"),
        ("Taliban fighters stopped the car.", "Taliban fighters", "taliban"),
    ],
)
def test_names_lead_to_entities(text: str, words: str, entity: str, nlp: Any) -> None:
    assert entity_of(text, words, nlp) == entity


def test_a_name_behind_a_description_says_who_it_is(nlp: Any) -> None:
    assert entity_of("The mercenary group Wagner recruited welders.", "mercenary group", nlp) == "wagner-group"
    other = actors("The militia Wagner trained fled to Mali.", nlp)
    assert all(m.entity is None for m in other if m.form == "nominal")


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("No fewer than 12 villagers were detained.", "villagers"),
        ("As many as 40 soldiers left.", "soldiers"),
        ("They killed 30-40 soldiers.", "soldiers"),
        ("Several dozen men fled.", "men"),
    ],
)
def test_a_description_is_free_of_its_amount(text: str, described: str, nlp: Any) -> None:
    assert [m.span.text for m in actors(text, nlp) if m.form == "nominal"] == [described]


OWN = (
    {
        "id": "own-1",
        "schema": "Organization",
        "properties": {"name": ["Sinij Sokol Holding"], "alias": ["Blue Falcon"]},
    },
    {"id": "own-2", "schema": "Person", "properties": {"name": ["Anton Veresov"]}},
    {"id": "own-3", "schema": "Organization", "properties": {"name": ["Northern Light"]}},
    {"id": "own-4", "schema": "Organization", "properties": {"name": ["Northern Light"]}},
)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Sinij Sokol Holding sent guards to Mali.", {"own-1"}),
        ("Blue Falcon’s owner, Anton Veresov, denied it.", {"own-1", "own-2"}),
        ("Anton Veresof and Blue Falcons denied it.", set()),
        ("Northern Light sent guards to Mali.", set()),
        ("The Wagner Group paid Anton Veresov.", {"wagner-group", "own-2"}),
    ],
)
def test_a_users_entities_are_met_by_exact_name_and_never_by_likeness(
    text: str, entities: set[str], nlp: Any, tmp_path: Path
) -> None:
    file = tmp_path / "own.ftm.json"
    file.write_text("".join(json.dumps(row) + "\n" for row in OWN), encoding="utf-8")
    mentions = normalise(make_parsed(text, nlp), gazetteer=load_gazetteer(), aliases=load_aliases(file))
    known = {m.entity for m in mentions.actors if m.entity and m.form == "name" and "-" in m.entity}
    assert {entity for entity in known if entity.startswith(("own-", "wagner"))} == entities


def test_a_short_name_leads_back_to_the_full_one(nlp: Any) -> None:
    text = "Hibatullah Morvand commanded the unit. Morvand said that his men had fled."
    full, short = (m for m in actors(text, nlp) if m.kind == "person" and m.form in ("name", "short"))
    assert short.entity == full.entity
    assert short.form == "short"
    assert short.antecedent == full.span


def test_a_description_that_fits_two_actors_stays_open(nlp: Any) -> None:
    text = "The Wagner Group and Executive Outcomes hired men. The mercenary company paid well."
    assert entity_of(text, "mercenary company", nlp) is None


def test_a_pronoun_with_two_men_in_reach_stays_open(nlp: Any) -> None:
    text = "Sergei Lavrov met Antony Blinken in Geneva. He left early."
    assert entity_of(text, "He", nlp) is None


def test_a_pronoun_leads_to_the_only_man_in_reach(nlp: Any) -> None:
    assert entity_of("Sergei Lavrov spoke on Monday. He left early.", "He", nlp) == "sergei-lavrov"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Tehran denied that it had recruited Afghans.", "ir-government"),
        ("The Wagner Group said it would send men to Mali.", "wagner-group"),
        ("The Kremlin announced that it had banned the party.", "ru-government"),
        ("The Kremlin said it was possible that they left.", None),
        ("The plan failed, and it angered the Kremlin.", None),
    ],
)
def test_it_is_the_body_that_speaks_of_itself(text: str, entity: str | None, nlp: Any) -> None:
    found = [m.entity for m in actors(text, nlp) if m.span.text == "it"]
    assert found == ([entity] if entity else [])


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Washington warned the general on Monday.", "Washington", "us-government"),
        ("The US trained the guard.", "US", "us-government"),
        ("American troops left.", "American troops", "us-armed-forces"),
        ("Downing Street rejected the plan.", "Downing Street", "gb-government"),
        ("The talks were held in Washington.", "Washington", None),
        ("Gunmen killed a general in Moscow.", "Moscow", None),
        ("The recruits flew to Tehran.", "Tehran", None),
    ],
)
def test_a_seat_is_the_government_where_it_acts_and_a_town_else(
    text: str, words: str, entity: str | None, nlp: Any
) -> None:
    assert [m.entity for m in actors(text, nlp) if m.span.text == words] == ([entity] if entity else [])


def test_us_is_no_country_where_it_is_a_pronoun(nlp: Any) -> None:
    assert all(m.country != "US" for m in actors("They told us to wait and let us go.", nlp))


@pytest.mark.parametrize(
    "text", ["", " ", "😀😀 😀", "\x00\x00", "مرحبا بالعالم", "a" * 20_000, '"' * 500, "(US)" * 50]
)
def test_any_text_is_read(text: str, nlp: Any) -> None:
    found = actors(text, nlp)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found)
    assert found == sorted(found, key=lambda m: (m.span.start, -m.span.end))


def test_a_ministry_of_no_named_country_leads_to_nobody(nlp: Any) -> None:
    found = [m for m in actors("The Ministry of Defence said so.", nlp) if m.span.text == "Ministry of Defence"]
    assert all(m.entity is None for m in found)


def test_a_headline_in_capitals_is_no_armed_group(nlp: Any) -> None:
    assert all(m.entity != "islamic-state" for m in actors("WHAT IS HAPPENING IN KABUL", nlp))


def test_a_description_keeps_its_country(nlp: Any) -> None:
    found = actors("A former high-ranking Afghan official spoke.", nlp)
    assert {m.country for m in found if m.form == "nominal"} == {"AF"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("At least 26 students were hurt.", "students"),
        ("Many non-governmental organisations left the town.", "non-governmental organisations"),
    ],
)
def test_a_description_keeps_its_own_words_only(text: str, name: str, nlp: Any) -> None:
    assert name in [m.name for m in actors(text, nlp)]


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Norway said its military had hired 40 Danes.", "military", "no-armed-forces"),
        ("Chad is forced to fill up its Armed Forces with foreigners.", "Armed Forces", "td-armed-forces"),
        ("Mali's armed forces hired the company.", "Mali's armed forces", "ml-armed-forces"),
        ("Serbia’s army took them in.", "Serbia’s army", "rs-armed-forces"),
        ("The Taliban said its forces had taken them in.", "forces", None),
        ("Norway said its special forces had hired them.", "special forces", None),
        ("Chad and Niger said their armies had hired them.", "armies", None),
        ("Serbia's special forces took them in.", "Serbia's special forces", None),
    ],
)
def test_armed_forces_are_those_of_the_government_that_has_them(
    text: str, words: str, entity: str | None, nlp: Any
) -> None:
    assert entity_of(text, words, nlp) == entity


@pytest.mark.parametrize(
    ("text", "name", "government"),
    [
        ("Kenya was accused of hiring Nepalis.", "Kenya", True),
        ("Moscow was told to stop the agents.", "Moscow", True),
        ("Serbia is forced to fill up the ranks with foreigners.", "Serbia", True),
        ("Sudan was flooded on Monday.", "Sudan", False),
        ("Kenya was expected on Monday.", "Kenya", False),
        ("Moscow is reached by train.", "Moscow", False),
    ],
)
def test_who_is_accused_or_told_to_do_something_is_a_government(
    text: str, name: str, government: bool, nlp: Any
) -> None:
    assert any(m.span.text == name and m.kind == "government" for m in actors(text, nlp)) is government


@pytest.mark.parametrize(
    ("text", "words", "led"),
    [
        ("The recruits said they had been flown to Oslo.", "they", "recruits"),
        ("Eleven Danish villagers arrived in May. They were sent to the front.", "They", "Eleven Danish villagers"),
        ("The captured soldiers lost their papers.", "their", "captured soldiers"),
        ("The soldiers met the cook and his aide, and they were sent away.", "they", None),
        ("The villagers praised concerts that they had missed.", "they", None),
        ("The agents told the drivers that they would be paid.", "they", None),
        ("The villagers could not find them.", "them", None),
        ("The agents met the drivers in May. They were sent to the front.", "They", None),
        ("The company hired a cook. They were sent to the front.", "They", None),
        ('The villagers left. "They took my son," she said.', "They", None),
    ],
)
def test_they_are_the_only_group_that_can_be_meant(text: str, words: str, led: str | None, nlp: Any) -> None:
    they = next(m for m in actors(text, nlp) if m.span.text == words)
    assert (they.antecedent.text if they.antecedent else None) == led
