"""The method on one screen: read one document, relate many."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.lexicon.packs import Pack
from sayso.model import (
    Attribution,
    Claim,
    Document,
    Happening,
    Mentions,
    Problem,
    Proposition,
    Reading,
    Relations,
    Sameness,
    Span,
)
from sayso.stages.annotate import annotate, paragraphs_of
from sayso.stages.attribute import attribute
from sayso.stages.compose import compose
from sayso.stages.extract import extract
from sayso.stages.link import link
from sayso.stages.link.claims.headline import entitle
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.events.happenings import find_happenings
from sayso.stages.link.link import link_and_tell
from sayso.stages.link.over import Over, in_turn
from sayso.stages.normalise import normalise
from sayso.tools import Tools
from sayso.tools.ahead import ahead


def read(document: Document, tools: Tools) -> Reading:
    """Find who says what in one document.

    No clock, network or database: the same document and tools give the same reading, in any process.
    A document that is not in English is returned unread, with a Problem that says so.
    """
    if document.language != "en":
        return unread(document, tools)
    # Both run at once: spaCy's string store, which would grow for ever, is emptied when the zone ends.
    with tools.nlp.memory_zone(), ahead(tools.encoder, document.text, paragraphs_of(document)) as encoder:
        parsed = annotate(document, tools.nlp)
        mentions = normalise(parsed, gazetteer=tools.gazetteer, aliases=tools.aliases)
        attributions = attribute(parsed, mentions, cues=tools.cues, encoder=encoder, threshold=tools.threshold)
        events = extract(parsed, attributions, mentions, packs=tools.packs, encoder=encoder)
        claims = compose(parsed, events, attributions, mentions, tools.packs, encoder=encoder)
    return Reading(
        document=document,
        sentences=parsed.sentences,
        quotations=parsed.quotations,
        attributions=attributions,
        mentions=mentions,
        claims=claims,
        problems=silence(document, parsed.sentences, attributions, claims),
        read_by=tools.read_by,
    )


def relate(readings: Iterable[Reading], packs: Sequence[Pack] = (), decided: Sameness | None = None) -> Relations:
    """Find what stands between documents: copies, citations, same claims, origins, contradictions, changed figures.

    `decided` is what people said of which claims say the same, and wins.
    The packs give propositions their titles; without them a title is the words of a claim. Of many
    readings keep only what relating looks at (`sayso.stages.link.slim`).
    """
    held = tuple(readings)
    return titled(link(held, decided=decided), held, packs)


def relate_and_tell(
    readings: Sequence[Reading],
    packs: Sequence[Pack] = (),
    decided: Sameness | None = None,
    over: Over = in_turn,
) -> tuple[Relations, Mapping[str, Subject], Mapping[str, DriveReport]]:
    """As `relate` but for the recruitment drives, and what these are worked out from: a ledger keeps that, and works
    out those that are touched when more documents come (`sayso.run.drives`). `over` is how things that do not rest on
    each other are worked through."""
    linked = link_and_tell(readings, decided=decided, over=over)
    relations, subjects, reports = linked.relations, linked.subjects, linked.reports
    del linked  # and with it all that was worked out of each text
    return titled(relations, readings, packs, over), subjects, reports


def happenings(
    readings: Sequence[Reading],
    propositions: Sequence[Proposition],
    decided: Sameness | None = None,
    over: Over = in_turn,
) -> tuple[Happening, ...]:
    """Find which propositions tell of one happening, as people decided where they did. Changes none of them; nothing
    else rests on it."""
    return find_happenings(readings, propositions, decided=decided, over=over)


def titled(relations: Relations, readings: Sequence[Reading], packs: Sequence[Pack], over: Over = in_turn) -> Relations:
    """The relations with the titles that the packs give their propositions."""
    phrases = {kind.name: kind.phrase for pack in reversed(packs) for kind in pack.types}
    return entitle(relations, readings, phrases, over)


def silence(
    document: Document, sentences: Sequence[Span], attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> tuple[Problem, ...]:
    """Why a reading is empty; nothing for one that is not: an empty result without a reason looks like a failure."""
    if attributions or claims:
        return ()
    many = f"{len(sentences)} sentences were read; none says"
    found = f"{many if len(sentences) > 1 else '1 sentence was read; it does not say'} what the domain packs know of"
    if not sentences:
        found = "no sentence was found outside captions, tables and boilerplate"
    problem = Problem(
        severity="note",
        code="read.nothing",
        where=document.given_id or document.id,
        found=found,
        advice="Look at the text; another domain pack may know the words (setting `packs`).",
    )
    return (problem,)


def unread(document: Document, tools: Tools) -> Reading:
    """The reading of a document whose language Sayso does not read: empty, and it says so."""
    told = f"the text is in `{document.language}`"
    if document.language == "und":
        told = "no language was recognised, as of a text that is very short or no prose"
    problem = Problem(
        severity="warning",
        code="read.language",
        where=document.given_id or document.id,
        found=f"{told}; only English is read",
        advice="The document is kept and can be searched; give a translation as a document of its own to have it read.",
    )
    return Reading(document=document, mentions=Mentions(), problems=(problem,), read_by=tools.read_by)
