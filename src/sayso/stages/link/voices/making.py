"""A voice made from a step of a chain of sources, an outlet or a publisher."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.sources import load_source_words
from sayso.model import Claim, Document, Link, Reason, Span, Voice, digest
from sayso.stages.link.kept import kept, kept_record
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.bodies import ONE_GROUP, words_of
from sayso.stages.link.voices.describing import (
    ALSO_TOLD,
    BODY_ALONE,
    CLASSES,
    GOVERNING,
    PAPERS,
    PRIVATE_NOUN,
    RELATIVE,
    SEEN,
    SEPARATELY,
    UNNAMED,
    called,
    description,
    is_former,
    is_paper,
    sort_of,
)
from sayso.stages.link.voices.labels import without_label
from sayso.stages.link.voices.ministries import POLICE, told_nation
from sayso.stages.link.voices.persons import (
    introduced,
    is_office,
    of_whom,
    person_key,
    private_sort,
    speaks_for,
    spelt_out,
    whose,
)
from sayso.stages.link.voices.private import both, told_by, told_of, whose_own
from sayso.stages.link.voices.teller import Particulars, Teller
from sayso.stages.link.voices.titles import police_rank, titled

APPOSED = re.compile(r"((?:[A-Z][\w’'&.-]*)(?: (?:[A-Z][\w’'&.-]*|of|for|the|and))*), (?:an?|one of) $")
"""A name before what is said about it: "the Aleppo Monitor, a group that ..."."""


def as_told(link: Link, text: str) -> Link:
    """A step of a chain under the name that the text gives beside it, and without a name where it is only a noun.

    >>> from sayso.model import Span
    >>> text = "The Rights Bureau, a group that counts the dead, said no."
    >>> as_told(Link(name="group", kind="named_organisation", span=Span(start=21, end=26, text="group")), text).name
    'Rights Bureau'
    """
    words, link = load_source_words(), without_label(link, text)
    if link.kind == "named_person" and " " not in link.name and link.name.lower() in words.official | words.military:
        link = replace(link, kind="unnamed_official")
    if (
        link.kind == "named_person"
        and " " not in link.name
        and load_aliases().find(link.name)
        and named_nations(link.name)
    ):
        link = replace(link, kind="named_organisation")
    if link.kind in ("named_person", "named_organisation") and TAKEN_ONE.match(link.name):
        hits = load_aliases().find(link.name.split()[1])
        if any(hit.form.sort in ("people", "adjective") for hit in hits):
            return replace(link, kind="unnamed_recruit")
    if link.kind == "named_person" and link.name[:1].islower() and PRIVATE_NOUN.match(link.name):
        link = replace(link, kind="unnamed_local")
    if link.kind == "named_organisation" and HEADED.match(link.name):
        named = BEHIND_HEAD.match(text, link.span.end)
        return replace(link, name=named.group(1), kind="named_person") if named else link
    link = in_full(link)
    if link.kind == "named_person" and (ranked := RANKED.match(link.span.text)) and ranked.group(1) == link.name:
        link = replace(link, name=ranked.group(2))
    if link.kind == "named_organisation" and link.name[:1].islower():
        start = link.span.start + (len(found.group()) if (found := LEADING.match(link.span.text)) else 0)
        beside = APPOSED.search(text[max(0, start - 90) : start])
        if beside and " " not in beside.group(1) and named_nations(beside.group(1)):
            return link  # "fell for Norway, an association said"
        return replace(link, name=re.sub(r"^The ", "", beside.group(1))) if beside else link
    return link


def in_full(link: Link) -> Link:
    """A voice that is called by one noun, as a headline has it, under the fuller words that stand here.

    >>> from sayso.model import Span
    >>> words = "the Russian embassy in New Delhi"
    >>> in_full(Link(name="Embassy", kind="named_organisation", span=Span(start=0, end=32, text=words))).name
    'Russian embassy in New Delhi'
    """
    here = " ".join(link.span.text.split())
    if not DEFINITE.match(here):
        return link
    here = DEFINITE.sub("", here)
    fuller = " " not in link.name and " " in here and len(here.split()) <= FULL
    told = fuller and re.search(rf"\b{re.escape(link.name)}\b", here, re.IGNORECASE) is not None
    return replace(link, name=here) if told and link.kind not in ("named_person", "outlet", "article") else link


HEADED = re.compile(
    r"(?:the )?(?:owner|head|chief|boss|founder|director|president|chair\w*|leader|spokes\w+|commander"
    r"|secretary) (?:of|for) ",
    re.IGNORECASE,
)
"""A body's name that begins with who heads it: "owner of the Harbour Company"."""
BEHIND_HEAD = re.compile(r",? ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})(?=[,.]| (?:said|says|told|on|has|had)\b)")


TAKEN_ONE = re.compile(r"(?:Captured|Freed|Jailed|Returned|Rescued|Wounded|Escaped|Detained|Repatriated) [A-Z]\w+$")
"""Somebody whom a headline calls by what became of him: "Captured Swede: we were promised a house"."""


RANKED = re.compile(
    r"(?:[A-Z][\w-]+\.? )*([A-Z][a-z]{1,3})\.(?: \([^)\n]{1,12}\)| \d\w\w Class)? ([A-Z][\w’'-]+(?: [A-Z][\w’'.-]*)+)"
)
"""A rank that is cut off by a bracket or by its dot, and the name behind it: "Staff Sgt. (ret.) Ned Roe"."""


DEFINITE = re.compile(r"the\s+", re.IGNORECASE)


FULL = 8
"""Words that a voice's name takes at most."""


LEADING = re.compile(r"(?:an?|the|one of) ")


def speaker_teller(
    link: Link, voice: Voice | None, document: Document, channel: str | None, claim: Claim | None
) -> Teller:
    """The voice of a step of a chain that is no outlet: a person, a body, a paper, or somebody who is not named."""
    if link.kind == "outlet":  # a ministry that is called like one
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if link.kind in ("named_person", "named_organisation"):
        return named_teller(link, voice, document, channel)
    if link.kind == "document" and BODY_ALONE.fullmatch(link.name) and not PAPERS.search(link.name):
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if link.kind == "document" or (link.kind in UNNAMED and is_paper(link.name)):
        return document_teller(link, voice, document, channel)
    if link.kind in UNNAMED and ONE_GROUP.search(link.name):
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if link.kind in UNNAMED and GOVERNING.search(link.name) and named_nations(link.name):
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if CLASSES.get(link.kind, "") in ("", "recruit", "local") and (name := called(link, document.text)):
        person = named_teller(replace(link, name=name, kind="named_person"), None, document, channel)
        spoke = ALSO_TOLD.search(link.name)
        return replace(person, sort=sort_of(link), also=outlet_key(spoke.group(1)) if spoke else None)
    link = replace(link, name=of_whom(link.name, document.text))
    words = description(RELATIVE.sub("", link.name))
    where = channel or document.id
    identity = ("unnamed", where, sort_of(link), link.name)  # not its words: one origin has one name, whoever tells it
    counted = claim is not None and voice is not None and voice.count is not None
    alone = counted and SEPARATELY.search(claim.sentence.text if claim else "") is not None
    made = _made("unnamed", link.name, identity, link, voice, document, channel, words=words)
    spoke = ALSO_TOLD.search(link.name)
    return replace(
        made, also=outlet_key(spoke.group(1)) if spoke else None, count=(voice.count or 1) if voice and alone else 1
    )


def seat_of(behind: str) -> str | None:
    """ISO 3166 code of the capital or country that stands behind a body's name, as its seat; None where none does.

    >>> seat_of(" in Nairobi said no."), seat_of(" said no.")
    ('KE', None)
    """
    found = re.match(r"\s+(?:in|of)\s+([A-Z][\w’'-]+)", behind)
    codes = named_nations(found.group(1)) if found else frozenset()
    return next(iter(codes)) if len(codes) == 1 else None


def document_teller(link: Link, voice: Voice | None, document: Document, channel: str | None) -> Teller:
    """The voice of a paper that is quoted."""
    name = SEEN.sub("", link.name) or link.name
    words = description(name)
    return _made("document", name, ("document", fold(name)), link, voice, document, channel, words=words)


def named_teller(link: Link, voice: Voice | None, document: Document, channel: str | None) -> Teller:
    """The voice of a named person or body."""
    if link.kind == "named_person":
        key = voice.entity if voice and voice.entity else person_key(link.name)
        return _made("person", link.name, ("person", key), link, voice, document, channel)
    key = voice.entity if voice and voice.entity else fold(link.name)
    body = _made("organisation", link.name, ("organisation", key), link, voice, document, channel)
    if MISSION.search(link.name):
        seat = re.match(r"(?:the\s+)?(?:embassy|consulate)\b", link.name, re.IGNORECASE)
        return replace(body, nationality=None) if seat else body  # "embassy in Moscow": any country's but that
    return replace(body, nationality=body.nationality or seat_of(document.text[link.span.end : link.span.end + 40]))


MISSION = re.compile(r"\b(?:embassy|consulate)\b", re.IGNORECASE)


def _made(
    kind: str,
    name: str,
    identity: Sequence[str],
    link: Link,
    voice: Voice | None,
    document: Document,
    channel: str | None,
    words: frozenset[str] = frozenset(),
) -> Teller:
    body = (voice.organisation if voice else None) or (speaks_for(name, document.text) if kind == "person" else None)
    body = whose(body, document.text) if body and " " not in body.strip() and body.islower() else body
    body = spelt_out(body, document.text) if body and body.strip().isupper() else body
    if body is None and kind == "person" and SPEAKS.search(voice.role if voice and voice.role else link.span.text):
        body = published_by_body(document.outlet or "")
    beside = introduced(name, document.text) if kind == "person" else ""
    role = f"{(voice.role if voice else None) or ''} {beside}".strip() if kind == "person" else ""
    role = role or (titled(name, document.text) if kind == "person" else "")
    if kind == "person" and (police := police_rank(name, document.text)) and not POLICE & words_of(role):
        role = f"{role} {police}".strip()
    alone = kind in ("person", "unnamed") and not body and not is_office(role)
    private = private_sort(name, document.text) if kind == "person" and alone else ""
    told = told_as_private(kind, name, link, document.text) if alone else Particulars()
    return Teller(
        id=origin_id(*identity),
        kind=kind,
        name=" ".join(name.split()),
        via=channel,
        sort=sort_of(link) or private or ("kin" if told.kin else ""),
        words=words,
        former=voice.former if voice else is_former(name),
        nationality=told_nation(voice, link.span.text) if voice else None,
        body=body or None,
        role=role,
        told_as=kept(description(role)),
        office=is_office(role),
        told=kept_record(told),
        document=document.id,
        span=link.span,
        reason=Reason(
            rule=f"origins.{kind}", detail=f"{name}, by way of {channel or 'an unknown outlet'}", spans=(link.span,)
        ),
    )


def told_as_private(kind: str, name: str, link: Link, text: str) -> Particulars:
    """What a text tells of somebody who holds no office, by the words beside the name or those of the description."""
    if kind == "person":
        return told_of(name, text)
    if link.kind not in CLASSES or sort_of(link) in ("official", "soldier"):
        return Particulars()
    told = both(told_by(link.span.text), told_by(name))
    whose = whose_own(link.span.text, text, link.span.start)
    return replace(told, of=told.of | {whose}) if whose and told.kin else told


@lru_cache(maxsize=20_000)
def origin_id(*identity: str) -> str:
    """The id of a voice: the same few speak again and again."""
    return "o-" + digest(list(identity))


def outlet_teller(name: str, document: Document, span: Span | None, why: str) -> Teller:
    """The voice of an outlet that is cited as such."""
    key = outlet_key(name)
    return Teller(
        id=origin_id("outlet", key),
        kind="outlet",
        name=name,
        via=key,
        sort="",
        document=document.id,
        span=span,
        reason=Reason(rule="origins.outlet", detail=f"{name}: {why}", spans=(span,) if span else ()),
    )


def own_teller(document: Document) -> Teller:
    """The voice of an outlet that reports on its own; unknown when it cannot be told which."""
    if document.outlet is None:
        return unknown_teller(document, "in the article's own voice, and its outlet cannot be told")
    return Teller(
        id=origin_id("own", outlet_key(document.outlet)),
        kind="own_reporting",
        name=document.outlet,
        via=outlet_key(document.outlet),
        sort="",
        document=document.id,
        reason=Reason(
            rule="origins.own_reporting", detail=f"{document.outlet}, in its own voice and following nobody known"
        ),
    )


BODIES = re.compile(
    r"\b(?:Ministry|Department|Embassy|Government|Police|Presidency|Prosecutor\w*|Court|Army|Directorate|Headquarters"
    r"|Foundation|Association|Alliance|Union of|Federation|Observatory|Rights|Justice|Coalition|Committee|Commission"
    r"|Network)\b"
)
"""Words of a body that speaks for itself where it is the publisher: a press release, an order, a study of its own."""


SPEAKS = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
"""Who speaks for the body whose release he speaks in, where it names no other."""
PRESSES = re.compile(r"\b(?:Press|News|Gazette|Radio|Daily|Times|Post|Tribune|Review|Wire|Union)$")


def published_by_body(outlet: str) -> str | None:
    """The body that a document is published by, where its outlet is none of the press.

    >>> published_by_body("Ministry of Fisheries, Oslo"), published_by_body("The Oslo Gazette")
    ('Ministry of Fisheries', None)
    """
    body = re.split(r"[,(–]", outlet, maxsplit=1)[0].strip()
    return body if BODIES.search(body) and not PRESSES.search(body) else None


def publishing_body(document: Document) -> Teller | None:
    """The body that speaks in a document of its own, as its voice; None for the press."""
    outlet = document.outlet or ""
    body = published_by_body(outlet)
    if body is None:
        return None
    return Teller(
        id="o-" + digest(["organisation", fold(body)]),
        kind="organisation",
        name=body,
        via=outlet_key(outlet),
        sort="",
        nationality=seat_of(" in " + outlet.rsplit(", ", 1)[1]) if ", " in outlet else None,
        document=document.id,
        reason=Reason(rule="origins.organisation", detail=f"{body} publishes it itself"),
    )


def unknown_teller(document: Document, why: str) -> Teller:
    """A voice of which nobody can tell whose it is: it never counts as one more."""
    return Teller(
        id="o-" + digest(["unknown", document.id]),
        kind="unknown",
        name=None,
        via=None,
        sort="",
        document=document.id,
        reason=Reason(rule="origins.unknown", detail=why),
    )
