"""Domain packs: event types with their definitions, roles and the words that name them, as data files.

A pack is a TOML file; adding one needs no code. docs/reference/event-types.md is made from the shipped ones, and
docs/method/packs.md shows how to write another.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import field as default
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import ValidationError

from sayso.errors import SettingsError
from sayso.lexicon.facets import Facet
from sayso.lexicon.phrases import roles_of
from sayso.lexicon.triggers import Slots, Trigger, TriggerError, parse_trigger
from sayso.model._record import record
from sayso.model.adapters import adapter

BASE = "plover"
"""The pack that is always read with, last in precedence."""

SHIPPED = resources.files("sayso.lexicon") / "packs"

Kind = Literal["any", "actor", "body", "place", "thing", "clause", "said"]
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "none"]


@record
class Role:
    """A part that somebody or something plays in an event."""

    definition: str
    """Who or what it is, in a line."""
    slots: tuple[str, ...] = ()
    """Where it stands in the sentence: `subject`, `object`, `dative`, `poss`, `modifier`, `clause` (what stands under
    "that"), or a preposition."""
    kind: Kind = "any"
    """What can play it: `actor` (somebody who acts), `body` (an actor, but no single person by name, and behind "in" no
    place), `place`, `thing` (no actor), `clause`, `said` (what is told, "this" and "that" too), `any`."""


@record
class TriggerGroup:
    """Words of one part of speech that name the type in the same way."""

    pos: Literal["verb", "noun", "adjective"]
    words: tuple[str, ...]
    """Entries separated by commas, in the notation of `sayso.lexicon.triggers`."""
    slots: Mapping[str, str] = default(default_factory=dict)
    """Slot -> role where these words differ from the type; an empty role takes the slot away. Several roles, the first
    that fits counts: `payer|means`. With a kind of filler of its own: `traveller:any`."""
    sort: Literal["event", "state", "plan"] = "event"
    """What the words speak of."""
    requires: tuple[str, ...] = ()
    """Roles without which the words mean something else."""


@record
class TypeEntry:
    """An event type as a pack file has it."""

    parent: str
    """The PLOVER type that it is a case of; its own name for PLOVER's types."""
    quad: Quad
    """PLOVER's quad class."""
    definition: str
    phrase: str = ""
    """How a claim of this type reads in a line: `Recruitment[ by {recruiter}][ of {recruit_pool}]`. What stands in
    square brackets is left out when its role is not filled. Empty: a claim's own words are its title."""
    covers: tuple[str, ...]
    does_not_cover: tuple[str, ...]
    examples: tuple[str, ...]
    """Sentences of our own."""
    roles: Mapping[str, Role]
    speech_act: bool = False
    """Whether it is done by speaking: then the cue of an attribution can be its trigger."""
    requires: tuple[str, ...] = ()
    """Roles of which at least one must be found; any role when empty."""
    near: tuple[str, ...] = ()
    """Lemmas and `@classes` of the field, of which one must stand near in the text; none asked for when empty."""
    triggers: tuple[TriggerGroup, ...]


@record
class PackFile:
    """What a pack file holds."""

    name: str
    version: str
    title: str
    classes: Mapping[str, tuple[str, ...]] = default(default_factory=dict)
    """Named word lists, for `@name` in triggers."""
    types: Mapping[str, TypeEntry]
    picture: tuple[Facet, ...] = ()
    unclaimed: Mapping[str, str] = default(default_factory=dict)
    """Type -> lemmas that a coder takes for the type but that say too little to make a claim of."""
    least_confidence: float = 0.0
    """From 0 to 1: claims of its types that are less sure are left out."""
    field: tuple[str, ...] = ()
    """Lemmas and `@classes` that texts of the pack's field speak of."""
    least_apart: float = 0.0
    """From 0 to 1: events of its types that are less sure are left out where the text speaks of nothing in `field`."""
    least_role: float = 0.0
    """From 0 to 1: participants whose role is less likely are left out, the claim stays."""


@record
class EventType:
    """A kind of event or state, what it covers, and who takes part."""

    name: str
    """Upper case, unique within a pack."""
    parent: str
    """The PLOVER type that it is a case of."""
    quad: Quad
    definition: str
    phrase: str
    """How a claim of this type reads in a line; see `sayso.lexicon.phrases`."""
    covers: tuple[str, ...]
    does_not_cover: tuple[str, ...]
    examples: tuple[str, ...]
    roles: Mapping[str, Role]
    speech_act: bool
    near: frozenset[str]
    """Lemmas of the field: where none stands near, the words are taken for everyday words; empty asks for none."""
    triggers: int
    """How many trigger entries it has."""


@record
class Pack:
    """Event types of a field and the words that name them."""

    name: str
    version: str
    title: str
    types: tuple[EventType, ...]
    facets: tuple[Facet, ...]
    """The parts of the picture that the field draws, in order; empty for a pack without one."""
    unclaimed: frozenset[tuple[str, str]]
    """(type, lemma) of triggers that say too little to make a claim of; an event coder still counts them."""
    least_confidence: float
    """Claims of its types whose event is less sure are left out; 0 keeps all."""
    field: frozenset[str]
    """Lemmas that texts of its field speak of."""
    least_apart: float
    """The same where none of those stands near in the text."""
    least_role: float
    """Participants of its types whose role is less likely are not named; 0 names all."""
    index: Mapping[tuple[str, str], tuple[Trigger, ...]]
    """(part of speech, lemma) -> triggers, the most specific first."""


def load_packs(names: Iterable[str]) -> tuple[Pack, ...]:
    """The named packs in the order given, and the PLOVER base pack at the end.

    A name is that of a shipped pack, or the path of a TOML file. Raises SettingsError, naming the file and the field.

    >>> [pack.name for pack in load_packs(["arms_transfers"])]
    ['arms_transfers', 'plover']
    """
    wanted = [name for name in dict.fromkeys(names) if name != BASE]
    return tuple(_load(name) for name in [*wanted, BASE])


def event_type(packs: Iterable[Pack], name: str) -> EventType | None:
    """The definition of a type; None when no pack has it."""
    return next((found for pack in packs for found in pack.types if found.name == name), None)


def _load(name: str) -> Pack:
    if name.endswith(".toml") or "/" in name:
        path: Any = Path(name)
    else:
        path = SHIPPED / f"{name}.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        shipped = ", ".join(sorted(p.name.removesuffix(".toml") for p in SHIPPED.iterdir() if p.name.endswith(".toml")))
        raise _refuse("there is no such pack.", name, f"Shipped are {shipped}; or give a TOML file's path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refuse(f"not TOML: {error}.", name, "Correct the file.") from error
    return build_pack(raw, where=name)


def build_pack(raw: Mapping[str, Any], *, where: str) -> Pack:
    """A pack from the content of its file, checked; `where` names the file in errors.

    Raises SettingsError for what is no pack, with the field.
    """
    try:
        file = adapter(PackFile).validate_python(dict(raw))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise _refuse(f"{first['msg']}.", f"{where}: {field}", "Correct the field.") from error
    rank = 0
    index: dict[tuple[str, str], list[Trigger]] = {}
    counts: dict[str, int] = {}
    for name, entry in file.types.items():
        _check_type(name, entry, where)
        for number, group in enumerate(entry.triggers):
            at = f"{where}: types.{name}.triggers.{number}"
            slots = _slots(entry, group, at)
            for words in ",".join(group.words).split(","):
                if not words.strip():
                    continue
                try:
                    trigger = parse_trigger(
                        words, event_type=name, pos=group.pos, slots=slots, sort=group.sort,
                        requires=group.requires or entry.requires, classes=file.classes, rank=rank,
                    )  # fmt: skip
                except TriggerError as error:
                    raise _refuse(f"{error}.", f"{at}.words", "See docs/method/packs.md for the notation.") from error
                index.setdefault((group.pos, trigger.lemma), []).append(trigger)
                counts[name] = counts.get(name, 0) + 1
                rank += 1
    _check_picture(file, where)
    return Pack(
        name=file.name,
        version=file.version,
        least_confidence=file.least_confidence,
        field=_words(file.field, file.classes, f"{where}: field"),
        least_apart=file.least_apart,
        least_role=file.least_role,
        title=file.title,
        types=tuple(
            _type(name, entry, counts.get(name, 0), _words(entry.near, file.classes, f"{where}: types.{name}.near"))
            for name, entry in file.types.items()
        ),
        facets=file.picture,
        unclaimed=frozenset((name, word) for name, words in file.unclaimed.items() for word in words.split()),
        index={key: tuple(sorted(found, key=lambda t: t.order)) for key, found in index.items()},
    )


def _check_type(name: str, entry: TypeEntry, where: str) -> None:
    if not name.isupper():
        raise _refuse("a type's name is upper case.", f"{where}: types.{name}", "Rename it.")
    unknown = roles_of(entry.phrase) - set(entry.roles)
    if unknown:
        raise _refuse(f"there is no role `{min(unknown)}`.", f"{where}: types.{name}.phrase", "Name its roles.")
    for role in entry.requires:
        if role not in entry.roles:
            raise _refuse(f"there is no role `{role}`.", f"{where}: types.{name}.requires", "Name one of its roles.")


def _check_picture(file: PackFile, where: str) -> None:
    """Refuse a facet that names a type of this pack without a role of it: it would stay empty for ever."""
    for facet in file.picture:
        own = [entry for name, entry in file.types.items() if not facet.types or name in facet.types]
        if facet.kind != "quantity" and own and not any(facet.roles & set(entry.roles) for entry in own):
            at = f"{where}: picture.{facet.name}.roles"
            raise _refuse("none of these is a role of its types.", at, "Name roles that the types have.")
        for field, named in (("parts", facet.parts), ("beside", facet.beside)):
            if not named <= facet.types:
                at = f"{where}: picture.{facet.name}.{field}"
                raise _refuse(f"`{min(named - facet.types)}` is none of its types.", at, "Name some of its types.")


def _slots(entry: TypeEntry, group: TriggerGroup, at: str) -> Slots:
    """Slot -> roles with the kind of their fillers, the first that fits counts; the group's replace the type's."""
    slots: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, role in entry.roles.items():
        for slot in role.slots:
            slots[slot] = (*slots.get(slot, ()), (name, role.kind))
    for slot, name in group.slots.items():
        slots.pop(slot, None)
        if name:
            slots[slot] = tuple(_slot(entry, one, f"{at}.slots.{slot}") for one in name.split("|"))
    return slots


def _words(listed: Iterable[str], classes: Mapping[str, tuple[str, ...]], at: str) -> frozenset[str]:
    """The lemmas listed, classes spelt out."""
    found: set[str] = set()
    for word in " ".join(listed).split():
        if not word.startswith("@"):
            found.add(word)
        elif word[1:] not in classes:
            raise _refuse(f"there is no class `{word[1:]}`.", at, "Name one of the pack's classes.")
        else:
            found.update(" ".join(classes[word[1:]]).split())
    return frozenset(found)


def _slot(entry: TypeEntry, written: str, at: str) -> tuple[str, str]:
    """Role and kind of filler of `role` or `role:kind`, checked."""
    name, _, kind = written.partition(":")
    if name not in entry.roles:
        raise _refuse(f"there is no role `{name}`.", at, "Name one of the type's roles.")
    if kind and kind not in get_args(Kind):
        raise _refuse(f"there is no kind `{kind}`.", at, f"Write one of {', '.join(get_args(Kind))}.")
    return name, kind or entry.roles[name].kind


def _type(name: str, entry: TypeEntry, triggers: int, near: frozenset[str]) -> EventType:
    return EventType(
        name=name, parent=entry.parent, quad=entry.quad, definition=entry.definition,
        phrase=entry.phrase, covers=entry.covers,
        does_not_cover=entry.does_not_cover, examples=entry.examples, roles=entry.roles, speech_act=entry.speech_act,
        near=near, triggers=triggers,
    )  # fmt: skip


def _refuse(found: str, where: str, advice: str) -> SettingsError:
    return SettingsError(found, where=f"pack {where}", advice=advice, code="settings.pack")
