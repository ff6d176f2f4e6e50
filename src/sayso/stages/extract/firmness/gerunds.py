"""Gerunds behind a preposition: "charged with recruiting", "aims at recruiting", "arrested for recruiting"."""

from sayso.stages.extract.parse.tree import Tree

DOING = {
    ("charge", "with"): "charge",
    ("task", "with"): "plan",
    ("entrust", "with"): "plan",
    ("aim", "at"): "aim",
    ("aim", "on"): "aim",
    ("work", "on"): "try",
    ("insist", "on"): "plan",
    ("plan", "on"): "plan",
    ("agree", "on"): "plan",
    ("decide", "on"): "plan",
    ("count", "on"): "hope",
    ("bank", "on"): "hope",
    ("intent", "on"): "plan",
    ("bent", "on"): "plan",
    ("set", "on"): "plan",
    ("keen", "on"): "want",
    ("focus", "on"): "",
    ("concentrate", "on"): "",
}
"""Word and preposition before a gerund -> the verb whose effect they have; empty: what is done is as firm as the word.

"Charged with recruiting" leaves open whether any were recruited; before other words these prepositions tell when or how
("on arriving", "began with recruiting")."""

SUSPECTING = frozenset(
    {"arrest", "detain", "hold", "apprehend", "remand", "investigate", "question", "interrogate", "prosecute", "quiz"}
    | {"probe", "extradite", "nab", "capture", "summon", "re-arrest", "rearrest"}
)
"""Verbs of what is done to suspects; who is jailed, sentenced or punished for something has done it."""
SOUGHT = frozenset({"want", "seek", "try"})
"""The same, where they are participles: "is wanted for recruiting", "was tried for recruiting"."""
INQUIRIES = frozenset(
    {"trial", "investigation", "prosecution", "inquiry", "enquiry", "probe", "interrogation", "arrest", "detention"}
    | {"warrant", "custody", "extradition"}
)
OPENLY = frozenset(
    {
        "protest",
        "demonstrate",
        "march",
        "rally",
        "wave",
        "chant",
        "gather",
        "criticise",
        "criticize",
        "refuse",
        "desert",
    }
    | {"insult", "post", "strike", "shout", "distribute", "call", "say", "write", "publish", "cross", "violate", "be"}
)
"""What is done before all eyes: whoever is arrested for it did it."""


def likened_to(tree: Tree, i: int, prep: int) -> str | None:
    """The verb whose effect a word has over the gerund behind its preposition.

    Empty where the gerund is as firm as the word itself, None where nothing is known of the two.
    """
    word, head = tree.words[prep], tree.heads[prep]
    lemma = tree.lemmas[head]
    if (lemma, word) in DOING:
        return DOING[lemma, word]
    if word not in ("for", "over", "about", "into", "of") or tree.lemmas[i] in OPENLY:
        return None
    if tree.is_verb(head):
        suspects = lemma in SUSPECTING or (lemma in SOUGHT and tree.tags[head] == "VBN")
        return "charge" if word != "of" and (suspects or _is_let_off(tree, head)) else None
    return "charge" if lemma in INQUIRIES else None


PUNISHED = frozenset(
    {"jail", "imprison", "sentence", "convict", "punish", "fine", "discipline", "dismiss", "sack", "expel", "hang"}
    | {"execute", "reprimand", "penalise", "penalize"}
)
"""Verbs of what is done to who did it. Where nobody was punished for a deed, that leaves open
whether anybody did it."""
NOBODY = frozenset({"nobody", "no-one", "none"})


def _is_let_off(tree: Tree, verb: int) -> bool:
    """Whether somebody is put on trial, or it is said that nobody was punished, or that somebody was not."""
    lemma = tree.lemmas[verb]
    tried = lemma == "put" and any(
        tree.words[noun] == "trial" for prep in tree.kids(verb, "prep") for noun in tree.kids(prep, "pobj")
    )
    if lemma not in PUNISHED:
        return tried
    subjects = tree.kids(verb, "nsubj", "nsubjpass")
    nobody = any(tree.words[s] in NOBODY or any(tree.words[c] == "no" for c in tree.kids(s, "det")) for s in subjects)
    return nobody or tree.kid(verb, "neg") is not None
