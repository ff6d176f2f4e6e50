"""Fillers that stand where a participant would and are none: circumstances, aims, places, days, nobody.

"Sent against their will", "fighting on his side", "with the aim of dissuading them", "crossing the river", "fled the
province". Each rule came from claims read by hand (docs/method/claims-read-by-hand.md); the role stays empty.
"""

import re

from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.parse.tree import Tree

WILL = frozenset({"will", "wish", "consent", "desire", "conscience", "inclination", "judgment", "advice"})
"""Against which people are sent, or do something."""
AIMS = frozenset(
    {"aim", "goal", "purpose", "intention", "intent", "view", "hope", "idea", "objective", "exception", "condition"}
    | {"help", "ease", "impunity", "caution", "regard", "respect", "reference"}
)
"""Nouns behind "with" that tell how or what for, whoever takes part."""
STANDS = frozenset(
    {"side", "behalf", "soil", "territory", "ground", "condition", "basis", "order", "orders", "return", "arrival"}
    | {"pretext", "promise", "term", "terms", "front", "eve", "way"}
)
"""Nouns behind "on" that are no channel."""
CROSSED = frozenset(
    {"river", "border", "frontier", "line", "bridge", "strait", "straits", "channel", "sea", "canal", "desert"}
    | {"mountain", "mountains", "lake", "road", "front"}
)
"""What one crosses on the way somewhere."""
HEARINGS = frozenset(
    {"trial", "retrial", "hearing", "appearance", "sentencing", "questioning", "arraignment", "appeal", "verdict"}
    | {"time", "day", "session", "proceeding", "proceedings"}
)
"""What somebody comes to a court for, and is not charged with."""
DEEDS = frozenset(
    {"refusal", "removal", "resignation", "dismissal", "ouster", "departure", "decision", "failure", "rejection"}
    | {"return", "release", "proposal", "plan", "demand", "request", "promise", "handling", "treatment", "reform"}
    | {"arrest", "detention", "visit", "election", "vote", "result", "dispute", "right", "cut", "law", "policy"}
)
"""What people fight over: it is attacked by nobody with arms, and kills nobody."""
ENACTED = frozenset({"approve", "ratify", "sign", "pass", "initial", "finalise", "finalize", "adopt"})
"""Verbs for what is done to a text."""
MONTH = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\d+$")


def is_beside_the_event(tree: Tree, match: Match, role: str, slot: str, head: int, denoted: Denoted) -> bool:
    """Whether a filler only tells how, what for, where or when."""
    lemma, own = tree.lemmas[head], tree.words[head]
    if MONTH.match(own):
        return True  # "the attacks of Sept.11"
    if slot == "with" and lemma in AIMS:
        return True
    if role in ("offer", "means") and own in ("whatever", "whichever", "anything", "everything", "something"):
        return True
    if role == "purpose" and lemma in WILL:
        return True
    if role in ("channel", "force") and slot == "on" and lemma in STANDS and not _is_anothers(tree, head):
        return True
    if role == "destination" and slot == "object" and tree.lemmas[match.token] == "cross" and lemma in CROSSED:
        return True
    if role == "cause" and slot == "object" and _is_left(tree, head, denoted):
        return True
    if role == "charge" and lemma in HEARINGS:
        return True  # "appeared in court for his trial"
    if lemma in DEEDS and _is_what_is_fought_over(match, role, slot):
        return True
    if role == "recipient" and slot == "for" and tree.words[tree.lefts[head]] in ("every", "each", "a", "any"):
        return True  # "paid him $200 for every man": what he was paid for
    if role == "killer" and tree.lemmas[match.token] == "bury":
        return True  # "mourners gather to bury the dead"
    if role == "target" and slot in ("into", "in") and own in ("air", "sky"):
        return True  # "fired warning shots into the air"
    if role == "missing" and own in ("nobody", "no-one", "none"):
        return True  # "nobody heard of him"
    if role == "instrument" and tree.kids(head, "det") and tree.words[tree.lefts[head]] in ("some", "many", "several"):
        return True  # "killed by guards, with some shot by snipers"
    return _is_another_party(tree, match, role, slot, head, denoted) or _is_where_it_stands(
        tree, match, role, slot, head
    )


def _is_what_is_fought_over(match: Match, role: str, slot: str) -> bool:
    """Whether a deed would kill or be attacked: "clash over his refusal", "his removal and clashes killing dozens"."""
    doer = role in ("killer", "attacker", "source") and slot in ("subject", "by")
    hit = role == "target" and slot != "object"
    return match.trigger.event_type in ("KILL", "WOUND", "ASSAULT") and (doer or hit)


def _is_anothers(tree: Tree, head: int) -> bool:
    """Whether a side is named: "on Norway's side", "on the side of Norway"."""
    named = [c for c in tree.kids(head, "poss") if tree.tags[c] != "PRP$"]
    return bool(named) or any(tree.words[c] == "of" for c in tree.kids(head, "prep"))


def _is_left(tree: Tree, head: int, denoted: Denoted) -> bool:
    """Whether what people flee is where they lived: "fled their positions", "fled war-torn lands", "fled Voss"."""
    if any(tree.tags[c] == "PRP$" for c in tree.kids(head, "poss")):
        return True
    named = tree.tags[head] in ("NNP", "NNPS") and tree.ents[head] not in ("PERSON", "ORG", "NORP")
    lands = tree.lemmas[head] in ("land", "homeland", "country", "home", "shelter")
    return lands or denoted.is_place(head) or (named and not denoted.is_actor(head))


def _is_another_party(tree: Tree, match: Match, role: str, slot: str, head: int, denoted: Denoted) -> bool:
    """Whether it is a party of another sort than the role's.

    "Soldiers visiting from the battalion"; "protested to Norland over its nationals"; "Norland signs contracts with
    them", which makes a land no recruit; "Voss, a commander of the corps", where a land commands nothing.
    """
    kind, lemma = match.trigger.event_type, tree.lemmas[match.token]
    if kind == "CONSULT" and slot == "from":
        return True
    if kind == "SUPPORT" and role == "target" and slot == "to" and lemma in ENACTED:
        return True  # "approved the treaty of accession to Norland": what the treaty is of
    if kind == "ACCUSE" and role == "target" and slot == "object" and lemma == "allege":
        return True  # "alleging many were hurt": what is alleged, and nobody who is accused
    if kind == "ACCUSE" and role == "target" and slot in ("over", "about") and match.frame.slots.get("to"):
        return True
    if kind == "RECRUIT" and lemma == "sign":
        return (role == "recruit_pool" and tree.ents[head] == "GPE") or (
            role == "force" and tree.words[head] in ("them", "him", "her", "us", "me")
        )
    if kind == "KILL" and lemma == "lose":  # "families lost a boy": who is lost is dead; "lost two ships" kills none
        lost = [o for o in (*match.consumed, *match.frame.slots.get("object", ())) if denoted.is_people(o)]
        return bool(lost) if slot == "subject" else head not in lost
    if role == "offer" and (tree.ents[head] == "NORP" or tree.tags[head] == "NNPS"):
        return True
    return role == "affiliate" and tree.deps[match.token] == "appos" and tree.ents[head] == "GPE"


def _is_where_it_stands(tree: Tree, match: Match, role: str, slot: str, head: int) -> bool:
    """Whether a place only tells where the thing stands that was taken: "occupied two bases in the region of Voss"."""
    if role != "taken" or slot not in ("in", "at", "near"):
        return False
    places = load_nouns().places
    things = [o for o in match.frame.slots.get("object", ()) if o not in match.consumed and o != head]
    return any(tree.tags[o].startswith("NN") and (o < head or tree.lemmas[o] in places) for o in things)
