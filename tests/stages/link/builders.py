"""Readings made by hand: documents whose claims, sources and figures are stated by the test."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sayso.model import (
    Argument,
    Attribution,
    Claim,
    Document,
    Link,
    Mentions,
    Money,
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
from sayso.pipeline import read
from sayso.stages.ingest import ingest
from sayso.stages.link import link
from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.voices.describing import description
from sayso.stages.link.voices.teller import Teller


def on(day: str) -> Published:
    """Published that day."""
    start = date.fromisoformat(day)
    return Published(start=start, end=start + timedelta(days=1), precision="day", basis="given")


def document(name: str, text: str, *, day: str | None = None, outlet: str | None = None, **fields: Any) -> Document:
    """A document of that id."""
    values: dict[str, Any] = {"published": on(day) if day else None, "outlet": outlet, "language": "en"} | fields
    return Document(id=name, text=text, **values)


def at(text: str, words: str) -> Span:
    """The first place of some words."""
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


Role = tuple[str, str, str | None]
"""Role, words, entity id or None."""


def claim(
    of: Document,
    words: str,
    trigger: str,
    *,
    event_type: str = "RECRUIT",
    chain: Sequence[tuple[str, str]] = (),
    roles: Sequence[Role] = (),
    figure: tuple[float | None, float | None, str] | None = None,
    money: tuple[float | None, float | None, str, str] | None = None,
    **fields: Any,
) -> Claim:
    """A claim made by `words`; `chain` has (name as written, kind), `roles` (role, words, entity id).

    `figure` is (low, high, unit) and stands where the first digits of `words` do; `money` adds its words.
    """
    content = at(of.text, words)
    links = tuple(Link(name=name, kind=kind, span=at(of.text, name)) for name, kind in chain)  # type: ignore[arg-type]
    arguments = tuple(Argument(role=r, span=at(of.text, w), entity=e, value=w) for r, w, e in roles)
    quantities: tuple[Quantity, ...] = ()
    if figure is not None:
        found = re.search(r"(?:up to |at least |as many as )?\d[\d,]*(?: to \d[\d,]*)?", words)
        assert found is not None
        quantities = (Quantity(low=figure[0], high=figure[1], unit=figure[2], span=at(of.text, found.group())),)
    amounts = (Money(low=money[0], high=money[1], currency=money[2], span=at(of.text, money[3])),) if money else ()
    values: dict[str, Any] = {"factuality": "asserted", "polarity": "positive", "confidence": 0.9} | fields
    return Claim(
        id="c-" + digest([of.id, content.start, event_type, list(chain)]),
        gist_id="g-" + digest([event_type, words]),
        event_type=event_type,
        trigger=Span(
            start=content.start + words.index(trigger),
            end=content.start + words.index(trigger) + len(trigger),
            text=trigger,
        ),
        content=content,
        sentence=content,
        chain=links,
        arguments=arguments,
        quantities=quantities,
        money=amounts,
        **values,
    )


def recruiting(name: str, words: str, trigger: str, *roles: Role, men: float | None = None) -> Gist:
    """A claim of recruiting in a document of that name, of so many men."""
    figure = (men, men, "man") if men is not None else None
    return gist_of(claim(document(name, words + "."), words, trigger, roles=roles, figure=figure), name)


def reading(of: Document, *claims: Claim, voices: Sequence[Voice] = ()) -> Reading:
    """A reading with an attribution for each claim that has a chain, and the quotations of the text."""
    attributions, made = [], []
    described = {voice.name: voice for voice in voices}
    for each in claims:
        if not each.chain:
            made.append(each)
            continue
        inner = each.chain[-1]
        voice = described.get(inner.name) or Voice(name=inner.name, kind=inner.kind)
        attribution = Attribution(
            id="a-" + each.id,
            source=(inner.span,),
            cue=(inner.span,),
            content=(each.content,),
            source_kind=voice.kind,
            speech="indirect",
            voice=voice,
            chain=each.chain,
            confidence=0.9,
        )
        attributions.append(attribution)
        made.append(replace(each, attribution=attribution.id))
    quotations = tuple(
        Quotation(span=Span(start=m.start(), end=m.end(), text=m.group()), depth=0, closed=True)
        for m in re.finditer(r"“[^”]*”", of.text)
    )
    return Reading(
        document=of,
        quotations=quotations,
        attributions=tuple(attributions),
        mentions=Mentions(),
        claims=tuple(made),
        read_by="by hand",
    )


def teller(name: str, kind: str, **fields: Any) -> Teller:
    """A voice of that name."""
    values: dict[str, Any] = {
        "via": None,
        "sort": "",
        "document": "d",
        "reason": Reason(rule="test", detail=""),
    } | fields
    words = description(name) if kind in ("unnamed", "document") else frozenset[str]()
    return Teller(**({"id": f"o-{name}", "kind": kind, "name": name, "words": words} | values))


def related(tools: Any, *texts: str, days: tuple[str, ...] = ("2026-01-05", "2026-01-07")) -> Relations:
    """What is found between texts of several outlets, read as they would be."""
    rows = [
        {"id": str(n), "outlet": f"Outlet {n}", "published": day, "title": f"Report {n}", "text": text}
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    lines = "\n".join(map(json.dumps, rows)).encode()
    return link(tuple(read(d, tools) for d, _ in ingest(lines, name="a.jsonl", max_bytes=10**6).documents))
