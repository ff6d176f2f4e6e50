"""Elections, debates and games told in words of war: who attacks, battles or rallies there hurts nobody.

A candidate "battles" another for a seat, "hits" her record and "rallies" his base; a team "beats" its rivals. The words
are those of fights and protests, the matter is votes and points. For claims only, as `everyday.py`, whose table names
these rules.
"""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.harm import VIOLENCE
from sayso.stages.extract.gate.surroundings import told_around
from sayso.stages.extract.parse.tree import Tree

CONTENDING = frozenset(
    {"candidate", "nominee", "nomination", "primary", "caucus", "superdelegate", "frontrunner", "front-runner", "gop"}
    | {"republican", "republicans", "democrat", "democrats", "debate", "fundraising", "donor", "voter", "electorate"}
    | {"senator", "presidential", "swing", "pollster", "incumbent", "challenger", "re-election", "reelection", "stump"}
    | {"match", "game", "score", "goal", "team", "season", "league", "cup", "tournament", "champion", "championship"}
    | {"player", "coach", "heavyweight", "boxer", "striker", "quarterback", "innings", "playoff"}
    | {"advert", "competitor", "shareholder", "merger", "chipmaker"}
)
"""Lemmas of contests for votes, points and customers."""
FIGURES = frozenset(
    {"attack", "battle", "fight", "beat", "hit", "strike", "target", "shoot", "blast", "defeat", "fighting", "clash"}
    | {"assault", "war", "front", "unit", "offensive", "raid", "conflict", "shot", "drone", "convict", "shell", "mine"}
    | {"coup", "frontline", "combat", "fighter", "rocket", "ambush", "bomb"}
)
"""Words of fights that are said of such contests too, and so tell no violence beside them."""
NEARBY = 2
"""Sentences on both sides that tell what the matter is."""


def contends(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Battled the senator for the seat", "an ad that targets her ties": nobody is hurt.

    A fight is one of votes or points where words of such a contest stand near and no violence does, but for those words
    that are said of both.
    """
    if tree.lemmas[match.token] not in FIGURES:
        return False
    around = told_around(tree, match.token, NEARBY)
    return not around.isdisjoint(CONTENDING) and around.isdisjoint(VIOLENCE - FIGURES)


def rallies_voters(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Rallied his base", "the candidate's rally in Oslo": votes are sought, and nobody is protested against.

    Those who protest are many: the rally of one named person, or one that somebody "holds" alone, is his own.
    """
    if tree.lemmas[match.token] != "rally":
        return False
    if match.trigger.pos == "verb" and tree.kids(match.token, "dobj"):
        return True
    doers = [f.head for f in fillers if f.role == "source"]
    alone = bool(doers) and all(tree.ents[h] == "PERSON" or tree.words[h] in ("he", "she", "i") for h in doers)
    before = [c for c in tree.children[match.token] if tree.deps[c] in ("poss", "compound", "nmod") and c < match.token]
    owned = any(tree.ents[c] == "PERSON" or tree.words[c] in ("his", "her", "campaign") for c in before)
    return (alone and len(doers) == 1) or owned or not told_around(tree, match.token, 1).isdisjoint(SEEKING)


SEEKING = frozenset({"candidate", "nominee", "primary", "caucus", "campaign", "voter", "presidential", "stump"})
"""Lemmas of what a rally for votes is told with."""
