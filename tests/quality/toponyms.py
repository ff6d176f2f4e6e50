"""Read places and entities in labelled text and score them."""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from values import labelled, model

from factory import make_document
from sayso.lexicon.aliases import load_aliases
from sayso.model import Parsed
from sayso.stages.annotate import annotate
from sayso.stages.normalise import normalise
from sayso.stages.normalise.actors.entities import read_entities
from sayso.stages.normalise.names.naming import read_names
from sayso.stages.normalise.places.places import resolve
from sayso.stages.normalise.places.toponym import Toponym
from sayso.stages.normalise.places.toponyms import find_toponyms, given_toponyms
from sayso.tools.gazetteer import Candidate, load_gazetteer
from shared import scorer

TYPES = ("Organisation", "Location", "Person", "Nationality", "Temporal", "Quantity", "Money")
Rows = dict[str, dict[str, Any]]


def some(rows: Rows, count: int | None) -> Rows:
    """The first `count` rows; all for None."""
    return dict(list(rows.items())[:count])


def score_places(corpus: str, *, count: int | None = None, nlp: Any = None) -> dict[str, float]:
    """End to end and with gold toponyms, over the first `count` documents (None: all)."""
    score, gold = scorer("places").score, some(labelled(corpus), count)
    found: Rows = {}
    given: Rows = {}
    for key, row in gold.items():
        parsed = annotate(make_document(row["text"]), nlp or model())
        gazetteer, aliases = load_gazetteer(), load_aliases()
        own = find_toponyms(parsed, read_names(parsed, aliases), gazetteer)
        theirs = given_toponyms(parsed, [(p["start"], p["end"]) for p in row["places"]], aliases)
        found[key], given[key] = _resolved(parsed, own), _resolved(parsed, theirs)
    result, resolution = score(gold, found), score(gold, given, True)
    return {
        "recognition F1": result["recognition overlap"]["f1"],
        "gold toponyms within 161 km": resolution["resolution"]["accuracy@161km"],
        "gold toponyms, right id": resolution["geonameid"]["accuracy"] or 0.0,
        "end to end F1": result["end to end"]["f1"],
        "end to end precision": result["end to end"]["precision"],
    }


def _resolved(parsed: Parsed, toponyms: list[Toponym]) -> dict[str, Any]:
    places = resolve(parsed.document.text, toponyms, gazetteer=load_gazetteer(), aliases=load_aliases())
    return {"places": [_row(t, c) for t, c in zip(toponyms, places, strict=True)]}


def _row(toponym: Toponym, c: Candidate | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "lat": None,
        "lon": None,
        "geonameid": None,
    }
    return row if c is None else row | {"lat": c.lat, "lon": c.lon, "geonameid": c.geonames_id}


def score_uses(*, nlp: Any = None) -> dict[str, float]:
    """Countries and capitals of GeoWebNews that stand for somebody (Metonymic): how many we take so, and how rightly.

    Only what its annotators call Literal, Metonymic or Mixed counts, and of ours what is literal or a metonym.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for row in labelled("places_geowebnews").values():
        parsed = annotate(make_document(row["text"]), nlp or model())
        own = find_toponyms(parsed, read_names(parsed, load_aliases()), load_gazetteer())
        uses = {(t.span.start, t.span.end): t.use for t in own if t.country is not None}
        for place in row["places"]:
            use = uses.get((place["start"], place["end"]))
            if use in ("literal", "metonym") and place["type"] in ("Literal", "Metonymic", "Mixed"):
                counts[use, place["type"]] += 1
    right, taken = counts["metonym", "Metonymic"], sum(n for (use, _), n in counts.items() if use == "metonym")
    missed = counts["literal", "Metonymic"]
    return {"precision": round(right / max(taken, 1), 3), "recall": round(right / max(right + missed, 1), 3)}


def score_entities(*, count: int | None = None, nlp: Any = None) -> dict[str, float]:
    """Exact F1 on re3d by type and over seven; gold is the best type of a span with confidence of at least 0.5."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for row in some(labelled("re3d"), count).values():
        parsed = annotate(make_document(row["text"]), nlp or model())
        mentions = normalise(parsed, gazetteer=load_gazetteer(), aliases=load_aliases())
        own = {(e.span.start, e.span.end, e.type) for e in read_entities(parsed, mentions) if e.type in TYPES}
        gold = gold_entities(row)
        wanted.update(kind for _, _, kind in gold)
        found.update(kind for _, _, kind in own)
        right.update(kind for _, _, kind in own & gold)
    table = {kind: _f1(right[kind], found[kind], wanted[kind]) for kind in TYPES}
    return table | {"all": _f1(sum(right.values()), sum(found.values()), sum(wanted.values()))}


def gold_entities(row: dict[str, Any]) -> set[tuple[int, int, str]]:
    """The likeliest type of each span."""
    best: dict[tuple[int, int], dict[str, Any]] = {}
    for entity in row["entities"]:
        span = entity["start"], entity["end"]
        if entity["confidence"] >= 0.5 and (span not in best or entity["confidence"] > best[span]["confidence"]):
            best[span] = entity
    return {(*span, entity["type"]) for span, entity in best.items() if entity["type"] in TYPES}


def _f1(right: int, found: int, wanted: int) -> float:
    return round(2 * right / (found + wanted), 3) if found + wanted else 0.0
