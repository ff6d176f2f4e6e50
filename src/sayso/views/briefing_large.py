"""The briefing of a large ledger: the first lines of each list, from the documents that these rest on alone.

Which lines come first is asked of the ledger, and only the documents behind them are read, so that time and memory go
by the number of lines and not by the size of the ledger. Each list says how many of its lines are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sayso.lexicon.facets import Facet
from sayso.model import Happening, Mentions, Origin, OriginCount, Proposition, Reading, Relations
from sayso.model._record import record
from sayso.run.judged import lean_readings
from sayso.stages.picture import UNSAYABLE
from sayso.stages.picture.entries import DURATIONS
from sayso.store import Ledger, driven, happened
from sayso.store.desk import brief, derivations_of, origin_rows, origins_within, propositions_of, relations_of
from sayso.store.desk.brief import Sort
from sayso.store.desk.origins import OriginRow
from sayso.store.drawn import DrawnEntry
from sayso.store.linking import whole_propositions
from sayso.store.pictured import Pictured, drawn
from sayso.views.briefing import (
    citations,
    disagreements,
    document_line,
    figure_set,
    has_range,
    of_drives,
    once_each,
    origin_name,
    ranked,
    reported_line,
    timeline,
    told_once,
)
from sayso.views.changes import changes
from sayso.views.citing import cite_each
from sayso.views.desk.picture import flow_of
from sayso.views.library import Library
from sayso.views.picture import REST
from sayso.views.records import (
    Briefing,
    DriveSheet,
    FigureSet,
    LeftOut,
    Picture,
    PictureRow,
    ReportedLine,
    SourceLine,
    TimelineLine,
    Unknown,
)
from sayso.views.wording import ORDER, plural

T = TypeVar("T")
L = TypeVar("L", ReportedLine, TimelineLine)
CITED = 4
"""Citations of a line at most, one a document first."""
FIGURES = 12
"""Figures of a proposition at most."""
NAMED = 8
"""Propositions of a source that are named."""
FLOWS = 9
"""Entries of a column of a picture's diagram."""
AT_ONCE = 5000
"""Ids of one question to the ledger."""


def large_briefing(
    ledger: Ledger, facets: Sequence[Facet], *, drives: Sequence[DriveSheet], title: str, limit: int
) -> Briefing:
    """The briefing with at most `limit` lines in each list."""
    field = frozenset(kind for facet in facets for kind in facet.types)
    chosen = Chosen.of(ledger, field, limit)
    library = chosen.library
    totals = ledger.ask(brief.totals)
    pictured, entries = pictures(ledger, facets, [sheet.line.id for sheet in drives], limit)
    held, told = ranked(library.propositions.values(), field), frozenset(chosen.first("figures"))
    changed = changes(library)[:limit]
    chosen_differ = disagreements(library, held)
    differing = once_each(of_drives(drives), chosen_differ)
    open_, more_open = unknowns(ledger, library, totals, limit)
    made = Briefing(
        title=title,
        documents=(),
        claims=totals.claims,
        drives=tuple(drives),
        reported=tuple(
            map(shortened, reported(ledger, library, [library.propositions[p] for p in chosen.first("all")]))
        ),
        more_reported=chosen.counts["all"] - len(chosen.first("all")),
        pictures=pictured,
        figures=tuple(short_set(figure_set(library, p)) for p in held if p.id in told and has_range(p.figures)),
        figures_once=told_once(library, [library.propositions[p] for p in chosen.first("all")]),
        changes=changed,
        disagreements=differing[:limit],
        timeline=tuple(map(shortened, timeline(library, [library.propositions[p] for p in chosen.first("dated")]))),
        unknowns=open_,
        sources=sources(ledger, ledger.ask(origin_rows, limit=limit)),
        read_by="; ".join(totals.read_by),
    )
    made = with_documents(made, ledger, library)
    return replace(
        made,
        left_out=LeftOut(
            limit=limit,
            citations=CITED,
            documents=totals.documents - len(made.documents),
            unread=totals.unread - sum(line.note is not None for line in made.documents),
            entries=entries,
            figures=chosen.counts["figures"] - len(made.figures),
            changes=max(0, totals.changes - len(changed)),
            disagreements=totals.contradictions + len(differing) - len(chosen_differ) - len(differing[:limit]),
            timeline=chosen.counts["dated"] - len(made.timeline),
            unknowns=more_open,
            sources=totals.sources - len(made.sources),
        ),
    )


# --- what is read -----------------------------------------------------------------------------------------------------


@record
class Chosen:
    """The propositions that come first, with the documents behind them."""

    ids: Mapping[Sort, Sequence[str]]
    """Of each sort, in their order."""
    counts: Mapping[Sort, int]
    """How many the ledger has."""
    library: Library

    @classmethod
    def of(cls, ledger: Ledger, field: frozenset[str], limit: int) -> "Chosen":
        """Ask the ledger for them."""
        sorts: tuple[Sort, ...] = ("all", "figures", "disputed", "dated")
        found = {
            sort: ledger.ask(brief.first_propositions, sort, field=field, durations=DURATIONS, most=limit)
            for sort in sorts
        }
        wanted = sorted({id_ for ids, _ in found.values() for id_ in ids})
        return cls(
            ids={sort: ids for sort, (ids, _) in found.items()},
            counts={sort: count for sort, (_, count) in found.items()},
            library=library_of(ledger, wanted, ledger.ask(brief.noted, most=limit)),
        )

    def first(self, sort: Sort) -> Sequence[str]:
        """Ids of the first propositions of a sort."""
        return self.ids[sort]


def library_of(ledger: Ledger, propositions: Sequence[str], beside: Iterable[str]) -> Library:
    """Some propositions with all documents behind them, and other documents beside these."""
    held: list[Proposition] = in_parts(ledger, whole_propositions, propositions)
    documents = sorted({*beside, *(document for each in held for document in each.documents)})
    claims = [claim for each in held for claim in each.claims]
    voices: dict[str, Origin] = {}
    for part in parts(claims):
        ids = {origin for each in held for origin in each.origin_ids}
        for key, origin in ledger.ask(origins_within, sorted(ids), part).items():
            before = voices[key].claims if key in voices else ()
            voices[key] = replace(origin, claims=(*before, *origin.claims))
    placed = [each for part in parts(documents) for each in ledger.ask(relations_of, part).values()]
    relations = Relations(
        documents=tuple(placed),
        derivations=tuple(in_parts(ledger, derivations_of, documents)),
        changes=tuple(in_parts(ledger, brief.changes_in, documents)),
        origins=tuple(voices.values()),
        propositions=tuple(held),
    )
    return Library(readings_of(ledger, documents), relations, in_parts(ledger, brief.grades_among, propositions))


def readings_of(ledger: Ledger, documents: Sequence[str]) -> Iterator[Reading]:
    """The readings of some documents as far as a briefing tells of them."""
    for reading in lean_readings(ledger, documents, problems=True):
        yield replace(reading, attributions=(), quotations=(), mentions=Mentions())


def parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids some at a time."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def in_parts(ledger: Ledger, question: Callable[..., Iterable[T]], ids: Sequence[str]) -> list[T]:
    """What a question about some ids gives, asked for some of them at a time."""
    return [each for part in parts(ids) for each in ledger.ask(question, part)]


# --- lists ------------------------------------------------------------------------------------------------------------


def reported(ledger: Ledger, library: Library, first: Sequence[Proposition]) -> Iterator[ReportedLine]:
    """The first propositions as lines, with the titles of those that tell of the same event."""
    events: dict[str, Happening | None] = {each.id: ledger.ask(happened.event_of, each.id) for each in first}
    others = {p for event in events.values() if event for p in event.propositions} - library.propositions.keys()
    titled = {each.id: each for each in in_parts(ledger, whole_propositions, sorted(others))}
    for number, each in enumerate(first, start=1):
        line = reported_line(library, each, number=number)
        event = events[each.id]
        same = [p for p in (event.propositions if event else ()) if p != each.id]
        known = [library.propositions.get(p) or titled.get(p) for p in same]
        yield replace(line, same_event=tuple(p.title for p in known if p is not None))


def shortened(line: L) -> L:
    """A line with its first citations."""
    return replace(line, citations=line.citations[:CITED])


def short_set(found: FigureSet) -> FigureSet:
    """Figures of a proposition with the first of them."""
    return replace(found, figures=found.figures[:FIGURES], more=len(found.figures[FIGURES:]))


def sources(ledger: Ledger, rows: Sequence[OriginRow]) -> tuple[SourceLine, ...]:
    """The voices that most claims go back to."""
    claims = {row.id: ledger.ask(brief.first_claims, row.id, most=NAMED) for row in rows}
    cited = cite_each(ledger, claims, most=CITED)
    of = ledger.ask(propositions_of, [claim for held in claims.values() for claim in held])
    titles = {each.id: each.title for each in in_parts(ledger, whole_propositions, sorted(set(of.values())))}
    lines = []
    for row in rows:
        named = [titles[p] for p in dict.fromkeys(of[claim] for claim in claims[row.id] if claim in of)]
        origin = Origin(id=row.id, name=row.name, kind=row.kind, held=row.held)  # type: ignore[arg-type]
        name = origin_name(origin) + (f", in {row.told_in}" if row.told_in else "")
        lines.append(
            SourceLine(
                origin=row.id,
                name=name,
                kind=row.kind,
                held=row.held,
                claims=row.claims,
                propositions=tuple(named),
                more_propositions=row.propositions - len(named),
                alone=0 if row.kind == "unknown" else row.alone,
                citations=cited[row.id],
            )
        )
    return tuple(lines)


def unknowns(ledger: Ledger, library: Library, totals: brief.Totals, limit: int) -> tuple[tuple[Unknown, ...], int]:
    """What the documents leave open, and how much of it is left out."""
    found = [
        Unknown(text=f"{plural(count, 'document')} {'does' if count == 1 else 'do'} not tell {what}.")
        for what, count in (
            ("who published it" if totals.without_outlet == 1 else "who published them", totals.without_outlet),
            ("when it was published" if totals.without_day == 1 else "when they were published", totals.without_day),
        )
        if count
    ]
    for document in islice((r.document for r in library.readings.values() if r.problems), limit):
        told = next(iter(library.readings[document.id].problems)).found
        found.append(Unknown(text=f"{library.title_of(document)} ({document.id}) was not read: {told}."))
    unread = sum(bool(r.problems) for r in library.readings.values())
    others, count = ledger.ask(brief.not_held, most=limit)
    cited = cite_each(
        ledger, {each.origin: ledger.ask(brief.first_claims, each.origin, most=CITED) for each in others}, most=CITED
    )
    for each in others:
        text = f"The report of {each.name} that others cite is not held; what it says is known from them only."
        found.append(Unknown(text=text, citations=cited[each.origin]))
    if totals.untraced:
        text = f"{plural(totals.untraced, 'claim')} cannot be traced to any voice; none of them counts as an origin."
        some = ledger.ask(brief.untraced_claims, most=CITED)
        found.append(Unknown(text=text, citations=cite_each(ledger, {"": some}, most=CITED)[""]))
    return tuple(found), count - len(others) + totals.unread - min(unread, limit)


def pictures(
    ledger: Ledger, facets: Sequence[Facet], drives: Sequence[str], limit: int
) -> tuple[tuple[Picture, ...], int]:
    """A picture of each drive that is shown and one of recruiting beside them, and how many entries are left out."""
    held = ledger.ask(driven.claims_of)
    elsewhere = frozenset(claim for each in held if each.id in drives for claim in each.claims)
    shown = [(each.id, each.title, each.claims, False) for each in held if each.id in drives]
    asked: list[tuple[str | None, str, frozenset[str], bool]] = [*shown, (None, REST if shown else "", elsewhere, True)]
    made, more = [], 0
    for key, title, claims, rest in asked:
        of = Pictured(claims=claims, documents=ledger.ask(driven.documents_of, claims), rest=rest)
        rows, flows, totals = ledger.ask(
            drawn,
            {one.name: one.drawn for one in facets},
            of=of,
            since=None,
            until=None,
            only=None,
            limit=limit,
            offset=0,
            entries=FLOWS,
            unsayable=UNSAYABLE,
        )
        more += sum(totals.values()) - len(rows)
        if rows:
            lines = tuple(picture_rows(ledger, rows))
            made.append(Picture(drive=key, title=title, rows=lines, flows=tuple(map(flow_of, flows))))
    return tuple(made), more


def picture_rows(ledger: Ledger, rows: Sequence[DrawnEntry]) -> Iterator[PictureRow]:
    """Entries as lines with their citations."""
    cited = cite_each(ledger, {str(n): [c.claim for c in row.cited] for n, row in enumerate(rows)}, most=CITED)
    for number, row in enumerate(rows):
        yield PictureRow(
            facet=row.facet,
            name=row.name,
            reports=row.reports,
            origins=OriginCount(at_least=row.at_least, at_most=row.at_most),
            firmness=tuple(f for f in ORDER if f in row.firmness),
            citations=cited[str(number)],
        )


# --- documents --------------------------------------------------------------------------------------------------------


def with_documents(made: Briefing, ledger: Ledger, library: Library) -> Briefing:
    """The briefing with the documents that its lines cite, numbered by their days."""
    cited = {citation.document for citation in citations(made)}
    missing = sorted(cited - library.readings.keys())
    placed = [each for part in parts(missing) for each in ledger.ask(relations_of, part).values()]
    derived = tuple(in_parts(ledger, derivations_of, missing))
    listed = Library(
        [*(library.readings[id_] for id_ in cited & library.readings.keys()), *readings_of(ledger, missing)],
        Relations(
            documents=(*library.relations.documents, *placed), derivations=(*library.relations.derivations, *derived)
        ),
    )
    return replace(made, documents=tuple(document_line(listed, id_) for id_ in listed.readings))
