from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.aliases import load_aliases
from sayso.model import Mention, Mentions
from sayso.stages.normalise import normalise
from sayso.stages.normalise.names.definitions import defined
from sayso.tools.gazetteer import load_gazetteer

BODIES = {"organisation", "government", "force", "group", "outlet"}


def mentions(text: str, nlp: Any) -> Mentions:
    return normalise(make_parsed(text, nlp), gazetteer=load_gazetteer(), aliases=load_aliases())


def named(text: str, nlp: Any) -> dict[str, Mention]:
    return {m.span.text: m for m in mentions(text, nlp).actors if m.form not in ("nominal", "pronoun", "demonym")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ramiz Faruqui, who ran the agency, said he had sent 40 men.", "Ramiz Faruqui"),
        ("Police named the suspect as Md Rafiqul Islam, 34, of the port.", "Md Rafiqul Islam"),
        ("Thabo Nkosi was recruited by a cousin, prosecutors allege.", "Thabo Nkosi"),
        ("The men had met Duduzile Mkhize, a travel agent.", "Duduzile Mkhize"),
        ("The owner, Zanko Brevik, denied it.", "Zanko Brevik"),
        ("Baurzhan Akhmetov, a deputy of the assembly, raised it.", "Baurzhan Akhmetov"),
        ("Lawyer Dilshod Rahmonov said so. His client, Firdavs Sharipov, had left.", "Firdavs Sharipov"),
        ("Lawyer Dilshod Rahmonov said the case was closed.", "Dilshod Rahmonov"),
        ("Mamadou Dicko of the mission put the figure at 200.", "Mamadou Dicko"),
        ("María Fernanda Quiroga, the ombudswoman, asked for the list.", "María Fernanda Quiroga"),
        ("The governor of Garissa, Nathif Abdullahi, called for an inquiry.", "Nathif Abdullahi"),
    ],
)
def test_persons_are_found_in_full_and_are_persons(text: str, words: str, nlp: Any) -> None:
    assert named(text, nlp)[words].kind == "person"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Abu Zainab was a commander of Kata'ib al-Shams in the south.", "Kata'ib al-Shams", "group"),
        ("She told Himal Dainik that she had borrowed the fee.", "Himal Dainik", "outlet"),
        ("He told La Tribuna de Potosí that he would appeal.", "La Tribuna de Potosí", "outlet"),
        ("V. Narayanan of the Kerala Migrants Forum met the minister.", "Kerala Migrants Forum", "organisation"),
        ("The agency, Bright Path Overseas, lost its licence.", "Bright Path Overseas", "organisation"),
        ("The Coordinadora Campesina del Sur blamed the army.", "Coordinadora Campesina del Sur", "organisation"),
    ],
)
def test_bodies_are_found_in_full_and_are_bodies(text: str, words: str, kind: str, nlp: Any) -> None:
    assert named(text, nlp)[words].kind == kind


def test_a_body_that_begins_with_a_place_is_a_body(nlp: Any) -> None:
    assert named("He heads the Sokoto Farmers Union.", nlp)["Sokoto Farmers Union"].kind == "organisation"


@pytest.mark.parametrize(
    "text", ["The local Peace Council met.", "Rebel Free Column men fled.", "The Dean Woods Road was shut."]
)
def test_what_is_no_person_does_not_become_one(text: str, nlp: Any) -> None:
    assert not [m for m in named(text, nlp).values() if m.kind == "person"]


def test_a_title_inside_a_name_parts_place_and_person(nlp: Any) -> None:
    found = named("Manitoba Premier Brian Pallister plans to leave.", nlp)
    assert found["Brian Pallister"].kind == "person"
    assert [p.span.text for p in mentions("Manitoba Premier Brian Pallister plans to leave.", nlp).places] == [
        "Manitoba"
    ]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Australian Government paid for it.", "au-government"),
        ("He praised the Government of Iraq for it.", "iq-government"),
        ("The Iraqi Army lost the town.", "iq-armed-forces"),
    ],
)
def test_a_state_under_its_plain_name_is_that_state(text: str, entity: str, nlp: Any) -> None:
    assert entity in {m.entity for m in mentions(text, nlp).actors}


def test_what_a_text_defines_goes_before_the_tables(nlp: Any) -> None:
    text = "The Redeemed Soldiers Association (RSA) wrote to him. Officials of RSA say 300 members left."
    found = [m for m in mentions(text, nlp).actors if m.span.text == "RSA"]
    assert {m.name for m in found} == {"Redeemed Soldiers Association"}
    assert not [p for p in mentions(text, nlp).places if p.country == "ZA"]


def test_an_outlets_name_inside_a_longer_name_is_not_the_outlet(nlp: Any) -> None:
    found = named("The National Movement for Return (NMR) denied it. The NMR has no offices.", nlp)
    assert found["NMR"].name == "National Movement for Return"
    assert all(m.entity != "the-national" for m in found.values())


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Bassel al-Hariri, known as Abu Omar, recruited men. Abu Omar paid them.", "Abu Omar"),
        ("Óscar Iván Zapata, alias El Mono, ran the house.", "El Mono"),
    ],
)
def test_another_name_of_a_person_leads_to_the_person(text: str, other: str, nlp: Any) -> None:
    found = named(text, nlp)
    full = next(m for words, m in found.items() if words != other)
    assert found[other].entity == full.entity


@pytest.mark.parametrize(
    "text", ["Karim Aslam left Sylhet in May.", "He led the convoy out of Gao.", "She fled Myawaddy after the raid."]
)
def test_a_town_that_one_leaves_is_a_place(text: str, nlp: Any) -> None:
    assert [p.precision for p in mentions(text, nlp).places]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("the Central Bureau of Inquiry (CBI) raided it", "CBI", "Central Bureau of Inquiry"),
        ("the March Front, or MF, said", "MF", "March Front"),
        ("RSA (Redeemed Soldiers Association) wrote", "RSA", "Redeemed Soldiers Association"),
    ],
)
def test_short_forms_are_defined_in_brackets_or_behind_or(text: str, short: str, name: str) -> None:
    (found,) = defined(text)
    assert (found.short, text[found.start : found.end]) == (short, name)


@pytest.mark.parametrize("text", ["He left (see AB) early", "the men (UK) left", "Norland Post (RSA) wrote"])
def test_letters_that_no_name_spells_define_nothing(text: str) -> None:
    assert defined(text) == []


def test_an_outlet_under_its_own_letters_is_that_outlet(nlp: Any) -> None:
    parsed = make_parsed(
        "Relatives told DW that the men had died. Dnipro Wire saw the list.", nlp, outlet="Dnipro Wire"
    )
    actors = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases()).actors
    own = [m for m in actors if m.kind == "outlet"]
    assert [(m.span.text, m.form, m.name) for m in own] == [
        ("DW", "acronym", "Dnipro Wire"),
        ("Dnipro Wire", "name", "Dnipro Wire"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He told the magazine Diwan that it was a lie.", "Diwan", "outlet"),
        ("She works for a firm called Balkan Sentinel.", "Balkan Sentinel", "organisation"),
        ("General Zurmati had left by then.", "Zurmati", "person"),
        ("We heard it from Rafidain News Agency.", "Rafidain News Agency", "outlet"),
    ],
)
def test_the_word_before_a_name_says_what_it_is(text: str, words: str, kind: str, nlp: Any) -> None:
    assert named(text, nlp)[words].kind == kind


def test_a_countrys_ministry_is_one_under_all_its_names(nlp: Any) -> None:
    text = "Norway's Defense Ministry said so. The Norwegian Ministry of Defence repeated it."
    found = [m.entity for m in mentions(text, nlp).actors if m.kind == "government"]
    assert found == ["no-defence-ministry"] * 2


def test_a_word_for_bodies_alone_is_nobody(nlp: Any) -> None:
    assert all(
        m.entity is None for m in mentions("He is a fellow at the Institute.", nlp).actors if m.span.text == "Institute"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He is from Afak, a flat brown place.", "Afak"),
        ("Departures from Mashhad went on.", "Mashhad"),
        ("The lorries wait at Khenjan and Jabal Seraj.", "Jabal Seraj"),
        ("SUQ AL-SHUYUKH, Dhi Qar — She keeps two telephones.", "Dhi Qar"),
        ("She lives in Osh with her son.", "Osh"),
        ("They crossed the Danube at night.", "Danube"),
        ("The border with Syria was shut.", "Syria"),
    ],
)
def test_words_for_ways_and_homes_show_a_place(text: str, place: str, nlp: Any) -> None:
    assert place in [p.span.text for p in mentions(text, nlp).places]


@pytest.mark.parametrize(
    "text", ["He spoke Dari to the men.", "A letter came from the MoD.", "She is a fellow at the Centre."]
)
def test_languages_and_short_forms_are_no_places(text: str, nlp: Any) -> None:
    assert not mentions(text, nlp).places


def test_the_arabic_article_is_found_as_spoken() -> None:
    found = load_gazetteer().lookup("Suq al-Shuyukh")
    assert {p.country for p in found} == {"IQ"}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Svetlana Dyomina signs for Alfa-Kadr, a staffing firm in Kazan.", "Alfa-Kadr", "organisation"),
        ("Mohira Yuldasheva of Ezgu Niyat wrote to the prosecutor.", "Ezgu Niyat", "organisation"),
        ("In Khulna, Zorena Parvin keeps her son's letters in a tin.", "Zorena Parvin", "person"),
        ("Plavide Habonimana is the spokesman of the movement.", "Plavide Habonimana", "person"),
        ("Shares of Morgan Stanley fell.", "Morgan Stanley", "organisation"),
    ],
)
def test_what_one_does_or_belongs_to_tells_persons_from_bodies(text: str, words: str, kind: str, nlp: Any) -> None:
    assert named(text, nlp)[words].kind == kind


def test_a_people_is_neither_a_body_nor_a_place(nlp: Any) -> None:
    found = mentions("The Hazaras came from the hills; a Hazara boy told us.", nlp)
    assert not found.places
    assert not [m for m in found.actors if m.kind in BODIES and m.form == "name"]


def test_known_towns_in_a_list_with_places_are_places(nlp: Any) -> None:
    found = mentions("Winds drove sand over Zabol, Hirmand and Zehak.", nlp)
    assert [p.span.text for p in found.places] == ["Zabol", "Hirmand", "Zehak"]


def test_an_outlet_behind_a_dateline_is_no_town(nlp: Any) -> None:
    parsed = make_parsed("DUBAI (Meridian) - Iran sent men to Syria.", nlp, outlet="Meridian News Agency")
    found = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases()).places
    assert "Meridian" not in [p.span.text for p in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tevu got down and walked past his own gate. Tevu signed on each page. He did not read it.", "Tevu"),
        ('Bilu and Osku left in May. "It was cold," says Bilu. Osku\'s mother kept the letters.', "Osku"),
        ('A young man I\'ll call Naro shows me the scar. "They took my papers," Naro says.', "Naro"),
        ("Selvik, not his real name, said that the men had left.", "Selvik"),
        ("The broker was Pesko Varun, 31, of the port. Pesko hid in May.", "Pesko"),
    ],
)
def test_who_is_told_of_as_a_person_is_one_everywhere(text: str, words: str, nlp: Any) -> None:
    found = [m.kind for m in mentions(text, nlp).actors if m.span.text == words]
    assert found
    assert set(found) == {"person"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Kosan the shops were shut. Kosan lost its mayor. He left in May. Kosan buried him. She wept.", "Kosan"),
        ("Zarvex signed on Monday. He was not told, a clerk said. The Zarvex plant is shut.", "Zarvex"),
    ],
)
def test_a_place_or_firm_beside_a_person_is_none(text: str, words: str, nlp: Any) -> None:
    assert [m.kind for m in mentions(text, nlp).actors if m.span.text == words and m.kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Zamra Barrage was built by Ned Roe, 41, a miner. They reached the Zamra basin north of Zamra.", "Zamra"),
        ("God made him, and God keeps his word. God sees, and he knows.", "God"),
    ],
)
def test_part_of_a_thing_is_no_person(text: str, words: str, nlp: Any) -> None:
    assert [m.kind for m in mentions(text, nlp).actors if m.span.text == words and m.kind == "person"] == []
