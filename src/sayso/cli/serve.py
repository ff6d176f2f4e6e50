"""`sayso serve`: the desk in a browser."""

import secrets
import webbrowser
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import LedgerPath, ledger_place, settings
from sayso.cli.output import careful

if TYPE_CHECKING:
    import socket

    import uvicorn
    from fastapi import FastAPI
    from starlette.types import ASGIApp

    from sayso.store import Ledger
    from sayso.web.opening import Progress


@careful
def serve(
    given: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The ledger, as with --ledger.", show_default=False)
    ] = None,
    ledger: LedgerPath = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 for any free one.")] = 8017,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the start link in a browser.")] = False,
) -> None:
    """Open the desk: read, check and correct what the ledger holds, in a browser on this machine only."""
    import socket

    from sayso.errors import SaysoError
    from sayso.store import Ledger

    where = ledger_place(given or ledger)
    with socket.socket() as listener, ExitStack() as stack:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError as error:
            raise SaysoError(
                f"port {port} cannot be used: {error.strerror}.",
                where="sayso serve",
                advice="Another desk may be open; name another port with --port, or 0 for any free one.",
                code="serve.port",
            ) from error
        token = secrets.token_urlsafe(24)
        link = f"http://127.0.0.1:{listener.getsockname()[1]}/?token={token}"
        if Ledger.is_older(where):  # the desk answers at once, and says how far it is
            app: ASGIApp = later(where, token, stack)
        else:
            app = desk(stack.enter_context(Ledger.open(where, create=False)), token)
        announcing(app, link, browser=browser).run(sockets=[listener])


def desk(ledger: "Ledger", token: str) -> "FastAPI":
    """The desk on an open ledger."""
    import gc

    from sayso.web.app import make_app

    app = make_app(ledger, token=token, settings=settings())
    gc.collect()
    gc.freeze()  # what is loaded by now stays: looking through it for garbage would cost a page 50 ms now and then
    return app


def later(where: str, token: str, stack: ExitStack) -> "ASGIApp":
    """The desk on a ledger of an older version, which is brought to this one behind it."""
    from sayso.store import Ledger
    from sayso.web.opening import Opening

    def work(progress: "Progress") -> "FastAPI":
        return desk(stack.enter_context(Ledger.open(where, create=False, progress=progress)), token)

    return Opening(work, token=token)


def announcing(app: "ASGIApp", link: str, *, browser: bool) -> "uvicorn.Server":
    """A server that says its link once it accepts connections, and not before."""
    import uvicorn

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: "list[socket.socket] | None" = None) -> None:
            await super().startup(sockets)
            if self.should_exit:
                return
            said = "The desk is open on this machine. Start link (keep it to yourself):"
            print(f"{said}\n\n  {link}\n\nCtrl-C closes it.", flush=True)
            if browser:
                webbrowser.open(link)

    return Announcing(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
