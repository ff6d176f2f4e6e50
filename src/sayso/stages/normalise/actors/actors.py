"""Find actors that name themselves: persons, bodies, governments, forces and groups, by name, demonym or metonym."""

import re
from collections.abc import Iterator
from typing import Literal

from sayso.lexicon.aliases import Actor, Aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.heads import load_heads
from sayso.lexicon.name_words import load_name_words
from sayso.lexicon.placing import load_placing
from sayso.model import EntityKind, Mention, Parsed, Reason, Span, digest
from sayso.stages.normalise.actors.coreference import link
from sayso.stages.normalise.actors.descriptions import read_descriptions, read_pronouns
from sayso.stages.normalise.names.calling import introduced
from sayso.stages.normalise.names.names import Name
from sayso.stages.normalise.places.toponym import Toponym

WORDS = load_name_words()
SLUG = re.compile(r"[^a-z0-9]+")
SORTS: tuple[tuple[re.Pattern[str], EntityKind, str | None], ...] = (
    (re.compile(r"\b(?:University|College|School|Institute|Academy)\b"), "organisation", "EDU"),
    (re.compile(r"\b(?:Court|Tribunal|Prosecutor)\b"), "organisation", "JUD"),
    (re.compile(r"\b(?:Party|Democrats|Republicans)\b"), "organisation", "PTY"),
    (re.compile(r"\b(?:Police|Constabulary|Sheriff)\b"), "organisation", "COP"),
    (re.compile(r"\b(?:Parliament|Senate|Congress|Assembly|House of)\b"), "government", "LEG"),
    (
        re.compile(
            r"\b(?:Ministry|Department|Government|Embassy|Consulate|Cabinet|Administration|Council of Ministers)\b"
        ),
        "government",
        "GOV",
    ),
    (re.compile(r"\b(?:Intelligence|Security Service)\b"), "organisation", "SPY"),
    (
        re.compile(r"\b(?:Liberation|Resistance|Militia|Brigades|Rebels|Fighters|Mujahideen|Mujahedeen|Jihad)\b"),
        "group",
        "REB",
    ),
    (
        re.compile(
            r"\b(?:Army|Navy|Air Force|Armed Forces|Forces?|Brigade|Battalion|Regiment|Division|Corps|Guards?|Marines|"
            r"Fleet|"
            r"Squadron|Infantry|Command|Legion|Military)\b"
        ),
        "force",
        "MIL",
    ),
    (
        re.compile(r"\b(?:Inc|Corp|Ltd|LLC|PLC|Co|Company|Corporation|Bank|Airlines|Airways|Industries)\b"),
        "organisation",
        "BUS",
    ),
)
"""Words of a body's name -> its kind and PLOVER sector; the first that fits."""
GENERIC = re.compile(
    r"^(?:(?:The )?(?:Ministry|Department|Office|Committee|Council|Court|Bureau|Directorate) (?:of|for) (?:the )?"
    r"[A-Z]\w+(?: (?:and )?[A-Z]\w+)?|(?:[A-Z][a-z]+ )?(?:Ministry|Department|Cabinet|Parliament|Senate|Army|"
    r"Navy|Air Force|"
    r"Armed Forces|Police|Government|Supreme Court|National Assembly|National Guard|Special Forces|General Staff|"
    r"Central Bank|National Security Council|Constitutional Court|Border Guard|Coast Guard|Commission|"
    r"Committee|Council|"
    r"Coalition|Court|Embassy))$"
)
"""Names that many countries' bodies have: without a country in them they lead to nobody by themselves."""
AGENCY = re.compile(
    r"\b(?:News|Press|Media|Broadcasting|Radio|Television) (?:Agency|Service|Group|Network|Corporation|Company)$"
)
"""Ends of outlets' names beside their last words in `name_words.toml`."""
CAPITAL = re.compile(r"(?:(?:[ae][lnrstdz]|ash)-|bin |ibn |ould )?[^\W\d_a-z]")
"""A capital, an article or particle before it aside: "al-Tanawi"."""
LANGUAGES = load_placing().languages
LED = re.compile(r"[-–][a-z]+$")
"""No name: "US-led", "Kyiv-based"."""
UNNAMED = frozenset(["state", "government", "ministry", "army", "police", "council", "parliament", "court"])


def read_actors(parsed: Parsed, names: list[Name], toponyms: list[Toponym], *, aliases: Aliases) -> tuple[Mention, ...]:
    """Actors in text order: named, described, and pronouns, each led back to an entity where that is sure.

    Descriptions and pronouns that lead to nobody are kept with `entity` None, since claims and sources rest on them.
    """
    text = parsed.document.text
    found = with_users_names(text, list(named_actors(parsed, names, toponyms, aliases)), aliases)
    named = again(text, found, toponyms)
    described = read_descriptions(parsed, named, aliases)
    pronouns = read_pronouns(parsed)
    return link(parsed, named, described, pronouns, aliases)


def named_actors(parsed: Parsed, names: list[Name], toponyms: list[Toponym], aliases: Aliases) -> Iterator[Mention]:
    """The actors among the names."""
    text = parsed.document.text
    at = {toponym.span.start: toponym for toponym in toponyms if toponym.use != "embedded"}
    outlet = parsed.document.outlet or ""
    for name in names:
        span, hit, toponym = name.span(text), name.hit, at.get(name.start)
        if _is_own_short_form(span.text, outlet):
            yield _own_outlet(span, outlet)
        elif hit is not None and hit.form.sort in ("actor", "acronym"):
            yield _known(span, aliases.actors[hit.form.targets[0]], hit.form.sort)
        elif hit is not None and hit.form.sort == "seat":
            yield government(span, hit.form.targets[0], "metonym", aliases)
        elif toponym is not None and toponym.country and toponym.use == "metonym":
            yield government(span, toponym.country, "metonym" if toponym.capital else "name", aliases)
        elif toponym is not None and toponym.country and toponym.use == "demonym":
            yield _demonym(span, toponym.country, aliases)
        elif toponym is None and hit is None and name.label in ("PERSON", "ORG", "NORP"):
            yield from _named(text, name, span, aliases)


def _is_own_short_form(words: str, outlet: str) -> bool:
    """Whether words are short for the outlet that prints them: its first letters, or the beginning of its name."""
    firsts = "".join(word[0] for word in re.findall(r"[^\W_]+", outlet) if word[0].isupper())
    return (len(firsts) > 1 and words == firsts) or (" " in words and f"{outlet} ".startswith(f"{words} "))


def _own_outlet(span: Span, outlet: str) -> Mention:
    reason = Reason(rule="actors.own_outlet", detail=f"{span.text}: short for {outlet}, which prints it", spans=(span,))
    form: Literal["name", "short", "acronym"] = (
        "name" if span.text == outlet else "short" if " " in span.text else "acronym"
    )
    return Mention(
        span=span, entity=entity_id("outlet", outlet), name=outlet, kind="outlet", form=form, sector="MED",
        reasons=(reason,),
    )  # fmt: skip


MOST_WORDS = 6


def with_users_names(text: str, named: list[Mention], aliases: Aliases) -> list[Mention]:
    """The same with the names of the user's file that the language model missed or took for something else.

    Only names of two words and more, all with capitals, and only where no known actor is named over them.
    """
    if not aliases.extra:
        return named
    sure = bytearray(len(text) + 1)
    for m in named:
        if m.entity in aliases.actors:
            sure[m.span.start : m.span.end] = b"\1" * (m.span.end - m.span.start)
    found = [
        span
        for words in _runs_of_capitals(text)
        for span in _of_user(text, words, aliases)
        if not any(sure[span.start : span.end])
    ]
    kept = [m for m in named if not any(m.span.overlaps(span) for span in found)]
    users = (_known(span, actor, "actor") for span in found if (actor := aliases.user_entity(span.text)) is not None)
    return sorted((*kept, *users), key=lambda m: m.span.start)


def _runs_of_capitals(text: str) -> Iterator[list[re.Match[str]]]:
    """Words with capitals that stand one after the other, with one blank between them."""
    run: list[re.Match[str]] = []
    for word in re.finditer(r"[^\W_][\w’'.&-]*", text):
        joined = bool(run) and text[run[-1].end() : word.start()] == " " and not run[-1].group().endswith(".")
        if run and not joined:
            yield run
            run = []
        if word.group()[0].isupper():
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _of_user(text: str, words: list[re.Match[str]], aliases: Aliases) -> Iterator[Span]:
    """The names of the user's file among some words, the longest first at each place."""
    at = 0
    while at < len(words) - 1:
        for end in range(min(len(words), at + MOST_WORDS), at + 1, -1):
            start, stop = words[at].start(), words[end - 1].end()
            while text[stop - 1] in ".’'" and stop > start:
                stop -= 1
            name = text[start:stop].removesuffix("'s").removesuffix("’s")
            if aliases.user_entity(name) is not None:
                yield Span(start=start, end=start + len(name), text=name)
                at = end - 1
                break
        at += 1


def again(text: str, named: list[Mention], toponyms: list[Toponym]) -> list[Mention]:
    """The same in text order, with the last names of persons named in full wherever else they stand alone.

    The language model misses many of them, or takes them for bodies.
    """
    full = [m.name for m in named if m.kind == "person" and " " in m.span.text and m.form == "name"]
    last = {_as_written(name.rsplit(None, 1)[-1]) for name in full} - {t.span.text for t in toponyms}
    words = sorted((re.escape(word) for word in last if len(word) > 3 and word[0].isupper()), key=len, reverse=True)
    kept = {(m.span.start, m.span.end): m for m in named if not (m.kind == "organisation" and m.span.text in last)}
    covered = bytearray(len(text) + 1)
    for start, end in kept:
        covered[start:end] = b"\1" * (end - start)
    for match in re.finditer(rf"\b(?:{'|'.join(words)})\b", text) if words else ():
        if not covered[match.start()]:
            span = Span(start=match.start(), end=match.end(), text=match.group())
            kept[match.span()] = Mention(
                span=span, entity=entity_id("person", span.text), name=span.text, kind="person", form="name"
            )
    return [kept[key] for key in sorted(kept)]


def _as_written(word: str) -> str:
    """A family name as it is written in running text, where a byline has it in capitals."""
    return word.title() if word.isupper() and len(word) > 2 else word


def entity_id(kind: EntityKind, name: str) -> str:
    """Id of an entity that no table knows: kind, name and a digest of both.

    >>> entity_id("person", "Hibatullah Alizai")
    'person-hibatullah-alizai-4a41ca'
    """
    slug = SLUG.sub("-", name.casefold()).strip("-")[:40]
    return f"{kind}-{slug}-{digest([kind, name.casefold()], length=6)}"


def _known(span: Span, actor: Actor, sort: str) -> Mention:
    reason = Reason(rule="actors.table", detail=f"{span.text} is {actor.name} ({actor.source})", spans=(span,))
    return Mention(
        span=span, entity=actor.id, name=actor.name, kind=actor.kind, form="acronym" if sort == "acronym" else "name",
        country=actor.country, sector=actor.sector, reasons=(reason,),
    )  # fmt: skip


def government(span: Span, iso: str, form: str, aliases: Aliases) -> Mention:
    """A country's government, under the name of the country, its capital or its seat."""
    country = aliases.countries[iso].name
    reason = Reason(rule="actors.metonym", detail=f"{span.text} acts here: the government of {country}", spans=(span,))
    return Mention(
        span=span, entity=f"{iso.lower()}-government", name=f"Government of {country}", kind="government",
        form="metonym" if form == "metonym" else "name", country=iso, sector="GOV", reasons=(reason,),
    )  # fmt: skip


def _demonym(span: Span, iso: str, aliases: Aliases) -> Mention:
    country = aliases.countries[iso]
    reason = Reason(rule="actors.demonym", detail=f"{span.text}: of {country.name}", spans=(span,))
    return Mention(
        span=span, entity=f"{iso.lower()}-people", name=f"People of {country.name}", kind="nationality", form="demonym",
        country=iso, reasons=(reason,),
    )  # fmt: skip


def _named(text: str, name: Name, span: Span, aliases: Aliases) -> Iterator[Mention]:
    """A name that the tables do not know, as the language model labels it."""
    if name.label == "NORP":
        yield Mention(span=span, entity=None, name=span.text, kind="nationality", form="demonym")
        return
    if not any(c.isupper() for c in span.text) or len(span.text) > 90 or span.text.casefold() in UNNAMED:
        return
    if LED.search(span.text) or span.text.casefold() in LANGUAGES:
        return
    if load_heads().kinds.get(span.text.casefold().removesuffix("s")) in ("weapon", "platform", "vehicle"):
        return
    if name.label == "PERSON":
        yield from _person(span, aliases)
    else:
        yield _body(text, name, span, aliases)


def _person(span: Span, aliases: Aliases) -> Iterator[Mention]:
    start = span.start
    for word in re.finditer(r"\S+\s+", span.text):
        if fold(word.group()) not in WORDS.titles and fold(word.group()) not in WORDS.persons - WORDS.given:
            break
        start = span.start + word.end()
    rest = Span(start=start, end=span.end, text=span.text[start - span.start :])
    if (
        not rest.text
        or not CAPITAL.match(rest.text)
        or any(c.isdigit() for c in rest.text)
        or len(rest.text.split()) > 6
    ):
        return
    if fold(rest.text) in WORDS.titles or fold(rest.text) in WORDS.persons:
        return
    user = aliases.user_entity(rest.text)
    if user is not None:
        yield _known(rest, user, "actor")
        return
    reason = Reason(rule="actors.person", detail="a person by the language model", spans=(rest,))
    yield Mention(
        span=rest, entity=entity_id("person", rest.text), name=rest.text, kind="person", form="name", reasons=(reason,)
    )


def _body(text: str, name: Name, span: Span, aliases: Aliases) -> Mention:
    user = aliases.user_entity(span.text)
    if user is not None:
        return _known(span, user, "actor")
    state = _of_state(name, span, aliases)
    if state is not None:
        return state
    kind, sector = sort_of(span.text)
    said = introduced(text, span.start)
    kind, sector = (said, SAID.get(said)) if said is not None else (kind, sector)
    country = None
    if name.within is not None and name.within.form.sort in ("country", "adjective"):
        country = name.within.form.targets[0]
    reason = Reason(rule="actors.body", detail="a body by the language model", spans=(span,))
    generic = country is None and (GENERIC.match(span.text) or fold(span.text) in PLAIN_WORDS)
    entity = None if generic else entity_id(kind, span.text)
    if country is not None and (common := _common_name(name, span)):
        entity = f"{country.lower()}-{common}"
    return Mention(
        span=span, entity=entity, name=span.text, kind=kind, form="name", country=country,
        sector=sector, reasons=(reason,),
    )  # fmt: skip


SAME_WORD = {"defense": "defence"}


def _common_name(name: Name, span: Span) -> str:
    """One key for a country's body under all its names: "Russia's Defense Ministry", "Russian Ministry of Defence".

    Empty for bodies that are not found in many countries.
    """
    hit = name.within
    if hit is None:
        return ""
    inside = name.start <= hit.start
    rest = span.text[: hit.start - name.start] + span.text[hit.end - name.start :] if inside else span.text
    plain = re.sub(r"^(?:[’']s )|(?: of| of the)?\s*$", "", rest).strip()
    if not GENERIC.match(plain):
        return ""
    words = (SAME_WORD.get(word, word) for word in fold(plain).split() if word not in ("of", "for", "the", "and"))
    return "-".join(sorted(words))


SAID: dict[EntityKind, str | None] = {"outlet": "MED", "group": "REB", "force": "MIL", "government": "GOV"}
"""Sector by what the word before a name calls it."""
PLAIN_WORDS = (WORDS.bodies | WORDS.outlets | frozenset(load_heads().kinds)) - WORDS.given
"""One of these alone, with a capital, is nobody by itself: "the Institute"."""


def _of_state(name: Name, span: Span, aliases: Aliases) -> Mention | None:
    """A country's government or army under its plain name: "Government of Iraq", "Iraqi Army"."""
    hit = name.within
    if hit is None or hit.form.sort not in ("country", "adjective") or len(hit.form.targets) > 1:
        return None
    rest = (
        (span.text[: hit.start - span.start] + span.text[hit.end - span.start :])
        .strip(" '’s")
        .removesuffix(" the")
        .casefold()
    )
    iso = hit.form.targets[0]
    if rest in ("government", "government of", "governments"):
        return government(span, iso, "name", aliases)
    if rest in ("army", "military", "armed forces", "defence forces", "defense forces", "army of", "armed forces of"):
        reason = Reason(rule="actors.forces", detail=f"{span.text}: of {aliases.countries[iso].name}", spans=(span,))
        return Mention(
            span=span, entity=f"{iso.lower()}-armed-forces", name=f"Armed forces of {aliases.countries[iso].name}",
            kind="force", form="name", country=iso, sector="MIL", reasons=(reason,),
        )  # fmt: skip
    return None


def sort_of(name: str) -> tuple[EntityKind, str | None]:
    """Kind and sector of a body by the words of its name; an organisation of no sector when they do not tell.

    >>> sort_of("Ministry of Interior"), sort_of("Khorasan Gazette")
    (('government', 'GOV'), ('outlet', 'MED'))
    """
    words = [fold(word) for word in name.split()]
    if len(words) > 1 and words[0] in WORDS.group_starts:
        return "group", "REB"
    starts = len(words) > 1 and not WORDS.outlet_starts.isdisjoint(words[:2])
    if AGENCY.search(name) or starts or (len(words) > 1 and words[-1] in WORDS.outlets):
        return "outlet", "MED"
    return next(((kind, sector) for found, kind, sector in SORTS if found.search(name)), ("organisation", None))
