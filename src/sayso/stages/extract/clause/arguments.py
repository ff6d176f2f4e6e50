"""Who and what take part in an event: from the slots of its frame to the roles of its type."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sayso.lexicon.control import load_control
from sayso.lexicon.triggers import Slots
from sayso.model._record import record
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.doubt import is_doubtful, is_hit
from sayso.stages.extract.clause.frame import Frame
from sayso.stages.extract.clause.lawmakers import lawmakers
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.clause.verb_frame import verb_frame
from sayso.stages.extract.clause.ways_of_standing import is_beside_the_event
from sayso.stages.extract.parse.tree import Tree

MANY = frozenset({"origin", "transit", "destination", "channel"})
"""Roles that several slots can fill together."""
WAYS = frozenset({"to", "in", "from", "into"})
ROUTE = {"origin": 0, "transit": 1, "destination": 2}


@record
class Filler:
    """A participant: its role and the head of its words."""

    role: str
    head: int
    order: int | None = None
    strong: bool = True
    """False when it only hangs on the object of the event."""
    consumed: bool = False
    """Whether its words are part of what names the event ("join the legion")."""
    slot: str = ""
    """The slot of the frame that gave the role; empty where it came from a clause or an act below."""


WARS = frozenset({"war", "battle", "fight", "conflict", "invasion", "campaign", "jihad"})
"""Whose war it is does not tell who takes people in: "join Putin's war"."""


def fillers_of(tree: Tree, match: Match, denoted: Denoted) -> list[Filler]:
    """The participants of a match in text order, routes numbered."""
    own = {match.token}
    taken: dict[int, Filler] = {}
    filled: dict[str, str] = {}
    own_slots, weak_slots = match.frame.slots, match.frame.weak
    for strong, consumed, slots in ((True, False, own_slots), (False, False, weak_slots), (True, True, own_slots)):
        for slot in sorted(slots, key=_order(match.trigger.slots)):
            known = "from" if slot == "by" and not strong and match.trigger.pos == "verb" else slot
            if slot == "of" and match.trigger.pos == "verb" and "out" in match.frame.words & match.trigger.slots.keys():
                known = "out"  # "streamed out of the city": nobody of that name
            for head in slots[slot]:
                if head in own or head in taken or (head in match.consumed) != consumed:
                    continue
                role = _role(tree, match.trigger.slots, known, head, denoted)
                if role and is_doubtful(tree, match, role, known, head, denoted):
                    continue
                beside = filled.get(role or "") == known  # "the soldiers and policemen": one of them names the act too
                acts = known == "subject" and role == "source" and denoted.is_actor(head)  # "troops left the base"
                if (
                    consumed
                    and role in ("source", "target")
                    and not (beside or is_hit(tree, match, known, head, denoted) or acts)
                ):
                    continue
                if role and (filled.setdefault(role, known) == known or role in MANY):
                    taken[head] = Filler(role=role, head=head, strong=strong, consumed=consumed, slot=known)
    doers = {role for role, _ in match.trigger.slots.get("subject", ())} if match.trigger.pos == "verb" else set()
    for head in match.consumed:  # "took control of the city": the phrase's own object can carry the participant
        for slot, heads in _under(tree, head).items():
            for one in heads:
                role = _role(tree, match.trigger.slots, slot, one, denoted)
                whose = tree.deps[head] in ("nsubj", "nsubjpass")  # "her son signed a contract": she hired nobody
                if slot == "poss" and (whose or role in doers or match.trigger.pos == "noun"):
                    continue  # "denied Norland's claim": whose claim it is does not deny it
                aside = role and is_beside_the_event(tree, match, role, slot, one, denoted)
                if role and not aside and one not in taken and role not in filled:
                    taken[one] = Filler(role=role, head=one, slot=slot)
    for role, _ in match.trigger.slots.get("clause", ()):
        for below in match.frame.clausal[:1] if _is_told(tree, match) else ():
            if tree.words[tree.lefts[below]] in ("whatever", "whichever"):
                continue  # "were promised whatever they wanted": nothing that is named
            taken.setdefault(below, Filler(role=role, head=below))
        if role == "denied" and all(filler.role != role for filler in taken.values()):
            for below in match.frame.gerunds[:1]:  # "denied arming the militia"
                taken.setdefault(below, Filler(role=role, head=below))
    _inherit(tree, match, denoted, taken)
    _add_force_of_recruiters(tree, match, denoted, taken)
    for law in [f.head for f in taken.values() if f.role == "authority"]:
        for head in lawmakers(tree, law):
            if denoted.fits(head, "actor"):
                taken.setdefault(head, Filler(role="authority", head=head, strong=False))
    _add_where_the_leg_begins(tree, match, denoted, taken)
    return _routes(tree, _once(sorted(taken.values(), key=lambda f: f.head), denoted))


RECRUITERS = frozenset({"recruiter", "agent", "broker", "headhunter", "middleman", "fixer", "intermediary", "officer"})


def _add_force_of_recruiters(tree: Tree, match: Match, denoted: Denoted, taken: dict[int, Filler]) -> None:
    """The force that recruiters recruit for: "recruiters for the legion lured 300 men"."""
    if match.trigger.event_type != "RECRUIT" or any(f.role == "force" for f in taken.values()):
        return
    takers = [f.head for f in taken.values() if f.role == "recruiter" and tree.lemmas[f.head] in RECRUITERS]
    for prep in [c for h in takers for c in tree.kids(h, "prep") if tree.words[c] in ("for", "from", "of")]:
        for head in tree.kids(prep, "pobj"):
            if head not in taken and head in denoted.bodies | denoted.forces and denoted.fits(head, "body"):
                taken[head] = Filler(role="force", head=head, strong=False)


MOVING = frozenset(
    {"travel", "go", "drive", "fly", "cross", "walk", "move", "bus", "take", "bring", "send", "sail", "ride", "head"}
    | {"transport", "smuggle", "ferry", "truck", "come", "journey", "proceed", "transfer", "get", "board", "catch"}
)
BOARDING = frozenset({"board", "catch", "take"})
"""Verbs by which a journey begins in a place: "boarded a plane in Lagos"."""


def _add_where_the_leg_begins(tree: Tree, match: Match, denoted: Denoted, taken: dict[int, Filler]) -> None:
    """Where a journey goes on from, which the verb before it reached: "go by road to Lagos and fly via Cairo to Oslo".

    Only of a further leg, which has a way of its own to tell and no other beginning; and only of a place by name.
    """
    verb, before = match.frame.anchor, tree.heads[match.frame.anchor]
    held = {f.role for f in taken.values()}
    if "origin" in held or not {"transit", "destination"} & held or tree.deps[verb] != "conj":
        return
    if match.trigger.event_type != "TRANSFER" or not tree.is_verb(before) or tree.lemmas[before] not in MOVING:
        return
    if tree.kids(verb, "nsubj", "nsubjpass", "neg") or tree.kids(before, "neg"):
        return
    ends = ("in", "at", "from") if tree.lemmas[before] in BOARDING else ("to", "into")
    goals = [p for c in tree.kids(before, "prep") if tree.words[c] in ends for p in tree.kids(c, "pobj")]
    for head in goals[-1:]:
        if tree.tags[head] in ("NNP", "NNPS") and denoted.fits(head, "place"):
            taken.setdefault(head, Filler(role="origin", head=head))


def _once(fillers: list[Filler], denoted: Denoted) -> list[Filler]:
    """Each name once: "the Front of Norland and the Isles" is one actor, whatever the parser makes of its "and"."""
    kept: list[Filler] = []
    for one in fillers:
        name = denoted.name_at(one.head)
        if name is None or not any(f.role == one.role and denoted.name_at(f.head) == name for f in kept):
            kept.append(one)
    return kept


def _is_told(tree: Tree, match: Match) -> bool:
    """Whether the clause under a verb of telling stands behind it and has a subject of its own."""
    return all(c > match.token and tree.kids(c, "nsubj", "nsubjpass", "expl") for c in match.frame.clausal[:1])


def _order(slots: Slots) -> Callable[[str], int]:
    """Slots in the order that the type names them: of several that could fill a role, the first does."""
    places = {slot: place for place, slot in enumerate(slots)}
    return lambda slot: places.get(slot, len(places))


def _inherit(tree: Tree, match: Match, denoted: Denoted, taken: dict[int, Filler]) -> None:
    """Take over who the act under an act is aimed at: "threatened to shell the port", "refused to meet the envoy"."""
    takes_clause = any(part.kind in ("to", "ing", "that") for part in match.trigger.parts)
    if match.trigger.pos == "noun" or not (takes_clause or "clause_subject" in match.trigger.slots):
        return
    if not any(role == "target" for options in match.trigger.slots.values() for role, _ in options):
        return
    held = {f.role for f in taken.values()}
    if "target" in held:
        return
    if "clause_subject" in match.trigger.slots:
        for below in (*match.frame.clausal, *match.frame.infinitives)[:1]:
            for c in _told_of(tree, below):
                for head in tree.conjuncts(c):
                    role = _role(tree, match.trigger.slots, "clause_subject", head, denoted)
                    if role and head not in taken:
                        taken[head] = Filler(role=role, head=head, strong=False)
        if any(f.role == "target" for f in taken.values()):
            return
    for below in (*match.frame.infinitives, *match.frame.gerunds)[:1]:
        frame = verb_frame(tree, below)
        first = ""
        # "agreed to free the prisoners": it is not with them that one agrees
        reaches = match.trigger.event_type not in ("AGREE", "REQUEST") or tree.lemmas[below] in load_control().meeting
        meant = match.trigger.event_type not in ("AGREE", "REQUEST")
        for slot, head in _aimed_at(tree, frame):
            if slot == "as" or (not meant and slot not in match.trigger.slots):
                continue  # "agreed to take part in the government"
            known = slot if slot in match.trigger.slots else "object"
            role = _role(tree, match.trigger.slots, known, head, denoted)
            if role is None or role in held or head in taken or (role != "target" and slot != "object"):
                continue
            if role == "theme" and (match.trigger.event_type in ("REQUEST", "REJECT") or tree.lemmas[head] == "part"):
                continue  # "refused to cancel the vote": the vote is not what is refused
            if role == "target" and slot == "object" and not reaches:
                continue
            if role == "target" and first not in ("", slot):
                continue  # one way of reaching somebody: not "the fighters" and the place they are in
            taken[head] = Filler(role=role, head=head, strong=False)
            if role == "target":
                first = slot


def _told_of(tree: Tree, clause: int) -> list[int]:
    """Who is said to do what the clause tells: its subject; in a passive, whoever stands behind "by"."""
    if tree.kids(clause, "nsubjpass"):
        return [p for c in tree.kids(clause, "agent") for p in tree.kids(c, "pobj")]
    return tree.kids(clause, "nsubj")


def _aimed_at(tree: Tree, frame: Frame) -> list[tuple[str, int]]:
    """Slot and head of those whom the act under an act reaches, the recipient before what is sent."""
    every = [(slot, head) for slots in (frame.slots, frame.weak) for slot, heads in slots.items() for head in heads]
    moved = tree.lemmas[frame.anchor] in load_control().moving and any(slot in WAYS for slot, _ in every)
    found = [
        (slot, head)
        for slot, head in every
        if slot not in ("subject", "predicate") and not (slot == "object" and (moved or _is_own(tree, head)))
    ]
    given = [pair for pair in found if pair[0] in ("dative", "to")]
    return given + [pair for pair in found if pair not in given]


def _is_own(tree: Tree, head: int) -> bool:
    """Whether it is the actor's own: "agreed to withdraw its troops from Norland"."""
    return any(tree.tags[c] == "PRP$" for c in tree.kids(head, "poss"))


def _role(tree: Tree, slots: Slots, slot: str, head: int, denoted: Denoted) -> str | None:
    for role, kind in slots.get(slot, ()):
        if denoted.fits(head, {"modifier": "modifier", "poss": "actor"}.get(slot, kind)):
            return role
    return None


def _under(tree: Tree, head: int) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for c in tree.children[head]:
        if tree.deps[c] == "prep":
            for p in tree.kids(c, "pobj"):
                found.setdefault(tree.words[c], []).extend(tree.conjuncts(p))
        elif tree.deps[c] == "poss" and tree.lemmas[head] not in WARS:
            found.setdefault("poss", []).append(c)
    return found


def _routes(tree: Tree, fillers: list[Filler]) -> list[Filler]:
    """Number the steps of a route; of several goals ("to Tehran and then to Russia") the last is the destination."""
    steps = [f for f in fillers if f.role in ROUTE]
    goals = [f for f in steps if f.role == "destination"]
    between = tree.words[goals[0].head : goals[-1].head] if len(goals) > 1 else []
    chained = any(w in ("then", "onward", "onwards", "finally", "there") for w in between) or between[-2:] == [
        "on",
        "to",
    ]
    if len(steps) < 2 or (len({f.role for f in steps}) < 2 and not chained):
        return fillers
    numbered: dict[int, Filler] = {}
    ways = [f for f in steps if f.role == "transit" or (chained and f in goals[:-1])]
    rank = [
        *(f for f in steps if f.role == "origin"),
        *ways,
        *(f for f in steps if f.role == "destination" and f not in ways),
    ]
    order = -1
    for place, step in enumerate(rank):
        role = "transit" if chained and step in goals[:-1] else step.role
        same = place > 0 and rank[place - 1].role == step.role and not (chained and step.role == "destination")
        order += 0 if same and step.role == "destination" else 1
        numbered[step.head] = replace(step, role=role, order=order)
    return [numbered.get(f.head, f) for f in fillers]
