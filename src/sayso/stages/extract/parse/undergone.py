"""Whom something is done to, where the parser takes him for who does it, and whose name it is that does it."""

from typing import TYPE_CHECKING

from sayso.lexicon.nouns import load_nouns

if TYPE_CHECKING:
    from sayso.stages.extract.parse.tree import Tree

CHARGED = {"accuse": "of", "suspect": "of", "convict": "of", "acquit": "of", "charge": "with"}
"""Verbs that take an object before this preposition: without one they tell what is laid to their subject."""
HANDED = frozenset({"offer", "promise", "give", "hand", "grant", "award", "assign", "issue"})
"""Verbs with two objects, of which the one is their passive's subject: "were met and offered a passport"."""
SENT = frozenset(
    {"send", "put", "take", "bring", "fly", "move", "train", "arm", "hold", "keep", "beat", "shoot", "kill", "capture"}
    | {
        "force",
        "deploy",
        "drive",
        "transfer",
        "transport",
        "hire",
        "recruit",
        "arrest",
        "detain",
        "release",
        "question",
    }
    | {"pay", "handcuff", "deport", "fine", "bus", "march", "station", "post", "dispatch", "conscript", "torture"}
    | {"ban", "bar", "expel", "exclude"}
)
"""Verbs that nobody does without an object: behind a passive they go on with it ("was put in a squad and sent off")."""
FRONTED = frozenset({"near", "outside", "inside", "around", "off", "along", "across"})
TAKEN = frozenset({"recruit", "conscript", "enlist", "hire", "draft"})
"""What is done to people who are the subject of a headline's participle: "hundreds recruited for the war"."""
TAKING = frozenset({"recruiter", "agent", "broker", "official", "officer", "commander", "force", "rebel", "militant"})
"""Who takes people, and is not taken."""


def accused(tree: "Tree", i: int) -> None:
    """Who is accused in "stands accused of", and in the headline "Berg accused of murder"."""
    prep, verb = i + 1, tree.heads[i]
    if tree.tags[i] not in ("VBN", "VBD") or tree.words[prep : prep + 1] != [CHARGED.get(tree.lemmas[i])]:
        return
    if tree.heads[prep] != i or tree.kids(i, "dobj", "auxpass", "aux", "agent"):
        return
    subject = tree.kid(i, "nsubj")
    if subject is not None:
        if tree.lemmas[i] != "charge" or tree.deps[i] == "ROOT":  # "an office charged with helping the poor"
            tree.deps[subject] = "nsubjpass"
        return
    subject = tree.kid(verb, "nsubj")
    if tree.lemmas[verb] == "stand" and verb == i - 1 and subject is not None:
        tree.move(subject, i, "nsubjpass")


ACCUSERS = frozenset({"accuse", "suspect", "convict", "acquit", "absolve", "exonerate"})


def accused_of(tree: "Tree", i: int) -> None:
    """What somebody is accused of, which the parser hangs on the name: "accuses the allies of fraud"."""
    accused = tree.heads[i]
    verb = tree.heads[accused]
    if tree.words[i] != "of" or tree.deps[accused] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in ACCUSERS:
        return
    what = tree.kid(i, "pobj", "pcomp")
    if what is None or i < verb or tree.lemmas[accused] in load_nouns().amounts:
        return
    thing = tree.tags[what] == "VBG" or (
        tree.tags[what] in ("NN", "NNS") and tree.lemmas[what] not in load_nouns().actors
    )
    if thing and not tree.ents[what] and tree.rights[i] == tree.rights[accused]:
        tree.move(i, verb, "prep")


def offered(tree: "Tree", i: int) -> None:
    """Who is offered something in "were met by agents and offered a passport", which the parser has in the active."""
    head = tree.heads[i]
    if tree.deps[i] != "conj" or tree.tags[i] not in ("VBD", "VBN") or tree.lemmas[i] not in HANDED:
        return
    if tree.kids(i, "nsubj", "nsubjpass", "aux", "auxpass", "dative") or tree.kid(i, "dobj") is None:
        return
    passive = tree.tags[head] == "VBN" and tree.kids(head, "auxpass") and tree.kids(head, "nsubjpass")
    to = any(tree.words[c] in ("to", "for") for one in (i, *tree.kids(i, "dobj")) for c in tree.kids(one, "prep"))
    if passive and not to:
        tree.tags[i] = "VBN"


def most_shot(tree: "Tree", i: int) -> None:
    """Who is shot in "some died by fire but the majority shot at close range", taken for who shoots."""
    subject = tree.kid(i, "nsubj")
    if tree.lemmas[i] != "shoot" or tree.tags[i] not in ("VBD", "VBN") or subject is None:
        return
    if tree.lemmas[subject] in ("majority", "most", "many", "some", "others", "rest") and not tree.kids(
        i, "dobj", "aux"
    ):
        tree.deps[subject] = "nsubjpass"


def second_passive(tree: "Tree", i: int) -> None:
    """The second verb of "was put in a squad and sent to fight", which the tagger takes for an active past."""
    head = tree.heads[i]
    if tree.deps[i] != "conj" or tree.tags[i] != "VBD" or tree.lemmas[i] not in SENT:
        return
    if tree.kids(i, "nsubj", "nsubjpass", "aux", "auxpass", "dobj", "ccomp", "dative") or tree.tags[head] != "VBN":
        return
    if tree.kids(head, "auxpass") and tree.kids(head, "nsubjpass") and head < i:
        tree.tags[i] = "VBN"


def fronted_place(tree: "Tree", i: int) -> None:
    """The place of "Near Oslo, 70 men were held", which the parser takes for a name of somebody."""
    noun = tree.heads[i]
    if tree.words[i] not in FRONTED or tree.deps[i] not in ("compound", "amod", "nmod") or noun <= i:
        return
    opens = i == 0 or tree.doc[i].is_sent_start or tree.tags[i - 1] in (".", "_SP")
    comma = tree.words[noun + 1 : noun + 2] == [","]
    if opens and comma and tree.deps[noun] in ("nsubj", "nsubjpass", "npadvmod"):
        tree.deps[noun] = "meta"
        tree.tags[i] = "IN"


def described_person(tree: "Tree", i: int) -> None:
    """The person in "Oslo Giants goalkeeper Karl Berg": what stands before the name without a comma describes him."""
    club = tree.heads[i]
    if tree.deps[i] != "appos" or tree.ents[i] != "PERSON" or tree.lefts[i] != club + 1 or tree.ents[club] == "PERSON":
        return
    if tree.tags[club] not in ("NNP", "NNPS") or not any(tree.deps[c] == "compound" for c in tree.children[i]):
        return
    above, dep = tree.heads[club], tree.deps[club]
    if above == club or dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj"):
        return
    tree.move(i, above, dep)
    tree.move(club, i, "compound")


def tells_of_harm(tree: "Tree", i: int) -> bool:
    """Whether a clause tells what was done to somebody, or that he died."""
    return tree.tags[i] == "VBN" or tree.lemmas[i] in ("die", "perish", "suffer")


def those_who(tree: "Tree", i: int) -> None:
    """Who is hurt in "the friends of those who were hurt": those right before "who"."""
    who = tree.lefts[i]
    if not tells_of_harm(tree, i):
        return
    behind = tree.deps[i] == "relcl" and tree.words[who] == "who" and who > 0 and tree.words[who - 1] == "those"
    if behind and tree.heads[i] != who - 1 and tree.heads[who - 1] != i:
        tree.move(i, who - 1, "relcl")


def recruited(tree: "Tree", i: int) -> None:
    """Who is taken in the headline "Hundreds of Swedes recruited for the war", which the parser has in the active."""
    subject = tree.kid(i, "nsubj")
    if tree.lemmas[i] not in TAKEN or tree.tags[i] != "VBD" or subject is None or subject > i:
        return
    if tree.kids(i, "dobj", "aux", "auxpass", "agent", "ccomp", "xcomp") or tree.deps[i] in ("relcl", "conj"):
        return
    behind = next(
        (p for c in tree.kids(subject, "prep") if tree.words[c] == "of" for p in tree.kids(c, "pobj")), subject
    )
    prep = tree.words[i + 1 : i + 2]
    plural = tree.tags[behind] in ("NNS", "NNPS") and tree.lemmas[behind] not in TAKING
    people = tree.lemmas[behind] in load_nouns().actors or tree.ents[behind] == "NORP" or behind != subject
    if plural and people and prep and prep[0] in ("for", "by", "into", "to", "in", "as", "via", "through"):
        tree.deps[subject] = "nsubjpass"
