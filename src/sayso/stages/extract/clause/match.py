"""Which trigger a word and its frame match."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.lexicon.nouns import load_nouns
from sayso.lexicon.packs import Pack
from sayso.lexicon.triggers import Part, Trigger
from sayso.model._record import record
from sayso.stages.extract.clause.adjective_frame import adjective_frame
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.frame import Frame
from sayso.stages.extract.clause.noun_frame import noun_frame
from sayso.stages.extract.clause.subjects import has_to
from sayso.stages.extract.clause.verb_frame import verb_frame
from sayso.stages.extract.firmness.verdicts import called_false
from sayso.stages.extract.parse.tree import Tree

KINDS = {"VB": "verb", "NN": "noun", "JJ": "adjective"}


@record
class Match:
    """A trigger found at a token."""

    token: int
    trigger: Trigger
    frame: Frame
    consumed: tuple[int, ...]
    """Tokens that the trigger's conditions were met by: they name no event of their own."""
    rest: tuple[Trigger, ...] = ()
    """Less specific entries of the word for the same type, should this one find nobody whom it asks for."""


def find_matches(tree: Tree, tokens: Iterable[int], packs: Sequence[Pack], denoted: Denoted) -> list[Match]:
    """The best match of every token that the packs have words for, in text order."""
    found = []
    for i in tokens:
        kind = KINDS.get(tree.tags[i][:2])
        if kind is None:
            continue
        candidates = [pack.index[key] for key in _keys(tree, i, kind) for pack in packs if key in pack.index]
        if not candidates:
            continue
        frame = frame_of(tree, i, kind)
        for triggers in candidates:
            match = _first(tree, i, frame, triggers, denoted)
            if match is not None:
                found.append(match)
                break
    return found


def _keys(tree: Tree, i: int, kind: str) -> list[tuple[str, str]]:
    """What to look a token up by: its lemma, and for a gerund that the tagger took for a noun its other spellings."""
    lemma = tree.lemmas[i]
    if tree.tags[i] != "VBG" or lemma != tree.words[i][:-3]:
        return [(kind, lemma)]
    spellings = [lemma, lemma + "e"] + ([lemma[:-1]] if lemma[-1:] == lemma[-2:-1] else [])
    return [(kind, spelling) for spelling in spellings]


def frame_of(tree: Tree, i: int, kind: str) -> Frame:
    """The frame of a token, by its part of speech."""
    if kind == "verb":
        return verb_frame(tree, i)
    return noun_frame(tree, i) if kind == "noun" else adjective_frame(tree, i)


def _first(tree: Tree, i: int, frame: Frame, triggers: Sequence[Trigger], denoted: Denoted) -> Match | None:
    for place, trigger in enumerate(triggers):
        consumed = _consume(tree, i, frame, trigger, denoted)
        if consumed is not None:
            rest = tuple(one for one in triggers[place + 1 :] if one.event_type == trigger.event_type)
            return Match(token=i, trigger=trigger, frame=frame, consumed=tuple(consumed), rest=rest)
    return None


def readings_of(tree: Tree, match: Match, denoted: Denoted) -> Iterator[Match]:
    """A match and, after it, those of the word's less specific entries for the same type."""
    found: Match | None = match
    while found is not None:
        yield found
        found = _first(tree, found.token, found.frame, found.rest, denoted)


def _consume(tree: Tree, i: int, frame: Frame, trigger: Trigger, denoted: Denoted) -> list[int] | None:
    """The tokens that meet the trigger's conditions; None when one is not met."""
    consumed: list[int] = []
    named = any(part.kind == "object" and not part.absent for part in trigger.parts)
    for part in trigger.parts:
        if named and part.kind == "word" and not part.absent and part.words & frame.weak.keys():
            continue  # "sent [men to Norland]": the entry names the object, so it may hang there
        met = _meets(tree, i, frame, part, trigger.pos, denoted)
        if (met is not None) == part.absent:
            return None
        consumed.extend(met or ())
    return consumed


def _meets(tree: Tree, i: int, frame: Frame, part: Part, pos: str, denoted: Denoted) -> list[int] | None:
    """Tokens that meet one part, perhaps none; None when it is not met."""
    if part.kind == "active":
        return None if frame.passive else []
    if part.kind in ("not", "denied"):
        return _denial(tree, i, frame)
    if part.kind == "false":
        called = called_false(tree, i)
        return None if called is None else [called]
    if part.kind == "word":
        return [] if not part.words.isdisjoint(frame.words) else None
    if part.kind == "object":
        if pos == "noun":
            hits = [c for c in tree.children[i] if c < i and not part.words.isdisjoint((tree.lemmas[c], tree.words[c]))]
            return hits or None
        if not part.words:
            return [] if frame.slots.get("object") else None
        objects = [*frame.slots.get("object", ()), *frame.slots.get("dative", ())]
        if tree.lemmas[i] in ("be", "become"):
            objects += frame.slots.get("predicate", ())
        return _heads_in(tree, objects, part.words, denoted)
    if part.kind == "subject" and not part.words:
        return [] if frame.slots.get("subject") else None
    if part.kind == "subject":
        return _heads_in(tree, frame.slots.get("subject", ()), part.words, denoted)
    if part.kind == "under":
        for prep in part.under:
            held = [*frame.slots.get(prep, ()), *frame.weak.get(prep, ())]
            if prep == "of":
                held += _owned_by(tree, frame)
            held += _terms(tree, i, prep)
            hit = _heads_in(tree, held, part.words, denoted)
            if hit:
                return hit
        particles = (part.under & frame.words) - frame.slots.keys()
        if particles and pos == "verb":  # "lay down their arms"; in "fought the police in Vesta" it has its own noun
            return _heads_in(tree, frame.slots.get("object", ()), part.words, denoted)
        return None
    return _clause(tree, frame, part)


def _denial(tree: Tree, i: int, frame: Frame) -> list[int] | None:
    """The word that denies a verb or a noun: "not", "never", "no", "nothing has been"; None where there is none."""
    denied = tree.kids(i, "neg") or [c for c in tree.kids(i, "det") if tree.words[c] == "no"]
    sides = [*frame.slots.get("subject", ()), *frame.slots.get("object", ())]
    denied = denied or [h for h in sides if tree.words[h] in NONE]
    denied = denied or [c for h in sides for c in tree.kids(h, "det") if tree.words[c] == "no"]
    return denied[:1] or None


NONE = frozenset({"nothing", "none", "nobody"})


def _clause(tree: Tree, frame: Frame, part: Part) -> list[int] | None:
    if part.kind in ("notto", "notthat"):
        below = frame.infinitives if part.kind == "notto" else frame.clausal
        denied = [c for c in below if tree.kids(c, "neg") or _denial(tree, c, verb_frame(tree, c))]
        return [] if any(not part.words or tree.lemmas[c] in part.words for c in denied) else None
    held = {"to": frame.infinitives, "ing": frame.gerunds, "that": frame.clausal}[part.kind]
    if part.kind == "to" and not held and tree.lemmas[frame.anchor] in ("need", "have", "require"):
        # "need permission to travel", "have nothing to do with": on the object
        objects = frame.slots.get("object", ())
        held = [c for one in objects for c in tree.kids(one, "acl", "relcl") if has_to(tree, c)]
    if part.kind == "to" and not held and tree.lemmas[frame.anchor] == "use":
        # "used pages in gyms to find recruits": the parser hangs the aim on any of the nouns
        nouns = [one for slot in ("object", "in", "on", "at") for one in frame.slots.get(slot, ())]
        held = [c for one in nouns for c in tree.kids(one, "acl", "relcl") if has_to(tree, c)]
    if not held:
        return None
    if not part.words:
        return []
    return [] if any(tree.lemmas[c] in part.words for c in held) else None


def _heads_in(tree: Tree, heads: Iterable[int], words: frozenset[str], denoted: Denoted) -> list[int] | None:
    """The heads, or what stands behind an amount word ("a series of attacks"), that are among the words."""
    hits = []
    for head in heads:
        if _is_among(tree, head, words, denoted):
            hits.append(head)
        elif tree.lemmas[head] in load_nouns().amounts:
            for prep in tree.kids(head, "prep"):
                hits.extend(c for c in tree.kids(prep, "pobj") if tree.lemmas[c] in words)
        elif tree.tags[head] == "CD" or tree.words[head] in PARTIAL:
            hits.extend([head] if any(tree.lemmas[c] in words for c in _behind_of(tree, head)) else [])
    return hits or None


PARTIAL = frozenset({"some", "many", "most", "all", "none", "half", "several", "few", "both", "each", "any", "more"})
"""What stands for some of those that "of" names: "several of the recruits"."""


def _behind_of(tree: Tree, head: int) -> list[int]:
    return [c for prep in tree.kids(head, "prep") if tree.words[prep] == "of" for c in tree.kids(prep, "pobj")]


def _is_among(tree: Tree, head: int, words: frozenset[str], denoted: Denoted) -> bool:
    """Whether a head is one of the words: as itself, as what the parser calls it, as people (`somebody`) or a place."""
    named = [tree.lemmas[head], tree.words[head], tree.ents[head].lower()]
    # "hunger strike", "arrest warrant"; but a police station is no police
    if tree.lemmas[head] not in load_nouns().places:
        named += [tree.lemmas[c] for c in tree.kids(head, "compound")]
    if len(words) == 1:  # `hold +joint`: a joint exercise
        named += [tree.lemmas[c] for c in tree.kids(head, "amod")]
    if not words.isdisjoint(named) or ("somebody" in words and denoted.is_people(head)):
        return True
    if "money" in words and head in denoted.sums:
        return True  # the parser knows dollars, but not rupees
    if "counted" in words and denoted.is_people(head) and _is_counted(tree, head):
        return True
    if "armedbody" in words and head in denoted.forces:
        return True
    return "gpe" in words and denoted.is_named_place(head)


def _is_counted(tree: Tree, head: int) -> bool:
    """Whether it is said how many they are: "eleven men", "hundreds of recruits", "half of the company"."""
    return (
        tree.tags[head] == "CD"
        or bool(tree.kids(head, "nummod"))
        or tree.lemmas[head] in load_nouns().amounts
        or tree.words[head] in ("more", "half", "most")
    )


def _terms(tree: Tree, i: int, prep: str) -> list[int]:
    """A length of time under a preposition, which is no participant but can be what an entry asks for: "jailed for six
    years"."""
    preps = [c for c in tree.kids(i, "prep") if tree.words[c] == prep]
    return [c for p in preps for c in tree.kids(p, "pobj") if tree.ents[c] in ("DATE", "TIME")]


def _owned_by(tree: Tree, frame: Frame) -> list[int]:
    """What stands under "of" on the object: "pays the wages of the brigade"."""
    preps = [p for o in frame.slots.get("object", ()) for p in tree.kids(o, "prep") if tree.words[p] == "of"]
    return [c for p in preps for c in tree.kids(p, "pobj")]
