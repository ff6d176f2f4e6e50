"""More turns of phrase: what somebody stands by, lets be, holds in his hands or is in a position to do.

Read off claims of articles that were judged by hand (docs/method/confidence.md). For claims only; `everyday.py` has the
table that names these rules.
"""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.harm import VIOLENCE
from sayso.stages.extract.gate.surroundings import heads_of, told_around
from sayso.stages.extract.gate.turns import CRAFT, FORCE
from sayso.stages.extract.parse.tree import Tree

BODY = frozenset(
    {"hand", "arm", "hair", "neck", "throat", "shoulder", "collar", "leg", "rope", "wrist", "waist", "leash", "chain"}
    | {"ear", "elbow", "ankle", "head", "finger", "strap", "string", "lead"}
)
"""What somebody is held by, with one's hands."""
SOUGHT = frozenset(
    {"search", "hunt", "hope", "chase", "pursuit", "quest", "dream", "career", "job", "smoking", "ghost"}
)
"""What one gives up without conceding anything to anybody."""
FIRMS = frozenset(
    {"company", "firm", "bank", "corporation", "manufacturer", "chain", "retailer", "charity", "newspaper", "maker"}
    | {"agency", "startup", "airline", "brand", "publisher", "carrier", "broker", "employer", "clinic", "business"}
)
"""Who opens offices without recognising anybody."""


def stays_committed(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Remains committed to the talks", "is committed to crushing the revolt": a stance, and nothing agreed."""
    token = match.token
    if tree.lemmas[token] not in ("commit", "committed"):
        return False
    above = tree.lemmas[tree.heads[token]]
    stays = any(tree.lemmas[c] in ("remain", "stay") for c in tree.children[token]) or above in ("remain", "stay")
    below = [p for c in tree.kids(token, "prep") for p in tree.kids(c, "pcomp")] + tree.kids(token, "xcomp")
    return stays or any(tree.lemmas[i] in FORCE | {"stop", "end"} for i in below)


def lets_be(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Leave our people alone", "told them to leave us alone": let them be; "they left us alone" may abandon."""
    behind = tree.words[match.token : match.token + 8]
    return tree.lemmas[match.token] == "leave" and tree.tags[match.token] == "VB" and "alone" in behind


def leaves_dead(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Fled, leaving behind dozens dead": how many died, and nobody who is given up."""
    left = [f.head for f in fillers if f.role == "abandoned"]
    behind = {w for h in left for w in tree.words[h + 1 : h + 3]}
    counted = any(tree.ents[h] == "CARDINAL" or tree.kids(h, "nummod") for h in left)
    return tree.lemmas[match.token] == "leave" and counted and not behind.isdisjoint({"dead", "wounded", "injured"})


CIVILIANS = frozenset(
    {"civilian", "resident", "villager", "family", "inhabitant", "people", "farmer", "owner", "refugee", "dweller"}
    | {"citizen", "settler", "worker", "student", "tenant", "shopkeeper", "household", "trader", "pupil"}
)


def moves_house(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A district abandoned by its residents": they flee, and no army retreats."""
    leaving = [f.head for f in fillers if f.role == "source"]
    leaves = tree.lemmas[match.token] in ("abandon", "desert", "vacate")
    return leaves and bool(leaving) and all(tree.lemmas[h] in CIVILIANS for h in leaving)


def holds_by_hand(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Holding a prisoner by the hair": how he is gripped."""
    by = [p for c in tree.kids(match.token, "prep", "agent") if tree.words[c] == "by" for p in tree.kids(c, "pobj")]
    by += [
        p
        for o in tree.kids(match.token, "dobj")
        for c in tree.kids(o, "prep")
        if tree.words[c] == "by"
        for p in tree.kids(c, "pobj")
    ]
    return tree.lemmas[match.token] in ("hold", "grab", "seize", "catch") and any(tree.lemmas[p] in BODY for p in by)


def gives_up_looking(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Gave up the hunt for the weapons": nobody gets anything by it."""
    given = heads_of(tree, match.frame.slots, "object") | {tree.lemmas[i] for i in match.consumed}
    return tree.lemmas[match.token] == "give" and not given.isdisjoint(SOUGHT)


def can_do_so(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Is not in a position to comment": nobody stands in a trench."""
    at = next((i for i in match.consumed if tree.lemmas[i] == "position"), None)
    return (
        at is not None
        and at + 1 < len(tree.words)
        and tree.words[at + 1] == "to"
        and tree.words[at - 1] in ("a", "any", "no")
    )


def opens_a_branch(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The company opened its third office": a business, and no representation."""
    openers = [f.head for f in fillers if f.role == "recogniser"]
    return tree.lemmas[match.token] == "open" and any(tree.lemmas[h] in FIRMS for h in openers)


def will_not_serve(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "They do not want to fight for Norway": what they do not wish, and not that nobody took them."""
    token, above = match.token, tree.heads[match.token]
    serves = tree.lemmas[token] in ("fight", "serve", "join", "enlist", "sign", "volunteer", "go")
    unwilling = tree.lemmas[above] in ("want", "wish", "like", "desire", "intend", "care") and tree.kids(above, "neg")
    return serves and bool(unwilling) and tree.deps[token] in ("xcomp", "ccomp")


def leaves_hospital(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Was treated and discharged": out of a hospital, and not out of a force."""
    return tree.lemmas[match.token] in ("discharge", "release") and not told_around(tree, match.token, 0).isdisjoint(
        {"hospital", "clinic", "doctor", "treat", "treatment", "patient", "ward", "surgery", "infirmary", "hospitalise"}
    )


CARRIERS = CRAFT | frozenset(
    {"vehicle", "lorry", "van", "jeep", "convoy", "minibus", "ship", "dinghy", "tank", "humvee"}
)
MISHAPS = frozenset(
    {"roll", "overturn", "plunge", "skid", "veer", "slide", "fall", "tumble", "careen", "capsize", "sink", "collide"}
    | {"flip", "derail", "crash"}
)


def has_an_accident(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Five soldiers die when their lorry rolls into a river": nobody kills them.

    What goes wrong is told by a clause under the death, with a vehicle as its subject; where it tells of violence too
    ("plunges into a river after a bomb") it is no accident.
    """
    for clause in tree.kids(match.token, "advcl"):
        rides = any(tree.lemmas[c] in CARRIERS for c in tree.kids(clause, "nsubj", "nsubjpass"))
        if rides and tree.lemmas[clause] in MISHAPS:
            words = {tree.lemmas[i] for i in range(tree.lefts[clause], tree.rights[clause] + 1)}
            return words.isdisjoint(VIOLENCE - CARRIERS - {"roll", "fall"})
    return False


def takes_own_life(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "The girl, who left a letter before her suicide, died in Voss": nobody kills her, and no bomb went off."""
    if tree.lemmas[match.token] not in ("die", "death", "dead"):
        return False
    around = told_around(tree, match.token, 2)
    return "suicide" in around and around.isdisjoint(VIOLENCE - {"die", "death", "dead", "kill", "killed", "suicide"})


def ships_goods(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Shipped five million units": things, where a unit may be a force elsewhere."""
    sells = tree.lemmas[match.token] in ("ship", "deliver", "transport", "export")
    moved = [f.head for f in fillers if f.role == "traveller"]
    return sells and bool(moved) and all(tree.lemmas[h] == "unit" for h in moved)


def secedes(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "If it chooses to leave Norway", "Voss left the federation": a land, and nobody who travels."""
    travelling = [f.head for f in fillers if f.role == "traveller"]
    lands = all(tree.words[h] == "it" or tree.ents[h] == "GPE" for h in travelling)
    return tree.lemmas[match.token] in ("leave", "join", "return", "enter") and bool(travelling) and lands


FORBIDDING = frozenset(
    {"punish", "ban", "outlaw", "forbid", "prohibit", "criminalise", "criminalize", "bar", "penalise", "penalize"}
)
LAWS = frozenset({"law", "bill", "act", "amendment", "decree", "legislation", "motion", "ordinance", "regulation"})


def backs_a_ban(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Parliament backed a bill that punishes recruiting", "passed a law to ban it": it forbids, and supports nobody.

    What the law forbids is a claim of its own, with those who made the law among who forbids it.
    """
    texts = [f.head for f in fillers if f.role == "theme" and tree.lemmas[f.head] in LAWS]
    below = [c for head in texts for c in tree.kids(head, "relcl", "acl")]
    return not any(f.role == "target" for f in fillers) and any(tree.lemmas[c] in FORBIDDING for c in below)
