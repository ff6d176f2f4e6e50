"""Words of a field's types in other senses: to run for office, to tie a knot, to take revenge.

For claims only, as `everyday.py`, whose table names these rules.
"""

from collections.abc import Sequence

from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.clause.subjects import has_to
from sayso.stages.extract.gate.harm import GOODS, VIOLENCE
from sayso.stages.extract.gate.surroundings import heads_of, told_around
from sayso.stages.extract.parse.tree import Tree


def moves_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether nobody is named who travels, or it is a thing or an animal's carriage, or people are driven to a deed."""
    travelling = [f.head for f in fillers if f.role == "traveller"]
    goals = {tree.lemmas[f.head] for f in fillers if f.role == "destination"}
    if not travelling or goals & {"hospital", "court", "crime", "clinic", "conclusion", "polls"}:
        return True
    return all(tree.lemmas[h] in GOODS or tree.ents[h] == "PRODUCT" for h in travelling)


def trains_for_no_fight(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A trained negotiator", "train doctors": a label, or schooling."""
    if tree.deps[match.token] == "amod":
        return True
    trained = {tree.lemmas[f.head] for f in fillers if f.role == "trainee"}
    return bool(trained & CIVIL)


CIVIL = frozenset(
    {
        "doctor",
        "nurse",
        "medic",
        "paramedic",
        "teacher",
        "negotiator",
        "judge",
        "lawyer",
        "journalist",
        "athlete",
        "player",
    }
    | {"dog", "midwife", "counsellor", "counselor", "singer", "dancer", "physician", "scientist", "graduate"}
)


def links_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A bar close to Oslo", "emails belonging to her chairman": no link between people or bodies."""
    lemma = tree.lemmas[match.token]
    if any(
        tree.words[c] in ("former", "ex", "one-time", "onetime") for c in tree.kids(match.token, "amod", "compound")
    ):
        return True  # "a former officer in the guard" is one no longer
    named = [f.head for f in fillers if f.role == "affiliate"]
    whom = [f.head for f in fillers if f.role == "organisation"]
    if lemma == "close":
        return not named or any(
            tree.ents[h] in ("GPE", "LOC", "FAC") or tree.lemmas[h] in PLACES for h in (*named, *whom)
        )
    return lemma in ("belong", "have", "lead", "tie") and not named


PLACES = frozenset(
    {"town", "city", "village", "capital", "border", "airport", "base", "camp", "district", "bar", "river", "suburb"}
)


def flees_nothing(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Run for office", "run a cable", "left the White House", "a cat abandoned by its owner": nobody flees."""
    lemma = tree.lemmas[match.token]
    if lemma == "run" and any(tree.words[c] == "back" for c in tree.kids(match.token, "advmod", "prt")):
        return True  # "ran back to the house"
    if lemma == "run":
        goals = [i for slot in ("for", "to", "into") for i in match.frame.slots.get(slot, ())]
        office = any(tree.lemmas[i] in OFFICES for i in goals)
        return (
            office
            or bool(match.frame.slots.get("object"))
            or not (goals or match.consumed or tree.kids(match.token, "prt"))
        )
    if lemma == "leave":
        alone = any(tree.words[f.head] in ("i", "he", "she") for f in fillers if f.role == "fleeing")
        return alone or any(tree.words[i] == "house" and tree.words[i - 1] == "white" for i in match.consumed)
    return False


OFFICES = frozenset(
    {"president", "presidency", "office", "governor", "mayor", "senate", "congress", "seat", "election", "reelection"}
    | {"re-election", "parliament", "chair", "nomination", "council", "post", "premier", "vice-president", "term"}
)


def approaches_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether nobody is named who is approached, or who approaches by sight only; or people are dug out or shot at."""
    lemma = tree.lemmas[match.token]
    reached = [f.head for f in fillers if f.role == "approached"]
    if lemma == "contact" and not told_around(tree, match.token, 0).isdisjoint({"information", "details", "e-mail"}):
        return True  # "for more information, contact the office"
    if lemma in ("approach", "reach", "contact", "write", "telephone", "message", "phone", "email"):
        return not reached or any(
            tree.lemmas[c] in ("bury", "trap", "strand") for h in reached for c in tree.children[h]
        )
    if lemma == "target":
        return (
            not told_around(tree, match.token, 0).isdisjoint(VIOLENCE - {"war", "unit", "army"}) or match.frame.passive
        )
    return False


def earns_elsewhere(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Executives earned a median salary": pay of people whom nobody arms, or is an average."""
    if tree.lemmas[match.token] not in ("earn", "make", "get", "receive", "draw", "collect"):
        return False
    return any(
        tree.words[c] in ("median", "average", "annual", "hourly") for i in match.consumed for c in tree.children[i]
    )


def denies_no_deed(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The judge dismissed the claims": a ruling, no denial."""
    return tree.lemmas[match.token] in ("dismiss", "reject") and any(
        tree.lemmas[i] in ("judge", "court", "tribunal", "justice", "jury", "magistrate")
        for f in fillers
        if f.role == "denier"
        for i in (f.head, *tree.kids(f.head, "compound"))
    )


def is_a_label(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "A convicted felon": what somebody is called, and nothing that the text tells of him."""
    return tree.deps[match.token] == "amod" and tree.lemmas[match.token] in ("convict", "convicted")


def is_a_name_for(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "The recognised channels", "a proposed debate", "the alleged boss": a word before a noun that says which one.

    Somebody must have recognised or proposed it, but whom the parse puts in his place is the thing itself.
    """
    described = tree.deps[match.token] == "amod" and tree.tags[match.token] in ("VBN", "JJ")
    return described and not any(tree.words[c] == "by" for c in tree.children[match.token])


def is_of_a_mind(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Most agree that the country is on the wrong track": they think so, and promise nothing."""
    if tree.lemmas[match.token] != "agree" or not match.frame.clausal:
        return False
    return not any(
        tree.tags[c] == "MD" or tree.words[c] == "to" for below in match.frame.clausal for c in tree.children[below]
    )


def comes_under_fire(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Received heavy machine gun fire": no arms are given."""
    behind = tree.words[match.token + 1 : match.token + 14]
    return tree.lemmas[match.token] in ("receive", "get", "take") and "fire" in behind


def gathers_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Chefs demonstrated recipes": they showed something, against nobody."""
    shown = tree.kids(match.token, "dobj")
    return tree.lemmas[match.token] == "demonstrate" and bool(shown)


def pulls_no_troops(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Pulled the child out of the pool": a rescue, and no retreat."""
    moved = {tree.lemmas[f.head] for f in fillers if f.role == "theme"}
    return tree.lemmas[match.token] == "pull" and bool(
        moved & {"child", "boy", "girl", "man", "woman", "body", "baby", "victim", "driver", "passenger", "survivor"}
    )


def votes_against(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Voted against the Fair Rents for Tenants Act": no support, whatever the parser hangs on the vote."""
    against = any(tree.words[c] == "against" for c in tree.kids(match.token, "prep"))
    return tree.lemmas[match.token] == "vote" and against


def gives_no_word(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "God forbid", "an exchange between the two": a set phrase, talk."""
    if tree.lemmas[match.token] == "forbid":
        return any(tree.words[f.head] in ("god", "heaven") for f in fillers)
    noun = match.trigger.pos == "noun" and tree.lemmas[match.token] == "exchange"
    return noun and "of" not in match.frame.slots


def asks_nothing(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Told the paper that", "standards applied to him", "for details call the office", "asked by a senator if"."""
    token, lemma = match.token, tree.lemmas[match.token]
    if lemma == "apply":
        return match.frame.passive or tree.deps[token] == "acl"
    if lemma == "tell":
        return not match.frame.infinitives
    if lemma == "call" and not tree.kids(token, "nsubj", "nsubjpass") and tree.deps[token] == "ROOT":
        return True
    if lemma == "press":
        pressed = {tree.lemmas[o] for o in tree.kids(token, "dobj")}
        return not pressed.isdisjoint({"campaign", "attack", "offensive", "advance", "assault", "case", "siege"})
    if lemma != "ask":
        return False
    if _is_answer(tree, match):
        return True
    clauses = (*match.frame.clausal, *tree.kids(token, "ccomp", "advcl"))
    return any(
        tree.words[c] in ("if", "whether") and tree.deps[c] == "mark" for below in clauses for c in tree.children[below]
    ) and not any(has_to(tree, below) for below in match.frame.infinitives)


def _is_answer(tree: Tree, match: Match) -> bool:
    """ "Asked about the camps, the spokesman said": he was asked, and asks for nothing."""
    token = match.token
    passive = tree.tags[token] == "VBN" and not tree.kids(token, "aux", "auxpass")
    return passive and tree.deps[token] in ("advcl", "ccomp", "dep", "ROOT") and not match.frame.infinitives


def yields_nothing(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Accepted responsibility for the blast", "handed over their old clothes": nobody gives way."""
    lemma = tree.lemmas[match.token]
    named = heads_of(tree, match.frame.slots, "object") | {tree.lemmas[f.head] for f in fillers if f.role == "theme"}
    if lemma == "accept":
        return "responsibility" in named
    return lemma in ("hand", "give") and bool(
        named & {"clothes", "clothing", "present", "gift", "prize", "award", "key", "ball"}
    )


def shuts_its_own(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Companies shut down their data centres": no power is used against anybody."""
    own = any(
        tree.tags[c] == "PRP$" for f in fillers if f.role in ("theme", "target") for c in tree.kids(f.head, "poss")
    )
    shut = tree.lemmas[match.token] in ("shut", "close", "shutter")
    return shut and own


def takes_no_place(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Took position outside the room": nobody's position is taken."""
    return any(tree.lemmas[i] == "position" and not tree.kids(i, "det", "poss", "amod") for i in match.consumed)


AID_SENT = frozenset(
    {
        "rescuer",
        "rescue",
        "firefighter",
        "medic",
        "doctor",
        "nurse",
        "paramedic",
        "volunteer",
        "child",
        "kid",
        "student",
    }
)


def sends_no_force(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Sent a child to college", "rescue workers were sent", "people who are committed to": no force is deployed."""
    deployed = [f.head for f in fillers if f.role == "deployed"]
    lemma = tree.lemmas[match.token]
    if lemma == "commit" and match.frame.passive and all(tree.lemmas[h] not in FORCES for h in deployed):
        return True
    helpers = deployed and all(
        tree.lemmas[h] in AID_SENT
        or any(tree.words[c] in ("rescue", "aid", "relief", "medical") for c in tree.children[h])
        for h in deployed
    )
    goals = {tree.lemmas[f.head] for f in fillers if f.role == "destination"}
    if goals & {"hospital", "college", "school", "court", "jail", "prison"}:
        return True
    return bool(helpers) and "front" not in told_around(tree, match.token, 0)


FORCES = frozenset(
    {
        "troop",
        "troops",
        "soldier",
        "force",
        "forces",
        "battalion",
        "brigade",
        "unit",
        "marine",
        "reserve",
        "man",
        "men",
        "police",
        "peacekeeper",
        "fighter",
    }
)


def recruits_nobody(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """ "Took revenge on the rebels", "took the top spot on a list", "joined the court fight": nobody is taken on."""
    lemma = tree.lemmas[match.token]
    pool = [f.head for f in fillers if f.role == "recruit_pool"]
    if lemma == "take" and not tree.kids(match.token, "prt"):
        taker = any(tree.deps[tree.heads[h]] == "agent" for h in pool)  # "an office taken by rebels"
        return (
            taker
            or not pool
            or any(tree.lemmas[i] in ("revenge", "spot", "toll", "look", "aim") for i in tree.kids(match.token, "dobj"))
        )
    services = {"diplomatic", "civil", "foreign"}
    if lemma == "join" and any(services & {tree.words[c] for c in tree.children[i]} for i in match.consumed):
        return any(tree.lemmas[i] == "service" for i in match.consumed)  # "joined the diplomatic service"
    if lemma == "join":
        taken = [*match.consumed, *match.frame.slots.get("object", ())]
        return any(tree.words[c] in ("court", "legal", "political") for i in taken for c in tree.children[i]) or any(
            tree.words[i] == "forces" and not tree.kids(i, "det", "amod", "compound", "poss") for i in taken
        )
    return False
