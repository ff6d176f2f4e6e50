"""Actors that are described rather than named ("the mercenary group", "Afghan officials") and pronouns."""

import re
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases
from sayso.lexicon.heads import Heads, load_heads
from sayso.model import EntityKind, Mention, Parsed, Reason, Span, span_of
from sayso.stages.normalise.actors.possessed import BODIES, armed_forces

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpanOfTokens

PERSONAL: dict[str, EntityKind] = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "hers": "person", "herself": "person",
    "i": "person", "me": "person", "my": "person", "myself": "person",
    "we": "group", "us": "group", "our": "group", "ourselves": "group",
    "they": "group", "them": "group", "their": "group", "themselves": "group",
}  # fmt: skip
SECTORS = {"government": "GOV", "force": "MIL", "group": "REB"}
SKIPPED = frozenset(("DET", "PUNCT", "SYM", "PRON", "CCONJ", "SCONJ", "ADP", "ADV", "SPACE", "PART", "NUM"))
AMOUNTS = frozenset(("many", "several", "some", "more", "few", "other", "various", "such", "most", "dozen", "couple"))
LEFT = frozenset(["compound", "amod", "nmod", "poss", "nummod", "advmod", "quantmod"])


def read_descriptions(parsed: Parsed, named: list[Mention], aliases: Aliases) -> list[Mention]:
    """Noun phrases whose head is a person, body, government, force or group, without article, in text order."""
    heads = load_heads()
    ends = {mention.span.end: mention for mention in named}
    inside = {mention.span.start: mention for mention in named}
    covered = {at for m in named if " " in m.span.text for at in range(m.span.start, m.span.end)}
    found = []
    for token in parsed.doc:
        kind = heads.kinds.get(token.lemma_.lower()) if token.pos_ in ("NOUN", "PROPN") else None
        if kind not in KINDS or token.dep_ in ("compound", "nmod", "amod") or token.idx + len(token) in ends:
            continue
        if token.idx in covered:
            continue  # "People" of "the People's Border Army"
        if token.lower_ == "state" and parsed.doc[token.i + 1 : token.i + 3].text.lower() in STATES:
            continue
        span = _phrase(parsed, token)
        if span is not None:
            found.append(_described(span, token, kind, _modifier(span, parsed.doc, token, inside), heads, aliases))
    return found


STATES = frozenset({"of emergency", "of siege", "of war", "of affairs", "of alert", "of disaster", "of calamity"})
"""What "a state" is of where it is no country: "declared a state of emergency"."""
BOUNDS = frozenset({"least", "most", "fewer", "less", "many", "much", "more"})
"""What is left of "at least 26", "no fewer than 12", "as many as 40" when "at", "no" and "as" are skipped."""
KINDS: dict[str | None, EntityKind] = {
    "person": "person", "organisation": "organisation", "government": "government", "force": "force", "group": "group",
}  # fmt: skip


def _phrase(parsed: Parsed, head: "Token") -> Span | None:
    """The head with its modifiers to the left, without article, number of its own line or possessive pronoun."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in LEFT and child.pos_ != "PRON":
            start = min(start, child.left_edge.i)
    text = parsed.document.text
    if start == head.i and text[max(0, head.idx - 3) : head.idx].lower() == "ex-":
        return span_of(text, head.idx - 3, head.idx + len(head))
    words = parsed.doc[start : head.i + 1]
    quote = max((at for at, token in enumerate(words) if token.is_quote), default=-1)
    words = words[quote + 1 :]
    words = words[max((_end_of_clause(words, at) for at in range(len(words) - 1)), default=0) :]
    while len(words) > 1 and _is_skipped(words):
        words = words[1:]
    if text[: words.start_char].lower().endswith("non-"):
        words = parsed.doc[words.start - 2 : words.end] if parsed.doc[words.start - 1].text == "-" else words
    if len(words) > 12 or "\n" in text[words.start_char : words.end_char]:
        words = parsed.doc[head.i : head.i + 1]
    return span_of(text, words.start_char, words.end_char)


def _end_of_clause(words: "SpanOfTokens", at: int) -> int:
    """Where the phrase begins behind a clause that the parser takes for a description; 0 where none ends there.

    "Protests grow and" before "forces", "the army tortured" before "prisoners".
    """
    if words[at].tag_ in ("VBP", "VBZ", "VBD") and words[at + 1].lower_ in ("and", "but", "as"):
        return at + 2 if at + 2 < len(words) else 0
    subject = words[at].tag_ in ("VBN", "VBD") and any(c.dep_ == "nsubj" for c in words[at].lefts)
    return at + 1 if subject else 0


FIGURE = re.compile(r"[-–+~]?\d[\d,.]*[kKmM]?")
"""A number that the tagger may take for a name: "-40" of "30-40 soldiers", "15k"."""


def _is_skipped(words: "SpanOfTokens") -> bool:
    """Whether the first word is no part of what is described: an article, a number, "least" of "at least 26"."""
    first = words[0]
    if FIGURE.fullmatch(first.text):
        return True
    if first.lower_ in ("year", "month", "week", "day") and any(word.lower_ == "old" for word in words[1:3]):
        return True  # what is left of "40-year-old man"
    if first.lower_ == "old" and first.i and first.nbor(-1).text in ("-", "–"):
        return True
    return (
        first.pos_ in SKIPPED
        or first.lower_ in AMOUNTS
        or (first.lower_ in BOUNDS and (words[1].pos_ == "NUM" or words[1].lower_ in ("than", "as")))
    )


def _modifier(span: Span, doc: "Doc", head: "Token", inside: dict[int, Mention]) -> Mention | None:
    """The first named actor or demonym in a description: "Afghan officials", "former Afghan captain"."""
    first = head.i
    while first > 0 and doc[first - 1].idx >= span.start:
        first -= 1
    return next((inside[doc[at].idx] for at in range(first, head.i) if doc[at].idx in inside), None)


def _described(
    span: Span, head: "Token", sort: str | None, modifier: Mention | None, heads: Heads, aliases: Aliases
) -> Mention:
    lemma, kind = head.lemma_.lower(), KINDS[sort]
    plural = head.morph.get("Number", []) == ["Plur"]
    if kind == "person" and (plural or lemma == "people"):
        kind = "group"
    country = modifier.country if modifier is not None else None
    entity, name, sector = None, span.text, SECTORS.get(sort or "")
    if modifier is not None and modifier.kind == "nationality" and country is not None:
        first = modifier.span.start == span.start
        direct = first and len(modifier.span.text) + 1 + len(head.text) >= len(span.text)
        if lemma in heads.governs and direct:
            entity, name, kind, sector = (
                f"{country.lower()}-government",
                f"Government of {aliases.countries[country].name}",
                "government",
                "GOV",
            )
        elif lemma in heads.fights and (direct or (first and ("armed" in span.text or "military" in span.text))):
            (entity, name), kind, sector = armed_forces(country, aliases), "force", "MIL"
        elif lemma == "official" or lemma == "authority":
            sector = "GOV"
    elif country is not None and lemma in BODIES and _owns(modifier, span, head):
        (entity, name), kind, sector = armed_forces(country, aliases), "force", "MIL"
    elif modifier is not None and modifier.kind in ("group", "force") and (lemma in heads.members):
        entity, name, kind, sector = modifier.entity, modifier.name, modifier.kind, modifier.sector
    reason = Reason(rule="actors.description", detail=f"{head.text}: {sort}", spans=(span,))
    return Mention(
        span=span, entity=entity, name=name, kind=kind, form="nominal", country=country, sector=sector,
        antecedent=modifier.span if entity is not None and modifier is not None else None, reasons=(reason,),
    )  # fmt: skip


def _owns(modifier: Mention | None, span: Span, head: "Token") -> bool:
    """Whether a description is a country's name with "'s" and the plain noun: "Mali's armed forces"."""
    if modifier is None or modifier.kind != "government" or modifier.span.start != span.start:
        return False
    between = span.text[len(modifier.span.text) : len(span.text) - len(head.text)]
    return between.replace("’", "'").strip() in ("'s", "'", "'s armed")


def read_pronouns(parsed: Parsed) -> list[Mention]:
    """Personal pronouns in text order; whom they mean is for coreference."""
    text, found = parsed.document.text, []
    for token in parsed.doc:
        if token.pos_ in ("PRON", "DET") and (kind := PERSONAL.get(token.lower_)) is not None and token.text != "US":
            span = Span(start=token.idx, end=token.idx + len(token), text=text[token.idx : token.idx + len(token)])
            found.append(Mention(span=span, entity=None, name=span.text, kind=kind, form="pronoun"))
    return found
