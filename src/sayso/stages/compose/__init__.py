"""Put values, sources and identity to events: from what the words say to claims."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.lexicon.packs import Pack
from sayso.model import Attribution, Claim, Event, Mentions, Parsed, Reason, Span, span_of
from sayso.stages.compose.arguments import argument_of, bare, inside, spoken
from sayso.stages.compose.denying import Denying, chain_of_denied, denials_in, denied_in
from sayso.stages.compose.figures import Figures, assign_figures
from sayso.stages.compose.identity import claim_id, gist_id
from sayso.stages.compose.meaning import meaning_of
from sayso.stages.compose.mixed import is_mixed, own_counts, uncounted
from sayso.stages.compose.naming import counts_something
from sayso.stages.compose.sources import innermost
from sayso.stages.compose.timing import is_ahead

__all__ = ["compose"]


def compose(
    parsed: Parsed,
    events: tuple[Event, ...],
    attributions: tuple[Attribution, ...],
    mentions: Mentions,
    packs: Sequence[Pack] = (),
    *,
    encoder: Any = None,
) -> tuple[Claim, ...]:
    """One claim for each event that is sure enough for its pack, in text order of triggers, with its chain of sources.

    Figures, money, places and periods go to the event whose scope or participant holds them, each to one event only.
    Events inside an attribution that claims nothing ("declined to comment on") give no claim.

    With an encoder each claim keeps what its trigger means, by which claims of one happening are found.

    Method and known mistakes: docs/method/extract.md.
    """
    text = parsed.document.text
    counted = replace(mentions, quantities=tuple(q for q in mentions.quantities if counts_something(q, text)))
    assigned = assign_figures(events, without_sources(counted, attributions, deeds_in(events, packs)))
    least = {kind.name: pack.least_confidence for pack in reversed(packs) for kind in pack.types}
    denials = denials_in(events, attributions, mentions, parsed)
    claims = []
    for event, figures in zip(events, assigned, strict=True):
        source = innermost(event.trigger, attributions, parsed, [a.span for a in event.arguments])
        if source is not None and source.claims_nothing:
            continue
        if _doubted(event, source) < least.get(event.event_type, 0.0):
            continue
        claim = _claim(parsed, event, figures, source, mentions)
        denial = denied_in(event, denials)
        claims.append(claim if denial is None else _on_deniers_word(claim, denial))
    made = tuple({claim.id: claim for claim in claims}.values())
    if encoder is None or not made:
        return made
    encoded = encoder.run(parsed.document.text, parsed.paragraphs)
    return tuple(replace(claim, meaning=meaning_of(claim.trigger, encoded)) for claim in made)


def deeds_in(events: Sequence[Event], packs: Sequence[Pack]) -> tuple[Event, ...]:
    """The events that are no acts of speech: whoever does them is counted, also where their verb is read as a cue."""
    speech = {kind.name for pack in packs for kind in pack.types if kind.speech_act}
    return tuple(event for event in events if event.event_type not in speech)


def without_sources(mentions: Mentions, attributions: Sequence[Attribution], deeds: Sequence[Event] = ()) -> Mentions:
    """The mentions without the figures and places of sources ("three generals in Oslo said"): none of what is claimed.

    A figure of those who do something is kept where their verb is read as a cue ("300 men have signed contracts").
    A place inside the longer name of a body ("Border Guard of Norway") tells whose it is, not where something happened.
    """
    named = [span for a in attributions for span in (*a.source, *a.cue) if not _is_claimed(span, attributions)]
    cues = [cue for a in attributions for cue in a.cue]
    done = [a.span for deed in deeds if any(deed.trigger.overlaps(cue) for cue in cues) for a in deed.arguments]
    kept = tuple(
        q
        for q in mentions.quantities
        if not any(span.overlaps(q.span) for span in named) or any(span.overlaps(q.span) for span in done)
    )
    bodies = [m.span for m in mentions.actors if m.form == "name" and m.kind != "nationality"]
    places = tuple(
        p
        for p in mentions.places
        if not any(span.overlaps(p.span) for span in named)
        and not any(body.covers(p.span) and len(body.text) > len(p.span.text) for body in bodies)
    )
    return replace(mentions, quantities=kept, places=places)


def _is_claimed(span: Span, attributions: Sequence[Attribution]) -> bool:
    """Whether a source stands in the content of another attribution: then it is spoken of ("10,000 may be eager")."""
    return any(content.covers(span) for a in attributions for content in a.content)


def _claim(parsed: Parsed, event: Event, figures: Figures, source: Attribution | None, mentions: Mentions) -> Claim:
    document = parsed.document
    quoted = any(q.span.covers(event.trigger) for q in parsed.quotations if not q.scare)
    led = (argument_of(raw, mentions.actors, mentions.places) for raw in event.arguments)
    arguments = tuple(
        inside(spoken(bare(argument, parsed.doc), source, quoted), event.sentence, parsed.doc) for argument in led
    )
    if is_mixed(event, document.text):
        arguments = tuple(uncounted(argument, mentions.quantities, document.text) for argument in arguments)
        figures = replace(figures, quantities=own_counts(event, figures.quantities))
    return Claim(
        id=claim_id(document.id, event, arguments, source),
        gist_id=gist_id(event, arguments, figures),
        event_type=event.event_type,
        trigger=event.trigger,
        content=content_of(event, document.text),
        sentence=event.sentence,
        attribution=source.id if source else None,
        chain=source.chain if source else (),
        arguments=arguments,
        quantities=figures.quantities,
        money=figures.money,
        places=figures.places,
        period=None if is_ahead(event, figures.period, document.published) else figures.period,
        sort=event.sort,
        factuality=event.factuality,
        polarity=event.polarity,
        layers=event.layers,
        hedges=event.hedges,
        confidence=confidence_of(event, source),
        reasons=(*event.reasons, *figures.reasons, _source_reason(source)),
    )


def _on_deniers_word(claim: Claim, denial: Denying) -> Claim:
    """A claim that somebody denies, on his word."""
    chain = chain_of_denied(claim.chain, denial)
    if chain == claim.chain:
        return claim
    why = Reason(
        rule="compose.denier", detail=f"denied by {denial.by.name}", spans=(denial.event.trigger, denial.by.span)
    )
    return replace(claim, chain=chain, reasons=(*claim.reasons, why))


def confidence_of(event: Event, source: Attribution | None) -> float:
    """The chance that a claim is right: that of the event, times that of its attribution where it has one."""
    return round(event.confidence * (source.confidence if source else 1.0), 3)


def _doubted(event: Event, source: Attribution | None) -> float:
    """What a pack's least confidence is held against: the claim's confidence, but where no words name the source
    ("were told", "reportedly") that of the event alone, as nothing is put down to anybody who may not have said it."""
    return event.confidence if source is not None and not source.source else confidence_of(event, source)


def content_of(event: Event, text: str) -> Span:
    """The clause from its first to its last word: the hull of trigger, participants and scope, within the sentence."""
    spans = [event.trigger, *(a.span for a in event.arguments), *event.scope]
    inside = [s for s in spans if event.sentence.covers(s)] or [event.trigger]
    return span_of(text, min(s.start for s in inside), max(s.end for s in inside))


def _source_reason(source: Attribution | None) -> Reason:
    if source is None:
        return Reason(rule="compose.own_voice", detail="no attribution's content holds the trigger")
    return Reason(
        rule="compose.attribution",
        detail=f"innermost attribution whose content holds the trigger, said by {source.voice.name or 'nobody named'}",
        spans=(*source.source, *source.cue),
        score=source.confidence,
    )
