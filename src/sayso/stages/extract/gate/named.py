"""Which of the participants that the rules found a claim names."""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.parse.tree import Tree

IN_PLACE = frozenset({"in", "at", "near", "across", "around", "throughout"})
ON_PLACES = frozenset({"curfew", "blockade", "siege", "lockdown"})
"""What is put on a place: "a curfew was imposed in Oslo"."""
WHERES = {"COERCE": IN_PLACE | {"from", "to", "into"}, "SANCTION": IN_PLACE, "MOBILIZE": IN_PLACE}
"""Types that are done to people -> prepositions behind which a place is where, and not whom."""
FIGURES = frozenset({"finger", "fingers", "brunt"})
"""Objects that mean something with their verb alone: "point the finger at"."""
BANS = frozenset({"ban", "embargo", "restriction", "prohibition", "curb", "limit"})
HURT = frozenset({"injured", "wounded", "hurt", "missing"})
DEAD = frozenset({"dead", "killed"})
COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
"""Where something was, and nobody who did it: "south-east of Bergen"."""


def told_of(tree: Tree, match: Match, fillers: Sequence[Filler], denoted: Denoted) -> list[Filler]:
    """Participants that a claim names: without those that only an event coder's record needs.

    A coder writes the town of a raid as its target. A claim leaves it a place: power is used against people, and where
    a place stands for its people the sentence says so as subject, object or owner. Only a curfew is put on a place.
    """
    named = {tree.lemmas[i] for i in (match.token, *match.consumed, *match.frame.slots.get("object", ()))}
    wheres = frozenset() if named & ON_PLACES else WHERES.get(match.trigger.event_type, frozenset())
    objects = match.frame.slots.get("object", ())  # "in the besieged suburb"
    return [
        f
        for f in fillers
        if (f.role != "target" or f.head in objects or not _is_where(tree, f.head, wheres, denoted))
        and not _is_nobody(tree, f.head)
        and not _is_misplaced(tree, match, f)
    ]


def _is_misplaced(tree: Tree, match: Match, filler: Filler) -> bool:
    """Whether the words have another part in it: the ban is not what is banned, and in "left 21 dead and 70 injured"
    70 are not dead."""
    head, kind = filler.head, match.trigger.event_type
    if kind == "BAN" and filler.role == "forbidden" and tree.lemmas[head] in BANS:
        return True
    behind = tree.words[head + 1] if head + 1 < len(tree.words) else ""
    fates = {"KILL": HURT, "WOUND": DEAD}.get(kind, frozenset())
    told = tree.deps[head] == "conj" or tree.lemmas[match.token] == "leave"
    return filler.role == "victim" and told and behind in fates and head + 1 != match.token


def _is_nobody(tree: Tree, head: int) -> bool:
    """Whether the words are no participant: "the finger" that is pointed, "20 die" that the parser takes for a noun."""
    figure = tree.words[head] in FIGURES and all(tree.deps[c] == "det" for c in tree.children[head] if c < head)
    verb = tree.words[head] in ("die", "flee", "perish") and bool(tree.kids(head, "nummod"))
    aside = tree.words[head] in COMPASS and any(tree.words[c] == "of" for c in tree.kids(head, "prep"))
    region = tree.ents[head] == "LOC" and any(
        tree.tags[c].startswith("NN") and tree.ents[c] != "LOC" and tree.kids(c, "compound")
        for c in tree.kids(head, "conj")
    )  # "Persian Gulf and U.S. officials": officials of both
    return figure or verb or aside or region


def _is_where(tree: Tree, head: int, wheres: frozenset[str], denoted: Denoted) -> bool:
    """Whether it is a place behind one of these prepositions: "imposed a curfew in Oslo", "guns in Norland"."""
    first = head
    while tree.deps[first] == "conj" and tree.heads[first] < first:
        first = tree.heads[first]
    behind = tree.deps[first] == "pobj" and tree.words[tree.heads[first]] in wheres
    return behind and denoted.is_place(head)
