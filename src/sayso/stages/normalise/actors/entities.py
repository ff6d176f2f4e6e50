"""Entities as typed noun phrases, in the manner of re3d: whoever and whatever a sentence speaks of, named or described.

Wider than `Mentions`: it also gives places that are described ("the town"), weapons and vehicles, and it takes the
phrase with its article and titles, as that guideline does. For counting, indexing and comparing; claims rest on
`Mentions`. Source: re3d, Relationship and Entity Extraction Evaluation Dataset (Dstl 2017), entity guideline.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.heads import load_heads
from sayso.lexicon.nouns import load_nouns
from sayso.lexicon.placing import load_placing
from sayso.model import Mention, Mentions, Parsed, Span, span_of
from sayso.model._record import record

if TYPE_CHECKING:
    from spacy.tokens import Token

EntityType = Literal[
    "Organisation",
    "Location",
    "Person",
    "Nationality",
    "Temporal",
    "Quantity",
    "Money",
    "Weapon",
    "Vehicle",
    "MilitaryPlatform",
]
HEAD_TYPES: dict[str, EntityType] = {
    "person": "Person", "organisation": "Organisation", "government": "Organisation", "force": "Organisation",
    "group": "Organisation", "place": "Location", "weapon": "Weapon", "platform": "MilitaryPlatform",
    "vehicle": "Vehicle",
}  # fmt: skip
LABEL_TYPES: dict[str, EntityType] = {
    "DATE": "Temporal", "TIME": "Temporal", "MONEY": "Money", "CARDINAL": "Quantity", "PERCENT": "Quantity",
    "QUANTITY": "Quantity",
}  # fmt: skip
LEFT = frozenset(["det", "compound", "amod", "nmod", "npadvmod"])
HEDGES = re.compile(
    r"^(?:(?:about|around|over|nearly|almost|some|only|just|approximately|roughly|an additional|up to|"
    r"an estimated|at least|at most|more than|less than|"
    r"fewer than|under|as many as|well over|earlier)\s+)+",
    re.I,
)
CURRENCY = re.compile(r"(?:US|A|C)?[$£€¥]\s?$")
OPENINGS = frozenset(["near", "around", "outside", "inside", "across"])
POSSESSIVE = frozenset(["his", "her", "my", "our", "their", "its", "your"])
WORDS = load_placing()


@record
class Entity:
    """A phrase and what sort of thing it speaks of."""

    span: Span
    type: EntityType


def read_entities(parsed: Parsed, mentions: Mentions) -> tuple[Entity, ...]:
    """All entities in text order, at most one for each span."""
    found: dict[tuple[int, int], Entity] = {}
    text = parsed.document.text
    for entity in (*_phrases(parsed, mentions), *_figures(parsed)):
        found.setdefault((entity.span.start, entity.span.end), entity)
    kept = sorted(found.values(), key=lambda e: (e.span.start, -e.span.end))
    return tuple(
        e
        for e in kept
        if not (e.type == "Nationality" and _inside(e, kept)) and "\n" not in text[e.span.start : e.span.end]
    )


def _inside(entity: Entity, others: list[Entity]) -> bool:
    return any(
        o is not entity and o.span.covers(entity.span) and o.type not in ("Nationality", "Temporal") for o in others
    )


def _phrases(parsed: Parsed, mentions: Mentions) -> list[Entity]:
    """Entities that are named, described, or stood for by a pronoun."""
    heads, found = load_heads().kinds, []
    named = _by_token(parsed, mentions)
    for token in parsed.doc:
        if token.i in named:
            kind, start, end = named[token.i]
            if _absorbed(token, heads):
                continue
            found.append(_entity(parsed, kind, _left(token, start), end))
        elif (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("compound", "amod", "nmod")
            and (not token.ent_type_ or token.lemma_ in WORDS.of_name)
        ):
            kind2 = _described(token.lemma_.lower(), heads)
            if kind2 is not None and token.lemma_ not in WORDS.vague and not _amount(token):
                plural = token.morph.get("Number", []) == ["Plur"] or token.lemma_ == "people"
                states = plural and token.lemma_ in ("country", "nation", "state")
                kind2 = "Organisation" if (kind2 == "Person" and plural) or states else kind2
                found.append(_entity(parsed, kind2, _left(token, token.i), _right(token)))
    return found


def _described(lemma: str, heads: Mapping[str, str]) -> EntityType | None:
    """What a noun describes; None when it is nothing of the kind."""
    if lemma in WORDS.sites:
        return "Location"
    if lemma in WORDS.sides:
        return "Organisation"
    nouns = load_nouns()
    person = lemma in nouns.actors and lemma not in nouns.bodies and lemma not in nouns.amounts
    return HEAD_TYPES.get(heads.get(lemma, "person" if person else ""))


def _amount(token: "Token") -> bool:
    """Whether a group word only measures what follows: "a group of buildings"."""
    return token.lemma_ in ("group", "team", "network") and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"


def _absorbed(token: "Token", heads: dict[str, str]) -> bool:
    """Whether a name only tells which of a described body is meant: "ISIL fighters", "the Government of Iraq"."""
    head = token.head
    if token.dep_ in ("compound", "nmod") and head.pos_ == "NOUN":
        return heads.get(head.lemma_.lower()) in ("person", "organisation", "government", "force", "group", "place")
    if token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_:
        return True
    return (
        token.dep_ == "pobj"
        and head.lower_ == "of"
        and head.head.lemma_.lower() in WORDS.of_name
        and head.i == head.head.i + 1
    )


def _by_token(parsed: Parsed, mentions: Mentions) -> dict[int, tuple[EntityType, int, int]]:
    """Root word of each named mention and place -> its type, first and last word."""
    found: dict[int, tuple[EntityType, int, int]] = {}
    doc = parsed.doc
    places = {place.span.start: place for place in mentions.places}
    joined = _joined(parsed.document.text, mentions)
    for place in mentions.places:
        if place.span.start in joined.values():
            continue
        end = places[joined[place.span.start]].span.end if place.span.start in joined else place.span.end
        span = doc.char_span(place.span.start, end, alignment_mode="expand")
        if span is not None:
            kind: EntityType = (
                "Organisation" if place.precision == "country" and not _located(span.root) else "Location"
            )
            found[span.root.i] = (kind, span.start, span.end - 1)
    for mention in mentions.actors:
        if mention.form == "nominal":
            continue
        if mention.form == "pronoun" and mention.span.text.lower() in POSSESSIVE:
            continue
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is not None:
            found[span.root.i] = (_type_of(mention, span.root), span.start, span.end - 1)
    return found


def _joined(text: str, mentions: Mentions) -> dict[int, int]:
    """Start of a place -> start of the larger place named right behind it: "Palmyra, Syria"."""
    pairs = zip(mentions.places, mentions.places[1:], strict=False)
    return {
        a.span.start: b.span.start
        for a, b in pairs
        if text[a.span.end : b.span.start] == ", " and b.precision in ("country", "region") and a.precision != "country"
    }


def _located(token: "Token") -> bool:
    """Whether a country's name stands after a preposition, itself or at the head of its list."""
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.dep_ != "agent"


def _type_of(mention: Mention, root: "Token") -> EntityType:
    last = mention.span.text.rsplit(None, 1)[-1].casefold() if mention.form != "pronoun" else ""
    kind = HEAD_TYPES.get(load_heads().kinds.get(last.removesuffix("s"), ""))
    if last in WORDS.built or (kind == "Location" and " " in mention.span.text and mention.kind == "person"):
        return "Location"
    if mention.kind == "person" and kind == "Organisation" and " " in mention.span.text:
        return "Organisation"
    if mention.kind == "person":
        return "Person"
    if mention.kind == "nationality" and not (root.pos_ in ("NOUN", "PROPN") and root.tag_ in ("NNPS", "NNS")):
        return "Nationality"
    return "Organisation"


def _left(head: "Token", start: int) -> int:
    """First word of the phrase: article, adjectives, numbers and names before its head."""
    first = start
    for child in head.lefts:
        if child.lower_ in OPENINGS:
            continue  # "Near Mosul, two strikes ...", which the parser takes for one name
        if child.i < start and (child.dep_ in LEFT or child.dep_ == "poss" or child.lower_ == "one"):
            first = min(first, child.left_edge.i)
    return first


def _right(head: "Token") -> int:
    """Last word of the phrase: its head, or the name after "of"."""
    if head.lemma_.lower() in WORDS.of_name:
        for child in head.rights:
            if child.lower_ == "of" and child.i == head.i + 1:
                for name in child.children:
                    if name.dep_ == "pobj" and name.pos_ == "PROPN":
                        return int(name.i)
    if head.lemma_.lower() in WORDS.parts:
        return _with_owner(head)
    if head.lemma_.lower() in WORDS.offices:
        for child in head.rights:
            if child.lower_ in ("of", "for") and child.i == head.i + 1:
                return max((_right(name) for name in child.children if name.dep_ == "pobj"), default=int(head.i))
    return int(head.i)


def _with_owner(head: "Token") -> int:
    """Last word of a phrase with the name behind its "of": "members of the Nimr tribe", "the heart of East Mosul"."""
    for child in head.rights:
        if child.lower_ != "of" or child.i != head.i + 1:
            continue
        for owner in child.children:
            named = owner.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in owner.lefts)
            if owner.dep_ == "pobj" and named:
                return _right(owner)
    return int(head.i)


def _entity(parsed: Parsed, kind: EntityType, first: int, last: int) -> Entity:
    doc = parsed.doc
    while first < last and doc[first].pos_ in ("PUNCT", "SPACE", "CCONJ"):
        first += 1
    end = doc[last].idx + len(doc[last])
    return Entity(span=span_of(parsed.document.text, doc[first].idx, end), type=kind)


def _figures(parsed: Parsed) -> list[Entity]:
    """Times, figures and money as the language model marks them, money with its sign."""
    text, found = parsed.document.text, []
    for ent in parsed.doc.ents:
        kind = LABEL_TYPES.get(ent.label_)
        if kind is None or not ent.text.strip():
            continue
        sign = CURRENCY.search(text, max(0, ent.start_char - 4), ent.start_char)
        if sign is not None:
            kind = "Money"
        if kind == "Quantity" and ent.text.isupper() and not any(c.isdigit() for c in ent.text):
            continue  # "ISIL" as a figure
        start = sign.start() if sign else ent.start_char
        hedge = HEDGES.match(text[start : ent.end_char])
        start += hedge.end() if hedge else 0
        if text[start : ent.end_char].strip().lower() not in ("", "one", "daily", "hourly", "monthly", "annual"):
            found.append(Entity(span=span_of(text, start, ent.end_char), type=kind))
    return found
