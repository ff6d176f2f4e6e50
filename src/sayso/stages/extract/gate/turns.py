"""Turns of phrase in which a word tells another thing than its type: "came to power in an election", "pour into the
streets", "pledged to crack down".

Read off claims of articles that were judged by hand (docs/method/confidence.md). For claims only; `everyday.py` has the
table that names these rules.
"""

from collections.abc import Sequence
from itertools import pairwise

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.gate.harm import VIOLENCE
from sayso.stages.extract.gate.surroundings import heads_of, told_around
from sayso.stages.extract.parse.tree import Tree

RESPECTS = frozenset({"respect", "respects", "tribute", "homage"})
DEALS = frozenset(
    {"lay", "light", "hold", "observe", "attend", "hear", "see", "greet", "welcome", "collect", "receive"}
)
"""What people gather to do without asking anybody for anything."""
VOTES = frozenset({"election", "vote", "ballot", "poll", "referendum", "elect", "win", "succeed", "death"})
STREETS = frozenset({"street", "streets", "square", "poll", "polls", "stadium", "market", "mosque", "church", "shop"})
"""Where people who pour in flee from nothing."""
FORCE = frozenset(
    {
        "crack",
        "fight",
        "crush",
        "punish",
        "retaliate",
        "strike",
        "attack",
        "defeat",
        "destroy",
        "avenge",
        "bomb",
        "kill",
    }
    | {"quell", "suppress", "eliminate", "eradicate", "respond", "expel", "hunt", "pursue", "arrest", "prosecute"}
)
"""What one pledges to do to others, and not with them."""
FACTS = frozenset(
    {"challenge", "need", "problem", "importance", "fact", "difficulty", "concern", "threat", "risk", "danger", "scale"}
    | {"gravity", "seriousness", "severity", "error", "mistake", "failure", "limit", "reality", "loss", "suffering"}
)
"""What one recognises without backing anybody."""
BUILDINGS = frozenset(
    {"building", "headquarters", "office", "station", "town", "city", "village", "airport", "base", "district", "hall"}
    | {"square", "checkpoint", "territory", "area", "region", "neighbourhood", "neighborhood", "school", "plant"}
)
SIGHTS = frozenset(
    {"spotlight", "view", "limelight", "scene", "screen", "media", "headline", "headlines", "list", "map"}
)
ANIMALS = frozenset(
    {
        "bee",
        "wasp",
        "dog",
        "shark",
        "bear",
        "crocodile",
        "snake",
        "lion",
        "tiger",
        "elephant",
        "wolf",
        "mosquito",
        "bull",
    }
    | {"alligator", "leopard", "hornet", "spider", "hippo", "horse", "cat", "pig", "boar"}
)
VEHICLES = frozenset(
    {"car", "truck", "lorry", "train", "bus", "tractor-trailer", "trailer", "van", "vehicle", "tram", "motorcycle"}
    | {"taxi", "motorist", "driver", "locomotive"}
)
RUN_INTO = frozenset({"strike", "hit", "run", "knock", "crush"})
MATTERS = frozenset(
    {"latter", "former", "point", "topic", "subject", "issue", "question", "conclusion", "term", "terms"}
)
"""What one comes back to without travelling."""


def pays_respects(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Gathered to pay respects to the dead", "gather to greet the team": nobody protests."""
    below = (*match.frame.infinitives, *tree.kids(match.token, "advcl", "xcomp"))
    named = {tree.lemmas[o] for i in below for o in tree.kids(i, "dobj")}
    return not named.isdisjoint(RESPECTS) or any(
        tree.lemmas[i] in DEALS and "protest" not in named and "rally" not in named for i in below
    )


def comes_to_office(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Since Berg came to power in 1981", "swept to power in elections": no power is seized by force."""
    if tree.lemmas[match.token] not in ("come", "sweep", "rise", "ascend", "return") or "to" not in {
        *match.frame.slots,
        *match.frame.words,
    }:
        return False
    takers = [f.head for f in fillers if f.role == "taker"]
    person = any(tree.ents[h] == "PERSON" or tree.words[h] in ("he", "she") for h in takers)
    return person or not told_around(tree, match.token, 0).isdisjoint(VOTES)


def pours_out(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "People pour into the streets": they flee from nothing."""
    pours = tree.lemmas[match.token] in ("pour", "stream", "flood", "flock", "spill")
    return pours and not heads_of(tree, match.frame.slots, "into", "to", "onto", "through").isdisjoint(STREETS)


def pledges_force(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Pledged to crack down on protests": what is promised is force against others, and no agreement."""
    if tree.lemmas[match.token] not in ("pledge", "promise", "vow", "swear", "agree"):
        return False
    below = (
        *match.frame.infinitives,
        *tree.kids(match.token, "xcomp"),
        *(f.head for f in fillers if f.role == "theme"),
    )
    alone = tree.lemmas[match.token] != "agree"
    return alone and any(tree.lemmas[i] in FORCE | {"crackdown", "retaliation", "revenge"} for i in below)


def sees_a_fact(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Recognises the challenges of reform": somebody sees that they are there, and backs nobody."""
    sees = tree.lemmas[match.token] in ("recognise", "recognize", "acknowledge", "appreciate")
    named = {tree.lemmas[f.head] for f in fillers if f.role in ("theme", "target")}
    return sees and not (named | heads_of(tree, match.frame.slots, "object")).isdisjoint(FACTS)


def frees_a_place(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The town hall was freed by police": a place is taken, and nobody is let go."""
    freed = [f.head for f in fillers if f.role in ("theme", "target")] + list(match.frame.slots.get("object", ()))
    frees = tree.lemmas[match.token] in ("free", "liberate")
    return frees and any(tree.lemmas[h] in BUILDINGS or tree.ents[h] in ("GPE", "LOC", "FAC") for h in freed)


def leaves_the_news(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Went missing from the media spotlight": he is only not seen."""
    below = tree.kids(match.token, "prep", "acomp", "oprd")
    nouns = [
        p
        for c in below
        for p in (*tree.kids(c, "pobj"), *(q for d in tree.kids(c, "prep") for q in tree.kids(d, "pobj")))
    ]
    return any(tree.lemmas[i] in SIGHTS for i in nouns)


def only_doubts(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "The opposition is sceptical of talks": it doubts, and accuses nobody."""
    return tree.lemmas[match.token] in ("sceptical", "skeptical", "doubtful", "unsure", "wary", "dispute")


def is_an_animals(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A killer bee attack", "killed by a shark": no assault, and nobody who kills."""
    doers = [f.head for f in fillers if f.role in ("source", "killer", "attacker")]
    doers += tree.kids(match.token, "compound", "nmod", "poss")
    return any(tree.lemmas[h] in ANIMALS for h in doers)


def is_run_over(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Killed after being struck by a lorry": an accident, where nothing tells of violence."""
    token = match.token
    if tree.lemmas[token] not in ("kill", "die", "injure", "wound", "hurt", "leave"):
        return False
    sent = tree.doc[token].sent
    agents = [
        p
        for i in range(sent.start, sent.end)
        if tree.lemmas[i] in RUN_INTO
        for c in tree.kids(i, "agent", "prep")
        if tree.words[c] == "by"
        for p in tree.kids(c, "pobj")
    ]
    return any(tree.lemmas[p] in VEHICLES for p in agents) and told_around(tree, token, 0).isdisjoint(
        VIOLENCE - {"strike", "front", "unit", "kill", "killing"}
    )


def comes_back_to(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Coming back to the latter", "make it out to be": nobody travels."""
    if tree.lemmas[match.token] in ("make", "making"):
        return "out" in {tree.words[c] for c in tree.kids(match.token, "prt", "prep", "advmod")} or any(
            tree.words[k] == "out" for k in range(match.token + 1, min(match.token + 4, len(tree.words)))
        )
    return not heads_of(tree, match.frame.slots, "to", "destination").isdisjoint(MATTERS) and tree.lemmas[
        match.token
    ] in ("come", "return", "go", "get")


def infiltrates(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "The police were infiltrated by militias": nobody is attacked."""
    return tree.lemmas[match.token] == "infiltrate"


def applies_to(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The ruling applied to families": nobody asks for anything."""
    return tree.lemmas[match.token] == "apply" and not any(f.role == "source" for f in fillers)


def brings_out(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Brings out the worst in people": nobody is called to arms."""
    named = {tree.lemmas[i] for i in (*match.consumed, *tree.kids(match.token, "dobj"))}
    return tree.lemmas[match.token] == "bring" and not named.isdisjoint(
        {"best", "worst", "good", "bad", "well", "badly"}
    )


def is_survived(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Is critically injured after being shot in the back": a wound, and no death."""
    shot = tree.lemmas[match.token] == "shoot"
    here = told_around(tree, match.token, 0)
    hurt = not here.isdisjoint({"injure", "injured", "wound", "wounded", "survive", "recover", "hospital", "hurt"})
    return shot and hurt and here.isdisjoint({"kill", "die", "dead", "death"})


def crashes(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A transport aircraft crashes, killing 15": an accident, whatever is guessed of it."""
    doers = {tree.lemmas[f.head] for f in fillers if f.role in ("killer", "attacker")}
    return not doers.isdisjoint(CRAFT) and "crash" in told_around(tree, match.token, 0)


CRAFT = frozenset(
    {"aircraft", "plane", "jet", "helicopter", "airliner", "bus", "train", "car", "truck", "boat", "ferry"}
)
MONEY = frozenset({"$", "£", "€", "dollar", "pound", "euro", "fund", "money", "cash", "deposit", "saving", "savings"})


def takes_out_money(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Investors withdraw $80 billion": no army retreats."""
    moved = [f.head for f in fillers if f.role in ("theme", "target")]
    words = {tree.lemmas[i] for h in moved for i in (h, *tree.children[h])}
    return tree.lemmas[match.token] in ("withdraw", "pull") and (
        not words.isdisjoint(MONEY) or any(tree.ents[h] == "MONEY" for h in moved)
    )


def will_not(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Insists that the troops will not leave": what he promises, and denies not."""
    insists = tree.lemmas[match.token] in ("insist", "say", "state", "maintain", "stress", "repeat", "vow")
    return insists and any(
        tree.words[c] in ("will", "wo", "would", "shall")
        for below in match.frame.clausal
        for c in tree.kids(below, "aux")
    )


def is_the_other(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Offers tours rather than the usual enlistment": what is not done or offered."""
    before = tree.words[max(0, match.token - 8) : match.token]
    return match.trigger.pos == "noun" and any(pair == ("rather", "than") for pair in pairwise(before))


def reshuffles(tree: Tree, match: Match, _fillers: Sequence[Filler]) -> bool:
    """ "Reshuffles the cabinet": a concession as often as a use of power."""
    return tree.lemmas[match.token] in ("reshuffle", "shuffle", "reshuffling")
