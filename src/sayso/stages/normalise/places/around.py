"""What the words around a name say of whether it is a place: who goes there, comes from there or lives there."""

from typing import TYPE_CHECKING

from sayso.lexicon.heads import load_heads
from sayso.lexicon.nouns import load_nouns
from sayso.lexicon.placing import load_placing
from sayso.stages.normalise.names.names import root_of
from sayso.tools.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORDS = load_placing()
PLACED = WORDS.locative - WORDS.loose
"""Prepositions that hardly stand before anything but a place or a time."""


def passes(root: "Token") -> bool:
    """Whether a verb leads past or through a name: "the way leads by Mashhad"."""
    to = root.head
    return (
        root.dep_ == "pobj" and to.dep_ == "prep" and to.lower_ in ("by", "via", "through") and to.head.pos_ == "VERB"
    )


def beside_place(root: "Token") -> bool:
    """Whether a name stands in a list behind a place that a preposition shows: "at Khenjan and Jabal Seraj"."""
    first = root.head
    return root.dep_ == "conj" and first.ent_type_ in ("GPE", "LOC") and placed(first) and first.head.lower_ != "of"


def comes_from(root: "Token") -> bool:
    """Whether somebody is from there: "He is from Afak", "a fighter from Afak"."""
    if root.dep_ != "pobj" or root.head.lower_ != "from":
        return False
    above = root.head.head
    return (
        above.lemma_.lower() in ("be", "hail", "come")
        or above.ent_type_ == "PERSON"
        or above.lemma_.lower() in PEOPLE | OTHERS
    )


PEOPLE = load_nouns().actors - load_nouns().bodies


OTHERS = frozenset(("other", "others", "those", "another"))


def on_a_way(root: "Token") -> bool:
    """Whether a way or a going leads there: "departures from Mashhad", "the bus to Herat"."""
    if root.dep_ != "pobj" or root.head.lower_ not in ROUTE | {"by"}:
        return False
    return root.head.head.lemma_.lower() in WORDS.ways


def placed(root: "Token") -> bool:
    """Whether a preposition of place stands before the name: "in Goma", "out of Gao"."""
    if root.dep_ != "pobj":
        return False
    return root.head.lower_ in PLACED or (root.head.lower_ == "of" and root.head.head.lower_ in ("out", "outside"))


ROUTE = frozenset({"to", "from", "via", "through", "into", "toward", "towards"})


def _mover(root: "Token") -> "Token | None":
    """The verb that a preposition of a route before the name hangs on; None when none does."""
    if root.dep_ != "pobj" or root.head.lower_ not in ROUTE:
        return None
    above = root.head.head
    while above.dep_ in ("pobj", "prep") and above.pos_ != "VERB":
        above = above.head  # "from Oslo to Bergen"
    return above if above.pos_ == "VERB" else None


def told_by_verb(root: "Token") -> bool:
    """Whether the verb shows a place: "fled to Zinder", "shelled Zinder"."""
    if root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_.lower() in WORDS.taking:
        return True
    verb = _mover(root)
    return verb is not None and verb.lemma_.lower() in WORDS.moving


def goes(root: "Token") -> bool:
    """Whether the verb lets a place be expected: "was sent to Goma", "rebels attacked Goma"."""
    if root.dep_ == "dobj" and root.head.lemma_.lower() in WORDS.striking:
        heads = load_heads()
        subjects = [child for child in root.head.lefts if child.dep_ == "nsubj"]
        armed = heads.fights | heads.members
        if root.head.lemma_.lower() in LEFT and any(c.ent_type_ == "PERSON" or c.pos_ == "PRON" for c in subjects):
            return True
        return any(
            (lemma := c.lemma_.lower()) in armed or heads.kinds.get(lemma) in ("force", "group") for c in subjects
        )
    verb = _mover(root)
    return verb is not None and verb.lemma_.lower() in WORDS.passing and _moves_people(verb)


LEFT = frozenset(("leave", "reach", "enter", "flee"))
"""Those whose subject may be anybody: "Karim left Sylhet"."""


def _moves_people(verb: "Token") -> bool:
    """Whether who is moved, or moves, are people: "the men were sent to Goma", but not "the letter"."""
    moved = {child.dep_: child for child in reversed(list(verb.children))}
    who = moved.get("dobj") or moved.get("nsubjpass") or moved.get("nsubj")
    return who is not None and (who.pos_ == "PRON" or who.lemma_.lower() in load_nouns().actors)


def verb_says(doc: "Doc", start: int, words: str, gazetteer: Gazetteer) -> bool:
    """Whether the verb shows that a known name is a place: "fled Myawaddy"."""
    root = root_of(doc, start, start + len(words))
    if root is None or words.casefold() in WORDS.no_place | WORDS.languages or not gazetteer.lookup(words):
        return False
    return told_by_verb(root) or comes_from(root) or on_a_way(root) or (placed(root) and lives(root))


def lives(root: "Token") -> bool:
    """Whether people live, stay or are held at what a preposition leads to: "lives in Osh"."""
    return root.dep_ == "pobj" and root.head.head.lemma_.lower() in WORDS.living
