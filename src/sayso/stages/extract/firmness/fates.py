"""What happened to each of several: "ten were killed or wounded" says of nobody that he was killed."""

from sayso.stages.extract.parse.tree import Tree

FATES = frozenset(
    {
        "kill",
        "die",
        "wound",
        "injure",
        "hurt",
        "maim",
        "capture",
        "detain",
        "arrest",
        "kidnap",
        "abduct",
        "jail",
        "imprison",
    }
    | {"execute", "displace", "disappear", "expel", "dead", "wounded", "injured", "missing"}
)


def either_fate(tree: Tree, token: int) -> int | None:
    """The "or" between a fate and another one that share who suffered them; None elsewhere.

    Each of the two may have befallen nobody, so that neither is told as a fact (FactBank: PS).
    """
    if tree.lemmas[token] not in FATES:
        return None
    first = tree.heads[token] if tree.deps[token] == "conj" else token
    listed = [one for one in tree.conjuncts(first) if tree.lemmas[one] in FATES]
    own = any(tree.kids(one, "nsubj", "nsubjpass") for one in listed[1:])
    if token not in listed or len({tree.lemmas[one] for one in listed}) < 2 or own:
        return None
    joints = [k for k in range(listed[0] + 1, listed[-1]) if tree.words[k] in ("or", "and", "and/or")]
    return joints[0] if joints and all(tree.words[k] == "or" for k in joints) else None
