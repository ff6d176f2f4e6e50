"""Who and what take part in an event: from the slots of its frame to the roles of its type."""

from collections.abc import Callable, Mapping

from sayso.lexicon.nouns import Nouns, load_nouns
from sayso.lexicon.triggers import Slots
from sayso.model import Mentions
from sayso.model._record import record
from sayso.stages.extract.frame import verb_frame
from sayso.stages.extract.match import Match
from sayso.stages.extract.tree import Tree

ACTOR_ENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
OTHER_ENTS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL", "EVENT", "LAW", "WORK_OF_ART"}
)
PRONOUNS = frozenset(
    {"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom", "it", "those"}
)
PREFIXES = frozenset({"pro", "anti", "ex", "non", "the"})
STATES = frozenset({"us", "u.s.", "uk", "u.k.", "eu", "un", "u.n.", "nato", "usa"})
EMPTY = frozenset(
    {"there", "which", "that", "this", "what", "itself", "themselves", "himself", "herself", "each", "other", "one"}
)
MANY = frozenset({"origin", "transit", "destination", "channel"})
"""Roles that several slots can fill together."""
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


class Denoted:
    """Which tokens actors and places stand at, by the mentions and the parser's named entities."""

    def __init__(self, tree: Tree, mentions: Mentions) -> None:
        self._tree = tree
        self._nouns: Nouns = load_nouns()
        spans = [(a.span.start, a.span.end) for a in mentions.actors if a.form != "pronoun"]
        self.actors = _tokens_in(tree, spans)
        self.places = _tokens_in(tree, [(p.span.start, p.span.end) for p in mentions.places])

    def is_actor(self, i: int) -> bool:
        """Whether the noun phrase around a head names somebody who can act."""
        tree = self._tree
        ent, lemma, word = tree.ents[i], tree.lemmas[i], tree.words[i]
        if (
            word in EMPTY
            or lemma in ("pro", "anti", "ex", "non")
            or (ent in OTHER_ENTS and ent not in ("CARDINAL", "QUANTITY"))
        ):
            return False
        if i in self.actors or ent in ACTOR_ENTS or word in PRONOUNS or lemma in self._nouns.actors:
            return True
        if word in self._nouns.actors or lemma in self._nouns.amounts or tree.tags[i] == "CD":
            behind = self._behind(i)
            return (
                self.is_actor(behind)
                if behind is not None
                else tree.tags[i] in ("CD", "NNS") or word in ("those", "many", "some", "all", "both")
            )
        if tree.tags[i] in ("NNP", "NNPS") and ent == "":
            return True
        return "-" in lemma and lemma.rsplit("-", 1)[1] in self._nouns.actors

    def is_place(self, i: int) -> bool:
        """Whether it names a place."""
        tree = self._tree
        return i in self.places or tree.ents[i] in PLACE_ENTS or tree.lemmas[i] in self._nouns.places

    def _behind(self, i: int) -> int | None:
        for prep in self._tree.kids(i, "prep"):
            if self._tree.words[prep] == "of":
                return self._tree.kid(prep, "pobj")
        return None

    def fits(self, i: int, kind: str) -> bool:
        """Whether a head can fill a role of that kind."""
        if self._tree.lemmas[i] in PREFIXES or not any(c.isalnum() for c in self._tree.words[i]):
            return False
        if self._tree.words[i] in EMPTY and self._tree.words[i] not in ("one", "each", "other"):
            return False
        if kind == "modifier":  # "Israeli", "US" airstrikes; in "the Paris attack" the name is where it happened
            tree = self._tree
            if (i > 0 and tree.words[i - 1] in ("-", "–")) or (
                tree.tags[i].startswith("JJ") and tree.ents[i] != "NORP"
            ):
                return False  # "anti-government protests", "national dialogue"
            if tree.lemmas[i] in self._nouns.places:
                return False  # "the embassy attack": what was attacked, more often than who did it
            return self.is_actor(i) and (tree.ents[i] not in ("GPE", "LOC", "FAC") or tree.words[i] in STATES)
        if kind == "actor":
            return self.is_actor(i)
        if kind == "place":
            return self.is_place(i)
        if kind == "thing":
            return not self.is_actor(i)
        return self._tree.ents[i] not in ("DATE", "TIME")


WARS = frozenset({"war", "battle", "fight", "conflict", "invasion", "campaign", "jihad"})
"""Whose war it is does not tell who takes people in: "join Putin's war"."""


def _tokens_in(tree: Tree, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Tokens that lie in one of the spans; one pass over both."""
    found, at = set(), 0
    for start, end in sorted(spans):
        while at < len(tree.starts) and tree.starts[at] < start:
            at += 1
        step = at
        while step < len(tree.starts) and tree.starts[step] < end:
            found.add(step)
            step += 1
    return frozenset(found)


def fillers_of(tree: Tree, match: Match, denoted: Denoted) -> list[Filler]:
    """The participants of a match in text order, routes numbered."""
    own = {match.token}
    taken: dict[int, Filler] = {}
    filled: dict[str, str] = {}
    own_slots, weak_slots = match.frame.slots, match.frame.weak
    for strong, consumed, slots in ((True, False, own_slots), (False, False, weak_slots), (True, True, own_slots)):
        for slot in sorted(slots, key=_order(match.trigger.slots)):
            known = "from" if slot == "by" and not strong and match.trigger.pos == "verb" else slot
            for head in slots[slot]:
                if head in own or head in taken or (head in match.consumed) != consumed:
                    continue
                role = _role(tree, match.trigger.slots, known, head, denoted)
                beside = filled.get(role or "") == known
                if head in match.consumed and role in ("source", "target") and not beside:
                    continue  # "the soldiers and policemen": a word of the trigger takes part beside a filler
                if role and (filled.setdefault(role, known) == known or role in MANY):
                    taken[head] = Filler(role=role, head=head, strong=strong, consumed=consumed)
    for head in match.consumed:  # "took control of the city": the phrase's own object can carry the participant
        for slot, heads in _under(tree, head).items():
            for one in heads:
                role = _role(tree, match.trigger.slots, slot, one, denoted)
                if role and one not in taken and role not in filled:
                    taken[one] = Filler(role=role, head=one)
    _inherit(tree, match, denoted, taken)
    return _routes(tree, sorted(taken.values(), key=lambda f: f.head))


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
            for c in tree.kids(below, "nsubj", "nsubjpass"):
                for head in tree.conjuncts(c):
                    role = _role(tree, match.trigger.slots, "clause_subject", head, denoted)
                    if role and head not in taken:
                        taken[head] = Filler(role=role, head=head, strong=False)
        if any(f.role == "target" for f in taken.values()):
            return
    for below in (*match.frame.infinitives, *match.frame.gerunds)[:1]:
        frame = verb_frame(tree, below)
        for slots in (frame.slots, frame.weak):
            for slot, heads in slots.items():
                for head in heads if slot != "subject" else ():
                    known = slot if slot in match.trigger.slots else "object"
                    role = _role(tree, match.trigger.slots, known, head, denoted)
                    if role and role not in held and head not in taken and (role == "target" or known == "object"):
                        taken[head] = Filler(role=role, head=head, strong=False)


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
    chained = len(goals) > 1 and any(
        w in ("then", "onward", "onwards", "finally") for w in tree.words[goals[0].head : goals[-1].head]
    )
    if len(steps) < 2 or (len({f.role for f in steps}) < 2 and not chained):
        return fillers
    numbered: dict[int, Filler] = {}
    rank = [f for role in ("origin", "transit", "destination") for f in steps if f.role == role]
    order = -1
    for place, step in enumerate(rank):
        role = "transit" if chained and step in goals[:-1] else step.role
        same = place > 0 and rank[place - 1].role == step.role and not (chained and step.role == "destination")
        order += 0 if same and step.role == "destination" else 1
        numbered[step.head] = Filler(role=role, head=step.head, order=order, strong=step.strong)
    return [numbered.get(f.head, f) for f in fillers]
