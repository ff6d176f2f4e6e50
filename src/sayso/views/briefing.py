"""A cited briefing: what is reported, on whose word, and what is not known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.lexicon.facets import Facet
from sayso.lexicon.phrases import interval
from sayso.model import Claim, Derivation, Document, Figure, Grade, Happening, Origin, Proposition, Reading, Relations
from sayso.stages.assess import own_figures
from sayso.stages.picture.entries import DURATIONS
from sayso.views.changes import changes
from sayso.views.figures import firmness_of, ranges, told_apart
from sayso.views.library import Library
from sayso.views.picture import pictures
from sayso.views.records import (
    Briefing,
    Citation,
    CitedSentence,
    DisagreementLine,
    DocumentLine,
    DriveSheet,
    FigureLine,
    FigureSet,
    ReportedLine,
    SourceLine,
    TimelineLine,
    Unknown,
    VoiceLine,
)
from sayso.views.slips import between_voices, changed_by, is_slip
from sayso.views.wording import ORDER, plural

REPORTED_LIMIT = 40
BRIEF_DRIVES = 5
"""Recruitment drives of a briefing at most."""
NOT_SAID = ("asked", "unknown", "planned")
"""Firmness of claims that neither affirm nor deny: questions, demands, warnings, what could not be confirmed."""


def briefing(
    readings: Iterable[Reading],
    relations: Relations,
    *,
    facets: Sequence[Facet],
    grades: Iterable[Grade] = (),
    happenings: Iterable[Happening] = (),
    drives: Iterable[DriveSheet] = (),
    title: str = "Briefing",
    limit: int = REPORTED_LIMIT,
) -> Briefing:
    """Answer every question of a briefing from the ledger's rows; each line carries the citations it rests on."""
    library = Library(readings, relations, grades)
    events = {p: each for each in happenings for p in each.propositions}
    reported = ranked(relations.propositions, frozenset(kind for facet in facets for kind in facet.types))
    sheets = tuple(drives)
    return Briefing(
        title=title,
        documents=tuple(document_line(library, id_) for id_ in library.readings),
        claims=len(library.claims),
        drives=sheets,
        reported=tuple(
            reported_line(library, p, events.get(p.id), number=n) for n, p in enumerate(reported[:limit], start=1)
        ),
        more_reported=max(0, len(reported) - limit),
        pictures=pictures(library, facets, [sheet.line.id for sheet in sheets]),
        figures=tuple(figure_set(library, p) for p in reported if has_range(p.figures)),
        figures_once=told_once(library, reported[:limit]),
        changes=changes(library),
        disagreements=once_each(of_drives(sheets), disagreements(library, relations.propositions)),
        timeline=timeline(library, relations.propositions),
        unknowns=unknowns(library),
        sources=sources(library),
        read_by="; ".join(sorted({r.read_by for r in library.readings.values()})),
    )


def ranked(propositions: Iterable[Proposition], field: frozenset[str] = frozenset()) -> list[Proposition]:
    """Most independent origins first, by the lower end and then the upper; then what several documents tell; then what
    the picture is about (`field`, event types); then most reports."""
    return sorted(
        propositions,
        key=lambda p: (
            -p.origins.at_least,
            -p.origins.at_most,
            p.reports < 2,
            p.event_type not in field,
            -p.reports,
            p.title,
            p.id,
        ),
    )


def firmest(claims: Iterable[Claim]) -> Claim:
    """The claim that commits most."""
    return min(claims, key=lambda c: (ORDER.index(c.factuality), -c.confidence, c.id))


def reported_line(
    library: Library, proposition: Proposition, event: Happening | None = None, *, number: int
) -> ReportedLine:
    """A proposition as a line; `event` is the one that it and others tell of."""
    others = [library.propositions[p] for p in (event.propositions if event else ()) if p in library.propositions]
    grade = library.grades.get((proposition.id, "credibility"))
    behind, denying = sides(library, proposition)
    return ReportedLine(
        number=number,
        proposition=proposition.id,
        title=proposition.title,
        event_type=proposition.event_type,
        factuality=firmest(library.claims[c] for c in proposition.claims).factuality,
        denied=any(c.about in ("polarity", "actor") for c in proposition.contradictions),
        reports=proposition.reports,
        outlets=proposition.outlets,
        origins=proposition.origins,
        origin_names=tuple(dict.fromkeys(origin_name(o) for o in behind)),
        denied_by=tuple(dict.fromkeys(origin_name(o) for o in denying)),
        same_event=tuple(other.title for other in others if other.id != proposition.id),
        period=proposition.period,
        figures_told=told_apart(own_figures(things(proposition.figures), library.changes_of(proposition.documents))),
        credibility=grade.value if grade else None,
        citations=library.cite_claims(proposition.claims),
    )


def sides(library: Library, proposition: Proposition) -> tuple[list[Origin], list[Origin]]:
    """The voices that say it, and those that deny or doubt it and do not say it anywhere; who only asks is neither."""
    against = set(proposition.against)
    saying = {o.id for c in proposition.claims if c not in against and (o := library.origin_of.get(c))}
    denying = {
        o.id for c in against if library.claims[c].factuality not in NOT_SAID and (o := library.origin_of.get(c))
    } - saying
    known = [library.origins[o] for o in proposition.origin_ids if o in library.origins]
    return [o for o in known if o.id in saying], [o for o in known if o.id in denying]


def origin_name(origin: Origin) -> str:
    """How an origin is called, saying when its own report is not held."""
    if origin.kind == "unknown":
        return "origin not told"
    name = origin.name or "unnamed voice"
    if origin.kind == "own_reporting":
        name = f"{name} (own reporting)"
    return name if origin.held else f"{name} (not held)"


def source_name(library: Library, origin: Origin) -> str:
    """How an origin is called in the list of sources, where one that nobody can tell is told from the next by its
    document."""
    documents = {library.document_of[c] for c in origin.claims if c in library.document_of}
    if origin.kind != "unknown" or len(documents) != 1:
        return origin_name(origin)
    (id_,) = documents
    return f"{origin_name(origin)}, in {library.document(id_).outlet or 'document'} [{library.numbers[id_]}]"


def document_line(library: Library, id_: str) -> DocumentLine:
    """A document with where it comes from."""
    reading = library.readings[id_]
    document = reading.document
    place = library.placed.get(id_)
    return DocumentLine(
        id=id_,
        number=library.numbers[id_],
        title=library.title_of(document),
        outlet=document.outlet,
        published=library.published(id_),
        language=document.language,
        url=document.url,
        parent=place.parent if place else None,
        text=document.text,
        sentences=tuple((s.start, s.end) for s in reading.sentences),
        derived_from=tuple(dict.fromkeys(derivations(library, id_))),
        note=next((p.found for p in reading.problems), None),
    )


def derivations(library: Library, id_: str) -> Iterable[str]:
    """How the derivations of a document read."""
    words = {
        "copy": "shares text with",
        "rewrite": "retells",
        "quotation": "shares a quotation with",
        "citation": "cites",
        "credit": "credits",
        "link": "links to",
    }
    for derivation in library.derived.get(id_, ()):
        held = derivation.left is not None and derivation.left in library.numbers
        left = f"[{library.numbers[derivation.left]}]" if held and derivation.left else None
        yield f"{words[derivation.kind]} {left or called(derivation)}"


def called(derivation: Derivation) -> str:
    """How a source that is not in the briefing is called."""
    if derivation.left is not None:
        return f"{derivation.left_name or 'a document'} (not listed here)"
    return f"{derivation.left_name} (not held)" if derivation.left_name else "an unknown document"


def figure_set(library: Library, proposition: Proposition) -> FigureSet:
    """All figures of a proposition, earliest first, with their range: that of the figures which no copy changed."""
    figures = sorted(things(proposition.figures), key=lambda f: (f.published or date.max, f.claim, f.span.start))
    return FigureSet(
        proposition=proposition.id,
        title=proposition.title,
        range="; ".join(ranges(own_figures(figures, library.changes_of(proposition.documents)))) or "not stated",
        figures=tuple(figure_line(library, f) for f in figures),
    )


def told_once(library: Library, propositions: Iterable[Proposition]) -> tuple[FigureSet, ...]:
    """The figures of propositions in which nothing stands beside them to compare them with; "one" of nothing told is
    none."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for proposition in propositions:
        if has_range(proposition.figures):
            continue
        own = tuple(f for f in proposition.figures if tells_much(f) and not told_before(f, seen))
        if things(own):
            found.append(figure_set(library, replace(proposition, figures=own)))
    return tuple(found)


def told_before(figure: Figure, seen: set[tuple[object, ...]]) -> bool:
    """Whether a voice told a figure before, in the same words of one document or as the same number of the same;
    `seen` keeps what was told."""
    keys = [
        (figure.document, figure.span.start),
        (figure.document, figure.origin, figure.low, figure.high, figure.unit),
    ]
    before = any(key in seen for key in keys)
    seen.update(keys)
    return before


def tells_much(figure: Figure) -> bool:
    """Whether a figure tells more than that it was one of those spoken of: "one of them"."""
    return figure.unit is not None or figure.low != 1 or figure.high != 1


def things(figures: Iterable[Figure]) -> list[Figure]:
    """Figures that count people or things: how long something took is nothing to set one report against another by."""
    return [figure for figure in figures if figure.unit not in DURATIONS]


def has_range(figures: Iterable[Figure]) -> bool:
    """Whether two figures count the same thing, so that there is something to compare."""
    units = [figure.unit for figure in things(figures)]
    return any(units.count(unit) > 1 for unit in set(units))


def figure_line(library: Library, figure: Figure) -> FigureLine:
    """One figure with whose it is."""
    origin = library.origins.get(figure.origin) if figure.origin else None
    slip = is_slip(figure, library.changes_of([figure.document]))
    return FigureLine(
        words=figure.span.text,
        reading=interval(figure.low, figure.high, figure.unit),
        firmness=firmness_of(figure),
        origin=changed_by(library.document(figure.document).outlet)
        if slip
        else origin_name(origin)
        if origin
        else "origin not told",
        published=figure.published,
        citation=library.cite(figure.document, figure.span, figure.claim),
    )


def disagreements(library: Library, propositions: Iterable[Proposition]) -> tuple[DisagreementLine, ...]:
    """Contradictions face to face: of fact first, then of time, then of scope."""
    order = {"fact": 0, "update": 1, "scope": 2}
    found = []
    for proposition in propositions:
        for c in between_voices(
            proposition.contradictions, proposition.figures, library.changes_of(proposition.documents)
        ):
            line = DisagreementLine(
                about=c.about,
                difference=c.difference,
                denial=c.denial,
                left=library.cite_claim(c.left),
                right=library.cite_claim(c.right),
                left_by=library.speaker(c.left),
                right_by=library.speaker(c.right),
                left_denies=library.claims[c.left].factuality == "negated",
                right_denies=library.claims[c.right].factuality == "negated",
            )
            found.append(line)
    return tuple(sorted(found, key=lambda d: (order[d.difference], d.about, d.left.document, d.left.start)))


def of_drives(sheets: Iterable[DriveSheet]) -> tuple[DisagreementLine, ...]:
    """What those who tell of the drives disagree on."""
    return tuple(line for sheet in sheets for line in sheet.disagreements)


def once_each(*lists: Iterable[DisagreementLine]) -> tuple[DisagreementLine, ...]:
    """Disagreements of several lists, each pair of claims once: a denial can be one of a drive and of a proposition."""
    found: dict[frozenset[tuple[str, int, int]], DisagreementLine] = {}
    for line in (line for lines in lists for line in lines):
        sides = frozenset((at.document, at.start, at.end) for at in (line.left, line.right))
        found.setdefault(sides, line)
    return tuple(found.values())


def timeline(library: Library, propositions: Iterable[Proposition]) -> tuple[TimelineLine, ...]:
    """Dated propositions, earliest first."""
    lines = [
        TimelineLine(
            period=p.period,
            title=p.title,
            factuality=firmest(library.claims[c] for c in p.claims).factuality,
            origins=p.origins,
            citations=library.cite_claims(p.claims),
        )
        for p in propositions
        if p.period and (p.period.start or p.period.end)
    ]
    return tuple(sorted(lines, key=lambda t: (t.period.start or t.period.end or date.max, t.title)))


def unknowns(library: Library) -> tuple[Unknown, ...]:
    """What the documents leave open, each with where that shows."""
    found = [
        Unknown(
            text=f"{documents(numbers)} not tell {what} {'it was' if len(numbers) == 1 else 'they were'} published."
        )
        for what, numbers in (
            ("by whom", missing(library, lambda document: document.outlet)),
            ("when", missing(library, lambda document: document.published)),
        )
        if numbers
    ]
    for id_, reading in library.readings.items():
        found += [Unknown(text=f"Document [{library.numbers[id_]}] was not read: {p.found}.") for p in reading.problems]
    for origin in library.origins.values():
        if not origin.held and origin.kind in ("outlet", "document") and origin.name:
            found.append(Unknown(text=not_held(origin), citations=library.cite_claims(origin.claims)))
    untraced = [c for o in library.origins.values() if o.kind == "unknown" for c in o.claims]
    if untraced:
        text = f"{plural(len(untraced), 'claim')} cannot be traced to any voice; none of them counts as an origin."
        found.append(Unknown(text=text, citations=library.cite_claims(untraced)))
    return tuple(found)


def not_held(origin: Origin) -> str:
    """That a report or paper is known from others alone; a paper is told by the words that others have for it."""
    if origin.kind == "outlet":
        return f"What {origin.name} reported is known from others only: its own report is not held."
    return f"“{origin.name}” is known from others only: it is not held itself."


def missing(library: Library, told: Callable[[Document], object]) -> list[int]:
    """The numbers of the documents that do not tell something, in order."""
    return sorted(library.numbers[id_] for id_, reading in library.readings.items() if told(reading.document) is None)


def documents(numbers: Sequence[int]) -> str:
    """Documents by number, with the verb's beginning: "Document [3] does", "Documents [3] and [5] do"."""
    *others, last = (f"[{number}]" for number in numbers)
    return f"Documents {', '.join(others)} and {last} do" if others else f"Document {last} does"


def sources(library: Library) -> tuple[SourceLine, ...]:
    """Voices, those that most rests on first."""
    lines = [source_line(library, origin) for origin in library.origins.values() if origin.claims]
    return tuple(sorted(lines, key=lambda s: (-len(s.propositions), -s.claims, s.name, s.origin)))


def source_line(library: Library, origin: Origin) -> SourceLine:
    """A voice with what rests on it."""
    ids = dict.fromkeys(p for c in origin.claims if (p := library.proposition_of.get(c)))
    behind = [library.propositions[p] for p in ids]
    return SourceLine(
        origin=origin.id,
        name=source_name(library, origin),
        kind=origin.kind,
        held=origin.held,
        claims=len(origin.claims),
        propositions=tuple(p.title for p in behind),
        alone=sum(p.origins.at_most == 1 and origin.kind != "unknown" for p in behind),
        citations=library.cite_claims(origin.claims),
    )


def citations(briefing: Briefing) -> Iterator[Citation]:
    """Every citation of a briefing."""
    lists = (briefing.reported, briefing.timeline, briefing.unknowns, briefing.sources)
    yield from (citation for lines in lists for line in lines for citation in line.citations)
    for row in (row for one in briefing.pictures for row in one.rows):
        yield from row.citations
    for told in (told for sheet in briefing.drives for told in cited_lines(sheet)):
        yield from told.citations
    yield from (each.citation for group in (*briefing.figures, *briefing.figures_once) for each in group.figures)
    yield from (citation for change in briefing.changes for citation in (change.was, change.now))
    yield from (citation for each in briefing.disagreements for citation in (each.left, each.right))


def cited_lines(sheet: DriveSheet) -> tuple[VoiceLine | CitedSentence, ...]:
    """What the briefing shows of a drive."""
    return (*sheet.line.voices, *sheet.line.denied_by, *sheet.summary)
