"""Who a source is: kind, number, office, country, anonymity, and whom a pronoun stands for."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions
from sayso.stages.attribute import attribute
from sayso.stages.normalise import normalise
from sayso.tools.gazetteer import load_gazetteer


def read(text: str, nlp: Any) -> tuple[Attribution, ...]:
    return attribute(make_parsed(text, nlp), Mentions(), cues=load_cues())


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Anna Roe", "named_person"), ("The Red Cross", "named_organisation"),
        ("Reuters", "outlet"), ("A UN report", "document"),
        ("An official", "unnamed_official"), ("Defence officials", "unnamed_official"),
        ("A senior military official", "unnamed_military"), ("A captain", "unnamed_military"),
        ("An eyewitness", "unnamed_witness"), ("One recruit", "unnamed_recruit"),
        ("Residents", "unnamed_local"), ("A driver", "unnamed_person"),
        ("Two officers", "group"), ("Many people", "public"),
        ("Police", "named_organisation"), ("The newspaper", "outlet"),
        ("Leaflets", "document"), ("Moscow", "named_organisation"),
        ("Lawyers", "group"),
    ],
)  # fmt: skip
def test_kind(source: str, kind: str, nlp: Any) -> None:
    assert [a.source_kind for a in read(f"{source} said that the road was closed.", nlp)] == [kind]


def test_details_of_a_group(nlp: Any) -> None:
    text = "Three former Afghan generals, who spoke on condition of anonymity because they feared arrest, said so."
    text = text.replace("said so", "said the men left")
    voice = read(text, nlp)[0].voice
    assert (voice.count, voice.former, voice.nationality, voice.anonymous) == (3, True, "AF", True)
    assert voice.anonymity_reason is not None
    assert voice.anonymity_reason.text == "because they feared arrest"


@pytest.mark.parametrize(
    "text",
    [
        "An adviser, who was not authorised to talk about the deal, said that it was done.",
        "Four women, whose names are being withheld, said that the camp was closed.",
    ],
)
def test_names_that_are_kept_back(text: str, nlp: Any) -> None:
    assert read(text, nlp)[0].voice.anonymous


def test_the_intelligence_of_a_state_is_a_body(nlp: Any) -> None:
    assert read("Kenyan intelligence believes that sixty men have left.", nlp)[0].source_kind == "named_organisation"


def test_office_and_employer(nlp: Any) -> None:
    voice = read("Anna Roe, a spokeswoman for the Red Cross, said that aid had arrived.", nlp)[0].voice
    assert (voice.name, voice.role, voice.organisation) == ("Anna Roe", "spokeswoman", "Red Cross")


@pytest.mark.parametrize(
    ("text", "knows"),
    [
        ("A man who witnessed the strike said that nine people died.", "saw"),
        ("Two residents, who both heard the blast, said it came from the depot.", "heard"),
        ("An officer who took part in the raid said they found nothing.", "took_part"),
        ("The mayor said he had been told that the road was open.", "told"),
        ("According to documents seen by Reuters, the company paid the men.", "document"),
    ],
)
def test_how_the_source_knows(text: str, knows: str, nlp: Any) -> None:
    assert knows in [a.voice.knows for a in read(text, nlp)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Haibat Alizai, a general, said the army was lost. Alizai said he had warned them.", "Haibat Alizai"),
        ("Anna Roe, a doctor, said they had no beds. “We had nothing,” she said.", "Anna Roe"),
        ("Abdul Wardak, a former army general, said the men left. The general said he knew forty.", "Abdul Wardak"),
        ("Anna Roe, who said the road was closed, left on Monday.", "Anna Roe"),
    ],
)
def test_short_forms_lead_back(text: str, name: str, nlp: Any) -> None:
    last = [a for a in read(text, nlp) if a.within is None][-1]
    assert last.voice.name == name
    assert last.voice.antecedent is not None
    assert last.voice.antecedent.text == name


def test_a_pronoun_of_another_gender_does_not_lead_back(nlp: Any) -> None:
    text = "Mr Roe, a doctor, said they had no beds. “We had nothing,” she said."
    assert [a.voice.name for a in read(text, nlp)] == ["Roe", "she"]


def test_he_is_no_one_who_only_stands_aside(nlp: Any) -> None:
    text = "Olaf Haddad arrived on Monday. Gunmen had freed Peter Berg. He said that the road was open."
    assert read(text, nlp)[-1].voice.name == "Olaf Haddad"


def test_he_is_who_the_paragraph_is_about_not_the_source_of_the_one_before(nlp: Any) -> None:
    text = (
        "Salem Bahah, a fisherman, says the men were promised a job.\n\n"
        "A spokesman for the army denied this. The army had never taken foreigners, he said."
    )
    assert [a.voice.name for a in read(text, nlp)][-1] == "spokesman for the army"


def test_it_is_the_body_or_paper_of_its_own_paragraph(nlp: Any) -> None:
    before = "Norway's government says that all is well.\n\n"
    bureau = "The Central Bureau of Investigation has a case open in which it states that the men were hired."
    paper = "The police handed a further report to the court. It says that the men were hired."
    assert [a.voice.name for a in read(before + bureau, nlp)][-1] == "Central Bureau of Investigation"
    assert [a.voice.kind for a in read(before + paper, nlp)][-1] == "document"


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("The official said that they left.", "senior official in the ministry"),
        ("The senior official said that they left.", "senior official in the ministry"),
        ("The former provincial official said that they left.", "former provincial official"),
    ],
)
def test_a_description_leads_back_to_somebody_of_whom_the_same_was_told(second: str, name: str, nlp: Any) -> None:
    found = read(f"A senior official in the ministry said that 40 men had come. {second}", nlp)
    assert found[-1].voice.name == name


def test_office_and_rank_before_a_persons_name_are_no_part_of_it(nlp: Any) -> None:
    (found,) = read("Herat Province Police Chief Gen. Abdul Noori said that the men had left.", nlp)
    assert (found.voice.kind, found.voice.name) == ("named_person", "Abdul Noori")


def test_he_is_somebody_without_a_name_of_a_paragraph_before_where_nobody_else_can_be_meant(nlp: Any) -> None:
    text = 'One evening in May a welder from Bergen opened the door of the flat.\n\n"They gave us rifles," he said.'
    assert [a.chain[-1].name for a in read(text, nlp)] == ["welder from Bergen"]
    other = text.replace("the flat.", "the flat. Ned Roe, a lawyer, was with us.")
    assert [a.chain[-1].name for a in read(other, nlp)] == ["Ned Roe"]


def test_a_name_is_of_the_sort_that_its_mention_is_of(nlp: Any) -> None:
    text = 'A young man I\'ll call Naro shows me the scar. "They took my papers," Naro says.'
    parsed = make_parsed(text, nlp)
    mentions = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases())
    found = attribute(parsed, mentions, cues=load_cues())
    assert {a.source_kind for a in found if a.source[0].text == "Naro"} == {"named_person"}


def test_the_aged_one_is_who_was_just_named(nlp: Any) -> None:
    text = 'Ned Roe has kept the letter. "They took him," says the 63-year-old, a clerk in Bergen.'
    assert [a.chain[-1].name for a in read(text, nlp)] == ["Ned Roe"]


def test_she_is_no_soldier_who_is_told_of_without_a_name(nlp: Any) -> None:
    text = "Ned Roe said a commando from Oslo called him in May. Her husband left in May, she said."
    assert "commando from Oslo" not in [a.chain[-1].name for a in read(text, nlp)]
