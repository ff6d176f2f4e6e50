"""The sample corpus that ships: its lineage, origins, changed figures and contradictions are all found."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.model import Change, Reading, Relations, Span
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.stages.link import link
from sayso.stages.link.texts.outlets import outlet_key
from sayso.tools import load_tools

SAMPLE = Path(sayso.__file__).parent / "data" / "sample"
pytestmark = pytest.mark.skipif(not (SAMPLE / "truth.json").exists(), reason="the sample corpus is not there")


@pytest.fixture(scope="module")
def truth() -> Any:
    return json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Article key of truth.json -> its reading."""
    tools = load_tools(Settings(attribution="rules"))
    found = {}
    for path in sorted((SAMPLE / "articles").iterdir()):
        for document, _ in ingest(path.read_bytes(), name=path.name, max_bytes=10**7).documents:
            key = f"{path.name}#{document.given_id}" if document.given_id else path.name
            found[key] = read(document, tools)
    return found


@pytest.fixture(scope="module")
def relations(readings: Mapping[str, Reading]) -> Relations:
    return link(tuple({r.document.id: r for r in readings.values()}.values()))


def test_every_parent_is_found(truth: Any, readings: Mapping[str, Reading], relations: Relations) -> None:
    through = {a["article"]: a["parents"] for a in truth["articles"]}
    derived = {(d.left, d.right) for d in relations.derivations if d.kind in ("copy", "rewrite")}
    missing = []
    for child, parents in through.items():
        for parent in parents:
            key = parent["article"]
            while not readings[key].claims and through[key]:  # not in English: what it was taken from itself
                key = through[key][0]["article"]
            if (readings[key].document.id, readings[child].document.id) not in derived and readings[child].claims:
                missing.append((parent["article"], child))
    assert missing == []


def test_the_reprint_is_a_copy_and_the_rest_are_not(
    truth: Any, readings: Mapping[str, Reading], relations: Relations
) -> None:
    copies = {(d.left, d.right) for d in relations.derivations if d.kind == "copy"}
    said = {
        (readings[p["article"]].document.id, readings[a["article"]].document.id)
        for a in truth["articles"]
        for p in a["parents"]
        if p["kind"] == "copy"
    }
    assert copies == said


def test_every_cited_outlet_is_found(truth: Any, readings: Mapping[str, Reading], relations: Relations) -> None:
    missing = []
    for article in truth["articles"]:
        reading = readings[article["article"]]
        cited = {outlet_key(d.left_name or "") for d in relations.derivations if d.right == reading.document.id}
        missing += [(article["article"], n) for n in article["cites"] if reading.claims and outlet_key(n) not in cited]
    assert missing == []


FIGURES = ("figure", "bound", "currency", "hedge")


def test_every_changed_figure_and_lost_hedge_is_found(
    truth: Any, readings: Mapping[str, Reading], relations: Relations
) -> None:
    missing = [c for c in truth["changes"] if c["what"] in FIGURES and not _is_found(c, readings, relations.changes)]
    assert missing == []


def _is_found(wanted: Mapping[str, str], readings: Mapping[str, Reading], changes: tuple[Change, ...]) -> bool:
    child = readings[wanted["child"]].document
    parent = readings[wanted["parent"]].document
    now = _place(child.text, wanted["now"])
    kinds = ("figure", "bound") if wanted["what"] in ("figure", "bound") else (wanted["what"],)
    return any(
        c.parent == parent.id and c.child == child.id and c.what in kinds and c.now.overlaps(now) for c in changes
    )


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def test_denials_are_found_and_marked(truth: Any, readings: Mapping[str, Reading], relations: Relations) -> None:
    found = {
        (document, contradiction.denial)
        for p in relations.propositions
        for contradiction in p.contradictions
        if contradiction.about == "polarity"
        for document in p.documents
    }
    for wanted in truth["contradictions"]:
        if wanted["about"] == "polarity":
            right = readings[wanted["right"]["article"]].document.id
            assert (right, wanted["denial"]) in found


def test_origins_never_outnumber_the_voices(relations: Relations) -> None:
    known = {o.id for o in relations.origins if o.kind != "unknown"}
    for proposition in relations.propositions:
        assert 0 <= proposition.origins.at_least <= proposition.origins.at_most
        assert proposition.origins.at_most <= max(1, len(known & set(proposition.origin_ids)))


def test_origin_intervals_hold_the_truth(truth: Any, readings: Mapping[str, Reading], relations: Relations) -> None:
    of_claim = {c: p for p in relations.propositions for c in p.claims}
    wrong = []
    for name, expected in truth["propositions"].items():
        parts = {}
        for wanted in (c for c in truth["claims"] if c["proposition"] == name and c["polarity"] == "positive"):
            reading = readings[wanted["article"]]
            place = _place(reading.document.text, wanted["quote"])
            for claim in reading.claims:
                if claim.trigger.overlaps(place) and claim.id in of_claim:
                    parts[of_claim[claim.id].id] = of_claim[claim.id]
        largest = max(parts.values(), key=lambda p: p.reports, default=None)
        if largest is not None and not (
            largest.origins.at_least <= expected["at_most"] and largest.origins.at_most - expected["at_least"] <= 2
        ):
            wrong.append((name, expected, largest.origins.at_least, largest.origins.at_most))
    assert wrong == []


def test_the_offer_of_the_generals_is_one_proposition(readings: Mapping[str, Reading], relations: Relations) -> None:
    """Headline and body, the army and its country, an outlet that says it follows the agency, and two that look back;
    one of them speaks of "three former generals", who may be others. What else is offered ("a place") is apart."""
    baltic = readings["baltic-digest-2022-11-02.docx"].document.id
    held = [p for p in relations.propositions if p.event_type == "OFFER" and baltic in p.documents]
    assert (6, 1, 2) in [(p.reports, p.origins.at_least, p.origins.at_most) for p in held]
