"""The JSON that leaves Sayso, and its JSON Schema: both derived from the records, so neither can drift from them."""

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from sayso.model.adapters import adapter
from sayso.model.attribution import Attribution, Link
from sayso.model.claim import Argument, Claim
from sayso.model.document import Document
from sayso.model.mention import Money, Place, Quantity
from sayso.model.period import Period, Published
from sayso.model.reading import Reading
from sayso.model.relation import Change, DocumentRelation, Happening, Origin, Proposition, Relations

KEPT: dict[type, tuple[str, ...]] = {
    Reading: ("document", "attributions", "claims", "problems"),
    Document: ("id", "given_id", "title", "byline", "outlet", "published", "url", "language", "text"),
    Published: ("start", "end", "precision", "basis"),
    Attribution: ("id", "source", "cue", "content", "within", "source_kind", "speech"),
    Claim: (
        "id", "event_type", "trigger", "content", "attribution", "chain", "arguments", "quantities", "money",
        "places", "period", "factuality", "polarity", "confidence", "reasons",
    ),
    Link: ("name", "kind", "span"),
    Argument: ("role", "span", "entity", "value"),
    Quantity: ("low", "high", "unit", "span"),
    Money: ("low", "high", "currency", "span"),
    Place: ("span", "name", "geonames_id", "lat", "lon", "country"),
    Period: ("start", "end", "precision", "basis", "span"),
}  # fmt: skip
"""The fields of each record that the short form carries, in this order. A record that is not named carries them all."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def to_wire(reading: Reading, *, details: bool = False) -> dict[str, Any]:
    """What `sayso read --jsonl` prints for one document: plain values that `json.dumps` takes.

    Without `details` exactly the keys of schema/read.schema.json; with it every field of every record, as in
    schema/read-details.schema.json. Dates are ISO 8601 strings, spans `{"start", "end", "text"}` in code points.
    """
    whole: dict[str, Any] = adapter(Reading).dump_python(reading, mode="json")
    return whole if details else _short(reading, whole)


def plain(value: Any) -> Any:
    """Any record, or tuple of records, as plain values for JSON, with all of its fields."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return adapter(value.__class__).dump_python(value, mode="json")
    return value


def _short(value: Any, whole: Any) -> Any:
    """The kept fields of a record, whose plain form is `whole`."""
    if isinstance(value, tuple):
        return [_short(item, done) for item, done in zip(value, whole, strict=True)]
    if not hasattr(value, "__dataclass_fields__"):
        return whole
    return {name: _short(getattr(value, name), whole[name]) for name in _kept(value.__class__)}


@cache
def _kept(kind: Any) -> tuple[str, ...]:
    return KEPT.get(kind) or tuple(field.name for field in fields(kind))


def read_schema(*, details: bool = False) -> dict[str, Any]:
    """JSON Schema of one line of `sayso read --jsonl`, with or without `--details`."""
    schema = adapter(Reading).json_schema(mode="serialization")
    if not details:
        schema = _prune(schema)
    title = "One document as `sayso read --jsonl" + (" --details" if details else "") + "` prints it"
    return {"$schema": DIALECT, **schema, "title": title}


def _prune(schema: dict[str, Any]) -> dict[str, Any]:
    """Leave the kept fields of each record, and only the records that these still need."""
    named = {kind.__name__: names for kind, names in KEPT.items()}
    held = schema.pop("$defs")
    for name, declared in {**held, "Reading": schema}.items():
        if name in named:
            declared["properties"] = {field: declared["properties"][field] for field in named[name]}
            declared["required"] = list(named[name])
    needed: dict[str, Any] = {}
    _collect(schema, held, needed)
    return {**schema, "$defs": dict(sorted(needed.items()))}


def _collect(node: Any, held: dict[str, Any], needed: dict[str, Any]) -> None:
    """Follow the references of a schema into the definitions that it needs."""
    if isinstance(node, list):
        for item in node:
            _collect(item, held, needed)
    elif isinstance(node, dict):
        name = str(node.get("$ref", "")).removeprefix("#/$defs/")
        if name and name not in needed:
            needed[name] = held[name]
            _collect(held[name], held, needed)
        for item in node.values():
            _collect(item, held, needed)


def relations_to_wire(
    relations: Relations, documents: tuple[Document, ...], happenings: Sequence[Happening] = ()
) -> list[dict[str, Any]]:
    """The lines of `sayso relate --jsonl`: one a document, then one a change, then one a proposition, then one a
    recruitment drive, then one an event (a happening).

    A document's `origin` always has `id` (the document it goes back to, None when not held), `name` (None when not
    known) and `held`. Its `given_id` is the `id` of the JSON Lines input, None for other inputs.
    """
    origins = {origin.id: origin for origin in relations.origins}
    given = {document.id: document.given_id for document in documents}
    rows = [_document_row(row, given, origins, relations) for row in relations.documents]
    rows += [_change_row(change) for change in relations.changes]
    rows += [_proposition_row(proposition) for proposition in relations.propositions]
    rows += [{"kind": "drive", **plain(drive)} for drive in relations.drives]
    return rows + [{"kind": "event", **plain(each)} for each in happenings]


def _document_row(
    row: DocumentRelation, given: dict[str, str | None], origins: dict[str, Origin], relations: Relations
) -> dict[str, Any]:
    origin = origins.get(row.origin or "")
    return {
        "kind": "document",
        "id": row.document,
        "given_id": given.get(row.document),
        "cluster": row.cluster,
        "parent": row.parent,
        "origin": {
            "id": origin.document if origin else None,
            "name": origin.name if origin else None,
            "held": origin.held if origin else False,
        },
        "evidence": [plain(derivation) for derivation in relations.derivations if derivation.right == row.document],
    }


def _change_row(change: Change) -> dict[str, Any]:
    kept = {name: plain(getattr(change, name)) for name in ("parent", "child", "was", "now", "what")}
    return {"kind": "change", **kept}


def _proposition_row(proposition: Proposition) -> dict[str, Any]:
    count = proposition.origins
    return {
        "kind": "proposition",
        "id": proposition.id,
        "claims": list(proposition.claims),
        "documents": list(proposition.documents),
        "reports": proposition.reports,
        "outlets": proposition.outlets,
        "origins": {"at_least": count.at_least, "at_most": count.at_most},
        "figures": plain(proposition.figures),
        "contradictions": plain(proposition.contradictions),
        "reasons": plain(proposition.reasons),
    }


def relate_schema() -> dict[str, Any]:
    """JSON Schema of one line of `sayso relate --jsonl`: a document, a change, a proposition, a drive or an event."""
    whole = adapter(Relations).json_schema(mode="serialization")
    event = adapter(Happening).json_schema(mode="serialization")
    held = whole["$defs"] | event["$defs"]
    text, name = {"type": "string"}, {"anyOf": [{"type": "string"}, {"type": "null"}]}
    origin = _object({"id": name, "name": name, "held": {"type": "boolean"}})
    document = {"id": text, "given_id": name, "cluster": text, "parent": name, "origin": origin}
    document["evidence"] = {"type": "array", "items": {"$ref": "#/$defs/Derivation"}}
    changed = {field: held["Change"]["properties"][field] for field in ("parent", "child", "was", "now", "what")}
    told = {field: held["Proposition"]["properties"][field] for field in _PROPOSITION}
    count = {field: held["OriginCount"]["properties"][field] for field in ("at_least", "at_most")}
    told["origins"] = _object(count)
    kinds = {"document": document, "change": changed, "proposition": told}
    kinds |= {"drive": held["RecruitmentDrive"]["properties"], "event": event["properties"]}
    schema = {"oneOf": [_object({"kind": {"const": kind}, **fields}) for kind, fields in kinds.items()]}
    needed: dict[str, Any] = {}
    _collect(schema, held, needed)
    title = "One line as `sayso relate --jsonl` prints it"
    return {"$schema": DIALECT, "title": title, **schema, "$defs": dict(sorted(needed.items()))}


_PROPOSITION = (
    "id", "claims", "documents", "reports", "outlets", "origins", "figures", "contradictions", "reasons",
)  # fmt: skip


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """A closed JSON object whose keys are all there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
