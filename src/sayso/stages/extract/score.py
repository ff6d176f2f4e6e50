"""Firmness as one number from -3 (certainly did not happen) to 3 (certainly did), as factuality corpora score it.

A linear model over what the climb of `firmness/climb.py` notes and the words around a predicate; its weights
(`lexicon/firmness_weights.json`) were fitted by ridge regression on the train split of UDS-IH2 (Rudinger, White and
Van Durme 2018; text CC BY-SA 4.0) with training/firmness.py. Claims do not use it: their factuality comes from the
layers, which can be read; this is for whoever needs a scale.
"""

import json
from functools import lru_cache
from importlib import resources

from sayso.stages.extract.clause.noun_frame import light_verb_of
from sayso.stages.extract.firmness.climb import climb
from sayso.stages.extract.firmness.notes import Note, fold
from sayso.stages.extract.parse.tree import Tree

COMMITTED = frozenset({"future", "purpose", "aim", "be to", "would", "going to"})
"""Notes that leave a commitment whole."""
NEAR = 3
"""How many governors upwards are looked at by their lemma."""


def factuality_score(tree: Tree, token: int) -> float:
    """The score of a predicate, from -3 to 3."""
    weights, bias = _weights()
    value = bias + sum(weights.get(name, 0.0) for name in features(tree, token))
    return round(max(-3.0, min(3.0, value)), 4)


def commitment_score(tree: Tree, token: int) -> float:
    """How far its source commits to a predicate: 3 (certainly so), 0 (open), -3 (certainly not so).

    On this scale, FactBank's and MEANTIME's, a plain future ("will deliver") and a stated purpose are commitments; on
    that of `factuality_score` what is still to come has not happened. It is read off the layers alone.
    """
    anchor = light_verb_of(tree, token) if tree.tags[token].startswith("NN") else None
    notes, _ = climb(tree, token, token if anchor is None else anchor)
    value, _ = fold([note for note in notes if note.name not in COMMITTED])
    return 3.0 if value == "asserted" else -3.0 if value == "negated" else 0.0


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], float]:
    text = (resources.files("sayso.lexicon") / "firmness_weights.json").read_text(encoding="utf-8")
    held = json.loads(text)
    return held["weights"], held["bias"]


def features(tree: Tree, token: int) -> list[str]:
    """Names of what is looked at, each once."""
    anchor = light_verb_of(tree, token) if tree.tags[token].startswith("NN") else None
    notes, hedges = climb(tree, token, token if anchor is None else anchor)
    found = {*_of_notes(notes), *_of_word(tree, token), *_of_path(tree, token), *_of_sentence(tree, token)}
    if hedges:
        found.add("hedged")
    return sorted(found)


def _of_notes(notes: list[Note]) -> set[str]:
    value, polarity = fold(notes)
    found = {f"fold:{value}", f"fold:{value}:{polarity}"}
    for place, note in enumerate(notes[:4]):
        found |= {f"effect:{note.effect}", f"name:{note.name}", f"{min(place, 2)}:{note.effect}"}
    return found


def _of_word(tree: Tree, i: int) -> set[str]:
    found = {
        f"tag:{tree.tags[i]}",
        f"dep:{tree.deps[i]}",
        f"tag+dep:{tree.tags[i]}:{tree.deps[i]}",
        f"lemma:{tree.lemmas[i]}",
    }
    for c in tree.children[i]:
        if tree.deps[c] in ("aux", "auxpass", "neg", "mark", "advmod", "det", "expl"):
            found.add(f"{tree.deps[c]}={tree.words[c]}")
            if tree.deps[c] in ("aux", "mark"):
                found.add(f"{tree.tags[i]}+{tree.words[c]}")
        elif tree.deps[c] in ("nsubj", "nsubjpass") and tree.tags[c] == "PRP":
            found.add(f"subject={tree.words[c]}")
    found.add("bare" if not any(tree.deps[c] in ("nsubj", "nsubjpass") for c in tree.children[i]) else "subject")
    return found


def _of_path(tree: Tree, i: int) -> set[str]:
    found: set[str] = set()
    here = i
    for step in range(NEAR):
        dep, head = tree.deps[here], tree.heads[here]
        if head == here:
            break
        found |= {f"up{step}:{dep}:{tree.lemmas[head]}", f"up{step}:{dep}", f"over:{tree.lemmas[head]}"}
        for c in tree.children[head]:
            if tree.deps[c] in ("aux", "neg", "mark"):
                found.add(f"over{step}:{tree.deps[c]}={tree.words[c]}")
        here = head
    return found


def _of_sentence(tree: Tree, i: int) -> set[str]:
    top = i
    while tree.heads[top] != top:
        top = tree.heads[top]
    first, last = tree.lefts[top], tree.rights[top]
    found = {f"ends={tree.words[last]}", f"root:{tree.tags[top]}"}
    words = set(tree.words[first : last + 1])
    found |= {
        f"has={w}"
        for w in ("if", "please", "would", "should", "will", "can", "could", "may", "you", "?", "!")
        if w in words
    }
    return found
