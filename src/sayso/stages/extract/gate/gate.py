"""Whether a match makes a claim at all: precision first, and abstain."""

from collections.abc import Mapping, Sequence

from sayso.lexicon.control import load_control
from sayso.lexicon.packs import Pack, event_type
from sayso.model import Attribution
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.clause.subjects import has_to
from sayso.stages.extract.clause.verb_frame import GATHERING
from sayso.stages.extract.gate.everyday import is_everyday
from sayso.stages.extract.parse.tree import Tree

ANYBODY = frozenset({"anyone", "anybody", "whoever"})
MERE_WILL = frozenset(
    {"reluctant", "hesitant", "eager", "keen", "interested", "want", "need", "hope", "like", "wish", "fail"}
)
"""Words for a state of mind: a coder's AGREE or REQUEST, but nothing that somebody claims to have happened."""
WILL = frozenset(
    {"plan", "intend", "decide", "prepare", "ready", "willing", "set", "prepared", "determined", "poised", "help"}
)
"""Words that only colour the act under them, when that act is an event of its own."""
MARKET = frozenset(
    {
        "share",
        "stock",
        "index",
        "equity",
        "bond",
        "currency",
        "dollar",
        "euro",
        "pound",
        "yen",
        "oil",
        "crude",
        "gold",
        "price",
        "yield",
        "nasdaq",
        "dow",
        "nikkei",
        "ftse",
    }
)
"""Lemmas of what is traded, or measures trade: it "rallies" and "retreats" as a figure of speech."""
FIGHTING = frozenset({"fight", "battle", "combat"})
TAKING = frozenset(
    {
        "recruit",
        "recruitment",
        "hire",
        "enlist",
        "conscript",
        "draft",
        "mobilise",
        "mobilize",
        "send",
        "dispatch",
        "deploy",
        "lure",
        "pay",
        "train",
        "volunteer",
        "sign",
        "join",
        "press",
        "force",
        "coerce",
        "trick",
        "travel",
    }
)
"""Lemmas of what is done with people so that they fight: PLOVER's MOBILIZE, or its means."""
PHYSICAL = frozenset({"PROTEST", "RETREAT", "ASSAULT", "MOBILIZE", "COERCE"})
"""Acts that need people: a price cannot do them."""
ASKING = frozenset({"whether", "if", "why", "what", "who", "when", "where", "how", "which"})
"""Words that open a question under "ask"."""
TAKEN_IN = frozenset(
    {"man", "woman", "people", "person", "youth", "boy", "citizen", "national", "foreigner", "volunteer", "mercenary"}
    | {"recruit", "conscript", "veteran", "commando", "convict", "prisoner", "student", "migrant", "fighter", "who"}
)
"""Who fights with somebody as one of theirs."""
FIGHTERS = frozenset(
    {"force", "troop", "army", "rebel", "militia", "soldier", "battalion", "brigade", "regiment", "unit", "side"}
    | {"militant", "fighter", "insurgent", "police", "navy", "marine", "convoy", "garrison", "patrol"}
)
"""Whose losses are lives."""
IN_OFFICE = frozenset(
    {"leader", "minister", "official", "envoy", "delegate", "diplomat", "ambassador", "lawmaker", "mp", "general"}
    | {"commander", "troop", "force", "soldier", "army", "expert", "representative", "president", "premier"}
)
DENIAL = "DENY"
"""Who "it" is that "has nothing to do with it" its source tells."""
BLOCKS = frozenset({"veto", "block", "reject", "defeat", "oppose", "scupper"})
"""Verbs that keep a text from taking effect, so that nobody does what the text would say."""


def is_claimed(
    tree: Tree, match: Match, fillers: Sequence[Filler], packs: Sequence[Pack], attributions: Sequence[Attribution]
) -> bool:
    """Whether the text claims it: a participant in a role that the type asks for, and no mere name or cue.

    A nominal event needs a participant that is bound to it by more than standing before it.
    """
    if not fillers:
        return False
    if any(tree.words[tree.lefts[filler.head]] in ("how", "which", "what") for filler in fillers):
        return False  # "it is not known how many were killed": a question that nobody answers
    if any(_is_anybody(tree, f.head) and tree.heads[match.frame.anchor] == f.head for f in fillers):
        return False  # "punishes anyone who recruits": who does so is not told to be there
    required = match.trigger.requires
    if required and not any(filler.role in required for filler in fillers):
        return False
    named = (match.trigger.event_type, tree.lemmas[match.token])
    if any(named in pack.unclaimed for pack in packs):
        return False
    if tree.lemmas[match.token] in MERE_WILL or _is_fragment(tree, match):
        return False
    if tree.deps[match.token] == "amod" and tree.words[match.token - 1] in ("-", "–"):
        return False  # "Russia-backed": a label, not a report
    if match.trigger.pos == "noun" and tree.tags[match.token] in ("NNP", "NNPS"):
        return False  # "Operation Iraqi Freedom", "Department of Defense"
    if _is_question(tree, match) or _is_in_no_force(tree, match, fillers) or _is_meeting(tree, match):
        return False
    above = tree.lemmas[tree.heads[match.token]]
    if tree.lemmas[match.token] == "die" and above in ("ready", "willing", "prepared"):
        return False  # "is ready to die"
    losing = match.trigger.event_type == "KILL" and tree.lemmas[match.token] == "suffer"
    if losing and not any(tree.lemmas[f.head] in FIGHTERS or tree.ents[f.head] == "NORP" for f in fillers):
        return False  # a bank "continued to suffer losses"
    if match.trigger.event_type == "KILL" and is_uncounted_loss(tree, match):
        return False
    if tree.words[match.token] == "going" and match.frame.infinitives:
        return False  # "were going to fight": a future, and nobody who left
    if tree.words[match.token] == "relation" and tree.words[match.token - 1] == "in":
        return False  # "in relation with"
    if tree.lemmas[match.token] == "release" and all(f.role in ("source", "theme") for f in fillers):
        return False  # "released a report"
    if is_everyday(tree, match, fillers):
        return False
    if _is_market(tree, match) or _is_blocked(tree, match.token) or _is_purpose(tree, match):
        return False
    if match.trigger.event_type == DENIAL and match.trigger.pos == "adjective" and tree.deps[match.token] == "amod":
        return False  # "denied false reports": the verdict is the author's
    unnamed = _unnamed(match, packs)
    if match.trigger.event_type != DENIAL and all(
        tree.words[f.head] in unnamed and tree.tags[f.head] != "CD" for f in fillers
    ):
        return False
    return not _is_cue(tree, match, packs, attributions)


def _is_anybody(tree: Tree, head: int) -> bool:
    """Whether words are for whoever may do it: "anyone who", "those who recruit would be prosecuted"."""
    verb = tree.heads[head]
    ahead = tree.words[head] == "those" and tree.deps[head] in ("nsubj", "nsubjpass")
    return tree.words[head] in ANYBODY or (ahead and any(tree.tags[c] == "MD" for c in tree.kids(verb, "aux")))


LIVES = frozenset({"life", "lives"})


def is_uncounted_loss(tree: Tree, match: Match) -> bool:
    """Whether "losses" tell of no death: "huge losses of personnel" are men out of action, and not so many dead."""
    nouns = [i for i in (match.token, *match.consumed) if tree.lemmas[i] == "loss"]
    if not nouns:
        return False
    sent = tree.doc[match.token].sent
    counted = any(tree.kids(i, "nummod") for i in nouns) or any(
        tree.tags[i] == "CD" and tree.ents[i] in ("CARDINAL", "QUANTITY") for i in range(sent.start, sent.end)
    )
    lives = not LIVES.isdisjoint(tree.lemmas[sent.start : sent.end])
    killed = any(tree.lemmas[i] in ("kill", "die", "dead", "death") for i in range(sent.start, sent.end))
    return not (counted or lives or killed)


def _unnamed(match: Match, packs: Sequence[Pack]) -> frozenset[str]:
    """Pronouns that name nobody alone: in a field's own types "I" is a witness ("I was signed up on a phone").

    Nobody tells of his own death: "until I die".
    """
    kind = event_type(packs, match.trigger.event_type)
    witness = kind is not None and kind.parent != kind.name and kind.name != "KILL"
    return UNNAMED - {"i"} if witness else UNNAMED


UNNAMED = frozenset({"you", "i", "it", "one"})


def without_will(tree: Tree, kept: Sequence[tuple[Match, list[Filler]]]) -> list[tuple[Match, list[Filler]]]:
    """Leave out words of will over an event that is kept, and what makes people do what is an event of the same type.

    "Plan to recruit" is one recruitment with a layer; "forced to sign contracts" is one recruitment, not two.
    """
    told = {one: match.trigger.event_type for match, _ in kept for one in (match.token, match.frame.anchor)}
    return [(match, fillers) for match, fillers in kept if not _is_told_below(tree, match, told)]


def _is_told_below(tree: Tree, match: Match, told: Mapping[int, str]) -> bool:
    """Whether an event that hangs on it as infinitive or gerund tells the same thing."""
    below = {*match.frame.infinitives, *match.frame.gerunds} - {match.token}
    if match.trigger.event_type == "OFFER" and any(part.kind == "that" for part in match.trigger.parts):
        return any(told.get(one) == "OFFER" for one in match.frame.clausal)  # "were told that they would get"
    if tree.lemmas[match.token] in WILL:
        return not told.keys().isdisjoint(below)
    makes = any(part.kind == "to" for part in match.trigger.parts)
    return makes and any(told.get(one) == match.trigger.event_type for one in below)


def _is_fragment(tree: Tree, match: Match) -> bool:
    """Whether it is a noun in a heading that has no verb."""
    if match.trigger.pos != "noun":
        return False
    top = match.token
    while tree.heads[top] != top:
        top = tree.heads[top]
    return not any(tree.is_verb(i) for i in range(tree.lefts[top], tree.rights[top] + 1))


def _is_market(tree: Tree, match: Match) -> bool:
    """Whether a price, or a share, is said to do what only people do: "shares rallied"."""
    subjects = match.frame.slots.get("subject", [])
    return match.trigger.event_type in PHYSICAL and any(
        tree.lemmas[c] in MARKET or tree.words[c] in MARKET for c in subjects
    )


def _is_question(tree: Tree, match: Match) -> bool:
    """Whether somebody asks for an answer and not for an act: "asked whether the army had killed civilians"."""
    if match.trigger.event_type != "REQUEST" or match.trigger.pos != "verb":
        return False
    return any(
        tree.words[c] in ASKING and tree.lefts[below] <= c < below and not has_to(tree, below)
        for below in match.frame.clausal
        for c in tree.children[below]
    )


def _is_in_no_force(tree: Tree, match: Match, fillers: Sequence[Filler]) -> bool:
    """Whether those who fight are not known to have joined anybody: "fight for a town", "fight with the army".

    "With" may as well name the enemy; men and foreigners fight beside it.
    """
    if match.trigger.event_type != "RECRUIT" or tree.lemmas[match.token] != "fight":
        return False
    own = any(tree.lemmas[h] in TAKEN_IN for h in match.frame.slots.get("subject", ()))
    towns = any(tree.ents[h] in ("GPE", "LOC", "FAC") for h in match.frame.slots.get("for", ()))
    if any(f.role == "recruit_pool" and _is_own_force(tree, f.head) for f in fillers):
        return True
    battle = not heads_of_objects(tree, match).isdisjoint(BATTLES)
    preps = {tree.words[c] for i in (match.token, *tree.kids(match.token, "dobj")) for c in tree.kids(i, "prep")}
    if battle and preps & {"with", "against"}:
        return True  # "fought a gun battle with soldiers"
    return (towns and not any(f.role == "force" for f in fillers)) or ("with" in match.frame.slots and not own)


FORCES = frozenset({"force", "forces", "troop", "troops", "army", "military", "navy", "police", "side", "unit"})
"""Who fights as what he is already."""
BATTLES = frozenset({"battle", "war", "duel", "skirmish", "campaign", "gunbattle", "engagement", "insurgency"})


def _is_own_force(tree: Tree, head: int) -> bool:
    """Whether who fights is an army of no other people's: "government forces prepare to fight for the town".

    "Swedish troops fight for Norway" tells of men who fight for others.
    """
    people = any(tree.ents[c] in ("NORP", "GPE") for c in tree.children[head])
    return tree.lemmas[head] in FORCES and not people and not tree.kids(head, "relcl", "acl")


def heads_of_objects(tree: Tree, match: Match) -> set[str]:
    """Lemmas of what is fought, whether the entry names it or not."""
    return {tree.lemmas[i] for i in (*match.consumed, *tree.kids(match.token, "dobj"))}


def _is_meeting(tree: Tree, match: Match) -> bool:
    """Whether those who gather are in office: "leaders gathered in Oslo" is no protest."""
    gathers = match.trigger.event_type == "PROTEST" and tree.lemmas[match.token] in GATHERING
    return gathers and any(tree.lemmas[h] in IN_OFFICE for h in match.frame.slots.get("subject", ()))


def _is_purpose(tree: Tree, match: Match) -> bool:
    """Whether it is the fighting that men are taken for: "recruited Cubans to fight in Ukraine" tells no assault."""
    token = match.token
    fights = match.trigger.event_type == "ASSAULT" and tree.lemmas[token] in FIGHTING
    if not fights or not any(tree.tags[c] == "TO" for c in tree.children[token]):
        return False
    above = tree.heads[token]
    return any(tree.lemmas[n] in TAKING for n in (above, tree.heads[above]))


def _is_blocked(tree: Tree, token: int) -> bool:
    """Whether it is what a text would say that the sentence tells was stopped: "vetoes a resolution condemning X"."""
    noun = tree.heads[token]
    if tree.deps[token] != "acl" or tree.tags[token] != "VBG" or tree.lemmas[noun] not in load_control().utterances:
        return False
    return tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[tree.heads[noun]] in BLOCKS


def _is_cue(tree: Tree, match: Match, packs: Sequence[Pack], attributions: Sequence[Attribution]) -> bool:
    """Whether the trigger only marks an attribution; acts of speech are events of their own, but for saying nothing."""
    kind = event_type(packs, match.trigger.event_type)
    start = tree.starts[match.token]
    marked = [a for a in attributions if any(cue.start <= start < cue.end for cue in a.cue)]
    acts = sum(not part.absent for part in match.trigger.parts) >= 2
    if kind is not None and kind.parent != kind.name and acts:
        return any(a.claims_nothing for a in marked)  # "put his name to a contract", "wrote to them of a job"
    if kind is not None and kind.speech_act:
        return any(a.claims_nothing for a in marked)
    if match.trigger.event_type == "DETAIN" and tree.kids(match.token, "dobj", "nsubjpass"):
        return False  # "arrested five people on suspicion of recruiting men": an arrest, whatever it is said to be for
    return any(not _is_object_of(tree, match, a) for a in marked)


def _is_object_of(tree: Tree, match: Match, attribution: Attribution) -> bool:
    """Whether what would be said is only the object that the entry names: "decided to accept an embassy" is an act."""
    said = [(span.start, span.end) for span in attribution.content]
    return not attribution.claims_nothing and any(
        start <= tree.starts[i] < end and tree.heads[i] == match.token and tree.deps[i] == "dobj"
        for i in match.consumed
        for start, end in said
    )
