"""What an article does with its readers and sources: it thanks them, questions them and keeps their names to itself.

Read off claims of stories at their real length (docs/method/claims-read-by-hand.md). For claims only; `everyday.py` has
the table that names these rules.
"""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.ordinary import OUTLETS
from sayso.stages.extract.parse.tree import Tree

NAMING = frozenset({"named", "identified", "quoted", "photographed", "anonymous", "anonymity", "recorded"})
BEHIND = 7
"""Words behind a verb of asking in which it is told what is asked for."""
QUESTION = frozenset({"how", "what", "why", "who", "where", "when", "which", "whose"})
REPORTERS = frozenset(
    {
        "reporter",
        "correspondent",
        "journalist",
        "newspaper",
        "magazine",
        "broadcaster",
        "newsroom",
        "interviewer",
        "agency",
    }
)
READERS = frozenset({"reader", "listener", "viewer", "subscriber", "reporter", "colleague", "editor"})


def keeps_a_name(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Asked not to be named", "asked to remain anonymous", "requested anonymity": how a source is told."""
    behind = tree.words[match.token + 1 : match.token + BEHIND]
    asks = tree.lemmas[match.token] in ("ask", "request", "insist", "want", "prefer")
    return asks and not NAMING.isdisjoint(behind) and bool({"not", "anonymous", "anonymity"} & set(behind))


def asks_a_question(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "I asked him how many there were", "asked what he knew": a question, and nothing that is wanted."""
    if tree.lemmas[match.token] != "ask":
        return False
    last = max((match.token, *tree.kids(match.token, "dobj", "dative", "nsubjpass")))
    return not QUESTION.isdisjoint(tree.words[last + 1 : last + 3])


def thanks_a_reader(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "We thank the reader who wrote", "the office thanked him": manners, and no support."""
    thanked = [f.head for f in fillers if f.role == "target"]
    return tree.lemmas[match.token] == "thank" and all(
        tree.tags[h].startswith("PRP") or tree.lemmas[h] in READERS for h in thanked
    )


def is_paid(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Paid subscribers", "no paid staff": what they are, and no offer."""
    return tree.words[match.token] in ("paid", "unpaid") and tree.deps[match.token] == "amod"


def is_recognised_at_large(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "The internationally recognised government": which one is meant, and nothing that somebody did."""
    return tree.deps[match.token] == "amod" and not tree.kids(match.token, "prep", "agent")


def swears_of_what_will_be(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Swore that they would never hear a shot": a promise, and no denial."""
    below = (*match.frame.clausal, *tree.kids(match.token, "ccomp"))
    to_come = any(
        tree.words[a] in ("would", "will", "'d", "’d", "'ll", "’ll") for c in below for a in tree.kids(c, "aux")
    )
    return tree.lemmas[match.token] in ("swear", "vow", "promise", "assure") and to_come


def is_heard_by_the_press(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The news agency Union Press spoke with two generals", "the reporter rang him": how an article came about."""
    if tree.lemmas[match.token] not in (
        "speak",
        "talk",
        "interview",
        "call",
        "ring",
        "phone",
        "telephone",
        "reach",
        "meet",
    ):
        return False
    by = [f.head for f in fillers if f.role in ("source", "approacher", "approached") and f.head < match.token]
    return bool(by) and all(
        tree.lemmas[h] in REPORTERS
        or (tree.tags[h].startswith("NNP") and any(tree.words[i] in OUTLETS for i in (h, *tree.kids(h, "compound"))))
        for h in by
    )
