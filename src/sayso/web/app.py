"""The desk: pages over one ledger file, on loopback, behind a token."""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from sayso.errors import SaysoError
from sayso.lexicon.packs import load_packs
from sayso.settings import Settings
from sayso.store.ledger import Ledger
from sayso.web.pages import adding, drawing, judging, reading
from sayso.web.render import environment
from sayso.web.safety import guard


def make_app(ledger: Ledger, *, token: str, settings: Settings) -> FastAPI:
    """The web application on an open ledger; whoever opens it first needs `?token=`."""
    app = FastAPI(title="Sayso desk", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.state.ledger = ledger
    app.state.jobs = {}
    app.state.settings = settings
    app.state.facets = tuple(facet for pack in load_packs(settings.packs) for facet in pack.facets)
    app.middleware("http")(guard(token))
    app.include_router(reading.router)
    app.include_router(judging.router)
    app.include_router(drawing.router)
    app.include_router(adding.router)
    static = Path(str(resources.files("sayso.web") / "static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(SaysoError, _failed)
    return app


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _message(request, error.status_code, str(error.detail))


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return _message(request, 500, f"{error.found} {error.advice}")


def _message(request: Request, code: int, words: str) -> Response:
    """An error in the form that was asked for, with what to do."""
    if request.url.path.endswith(".json") or "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(words, code)
    text = (
        environment()
        .get_template("message.html")
        .render(path=request.url.path, twin=request.url.path, code=code, words_=words)
    )
    return Response(text, code, media_type="text/html")
