"""Made-up reporting at any size, with readings as Sayso would give them: `readings(1000)`.

Stories have several tellers: reporters who write by themselves on the same facts, outlets that copy a report (cut, with
words swapped, a figure changed, a credit line), and outlets that retell it and say whose it is. About ten claims a
document, with source, doer, figure, place and period. Words, names, places and outlets follow Zipf's law, so that the
lists of what shares a word or a name grow as those of real text do. All words are made up; the same seed gives the
same corpus.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from itertools import accumulate

from sayso.model import (
    Argument,
    Attribution,
    Block,
    Claim,
    Document,
    Link,
    Mention,
    Mentions,
    Period,
    Place,
    Published,
    Quantity,
    Quotation,
    Reading,
    Reason,
    Span,
    Voice,
    digest,
)  # fmt: skip

TYPES = (
    ("RECRUIT", "recruited"), ("TRAIN", "trained"), ("DEPLOY", "sent"), ("TRANSFER", "moved"), ("OFFER", "offered"),
    ("CONTACT", "approached"), ("FLEE", "drove out"), ("ABANDON", "left behind"),
)  # fmt: skip
"""Event types with a verb; the first ones are the commonest."""
UNITS = ("men", "fighters", "soldiers", "recruits", "guards", "drivers")
COUNTRIES = ("RU", "AF", "IR", "SY", "LY", "KG", "UZ", "TR", "ML", "CF")
LITTLE = (
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "was", "with", "as", "by", "from", "at", "were", "had",
    "has", "been", "after", "over", "which", "their", "its",
)  # fmt: skip
MEAN_TELLERS = 5
"""Documents a story, on average."""
DAYS = 1500
"""Over so many days the stories are spread."""


class Zipf:
    """Draws from a list, the n-th thing 1/(n + shift) times as often as the first ones."""

    def __init__(self, things: Sequence[str], shift: float = 2.7) -> None:
        self.things = things
        self.weights = list(accumulate(1 / (n + shift) for n in range(len(things))))

    def draw(self, chance: random.Random, count: int = 1) -> list[str]:
        """So many things, with repetition."""
        return chance.choices(self.things, cum_weights=self.weights, k=count)


@dataclass(frozen=True)
class World:
    """What can be named."""

    words: Zipf
    persons: Zipf
    bodies: Zipf
    places: Zipf
    outlets: Zipf


@cache
def world(seed: int) -> World:
    """The names of a seed."""
    chance = random.Random(seed)
    words = list(dict.fromkeys(_word(chance) for _ in range(60_000)))
    names = list(dict.fromkeys(_word(chance).capitalize() for _ in range(40_000)))
    return World(
        words=Zipf(words, 8.0),
        persons=Zipf([f"{a} {b}" for a, b in zip(names[:12_000], names[12_000:24_000], strict=False)], 40.0),
        bodies=Zipf([f"{name} {kind}" for name in names[24_000:24_800] for kind in ("Group", "Corps", "Brigade")]),
        places=Zipf(names[25_000:28_000]),
        outlets=Zipf([f"{name} {kind}" for name in names[28_000:28_200] for kind in ("Post", "Herald", "News Agency")]),
    )


def _word(chance: random.Random) -> str:
    """Two to four syllables."""
    return "".join(
        chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") + chance.choice(("", "", "n", "r", "l", "s"))
        for _ in range(chance.choice((2, 2, 3, 3, 4)))
    )


@dataclass(frozen=True)
class Fact:
    """What happened, before anybody writes it down."""

    event_type: str
    verb: str
    doer: str
    place: str
    country: str
    figure: int
    unit: str
    about: tuple[str, ...]
    """Words that every teller uses of it."""
    day: date


@dataclass(frozen=True)
class Sentence:
    """A sentence with what it says; a sentence without a fact says nothing that is read."""

    words: tuple[str, ...]
    fact: Fact | None = None
    source: str | None = None
    quoted: bool = False


@dataclass(frozen=True)
class Told:
    """One document before it has offsets."""

    outlet: str
    day: date
    opening: str
    sentences: tuple[Sentence, ...]


def readings(count: int, seed: int = 7) -> Iterator[Reading]:
    """So many readings, story by story."""
    chance = random.Random(seed)
    number = 0
    while number < count:
        for told in _story(world(seed), chance)[: count - number]:
            yield _reading(told, number, chance)
            number += 1


def _story(here: World, chance: random.Random) -> list[Told]:
    """All documents of one story, the first report first."""
    topic = [*here.words.draw(chance, 30), *(chance.choice(here.words.things) for _ in range(12))]
    doers, places = here.bodies.draw(chance, 3), here.places.draw(chance, 2)
    country, start = chance.choice(COUNTRIES), date(2020, 1, 1) + timedelta(days=chance.randrange(DAYS))
    facts = [_fact(topic, doers, places, country, start, chance) for _ in range(chance.randint(10, 16))]
    tellers = min(40, 1 + int(chance.expovariate(1 / (MEAN_TELLERS - 1))))
    made = [_report(here, facts, topic, start, chance)]
    while len(made) < tellers:
        how, day = chance.random(), start + timedelta(days=chance.choice((0, 1, 1, 2, 3, 9)))
        if how < 0.25:
            made.append(_report(here, facts, topic, day, chance))
        elif how < 0.8:
            made.append(_copied(here, chance.choice(made), day, chance))
        else:
            made.append(_retold(here, made[0], facts, topic, day, chance))
    return made


def _fact(
    topic: list[str], doers: list[str], places: list[str], country: str, day: date, chance: random.Random
) -> Fact:
    kind = min(int(chance.expovariate(0.5)), len(TYPES) - 1)
    return Fact(
        event_type=TYPES[kind][0],
        verb=TYPES[kind][1],
        doer=chance.choice(doers),
        place=chance.choice(places),
        country=country,
        figure=chance.choice((20, 50, 100, 200, 300, 500, 1000, chance.randint(11, 9999))),
        unit=chance.choice(UNITS),
        about=tuple(chance.choices(topic, k=5)),
        day=day - timedelta(days=chance.randint(1, 40)),
    )


def _report(here: World, facts: Sequence[Fact], topic: list[str], day: date, chance: random.Random) -> Told:
    """A report in a reporter's own words: most of the facts, and sentences around them."""
    persons = here.persons.draw(chance, 3)
    chosen = [fact for fact in facts if chance.random() < 0.85][:12]
    sentences = [_said(here, fact, chance.choice((None, *persons)), chance) for fact in chosen]
    sentences += [Sentence(_filler(here, topic, chance, 18)) for _ in range(4)]
    chance.shuffle(sentences)
    return Told(here.outlets.draw(chance)[0], day, "", tuple(sentences))


def _said(here: World, fact: Fact, source: str | None, chance: random.Random) -> Sentence:
    """A fact in a sentence of its own wording."""
    kept = [word for word in fact.about if chance.random() < 0.8]
    return Sentence(
        (*kept, *_filler(here, kept or ["dusk"], chance, chance.randint(3, 8))),
        fact,
        source,
        quoted=source is not None and chance.random() < 0.2,
    )


def _filler(here: World, topic: list[str], chance: random.Random, size: int) -> tuple[str, ...]:
    """Little words, words of the topic and any words."""
    drawn = zip(chance.choices(LITTLE, k=size), chance.choices(topic, k=size), here.words.draw(chance, size))  # noqa: B905
    return tuple(chance.choices(options, (9, 5, 6))[0] for options in drawn)


def _copied(here: World, source: Told, day: date, chance: random.Random) -> Told:
    """A report taken over: cut, one time in five with words swapped, one time in ten with a figure changed."""
    kept = [s for s in source.sentences if chance.random() > 0.2] or list(source.sentences)
    if chance.random() < 0.2:
        kept = [_swapped(here, s, chance) for s in kept]
    if chance.random() < 0.1:
        kept = [_miscounted(s, chance) for s in kept]
    opening = f"({source.outlet}) - " if chance.random() < 0.3 else ""
    return Told(here.outlets.draw(chance)[0], max(day, source.day), opening, tuple(kept))


def _swapped(here: World, sentence: Sentence, chance: random.Random) -> Sentence:
    words = tuple(here.words.draw(chance)[0] if chance.random() < 0.08 else word for word in sentence.words)
    return replace(sentence, words=words)


def _miscounted(sentence: Sentence, chance: random.Random) -> Sentence:
    if sentence.fact is None or chance.random() > 0.2:
        return sentence
    return replace(sentence, fact=replace(sentence.fact, figure=sentence.fact.figure * chance.choice((2, 3, 10))))


def _retold(
    here: World, source: Told, facts: Sequence[Fact], topic: list[str], day: date, chance: random.Random
) -> Told:
    """A report in other words that names the outlet it follows."""
    own = _report(here, facts, topic, max(day, source.day), chance)
    return replace(own, opening=f"According to {source.outlet}, this is how it went. ")


def _reading(told: Told, number: int, chance: random.Random) -> Reading:
    """The reading of a document, every span where its words stand."""
    parts, at, placed = [told.opening], len(told.opening), []
    for sentence in told.sentences:
        text = _text(sentence)
        placed.append((sentence, at, text))
        parts.append(text + " ")
        at += len(text) + 1
    text = "".join(parts).rstrip()
    day = Published(start=told.day, end=told.day + timedelta(days=1), precision="day", basis="given")
    document = Document(
        id="doc-" + digest([number, text]), title=f"Report {number}", outlet=told.outlet, published=day, language="en",
        text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )  # fmt: skip
    found = [_claim(document, sentence, start, words, chance) for sentence, start, words in placed if sentence.fact]
    return Reading(
        document=document,
        sentences=tuple(Span(start=start, end=start + len(words), text=words) for _, start, words in placed),
        quotations=tuple(_quotation(start, words) for s, start, words in placed if s.quoted),
        attributions=tuple(attribution for _, attribution in found if attribution),
        mentions=Mentions(
            quantities=tuple(q for claim, _ in found for q in claim.quantities),
            places=tuple(p for claim, _ in found for p in claim.places),
            actors=tuple(
                Mention(span=a.span, entity=a.entity, name=a.value or "", kind="group", form="name")
                for claim, _ in found
                for a in claim.arguments
                if a.entity
            ),
        ),
        claims=tuple(claim for claim, _ in found),
        read_by="made up",
    )


def _text(sentence: Sentence) -> str:
    fact = sentence.fact
    rest = " ".join(sentence.words)
    if fact is None:
        return rest.capitalize() + "."
    said = f"{fact.doer} {fact.verb} {fact.figure} {fact.unit} in {fact.place} {rest}"
    if sentence.source is None:
        return said + "."
    return f"{sentence.source} said: “{said}.”" if sentence.quoted else f"{sentence.source} said that {said}."


def _quotation(start: int, words: str) -> Quotation:
    opened = words.index("“")
    return Quotation(span=Span(start=start + opened, end=start + len(words), text=words[opened:]), depth=0, closed=True)


def _claim(
    document: Document, sentence: Sentence, at: int, words: str, chance: random.Random
) -> tuple[Claim, Attribution | None]:
    """The claim of a sentence, and the attribution that it stands in."""
    fact = sentence.fact
    assert fact is not None

    def span(part: str, after: str = "") -> Span:
        start = at + words.index(part, words.index(after) if after else 0)
        return Span(start=start, end=start + len(part), text=part)

    content = span(words[words.index(fact.doer) :].rstrip(".”"))
    why = (Reason(rule="bench.made_up", detail="the sentence was made to say it", spans=(content,), score=0.9),)
    attribution, chain = None, ()
    if sentence.source:
        chain = (Link(name=sentence.source, kind="named_person", span=span(sentence.source)),)
        attribution = Attribution(
            id="a-" + digest([document.id, at]), source=(chain[0].span,), cue=(span("said"),), content=(content,),
            source_kind="named_person", speech="direct" if sentence.quoted else "indirect",
            voice=Voice(name=sentence.source, kind="named_person", entity="p-" + sentence.source.lower()),
            chain=chain, confidence=0.9, reasons=why,
        )  # fmt: skip
    denied = chance.random() < 0.03
    counted = f"{fact.figure} {fact.unit}"
    pool = Argument(role="recruit_pool", span=span(fact.unit, fact.verb))
    doer = Argument(role="recruiter", span=span(fact.doer), entity=_key(fact.doer), value=fact.doer)
    claim = Claim(
        id="c-" + digest([document.id, at, fact.event_type]),
        gist_id="g-" + digest([fact.event_type, fact.doer, fact.figure]),
        event_type=fact.event_type, trigger=span(fact.verb), content=content,
        sentence=Span(start=at, end=at + len(words), text=words),
        attribution=attribution.id if attribution else None, chain=chain, arguments=(doer, pool),
        quantities=(
            Quantity(low=float(fact.figure), high=float(fact.figure), unit=fact.unit, span=span(counted, fact.verb)),
        ),
        places=(Place(span=span(fact.place, counted), name=fact.place, country=fact.country, precision="town"),),
        period=Period(start=fact.day, end=fact.day + timedelta(days=30), precision="month", basis="stated"),
        factuality="negated" if denied else chance.choices(("asserted", "possible", "planned"), (8, 1, 1))[0],
        polarity="negative" if denied else "positive", confidence=0.8, reasons=why, meaning=_meaning(fact, at),
    )  # fmt: skip
    return claim, attribution


def _meaning(fact: Fact, at: int) -> bytes:
    """As many bytes as a real one has, most of them the verb's own."""
    own = blake2b(fact.verb.encode(), digest_size=24).digest()
    return own + blake2b(f"{fact.place} {at}".encode(), digest_size=8).digest()


def _key(name: str) -> str:
    return name.lower().replace(" ", "-")
