"""From where to where the words of a coder's actor go."""

from sayso.stages.extract.parse.tree import Tree

TAIL_PREPOSITIONS = frozenset(
    "in from of on at to near between against with by around into about for".split()  # noqa: SIM905
)
"""Prepositions whose words belong to the noun before them: "fighters in the north"."""
DASHES = frozenset({",", "-", "–", "--"})


MATTERS = frozenset({"for", "to", "on", "against", "about"})


def _is_author(tree: Tree, head: int) -> bool:
    """Whether it stands behind "by" at a noun, which what follows belongs to: "calls by students for a vote"."""
    by = tree.heads[head]
    return tree.deps[head] == "pobj" and tree.words[by] == "by" and tree.tags[tree.heads[by]].startswith("NN")


def wide_bounds(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token of a participant with what follows the noun, a name in apposition too.

    Coders mark "the last bastion in the country" and "his counterpart, John Smith" whole. Sayso's own arguments are
    shorter (`Tree.noun_bounds`).
    """
    first, last = tree.noun_bounds(head)
    for c in tree.children[head]:
        if c < last or tree.deps[c] == "punct":
            continue
        reach = _tail(tree, head, c, last)
        if reach is None:
            break
        last = max(last, reach)
    while last > first and tree.words[last] in (",", ".", "''", '"'):
        last -= 1
    return first, last


def _tail(tree: Tree, head: int, c: int, last: int) -> int | None:
    """The last token of what follows the noun, when it belongs to it; `last` is where the noun ends so far."""
    if tree.deps[c] == "appos":
        if tree.ents[c] == "PERSON" and tree.ents[head] in ("GPE", "LOC", "DATE"):
            return None  # "from Norland, Minister Berg said": no name of the place
        if tree.tags[c] in ("NN", "NNS") and tree.ents[head] != "PERSON":
            return None  # "Norland, a small country in the north"
        return wide_bounds(tree, c)[1]
    if tree.deps[c] == "amod" and c == last + 1 and tree.kids(c, "prep"):
        return tree.rights[c]
    if _is_author(tree, head) and tree.words[c] in MATTERS:
        return None
    comma = any(tree.words[k] in DASHES for k in range(last + 1, tree.lefts[c]))
    if tree.deps[c] != "prep" or comma or tree.lefts[c] != last + 1:
        return None
    timed = any(tree.ents[k] in ("DATE", "TIME") for k in tree.kids(c, "pobj"))
    return None if timed or tree.words[c] not in TAIL_PREPOSITIONS else tree.rights[c]
