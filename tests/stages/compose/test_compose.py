"""Figures, sources and identity of claims."""

from datetime import date
from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import (
    Attribution,
    Claim,
    Link,
    Mention,
    Mentions,
    Parsed,
    Period,
    Place,
    Quantity,
    RawArgument,
    Span,
    Voice,
    span_of,
)
from sayso.stages.compose import compose
from sayso.stages.compose.arguments import argument_of
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return span_of(text, start, start + len(words))


def claims_of(parsed: Parsed, mentions: Mentions, attributions: tuple[Attribution, ...] = ()) -> tuple[Claim, ...]:
    events = extract(parsed, attributions, mentions, packs=PACKS)
    return compose(parsed, events, attributions, mentions)


def said(text: str, source: str, content: str, **fields: Any) -> Attribution:
    voice = Voice(name=source, kind="named_person")
    link = Link(name=source, kind="named_person", span=at(text, source))
    values: dict[str, Any] = {
        "id": f"a-{source}", "source": (at(text, source),), "cue": (at(text, "said"),), "content": (at(text, content),),
        "source_kind": "named_person", "speech": "indirect", "voice": voice, "chain": (link,), "confidence": 0.9,
    }  # fmt: skip
    return Attribution(**(values | fields))


def test_a_figure_goes_to_one_event_only(nlp: Any) -> None:
    text = "Norway recruited 40 students and killed 3 soldiers."
    figures = (
        Quantity(low=40, high=40, unit="student", span=at(text, "40 students")),
        Quantity(low=3, high=3, unit="soldier", span=at(text, "3 soldiers")),
    )
    found = claims_of(make_parsed(text, nlp), Mentions(quantities=figures))
    assert [(c.event_type, [q.low for q in c.quantities]) for c in found] == [("RECRUIT", [40]), ("KILL", [3])]


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("It was the first killing of a general in Syria since 2017.", False),
        ("It was the deadliest attack by rebels on the town since 2017.", False),
        ("Rebels have attacked the town since 2017.", True),
    ],
)
def test_since_after_a_superlative_tells_no_time(text: str, dated: bool, nlp: Any) -> None:
    span = at(text, "since 2017")
    period = Period(start=date(2017, 1, 1), end=None, precision="open", basis="stated", span=span)
    found = claims_of(make_parsed(text, nlp), Mentions(periods=(period,)))
    assert [claim.period is not None for claim in found] == [dated]


def test_a_time_belongs_to_the_event_in_whose_clause_it_stands(nlp: Any) -> None:
    text = "After the occupation of Oslo in May 2021, the soldiers fled to Norway."
    may = Period(
        start=date(2021, 5, 1), end=date(2021, 6, 1), precision="month", basis="stated", span=at(text, "May 2021")
    )
    found = {c.event_type: c.period for c in claims_of(make_parsed(text, nlp), Mentions(periods=(may,)))}
    assert found["SEIZE"] == may
    assert found["FLEE"] is None


MAY = "May 2021"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The students fled when the city fell in May 2021.", True),
        ("When the city fell in May 2021, the students fled to Norway.", True),
        ("The students fled in secret when their teachers left in May 2021.", True),
        ("The students fled and were arrested when the city fell in May 2021.", False),
        ("The students fled from those who ruled when the city fell in May 2021.", False),
        ("The students fled, the mayor said when he spoke in May 2021.", False),
        ("When the mayor said in May 2021 that it was over, the students fled.", False),
    ],
)
def test_a_clause_with_when_gives_the_time_where_nothing_else_can_be_meant(text: str, dated: bool, nlp: Any) -> None:
    may = Period(start=date(2021, 5, 1), end=date(2021, 6, 1), precision="month", basis="stated", span=at(text, MAY))
    found = next(c for c in claims_of(make_parsed(text, nlp), Mentions(periods=(may,))) if c.event_type == "FLEE")
    assert (found.period == may) == dated
    assert any(reason.rule == "compose.when" for reason in found.reasons) == dated


def test_places_get_their_roles(nlp: Any) -> None:
    text = "The soldiers were flown to Oslo and then to Russia."
    places = tuple(Place(span=at(text, name), name=name) for name in ("Oslo", "Russia"))
    (claim,) = claims_of(make_parsed(text, nlp), Mentions(places=places))
    assert [(p.name, p.role) for p in claim.places] == [("Oslo", "transit"), ("Russia", "destination")]


def test_arguments_lead_to_entities(nlp: Any) -> None:
    text = "The Kremlin recruits students."
    kremlin = Mention(
        span=at(text, "Kremlin"), entity="ru-government", name="Government of Russia", kind="government", form="metonym"
    )
    (claim,) = claims_of(make_parsed(text, nlp), Mentions(actors=(kremlin,)))
    assert [(a.entity, a.value) for a in claim.arguments if a.role == "recruiter"] == [
        ("ru-government", "Government of Russia")
    ]


def test_a_possessor_is_not_the_force(nlp: Any) -> None:
    text = "Students joined Russia's foreign legion."
    russia = Mention(span=at(text, "Russia"), entity="ru", name="Russia", kind="government", form="name")
    (claim,) = claims_of(make_parsed(text, nlp), Mentions(actors=(russia,)))
    assert [a.entity for a in claim.arguments if a.role == "force"] == [None]


def test_the_innermost_attribution_gives_the_chain(nlp: Any) -> None:
    text = "Ada said that Bob said that Norway recruited students."
    outer = said(text, "Ada", "Bob said that Norway recruited students")
    inner = said(text, "Bob", "Norway recruited students", within="a-Ada")
    inner = said(text, "Bob", "Norway recruited students", within="a-Ada", chain=(*outer.chain, *inner.chain))
    (claim,) = claims_of(make_parsed(text, nlp), Mentions(), (outer, inner))
    assert claim.attribution == "a-Bob"
    assert [link.name for link in claim.chain] == ["Ada", "Bob"]


def test_nothing_said_gives_no_claim(nlp: Any) -> None:
    text = "Ada said nothing about whether Norway recruited students."
    silent = said(text, "Ada", "whether Norway recruited students", claims_nothing=True)
    assert claims_of(make_parsed(text, nlp), Mentions(), (silent,)) == ()


def test_ids_tell_speakers_apart_and_gists_do_not(nlp: Any) -> None:
    text = "Ada said that Norway recruited students."
    parsed = make_parsed(text, nlp)
    (own,) = claims_of(parsed, Mentions())
    (told,) = claims_of(parsed, Mentions(), (said(text, "Ada", "Norway recruited students"),))
    assert own.id != told.id
    assert own.gist_id == told.gist_id
    assert own.id.startswith("c-")
    assert own.gist_id.startswith("g-")


def test_every_claim_says_how_it_was_found(nlp: Any) -> None:
    (claim,) = claims_of(make_parsed("Norway may recruit students.", nlp), Mentions())
    rules = {reason.rule for reason in claim.reasons}
    assert {"extract.trigger", "extract.role", "extract.firmness", "compose.own_voice"} <= rules


def test_a_place_in_the_name_of_a_body_is_not_where_it_happened(nlp: Any) -> None:
    text = "Police arrested two smugglers in Lyon according to the Border Guard of Norway."
    body = Mention(span=at(text, "Border Guard of Norway"), entity=None, name="x", kind="organisation", form="name")
    places = tuple(Place(span=at(text, name), name=name) for name in ("Norway", "Lyon"))
    (claim,) = claims_of(make_parsed(text, nlp), Mentions(actors=(body,), places=places))
    assert [p.name for p in claim.places] == ["Lyon"]


@pytest.mark.parametrize(
    "words",
    ["dozens of students", "26 of the 34 students", "two thirds of the students", "at least hundreds of students"],
)
def test_a_participant_is_what_an_amount_counts(words: str) -> None:
    span = Span(start=0, end=len(words), text=words)
    students = Mention(span=at(words, "students"), entity=None, name="students", kind="group", form="nominal")
    assert argument_of(RawArgument(role="recruit_pool", span=span), [students], []).value == "students"


def test_a_part_of_a_body_is_no_amount_of_it() -> None:
    words = "soldiers of the Norwegian army"
    army = Mention(span=at(words, "Norwegian army"), entity="no-army", name="Army", kind="force", form="nominal")
    span = Span(start=0, end=len(words), text=words)
    assert argument_of(RawArgument(role="recruit_pool", span=span), [army], []).entity is None


@pytest.mark.parametrize(("text", "kind"), [("Norway shelled Oslo.", "ASSAULT"), ("Rebels seized Oslo.", "SEIZE")])
def test_a_place_that_is_hit_or_taken_is_where_it_happened(text: str, kind: str, nlp: Any) -> None:
    oslo = Place(span=at(text, "Oslo"), name="Oslo", precision="town")
    found = [claim for claim in claims_of(make_parsed(text, nlp), Mentions(places=(oslo,))) if claim.event_type == kind]
    assert [[(place.name, place.role) for place in claim.places] for claim in found] == [[("Oslo", "location")]]
