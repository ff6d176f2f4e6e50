"""Whose word it is where something stands between a source and an event: an aim, or somebody else who speaks.

Read off claims that were judged by hand (docs/method/claims-read-by-hand.md).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
