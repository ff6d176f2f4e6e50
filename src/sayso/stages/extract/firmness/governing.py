"""What a governing word makes of what it governs (`lexicon/firmness.toml`); a verb of saying ends the climb."""

from sayso.lexicon.firmness import Effect, Firmness, Signature
from sayso.stages.extract.firmness.negation import untrue_to_say
from sayso.stages.extract.firmness.notes import Note
from sayso.stages.extract.firmness.questions import has_to
from sayso.stages.extract.parse.tree import Tree

ANSWERING = frozenset(
    {
        "approve",
        "accept",
        "support",
        "back",
        "endorse",
        "reject",
        "oppose",
        "refuse",
        "decline",
        "veto",
        "grant",
        "resist",
    }
)


ANSWERED = frozenset(
    {"request", "demand", "offer", "proposal", "call", "appeal", "plea", "accusation", "threat", "promise", "offensive"}
    | {"attack", "campaign", "war", "invasion", "crackdown", "operation", "strike", "raid", "blockade", "ultimatum"}
)


ASKED = frozenset({"request", "demand", "offer", "proposal", "appeal", "plea", "ultimatum"})
"""Of these, whoever is named by "by" has made one: "a request by the ministry"."""


def _is_answered(tree: Tree, i: int, head: int) -> bool:
    """Whether it is somebody's act to which the verb above only answers: who rejects a request has been asked.

    "Approved Norway's request", "supports a US offensive": it needs a name for whose it is, since "rejects calls for
    an offensive" tells of none.
    """
    if (
        tree.lemmas[head] not in ANSWERING
        or tree.lemmas[i] not in ANSWERED
        or tree.deps[i] not in ("dobj", "nsubjpass")
    ):
        return False
    owners = tree.kids(i, "poss", "compound", "amod", "nmod")
    askers = [p for c in tree.kids(i, "prep", "agent") if tree.words[c] in ("by", "from") for p in tree.kids(c, "pobj")]
    if tree.lemmas[i] in ASKED and any(tree.kids(p, "det", "poss", "compound", "amod") for p in askers):
        return True
    owners += askers
    return any(tree.ents[c] in ("GPE", "NORP", "PERSON", "ORG") or tree.tags[c] == "PRP$" for c in owners)


def governor(tree: Tree, i: int, head: int, tables: Firmness, notes: list[Note]) -> tuple[int, Signature | None] | None:
    """The word above as governor; ends at a verb of saying."""
    lemma = tree.lemmas[head]
    if _is_answered(tree, i, head):
        return None
    if lemma in ENDING and tree.lemmas[i] in LASTING and tree.deps[i] in ("dobj", "nsubjpass"):
        return None
    kind = "verb" if tree.is_verb(head) else "adjective" if tree.tags[head].startswith("JJ") else "noun"
    told = tree.deps[i] in ("ccomp", "parataxis", "xcomp") and kind == "verb" and lemma in tables.speech
    untrue = untrue_to_say(tree, head) if kind == "verb" else None
    if untrue is not None:
        word, effect_of = untrue
        notes.append(Note(effect=effect_of, sort="attitude", tokens=(word,), name="untrue to say"))  # type: ignore[arg-type]
        return None
    if told and not has_to(tree, i) and ("verb", lemma) not in SPEECH_WITH_FIRMNESS:
        negated = any(tree.deps[c] == "neg" for c in tree.children[head])
        effect: Effect = "unknown" if negated else "same"
        sort = "attitude" if negated else "speech"
        notes.append(Note(effect=effect, sort=sort, tokens=(head,), name=f"speech {lemma}"))
        return None
    whole = with_particle(tree, head)
    sign = tables.signatures.get((kind, whole)) or tables.signatures.get((kind, lemma))
    if lemma == "set" and not (has_to(tree, i) and whole in ("set", "set_out")):
        sign = None  # "set a record", "set up to train": done, where "set to leave" is to come
    if lemma == "fight" and not has_to(tree, i):
        sign = None  # "fight a gun battle" is no plan to hold one
    if sign is None and _is_taken_on_to(tree, i, head):
        to = next(c for c in tree.children[i] if tree.words[c] == "to")
        notes.append(Note(effect="planned", sort="plan", tokens=(to,), name=f"{lemma} to"))
        return head, None
    if sign is None and told and lemma in HEARSAY and tree.deps[i] == "xcomp":
        notes.append(Note(effect="probable", sort="hedge", tokens=(head,), name=f"{lemma} to"))
        return head, None
    if kind == "verb" and lemma == "be":
        adjective = tree.kid(head, "acomp", "attr", "oprd")
        if adjective is not None and adjective != i:
            group = "adjective" if tree.tags[adjective].startswith("JJ") else "noun"
            sign = tables.signatures.get((group, tree.lemmas[adjective])) or sign
            if sign is not None:
                notes.append(Note(effect=sign.plain, sort=sign.sort, tokens=(adjective,), name=sign.name))
                return head, None
    if lemma == "go" and tree.tags[head] == "VBG" and has_to(tree, i):
        notes.append(Note(effect="planned", sort="future", tokens=(head,), name="going to"))
        return head, None
    if lemma == "be" and sign is None and has_to(tree, i) and tree.deps[i] == "xcomp":
        notes.append(Note(effect="planned", sort="future", tokens=(head,), name="be to"))
        return head, None
    if lemma == "have" and has_to(tree, i) and tree.deps[i] == "xcomp":
        notes.append(Note(effect="unknown", sort="modal", tokens=(head,), name="have to"))
        return head, None
    return head, sign


TAKING_ON = frozenset(
    {"hire", "recruit", "enlist", "pay", "train", "employ", "contract", "conscript", "draft", "engage", "send"}
    | {
        "dispatch",
        "deploy",
        "mobilise",
        "mobilize",
        "arm",
        "equip",
        "commission",
        "volunteer",
        "lure",
        "import",
        "rent",
    }
)
"""Verbs behind whose object an infinitive tells what people are taken on for: "hired them to kill"."""


def _is_taken_on_to(tree: Tree, i: int, head: int) -> bool:
    """Whether an infinitive tells what somebody is taken on for, which is not said to have been done."""
    taken = tree.lemmas[head] in TAKING_ON and tree.is_verb(head)
    return taken and has_to(tree, i) and tree.deps[i] in ("xcomp", "ccomp") and not tree.kids(i, "nsubj", "nsubjpass")


def with_particle(tree: Tree, verb: int) -> str:
    """A verb's lemma as the tables have it: `rule_out`."""
    particle = tree.kid(verb, "prt")
    return tree.lemmas[verb] if particle is None else f"{tree.lemmas[verb]}_{tree.words[particle]}"


ENDING = frozenset({"stop", "halt", "quell", "contain"})


LASTING = frozenset(
    {"crisis", "conflict", "war", "violence", "fighting", "bloodshed", "killing", "bombing", "shelling", "bombardment"}
    | {"occupation", "siege", "unrest", "fire", "hostility", "massacre", "slaughter", "genocide", "abuse", "riot"}
    | {"epidemic", "outbreak", "rebellion", "insurgency", "exodus", "advance", "offensive", "onslaught"}
)
"""What goes on already when somebody stops it or wants it stopped: "measures to stop the bloodshed"."""


UNDONE = frozenset(
    {"cancel", "postpone", "delay", "avert", "prevent", "foil", "thwart", "scrap", "shelve", "halt", "block", "dismiss"}
    | {"reject", "veto", "defeat"}
)
"""Verbs whose passive subject did not come about."""


HEARSAY = frozenset({"say", "claim", "report"})
"""Verbs of saying that with an infinitive leave open whether it is so: "is said to have left", "claims to have won"."""


SPEECH_WITH_FIRMNESS = frozenset({("verb", "suggest"), ("verb", "predict"), ("verb", "allege"), ("verb", "deny")})
