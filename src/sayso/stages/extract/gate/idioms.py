"""Phrases in which an everyday verb tells no event of its usual type: "caught off guard", "bringing to 40 the number".

For claims only; `everyday.py` has the table that names these rules.
"""

from collections.abc import Sequence

from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.harm import VIOLENCE
from sayso.stages.extract.gate.surroundings import heads_of, told_around
from sayso.stages.extract.parse.tree import Tree

TELLING = frozenset({"inform", "tell", "brief", "congratulate", "thank", "notify", "warn", "update", "wish", "say"})
IDEAS = frozenset(
    {"dream", "hope", "belief", "view", "opinion", "record", "title", "post", "position", "job", "office", "conviction"}
    | {"grudge", "ambition", "faith", "idea", "notion", "role", "rank", "licence", "license", "degree", "passport"}
)
"""What is held without holding anybody."""
COUNTS = frozenset({"number", "total", "toll", "tally", "count", "figure", "sum", "share", "rate", "average"})
SITTINGS = frozenset({"meeting", "session", "conference", "summit", "hearing", "briefing", "dinner"})
ELECTED = frozenset(
    {"parliament", "president", "assembly", "council", "government", "legislature", "chamber", "mayor", "senate"}
    | {"parliamentarian", "leader", "successor", "deputy", "mp", "representative", "governor"}
)
"""What is chosen in an election, and is not backed by those who vote."""


def calls_to_tell(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether somebody is rung up to be told something: "called the mayors to inform them"."""
    below = {tree.lemmas[i] for i in (*match.frame.infinitives, *tree.kids(match.token, "advcl", "xcomp"))}
    return tree.lemmas[match.token] in ("call", "phone", "ring") and not below.isdisjoint(TELLING)


def holds_an_idea(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether what is held is an idea or a post ("a dream that she has held"), or somebody is only caught off guard."""
    token = match.token
    if tree.lemmas[token] == "catch":
        return " ".join(tree.words[token + 1 : token + 3]).startswith(("off guard", "off-guard"))
    if tree.lemmas[token] != "hold":
        return False
    named = {tree.lemmas[tree.heads[token]]} if tree.deps[token] in ("relcl", "acl") else set()
    return not (named | heads_of(tree, match.frame.slots, "object")).isdisjoint(IDEAS)


def keeps_something_from(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether "deny" keeps something from somebody: "denied the prisoners water", and tells of no denial."""
    token = match.token
    if tree.lemmas[token] != "deny" or match.frame.passive:
        return False
    if tree.kids(token, "dative"):
        return True
    behind = next((i for i in range(token + 1, min(token + 3, len(tree.words))) if tree.tags[i].startswith("NN")), None)
    if behind is None or behind + 1 >= len(tree.words):
        return False
    somebody = tree.ents[behind] in ("NORP", "PERSON") or tree.lemmas[behind] in load_nouns().actors
    return somebody and tree.tags[behind + 1] in ("PRP$", "DT") and tree.words[behind + 1] != "that"


def leaves_a_sitting(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether somebody leaves a meeting, as all do in the end; who walks out of it rejects something."""
    heads = heads_of(tree, match.frame.slots, "object") | {tree.lemmas[i] for i in match.consumed}
    return tree.lemmas[match.token] == "leave" and not heads.isdisjoint(SITTINGS)


def rolls_in(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether tanks come into a place that nobody says they took: "tanks rolled into the town"."""
    comes = tree.lemmas[match.token] in ("roll", "rumble", "drive")
    return comes and "into" in match.frame.words | set(match.frame.slots)


def brings_a_count(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether what is brought somewhere is a number: "bringing to 40 the number of dead"."""
    return any(tree.lemmas[filler.head] in COUNTS for filler in fillers)


def elects(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether people vote for what is to be elected, and back nobody: "voted for a new parliament"."""
    heads = [i for slot in ("for", "in") for i in match.frame.slots.get(slot, ())]
    chosen = [i for i in heads if tree.lemmas[i] in ELECTED and not tree.ents[i]]
    return tree.lemmas[match.token] == "vote" and any(
        tree.words[c] in ("a", "an", "new") for i in chosen for c in tree.children[i]
    )


def promises_an_answer(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether a response is promised where nothing tells of violence: "promised a swift response to the slump"."""
    if tree.lemmas[match.token] not in ("promise", "pledge", "vow"):
        return False
    answers = any(tree.lemmas[filler.head] in ("response", "action", "answer", "measure") for filler in fillers)
    return answers and told_around(tree, match.token, 0).isdisjoint(VIOLENCE)


def shows_somebody(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """Whether a captive is paraded: nobody's forces are raised."""
    return tree.lemmas[match.token] in ("parade", "display") and bool(match.frame.slots.get("object"))
