"""Whom a coder writes as target: a ladder, each rung tried when those before it give nobody.

Only the first rung is what the event's own words fill; the others are guesses, and each names itself in the record's
reasons. Measured rung by rung: docs/method/event-coder.md.
"""

from collections.abc import Sequence

from sayso.lexicon.nouns import load_nouns
from sayso.model._record import record
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.denoted import CONDITIONS, Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.clause.verb_frame import verb_frame
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.plover.source import PRONOUNS

PARTY_PREPOSITIONS = frozenset({"against", "by", "on"})
ABOUT_PEOPLE = frozenset({"AGREE", "AID", "CONCEDE", "MOBILIZE", "REQUEST", "RETREAT"})
"""Types whose theme is never their recipient."""
WORDS_OVER_DEEDS = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types whose act is to say what will, should or won't be done."""
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "around", "across", "throughout", "inside", "outside", "from", "to", "into"}
)
CIRCUMSTANCES = frozenset(
    {"after", "amid", "amidst", "before", "despite", "during", "following", "including", "like", "since", "than"}
    | {"until", "while", "without"}
)
"""Prepositions whose words tell of the circumstances."""
PARTY_ORDER = (
    *("to", "against", "with", "on", "at", "from", "in", "into", "between", "among", "by", "of"),
    *("near", "along", "around", "across", "toward", "towards", "off", "outside", "over"),
)
"""Prepositions by which an act reaches somebody, most telling first."""
JUDGING = frozenset({"SUPPORT", "REJECT", "ACCUSE"})
"""Types whose act is a judgement on something."""
MATTER_PREPOSITIONS = frozenset(
    {"about", "against", "at", "for", "in", "of", "on", "over", "regarding", "to", "toward", "towards", "with"}
)
TIES = frozenset({"embassy", "consulate", "relation", "tie", "link", "relationship"})
"""What names an act of support with its verb and is not what is supported: "opened an embassy in"."""
WAYS = frozenset({"street", "road", "highway", "motorway", "bridge", "square", "intersection", "avenue", "railway"})
"""Where people block traffic and gather, which is not whom they act against."""
NO_PARTY = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
GUESSES = frozenset({"next_actor", "recipient", "last_place"})
"""Rungs that look no further than the clause: an act whose target they give is preferred less."""


@record
class Act:
    """An act of the sentence with what its own frame tells."""

    tree: Tree
    match: Match
    fillers: tuple[Filler, ...]
    source: tuple[int, ...]
    denoted: Denoted

    def filled(self, role: str) -> list[int]:
        """Heads of the words in that role."""
        return [f.head for f in self.fillers if f.role == role]

    @property
    def themes(self) -> list[int]:
        """What it is about, without dates and without what only names the event."""
        tree = self.tree
        named = [f.head for f in self.fillers if f.role == "theme" and not f.consumed]
        matters = [head for head in named if tree.ents[head] not in ("DATE", "TIME", "MONEY", "PERCENT")]
        return [head for head in matters if not self._is_condition(head)]

    def _is_condition(self, head: int) -> bool:
        """Whether it is a state of emergency, which nobody is."""
        behind = self.denoted.behind(head)
        return self.tree.lemmas[head] == "state" and behind is not None and self.tree.lemmas[behind] in CONDITIONS


def target_of(act: Act) -> tuple[list[int], str]:
    """Heads of the target and the name of the rung that found them; no heads when all fail."""
    for rung in LADDER:
        heads = rung(act)
        if heads:
            return heads, rung.__name__
    return [], "nobody"


def named_target(act: Act) -> list[int]:
    """Who stands in a slot that the type calls target."""
    named = act.filled("target")
    if named:
        return named
    known = [h for h in act.match.consumed if act.tree.ents[h] in ("GPE", "LOC", "PERSON", "NORP")]
    return [
        h for h in known if act.match.trigger.event_type == "CONSULT" or act.tree.deps[h] == "pobj"
    ]  # "protested to"


def party_in_theme(act: Act) -> list[int]:
    """Who stands in the words for what it is about: "import limits on Norland", "the rules imposed by the council"."""
    tree = act.tree
    for theme in act.themes:
        for i in range(theme + 1, tree.rights[theme] + 1):
            party = tree.deps[i] == "pobj" and tree.words[tree.heads[i]] in PARTY_PREPOSITIONS
            if party and i not in act.source and act.denoted.is_actor(i):
                return tree.conjuncts(i)
    return []


def loose_by(act: Act) -> list[int]:
    """Who stands behind "by" at an active verb: "denied charges, by the council, that"."""
    frame = act.match.frame
    if frame.passive or act.match.trigger.pos != "verb":
        return []
    return [h for h in frame.slots.get("by", ()) if h not in act.source and act.denoted.is_actor(h)]


def object_above(act: Act) -> list[int]:
    """Whom the verb above acts on for that purpose: "summoned the envoy to complain"."""
    tree, anchor = act.tree, act.match.frame.anchor
    if tree.deps[anchor] not in ("xcomp", "advcl") or tree.tags[anchor] not in ("VB", "VBG"):
        return []
    objects = [one for head in tree.kids(tree.heads[anchor], "dobj") for one in tree.conjuncts(head)]
    return [one for one in objects if act.denoted.is_actor(one) and one not in act.source]


def actor_below(act: Act) -> list[int]:
    """Whom the infinitive or the "will" under it reaches: "undertook to refund the depositors"."""
    tree, frame = act.tree, act.match.frame
    if act.match.trigger.event_type not in WORDS_OVER_DEEDS:
        return []
    for below in (*frame.infinitives, *frame.clausal)[:1]:
        under = verb_frame(tree, below)
        slots = [under.slots.get(slot, ()) for slot in ("dative", "to", "object", "for", "with", "from", "against")]
        for heads in [*slots, under.weak.get("to", ()), under.weak.get("for", ()), under.weak.get("from", ())]:
            reached = [h for h in heads if h not in act.source and tree.words[h] not in PRONOUNS]
            reached = [h for h in reached if act.denoted.is_actor(h) and not _is_own(tree, h)]
            if reached:
                return reached
    return []


def _is_own(tree: Tree, head: int) -> bool:
    return any(tree.tags[c] == "PRP$" for c in tree.kids(head, "poss"))


def theme_itself(act: Act) -> list[int]:
    """What it is about, where that may be who it is aimed at: "condemned the raid"."""
    return [] if act.match.trigger.event_type in ABOUT_PEOPLE else act.themes[:1]


def judged_matter(act: Act) -> list[int]:
    """What is judged, where it is part of what names the act: "defended the strategy", "violated the ban"."""
    if act.match.trigger.event_type not in JUDGING or act.match.trigger.pos != "verb":
        return []
    matter = [h for h in act.match.frame.slots.get("object", ()) if h in act.match.consumed][:1]
    if matter and act.tree.lemmas[matter[0]] in TIES:
        return []
    if matter and act.tree.lemmas[matter[0]] in load_nouns().stances:  # "expressed concern about the vote": the vote
        preps = [c for c in act.tree.kids(matter[0], "prep") if act.tree.words[c] in MATTER_PREPOSITIONS]
        return [p for c in preps[:1] for p in act.tree.kids(c, "pobj")]
    return matter


def matter_of_phrase(act: Act) -> list[int]:
    """What stands behind the noun that names the act with its verb: "called off its blockade of the island"."""
    tree = act.tree
    for head in act.match.consumed:
        for c in tree.kids(head, "prep"):
            if tree.words[c] in ("against", "around", "in", "of", "on", "with"):
                held = [p for p in tree.kids(c, "pobj") if tree.ents[p] not in NO_PARTY and p not in act.source]
                held = [p for p in held if tree.lemmas[p] not in CONDITIONS]  # "a state of siege"
                if held:
                    return [one for p in held for one in tree.conjuncts(p)]
    return []


def place_of_phrase(act: Act) -> list[int]:
    """The place that names the act with its verb: "abandoned the hill"."""
    if act.match.trigger.event_type not in ("RETREAT", "ASSAULT", "MOBILIZE", "COERCE", "PROTEST"):
        return []
    places = [h for h in act.match.consumed if act.denoted.is_place(h) and act.tree.lemmas[h] not in WAYS]
    return [h for h in places if h not in act.source][:1]


def next_actor(act: Act) -> list[int]:
    """The first actor behind the act in its clause that is not the source."""
    tree = act.tree
    for i in range(act.match.token + 1, tree.rights[act.match.frame.anchor] + 1):
        if i in act.source or tree.words[i] in PRONOUNS or tree.deps[i] not in ("pobj", "poss", "dative"):
            continue
        crowd = act.match.trigger.event_type == "PROTEST" and tree.words[tree.heads[i]] in ("in", "at", "near")
        if crowd and act.denoted.is_place(i):
            continue  # where they protest
        if act.denoted.is_actor(i) and tree.tags[i] != "CD" and not is_aside(tree, i, act.match.frame.anchor):
            return [tree.heads[i]] if tree.deps[i] == "poss" else tree.conjuncts(i)
    return []


def is_aside(tree: Tree, i: int, anchor: int) -> bool:
    """Whether it stands in a clause of its own or in the circumstances."""
    for _ in range(12):
        if i == anchor or tree.heads[i] == i:
            return False
        if tree.deps[i] in ("advcl", "relcl", "ccomp", "parataxis") or (
            tree.deps[i] == "prep" and tree.words[i] in CIRCUMSTANCES
        ):
            return True
        i = tree.heads[i]
    return False


def recipient(act: Act) -> list[int]:
    """Who or what stands under a preposition of the act itself, whether or not it is known to act."""
    tree, frame = act.tree, act.match.frame
    for slots in (frame.slots, frame.weak):
        for prep in PARTY_ORDER:
            held = [h for h in slots.get(prep, ()) if h not in act.source and h not in act.match.consumed]
            heads = [h for h in held if tree.words[h] not in PRONOUNS and tree.ents[h] not in NO_PARTY]
            if heads:
                return heads
    return []


def last_place(act: Act) -> list[int]:
    """The last place that the clause names."""
    tree, anchor = act.tree, act.match.frame.anchor
    for i in range(tree.rights[anchor], tree.lefts[anchor] - 1, -1):
        if (
            tree.deps[i] == "pobj"
            and tree.words[tree.heads[i]] in PLACE_PREPOSITIONS
            and tree.ents[i] in ("GPE", "LOC", "FAC", "NORP")
        ):
            return [i]
    return []


LADDER = (
    named_target,
    party_in_theme,
    loose_by,
    object_above,
    actor_below,
    theme_itself,
    judged_matter,
    next_actor,
    matter_of_phrase,
    place_of_phrase,
    recipient,
    last_place,
)


def parties_besides(source: Sequence[int], denoted: Denoted, target: Sequence[int]) -> bool:
    """Whether several act with each other and nobody else: "the two ministers met"."""
    return len(source) > 1 and not any(denoted.is_actor(t) for t in target)
