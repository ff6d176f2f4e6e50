"""Pages to look at: overview, documents, claims, propositions, events, sources, entities."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from pydantic import BeforeValidator

from sayso.model import Factuality
from sayso.store import desk
from sayso.store.asked import ClaimFilter, Credibility, Order, Reliability, Review
from sayso.store.ledger import Ledger
from sayso.views.desk.claims import claims_page
from sayso.views.desk.documents import documents_page, reader_page
from sayso.views.desk.drives import drive_page, drives_page
from sayso.views.desk.entities import entities_page, entity_page
from sayso.views.desk.events import event_page, events_page
from sayso.views.desk.export import claims_csv
from sayso.views.desk.overview import overview
from sayso.views.desk.people import claim_row
from sayso.views.desk.propositions import proposition_now, proposition_page, propositions_page
from sayso.views.desk.sources import origin_page, sources_page
from sayso.web.asking import NotUnderstood, check_known, check_sources, understood
from sayso.web.ledgers import Held
from sayso.web.pages.charts import charts
from sayso.web.pages.masks import Masks, masking_for
from sayso.web.render import answer

router = APIRouter(dependencies=[Depends(understood)])
T = TypeVar("T")

PAGE_ROWS = 50
DRIVES = 20
"""Recruitment drives a page: each is shown with its leading voices."""
MOST_ROWS = 200
"""So many claims a page at most; all of them at once are given as CSV, which is written while it is sent."""


Words = Annotated[str | None, Query(max_length=200)]
Empty = BeforeValidator(lambda value: value or None)
"""Forms send fields that were left empty; they ask for nothing."""
Day = Annotated[date | None, Empty]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def found(page: T | None, what: str) -> T:
    """The page; 404 when there is none."""
    if page is None:
        raise HTTPException(404, f"The ledger holds no {what} with this id. Reading again can give rows new ids.")
    return page


def check_type(request: Request, ledger: Ledger, event_type: str | None) -> None:
    """Raise NotUnderstood for an event type that neither the domain packs nor the ledger's claims know."""
    if event_type and event_type.upper() not in request.app.state.event_types:
        known = sorted({*request.app.state.event_types, *ledger.ask(desk.event_types)})
        check_known("event_type", event_type.upper(), known)


VISIT = timedelta(minutes=30)
"""After so long away, a person is back on a new visit."""


@router.get("/")
@router.get("/index.json")
def show_overview(request: Request, ledger: Held) -> Response:
    """What the ledger holds, what is new since the last visit, what is open."""
    now = datetime.now(UTC)
    seen, since = moment(request, "sayso_seen"), moment(request, "sayso_since")
    if seen and now - seen > VISIT:
        since = seen
    response = answer(request, "overview.html", overview(ledger, since))
    for name, at in (("sayso_seen", now), ("sayso_since", since)):
        if at:
            response.set_cookie(name, at.isoformat(), max_age=31_536_000, httponly=True, samesite="strict")
    return response


def moment(request: Request, cookie: str) -> datetime | None:
    """A time kept in a cookie; None without."""
    try:
        at = datetime.fromisoformat(request.cookies.get(cookie, ""))
    except ValueError:
        return None
    return at if at.tzinfo else None


@router.get("/documents")
@router.get("/documents.json")
def show_documents(request: Request, ledger: Held, text: Words = None, offset: Offset = 0) -> Response:
    """Documents by date, or those that hold some words."""
    page = documents_page(ledger, text=text or None, limit=PAGE_ROWS, offset=offset)
    return answer(request, "documents.html", page)


@router.get("/documents/{key}")
@router.get("/documents/{key}.json")
def show_document(request: Request, ledger: Held, key: str) -> Response:
    """The reader; 410 for a document that was removed, with when, by whom and why."""
    page = reader_page(ledger, key)
    removal = None if page else ledger.removal_of(key)
    if removal:
        day = f"{removal.at.day} {removal.at:%B %Y}"
        raise HTTPException(410, f"This document was removed on {day} by {removal.by}. Reason: {removal.reason}")
    return answer(request, "reader.html", found(page, "document"))


@router.get("/claims")
@router.get("/claims.json")
@router.get("/claims.csv")
def show_claims(
    request: Request,
    ledger: Held,
    text: Words = None,
    actor: Words = None,
    event_type: Words = None,
    place: Words = None,
    source: Words = None,
    outlet: Words = None,
    factuality: Annotated[Factuality | None, Empty] = None,
    credibility: Annotated[Credibility | None, Empty] = None,
    reliability: Annotated[Reliability | None, Empty] = None,
    since: Day = None,
    until: Day = None,
    reviewed: Annotated[Review | None, Empty] = None,
    order: Order = "date",
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = PAGE_ROWS,
    offset: Offset = 0,
    mask: Masks = None,
) -> Response:
    """Claims by search and facets, a page at a time; as `/claims.csv` all that the filter asks for. What is saved can
    be masked, the page cannot."""
    check_type(request, ledger, event_type)
    if mask and not request.url.path.endswith((".csv", ".json")):
        raise NotUnderstood("`mask` is for what is saved: `/claims.csv` and `/claims.json`.", ["mask"])
    masking = masking_for(ledger, mask)
    wanted = ClaimFilter(
        text=text or None, actor=actor or None, event_type=event_type or None, place=place or None,
        source=source or None, outlet=outlet or None, factuality=factuality, credibility=credibility,
        reliability=reliability, since=since, until=until, reviewed=reviewed, order=order, limit=limit, offset=offset,
    )  # fmt: skip
    if request.url.path.endswith(".csv"):
        headers = {"Content-Disposition": 'attachment; filename="claims.csv"'}
        made = claims_csv(ledger, wanted, masking)
        return StreamingResponse(made, media_type="text/csv; charset=utf-8", headers=headers)
    asked = [(key, value) for key, value in request.query_params.multi_items() if value and key != "offset"]
    return answer(request, "claims.html", claims_page(ledger, wanted), masking=masking, asked=asked)


@router.get("/claims/{key}")
def show_claim(ledger: Held, key: str) -> Response:
    """One claim: the reader, at its words. A permanent address, even of a claim that was read otherwise later."""
    row = claim_row(ledger, key)
    if row is not None:
        return RedirectResponse(f"/documents/{row.document}#{key}", 303)
    judged = found(next((j for j in ledger.judgements(key) if j.document), None), "claim")
    return RedirectResponse(f"/documents/{judged.document}#{key}", 303)


@router.get("/evidence/{key}")
def show_evidence(ledger: Held, key: str) -> Response:
    """The bytes a document came as, to be saved and never opened in the page: they are somebody else's markup."""
    document = found(ledger.document(key), "document")
    data = ledger.bytes_of(document)
    if data is None or document.evidence is None:
        raise HTTPException(404, "This document came without a file.")
    name = quote(document.evidence.name)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


@router.get("/propositions")
@router.get("/propositions.json")
def show_propositions(
    request: Request,
    ledger: Held,
    text: Words = None,
    event_type: Words = None,
    disputed: bool = False,
    offset: Offset = 0,
) -> Response:
    """Propositions, most independent origins first."""
    check_type(request, ledger, event_type)
    page = propositions_page(
        ledger, text=text or None, event_type=event_type or None, disputed=disputed, limit=PAGE_ROWS, offset=offset
    )
    return answer(request, "propositions.html", page)


@router.get("/propositions/{key}")
@router.get("/propositions/{key}.json")
def show_proposition(
    request: Request,
    ledger: Held,
    key: str,
    without: Annotated[list[str] | None, Query()] = None,
    offset: Offset = 0,
) -> Response:
    """One proposition; `without` names origins that are withdrawn for the sake of argument."""
    page = proposition_page(ledger, key, without=without or (), limit=PAGE_ROWS, offset=offset)
    if page is None and (now := proposition_now(ledger, key)):
        ending = ".json" if request.url.path.endswith(".json") else ""
        return RedirectResponse(f"/propositions/{now}{ending}", 303)
    page = found(page, "proposition")
    check_sources(without or (), [one.origin.id for one in page.origins])
    return answer(request, "proposition.html", page, charts=charts(page.figures, page.changes))


@router.get("/drives")
@router.get("/drives.json")
def show_drives(request: Request, ledger: Held, offset: Offset = 0) -> Response:
    """Recruitment drives, those of most reports first."""
    return answer(request, "drives.html", drives_page(ledger, limit=DRIVES, offset=offset))


@router.get("/drives/{key}")
@router.get("/drives/{key}.json")
def show_drive(
    request: Request, ledger: Held, key: str, without: Annotated[list[str] | None, Query()] = None
) -> Response:
    """One recruitment drive; `without` names voices that are withdrawn for the sake of argument."""
    page = found(drive_page(ledger, key, request.app.state.facets, without=without or ()), "recruitment drive")
    check_sources(without or (), page.without)
    return answer(request, "drive.html", page)


@router.get("/events")
@router.get("/events.json")
def show_events(request: Request, ledger: Held, text: Words = None, offset: Offset = 0) -> Response:
    """Events that several propositions tell of, those told in most documents first."""
    page = events_page(ledger, text=text or None, limit=PAGE_ROWS, offset=offset)
    return answer(request, "events.html", page)


@router.get("/events/{key}")
@router.get("/events/{key}.json")
def show_event(request: Request, ledger: Held, key: str) -> Response:
    """One event with its propositions and what brought them together."""
    return answer(request, "event.html", found(event_page(ledger, key), "event"))


@router.get("/sources")
@router.get("/sources.json")
def show_sources(request: Request, ledger: Held, text: Words = None, offset: Offset = 0) -> Response:
    """Voices and origins."""
    return answer(request, "sources.html", sources_page(ledger, text=text or None, limit=PAGE_ROWS, offset=offset))


@router.get("/sources/{key}")
@router.get("/sources/{key}.json")
def show_source(request: Request, ledger: Held, key: str, offset: Offset = 0) -> Response:
    """One origin with what rests on it."""
    page = found(origin_page(ledger, key, limit=PAGE_ROWS, offset=offset), "origin")
    return answer(request, "source.html", page)


@router.get("/entities")
@router.get("/entities.json")
def show_entities(request: Request, ledger: Held, text: Words = None, offset: Offset = 0) -> Response:
    """Entities, those with most claims first."""
    page = entities_page(ledger, text=text or None, limit=PAGE_ROWS, offset=offset)
    return answer(request, "entities.html", page)


@router.get("/entities/{key}")
@router.get("/entities/{key}.json")
def show_entity(request: Request, ledger: Held, key: str) -> Response:
    """One entity with its names and claims."""
    return answer(request, "entity.html", found(entity_page(ledger, key), "entity"))
