"""The list of propositions, and one with its origins, wordings, figures and contradictions."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Change, Contradiction, Derivation, Figure, Judgement, Origin, OriginCount, Proposition
from sayso.model._record import record
from sayso.stages.assess import remaining
from sayso.stages.judge import CLAIM, EVENT, about_claims, taken_back
from sayso.store import desk, happened
from sayso.store.ledger import Ledger
from sayso.views.desk.because import GradeWords, grade_words, why_counted
from sayso.views.desk.claims import Card, cards
from sayso.views.desk.events import Event, event_of
from sayso.views.desk.paging import Paging
from sayso.views.desk.people import claim_rows
from sayso.views.slips import between_voices, changed_by, is_slip

CHOICES = 100
"""Other propositions of a type that are offered to be chosen from."""


@record
class PropositionsPage:
    """A page of propositions."""

    text: str | None
    event_type: str | None
    disputed: bool
    rows: tuple[desk.PropositionRow, ...]
    paging: Paging


@record
class Branch:
    """A node of the origin tree: an origin, or a document that hands its claims on."""

    kind: str
    """`origin` or `document`."""
    id: str | None
    """Origin or document id; None for one that is not held."""
    name: str
    state: str
    """`held`, `not held` or `unknown`."""
    how: str
    """How it came from the node above: kind of derivation, or empty at the root."""
    evidence: str
    """The words that show it; empty when it is the date alone."""
    claims: tuple[str, ...]
    """Ids of the proposition's claims in this document."""
    below: "tuple[Branch, ...]" = ()


@record
class Pair:
    """A contradiction with both cards."""

    contradiction: Contradiction
    left: Card
    right: Card


@record
class FigureRow:
    """A figure with its origin's name and its document's title."""

    figure: Figure
    origin: str
    title: str
    outlet: str | None
    """None when it cannot be told."""


@record
class OriginCard:
    """An origin of the proposition."""

    origin: Origin
    """With its claims in this proposition only."""
    claims: tuple[str, ...]
    """Those of the proposition."""
    denies: bool
    """Whether all of these deny it, doubt it or only ask: it is none of the origins that are counted."""
    withdrawn: bool
    """Whether the reader has unticked it."""


@record
class PropositionPage:
    """One proposition."""

    proposition: Proposition
    counted: OriginCount
    """Independent origins without those that were unticked."""
    reports: int
    """Reports that still make the claim then."""
    outlets: int
    """Outlets of those reports."""
    origins: tuple[OriginCard, ...]
    tree: tuple[Branch, ...]
    cards: tuple[Card, ...]
    """A page of its claims."""
    paging: Paging
    """Of the cards."""
    pairs: tuple[Pair, ...]
    figures: tuple[FigureRow, ...]
    changes: tuple[Change, ...]
    why: tuple[str, ...]
    """Why so many origins are counted, and why its claims are one, in sentences."""
    grades: tuple[GradeWords, ...]
    """By each profile; empty when not assessed."""
    decided: tuple[Judgement, ...]
    """What people decided about which claims say the same as its own, and what took that back, oldest first."""
    undone: tuple[str, ...]
    """Ids of those that were taken back."""
    others: tuple[desk.PropositionRow, ...]
    """Propositions of its type, to be chosen from as saying the same."""
    of_event: tuple[Judgement, ...]
    """What people decided about the event that it tells of, and what took that back, oldest first."""
    happens: bool
    """Whether any of its claims tells of something that happens: a state is no event."""
    event: Event | None
    """The event that it and other propositions tell of; None where no other one does."""
    event_waits: bool
    """Whether one of its documents waits to be held against its story for events."""


def propositions_page(
    ledger: Ledger, *, text: str | None, event_type: str | None, disputed: bool, limit: int, offset: int
) -> PropositionsPage:
    """Propositions, most independent origins first."""
    rows = ledger.ask(
        desk.proposition_rows,
        text=text,
        event_type=event_type,
        disputed=disputed,
        limit=limit + 1,
        offset=offset,
    )
    filtered = bool(text or event_type or disputed)
    total = offset + len(rows) if filtered else ledger.ask(desk.count_propositions)
    paging = Paging(total=total, limit=limit, offset=offset)
    return PropositionsPage(text=text, event_type=event_type, disputed=disputed, rows=rows[:limit], paging=paging)


def proposition_page(
    ledger: Ledger, key: str, *, without: Sequence[str] = (), limit: int = 50, offset: int = 0
) -> PropositionPage | None:
    """One proposition, its numbers without the origins that were unticked; None when there is none with this id."""
    found = ledger.ask(desk.proposition, key)
    if found is None:
        return None
    told = where_told(ledger, found.claims)
    origins = ledger.ask(desk.origins_within, found.origin_ids, found.claims)
    of = {claim: o for o in origins.values() for claim in o.claims if claim in told}
    against = set(found.against)
    supporting = [c for c in found.claims if c not in against]
    left = [c for c in supporting if c not in of or of[c].id not in without]
    counted = {of[c].id: of[c] for c in supporting if c in of}
    derivations = ledger.ask(desk.derivations_of, found.documents)
    grades = ledger.ask(desk.grades_of, key)
    all_judged = ledger.ask(desk.judgements_by, ("same", "not_same", "undo"))
    judged, of_event = (about_claims(all_judged, frozenset(found.claims), of) for of in (CLAIM, EVENT))
    others = ledger.ask(desk.proposition_rows, event_type=found.event_type, limit=CHOICES + 1)
    here = found.claims[offset : offset + limit]
    changes = ledger.ask(desk.changes_of, found.documents, found.claims)
    differing = between_voices(found.contradictions, found.figures, changes)
    sides = [key for c in differing for key in (c.left, c.right)]
    shown = {card.claim.id: card for card in cards(ledger, claim_rows(ledger, [*here, *sides]))}
    return PropositionPage(
        proposition=found,
        counted=recount(found.origins, counted.values(), without),
        reports=len({told[c].document for c in left if c in told}) if without else found.reports,
        outlets=len({o for c in left if c in told and (o := told[c].outlet)}) if without else found.outlets,
        origins=tuple(
            OriginCard(
                origin=o,
                claims=tuple(c for c in o.claims if c in told),
                denies=o.id not in counted,
                withdrawn=o.id in without,
            )
            for o in origins.values()
        ),
        tree=tree(found, origins.values(), told, derivations),
        cards=tuple(shown[key] for key in here if key in shown),
        paging=Paging(total=len(found.claims), limit=limit, offset=offset),
        pairs=face_to_face(differing, shown),
        figures=tuple(figure_row(f, origins, told, changes) for f in found.figures),
        changes=changes,
        why=why_counted(found.origins, found.reasons),
        grades=tuple(grade_words(g) for g in grades),
        decided=judged,
        undone=tuple(sorted(taken_back((*judged, *of_event)))),
        of_event=of_event,
        happens=any(card.claim.sort != "state" for card in shown.values()),
        others=tuple(row for row in others if row.id != key),
        event=event_of(ledger, key),
        event_waits=ledger.ask(happened.waits, found.documents),
    )


def proposition_now(ledger: Ledger, key: str) -> str | None:
    """The proposition that the one of this id has become: that in which its earliest claim now is."""
    claim = "c-" + key.removeprefix("p-")
    return ledger.ask(desk.propositions_of, [claim]).get(claim)


def where_told(ledger: Ledger, claims: Sequence[str]) -> dict[str, desk.Told]:
    """Claim id -> where it stands, those that people added too."""
    told = ledger.ask(desk.where_told, claims)
    added = claim_rows(ledger, [key for key in claims if key not in told])
    return told | {
        row.claim.id: desk.Told(document=row.document, title=row.title or row.document, outlet=row.outlet)
        for row in added
    }


def face_to_face(contradictions: Sequence[Contradiction], shown: Mapping[str, Card]) -> tuple[Pair, ...]:
    """Contradictions with the cards of both sides."""
    return tuple(
        Pair(contradiction=c, left=shown[c.left], right=shown[c.right])
        for c in contradictions
        if c.left in shown and c.right in shown
    )


def recount(whole: OriginCount, origins: Iterable[Origin], without: Sequence[str]) -> OriginCount:
    """The interval when some origins are withdrawn.

    Counted as `sayso impact` counts: an outlet through which another voice is known lowers nothing.
    """
    if not without:
        return whole
    known = [o for o in origins if o.kind != "unknown"]
    gone = [o.name or o.id for o in known if o.id in without]
    return remaining(whole, gone, [o.name or o.id for o in known if o.id not in without])


def figure_row(
    figure: Figure, origins: Mapping[str, Origin], told: Mapping[str, desk.Told], changes: Sequence[Change]
) -> FigureRow:
    """A figure with names; one that a copy changed is that outlet's."""
    origin = origins.get(figure.origin or "")
    place = told.get(figure.claim)
    whose = (origin.name if origin else None) or "unknown origin"
    return FigureRow(
        figure=figure,
        origin=changed_by(place.outlet if place else None) if is_slip(figure, changes) else whose,
        title=place.title if place else figure.document,
        outlet=place.outlet if place else None,
    )


def tree(
    proposition: Proposition,
    origins: Iterable[Origin],
    told: Mapping[str, desk.Told],
    derivations: Sequence[Derivation],
) -> tuple[Branch, ...]:
    """Who took it from whom: origins at the root, documents below the origin or the document they took it from."""
    parents: dict[str, Derivation] = {}
    held = set(proposition.documents)
    for derivation in sorted(derivations, key=lambda d: -d.score):
        if derivation.left in held and derivation.left != derivation.right:
            parents.setdefault(derivation.right, derivation)
    made = []
    for origin in origins:
        claims = [c for c in origin.claims if c in told]
        documents = list(dict.fromkeys(told[c].document for c in claims))
        inside = set(documents)
        roots = [d for d in documents if (p := parents.get(d)) is None or p.left not in inside]
        below = tuple(branch(d, claims, told, parents, inside, frozenset()) for d in roots)
        state = "unknown" if origin.kind == "unknown" else "held" if origin.held else "not held"
        made.append(
            Branch(
                kind="origin", id=origin.id, name=origin.name or "unknown origin", state=state, how="",
                evidence="", claims=tuple(claims), below=below,
            )
        )  # fmt: skip
    return tuple(made)


def branch(
    document: str,
    claims: Sequence[str],
    told: Mapping[str, desk.Told],
    parents: Mapping[str, Derivation],
    inside: set[str],
    above: frozenset[str],
) -> Branch:
    """A document and those that took it from there; `above` breaks cycles."""
    path = above | {document}
    children = [
        d for d, p in parents.items() if p.left == document and d in inside and d not in path
    ]  # fmt: skip
    came = parents.get(document)
    own = tuple(c for c in claims if told[c].document == document)
    first = told[own[0]] if own else None
    outlet = f" ({first.outlet})" if first and first.outlet else ""
    return Branch(
        kind="document",
        id=document,
        name=(first.title if first else document) + outlet,
        state="held",
        how=came.kind if came and came.left in above else "",
        evidence=came.evidence[0].right.text[:200] if came and came.evidence and came.left in above else "",
        claims=own,
        below=tuple(branch(d, claims, told, parents, inside, path) for d in children),
    )
