"""The desk: pages over one ledger file, on loopback, behind a token."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from sayso.errors import SaysoError
from sayso.lexicon.packs import load_packs
from sayso.model.adapters import adapter
from sayso.run.drawing import facets_id
from sayso.run.relating import lacks_events
from sayso.settings import Settings
from sayso.store import load
from sayso.store.asked import ClaimFilter
from sayso.store.ledger import Ledger
from sayso.store.picture_rows import waiting
from sayso.views.desk.claims import ClaimsPage, claims_page
from sayso.views.desk.documents import DocumentsPage, ReaderPage
from sayso.views.desk.entities import EntitiesPage, EntityPage
from sayso.views.desk.events import EventPage, EventsPage
from sayso.views.desk.overview import Overview
from sayso.views.desk.picture import PicturePage
from sayso.views.desk.propositions import PropositionPage, PropositionsPage
from sayso.views.desk.sources import OriginPage, SourcesPage
from sayso.web.asking import NotUnderstood, unreadable, without
from sayso.web.pages import adding, drawing, handing, judging, reading, removing
from sayso.web.relating import Relating
from sayso.web.render import environment
from sayso.web.safety import guard

PAGES = (
    ClaimsPage, DocumentsPage, ReaderPage, EntitiesPage, EntityPage, EventPage, EventsPage, Overview, PicturePage,
    PropositionPage, PropositionsPage, OriginPage, SourcesPage, adding.AddPage,
)  # fmt: skip
"""Records of the pages: their JSON twins are written by adapters built when the desk opens."""


def prepare() -> None:
    """Compile what the first visitor of each page would wait for: templates, and readers and writers of records."""
    made = environment()
    for name in made.list_templates():
        made.get_template(name)
    load.prepare()
    for record in PAGES:
        adapter(record)


@asynccontextmanager
async def closing(app: FastAPI) -> AsyncIterator[None]:
    """Draw what waits for it, as in a ledger of an older version; at the end let a relating that has begun end too.

    Claims are asked for once before anybody does it, so that what their columns need lies in memory for the first page.
    """
    for route in app.routes:  # FastAPI builds what reads a route's parameters when an address is first looked for
        route.matches({"type": "http", "method": "GET", "path": "/", "root_path": "", "headers": []})
    undrawn = app.state.ledger.ask(waiting, facets_id(app.state.facets))
    if undrawn or (app.state.settings.events and lacks_events(app.state.ledger)):
        app.state.relating.ask("older")
    claims_page(app.state.ledger, ClaimFilter())
    yield
    app.state.relating.wait()


def make_app(ledger: Ledger, *, token: str, settings: Settings) -> FastAPI:
    """The web application on an open ledger; whoever opens it first needs `?token=`."""
    app = FastAPI(lifespan=closing, title="Sayso desk", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    prepare()
    app.state.ledger = ledger
    app.state.jobs = {}
    app.state.settings = settings
    packs = load_packs(settings.packs)
    app.state.relating = Relating(ledger, settings)
    app.state.event_types = tuple(sorted({kind.name for pack in packs for kind in pack.types}))
    app.state.roles = tuple(sorted({role for pack in packs for kind in pack.types for role in kind.roles}))
    app.state.facets = tuple(facet for pack in packs for facet in pack.facets)
    app.middleware("http")(guard(token))
    app.include_router(reading.router)
    app.include_router(judging.router)
    app.include_router(removing.router)
    app.include_router(drawing.router)
    app.include_router(adding.router)
    app.include_router(handing.router)
    mount_static(app)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(SaysoError, _failed)
    return app


def mount_static(app: FastAPI) -> None:
    """Serve the style, the scripts and the land of the map."""
    static = Path(str(resources.files("sayso.web") / "static"))
    app.mount("/static", StaticFiles(directory=static), name="static")


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    again = without(request, error.names) if isinstance(error, NotUnderstood) and request.method == "GET" else None
    return _message(request, error.status_code, str(error.detail), again)


def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return _refused(request, unreadable(error.errors()))


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return _message(request, 500, f"{error.found} {error.advice}")


def came_from(request: Request) -> str | None:
    """The page of the desk that a form was sent from, so that a refused judgement does not lose one's place."""
    sender = urlsplit(request.headers.get("referer", ""))
    if request.method != "POST" or sender.netloc != request.url.netloc:
        return None
    return sender.path + (f"?{sender.query}" if sender.query else "")


def _message(request: Request, code: int, words: str, again: str | None = None) -> Response:
    """An error in the form that was asked for, with what to do; `again` is an address that works."""
    if request.url.path.endswith((".json", ".csv")) or "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(words, code)
    text = (
        environment()
        .get_template("message.html")
        .render(
            path=request.url.path,
            twin=request.url.path,
            code=code,
            words_=words,
            again=again,
            back=came_from(request),
            relating=None,
            me="",
            here="/",
        )
    )
    return Response(text, code, media_type="text/html")
