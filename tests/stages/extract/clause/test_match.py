"""What a pack's conditions are met by: people whatever their word, subjects, low-hung prepositions, predicates."""

from typing import Any

import pytest

from factory import make_parsed, spans
from sayso.lexicon.packs import load_packs
from sayso.model import Attribution, Event, Mentions, Voice
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def found(text: str, nlp: Any) -> dict[str, set[tuple[str, str]]]:
    """Roles by event type; one event a type in these sentences."""
    events: tuple[Event, ...] = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return {event.event_type: {(a.role, a.span.text) for a in event.arguments} for event in events}


def wanted(expected: str) -> set[tuple[str, str]]:
    """Roles as the cases write them."""
    return {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}  # type: ignore[misc]


def check(text: str, kind: str, expected: str, nlp: Any) -> None:
    events = found(text, nlp)
    assert wanted(expected) <= events.get(kind, set()), events


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The garrison left its cooks behind.", "ABANDON", "abandoner The garrison; abandoned its cooks"),
        ("A smuggler drove the waiters to Norway.", "TRANSFER", "mover A smuggler; traveller the waiters"),
        ("Soldiers led the two shepherds away.", "DETAIN", "detainer Soldiers; detained the two shepherds"),
        ("The rebels shot the nanny in the leg.", "WOUND", "attacker The rebels; victim the nanny"),
        ("A frigate took the gardeners off the island.", "EVACUATE", "evacuee the gardeners"),
    ],
)
def test_people_are_people_whatever_the_word_for_them(text: str, kind: str, expected: str, nlp: Any) -> None:
    check(text, kind, expected, nlp)


def test_things_are_no_people(nlp: Any) -> None:
    assert "ABANDON" not in found("The garrison left its boots behind.", nlp)
    assert "DETAIN" not in found("Engineers intercepted a US drone.", nlp)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Harkis who had fought for France were jailed.", "RECRUIT", "recruit_pool Harkis; force France"),
        ("Students were put in touch with a broker.", "CONTACT", "approached Students; approacher a broker"),
        ("The bank channelled dinars to the brigades.", "FINANCE", "beneficiary the brigades"),
        ("Norway turned its back on the villagers.", "ABANDON", "abandoner Norway; abandoned the villagers"),
        ("Norway walked away from the Kurds.", "ABANDON", "abandoner Norway; abandoned the Kurds"),
        ("Norway pays the wages of the militia.", "FINANCE", "payer Norway; beneficiary the militia"),
    ],
)
def test_who_is_named_where_the_parser_hangs_it_elsewhere(text: str, kind: str, expected: str, nlp: Any) -> None:
    check(text, kind, expected, nlp)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The man is a member of the militia.", "affiliate The man; organisation the militia"),
        ("The battalion is part of the army.", "affiliate The battalion; organisation the army"),
        ("He joined a gang with ties to the governor.", "affiliate a gang; organisation the governor"),
        ("The council commands the militia.", "affiliate The council; organisation the militia"),
    ],
)
def test_a_state_is_told_by_a_noun_too(text: str, expected: str, nlp: Any) -> None:
    check(text, "AFFILIATE", expected, nlp)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Norwegian battalion arrived in Sweden.", "DEPLOY"),
        ("Three Norwegian recruits arrived in Sweden.", "TRANSFER"),
        ("Northern troops entered Norway.", "SEIZE"),
        ("Two students entered Norway.", "TRANSFER"),
    ],
)
def test_who_comes_decides_what_it_is(text: str, kind: str, nlp: Any) -> None:
    assert kind in found(text, nlp)


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister flew to Norway.",
        "The president telephoned the Swedish king.",
        "Norway reached out to Sweden.",
        "The ferry leaves for Norway at noon.",
        "The ministry granted the envoy access.",
    ],
)
def test_diplomats_and_ferries_are_no_recruits(text: str, nlp: Any) -> None:
    assert not {"TRANSFER", "CONTACT", "OFFER"} & found(text, nlp).keys()


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("They left it when the rebels retook control.", "SEIZE", "taker the rebels"),
        ("Three men travelled through Norway and signed contracts.", "RECRUIT", "recruit_pool Three men"),
        (
            "Nearly four hundred Nepalese signed contracts with the Swedish army between June and December.",
            "RECRUIT",
            "recruit_pool Nearly four hundred Nepalese; force the Swedish army",
        ),
    ],
)
def test_a_past_tense_that_the_tagger_takes_for_something_else(text: str, kind: str, expected: str, nlp: Any) -> None:
    check(text, kind, expected, nlp)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("15,000 Swedes fight for Norway", "RECRUIT", "recruit_pool 15,000 Swedes; force Norway"),
        ("Both denied the charges.", "DENY", "denier Both; denied the charges"),
        ("Nearly 1,000 Syrians were deployed.", "DEPLOY", "deployed Nearly 1,000 Syrians"),
        ("There is information that fighters went through Norway.", "TRANSFER", "traveller fighters; transit Norway"),
        ("The rebels got rifles from the dealer.", "FINANCE", "beneficiary The rebels; payer the dealer"),
    ],
)
def test_what_a_reader_of_recruitment_stories_expects(text: str, kind: str, expected: str, nlp: Any) -> None:
    check(text, kind, expected, nlp)


def test_a_panel_charged_with_a_task_stands_in_no_court(nlp: Any) -> None:
    assert "PROSECUTE" not in found("The panel was charged with drafting a constitution.", nlp)


def test_participles_that_describe_stay_so(nlp: Any) -> None:
    assert "RECRUIT" not in found("The court heard about vans and signed contracts.", nlp)


def test_verbs_in_a_list_share_their_object(nlp: Any) -> None:
    events = found("Norway hired, trained and equipped the brigade.", nlp)
    assert ("recruit_pool", "the brigade") in events["RECRUIT"]
    assert ("trainee", "the brigade") in events["TRAIN"]
    assert ("beneficiary", "the brigade") in events["FINANCE"]
    events = found("Officers arrested and beat the students.", nlp)
    assert events["DETAIN"] == {("detainer", "Officers"), ("detained", "the students")}


def test_what_makes_people_sign_is_no_second_recruitment(nlp: Any) -> None:
    events = extract(make_parsed("The men were forced to sign contracts.", nlp), (), Mentions(), packs=PACKS)
    assert [event.trigger.text for event in events if event.event_type == "RECRUIT"] == ["sign contracts"]
    events = extract(make_parsed("Nobody was forced to sign.", nlp), (), Mentions(), packs=PACKS)
    assert [(event.event_type, event.factuality) for event in events] == [("RECRUIT", "negated")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each man paid up to $9,000.", "payer Each man; means up to $9,000"),
        ("Families sold land to pay the middlemen.", "payer Families; beneficiary the middlemen"),
    ],
)
def test_what_recruits_pay_is_told(text: str, expected: str, nlp: Any) -> None:
    check(text, "FINANCE", expected, nlp)


def test_accepting_an_embassy_is_an_act_though_it_marks_what_is_said(nlp: Any) -> None:
    text = "Norway decided to accept an ambassador."
    said = Attribution(
        id="a-1",
        source=(spans(text, "Norway"),),
        cue=(spans(text, "decided to accept"),),
        content=(spans(text, "an ambassador"),),
        source_kind="named_organisation",
        speech="indirect",
        voice=Voice(name="Norway", kind="named_organisation"),
        confidence=0.8,
    )
    events = extract(make_parsed(text, nlp), (said,), Mentions(), packs=PACKS)
    assert [event.event_type for event in events] == ["RECOGNISE"]
