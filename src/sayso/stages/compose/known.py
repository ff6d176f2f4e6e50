"""Events that stand in what is said and are known without it: whom a source only answers, what is only alleged of part.

"Norland rejected a request by Ostria": that Ostria asked, Norland tells as little as anybody who answers. "Jailed over
his alleged role in the raid": alleged is the role.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.lexicon.firmness import load_firmness
from sayso.stages.compose.ways import way_up

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWERS = frozenset(
    {"reject", "refuse", "decline", "approve", "accept", "veto", "grant", "ignore", "respond", "react", "comment"}
    | {"dismiss", "spurn", "rebuff", "heed", "answer", "turn_down", "back", "endorse", "welcome", "oppose"}
)
"""Verbs of who answers to something: what he answers to was said or done by others."""
OWN = frozenset({"involvement", "responsibility", "role", "part", "blame", "guilt", "complicity", "use"})
"""What somebody rejects by saying that there was none."""
PARTS = frozenset(
    {"involvement", "role", "part", "participation", "complicity", "connection", "link", "tie", "membership", "hand"}
)
"""Nouns for having had to do with something."""
SEEN = frozenset(
    {"attack", "raid", "bombing", "killing", "murder", "assassination", "massacre", "explosion", "blast", "coup"}
    | {"shooting", "kidnapping", "abduction", "riot", "clash", "protest", "siege", "assault", "hijacking", "death"}
    | {"slaughter", "uprising", "battle", "war"}
)
"""Events that leave something to be seen, whoever had a part in them."""
RECEPTION = frozenset(
    {"denial", "condemnation", "protest", "criticism", "anger", "outrage", "objection", "fury", "dismay", "ridicule"}
)
"""How others take what somebody says."""
PRESUMED = frozenset({"fear", "believe", "presume", "think", "suspect"})
LIVES = frozenset({"life", "lives", "victim", "toll"})


def is_known_already(cue: "Token", word: "Token") -> bool:
    """Whether an event's word stands under a cue without being told by it.

    Any of: the cue takes lives; a noun to which the source only answers; what an alleged part was in; what came before
    something is feared; how others take it.
    """
    if any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in LIVES for c in cue.children) and (
        cue.lemma_.lower() in ("claim", "take", "cost")
    ):
        return True
    if cue.i == word.i or cue.sent.start != word.sent.start:
        return False
    if cue.dep_ == "amod" and _is_what_a_part_is_in(cue, word):
        return True
    if cue.dep_ == "advmod" and cue.head.dep_ == "amod" and cue.head.tag_.startswith("JJ"):
        return word.i not in (cue.head.i, cue.head.head.i)  # "an apparently similar event": so only the likeness seems
    way = way_up(word, cue)
    if not way:
        return False
    return _is_answered(cue, way) or _is_before_fear(cue, way) or _is_reception(word, way)


def _is_answered(cue: "Token", way: "Sequence[Token]") -> bool:
    """Whether it is under a noun that the cue only answers to, and that is no report of which the cue says something.

    "Rejected claims that" and "dismissed reports of" say that it is not so; "rejected involvement in" too.
    """
    if _with_particle(cue) not in ANSWERS:
        return False
    under = [step for step in way if step.dep_ in ("dobj", "nsubjpass", "pobj")]
    if not under or way[-1].dep_ not in ("dobj", "nsubjpass", "prep"):
        return False
    reports = load_firmness().verdicts.reports | OWN
    return not any(step.lemma_.lower() in reports for step in way)


def _with_particle(cue: "Token") -> str:
    particle = next((c.lower_ for c in cue.children if c.dep_ == "prt"), "")
    return f"{cue.lemma_.lower()}_{particle}" if particle else cue.lemma_.lower()


def _is_what_a_part_is_in(cue: "Token", word: "Token") -> bool:
    """Whether "alleged" stands before a part that somebody had in what all have seen: "his alleged role in the raid".

    "His alleged role in the recruitment of boys" leaves open whether any were recruited.
    """
    way = way_up(word, cue.head)
    if not way or cue.head.lemma_.lower() not in PARTS or word.lemma_.lower() not in SEEN:
        return False
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "last") for c in word.children)


def _is_before_fear(cue: "Token", way: "Sequence[Token]") -> bool:
    """Whether it is after what the worst is feared: "are feared dead after disappearing"."""
    after = way[-1].lower_ in ("after", "since", "following") and way[-1].dep_ == "prep"
    passive = any(c.dep_ == "auxpass" for c in cue.children)
    return after and passive and cue.lemma_.lower() in PRESUMED


def _is_reception(word: "Token", way: "Sequence[Token]") -> bool:
    """Whether it is how others take what is said: "says that jets came, to angry denials"."""
    if word.lemma_.lower() not in RECEPTION or word.dep_ != "pobj":
        return False
    prep = word.head
    return prep.lower_ in ("to", "amid", "despite") and prep.i > 0 and prep.nbor(-1).lower_ == ","
