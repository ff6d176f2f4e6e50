"""What a place name does in its sentence: names a place, stands for a government, or describes something else.

Source: the pragmatic taxonomy of Gritta, Pilehvar and Collier (2019), cut down to what a claim needs.
"""

from typing import TYPE_CHECKING, Literal

from sayso.lexicon.placing import load_placing

if TYPE_CHECKING:
    from spacy.tokens import Token

Use = Literal["literal", "metonym", "demonym", "modifier", "embedded"]
"""`modifier`: "Aleppo residents", "Iran talks"; `embedded`: part of a longer name ("University of Kansas")."""

WORDS = load_placing()
LOCATIVE = WORDS.locative


def use_of(token: "Token", *, seat: bool = False) -> Use:
    """The use of a country, capital or seat of government, by its place in the parse.

    A subject of a verb that needs a will, who is accused or told to do something, an agent, an owner of an institution
    or one of two parties acts; an object of a preposition of place is a place; what is uncertain is literal, since
    that adds no actor that the text may not mean.
    """
    dep, head = token.dep_, token.head
    while dep in ("conj", "appos") and head.i != token.i and head.pos_ == "PROPN":
        token, dep, head = head, head.dep_, head.head
    if dep in ("nsubj", "csubj"):
        return "metonym" if seat or _acts(head) else "literal"
    if dep == "nsubjpass":
        return "metonym" if seat or _is_told(head) else "literal"
    if dep == "agent" or (dep == "pobj" and head.dep_ == "agent"):
        return "metonym"
    if dep == "pobj":
        return _after(head, seat=seat)
    if dep in ("dative", "dobj") and head.pos_ == "VERB":
        return "metonym" if seat or head.lemma_ in WORDS.told else "literal"
    if dep in ("compound", "nmod", "amod"):
        return "modifier"
    if dep == "poss":
        return "metonym" if seat or head.lemma_.lower() in WORDS.owned else "modifier"
    return "metonym" if seat else "literal"


def _acts(verb: "Token") -> bool:
    """Whether a subject of this verb must have a will."""
    if any(child.lower_ in WORDS.minded for child in verb.rights):
        return True
    return verb.pos_ == "VERB" and verb.lemma_ not in WORDS.stative


def _is_told(verb: "Token") -> bool:
    """Whether a passive is of what is done to a government: "was accused of", "was told to", "is forced to"."""
    return verb.lemma_ in WORDS.told or (verb.lemma_ in WORDS.obliged and any(c.dep_ == "xcomp" for c in verb.rights))


def _after(preposition: "Token", *, seat: bool) -> Use:
    word = preposition.lower_
    if word in LOCATIVE and not (seat and word in ("from", "to", "between", "on")):
        return "literal"
    if word == "with" and preposition.head.lemma_.lower() in ("border", "frontier", "boundary", "crossing"):
        return "literal"
    if word in WORDS.dealing:
        return "metonym"
    return "metonym" if seat and word != "of" else "literal"
