"""Which words belong to which event: each token goes to the nearest event above it in the parse."""

from collections.abc import Mapping, Sequence

from sayso.model import Span, span_of
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.parse.tree import Tree

BARRED = frozenset({"relcl", "ccomp", "parataxis", "advcl"})
"""Relations over which a clause does not reach up."""
POSTED = frozenset({"ambassador", "envoy", "emissary", "attache", "consul", "representative", "delegate"})
"""Titles whose "to ..." names a post and not a way: "the ambassador to Egypt"."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def scopes(tree: Tree, matches: Sequence[Match], *, text: str) -> dict[int, tuple[Span, ...]]:
    """Trigger token -> the passages of its event, in text order."""
    owners = owner_table(tree, matches)
    runs: dict[int, list[list[int]]] = {match.token: [] for match in matches}
    for match in matches:
        first, last = _reach(tree, match.frame.anchor)
        for i in range(first, last + 1):
            if owners.get(i) == match.token:
                held = runs[match.token]
                if held and held[-1][1] == i - 1:
                    held[-1][1] = i
                else:
                    held.append([i, i])
    return {token: _spans(tree, found, token, text) for token, found in runs.items()}


def _reach(tree: Tree, anchor: int) -> tuple[int, int]:
    top = anchor
    for _ in range(8):
        if tree.deps[top] == "ROOT" or tree.heads[top] == top:
            break
        top = tree.heads[top]
    return tree.lefts[top], tree.rights[top]


def owner_table(tree: Tree, matches: Sequence[Match]) -> Mapping[int, int]:
    """Token -> trigger token of the event that it belongs to, for the sentences that hold events."""
    seeds: dict[int, int] = {}
    for match in matches:
        seeds[match.token] = match.token
    for match in matches:  # the light verb, and verbs above that name nothing themselves, stand in for the event
        seeds.setdefault(match.frame.anchor, match.token)
    for match in matches:
        here = match.frame.anchor
        while (
            tree.deps[here] in ("xcomp", "pcomp", "prep", "acl", "dobj", "acomp", "advcl")
            and tree.heads[here] != here
            and not _is_own_clause(tree, here)
        ):
            here = tree.heads[here]
            if here in seeds:
                break
            seeds[here] = match.token
    owners: dict[int, int] = {}
    for match in matches:
        first, last = _reach(tree, match.frame.anchor)
        for i in range(first, last + 1):
            if i not in owners:
                _assign(tree, i, seeds, owners)
    return owners


def _is_own_clause(tree: Tree, i: int) -> bool:
    """Whether it heads an adverbial clause with a subject of its own.

    In "26 people died as guards opened fire" the 26 belong to what is told above, and in "the council was accused
    after attacks left 150 dead" the 150 to what stands below.
    """
    return tree.deps[i] in ("advcl", "pcomp") and bool(tree.kids(i, *SUBJECTS))


def _is_apart(tree: Tree, i: int) -> bool:
    """Whether what stands under a word that names no event is told of something else than the event above.

    Clauses of their own, further predicates ("signs the treaty and calls the day the best since 1905"), and posts.
    """
    dep, head = tree.deps[i], tree.heads[i]
    if dep == "conj":
        return tree.is_verb(i) and tree.is_verb(head)
    if dep == "prep":
        return tree.words[i] == "to" and tree.lemmas[head] in POSTED
    return dep in BARRED or _is_own_clause(tree, i)


def _assign(tree: Tree, i: int, seeds: Mapping[int, int], owners: dict[int, int]) -> None:
    path: list[int] = []
    here, barred = i, False
    while here not in owners and here not in seeds and tree.heads[here] != here and len(path) < 400:
        path.append(here)
        barred = barred or _is_apart(tree, here)
        here = tree.heads[here]
    owner = -1 if barred else owners.get(here, seeds.get(here, -1))
    for one in path or [here]:
        owners[one] = owner


def _spans(tree: Tree, runs: list[list[int]], token: int, text: str) -> tuple[Span, ...]:
    found = []
    for first, last in runs or [[token, token]]:
        while first < last and tree.tags[first] in (",", ".", "_SP", "CC", ":"):
            first += 1
        while last > first and tree.tags[last] in (",", ".", "_SP", "CC", ":"):
            last -= 1
        if text[tree.starts[first] : tree.ends[last]].strip():
            found.append(span_of(text, tree.starts[first], tree.ends[last]))
    return tuple(found) or (span_of(text, tree.starts[token], tree.ends[token]),)
