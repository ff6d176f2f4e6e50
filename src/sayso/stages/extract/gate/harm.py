"""Words for killing, wounding, holding and attacking where nobody is told to have done it to anybody.

The types mean what somebody does to somebody: a flood that kills, a rival beaten in a vote, a man caught on camera and
a place that holds 300 people are none of them. For claims only, as `everyday.py`, whose table names these rules.
"""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.surroundings import FULL, SHORT, heads_of, told_around
from sayso.stages.extract.parse.tree import Tree

LEGAL = frozenset(
    {"sanction", "law", "probe", "investigation", "ban", "measure", "tariff", "criticism", "lawsuit", "penalty", "tax"}
    | {"fine", "embargo", "restriction", "boycott", "inquiry", "accusation", "charge", "allegation", "campaign"}
)
"""What strikes nobody's body."""
VIOLENCE = frozenset(
    {"kill", "killing", "murder", "shoot", "shooting", "gun", "gunman", "gunfire", "bomb", "bombing", "bomber", "blast"}
    | {"explosion", "explode", "detonate", "attack", "attacker", "stab", "stabbing", "airstrike", "air-strike", "shell"}
    | {"shelling", "clash", "battle", "fighting", "fight", "war", "soldier", "troop", "troops", "militant", "rebel"}
    | {
        "insurgent",
        "terrorist",
        "torture",
        "execute",
        "execution",
        "assassinate",
        "assassination",
        "massacre",
        "sniper",
    }
    | {
        "crossfire",
        "riot",
        "ied",
        "rocket",
        "missile",
        "drone",
        "hostage",
        "mine",
        "grenade",
        "mortar",
        "bullet",
        "raid",
    }
    | {
        "assault",
        "ambush",
        "genocide",
        "crackdown",
        "invasion",
        "offensive",
        "firefight",
        "gunfight",
        "siege",
        "strike",
    }
    | {
        "violence",
        "slain",
        "slay",
        "lynch",
        "behead",
        "fighter",
        "conflict",
        "bombardment",
        "wounded",
        "combat",
        "coup",
    }
    | {"mercenary", "frontline", "front", "army", "commando", "convict", "unit", "taliban", "isis", "wagner", "bombard"}
    | {"quadcopter", "trench", "ammunition", "kalashnikov", "recruit", "enlist", "legion", "brigade", "battalion"}
    | {"regiment", "platoon", "infantry", "infantryman", "conscript", "mobilise", "mobilize", "rifle", "martyr"}
)
"""What tells that people died by somebody's hand."""
NATURAL = frozenset(
    {"disease", "illness", "cancer", "natural", "landslide", "mudslide", "avalanche", "earthquake", "quake", "flood"}
    | {"flooding", "crash", "accident", "storm", "hurricane", "typhoon", "cyclone", "tornado", "tsunami", "drown"}
    | {"virus", "ebola", "epidemic", "outbreak", "cholera", "malaria", "starve", "starvation", "hunger", "famine"}
    | {"thirst", "dehydration", "diabetes", "pneumonia", "infection", "stroke", "coronavirus", "covid", "covid-19"}
    | {"overdose", "stampede", "capsize", "sink", "hypothermia", "lightning", "derail", "collision", "collide", "blaze"}
    | {"temblor", "tremor", "aftershock"}
    | {"wildfire", "eruption", "shipwreck", "aids", "tuberculosis", "cold", "heatwave", "leukaemia", "leukemia"}
)
"""What people die of without anybody killing them."""
DYING = frozenset(
    {
        "declare",
        "pronounce",
        "die",
        "death",
        "dead",
        "perish",
        "lose",
        "loss",
        "be",
        "life",
        "casualty",
        "fatality",
        "suffer",
    }
)
KILLING = DYING | {
    "kill",
    "leave",
    "claim",
    "injure",
    "injured",
    "hurt",
    "wound",
    "injury",
    "hospitalise",
    "hospitalize",
}
NEARBY = 2
"""Sentences on both sides in which violence may be told."""


def dies_otherwise(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Died of cancer", "an earthquake killed 40": a death, or a wound, that nobody is told to have dealt.

    To die, and to be dead, tell a killing only where violence is told of in the sentence or beside it, and no other
    cause in the sentence.
    """
    token, lemma = match.token, tree.lemmas[match.token]
    if lemma == "die" and tree.kids(token, "prt"):
        return True  # "the media dies down"
    if lemma not in KILLING:
        return False
    here = told_around(tree, token, 0)
    if lemma in DYING and _fails_heart(tree, token):
        return True
    violent = is_violent(tree, here - {lemma, tree.words[token]})
    if here & {"gas"} and here & {"explosion", "leak"} and "bomb" not in here:
        return True  # "a gas explosion left one dead"
    if here & NATURAL or _is_in_fire(tree, match):
        return not violent or bool(_causes(tree, match, fillers) & (NATURAL | {"fire"}))
    if lemma in ("lose", "suffer", "loss") and violent:
        return False
    around = told_around(tree, token, NEARBY) - {lemma, tree.words[token]}
    if lemma not in DYING:
        return not (violent or is_violent(tree, around - HURTING)) and not around.isdisjoint(CATASTROPHES)
    return not (violent or is_violent(tree, around) or _tells_of_war(tree))


HURTING = frozenset({"kill", "killing", "wounded"})
CATASTROPHES = frozenset({"earthquake", "quake", "temblor", "aftershock", "tsunami", "flood", "hurricane", "typhoon"})
"""What a few sentences tell of when they go on to say how many were killed or hurt."""


def _fails_heart(tree: Tree, token: int) -> bool:
    """ "Died of a heart attack": nobody's attack."""
    sent = tree.doc[token].sent
    return any(
        word == "heart" and tree.lemmas[i + 1] == "attack"
        for i, word in enumerate(tree.words[sent.start : sent.end - 1], sent.start)
    )


def _tells_of_war(tree: Tree) -> bool:
    """Whether the whole text tells of violence, so that who is dead in it has not died in bed."""
    sentences = [set(tree.lemmas[sent.start : sent.end]) for sent in tree.doc.sents]
    violent = sum(not VIOLENCE.isdisjoint(words) for words in sentences)
    return len(sentences) >= SHORT and violent >= FULL * len(sentences)


def is_violent(tree: Tree, words: set[str]) -> bool:
    """Whether one of the words tells of violence."""
    return not words.isdisjoint(VIOLENCE)


def _causes(tree: Tree, match: Match, fillers: Sequence[Filler]) -> set[str]:
    """Heads of what is said to have killed: the doer, and what stands behind "of", "in", "from" and "by"."""
    doers = {tree.lemmas[f.head] for f in fillers if f.role in ("killer", "attacker")}
    return doers | heads_of(tree, match.frame.slots, "of", "in", "from", "by", "subject")


def _is_in_fire(tree: Tree, match: Match) -> bool:
    """ "Killed in the fire": no gunfire."""
    return any(
        tree.lemmas[i] == "fire" and not tree.kids(i, "amod", "compound")
        for slot in ("in", "subject", "by")
        for i in match.frame.slots.get(slot, ())
    )


CONTEST = frozenset(
    {"election", "vote", "poll", "primary", "caucus", "candidate", "score", "game", "match", "goal", "team", "season"}
    | {
        "league",
        "cup",
        "tournament",
        "title",
        "final",
        "race",
        "nominee",
        "voter",
        "debate",
        "champion",
        "player",
        "win",
    }
    | {"opponent", "ballot", "campaign", "tennis", "football", "seed", "seat", "rival"}
)
"""What one beats others in without hitting them."""


def hurts_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Beat her in Ohio", "that hurt him", "hospitalised for a stroke": no wound that somebody dealt."""
    lemma = tree.lemmas[match.token]
    if lemma == "beat":
        return not match.frame.passive and not told_around(tree, match.token, 2).isdisjoint(CONTEST)
    if lemma == "hurt" and not match.frame.passive:
        doers = [f for f in fillers if f.role == "attacker"]
        return not doers or all(tree.words[f.head] in ("it", "that", "this") for f in doers)
    if lemma in ("hospitalise", "hospitalize"):
        return not is_violent(tree, told_around(tree, match.token, NEARBY))
    return dies_otherwise(tree, match, fillers)


SEEN_ON = frozenset(
    {"video", "camera", "tape", "film", "footage", "cctv", "crossfire", "traffic", "middle", "maelstrom"}
)
"""What people are caught on or in without anybody catching them."""
ESTEEM = frozenset({"regard", "esteem", "contempt", "arm", "arms", "hand", "respect", "place", "balance", "check"})
KEPT = frozenset(
    {"patient", "passenger", "student", "guest", "spectator", "town", "village", "city", "ship", "vessel", "tank"}
)
"""What is held, caught or picked up without being arrested."""
HOLDERS = frozenset(
    {"ship", "boat", "hall", "facility", "hospital", "stadium", "plane", "vessel", "building", "room", "arena"}
)
GOODS = frozenset({"ship", "vessel", "boat", "plane", "aircraft", "tanker", "truck", "car", "cargo", "tank", "weapon"})


def holds_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Held off the attack", "holds him in high regard", "caught on video", "held 750 patients": no arrest."""
    token, lemma = match.token, tree.lemmas[match.token]
    if lemma == "seize" and {tree.words[c] for c in tree.kids(token, "prep", "prt")} & {"upon", "on"}:
        return True  # "seized upon the interview"
    held = [f.head for f in fillers if f.role == "detained"]
    particles = {tree.words[c] for c in tree.kids(token, "prt", "advmod")}
    below = {tree.lemmas[p] for c in tree.kids(token, "prep") for p in tree.kids(c, "pobj")}
    if held and all(tree.lemmas[h] in GOODS for h in held):
        return True  # "detain the ship"
    if held and all(tree.deps[h] == "poss" and tree.lemmas[h] in ("team", "club", "company", "party") for h in held):
        return True  # "the team's second such arrest"
    if lemma == "hold" and held and all(tree.tags[h] == "CD" for h in held) and _told_before(tree, token, STAGED):
        return True  # "a rally that drew 5,000 was held"
    if lemma == "hold":
        doers = {tree.lemmas[f.head] for f in fillers if f.role == "detainer"}
        direct = {*match.frame.slots.get("object", ()), *match.frame.slots.get("subject", ())}
        lost = not match.frame.passive and not any(h in direct for h in held)
        kept = bool(held) and all(tree.lemmas[h] in KEPT or _behind(tree, h) in KEPT for h in held)
        return bool(particles & {"off", "out", "up", "down"} or below & ESTEEM or doers & HOLDERS or lost or kept)
    if lemma == "catch":
        return bool(particles & {"up", "out", "off"} or below & SEEN_ON)
    if lemma in ("pick", "collect"):
        return not match.frame.passive and bool(
            {tree.lemmas[h] for h in held} & {"child", "kid", "son", "daughter", "passenger"}
        )
    return lemma == "detain" and bool(below & {"hospital"})


STAGED = frozenset(
    {
        "rally",
        "protest",
        "demonstration",
        "march",
        "meeting",
        "talk",
        "talks",
        "vote",
        "election",
        "referendum",
        "vigil",
    }
    | {"ceremony", "conference", "summit", "concert", "poll", "exercise", "parade", "hearing", "trial", "funeral"}
)
"""What is held without anybody being held."""


def _told_before(tree: Tree, token: int, nouns: frozenset[str]) -> bool:
    """Whether one of these stands before a word in its sentence."""
    return not nouns.isdisjoint(tree.lemmas[tree.doc[token].sent.start : token])


def _behind(tree: Tree, i: int) -> str:
    """Lemma of what an amount is of: the towns of "a number of towns"; empty without "of"."""
    found = [p for c in tree.kids(i, "prep") if tree.words[c] == "of" for p in tree.kids(c, "pobj")]
    return tree.lemmas[found[0]] if found else ""


def fights_with_words(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Attacked her in tweets", "two earthquakes struck", "shot himself", "food shot by a restaurant": no assault."""
    lemma = tree.lemmas[match.token]
    sources = {tree.lemmas[f.head] for f in fillers if f.role == "source"}
    if sources & (NATURAL | {"restaurant", "photographer", "rain", "snow", "recession", "crisis"}):
        return True
    objects = match.frame.slots.get("object", ())
    if any(tree.words[i] in ("himself", "herself", "themselves", "itself") for i in tree.kids(match.token, "dobj")):
        return True
    if lemma == "attack" and match.trigger.pos == "verb":
        below = {tree.lemmas[p] for c in tree.kids(match.token, "prep") for p in tree.kids(c, "pobj")}
        if below & SPOKEN or any(
            tree.kids(c, "pcomp") for c in tree.kids(match.token, "prep") if tree.words[c] in ("for", "over")
        ):
            return True
        person = any(tree.ents[i] == "PERSON" for i in objects)
        return person and not is_violent(
            tree, told_around(tree, match.token, NEARBY) - {"attack", "front", "fight", "battle"}
        )
    return False


SPOKEN = frozenset(
    {
        "tweet",
        "twitter",
        "ad",
        "advert",
        "speech",
        "interview",
        "debate",
        "statement",
        "letter",
        "book",
        "article",
        "post",
    }
    | {"column", "remark", "comment", "rally", "television", "tv", "record", "stance", "policy"}
)
"""Where one attacks with words."""


def bursts_by_itself(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A gas explosion at a restaurant": an accident."""
    burst = tree.lemmas[match.token] in ("explosion", "blast", "explode")
    return burst and "gas" in {tree.words[c] for c in tree.children[match.token]}


def hits_by_law(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Targeted by sanctions", "hit with a fine": nobody is attacked."""
    named = heads_of(tree, match.frame.slots, "by", "with") | {
        tree.lemmas[f.head] for f in fillers if f.role == "source"
    }
    return bool(named & LEGAL)
