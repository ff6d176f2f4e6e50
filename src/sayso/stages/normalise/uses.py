"""What a place name does in its sentence: names a place, stands for a government, or describes something else.

Source: the pragmatic taxonomy of Gritta, Pilehvar and Collier (2019), cut down to what a claim needs.
"""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

Use = Literal["literal", "metonym", "demonym", "modifier", "embedded"]
"""`modifier`: "Aleppo residents", "Iran talks"; `embedded`: part of a longer name ("University of Kansas")."""

LOCATIVE = frozenset(
    "in at near into inside outside around across throughout within toward towards through via from to on off onto over "
    "beyond between north south east west northeast northwest southeast southwest along above beneath opposite".split()
)
DEALING = frozenset("with against by between among".split())
STATIVE = frozenset("be lie become border stand see suffer experience witness fall rank host".split())
"""Verbs whose subject is the place itself as often as its government."""
MINDED = frozenset("committed ready able willing determined prepared concerned worried keen eager reluctant happy unable unwilling grateful".split())
"""What only somebody with a mind can be."""


def use_of(token: "Token", *, seat: bool = False) -> Use:
    """The use of a country, capital or seat of government, by its place in the parse.

    A subject of a verb that needs a will, an agent, an owner of an institution or one of two parties acts; an object of a
    preposition of place is a place; what is uncertain is literal, since that adds no actor that the text may not mean.
    """
    dep, head = token.dep_, token.head
    while dep in ("conj", "appos") and head.i != token.i and head.pos_ == "PROPN":
        token, dep, head = head, head.dep_, head.head
    if dep in ("nsubj", "csubj"):
        return "metonym" if seat or _acts(head) else "literal"
    if dep == "agent" or (dep == "pobj" and head.dep_ == "agent"):
        return "metonym"
    if dep == "pobj":
        return _after(head, seat=seat)
    if dep in ("dative", "dobj") and head.pos_ == "VERB":
        return "metonym" if seat or head.lemma_ in TOLD else "literal"
    if dep in ("compound", "nmod", "amod"):
        return "modifier"
    if dep == "poss":
        return "metonym" if seat or head.lemma_.lower() in OWNED else "modifier"
    return "metonym" if seat else "literal"


TOLD = frozenset(
    "accuse blame urge warn tell ask criticise criticize condemn sanction persuade pressure press threaten help support back "
    "assist arm fund supply thank praise join attack fight punish isolate provoke deter oppose challenge".split()
)
OWNED = frozenset(
    "government president army military minister force troop soldier leader parliament ambassador envoy ministry regime ally "
    "policy decision effort attempt response demand claim offer refusal support involvement intervention aggression war "
    "invasion attack role plan intention willingness statement delegation proposal position stance goal".split()
)


def _acts(verb: "Token") -> bool:
    """Whether a subject of this verb must have a will."""
    if any(child.lower_ in MINDED for child in verb.rights):
        return True
    return verb.pos_ == "VERB" and verb.lemma_ not in STATIVE


def _after(preposition: "Token", *, seat: bool) -> Use:
    word = preposition.lower_
    if word in LOCATIVE and not (seat and word in ("from", "to", "between", "on")):
        return "literal"
    if word in DEALING:
        return "metonym"
    return "metonym" if seat and word != "of" else "literal"
