"""Whose word it is where something stands between a source and an event: an aim, or somebody else who speaks.

Read off claims that were judged by hand (docs/method/claims-read-by-hand.md).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.stages.compose.ways import upwards, way_up

if TYPE_CHECKING:
    from spacy.tokens import Token

PUT_FORWARD = frozenset({"announce", "declare", "unveil", "present", "launch", "propose", "promise", "order", "reveal"})
"""Verbs of saying with an object that is to be done."""
SAYING = frozenset({"say", "claim", "allege", "add", "argue", "insist", "maintain", "note", "warn", "state", "cite"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MEANWHILE = frozenset({"as", "while", "whilst"})
PAST = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def is_what_it_is_for(way: "Sequence[Token]", cue: "Token") -> bool:
    """Whether the article tells it of what an announced thing is to do: "announces a post to end raids that killed 5".

    `way` leads from the event's word up to right under the cue.
    """
    aim = way[-1].dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" and c.dep_ == "aux" for c in way[-1].children)
    objects = any(c.dep_ == "dobj" and c.i < way[-1].i for c in cue.children)
    told = any(step.dep_ == "relcl" and step.tag_ in PAST for step in way[:-1])
    return cue.lemma_.lower() in PUT_FORWARD and aim and objects and told


def is_anothers_word(way: "Sequence[Token]") -> bool:
    """Whether somebody else in what is said says it: "warns of ruin as a judge signs a warrant, saying they killed"."""
    return any(_speaker(step) is not None for step in way[1:])


def says_for_another(cue: "Token", source: "Sequence[Token]") -> bool:
    """Whether a participle of saying is put down to the main clause's subject where a clause before it has its own.

    In "Norland warns that all is lost as a judge signs a warrant, saying they killed" it is the judge who says so.
    """
    speaker = _speaker(cue)
    return speaker is not None and all(t.i < speaker.left_edge.i for t in source)


HEDGES = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})


def is_beyond_hedge(cue: "Token", word: "Token") -> bool:
    """Whether an event is told outside of the clause that "reportedly" stands in: "hold pictures of the dead,
    reportedly arresting 30", "is reportedly forced to leave, but reporters say that"."""
    if cue.lower_ not in HEDGES or cue.dep_ != "advmod" or cue.head.pos_ not in ("VERB", "AUX"):
        return False
    if word.i == cue.head.i:
        return False
    way = way_up(word, cue.head)
    if way is None:
        return cue.head.tag_ in ("VBG", "VBN") and cue.head.dep_ in ("advcl", "acl")
    return way[-1].dep_ == "conj" and any(c.dep_ in SUBJECTS for c in way[-1].children)


def goes_on_meanwhile(cue: "Token", word: "Token") -> bool:
    """Whether the article tells behind ", as" what else went on: "according to X, all is lost, as Y leaves"."""
    for step in upwards(word):
        joint = next((c for c in step.children if c.dep_ == "mark" and c.lower_ == "as"), None)
        if step.dep_ != "advcl" or joint is None or joint.i < 1 or joint.nbor(-1).text != ",":
            continue
        own = any(c.dep_ in SUBJECTS and c.i > joint.i for c in step.children)
        return own and cue.i < joint.i and way_up(cue, step) is None
    return False


def _speaker(step: "Token") -> "Token | None":
    """The subject of the clause with "as" or "while" right before a participle of saying; None for another word."""
    if step.tag_ != "VBG" or step.dep_ != "advcl" or step.lemma_.lower() not in SAYING:
        return None
    above = step.head
    beside = (
        c for c in above.children if c.dep_ == "advcl" and c.i < step.i and c.right_edge.i >= step.left_edge.i - 2
    )
    clause = next((c for c in (above, *beside) if _is_meanwhile(c)), None)
    return None if clause is None else next((c for c in clause.children if c.dep_ in SUBJECTS), None)


def _is_meanwhile(clause: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in clause.children)
