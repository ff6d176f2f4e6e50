"""Armed forces by whose they are: "Ukraine said its army had recruited", "Russia is to replenish its Armed Forces"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases
from sayso.model import Mention, Parsed, Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES = frozenset({"army", "military", "force", "forces"})
"""Lemmas of what a country has one of; "Forces" with a capital is its own lemma."""
OWNERS = frozenset({"its", "their"})


def armed_forces(iso: str, aliases: Aliases) -> tuple[str, str]:
    """Entity and name of a country's armed forces, by its ISO code."""
    return f"{iso.lower()}-armed-forces", f"Armed forces of {aliases.countries[iso].name}"


def own_forces(
    parsed: Parsed, named: Sequence[Mention], forces: Sequence[Mention], aliases: Aliases
) -> tuple[Mention, ...]:
    """The same mentions; "its army" is that of the government which is the nearest subject above it.

    Only where that subject is a government, and "armed" or nothing stands between: "its special forces" may be another
    body, and "its forces" of an armed group are no country's.
    """
    governments = {
        m.span.start: m for m in named if m.kind == "government" and (m.entity or "").endswith("-government")
    }
    return tuple(_led(parsed, m, governments, aliases) for m in forces)


def _led(parsed: Parsed, mention: Mention, governments: dict[int, Mention], aliases: Aliases) -> Mention:
    if mention.entity is not None or mention.kind != "force" or not governments:
        return mention
    words = parsed.doc.char_span(mention.span.start, mention.span.end)
    if words is None or words.root.lemma_.lower() not in BODIES or not words.start:
        return mention
    plain = all(token.i == words.root.i or token.lower_ == "armed" for token in words)
    if not plain or parsed.doc[words.start - 1].lower_ not in OWNERS:
        return mention
    owner = _subject_above(words.root)
    to = governments.get(owner.idx) if owner is not None else None
    if to is None or to.country is None:
        return mention
    entity, name = armed_forces(to.country, aliases)
    why = Reason(rule="actors.own_forces", detail=f"{mention.span.text} of {to.name}", spans=(mention.span, to.span))
    return replace(
        mention, entity=entity, name=name, country=to.country, sector="MIL", antecedent=to.span, form="nominal",
        reasons=(why,),
    )  # fmt: skip


def _subject_above(noun: "Token") -> "Token | None":
    """The first word of the nearest subject above a noun and left of it."""
    for above in noun.ancestors:
        for child in above.lefts:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < noun.i and not child.is_ancestor(noun):
                return None if any(c.dep_ == "conj" for c in child.rights) else child
    return None
