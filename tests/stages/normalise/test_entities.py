from typing import Any

from factory import make_parsed
from sayso.lexicon.aliases import load_aliases
from sayso.stages.normalise import normalise
from sayso.stages.normalise.entities import read_entities
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
