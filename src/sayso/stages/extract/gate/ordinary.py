"""Ordinary doings that share a verb with a field's act: a town that is captured, a firm that frees nobody.

Read off claims of articles that were judged by hand (docs/method/claims-read-by-hand.md). For claims only;
`everyday.py` has the table that names these rules.
"""

from collections.abc import Sequence

from sayso.lexicon.heads import load_heads
from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.harm import VIOLENCE
from sayso.stages.extract.gate.serving import SOLDIERS
from sayso.stages.extract.gate.surroundings import heads_of, told_around
from sayso.stages.extract.parse.tree import Tree

RECRUITING = frozenset(
    {"offer", "job", "work", "contract", "recruit", "recruiter", "recruitment", "agent", "broker", "proposal", "salary"}
    | {"visa", "enlist", "advert", "advertisement", "agency", "middleman", "handler", "fixer", "fighter", "mercenary"}
    | {"poet", "channel", "intermediary", "join", "sign", "pay", "facilitator", "smuggler", "conscript", "volunteer"}
)
"""What stands beside a call that is a recruiter's."""
POLICE = frozenset({"police", "officer", "policeman", "cop", "detective", "guard", "soldier"})
DANGER = frozenset(
    {"siege", "besiege", "besieged", "fighting", "bomb", "bombing", "shell", "shelling", "bombardment", "flood", "fire"}
    | {"danger", "safety", "escape", "trap", "strand", "stranded", "rescue", "evacuate", "evacuation", "airlift"}
    | {"refugee", "hostage", "captive", "captivity", "captor", "kidnapper", "earthquake", "quake", "storm", "hurricane"}
    | {
        "wounded",
        "injured",
        "besieger",
        "rubble",
        "violence",
        "massacre",
        "advance",
        "fall",
        "safe",
        "escort",
        "taliban",
    }
    | {"attack", "raid", "clash", "war", "conflict", "unrest", "coup", "insurgent", "militant", "gunman", "slide"}
)
"""Out of what people are brought."""
CAUGHT = frozenset({"in", "on", "between", "off", "up", "with", "by"})
DISEASES = frozenset(
    {"bacteria", "bacterium", "virus", "flu", "influenza", "disease", "strain", "infection", "cholera", "ebola"}
    | {"cancer", "heatwave", "illness", "fever", "malaria", "measles", "pneumonia", "plague", "outbreak", "pandemic"}
)
QUAKES = frozenset(
    {"earthquake", "quake", "tremor", "tsunami", "flood", "floods", "flooding", "hurricane", "cyclone", "typhoon"}
    | {"tornado", "landslide", "mudslide", "avalanche", "storm", "eruption", "wildfire", "derailment"}
)
DEATHS = frozenset({"dead", "death", "die", "kill", "killing", "killed", "murder", "police", "force", "arrest", "unit"})
WOUNDS = frozenset(
    {"bound", "gag", "tie", "tied", "gunshot", "bullet", "wound", "torture", "stab", "throat", "blindfold"}
)
"""What is seen of violence on the dead."""
OUTLETS = frozenset(
    {"ledger", "post", "times", "press", "radio", "tribune", "chronicle", "news", "herald", "journal", "gazette", "tv"}
    | {"network", "daily", "weekly", "agency", "guardian", "telegraph", "financial", "magazine", "broadcaster"}
    | {"mirror", "observer", "independent", "courier", "express", "mail", "reuters", "cnn", "bbc"}
)
"""Words in the names of those whom one talks to so that all may hear it."""
FREEING = frozenset({"force", "troop", "army", "soldier", "commando", "marine", "paratrooper", "unit"})


def comes_near(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Officers approached him in the street": no recruiter is in touch with anybody."""
    callers = [f.head for f in fillers if f.role == "approacher"]
    near = tree.lemmas[match.token] in ("approach", "reach") and any(tree.lemmas[h] in POLICE for h in callers)
    return near and told_around(tree, match.token, 0).isdisjoint(RECRUITING)


def leads_out_of_no_danger(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Led him to a house", "was driven out of office": nobody is brought out of danger."""
    moved = {tree.lemmas[f.head] for f in fillers if f.role == "evacuee"}
    if "delegation" in moved or tree.lemmas[match.token] == "drive":
        return True
    if "out" in match.frame.words or "out" in match.frame.slots:
        return False  # "getting its students out"
    return tree.lemmas[match.token] in ("lead", "get") and told_around(tree, match.token, 0).isdisjoint(DANGER)


def takes_a_town(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Captured Voss", "held the citadel": a place is taken, and nobody is detained."""
    if tree.lemmas[match.token] not in ("capture", "hold", "take", "seize", "recapture", "retake"):
        return False
    held = [f.head for f in fillers if f.role == "detained"]
    return bool(held) and all(
        tree.ents[h] in ("GPE", "LOC", "FAC") or (tree.tags[h] == "NNP" and tree.ents[h] not in ("PERSON", "NORP"))
        for h in held
    )


def is_caught_at_it(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Caught cheating", "caught in the blaze", "caught on tape": found out or surprised, and not detained."""
    token = match.token
    if tree.lemmas[token] != "catch" or any(f.role == "detainer" for f in fillers):
        return False
    if tree.tags[token + 1 : token + 2] == ["VBG"]:
        return True
    nouns = [p for c in tree.kids(token, "prep") if tree.words[c] in CAUGHT for p in tree.kids(c, "pobj")]
    return any(tree.ents[p] not in ("GPE", "LOC", "FAC", "DATE", "TIME") for p in nouns)


def is_only_found_dead(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Was found dead in his cell", "dies in prison": how he died is not told, and no violence stands near."""
    token = match.token
    prison = {tree.lemmas[p] for c in tree.kids(token, "prep") for p in tree.kids(c, "pobj")}
    found = tree.lemmas[token] == "find"
    dies = tree.lemmas[token] == "die" and not prison.isdisjoint({"prison", "jail", "hospital", "bed", "sleep", "home"})
    return (found or dies) and told_around(tree, token, 0).isdisjoint((VIOLENCE | WOUNDS) - DEATHS)


def is_natural(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A bacterium has killed twelve", "the quake injured dozens": nobody does it."""
    doers = {tree.lemmas[f.head] for f in fillers if f.role in ("killer", "attacker")}
    if not doers.isdisjoint(DISEASES | QUAKES):
        return True
    here = told_around(tree, match.token, 1)
    return not here.isdisjoint(QUAKES - {"storm"}) and here.isdisjoint(
        VIOLENCE - DEATHS - {"wound", "injure", "injury", "strike", "hit", "casualty", "victim"}
    )


def frees_by_force(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Troops freed the hostages": they took them from those who held them, and conceded nothing."""
    frees = tree.lemmas[match.token] in ("free", "liberate", "rescue", "release")
    doers = {tree.lemmas[f.head] for f in fillers if f.role == "source"}
    return frees and not doers.isdisjoint(FREEING) and tree.lemmas[match.token] != "release"


def fills_ranks(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Raids the ranks of the guard" for recruits, "within shooting range": no assault."""
    hit = {tree.lemmas[f.head] for f in fillers if f.role == "target"}
    return not hit.isdisjoint({"rank", "range", "coffer", "fridge", "archive", "pocket"})


def is_but_for(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Barring a surprise": but for one, and nobody is banned."""
    return tree.words[match.token] == "barring" and tree.deps[match.token] in ("prep", "advcl", "pcomp")


def talks_to_the_press(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Has also talked to the Oslo Ledger": he tells the public, and consults nobody."""
    if tree.lemmas[match.token] not in ("talk", "speak", "chat"):
        return False
    return any(
        tree.words[i] in OUTLETS
        for f in fillers
        if f.role == "target" and tree.tags[f.head].startswith("NNP")
        for i in (f.head, *tree.kids(f.head, "compound"))
    )


def stands_there(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "There is a stall in the market", "rushed to hospital": no force is deployed. No soldiers are there: told."""
    soldiers = any(tree.lemmas[f.head] in SOLDIERS | FIGHTERS for f in fillers if f.role == "deployed")
    hospital = not heads_of(tree, match.frame.slots, "to", "destination").isdisjoint({"hospital"})
    return (bool(tree.kids(match.token, "expl")) and not soldiers) or hospital


SEATED = frozenset(
    {"network", "ring", "group", "gang", "militia", "company", "firm", "agency", "cell", "organisation", "organization"}
    | {"movement", "party", "syndicate", "contractor", "channel", "charity", "ngo", "institute", "outfit", "faction"}
)
"""Bodies that are based somewhere as a firm is, while troops are stationed there."""


def has_its_seat(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The network, based in Oslo": where its seat is, and nobody who was sent there."""
    based = [f.head for f in fillers if f.role == "deployed"]
    return tree.lemmas[match.token] == "base" and bool(based) and all(tree.lemmas[h] in SEATED for h in based)


FIGHTERS = frozenset({"fighter", "mercenary", "mercenaries", "volunteer", "contractor", "militia", "legion", "recruit"})


def is_no_member(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The city belonged to the rebels", "a drone belonging to the army": theirs, and no member of them."""
    belonging = [f.head for f in fillers if f.role == "affiliate"]
    kinds, things = load_heads().kinds, ("vehicle", "platform", "weapon", "place")
    return tree.lemmas[match.token] == "belong" and any(
        tree.ents[h] in ("GPE", "LOC", "FAC") or kinds.get(tree.lemmas[h]) in things for h in belonging
    )


def is_defeated(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The Swedes could be beaten", "burnt the town": a defeat or a fire, and nobody's wound."""
    hurt = [f.head for f in fillers if f.role == "victim"]
    if tree.lemmas[match.token] == "beat":
        return bool(hurt) and all(tree.ents[h] == "NORP" or tree.lemmas[h] in ("army", "side", "team") for h in hurt)
    places = all(tree.ents[h] in ("GPE", "LOC", "FAC", "ORG") for h in hurt)
    return tree.lemmas[match.token] in ("burn", "hit") and bool(hurt) and places


def flies_home(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "All aircraft returned to base": as planned, and nobody retreats."""
    doers = {tree.lemmas[f.head] for f in fillers if f.role == "source"}
    return tree.lemmas[match.token] == "return" and not doers.isdisjoint({"aircraft", "plane", "jet", "helicopter"})


RALLIES = frozenset({"rally", "protest", "march", "demonstration", "event", "gathering", "vigil", "concert", "one"})
PROTESTERS = frozenset(
    {"protester", "protestor", "activist", "demonstrator", "supporter", "member", "crowd", "student"}
)
TAKING_PART = frozenset({"footage", "part", "rally", "protest", "demonstration", "vote", "attend", "demonstrate"})


JOINING = frozenset({"attend", "participate", "march", "rally", "demonstrate", "protest", "vote", "cheer", "chant"})
"""What people are paid for who fill a square."""


def draws_a_crowd(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "A rally attracted 1,000 people": nobody is taken into a force."""
    draws = tree.lemmas[match.token] in ("attract", "draw", "amass", "muster", "mobilise", "mobilize")
    drawing = heads_of(tree, match.frame.slots, "subject")
    return draws and not drawing.isdisjoint(RALLIES)


def is_paid_to_protest(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Activists are paid to take part": no fighters are."""
    paid = any(tree.lemmas[f.head] in PROTESTERS for f in fillers if f.role == "recipient")
    if paid and not told_around(tree, match.token, 0).isdisjoint(TAKING_PART):
        return True
    what_for = [i for i in (*match.frame.infinitives, *tree.kids(match.token, "xcomp", "advcl")) if i > match.token]
    joins = any(tree.lemmas[i] in JOINING or "part" in {tree.lemmas[o] for o in tree.kids(i, "dobj")} for i in what_for)
    return tree.lemmas[match.token] == "pay" and joins and told_around(tree, match.token, 0).isdisjoint(VIOLENCE)


def looks_at_a_place(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Observers visit the village where": they look at it, and consult nobody; a recruiter does."""
    places = load_nouns().places
    if any(tree.lemmas[f.head] in RECRUITING for f in fillers if f.role == "source"):
        return False
    visited = [f.head for f in fillers if f.role == "target"]
    return tree.lemmas[match.token] in ("visit", "tour") and any(
        tree.tags[h] in ("NN", "NNS") and tree.lemmas[h] in places for h in visited
    )


def is_no_soldier(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Warplanes join the force": machines, which nobody takes into it."""
    kinds = load_heads().kinds
    pool = [f.head for f in fillers if f.role == "recruit_pool"]
    return bool(pool) and all(kinds.get(tree.lemmas[h]) in ("vehicle", "platform", "weapon") for h in pool)


def looks_into_it(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "An investigation by the newspaper": it accuses nobody yet."""
    inquiry = tree.lemmas[match.token] in ("investigation", "inquiry", "probe", "investigate")
    doers = [f.head for f in fillers if f.role == "source"]
    return inquiry and any(tree.lemmas[h] in OUTLETS | {"newspaper", "journalist", "reporter", "paper"} for h in doers)
