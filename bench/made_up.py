"""A made-up ledger of any size that is shaped like a real one, for benches. Every word in it is drawn by lot.

Shaped like: documents of very different length; names, outlets and places of which few are frequent and most are rare
(drawn by Zipf's law); facts that several documents tell, some of them taken from one another, so that propositions have
several reports, origins, figures and disagreements; named, unnamed and missing sources; dates over eight years;
judgements of three people, some taken back; runs of ingest with problems.

Everything goes through the ledger's own methods. The same size gives the same ledger.
"""

import json
import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from sayso.lexicon.packs import load_packs
from sayso.model import (
    Argument,
    Attribution,
    Block,
    Claim,
    Contradiction,
    Derivation,
    Document,
    DocumentRelation,
    Figure,
    Judgement,
    Link,
    Mentions,
    Money,
    Origin,
    OriginCount,
    Passage,
    Period,
    Place,
    Problem,
    Proposition,
    Published,
    Quantity,
    Reading,
    Reason,
    Relations,
    Span,
    Voice,
    digest,
)  # fmt: skip
from sayso.run.drawing import redraw
from sayso.settings import Settings
from sayso.stages.assess import assess
from sayso.store import Ledger

FIRST = ("Amber", "Birch", "Cedar", "Delta", "Ember", "Falcon", "Garnet", "Harbour", "Ivory", "Juniper", "Kestrel",
         "Linden", "Maple", "Nettle", "Osprey", "Poplar", "Quarry", "Raven", "Sable", "Thistle")  # fmt: skip
SECOND = ("North", "River", "Coast", "Steppe", "Border", "Valley", "Hill", "Lake", "Forest", "Plain")
SORTS = ("Group", "Corps", "Unit", "Legion", "Brigade", "Company", "Council", "Agency", "Bureau", "Front")
GIVEN = ("Adil", "Bela", "Cem", "Dara", "Edin", "Farah", "Goran", "Hana", "Ilir", "Jana", "Kamal", "Lena", "Mirza",
         "Nadia", "Orhan", "Petra", "Rami", "Sofia", "Tarik", "Vera")  # fmt: skip
FAMILY = tuple(a + b for a in ("Kar", "Mor", "Tal", "Ver", "Zel", "Bar", "Dor", "Fen", "Hal", "Lun")
               for b in ("adi", "enko", "ić", "ova", "oğlu", "ani", "berg", "zade", "mann", "ski"))  # fmt: skip
PLACES = tuple(a + b for a in ("Al", "Ber", "Cor", "Dun", "Es", "Far", "Gol", "Hor", "Is", "Jar", "Kol", "Lor")
               for b in ("abad", "burg", "ford", "grad", "ka", "mar", "nia", "pol", "sk", "stan", "ta", "vo")
               )  # fmt: skip
COUNTRIES = ("IR", "RU", "AF", "KG", "UA", "SY", "TR", "IQ", "LY", "SD", "KZ", "TJ", "UZ", "PK", "IN", "NP", "CU")
POOLS = ("former soldiers", "young men", "students", "migrant workers", "prisoners", "veterans", "villagers",
         "drivers", "unemployed men from the hills", "fighters of the old army", "men without work")  # fmt: skip
CHANNELS = ("Telegram", "WhatsApp", "a job agency", "a friend", "TikTok", "a travel office", "a mosque", "a gym")
UNNAMED = (
    ("a former officer", "unnamed_military"), ("an official", "unnamed_official"), ("a recruit", "unnamed_recruit"),
    ("a resident", "unnamed_local"), ("a witness", "unnamed_witness"), ("two people", "group"),
)  # fmt: skip
TYPES: tuple[tuple[str, str, str, str], ...] = (
    ("RECRUIT", "recruited", "recruiter", "recruit_pool"), ("CONTACT", "approached", "approacher", "approached"),
    ("OFFER", "offered work to", "offerer", "recruit_pool"), ("TRANSFER", "moved", "carrier", "transferred"),
    ("TRAIN", "trained", "trainer", "trainee"), ("DEPLOY", "deployed", "deployer", "deployed"),
    ("DETAIN", "detained", "detainer", "detained"), ("KILL", "killed", "killer", "killed"),
    ("BAN", "banned", "authority", "banned"), ("FINANCE", "paid", "payer", "payee"),
    ("ACCUSE", "accused", "source", "target"), ("AID", "helped", "source", "target"),
)  # fmt: skip
FIRM = ("asserted",) * 11 + ("probable", "possible", "possible", "planned", "planned", "negated", "counterfactual")
FILLER = (
    "Nothing more was known by the evening.", "The road there is closed in winter.",
    "People in the market spoke of little else that week.", "A request for comment was not answered.",
    "Prices have gone up since then, and work is hard to find.",
)  # fmt: skip
OUTLETS = 180
LENGTHS = (6, 12, 16, 20, 24, 40, 90)
"""Claims a document, each as likely; 30 on average."""
TOLD_BEFORE = 0.55
"""Share of claims that tell a fact which an earlier document told."""
JUDGED = 1500
GRADED = 400
ACTIONS = ("accept",) * 6 + ("reject",) * 3 + ("correct",) * 3 + ("undo",) * 2 + ("same", "not_same")


class Zipf:
    """Draws from a list, the n-th with a weight of 1/n."""

    def __init__(self, held: Sequence[Any]) -> None:
        self.held, self.sums = held, list(accumulate(1 / n for n in range(1, len(held) + 1)))

    def __call__(self, chance: random.Random) -> Any:
        """One of them."""
        return self.held[bisect(self.sums, chance.random() * self.sums[-1])]


@dataclass
class Fact:
    """Something that happened, as far as documents tell it."""

    kind: tuple[str, str, str, str]
    actor: str
    pool: str
    force: str
    place: tuple[str, str]
    stops: tuple[tuple[str, str], ...]
    channel: str
    people: int
    pay: int
    claims: list[tuple[Claim, Document, str]] = field(default_factory=list)
    """Claims of it, with their document and origin."""


@dataclass
class World:
    """What the documents are drawn from, and what was drawn."""

    chance: random.Random
    actors: Zipf
    people: Zipf
    places: Zipf
    outlets: Zipf
    facts: list[Fact] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    parents: dict[str, Document] = field(default_factory=dict)
    """Document id -> the document it was taken from."""
    origins: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    """Origin id -> name and kind."""
    by_origin: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def world(seed: int = 1) -> World:
    """A world in which nothing was told yet."""
    chance = random.Random(seed)
    actors = [f"{a} {b} {c}" for a in FIRST for b in SECOND for c in SORTS]
    people = [f"{a} {b} {c}" for a in GIVEN for b in FAMILY for c in ("", "Sr", "Jr")]
    places = [(name, COUNTRIES[n % len(COUNTRIES)]) for n, name in enumerate(PLACES)]
    for drawn in (actors, people, places):
        chance.shuffle(drawn)
    return World(
        chance, Zipf(actors), Zipf([p.strip() for p in people]), Zipf(places),
        Zipf([f"Outlet {n}" for n in range(OUTLETS)]),
    )  # fmt: skip


def fact(made: World) -> Fact:
    """A new fact, or (more often) one of those that were told lately."""
    chance = made.chance
    if made.facts and chance.random() < TOLD_BEFORE:
        return made.facts[-1 - min(int(chance.expovariate(1 / 400)), len(made.facts) - 1)]
    told = Fact(
        kind=chance.choice(TYPES), actor=made.actors(chance), pool=chance.choice(POOLS), force=made.actors(chance),
        place=made.places(chance), stops=(made.places(chance), made.places(chance)), channel=chance.choice(CHANNELS),
        people=round(10 ** chance.uniform(0.5, 4.5)), pay=100 * chance.randrange(2, 60),
    )  # fmt: skip
    made.facts.append(told)
    return told


class Writing:
    """A text that grows, and knows where each part of it stands."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, words: str) -> Span:
        """Write some words; their span."""
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return Span(start=start, end=self.length, text=words)

    def since(self, start: int) -> Span:
        """Everything from a place on."""
        text = "".join(self.parts)
        return Span(start=start, end=self.length, text=text[start:])


def slug(name: str) -> str:
    """Id of an entity."""
    return name.lower().replace(" ", "-")


def reading(made: World, number: int) -> Reading:
    """A document with what was found in it."""
    chance, text = made.chance, Writing()
    day = date(2019, 1, 1) + timedelta(days=chance.randrange(8 * 365))
    key, outlet = "doc-" + digest(["made up", number]), made.outlets(chance)
    found = [told(made, text, key, n, outlet, day) for n in range(chance.choice(LENGTHS))]
    words = "".join(text.parts)
    document = Document(
        id=key,
        title=f"{found[0][2].actor} {found[0][2].kind[1]} {found[0][2].pool}: report {number}",
        outlet=None if chance.random() < 0.04 else outlet,
        published=None
        if chance.random() < 0.03
        else Published(start=day, end=day + timedelta(days=1), precision="day", basis="given"),
        language="en",
        text=words,
        blocks=(Block(kind="paragraph", start=0, end=len(words)),),
    )
    for claim, _, of, origin in found:
        of.claims.append((claim, document, origin))
        made.by_origin[origin].append(claim.id)
    if made.documents and chance.random() < 0.25:
        made.parents[key] = made.documents[-1 - min(int(chance.expovariate(1 / 50)), len(made.documents) - 1)]
    made.documents.append(document)
    return Reading(
        document=document,
        sentences=tuple(claim.sentence for claim, *_ in found),
        attributions=tuple(attribution for _, attribution, *_ in found if attribution),
        mentions=Mentions(),
        claims=tuple(claim for claim, *_ in found),
        problems=(
            Problem(severity="note", code="bench.made_up", where=key, found="A sentence was left out.", advice="None."),
        )
        if chance.random() < 0.02
        else (),
        read_by="bench",
    )


def told(
    made: World, text: Writing, key: str, n: int, outlet: str, day: date
) -> tuple[Claim, Attribution | None, Fact, str]:
    """One sentence: the claim, its attribution, the fact and the origin."""
    chance, of = made.chance, fact(made)
    start = text.length
    name, kind = voice(made)
    source, cue = (text.add(name), text.add(" said that ")) if name else (None, None)
    at = text.length
    actor = text.add(of.actor)
    text.add(" ")
    trigger = text.add(of.kind[1])
    text.add(" ")
    people = of.people if chance.random() < 0.8 else round(of.people * chance.uniform(1.1, 2))
    figure = text.add(f"{people:,} {of.pool}") if chance.random() < 0.5 else None
    pool = figure or text.add(of.pool)
    arguments = [
        Argument(role=of.kind[2], span=actor, entity=slug(of.actor), value=of.actor),
        Argument(role=of.kind[3], span=pool),
    ]
    places = []
    text.add(" in ")
    spot = text.add(of.place[0])
    places.append(Place(span=spot, name=of.place[0], country=of.place[1], role="location", precision="town"))
    if of.kind[0] == "RECRUIT":
        text.add(" for ")
        arguments.append(Argument(role="force", span=text.add(of.force), entity=slug(of.force), value=of.force))
        text.add(" through ")
        arguments.append(Argument(role="channel", span=text.add(of.channel)))
    if of.kind[0] in ("TRANSFER", "DEPLOY"):
        for order, (role, stop) in enumerate(zip(("origin", "destination"), of.stops, strict=True)):
            text.add(" from " if role == "origin" else " to ")
            span = text.add(stop[0])
            arguments.append(Argument(role=role, span=span, entity=slug(stop[0]), value=stop[0], order=order))
            places.append(Place(span=span, name=stop[0], country=stop[1], role=role, precision="town"))
    money = ()
    if of.kind[0] in ("OFFER", "FINANCE"):
        text.add(" for ")
        span = text.add(f"${of.pay:,} a month")
        money = (Money(low=float(of.pay), high=float(of.pay), currency="USD", span=span, per="month"),)
        arguments.append(Argument(role="offer", span=span))
    content = text.since(at)
    text.add(". ")
    sentence = text.since(start)
    sentence = Span(start=start, end=sentence.end - 1, text=sentence.text[:-1])
    text.add(chance.choice(FILLER) + " ")
    why = (Reason(rule="bench.made_up", detail="drawn by lot", spans=(trigger,), score=0.5),)
    attribution = None
    if source and cue and name:
        link = Link(name=name, kind=kind, span=source)
        attribution = Attribution(
            id="a-" + digest([key, n]), source=(source,), cue=(cue,), content=(content,), source_kind=kind,
            speech="indirect", voice=Voice(name=name, kind=kind), chain=(link,), confidence=0.8, reasons=why,
        )  # fmt: skip
    firm = chance.choice(FIRM)
    dated = chance.random() < 0.35
    month = date(day.year, day.month, 1)
    claim = Claim(
        id="c-" + digest([key, n]), gist_id="g-" + digest([of.kind[0], of.actor, people]), event_type=of.kind[0],
        trigger=trigger, content=content, sentence=sentence, attribution=attribution.id if attribution else None,
        chain=attribution.chain if attribution else (), arguments=tuple(arguments), money=money, places=tuple(places),
        quantities=(Quantity(low=float(people), high=float(people), unit=of.pool.split()[-1].rstrip("s"), span=figure),)
        if figure else (),
        period=Period(start=month, end=month + timedelta(days=30), precision="month", basis="stated")
        if dated else None,
        factuality=firm, polarity="negative" if firm == "negated" else "positive",
        confidence=round(chance.betavariate(6, 2), 3), reasons=why,
    )  # fmt: skip
    return claim, attribution, of, origin_of(made, name, kind, outlet, key)


def voice(made: World) -> tuple[str | None, Any]:
    """Who says it: a person, a body, somebody unnamed, or (None) the article itself."""
    chance, sort = made.chance, made.chance.random()
    if sort < 0.2:
        return None, "article"
    if sort < 0.55:
        return made.people(chance), "named_person"
    if sort < 0.7:
        return made.actors(chance), "named_organisation"
    words, kind = chance.choice(UNNAMED)
    return f"{words} in {made.places(chance)[0]}", kind


def origin_of(made: World, name: str | None, kind: str, outlet: str, document: str) -> str:
    """Id of the origin of a claim."""
    sort = {"named_person": "person", "named_organisation": "organisation", "article": "outlet"}.get(kind, "unnamed")
    called = outlet if sort == "outlet" else name
    key = "o-" + digest([sort, called, document if sort == "unnamed" else ""])
    made.origins[key] = (called, sort)
    return key


def relations(made: World) -> Relations:
    """What stands between the documents."""
    rows = tuple(
        DocumentRelation(document=d.id, cluster=made.parents.get(d.id, d).id, parent=parent, origin=None)
        for d in made.documents
        for parent in [made.parents[d.id].id if d.id in made.parents else None]
    )
    derivations = tuple(
        Derivation(
            left=parent.id, left_name=parent.outlet, right=key, kind="credit", score=0.9,
            evidence=(Passage(left=None, right=Span(start=0, end=5, text=child.text[:5])),),
        )
        for child in made.documents
        for key, parent in [(child.id, made.parents.get(child.id))]
        if parent
    )  # fmt: skip
    origins = tuple(
        Origin(id=key, name=name, kind=kind, held=kind == "outlet", claims=tuple(made.by_origin[key]))  # type: ignore[arg-type]
        for key, (name, kind) in made.origins.items()
    )
    return Relations(
        documents=rows, derivations=derivations, origins=origins,
        propositions=tuple(proposition(made, of) for of in made.facts if of.claims),
    )  # fmt: skip


def proposition(made: World, of: Fact) -> Proposition:
    """What the claims of one fact have in common."""
    chance = made.chance
    claims = tuple(claim for claim, *_ in of.claims)
    documents = tuple(dict.fromkeys(document.id for _, document, _ in of.claims))
    origins = tuple(dict.fromkeys(origin for *_, origin in of.claims))
    named = sum(made.origins[o][1] != "unnamed" for o in origins)
    figures = tuple(
        Figure(
            low=q.low, high=q.high, unit=q.unit, span=q.span, claim=claim.id, document=document.id,
            published=document.published.start if document.published else None, factuality=claim.factuality,
            origin=origin,
        )
        for claim, document, origin in of.claims
        for q in claim.quantities
    )  # fmt: skip
    disputed = len(claims) > 1 and chance.random() < 0.08
    return Proposition(
        id="p-" + digest(claims[0].id), title=claims[0].content.text[:120], event_type=of.kind[0],
        claims=tuple(c.id for c in claims), documents=documents, reports=len(documents),
        outlets=len({d.outlet for _, d, _ in of.claims if d.outlet}),
        origins=OriginCount(at_least=max(1, named), at_most=len(origins)), origin_ids=origins, figures=figures,
        contradictions=(
            Contradiction(
                left=claims[0].id, right=claims[1].id, about=chance.choice(("figure", "polarity")),
                difference=chance.choice(("fact", "update", "scope")),
            ),
        ) if disputed else (),
        period=next((c.period for c in claims if c.period), None),
    )  # fmt: skip


def judgements(made: World, number: int) -> list[Judgement]:
    """What three people decided, some of it taken back."""
    chance, at = made.chance, datetime(2026, 1, 1, tzinfo=UTC)
    held = [(claim, document) for of in made.facts for claim, document, _ in of.claims]
    found: list[Judgement] = []
    for n in range(number):
        at += timedelta(minutes=chance.randrange(1, 90))
        claim, document = chance.choice(held)
        values: dict[str, Any] = {"subject": claim.id, "document": document.id, "anchor": claim.content}
        action = chance.choice(
            ("accept",) * 6 + ("reject",) * 3 + ("correct",) * 3 + ("undo",) * 2 + ("same", "not_same")
        )
        if action == "undo" and found:
            back = chance.choice(found)
            values = {"subject": back.subject, "value": back.id, "document": back.document, "anchor": back.anchor}
        elif action == "same":
            values = {"subject": slug(made.actors(chance)), "value": slug(made.actors(chance))}
            action = "same" if values["subject"] != values["value"] else "not_same"
        elif action == "not_same":
            name = made.actors(chance)
            values = {"subject": slug(name), "value": name, "field": "name"}
        elif action == "correct":
            values |= {"field": "factuality", "value": json.dumps(chance.choice(FIRM)), "was": '"asserted"'}
        elif action == "undo":
            action = "accept"
        found.append(
            Judgement(
                id="j-" + digest([n, at.isoformat()]), action=action, at=at,
                by=chance.choice(("Ann", "Ben", "Cy")), **values,
            )  # type: ignore[arg-type]
        )  # fmt: skip
    return found


def gradings(made: World) -> list[Judgement]:
    """Some hundred origins graded by a person: those with most claims."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    chosen = sorted(made.origins, key=lambda key: (-len(made.by_origin[key]), key))[:GRADED]
    return [
        Judgement(
            id="j-" + digest(["grade", key]), subject=key, action="grade", value=made.chance.choice("AABBBCCDE"),
            at=at + timedelta(minutes=n), by="Ann",
        )
        for n, key in enumerate(chosen)
    ]  # fmt: skip


def build(path: Path, claims: int) -> World:
    """Fill a new ledger with at least so many claims; gives what was drawn."""
    made, written, number = world(), 0, 0
    with Ledger.open(path) as ledger:
        run = ledger.begin_run(["made up"])
        while written < claims:
            one = reading(made, number)
            ledger.add(one.document)
            ledger.put_reading(one)
            written += len(one.claims)
            number += 1
        troubles = [
            Problem(
                severity="error", code="bench.made_up", where=f"file-{n}.pdf", found="No text in it.", advice="Scan."
            )
            for n in range(min(300, number))
        ]
        ledger.note(troubles, run=run)
        ledger.end_run(run, documents=number)
        between = relations(made)
        for judgement in gradings(made):
            ledger.judge(judgement)
        ledger.put_relations(between)
        for judgement in judgements(made, min(JUDGED, written // 4)):
            ledger.judge(judgement)
        claims = (claim for of in made.facts for claim, _, _ in of.claims)
        ledger.put_grades(assess(between, claims, judgements=ledger.judgements()))
        redraw(ledger, [facet for pack in load_packs(Settings().packs) for facet in pack.facets])
    return made
