"""The notation in which packs write the words that name an event, and what it means.

    recruit                  the lemma
    lash out                 with the particle, preposition or adverb `out` beside it
    call for|on              with one of them
    take +control|power      with the object `control` or `power` (the passive's subject is its object too)
    sign @agreement          with an object of the pack's word class `agreement`
    go into +hiding          with the preposition and what stands under it
    agree ~to                with an infinitive; `~to:@release` one whose verb is of the class; `~ing`, `~that`
    strike -@agreement       not with such an object; `-for` not with that preposition
    meet ~active             not as a passive
    return to +gpe           with what the parser calls a country or city (`loc`, `person`, `org`, `norp` likewise)
    abandon +somebody        with people, whatever the word for them
    strike +*                with any object; `-+*` without any
    go off ^bomb|@weapon     with such a subject (not a noun's: there the words before it do it)
    tell +somebody -^+*      without any subject: a passive that does not say by whom
    leave ^+counted          with such a subject, of which it is said how many they are (as an object likewise)
    join +armedbody          with what the mentions know as the name of an armed force
    hear ~not from           denied, and told so: "has not been heard from" says that somebody is missing
    find ~denied +evidence   denied, and meant so: a check that found nothing
    call @reports ~false     that calls its object false: "called the report on them a fabrication", "dismissed it as"
    tell ~notto:leave        with an infinitive that is denied; `~notthat` with such a clause

For nouns `+word` and `@class` stand before the head ("peace" in "peace talks"), a preposition after it.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from sayso.model._record import record

Slots = Mapping[str, tuple[tuple[str, str], ...]]
PartKind = Literal[
    "word", "object", "subject", "under", "to", "ing", "that", "active", "not", "denied", "notto", "notthat", "false"
]


PARTICLES = frozenset("up down out off over away back in on".split())  # noqa: SIM905


class TriggerError(ValueError):
    """An entry that does not follow the notation."""


@record
class Part:
    """One condition beside the head word."""

    kind: PartKind
    words: frozenset[str]
    """Lower-case words or lemmas, one of which must be there; empty for any."""
    under: frozenset[str] = frozenset()
    """For `under`: the prepositions that the words stand under."""
    absent: bool = False
    """True when it must not be there."""


@record
class Trigger:
    """Words that name an event type, with their conditions."""

    event_type: str
    pos: Literal["verb", "noun", "adjective"]
    lemma: str
    parts: tuple[Part, ...]
    slots: Slots
    """Slot -> (role, kind of filler), the first that fits counts."""
    sort: Literal["event", "state", "plan"]
    requires: tuple[str, ...]
    """Roles of which at least one must be filled; any when empty."""
    weight: int
    """How specific: conditions that must be there count two, ones that must not one."""
    rank: int
    """Place in the file: earlier wins among equals."""
    words: str
    """The entry as written, for reasons."""

    @property
    def settles(self) -> bool:
        """Whether a negation beside the word is part of what it says, and denies nothing."""
        return any(part.kind == "not" for part in self.parts)

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands among the entries of its word, the most specific first.

        A preposition with its words says more than the preposition: "withdraw from +talk" before "withdraw from". What
        stands with a particle does not: the plane of "shoot down +plane" is the object.
        """
        prepositions = sum(part.kind == "under" and part.under.isdisjoint(PARTICLES) for part in self.parts)
        return -self.weight - prepositions, self.rank


def parse_trigger(
    entry: str,
    *,
    event_type: str,
    pos: Literal["verb", "noun", "adjective"],
    slots: Slots,
    sort: Literal["event", "state", "plan"] = "event",
    requires: tuple[str, ...] = (),
    classes: Mapping[str, tuple[str, ...]],
    rank: int = 0,
) -> Trigger:
    """Read one entry; raises TriggerError saying what is wrong with it.

    >>> found = parse_trigger("go into +hiding", event_type="FLEE", pos="verb", slots={}, classes={})
    >>> found.lemma, [(part.kind, sorted(part.words), sorted(part.under)) for part in found.parts]
    ('go', [('under', ['hiding'], ['into'])])
    """
    tokens = entry.split()
    if not tokens or tokens[0][0] in "+@~-^":
        raise TriggerError(f"`{entry.strip()}` does not begin with a word")
    parts: list[Part] = []
    for token in tokens[1:]:
        _add(parts, token, classes)
    weight = sum(1 if part.absent else 2 for part in parts)
    return Trigger(
        event_type=event_type, pos=pos, lemma=tokens[0], parts=tuple(parts), slots=slots, sort=sort, requires=requires,
        weight=weight, rank=rank, words=" ".join(tokens),
    )  # fmt: skip


def _add(parts: list[Part], token: str, classes: Mapping[str, tuple[str, ...]]) -> None:
    absent = token.startswith("-")
    body = token[1:] if absent else token
    if body.startswith("~"):
        form, _, words = body[1:].partition(":")
        if form not in get_args(PartKind)[4:]:
            raise TriggerError(f"`{token}` is none of {', '.join('~' + one for one in get_args(PartKind)[4:])}")
        parts.append(Part(kind=form, words=_words(words, classes), absent=absent))  # type: ignore[arg-type]
    elif body[:1] == "^":
        words_ = frozenset[str]() if body == "^+*" else _words(body[1:].removeprefix("+"), classes)
        parts.append(Part(kind="subject", words=words_, absent=absent))
    elif body[:1] in ("+", "@"):
        words_ = frozenset[str]() if body == "+*" else _words(body.removeprefix("+"), classes)
        before = parts[-1] if parts and parts[-1].kind == "word" and not parts[-1].absent else None
        if before and not absent:
            parts[-1] = Part(kind="under", words=words_, under=before.words)
        else:
            parts.append(Part(kind="object", words=words_, absent=absent))
    elif body:
        parts.append(Part(kind="word", words=_words(body, classes), absent=absent))


def _words(text: str, classes: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    for word in filter(None, text.split("|")):
        if not word.startswith("@"):
            found.add(word.lower())
        elif word[1:] in classes:
            found.update(one.strip().lower() for line in classes[word[1:]] for one in line.replace(",", " ").split())
        else:
            raise TriggerError(f"there is no word class `{word}`")
    return frozenset(found)
