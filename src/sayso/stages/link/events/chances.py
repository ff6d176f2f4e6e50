"""How probable it is that a pair of mentions tells one event: small trained trees over its features."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.model._record import record
from sayso.stages.link.events.features import FEATURES
from sayso.stages.link.events.trees import Tree, summed


@record
class Trees:
    """What tells of a pair how probable one event is."""

    known: tuple[Tree, ...]
    """Where both mentions have a meaning."""
    unknown: tuple[Tree, ...]
    """Where one has none: these ask for none."""


@lru_cache(maxsize=1)
def shipped_trees() -> Trees:
    """The trees that ship, their columns in the order of `FEATURES`."""
    text = (resources.files("sayso.lexicon") / "events_trees.json").read_text(encoding="utf-8")
    held = json.loads(text)
    return Trees(known=_built(held["trees"]), unknown=_built(held["without_meanings"]))


def _built(trees: Sequence[Mapping[str, Any]]) -> tuple[Tree, ...]:
    return tuple(
        Tree(
            features=tuple(FEATURES.index(name) for name in tree["asks"]),
            above=tuple(tree["above"]),
            values=tuple(tree["values"]),
        )
        for tree in trees
    )


def probabilities(rows: NDArray[np.float64], trees: Trees | None = None) -> NDArray[np.float64]:
    """How probable it is that each pair tells one event, by the trees that ship or by others."""
    trees = shipped_trees() if trees is None else trees
    unknown = np.isnan(rows[:, -1])
    odds = np.zeros(len(rows))
    odds[~unknown] = summed(trees.known, rows[~unknown])
    odds[unknown] = summed(trees.unknown, rows[unknown])
    return np.asarray(1.0 / (1.0 + np.exp(-odds)))
