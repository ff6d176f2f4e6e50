"""Doings around a war that a field's words share: a recruit's own kit, a queue, nurses who are hired, words that hurt.

Read off claims that were judged by hand (docs/method/claims-read-by-hand.md). For claims only; `everyday.py` has the
table that names these rules.
"""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.harm import VIOLENCE
from sayso.stages.extract.gate.surroundings import told_around
from sayso.stages.extract.parse.tree import Tree

KIT = frozenset(
    {"rifle", "uniform", "helmet", "gun", "boot", "vest", "weapon", "kalashnikov", "pistol", "card", "phone", "kit"}
    | {"jacket", "shovel", "armour", "armor", "machinegun", "ammunition", "dog-tag", "tag", "rucksack", "fatigue"}
)
"""What one man is handed when he becomes a soldier."""
RECRUITED = frozenset(
    {
        "man",
        "woman",
        "son",
        "boy",
        "recruit",
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "we",
        "us",
        "i",
        "me",
        "brother",
    }
    | {"student", "helper", "volunteer", "conscript", "prisoner", "husband", "lad", "nephew", "each", "everyone"}
    | {"newcomer", "worker", "labourer", "migrant", "father", "cousin", "convict", "civilian", "who", "everybody"}
)
LINES = frozenset({"queue", "bus", "train", "list", "flight", "plane", "street", "market", "road", "register", "air"})
"""What people are taken off without being in danger."""
CARERS = frozenset({"nurse", "teacher", "doctor", "midwife", "carer", "cleaner", "apprentice", "intern", "lecturer"})
CIVIL = frozenset({"hospital", "department", "school", "clinic", "university", "college", "hotel", "council", "farm"})
"""Who takes people on for no war."""
ENLISTING = frozenset({"army", "front", "force", "legion", "brigade", "battalion", "frontline", "trench", "unit"})
WORDS = frozenset(
    {"story", "report", "word", "comment", "remark", "rumour", "rumor", "article", "claim", "allegation", "sanction"}
    | {"decision", "loss", "price", "tariff", "policy", "statement", "criticism", "song", "silence", "thought"}
)
"""What hurts nobody's body."""


def is_kitted_out(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "They gave my son a rifle", "were given uniforms": what a soldier is handed, and no arms for a force."""
    hands = tree.lemmas[match.token] in ("give", "hand", "issue", "get", "receive")
    means = [f.head for f in fillers if f.role == "means"]
    takers = [f.head for f in fillers if f.role == "beneficiary"]
    kit = bool(means) and all(tree.lemmas[h] in KIT for h in means)
    return hands and kit and bool(takers) and any(tree.lemmas[h] in RECRUITED for h in takers)


def is_taken_off_a_list(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Taken off a queue", "pulled off a bus": nobody is brought out of danger."""
    token = match.token
    if tree.lemmas[token] not in ("take", "pull", "get", "bring"):
        return False
    off = [c for c in tree.kids(token, "prep", "prt", "advmod") if tree.words[c] == "off"]
    behind = [p for c in off for p in (*tree.kids(c, "pobj"), *tree.kids(token, "dobj")) if p > c]
    return any(tree.lemmas[p] in LINES for p in behind)


def takes_on_carers(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A hospital recruited 42 nurses", "the department hired young people": for no war, though one is told of."""
    if tree.lemmas[match.token] not in ("recruit", "hire", "employ", "recruitment", "hiring", "engage"):
        return False
    pool = {tree.lemmas[h] for h in _doers(fillers, "recruit_pool")}
    takers = {tree.lemmas[h] for h in _doers(fillers, "recruiter")}
    civil = (bool(pool) and pool <= CARERS) or (bool(takers) and takers <= CIVIL)
    named = any(f.role == "force" for f in fillers)
    return civil and not named and told_around(tree, match.token, 0).isdisjoint(ENLISTING)


PICTURES = frozenset({"video", "post", "reel", "clip", "message", "announcement", "notice"})
SIGHT = frozenset({"see", "spot", "watch", "find", "read", "follow", "come"})
WORK = frozenset(
    {"job", "work", "recruit", "recruiter", "recruitment", "recruiting", "enlist", "offer", "promise", "contract"}
    | {
        "salary",
        "wage",
        "pay",
        "vacancy",
        "advert",
        "ad",
        "advertisement",
        "join",
        "hire",
        "sign",
        "volunteer",
        "guard",
    }
    | {"driver", "cook", "course", "scholarship", "rouble", "ruble", "dollar", "euro", "earn", "month"}
)
"""Words of what somebody is wooed with."""


def sees_a_picture(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "She has seen a video in which he stands in a trench": nobody is wooed by it, as one is by "a video on jobs"."""
    shown = [f.head for f in fillers if f.role == "channel"]
    seen = tree.lemmas[match.token] in SIGHT and any(tree.lemmas[h] in PICTURES for h in shown)
    return seen and told_around(tree, match.token, 0).isdisjoint(WORK)


def hurts_by_words(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Stories about mercenaries hurt them": nobody is wounded."""
    doers = {tree.lemmas[h] for h in _doers(fillers, "attacker")}
    return tree.lemmas[match.token] in ("hurt", "harm", "injure", "wound") and bool(doers) and doers <= WORDS


def goes_over(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Norland loses 900 men a year to Sweden": they go there, and nobody is killed."""
    token = match.token
    if tree.lemmas[token] != "lose":
        return False
    to = [p for i in (token, *tree.kids(token, "dobj")) for c in tree.kids(i, "prep") for p in tree.kids(c, "pobj")]
    lands = [p for p in to if tree.words[tree.heads[p]] == "to" and tree.ents[p] in ("GPE", "ORG", "NORP")]
    return bool(lands) and told_around(tree, token, 0).isdisjoint(
        VIOLENCE - {"war", "army", "unit", "recruit", "enlist"}
    )


def tells_of_birth(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The rows give a year of birth": no court gives it."""
    return any(tree.lemmas[h] in ("birth", "age", "death") for h in _doers(fillers, "charge")) and (
        tree.lemmas[match.token] == "give"
    )


def _doers(fillers: Sequence[Filler], role: str) -> list[int]:
    return [f.head for f in fillers if f.role == role]
