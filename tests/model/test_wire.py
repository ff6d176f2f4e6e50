"""The JSON that leaves Sayso has the agreed keys, and its schema allows no others."""

import copy
import json
from base64 import urlsafe_b64decode
from typing import Any

import jsonschema
import pytest

from factory import RECRUITERS, make_reading, make_relations
from sayso.model import Happening, Reading, Telling
from sayso.model.adapters import adapter
from sayso.model.wire import plain, read_schema, relate_schema, relations_to_wire, to_wire

READING = make_reading(claims=2)
AGREED = {
    "": {"document", "attributions", "claims", "problems"},
    "document": {"id", "given_id", "title", "byline", "outlet", "published", "url", "language", "text"},
    "document.published": {"start", "end", "precision", "basis"},
    "attributions.0": {"id", "source", "cue", "content", "within", "source_kind", "speech"},
    "attributions.0.source.0": {"start", "end", "text"},
    "claims.0": {
        "id", "event_type", "trigger", "content", "attribution", "chain", "arguments", "quantities", "money",
        "places", "period", "factuality", "polarity", "confidence", "reasons",
    },
    "claims.0.chain.0": {"name", "kind", "span"},
    "claims.0.arguments.0": {"role", "span", "entity", "value"},
    "claims.0.quantities.0": {"low", "high", "unit", "span"},
    "claims.0.money.0": {"low", "high", "currency", "span"},
    "claims.0.places.0": {"span", "name", "geonames_id", "lat", "lon", "country"},
    "claims.0.period": {"start", "end", "precision", "basis", "span"},
}  # fmt: skip
"""The keys of DESIGN, by path."""


def at(value: Any, path: str) -> Any:
    for step in path.split(".") if path else []:
        value = value[int(step)] if step.isdigit() else value[step]
    return value


@pytest.mark.parametrize("path", AGREED)
def test_the_keys_are_those_that_were_agreed(path: str) -> None:
    assert set(at(to_wire(READING), path)) == AGREED[path]


@pytest.mark.parametrize("details", [False, True])
def test_output_follows_its_schema_through_json(details: bool) -> None:
    wired = to_wire(READING, details=details)
    assert json.loads(json.dumps(wired)) == wired
    jsonschema.validate(wired, read_schema(details=details))


@pytest.mark.parametrize("path", AGREED)
def test_the_schema_refuses_a_key_more_and_a_key_less(path: str) -> None:
    more, less = copy.deepcopy(to_wire(READING)), copy.deepcopy(to_wire(READING))
    at(more, path)["extra"] = None
    del at(less, path)[sorted(AGREED[path])[0]]
    for wrong in (more, less):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, read_schema())


def test_details_add_and_change_nothing() -> None:
    def within(short: Any, whole: Any) -> bool:
        if isinstance(short, dict):
            return all(within(value, whole[name]) for name, value in short.items())
        if isinstance(short, list):
            return len(short) == len(whole) and all(map(within, short, whole))
        return bool(short == whole)

    whole = to_wire(READING, details=True)
    assert within(to_wire(READING), whole)
    assert whole["attributions"][0]["voice"]["name"] == "former general"


def test_a_meaning_is_base64_in_details_and_comes_back() -> None:
    whole = to_wire(READING, details=True)
    held = READING.claims[0].meaning
    assert held is not None
    assert urlsafe_b64decode(whole["claims"][0]["meaning"]) == held
    assert adapter(Reading).validate_json(json.dumps(whole)).claims[0].meaning == held


def test_dates_are_iso_and_spans_slice() -> None:
    wired = to_wire(READING)
    assert wired["claims"][0]["period"]["start"] == "2022-09-01"
    span = wired["claims"][0]["trigger"]
    assert wired["document"]["text"][span["start"] : span["end"]] == span["text"]


def test_relations_follow_their_schema() -> None:
    other = make_reading(RECRUITERS + "\nMore.", given_id="7")
    claim = READING.claims[0]
    telling = Telling(claim=claim.id, document=READING.document.id, trigger=claim.trigger, sentence=claim.sentence)
    happening = Happening(id="e-1", propositions=("p-1",), documents=(telling.document,), tellings=(telling,))
    rows = relations_to_wire(make_relations(READING, other), (READING.document, other.document), (happening,))
    assert [row["kind"] for row in rows] == ["document", "document", "change", "proposition", "event"]
    assert rows[-1]["tellings"][0]["trigger"] == plain(claim.trigger)
    for row in rows:
        jsonschema.validate(row, relate_schema())
    assert rows[1]["parent"] == READING.document.id
    assert rows[1]["given_id"] == "7"
    assert rows[1]["origin"] == {"id": READING.document.id, "name": "Daily Example", "held": True}
    assert rows[1]["evidence"][0]["kind"] == "copy"


def test_plain_takes_records_and_tuples_of_them() -> None:
    assert plain((READING.claims[0].trigger,)) == [{"start": 59, "end": 66, "text": "offered"}]
    assert plain(None) is None
