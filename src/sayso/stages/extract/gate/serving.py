"""Words of recruiting in senses in which nobody is taken into a force.

Who takes up a weapon, takes on an enemy, joins a fight or serves already is a soldier before and after it. For claims
only, as `everyday.py`.
"""

from collections.abc import Sequence

from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.parse.tree import Tree

ENEMIES = frozenset(
    {"insurgent", "rebel", "militant", "guerrilla", "terrorist", "jihadist", "extremist", "separatist", "gunman"}
    | {"gunmen", "enemy", "foe", "invader", "attacker", "force", "forces", "army", "troop", "militia", "regime", "gang"}
    | {"police", "paramilitary", "islamist", "bandit", "pirate", "opponent", "rival", "raider", "occupier"}
)
"""Whom one takes on in a fight."""
HAVING = frozenset({"for", "as", "into", "to"})
"""Prepositions and particles behind which is told what the men taken on are for."""
FIGHT = frozenset({"fight", "battle", "war", "struggle", "fray", "fighting", "assault", "campaign", "offensive"})
JOINERS = frozenset(
    {"man", "woman", "youth", "boy", "girl", "teenager", "volunteer", "foreigner", "mercenary", "recruit", "student"}
    | {"convict", "prisoner", "veteran", "migrant", "national", "citizen", "civilian", "worker", "people", "who"}
    | {"thousand", "hundred", "dozen", "farmer", "villager", "son", "brother", "father", "husband", "cousin"}
)
"""Who was no part of a fight before he joined it."""
TAKEN = frozenset({"recruit", "volunteer", "mercenary", "foreigner", "conscript", "migrant", "convict", "prisoner"})
UNITS = frozenset(
    {"squadron", "regiment", "battalion", "brigade", "company", "division", "corps", "platoon", "wing", "flotilla"}
    | {"ship", "fleet", "battery", "unit", "navy", "guards", "rifles", "fusiliers", "marines"}
)
BESIDE = frozenset({"alongside", "beside", "with"})
FORMER = frozenset({"former", "ex", "ex-", "retired", "onetime", "one-time", "foreign", "volunteer"})
SOLDIERS = frozenset(
    {"soldier", "troop", "troops", "force", "forces", "army", "military", "commando", "commandos", "ranger", "marine"}
    | {"paratrooper", "unit", "police", "policeman", "battalion", "brigade"}
)
"""A state's own, who are some force's before they stand beside another one."""
RANKS = frozenset(
    {"captain", "corporal", "sergeant", "lieutenant", "colonel", "major", "general", "admiral", "commander", "officer"}
    | {"pilot", "soldier", "airman", "sailor", "marine", "private", "lance", "brigadier", "trooper", "gunner"}
)


def is_no_recruiting(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether words of recruiting tell that somebody fights, and not that he is taken into a force."""
    if match.trigger.event_type != "RECRUIT" or match.trigger.pos != "verb":
        return False
    return (
        _takes_up_a_weapon(tree, match)
        or _takes_on_an_enemy(tree, match, fillers)
        or _joins_a_fight(tree, match, fillers)
        or _serves_already(tree, match, fillers)
        or _fights_beside_an_ally(tree, match, fillers)
    )


def _fights_beside_an_ally(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether soldiers are told to fight side by side with those of another force: "rangers who fought alongside
    Swedish troops". Men who fight beside them, and former soldiers who do, may be taken in."""
    if tree.lemmas[match.token] not in ("fight", "serve"):
        return False
    beside = [p for c in tree.kids(match.token, "prep") if tree.words[c] in BESIDE for p in tree.kids(c, "pobj")]
    pool = [f.head for f in fillers if f.role == "recruit_pool"]
    return any(f.head in beside for f in fillers if f.role == "force") and any(_are_soldiers(tree, i) for i in pool)


def _are_soldiers(tree: Tree, head: int) -> bool:
    former = any(tree.words[c] in FORMER for c in tree.kids(head, "amod", "compound", "nmod"))
    return tree.lemmas[head] in SOLDIERS and not former


def _takes_up_a_weapon(tree: Tree, match: Match) -> bool:
    """Whether it is one weapon, or somebody's: "takes up her brother's rifle"; "took up arms" is a way into a war."""
    if tree.lemmas[match.token] not in ("take", "pick"):
        return False
    held = [i for i in match.consumed if tree.lemmas[i] in load_nouns().thrown]
    return any(tree.tags[i] == "NN" or tree.kids(i, "poss") for i in held)


def _takes_on_an_enemy(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether who is taken on is fought: "troops took on rebels"; not "took on rebels as guards"."""
    if tree.lemmas[match.token] != "take" or not any(
        tree.words[c] == "on" for c in tree.kids(match.token, "prt", "prep")
    ):
        return False
    if any(tree.words[c] in HAVING for c in tree.kids(match.token, "prep")):
        return False
    pool = [f.head for f in fillers if f.role == "recruit_pool"]
    return any(tree.lemmas[i] in ENEMIES or tree.ents[i] == "ORG" for i in pool)


def _joins_a_fight(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether a state, a force or fighters join a fight; a man who joins it, or joins a named force, is taken in."""
    if tree.lemmas[match.token] not in ("join", "enter") or not any(tree.lemmas[i] in FIGHT for i in match.consumed):
        return False
    if any(f.role == "force" for f in fillers):
        return False
    pool = [f.head for f in fillers if f.role == "recruit_pool"]
    return not any(_is_joiner(tree, i) for i in pool)


def _is_joiner(tree: Tree, head: int) -> bool:
    """Whether it is somebody who was no part of a fight: "volunteers", "four Norwegians", "a man named Berg"."""
    if tree.ents[head] in ("NORP", "PERSON") and tree.tags[head].startswith("NN"):
        return True
    behind = [p for c in tree.kids(head, "prep") if tree.words[c] == "of" for p in tree.kids(c, "pobj")]
    lemmas = {tree.lemmas[i] for i in (head, *behind)}
    return not lemmas.isdisjoint(JOINERS) or tree.words[head] in ("he", "she", "they", "i", "who", "some", "many")


def _serves_already(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether a soldier is said to be of a unit, or a post is told: "a pilot who serves with the squadron".

    A people or country beside it tells that he came from elsewhere: "two Norwegians serve with the brigade".
    """
    if tree.lemmas[match.token] != "serve":
        return False
    pool = [f.head for f in fillers if f.role == "recruit_pool"]
    forces = [f.head for f in fillers if f.role == "force"]
    around = [i for head in (*pool, *forces) for i in range(tree.lefts[head], tree.rights[head] + 1)]
    if any(tree.ents[i] in ("NORP", "GPE") and i != match.token for i in around):
        return False
    if any(tree.lemmas[head] in TAKEN for head in pool):
        return False  # "the recruits serve in the 37th Brigade": the unit that they were taken into
    in_unit = any(_names_a_unit(tree, head) for head in forces)
    return in_unit or any(tree.lemmas[i] in RANKS for i in pool)


def _names_a_unit(tree: Tree, head: int) -> bool:
    return any(tree.words[i] in UNITS or tree.lemmas[i] in UNITS for i in (head, *tree.kids(head, "compound")))
