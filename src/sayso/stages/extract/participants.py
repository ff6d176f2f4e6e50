"""How likely it is that somebody takes part in an event in the role that the rules gave him: a chance from 0 to 1.

A logistic model (`lexicon/role_weights.json`) over how the rules came by him: the slot of the frame, what stands
between him and the event, what he hangs on, what kind of words he is. It was fitted on participants of claims of real
articles that people judged and of our own labelled sentences (`python -m training.role_confidence`), where the type of
the event is right. Whoever is less likely than the pack of the type asks for (`least_role`) is left out: the claim
stays, and its role stays unknown. Docs: docs/decisions/0020-participants-in-doubt.md.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import Any

from sayso.lexicon.packs import Pack
from sayso.model import Event, Reason, span_of
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.confidence import chance, odds
from sayso.stages.extract.event import raw_argument
from sayso.stages.extract.parse.tree import Tree

PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "i", "them", "him", "her", "us", "me"})
MOST = 30
"""Words between an event and a participant: more make no difference."""
SURENESS = "event odds"
"""The sign that is the event's confidence, as log odds."""
TOLD = 3
"""How many of the signs against a participant are named in the reason."""
STEPS = 6
"""Steps in the parse: more make no difference."""


class Likely:
    """Who of the participants of one document's events is likely enough to be named."""

    def __init__(self, tree: Tree, packs: Sequence[Pack], denoted: Denoted) -> None:
        self._tree, self._denoted = tree, denoted
        self._least = {kind.name: pack.least_role for pack in reversed(packs) for kind in pack.types}

    def named(self, match: Match, fillers: Sequence[Filler], event: Event) -> Event:
        """The event without the participants in doubt; a reason says of each who was left out, and why."""
        least = self._least.get(event.event_type, 0.0)
        if least == 0.0:
            return event
        judged = [(one, self.judge(match, fillers, one, event.confidence)) for one in fillers]
        text = self._tree.doc.text
        return replace(
            event,
            arguments=tuple(raw_argument(self._tree, one, text) for one, (chance, _) in judged if chance >= least),
            reasons=(
                *(reason for reason in event.reasons if not self._is_of(reason, judged, least)),
                *(self._left_out(one, *why, least) for one, why in judged if why[0] < least),
            ),
        )

    def judge(
        self, match: Match, fillers: Sequence[Filler], one: Filler, confidence: float
    ) -> tuple[float, tuple[str, ...]]:
        """The chance that a participant has his role, to three digits, and what speaks most against it."""
        seen = signs_of(self._tree, match, fillers, one, self._denoted, confidence)
        model = load_weights()
        parts = {name: model["weights"].get(name, 0.0) * value for name, value in seen.items()}
        against = sorted((value, name) for name, value in parts.items() if value < 0 and name != SURENESS)
        return chance(model["bias"] + sum(parts.values())), tuple(name for _, name in against[:TOLD])

    def _is_of(self, reason: Reason, judged: Sequence[tuple[Filler, tuple[float, Any]]], least: float) -> bool:
        """Whether a reason tells how somebody who is left out came by his role."""
        out = {self._tree.starts[one.head] for one, (chance, _) in judged if chance < least}
        return reason.rule == "extract.role" and reason.spans[0].start in out

    def _left_out(self, one: Filler, chance: float, against: Sequence[str], least: float) -> Reason:
        tree = self._tree
        least_and = f"has it with a chance of {chance:.2f}, and the pack asks for {least:.2f}"
        detail = f"{one.role}: left unknown, for this {least_and}"
        return Reason(
            rule="extract.role_in_doubt",
            detail=detail + (f" (against it: {', '.join(against)})" if against else ""),
            spans=(span_of(tree.doc.text, tree.starts[one.head], tree.ends[one.head]),),
            score=chance,
        )


def signs_of(
    tree: Tree, match: Match, fillers: Sequence[Filler], one: Filler, denoted: Denoted, confidence: float
) -> dict[str, float]:
    """What is looked at of one participant, by name; a sign is 0 or 1 where nothing else is said. `confidence` is that
    of the event with all participants."""
    return {
        SURENESS: odds(confidence),
        **_of_role(match, one, fillers),
        **_of_way(tree, match, one),
        **_of_words(tree, one.head, denoted),
    }


def _of_role(match: Match, one: Filler, fillers: Sequence[Filler]) -> dict[str, float]:
    """The role, the slot that gave it, and who else is in it."""
    same = [f for f in fillers if f.role == one.role]
    kind, sort = match.trigger.event_type, match.trigger.pos
    return {
        f"role {one.role}": 1.0,
        f"slot {sort} {one.slot or 'below'}": 1.0,
        f"type {kind} {one.role}": 1.0,
        f"word {match.trigger.lemma} {one.role}": 1.0,
        "nominal": float(sort == "noun"),
        "on the object": float(not one.strong),
        "in the trigger": float(one.consumed),
        "required": float(one.role in match.trigger.requires),
        "several in the role": float(len(same) > 1),
        "not the first in the role": float(same[0] != one),
        "only one": float(len(fillers) == 1),
    }


def _of_way(tree: Tree, match: Match, one: Filler) -> dict[str, float]:
    """How far off it stands, and over what the parse leads from it to the event."""
    head, token = one.head, match.token
    between = range(min(head, token) + 1, max(head, token))
    up, down = _path(tree, head, (token, match.frame.anchor))
    inside = {tree.deps[i] for i in (*up[1:], *down)}
    verbs = sum(tree.is_verb(i) for i in (*up[1:], *down) if i not in (token, match.frame.anchor))
    return {
        f"dep {tree.deps[head]}": 1.0,
        f"event {tree.deps[token]}": 1.0,
        **{f"over {dep}": 1.0 for dep in inside},
        "direct": float(not down and len(up) <= 1),
        "steps": float(min(len(up) + len(down), STEPS)),
        "down": float(bool(down)),
        "verbs on the way": float(min(verbs, 3)),
        "gap": min(len(between), MOST) / 10,
        "after": float(head > token),
        "comma between": float("," in tree.words[between.start : between.stop]),
        "verb between": float(any(tree.tags[i].startswith("VB") for i in between)),
        "passive": float(match.frame.passive),
    }


def _of_words(tree: Tree, head: int, denoted: Denoted) -> dict[str, float]:
    """What kind of words it is."""
    tag, ent = tree.tags[head], tree.ents[head]
    acts, place = denoted.is_actor(head), denoted.is_place(head)
    return {
        f"tag {tag}": 1.0,
        f"entity {ent or 'none'}": 1.0,
        "actor": float(acts),
        "place": float(place),
        "thing": float(not acts and not place),
        "people": float(denoted.is_people(head)),
        "body": float(head in denoted.bodies),
        "force": float(head in denoted.forces),
        "name": float(denoted.name_at(head) is not None),
        "pronoun": float(tree.words[head] in PRONOUNS),
        "bare": float(not tree.children[head]),
        "counted": float(bool(tree.kids(head, "nummod"))),
        "relative clause": float(bool(tree.kids(head, "relcl", "acl"))),
        "of": float(denoted.behind(head) is not None),
        "length": min(tree.rights[head] - tree.lefts[head], 20) / 10,
        "coordinated": float(tree.deps[head] == "conj" or bool(tree.kids(head, "conj"))),
    }


def _path(tree: Tree, head: int, centre: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Tokens from a participant up to where the event's way up meets it, and from there down to the event.

    The meeting token is in neither; a preposition on the way up is.
    """
    above: list[int] = []
    here = head
    while here not in centre and tree.heads[here] != here:
        above.append(here)
        here = tree.heads[here]
    if here in centre:
        return above, []
    above.append(here)
    down, at = [], centre[0]
    while at not in above and tree.heads[at] != at:
        down.append(at)
        at = tree.heads[at]
    return above[: above.index(at)] if at in above else above, down


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Any]:
    """The logistic model: a bias, and weights by sign."""
    text = (resources.files("sayso.lexicon") / "role_weights.json").read_text(encoding="utf-8")
    held: Mapping[str, Any] = json.loads(text)
    return held
