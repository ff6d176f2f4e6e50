"""The frame of a predicate adjective."""

from sayso.stages.extract.clause.frame import Frame
from sayso.stages.extract.clause.prepositions import add_preposition
from sayso.stages.extract.clause.subjects import has_to, subjects_of
from sayso.stages.extract.parse.tree import Tree

COUNTING = frozenset({"report", "count", "confirm", "record", "list", "register", "announce", "find", "leave", "put"})
"""Verbs that say how many there are of whom an adjective stands for: "reports three dead"."""


def adjective_frame(tree: Tree, i: int) -> Frame:
    """The frame of a predicate adjective: "is ready to", "is close to", "is hostile towards"."""
    frame = Frame(i)
    for c in tree.children[i]:
        dep = tree.deps[c]
        if dep == "nummod":
            frame.add("count", [c])  # "a list of 67 dead"
        elif dep == "prep":
            add_preposition(tree, frame, c, weak=False)
        elif dep in ("xcomp", "ccomp", "advcl"):
            (frame.infinitives if has_to(tree, c) else frame.clausal).append(c)
    head = tree.heads[i]
    if tree.deps[i] == "oprd":
        frame.words.add(tree.lemmas[head])  # "are feared dead"
    if tree.deps[i] == "oprd" and "count" in frame.slots and tree.lemmas[head] in COUNTING:
        frame.add("subject", frame.slots["count"])  # "reports three dead": the agency is alive
    elif tree.deps[i] in ("acomp", "attr", "oprd", "xcomp") or (
        tree.deps[i] == "conj" and tree.tags[head].startswith("JJ")
    ):
        frame.add("subject", subjects_of(tree, i) or tree.kids(head, "csubj"))  # "joining a foreign army is illegal"
        frame.anchor = head
        for c in tree.children[head]:
            if tree.deps[c] == "xcomp" and c > i:
                frame.infinitives.append(c)
            elif tree.deps[c] == "prep" and (c > i or tree.words[c] == "under"):  # "under Norwegian law, it is illegal"
                add_preposition(tree, frame, c, weak=True)
    elif tree.deps[i] == "ROOT":
        frame.add("subject", subjects_of(tree, i))
    elif tree.deps[i] == "amod":
        frame.add("subject", [c for c in tree.conjuncts(head) if i < head or c < i])
    return frame
