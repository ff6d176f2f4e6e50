"""Whose names are masked: everybody whom the documents of a ledger name, as one person under all spellings."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model import DriveVoice, Mention, Reading, RecruitmentDrive, Relations
from sayso.model._record import record
from sayso.stages.link.voices.names import is_short_form, skeleton
from sayso.stages.normalise.names.calling import NO_NAME, may_be_person
from sayso.views.masking.called import called, is_nickname
from sayso.views.masking.offices import is_told_of_privately, known_as_public, speaks_in_office
from sayso.views.masking.tokens import TIED, parts_of
from sayso.views.masking.unmarked import unmarked

MOST_PARTS = 7
"""Parts of the longest name; more is a description."""
NAMED = ("name", "short", "acronym")
"""Forms of mentions that are names."""


@record
class Naming:
    """A name that a document gives somebody."""

    name: str
    document: str
    entity: str | None = None
    """Id of the entity that it leads to there; None for none."""
    is_sure: bool = True
    """False where it may as well be a body's or place's name."""
    is_public: bool = False
    """Whether this document has him speak in a public office, or the table knows him as public."""
    is_private: bool = False
    """Whether this document tells of him as of a private person."""
    is_nickname: bool = False
    """Whether he is called by words that are others' too: "the Doctor"."""


@record
class Person:
    """Somebody whom documents name."""

    label: str
    """What stands for the name: `person 3`, or `name 3` where it may be no person's."""
    names: tuple[tuple[str, ...], ...]
    """The parts of each spelling, folded."""
    nicknames: tuple[tuple[str, ...], ...] = ()
    """The words of nicknames, folded, that stand for him together only: "the Doctor"."""
    documents: frozenset[str]
    """Where he is named."""
    entities: frozenset[str]
    """Ids of entities that mean him."""
    is_masked: bool


def persons(
    readings: Sequence[Reading], relations: Relations, common: Collection[str], *, people: bool, all_people: bool
) -> tuple[Person, ...]:
    """Everybody whom documents name, numbered as they come in them; who is public is kept, to be told apart.

    `common` are words that stand in lower case somewhere. A person whom one document has in a public office, and
    another tells of as a private one, is masked.
    """
    outlets = outlets_of(readings)
    namings = [
        naming
        for naming in (*_in_readings(readings, common), *_in_relations(relations))
        if parts_of(naming.name) and (naming.is_nickname or is_a_name(naming.name, outlets))
    ]
    made: list[Person] = []
    counts = {"person": 0, "name": 0}
    for group in together(namings):
        is_masked = people and (all_people or not _is_public(group))
        sort = "person" if any(each.is_sure for each in group) else "name"
        counts[sort] += is_masked
        made.append(
            Person(
                label=f"{sort} {counts[sort]}",
                names=tuple(dict.fromkeys(parts_of(each.name) for each in group if not each.is_nickname)),
                nicknames=tuple(dict.fromkeys(parts_of(each.name) for each in group if each.is_nickname)),
                documents=frozenset(each.document for each in group) - {""},
                entities=frozenset(each.entity for each in group if each.entity),
                is_masked=is_masked,
            )
        )
    return tuple(made)


def _is_public(group: Sequence[Naming]) -> bool:
    """Whether some document has him speak in a public office, or the table has him, and none tells of a private one."""
    return any(each.is_public for each in group) and not any(each.is_private for each in group)


def outlets_of(readings: Iterable[Reading]) -> frozenset[str]:
    """Folded names of outlets, without an article."""
    names = {reading.document.outlet for reading in readings if reading.document.outlet}
    names |= {m.name for reading in readings for m in reading.mentions.actors if m.kind == "outlet"}
    names |= {actor.name for actor in load_aliases().actors.values() if actor.kind == "outlet"}
    return frozenset(re.sub(r"^the ", "", fold(name)) for name in names if name)


def is_a_name(name: str, outlets: frozenset[str]) -> bool:
    """Whether words can be somebody's name: no outlet, country or known body, no description.

    >>> is_a_name("Ann Lee", frozenset()), is_a_name("Russia", frozenset()), is_a_name("one official", frozenset())
    (True, False, False)
    """
    parts = parts_of(name)
    own = [part for part in parts if part not in TIED]
    if not own or len(parts) > MOST_PARTS or max(len(part) for part in own) < 2:
        return False
    if not any(word[:1].isupper() for word in name.split()) or re.match(r"(?:the|an?|one|some|my|his|her)\b ", name):
        return False
    if len(own) == 1 and {own[0], own[0].removesuffix("s")} & NO_NAME:
        return False
    folded = re.sub(r"^the ", "", fold(name))
    if folded in outlets or (len(own) == 1 and any(own[0] in outlet.split() for outlet in outlets)):
        return False
    left = name
    for hit in reversed([h for h in load_aliases().find(name) if not _is_persons(h.form.targets)]):
        left = left[: hit.start] + left[hit.end :]
    return any(part not in TIED and part != "s" for part in parts_of(left))


def _is_persons(targets: Iterable[str]) -> bool:
    actors = load_aliases().actors
    return any(target in actors and actors[target].kind == "person" for target in targets)


def _in_readings(readings: Iterable[Reading], common: Collection[str]) -> Iterator[Naming]:
    for reading in readings:
        document = reading.document.id
        for m in _mentioned(reading):
            known = known_as_public(m.entity)
            private = not known and is_told_of_privately(m.name, reading.document.text)
            for name in dict.fromkeys((m.name, m.span.text)):
                entity = m.entity or fold(m.name)
                yield Naming(name=name, document=document, entity=entity, is_public=known, is_private=private)
        for name in dict.fromkeys(_voices(reading)):
            known = _in_table(name)
            public = known or speaks_in_office(name, reading)
            private = not public and is_told_of_privately(name, reading.document.text)
            yield Naming(name=name, document=document, is_public=public, is_private=private)
        yield from (Naming(name=name, document=document) for name in authors(reading.document.byline))
        yield from _doubtful(reading)
        for name in dict.fromkeys(called(reading)):
            yield Naming(name=name, document=document, is_nickname=is_nickname(name))
        for name in dict.fromkeys(unmarked(reading, common)):
            yield Naming(name=name, document=document, is_sure=False)


def _mentioned(reading: Reading) -> Iterable[Mention]:
    """Each name of a person once."""
    found = (m for m in reading.mentions.actors if m.kind == "person" and m.form in NAMED)
    return {(m.name, m.span.text, m.entity): m for m in found}.values()


def _voices(reading: Reading) -> Iterator[str]:
    for attribution in reading.attributions:
        if attribution.voice.kind == "named_person":
            yield attribution.voice.name
        yield from (link.name for link in attribution.chain if link.kind == "named_person")
    yield from (link.name for claim in reading.claims for link in claim.chain if link.kind == "named_person")


def _in_table(name: str) -> bool:
    hits = load_aliases().find(name)
    return any(known_as_public(target) for hit in hits if hit.form.sort == "actor" for target in hit.form.targets)


def authors(byline: str | None) -> tuple[str, ...]:
    """Names in an author line.

    >>> authors("Ann Lee and Bo Ek, Test Gazette"), authors("Foreign desk")
    (('Ann Lee', 'Bo Ek'), ())
    """
    parts = re.split(r",|;|&|\||/|\band\b|\bby\b|\bin\b", byline or "")
    return tuple(
        name
        for part in parts
        if len((name := part.strip()).split()) > 1
        and all(word[:1].isupper() or fold(word) in TIED for word in name.split())
        and not set(parts_of(name)) & (NO_NAME | load_name_words().articles | {"desk", "staff", "reporters"})
    )


def _doubtful(reading: Reading) -> Iterator[Naming]:
    """Names that the language model has for bodies or places though nothing in them or beside them says so."""
    text = reading.document.text
    for m in reading.mentions.actors:
        if m.form == "name" and m.kind in ("organisation", "other", "group") and _is_unknown(m.entity):
            words = fold(m.span.text).split()
            if may_be_person(text, m.span.start, m.span.end, words) and not set(words) & NO_NAME:
                yield Naming(name=m.span.text, document=reading.document.id, entity=m.entity, is_sure=False)


def _is_unknown(entity: str | None) -> bool:
    return entity is None or entity not in load_aliases().actors


def _in_relations(relations: Relations) -> Iterator[Naming]:
    for origin in relations.origins:
        if origin.kind == "person" and origin.name:
            yield Naming(name=origin.name, document="", entity=origin.id, is_public=_in_table(origin.name))
    for voice in (v for drive in relations.drives for v in _voices_of(drive)):
        if voice.kind == "person" and voice.name:
            yield Naming(name=voice.name, document="", entity=voice.origin, is_public=_in_table(voice.name))


def _voices_of(drive: RecruitmentDrive) -> Iterator[DriveVoice]:
    yield from (*drive.voices, *drive.denied_by)


def together(namings: Sequence[Naming]) -> list[list[Naming]]:
    """Namings by person, in the order in which they come first: of one entity, in one spelling or two of one name, and
    with short forms that are a part of one longer name only."""
    parent = list(range(len(namings)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def join(a: int, b: int) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    first: dict[object, int] = {}
    for n, naming in enumerate(namings):
        for key in _keys(naming):
            join(first.setdefault(key, n), n)
    for short, long in _short_forms(namings, root):
        join(short, long)
    groups: dict[int, list[Naming]] = defaultdict(list)
    for n, naming in enumerate(namings):
        groups[root(n)].append(naming)
    return [groups[n] for n in sorted(groups)]


def _keys(naming: Naming) -> Iterator[object]:
    parts = parts_of(naming.name)
    own = [part for part in parts if part not in TIED]
    if naming.entity:
        yield ("entity", naming.entity)
    if len(own) > 1:
        yield tuple(skeleton(part) for part in own)
    else:
        yield ("one", *own)


def _short_forms(namings: Sequence[Naming], root: object) -> Iterator[tuple[int, int]]:
    """Pairs of a short name and the one person whose longer name it is a part of."""
    assert callable(root)
    having: dict[str, set[int]] = defaultdict(set)
    parts = [parts_of(naming.name) for naming in namings]
    for n, own in enumerate(parts):
        for part in own:
            if part not in TIED:
                having[skeleton(part)].add(n)
    seen = set()
    for n, own in enumerate(parts):
        if own in seen:
            continue
        seen.add(own)
        near = {m for part in own for m in having.get(skeleton(part), ()) if len(parts[m]) > len(own)}
        longer = {root(m): m for m in near if is_short_form(namings[n].name, namings[m].name)}
        if len(longer) == 1 and root(n) not in longer:
            yield n, next(iter(longer.values()))
