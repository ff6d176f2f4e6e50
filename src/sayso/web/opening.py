"""A ledger of an older version is brought to this one while the desk already answers, and every page says so.

What pages are answered from is worked out anew in one transaction: until it ends there is nothing to show that would
not be half of the truth. So every address, the overview first, gives how far it is, and the desk itself afterwards.
"""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from threading import Lock

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import SaysoError
from sayso.web.render import environment
from sayso.web.safety import guard

log = structlog.get_logger(__name__)
Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


class Opening:
    """An application that becomes another one, which `work` makes: slowly, telling its progress."""

    def __init__(self, work: Callable[[Progress], FastAPI], *, token: str) -> None:
        self._work, self._lock, self._stack = work, Lock(), AsyncExitStack()
        self._waiting: ASGIApp = waiting_app(self, token)
        self._made: FastAPI | None = None
        self._task: asyncio.Task[None] | None = None
        self.done, self.total = 0, 0
        self.failed: str | None = None
        """Why there will be no desk; None while there may be."""

    def progress(self, done: int, total: int) -> None:
        """What `work` tells."""
        with self._lock:
            self.done, self.total = done, total

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the one or the other."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await (self._made or self._waiting)(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        """Begin the work when the server starts; end what the desk has begun when it stops."""
        await receive()
        self._task = asyncio.create_task(self._open())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._task
        await self._stack.aclose()
        await send({"type": "lifespan.shutdown.complete"})

    async def _open(self) -> None:
        try:
            made = await asyncio.to_thread(self._work, self.progress)
            await self._stack.enter_async_context(made.router.lifespan_context(made))
            self._made = made
        except SaysoError as error:
            self.failed = f"{error.found} {error.advice}"
            log.error("the ledger was not brought to this version", error=str(error))
        except Exception as error:  # a bug must show on the page, or it would seem to work for ever
            self.failed = f"This is a mistake in Sayso, please report it: {type(error).__name__}: {error}"
            log.exception("the ledger was not brought to this version")


def waiting_app(opening: Opening, token: str) -> FastAPI:
    """What answers until then: behind the same token, the style of the desk and one page for every address."""
    from sayso.web.app import mount_static

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(guard(token))
    mount_static(app)

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    def say(request: Request, path: str) -> Response:
        headers = {"Retry-After": "2"}
        if path.endswith((".json", ".csv")):
            return PlainTextResponse(words_of(opening), 503, headers=headers)
        text = environment().get_template("opening.html").render(opening=opening, words_=words_of(opening))
        return HTMLResponse(text, 503, headers=headers)

    return app


def words_of(opening: Opening) -> str:
    """How far it is."""
    if opening.failed:
        return f"The ledger could not be brought to this version of Sayso: {opening.failed}"
    far = f" {opening.done:,} of {opening.total:,} documents are done." if opening.total else ""
    return f"This ledger is of an older version. What its pages are answered from is being worked out anew.{far}"
