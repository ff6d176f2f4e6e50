"""The smallest real things to test with."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from sayso.lexicon.packs import Pack
from sayso.model import (
    Argument,
    Attribution,
    Block,
    Change,
    Claim,
    Contradiction,
    Derivation,
    Document,
    DocumentRelation,
    Figure,
    Layer,
    Link,
    Mention,
    Mentions,
    Money,
    Origin,
    OriginCount,
    Parsed,
    Passage,
    Period,
    Place,
    Problem,
    Proposition,
    Published,
    Quantity,
    Quotation,
    Reading,
    Reason,
    Relations,
    Span,
    Voice,
    digest,
)


def make_document(text: str, **fields: Any) -> Document:
    """A document in English whose paragraphs are the lines of `text`."""
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    values = {"id": "doc-" + digest(text), "language": "en", "text": text, "blocks": blocks} | fields
    return Document(**values)


def make_parsed(text: str, nlp: Any, **fields: Any) -> Parsed:
    """The same, parsed."""
    from sayso.stages.annotate import annotate

    return annotate(make_document(text, **fields), nlp)


def spans(text: str, words: str) -> Span:
    """The first place where the words stand in the text."""
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


RECRUITERS = (
    "Afghan commandos may join the war, generals say\n"
    "Recruiters offered the men $1,500 a month in Iran last month, a former general told the Daily Example. "
    "As many as 10,000 men may be eager to go."
)
"""A made-up report that has a claim with every part."""


def make_claim(document: Document, attribution: str | None = None, **fields: Any) -> Claim:
    """A claim of a document whose text is that of `RECRUITERS`, with every field filled."""
    at = partial(spans, document.text)
    why = (Reason(rule="extract.offer", detail="offer + money", spans=(at("offered"),), score=0.9),)
    values = {
        "id": "c-" + digest([document.id, attribution, "offered"]),
        "gist_id": "g-" + digest("offer"),
        "event_type": "OFFER",
        "trigger": at("offered"),
        "content": at("Recruiters offered the men $1,500 a month in Iran last month"),
        "sentence": at(document.text.split("\n")[1].split(". ")[0] + "."),
        "attribution": attribution,
        "chain": (Link(name="former general", kind="unnamed_military", span=at("a former general")),),
        "arguments": (
            Argument(role="recruiter", span=at("Recruiters"), entity=None, value=None),
            Argument(role="recruit_pool", span=at("the men"), entity="afghan-commandos", value="Afghan commandos"),
        ),
        "quantities": (Quantity(low=None, high=10000, unit="man", span=at("As many as 10,000 men"), reasons=why),),
        "money": (Money(low=1500, high=1500, currency="USD", span=at("$1,500 a month"), per="month"),),
        "places": (
            Place(span=at("Iran"), name="Iran", geonames_id=130758, lat=32.0, lon=53.0, country="IR",
                  precision="country", role="location"),
        ),
        "period": Period(start=date(2022, 9, 1), end=date(2022, 10, 1), precision="month", basis="stated",
                         span=at("last month")),
        "factuality": "asserted",
        "polarity": "positive",
        "layers": (Layer(factuality="possible", sort="modal", span=at("may")),),
        "hedges": (at("may"),),
        "confidence": 0.75,
        "reasons": why,
        "meaning": bytes([0, 127, 129, 255] * 8),
    }  # fmt: skip
    return Claim(**(values | fields))


def make_reading(text: str = RECRUITERS, *, claims: int = 1, **fields: Any) -> Reading:
    """A reading of `RECRUITERS` or of that with more words after it; `fields` are the document's."""
    day, after = date(2022, 10, 25), date(2022, 10, 26)
    published = Published(start=day, end=after, precision="day", basis="given", zone="+04:30")
    known = {"outlet": "Daily Example", "title": "Commandos", "published": published}
    return reading_of(make_document(text, **(known | fields)), claims=claims)


def reading_of(document: Document, *, claims: int = 1) -> Reading:
    """A reading of a document whose text holds that of `RECRUITERS`."""
    at = partial(spans, document.text)
    source = Voice(
        name="former general", kind="unnamed_military", former=True, anonymous=True, antecedent=None, knows="told",
        anonymity_reason=at("a former general"), count=1,
    )  # fmt: skip
    attribution = Attribution(
        id="a-" + digest([document.id, "told"]),
        source=(at("a former general"),),
        cue=(at("told"),),
        content=(at("Recruiters offered the men $1,500 a month in Iran last month"),),
        source_kind="unnamed_military",
        speech="indirect",
        voice=source,
        chain=(Link(name="former general", kind="unnamed_military", span=at("a former general")),),
        confidence=0.8,
        reasons=(Reason(rule="attribute.test", detail="told"),),
    )
    made = [
        make_claim(document, attribution.id, **({} if n == 0 else {"id": "c-" + digest([document.id, n])}))
        for n in range(claims)
    ]
    one = make_claim(document)
    return Reading(
        document=document,
        sentences=tuple(spans(document.text, line) for line in document.text.split("\n") if line.strip()),
        quotations=(Quotation(span=at("the men"), depth=0, closed=True),),
        attributions=(attribution,),
        mentions=Mentions(
            quantities=one.quantities,
            money=one.money,
            periods=(one.period,) if one.period else (),
            places=one.places,
            actors=(Mention(span=at("the men"), entity=None, name="men", kind="group", form="nominal"),),
        ),
        claims=tuple(made),
        problems=(
            Problem(severity="note", code="test.note", where=document.id, found="f", advice="a", span=at("men")),
        ),
        read_by="test 1",
    )


def make_relations(*readings: Reading) -> Relations:
    """Relations that name every reading: all copies of the first, one proposition over all claims."""
    first = readings[0].document
    at = partial(spans, first.text)
    claims = tuple(claim for reading in readings for claim in reading.claims)
    origin = Origin(
        id="o-" + digest(first.id), name="Daily Example", kind="outlet", document=first.id, held=True,
        claims=tuple(claim.id for claim in claims),
    )  # fmt: skip
    rows = tuple(
        DocumentRelation(
            document=reading.document.id, cluster=first.id, origin=origin.id,
            parent=None if reading.document is first else first.id,
        )
        for reading in readings
    )  # fmt: skip
    derivations = tuple(
        Derivation(left=first.id, left_name=None, right=reading.document.id, kind="copy", score=0.9,
                   evidence=(Passage(left=at("the men"), right=at("the men")),))
        for reading in readings[1:]
    )  # fmt: skip
    changes = tuple(
        Change(parent=first.id, child=reading.document.id, was=at("10,000"), now=at("10,000"), what="figure")
        for reading in readings[1:]
    )
    figure = Figure(low=None, high=10000, unit="man", span=at("10,000"), claim=claims[0].id, document=first.id,
                    published=date(2022, 10, 25), factuality="possible", origin=origin.id)  # fmt: skip
    proposition = Proposition(
        id="p-" + digest(claims[0].id),
        title="Recruiters offered money",
        event_type="OFFER",
        claims=tuple(claim.id for claim in claims),
        documents=tuple(reading.document.id for reading in readings),
        reports=len(readings),
        outlets=1,
        origins=OriginCount(at_least=1, at_most=1, reasons=(Reason(rule="assess.test", detail="one voice"),)),
        origin_ids=(origin.id,),
        figures=(figure,),
        contradictions=(
            Contradiction(left=claims[0].id, right=claims[-1].id, about="figure", difference="fact", denial=True),
        ),
        period=claims[0].period,
    )
    return Relations(
        documents=rows, derivations=derivations, changes=changes, origins=(origin,), propositions=(proposition,)
    )


def naming_all(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """Packs that name every participant, also those in doubt: for tests of the rules that find them."""
    return tuple(replace(pack, least_role=0.0) for pack in packs)
