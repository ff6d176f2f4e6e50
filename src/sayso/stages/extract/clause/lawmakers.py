"""Who makes a law that forbids something: "parliament passed a law that punishes mercenaries" names both."""

from sayso.stages.extract.parse.tree import Tree

LAWS = frozenset({"law", "bill", "act", "amendment", "decree", "legislation", "ordinance", "regulation", "motion"})
MAKING = frozenset(
    {"pass", "adopt", "approve", "back", "sign", "enact", "issue", "support", "introduce", "draft", "table", "vote"}
    | {"endorse", "propose", "ratify", "promulgate", "decree"}
)
"""What those do with a law who make it, or want to."""


def lawmakers(tree: Tree, law: int) -> list[int]:
    """Subjects of the verb that a law is the object of, where that tells how it came about; empty for other words."""
    if tree.lemmas[law] not in LAWS:
        return []
    verb = tree.heads[law]
    if tree.deps[law] == "pobj" and tree.words[verb] == "for":
        verb = tree.heads[verb]  # "voted for a bill"
    elif tree.deps[law] != "dobj":
        return []
    return tree.kids(verb, "nsubj") if tree.lemmas[verb] in MAKING else []
