"""The named voice of an article for which a voice without a name stands: in its headline, or further down."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Document, Link, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.apart import PRIVATE, are_different, is_private
from sayso.stages.link.voices.bodies import (
    is_common,
    is_country,
    is_executive,
    is_part_of,
    is_some_group,
    stands_for,
    words_of,
)
from sayso.stages.link.voices.fitting import describes, is_one_man
from sayso.stages.link.voices.making import named_teller, unknown_teller
from sayso.stages.link.voices.ministries import domain
from sayso.stages.link.voices.openings import headline_end, lead_end
from sayso.stages.link.voices.papers import is_named
from sayso.stages.link.voices.ranked import named_next
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import listed


def settled(teller: Teller, named: Sequence[Teller], document: Document) -> Teller:
    """The named voice of the same article for which a voice without a name stands; itself where there is none.

    Headlines and first sentences leave names out ("Ex-officer says ...", "a rights group said"); the article below
    gives them. The first one named whom the description fits.
    """
    if teller.span is None:
        return teller
    if teller.kind == "person" and _is_of_headline_only(teller, document):
        return unknown_teller(document, f"“{teller.name}”: one word of the headline that the article does not take up")
    if teller.kind == "unnamed" and teller.span.end <= lead_end(document):
        if SPEAKER.match(teller.name or ""):
            return _spoken_for(teller, named, document) or teller
        person = next((t for t in named if t.kind == "person" and describes(teller, t)), None)
        person = person or _only_official(teller, named) or _only_private(teller, named)
        person = person or _first_without_office(teller, named) or named_next(teller, named)
        return person or next((t for t in named if _is_fuller(t, teller)), teller)
    if teller.kind == "unnamed" and SPEAKER.match(teller.name or ""):
        return _spoken_for(teller, named, document) or teller
    if teller.kind == "unnamed" and (group := _group_of(teller, named)) is not None:
        return group
    if teller.kind == "unnamed" and (person := _one_of_that_rank(teller, named)) is not None:
        return person
    if teller.kind == "unnamed" and (person := _the_one(teller, named)) is not None:
        return person
    if teller.kind == "unnamed" and OWN_MAN.match(teller.name or "") and (person := _last_named(teller, named)):
        return person
    if teller.kind == "unnamed" and len(teller.words) == 1:
        fuller_ones = {t.id: t for t in named if _is_fuller(t, teller) and _same_head(t, teller)}
        return next(iter(fuller_ones.values())) if len(fuller_ones) == 1 else teller
    if teller.kind == "document" and not is_named(teller.name or ""):
        fuller = next((t for t in named if t.kind == "document" and teller.words & t.words), None)
        start = teller.span.start
        issuers = [t for t in named if t.kind == "organisation" and t.span and t.span.end <= start]
        before = [t for t in issuers if not t.mentioned or (t.span and t.span.end > start - ISSUED)]
        before = [t for t in before if not t.mentioned or not PLATFORM.match(t.name or "")]
        bare = teller.words <= STATEMENT
        if fuller is None and bare:
            return before[-1] if before else unknown_teller(document, f"“{teller.name}”: nobody tells whose it is")
        return fuller or teller
    if teller.kind == "organisation" and (teller.name or "").isupper() and " " in (teller.name or ""):
        return unknown_teller(document, f"“{teller.name}”: words of a headline in capitals")
    if teller.kind == "organisation":
        bodies = [t for t in named if t.kind == "organisation" and t.id != teller.id]
        if teller.span.end <= headline_end(document) and is_country(teller.name or ""):
            own = [t for t in bodies if is_part_of(t, teller)]
            return next((t for t in own if not t.mentioned or is_executive(t)), teller)
        if is_common(teller.name or "") or is_some_group(teller.name or ""):
            return _full_body(teller, bodies, document) or teller
        return _only_longer(teller, bodies) or teller
    return teller


ONE_OF = re.compile(r"(?:one|another|some|two|both) of (?:the|these|those) (?:\w+ )?(\w+s)$", re.IGNORECASE)
"""Some of a group that was told before: "one of the sources"."""


def _group_of(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The group told last before, of which a voice is one: "two Norwegian officials" of "one of the officials"."""
    found = ONE_OF.match(teller.name or "")
    if found is None or teller.span is None:
        return None
    noun, start = found.group(1).lower(), teller.span.start
    before = [t for t in named if t.kind == "unnamed" and t.span and t.span.end <= start and t.id != teller.id]
    before = [t for t in before if (t.name or "").lower().split()[-1:] == [noun] and not ONE_OF.match(t.name or "")]
    return before[-1] if before else None


def _only_longer(teller: Teller, bodies: Sequence[Teller]) -> Teller | None:
    """The one body of an article with a longer name in which a voice of one word stands: "the Bureau"."""
    name = teller.name or ""
    if " " in name or not name[:1].isupper() or is_country(name) or named_nations(name):
        return None
    longer = {t.id: t for t in bodies if name in (t.name or "").split() and len((t.name or "").split()) > 1}
    return next(iter(longer.values())) if len(longer) == 1 else None


def _full_body(teller: Teller, bodies: Sequence[Teller], document: Document) -> Teller | None:
    """The body that an article names for which a common noun stands: "the ministry", "the group"."""
    start = teller.span.start if teller.span else 0
    if THE_GROUP.fullmatch(teller.name or ""):
        near = [t for t in bodies if t.span and start - AGO <= t.span.end <= start]
        near = [t for t in near if not is_executive(t) and _is_spoken_of(t, document)]
        if near or start > lead_end(document):
            return near[-1] if near else None
    before = [t for t in bodies if t.span and t.span.end <= start and stands_for(teller, t)]
    fits = before[-1] if before else next((t for t in bodies if stands_for(teller, t)), None)
    return fits or _named_below(teller, bodies, document)


def _is_spoken_of(body: Teller, document: Document) -> bool:
    """Whether an article quotes a body, or begins a sentence with it."""
    start = body.span.start if body.span else 0
    return not body.mentioned or OPENING.search(document.text, max(0, start - 6), start) is not None


OPENING = re.compile(r"(?:^|\n|[.!?][”\"]? )(?:The )?$")
THE_GROUP = re.compile(r"(?:the )?(?:group|organi[sz]ation|charity|association|ngo|body)", re.IGNORECASE)
"""What stands for the body named last, whatever it is called."""
AGO = 500
"""Code points before "the group" within which it is named."""
OPENLY = frozenset({"secretary", "minister", "spokesman", "spokeswoman", "spokesperson"})


GONE = frozenset({"former", "ex", "retired", "late"})
"""Words of an office that its holder has left: he speaks for nobody."""


UNIT = re.compile(r"\b(?:unit|squad|branch|cell|task force|section|division|range)\b")


def of_police(teller: Teller, named: Sequence[Teller]) -> Teller:
    """Who heads a unit of which no article tells of what, in one that quotes one police: "the chief of the unit against
    trafficking" is of that police."""
    if teller.kind != "person" or teller.former or not UNIT.search(f"{teller.body or ''} {teller.role}"):
        return teller
    if domain(f"{teller.body or ''} {teller.role}") is not None:
        return teller
    police = {t.name: t for t in named if t.kind == "organisation" and domain(t.name or "") == "police"}
    armed = any(domain(t.name or "") == "defence" for t in named)
    body = next(iter(police.values())) if police and not armed else None
    return replace(teller, body=body.name) if body else teller


def of_ministry(teller: Teller, named: Sequence[Teller]) -> Teller:
    """A minister, secretary or spokesman of whom the article does not say of what, with the one ministry that it quotes
    beside him."""
    if teller.kind != "person" or teller.body is not None or not OPENLY & set(teller.role.lower().split()):
        return teller
    if domain(teller.role) is not None or teller.former or GONE & set(teller.role.lower().split()):
        return teller
    bodies = {t.id: t for t in named if t.kind == "organisation" and not t.mentioned and domain(t.name or "")}
    kinds = {domain(t.name or "") for t in bodies.values()}
    body = next(iter(bodies.values())) if len(kinds) == 1 else None
    return replace(teller, body=body.name, nationality=teller.nationality or body.nationality) if body else teller


def _named_below(teller: Teller, bodies: Sequence[Teller], document: Document) -> Teller | None:
    """The body that an article names and quotes below a headline or first sentence that has "a rights group"."""
    if teller.span is None or teller.span.start > lead_end(document) or not is_some_group(teller.name or ""):
        return None
    quoted = (t for t in bodies if not t.mentioned and not is_executive(t) and not is_some_group(t.name or ""))
    return next((t for t in quoted if t.span and t.span.start >= teller.span.end), None)


def _is_fuller(other: Teller, teller: Teller) -> bool:
    """Whether a voice without a name is told more fully elsewhere in its article: "minister" in the headline."""
    return other.kind == "unnamed" and other.sort == teller.sort and teller.words < other.words


def _same_head(other: Teller, teller: Teller) -> bool:
    """Whether two descriptions end in one noun: "the minister" and "the external affairs minister"."""
    return (other.name or "").lower().split()[-1:] == (teller.name or "").lower().split()[-1:]


def _is_of_headline_only(teller: Teller, document: Document) -> bool:
    """Whether a name of one word stands in the headline and nowhere below: "Policy Note 41: ..." names nobody."""
    end, name = headline_end(document), teller.name or ""
    return " " not in name and teller.span is not None and teller.span.end <= end and name not in document.text[end:]


def _spoken_for(teller: Teller, named: Sequence[Teller], document: Document) -> Teller | None:
    """The body for which "a spokesman" speaks: the one quoted before, else the only one quoted, else the first one that
    is named just before a spokesman is met first."""
    bodies = [t for t in named if t.kind == "organisation" and t.span]
    quoted = [t for t in bodies if not t.mentioned]
    before = [t for t in quoted if t.span and teller.span and t.span.end <= teller.span.start]
    if before or len(quoted) == 1:
        return before[-1] if before else quoted[0]
    met = SPEAKING.search(document.text, headline_end(document))
    start = met.start() if met else teller.span.start if teller.span else 0
    near = [t for t in bodies if t.span and 0 <= start - t.span.end <= BESIDE]
    if near:
        return near[0]
    ministry = MINISTRY.search(document.text, max(0, start - 2 * BESIDE), start)
    if ministry is None:
        every = list(MINISTRY.finditer(document.text))
        if len({domain(found.group()) for found in every}) != 1:
            return None
        ministry = every[0]
    span = Span(start=ministry.start(), end=ministry.end(), text=ministry.group())
    link = Link(name=ministry.group(), kind="named_organisation", span=span)
    return named_teller(link, None, document, teller.via)


SPEAKING = re.compile(r"\bspokes(?:man|woman|person)\b")


MINISTRY = re.compile(
    r"(?:[A-Z][\w-]+(?:['’]s)? )?"
    r"(?:\b(?:foreign|defen[cs]e|interior|justice|labou?r|education|health) (?:ministry|department)\b"
    r"|\bministry of (?:foreign affairs|external affairs|defen[cs]e|interior|justice|labou?r|education|health)\b)",
    re.IGNORECASE,
)


OWN_MAN = re.compile(r"(?:his|her) (?:own\b|(?:\w+ )?(?:boy|son|lad|girl|daughter)$)", re.IGNORECASE)
"""A voice that a named person passes on: "his own driver called", "her boy"."""


def _last_named(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The person named last before a voice."""
    start = teller.span.start if teller.span else 0
    before = [t for t in named if t.kind == "person" and t.span and t.span.end <= start]
    return before[-1] if before else None


HOLDER = re.compile(
    r"\b(?:president|leader|premier|prime minister|governor|mayor|ambassador|general|king|sheikh|chairman|chief)$",
    re.IGNORECASE,
)
FURTHER = 700
"""Code points behind such an office in a headline or first sentence within which its holder is named."""


def _first_without_office(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The person quoted next below a headline or first sentence that has one holder of a high office, where the article
    tells nothing else of him: "Norway's departing president said ... Bo Aas named the figure"."""
    if HOLDER.search(teller.name or "") is None or teller.span is None:
        return None
    behind = [t for t in named if t.kind == "person" and t.span and t.span.start >= teller.span.end]
    first = behind[0] if behind and behind[0].span else None
    if first is None or first.span is None or first.span.start - teller.span.end > FURTHER:
        return None
    told = first.told.kin or first.told.age or first.told.traits or first.body or first.sort
    return replace(first, role=teller.name or "", office=True) if not told and not first.role else None


def _only_official(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The one holder of an office whom an article quotes below a headline or first sentence that has "an official"."""
    if teller.sort != "official" or (teller.name or "").split(" ")[0].endswith("s") or "," in (teller.name or ""):
        return None
    persons = {t.id: t for t in named if t.kind == "person" and t.office}
    if any(SPEAKING.search(t.role) for t in persons.values()):
        return None
    quoted = [t for t in named if t.kind in ("organisation", "document") and not t.mentioned]
    only = next(iter(persons.values())) if len(persons) == 1 and not quoted else None
    return only if only is not None and not are_different(teller, only) else None


def _only_private(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The one private person whom an article quotes below a headline or first sentence that has "a nail technician"."""
    if teller.sort not in ("", *PRIVATE) or not is_one_man(teller):
        return None
    quoted = {t.id: t for t in named if t.kind == "person" and not t.mentioned}
    only = next(iter(quoted.values())) if len(quoted) == 1 else None
    fits = only is not None and is_private(only) and not are_different(teller, only)
    return only if only is not None and fits and _is_of_that_trade(teller, only) else None


TRADES = listed(
    "lawyer attorney solicitor barrister advocate notary doctor surgeon psychologist professor journalist reporter"
    " blogger activist priest pastor imam bishop mayor consultant adviser advisor engineer colonel general major"
    " captain"
)
"""Trades and ranks by which somebody is called in full where he is introduced."""


def _is_of_that_trade(teller: Teller, person: Teller) -> bool:
    """Whether a person can be "the lawyer" of whom nothing else is told: his own trade is told to be that one."""
    trade = words_of(teller.name or "") & TRADES
    return not trade or bool(trade & words_of(person.role))


def _the_one(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The private person named before for whom "the prisoner" or "the 63-year-old" stands, where an article quotes only
    one."""
    if teller.span is None or DEFINITE.match(teller.span.text) is None:
        return None
    person = _only_private(teller, named)
    return person if person is not None and person.span and person.span.end <= teller.span.start else None


DEFINITE = re.compile(r"the\b|(?:he|she)$", re.IGNORECASE)
"""How a voice begins that was met before: "the prisoner", or the pronoun that leads back to him."""


BESIDE = 200
"""Code points before "a spokesman said" within which the body is named that he speaks for."""


def _one_of_that_rank(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The one person of an article whose office is all that is said of a voice: "the general" of General Lee."""
    words = re.sub(r"^(?:the|former|ex|retired)[\s-]+", "", (teller.name or "").lower()).split()
    if len(words) != 1:
        return None
    persons = {t.id: t for t in named if t.kind == "person" and words[0] in t.role.lower().split()}
    if len(persons) > 1 and teller.span and re.match(r"the\b", teller.span.text, re.IGNORECASE):
        start = teller.span.start
        before = [t for t in persons.values() if t.span and t.span.end <= start]
        return before[-1] if before else None
    return next(iter(persons.values())) if len(persons) == 1 else None


SPEAKER = re.compile(r"(?:an?|the|its|his|her)?\s*spokes(?:man|woman|person)$", re.IGNORECASE)
"""Somebody who speaks for the body that was quoted before, and is told by nothing else."""


STATEMENT = frozenset(
    stem(word)
    for word in ("statement", "release", "press", "message", "post", "report", "further", "second", "latest", "new")
)
"""Stems of a paper that is nothing but what a body says."""


PLATFORM = re.compile(
    r"(?:facebook|telegram|whats ?app|tiktok|instagram|youtube|viber|signal|vkontakte|vk|twitter|x|linkedin|discord"
    r"|odnoklassniki|snapchat|messenger)$",
    re.IGNORECASE,
)
"""Where things are posted, and who issues no statement by being named before one."""


ISSUED = 200
"""Code points before a paper without a name within which a body that is only mentioned is taken for its issuer."""
