"""Which fillers are doubtful: reached by a way that more often leads to somebody else, so that the role stays empty.

Each rule came from claims read on `timelines` dev articles; what each cost and gained is in
docs/history/extract-trials.md.
"""

from sayso.lexicon.control import load_control
from sayso.lexicon.nouns import load_nouns
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.clause.ways_of_standing import is_beside_the_event
from sayso.stages.extract.parse.tree import Tree

EXPELLING = frozenset({"expel", "oust", "evict"})
ANY = frozenset({"nobody", "everybody", "somebody", "anybody", "everyone", "someone", "anyone"})
YIELDED = frozenset({"CONCEDE", "COERCE", "CONSULT"})
"""Types whose act names those it is done to: "freed the prisoners"."""

NAMED = frozenset({"GPE", "NORP", "PERSON"})
"""What the parser's entities call names of states, peoples and persons."""

JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
"""Types whose act is a judgement on something."""

CONSENTING = frozenset({"agree", "accede", "consent"})
"""Verbs behind which "to" leads to a matter."""
WANTING = frozenset({"demand", "seek", "propose", "recommend", "suggest", "advocate"})
"""Verbs whose object is what is asked for, be it a person: "demanded Berg and Dahl's release"."""
MEDIA = frozenset(
    {"facebook", "twitter", "telegram", "youtube", "instagram", "tiktok", "radio", "tv", "television"}
    | {"internet", "web"}
)
WAGED = frozenset({"aggression", "offensive", "onslaught"})
"""Nouns for attacks behind which "of" tells whose they are."""
WITH_SOMEBODY = frozenset({"AGREE", "CONSULT", "CONTACT", "COOPERATE"})
"""Types whose "with" tells with whom, whatever else is told: "spoke on the telephone with the king"."""
HIT = frozenset({"position", "target", "site", "building", "vehicle", "truck", "bunker", "depot", "trench"})
"""Things that name an attack with its verb and are what is attacked: "struck the positions"."""
SUFFERED = frozenset({"takeover", "bombing", "shooting", "massacre", "hijacking"})
"""Nouns named after what was taken or hit as often as after who did it."""
FOUGHT = frozenset({"battle", "war", "fight", "campaign", "gunfight", "duel"})
POSTS = frozenset({"ambassador", "envoy", "consul", "attache", "representative", "delegate", "emissary", "adviser"})
"""Nouns behind which "to" tells where, or with whom, the post is."""

OF_MATTER = (("on", "against", "in", "to"), ("on", "against", "in"))
"""Prepositions behind what is judged, and behind what is asked for, leading to others: "asked for raids on X"."""


GROUNDS = frozenset(
    {"suspicion", "charge", "charges", "allegation", "accusation", "warrant", "ground", "grounds", "count", "offence"}
    | {"offense", "claim", "pretext", "complaint", "indictment", "order", "evidence"}
)
"""What people are arrested on, where "on" tells why."""


def is_doubtful(tree: Tree, match: Match, role: str, slot: str, head: int, denoted: Denoted) -> bool:
    """Whether a filler that fits a role is left out of it."""
    if (
        role != "sentence"  # "gave the man life"
        and head in match.consumed
        and tree.tags[head] == "NN"
        and not tree.children[head]
        and tree.words[head] not in ANY
    ):
        return True  # "were held hostage", "took them prisoner": part of what names the act
    if is_beside_the_event(tree, match, role, slot, head, denoted):
        return True
    behind = denoted.behind(head)
    if role in ("source", "target") and behind in match.consumed and not denoted.is_actor(head):
        return True  # "launched a series of attacks"
    if role in ("source", "target") and _is_beside_thing(tree, match, head, denoted):
        return True
    if role == "theme":
        return _is_no_theme(tree, match, slot, head) or _names_the_act(tree, match, head)
    if role == "accusation" and (
        tree.ents[head] in ("DATE", "TIME") or tree.lemmas[head] in ("sight", "spot", "scene", "bail")
    ):
        return True  # "arrested on sight"
    if role == "accusation" and slot == "on" and tree.lemmas[head] not in GROUNDS:
        return True  # "arrested on the lot"
    places = load_nouns().places
    if role in ("killer", "attacker") and tree.deps[match.token] == "relcl" and tree.lemmas[head] in places:
        return True  # "shelled a neighbourhood that killed nine"
    if role == "evacuee" and slot == "object" and denoted.is_place(head) and not denoted.is_people(head):
        return True  # "troops evacuated the country": what they left
    if role in ("killer", "attacker", "source") and tree.lemmas[head] in ("case", "instance", "occasion"):
        return True  # "in some cases killing their sons"
    if role == "destination" and _is_posted(tree, head):
        return True
    under = (c for h in match.consumed for c in tree.kids(h, "prep"))
    if role == "taken" and slot == "in" and any(tree.words[c] == "of" for c in under):
        return True  # "took control of the offices in Oslo"
    if role in ("taker", "source", "killer") and slot == "modifier" and _may_be_hit(tree, match, head):
        return True
    if role == "victim" and denoted.is_place(head) and (match.trigger.pos == "verb" or slot == "poss"):
        return True  # "killed 14 in a stronghold", where the parser takes the stronghold for an object
    if _is_mere_place(tree, match, role, slot, head, denoted):
        return True
    if role != "target":
        return False
    if match.trigger.event_type in ("SUPPORT", "REJECT") and slot == "object" and _is_doing(tree, head):
        return True
    return (
        _is_no_target(tree, match, slot, head)
        or _is_left_behind(tree, match, slot)
        or _is_of_matter(match, head)
        or _is_thrown(tree, match, slot, head, denoted)
    )


def _is_no_target(tree: Tree, match: Match, slot: str, head: int) -> bool:
    """Whether the words that name the act never reach anybody that way."""
    lemma, kind = tree.lemmas[match.token], match.trigger.event_type
    if slot == "to" and lemma in CONSENTING:
        return True  # "agreed to a commission of inquiry": to what, and not with whom
    if kind == "REQUEST":  # "demanded the officers' release", "a call on Facebook for a day of protest"
        strong = head in match.frame.slots.get("to", ()) or match.consumed or match.trigger.pos != "verb"
        if slot == "to" and not strong:
            return True  # "requested delivery to the house"
        return (slot == "object" and lemma in WANTING) or (slot in ("on", "to") and tree.lemmas[head] in MEDIA)
    if lemma in ("free", "release", "liberate") and slot == "from":
        return True  # "freed from their kidnappers"
    if slot == "object" and lemma in load_control().moving and kind in ("SANCTION", "RETREAT"):
        return _is_moved_from(tree, match)  # "withdrew 200 peacekeepers from Norland": one's own
    if kind == "ASSAULT" and slot == "of" and lemma in WAGED:
        return True  # "the aggression of the guards": theirs
    return kind == "ASSAULT" and slot == "object" and tree.lemmas[head] in FOUGHT


def _is_moved_from(tree: Tree, match: Match) -> bool:
    """Whether a place tells from where one's own are taken back."""
    heads = [h for slots in (match.frame.slots, match.frame.weak) for h in slots.get("from", ())]
    behind = (
        c for h in match.frame.slots.get("object", ()) for k in tree.kids(h, "prep") for c in tree.kids(k, "pobj")
    )
    heads += [p for c in behind for k in tree.kids(c, "prep") if tree.words[k] == "from" for p in tree.kids(k, "pobj")]
    return any(tree.ents[h] in ("GPE", "LOC") for h in heads)


def _is_doing(tree: Tree, head: int) -> bool:
    """Whether what a land does is backed or refused, and not the land: "supported Voss joining Norway"."""
    acts = tree.tags[head + 1 : head + 2] == ["VBG"] and tree.words[head + 1] not in ("including", "following")
    return tree.ents[head] == "GPE" and acts


def _is_no_theme(tree: Tree, match: Match, slot: str, head: int) -> bool:
    """Whether it tells where, or out of what, and not what about: "in Europe", "released from custody"."""
    if slot == "in" and tree.ents[head] in ("GPE", "LOC"):
        return True
    if tree.lemmas[head] == "part" and tree.lemmas[tree.heads[head]] == "take":
        return True  # "agreed to take part"
    if match.trigger.event_type in ("REQUEST", "REJECT") and _is_of_act(tree, match, slot, head):
        return True
    if match.trigger.event_type in ("REQUEST", "SUPPORT", "REJECT") and _is_to_do(tree, slot, head):
        return True
    lemma = tree.lemmas[match.token]
    return (lemma in ("free", "release") and slot in ("from", "on")) or (lemma == "blame" and slot == "at")


def _names_the_act(tree: Tree, match: Match, head: int) -> bool:
    """Whether it only names the act with its verb: "hold a rally", "threw their weight behind"; not "signed a pact"."""
    if head not in match.consumed:
        return False
    own = any(tree.tags[c] == "PRP$" for c in tree.kids(head, "poss"))
    return match.trigger.event_type == "PROTEST" or (match.trigger.event_type == "SUPPORT" and own)


def _is_to_do(tree: Tree, slot: str, head: int) -> bool:
    """Whether the matter is what it is to do, and not it alone: "calls for the plan to include a truce"."""
    behind = tree.noun_bounds(head)[1] + 1
    return slot == "for" and tree.words[behind : behind + 1] == ["to"] and tree.tags[behind + 1 : behind + 2] == ["VB"]


def _is_of_act(tree: Tree, match: Match, slot: str, head: int) -> bool:
    """Whether it takes part in the act that is asked for or refused, which is the matter: "refuse to cancel the vote".

    To give the vote as what is refused would turn it round.
    """
    above = tree.heads[head]
    if tree.is_verb(above) and above not in (match.token, match.frame.anchor):
        return tree.deps[head] in ("dobj", "nsubj", "nsubjpass") and above > match.token
    return slot == "object" and match.trigger.event_type == "REQUEST" and bool(match.frame.infinitives)


def _is_posted(tree: Tree, head: int) -> bool:
    """Whether it is where an envoy has a post: "evacuated its ambassador to Norland"."""
    prep = tree.heads[head]
    return tree.deps[head] == "pobj" and tree.lemmas[tree.heads[prep]] in POSTS


def _may_be_hit(tree: Tree, match: Match, head: int) -> bool:
    """Whether a name before a noun may as well be what was taken or hit: "the Bergbank takeover"."""
    known = tree.ents[head] == "NORP" or tree.lemmas[head] in load_nouns().actors
    return tree.lemmas[match.token] in SUFFERED and not known


def _is_left_behind(tree: Tree, match: Match, slot: str) -> bool:
    """Whether it is the body from which somebody named is put out: "suspended Norway from the council"."""
    return slot == "from" and any(tree.ents[h] in NAMED for h in match.frame.slots.get("object", ()))


def is_hit(tree: Tree, match: Match, slot: str, head: int, denoted: Denoted) -> bool:
    """Whether what names the act with its verb is also what it is done to: "hit the convoy", "freed the prisoners"."""
    kinds = [kind for role, kind in match.trigger.slots.get(slot, ()) if role == "target"]
    if slot != "object" or not kinds or _is_weapon(tree, head, denoted):
        return False
    if kinds == ["any"]:
        return denoted.is_actor(head) or denoted.is_place(head) or tree.lemmas[head] in HIT
    if match.trigger.event_type == "SANCTION" and tree.lemmas[match.token] not in EXPELLING:
        return tree.ents[head] in NAMED  # "suspend Norway from the council"; not "closed its embassy"
    return match.trigger.event_type in YIELDED | {"SANCTION"} and denoted.is_actor(head)


def _is_thrown(tree: Tree, match: Match, slot: str, head: int, denoted: Denoted) -> bool:
    """Whether it is what an act is done with, and not to: "clashed with rocks", "fired rockets at the town"."""
    if slot == "with" and match.trigger.event_type not in WITH_SOMEBODY and _is_aimed(tree, match):
        return True  # "an assault on the town with 400 men"
    if slot == "with":  # "clashed with warders", "with sticks", "with impunity"
        people = tree.tags[head] in ("NNS", "NNP", "NNPS") and not _is_weapon(tree, head, denoted)
        return not (people or denoted.is_actor(head))
    throws = tree.lemmas[match.token] in load_nouns().throwing
    return slot == "object" and throws and _is_weapon(tree, head, denoted)


def _is_aimed(tree: Tree, match: Match) -> bool:
    """Whether the act or what names it with its verb already tells on whom: "launched an assault on the town"."""
    below = (c for head in match.consumed for c in tree.kids(head, "prep"))
    slots = (slot for slot, heads in match.frame.slots.items() if heads)
    return any(word in ("on", "against", "upon") for word in (*slots, *(tree.words[c] for c in below)))


def _is_weapon(tree: Tree, head: int, denoted: Denoted) -> bool:
    """Whether it is something to throw or wield, or an amount of it: "rounds of rockets"."""
    behind = denoted.behind(head)
    names = {tree.lemmas[head]} | ({tree.lemmas[behind]} if behind is not None else set())
    return not names.isdisjoint(load_nouns().thrown)


def _is_mere_place(tree: Tree, match: Match, role: str, slot: str, head: int, denoted: Denoted) -> bool:
    """Whether it is where somebody or something else was acted on: "arrested in Oslo", "took six towns in Norland"."""
    if slot not in ("in", "at", "near") or match.trigger.pos != "verb" or not denoted.is_place(head):
        return False
    kinds = [kind for one, kind in match.trigger.slots.get("object", ()) if one == role]
    for one in match.frame.slots.get("object", ()):
        acted_on = one not in match.consumed or denoted.is_actor(one) or denoted.is_place(one)
        fits = (role == "target" and one not in match.consumed) or any(denoted.fits(one, kind) for kind in kinds)
        if acted_on and fits and not _is_weapon(tree, one, denoted):
            return True
    return False


def _is_of_matter(match: Match, head: int) -> bool:
    """Whether it belongs to what is judged, and is not judged itself: "condemned the attacks on villagers"."""
    if match.trigger.event_type not in JUDGING | {"REQUEST"} or match.trigger.pos != "verb":
        return False
    own = any(head in heads for heads in match.frame.slots.values())
    return not own and any(
        head in match.frame.weak.get(prep, ()) for prep in OF_MATTER[match.trigger.event_type == "REQUEST"]
    )


def _is_beside_thing(tree: Tree, match: Match, head: int, denoted: Denoted) -> bool:
    """Whether it is coordinated with a thing that names the act: "establish ties and a base"."""
    things = (one for one in match.consumed if one != head and head in tree.conjuncts(one))
    return any(not denoted.is_actor(one) and not denoted.is_place(one) for one in things)
