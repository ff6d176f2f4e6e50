from typing import Any

from factory import make_parsed
from sayso.lexicon.aliases import load_aliases
from sayso.stages.normalise import normalise
from sayso.stages.normalise.actors.entities import read_entities
from sayso.tools.gazetteer import load_gazetteer


def test_names_and_descriptions_have_types(nlp: Any) -> None:
    text = "The Iraqi army shelled the town of Sinjar, Iraq, and a colonel called on civilians to leave."
    parsed = make_parsed(text, nlp)
    mentions = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases())
    found = {e.span.text: e.type for e in read_entities(parsed, mentions)}
    assert found["The Iraqi army"] == "Organisation"
    assert found["a colonel"] == "Person"
    assert found["civilians"] == "Organisation"


def test_spans_are_unique(nlp: Any) -> None:
    parsed = make_parsed("On 4 May the US paid $3 million to 30 people in Kabul, Afghanistan.", nlp)
    mentions = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases())
    spans = [(e.span.start, e.span.end) for e in read_entities(parsed, mentions)]
    assert len(spans) == len(set(spans)) > 3


def entities(text: str, nlp: Any) -> dict[str, str]:
    parsed = make_parsed(text, nlp)
    mentions = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases())
    return {e.span.text: e.type for e in read_entities(parsed, mentions)}


def test_whose_it_is_and_of_what_somebody_is_in_charge_belong_to_the_phrase(nlp: Any) -> None:
    found = entities("The town's attackers wounded the commander of the Northern Brigade. One woman fled.", nlp)
    assert found["The town's attackers"] == "Organisation"
    assert found["the commander of the Northern Brigade"] == "Person"
    assert found["One woman"] == "Person"


def test_works_sides_and_people_of_any_trade_have_types(nlp: Any) -> None:
    found = entities("The enemy left the power station, and the inhabitants reopened the reservoir.", nlp)
    assert found == {
        "The enemy": "Organisation",
        "the power station": "Location",
        "the inhabitants": "Organisation",
        "the reservoir": "Location",
    }
