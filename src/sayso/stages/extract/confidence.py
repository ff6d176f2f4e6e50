"""How likely it is that a text tells an event as it was read, with its participants: a chance from 0 to 1.

Two layers of logistic models (`lexicon/claim_weights.json`) make it. The first, *sentences*, looks at how the rules
came by the participants (from afar, inherited from another verb, as a pronoun) and at what the trained encoder's head
*events* gives the type that the rules found (`Chances`); it was fitted on our own labelled sentences, where an event
counts as right when its type and all its participants are (`python -m training.event_head`). The second, *articles*,
looks at what the first says, at the same things again and at the signs of `signs.py`; it was fitted on claims of real
articles that people judged (`python -m training.article_confidence`). Without the encoder a second set of weights in
both does without its scores.

The head neither finds events nor forbids any: docs/method/confidence.md, docs/history/confidence.md.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from math import exp, log
from typing import Any

import numpy as np

from sayso.lexicon.packs import Pack
from sayso.model._record import record
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.firmness.notes import Firm
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.signs import Signs

HEAD = "events"
NONE = "none"
"""The head's label for a word that names no event."""
PRONOUNS = frozenset(
    {"it", "they", "he", "she", "we", "you", "i", "them", "him", "her", "us", "me", "one", "who", "those"}
)
TINY = 1e-5
"""Chances are told apart between this and one minus this."""
FAR, LONG = 30, 60
"""Words: further away, or longer, makes no difference."""


@record
class Chances:
    """What the head gives a word, from 0 to 1."""

    own: float
    """That it names the type that the rules found; for a type that the head does not know, one of its family."""
    family: float
    """That it names that type, or one with the same PLOVER parent."""
    none: float
    """That it names no event."""
    other: float
    """Of the most likely other type."""


class Sureness:
    """The head's scores of one document, ready to be asked about its words."""

    def __init__(self, tree: Tree, packs: Sequence[Pack] = (), encoded: Any = None, signs: Signs | None = None) -> None:
        self.tree, self._signs = tree, signs
        self._parents = {kind.name: kind.parent for pack in packs for kind in pack.types}
        self._known = encoded is not None and HEAD in encoded.heads and bool(len(encoded.pieces.ids))
        if self._known:
            pieces = encoded.pieces
            self._starts = pieces.starts[pieces.opens_word]
            self._labels: tuple[str, ...] = encoded.heads[HEAD].labels
            self._scores = [encoded.scores[name] for name in encoded.heads[HEAD].outputs]

    def judge(self, match: Match, fillers: Sequence[Filler], firm: Firm) -> tuple[float, Chances | None]:
        """The chance that the event and its participants are right, to three digits, and what the head gives it."""
        seen, chances = self.seen(match, fillers, firm)
        layer = "sentences" if self._signs is None else "articles"
        return chance(weighed(seen, layer, head=chances is not None)), chances

    def seen(self, match: Match, fillers: Sequence[Filler], firm: Firm) -> tuple[dict[str, float], Chances | None]:
        """All that is looked at, by name; with it `first`, what the model of sentences makes of its part."""
        seen = self.features(match, fillers, firm)
        chances = self.chances(match.token, match.trigger.event_type)
        if chances is not None:
            seen |= of_head(chances)
        seen["first"] = weighed(seen, "sentences", head=chances is not None)
        return seen | (self._signs.of(match, fillers) if self._signs is not None else {}), chances

    def features(self, match: Match, fillers: Sequence[Filler], firm: Firm) -> dict[str, float]:
        """What is looked at beside the head, by name."""
        return features(self.tree, match, fillers, firm, of_field=self.is_of_field(match.trigger.event_type))

    def is_of_field(self, event_type: str) -> bool:
        """Whether a type is a field's own and not PLOVER's."""
        return self._parents.get(event_type, event_type) != event_type

    def chances(self, token: int, event_type: str) -> Chances | None:
        """What the head gives a token; None where it was not asked, or did not read the token's paragraph."""
        given = self._probabilities(token)
        if given is None:
            return None
        by_label = dict(zip(self._labels, given.tolist(), strict=True))
        parent = self._parents.get(event_type, event_type)
        family = sum(p for name, p in by_label.items() if self._parents.get(name, name) == parent)
        others = [p for name, p in by_label.items() if name not in (NONE, event_type)]
        return Chances(
            own=by_label.get(event_type, family), family=family, none=by_label[NONE], other=max(others, default=0.0)
        )

    def _probabilities(self, token: int) -> Any:
        if not self._known or self._row(token) < 0:
            return None
        own, objects, subjects = self._scores
        value = own[self._row(token)].astype(float)
        for scores, words in ((objects, objects_of(self.tree, token)), (subjects, beside(self.tree, token))):
            rows = [self._row(word) for word in words if self._row(word) >= 0]
            if rows:
                value = value + scores[rows].mean(axis=0)
        value = np.exp(value - value.max())
        return value / value.sum()

    def _row(self, token: int) -> int:
        """The encoder's word that a token begins in; -1 before the first."""
        return int(np.searchsorted(self._starts, self.tree.starts[token], side="right")) - 1


def objects_of(tree: Tree, token: int) -> list[int]:
    """Heads of what stands behind a word: objects, predicates, and nouns under its prepositions."""
    found = tree.kids(token, "dobj", "nsubjpass", "dative", "attr")
    return found + [noun for prep in tree.kids(token, "prep", "agent") for noun in tree.kids(prep, "pobj")]


def beside(tree: Tree, token: int) -> list[int]:
    """What else tells the sense of a word: its subject or possessor, particles and adverbs."""
    return tree.kids(token, "nsubj", "poss", "prt", "advmod")


def of_head(chances: Chances) -> dict[str, float]:
    """The head's part of the features, as log odds."""
    return {
        "head own": odds(chances.own),
        "head family": odds(chances.family),
        "head none": odds(chances.none),
        "head other": odds(chances.other),
    }


def odds(chance: float) -> float:
    """Log odds.

    >>> odds(0.5)
    0.0
    """
    held = min(max(chance, TINY), 1 - TINY)
    return log(held / (1 - held))


def features(tree: Tree, match: Match, fillers: Sequence[Filler], firm: Firm, *, of_field: bool) -> dict[str, float]:
    """What is looked at beside the head, by name; `of_field`: the type is a field's own and not PLOVER's."""
    pronouns = [tree.words[filler.head] in PRONOUNS for filler in fillers]
    top = match.token
    while tree.heads[top] != top:
        top = tree.heads[top]
    return {
        "noun": float(match.trigger.pos == "noun"),
        "of a field": float(of_field),
        "all pronouns": float(all(pronouns)),
        "a pronoun": float(any(pronouns)),
        "on the object": float(sum(not filler.strong for filler in fillers)),
        "in the trigger": float(sum(filler.consumed for filler in fillers)),
        "inherited": float(sum(not _is_near(tree, match, filler.head) for filler in fillers)),
        "far": min(max((abs(filler.head - match.token) for filler in fillers), default=0), FAR) / 10,
        "long sentence": min(tree.rights[top] - tree.lefts[top] + 1, LONG) / 20,
        "negated": float(firm.factuality == "negated"),
        "planned": float(firm.factuality == "planned"),
        "described": float(tree.deps[match.token] in ("relcl", "acl", "amod")),
        "exceptions": float(sum(part.absent for part in match.trigger.parts)),
        "open": float(firm.factuality in ("unknown", "asked", "counterfactual", "possible")),
    }


def _is_near(tree: Tree, match: Match, head: int) -> bool:
    """Whether a participant hangs on the event itself, through one preposition at most, or the event on it."""
    above = tree.heads[head]
    centre = (match.token, match.frame.anchor)
    return above in centre or tree.heads[above] in centre or tree.heads[match.token] == head


def weighed(seen: Mapping[str, float], layer: str, *, head: bool) -> float:
    """Log odds that a layer of the model gives; what it has no weight for does not count."""
    model = load_weights()[layer]["with head" if head else "without head"]
    weights = model["weights"]
    return float(model["bias"] + sum(weights.get(name, 0.0) * value for name, value in seen.items()))


def chance(value: float) -> float:
    """Log odds as a chance between .01 and .99, to three digits.

    >>> chance(0.0), chance(9.0)
    (0.5, 0.99)
    """
    return round(min(max(1 / (1 + exp(-value)), 0.01), 0.99), 3)


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Any]:
    """The logistic models: by layer, and for `with head` and `without head`, a bias and the weights by feature."""
    text = (resources.files("sayso.lexicon") / "claim_weights.json").read_text(encoding="utf-8")
    held: Mapping[str, Any] = json.loads(text)
    return held
