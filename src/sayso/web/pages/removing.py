"""A document taken out at the desk: its words are gone, a trace stays."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sayso.views.desk.printed import forget_printed
from sayso.web.ledgers import Held

router = APIRouter()


@router.post("/removals")
def remove(
    request: Request,
    ledger: Held,
    document: Annotated[str, Form(max_length=100)],
    reason: Annotated[str, Form(max_length=2000)] = "",
    sure: Annotated[str, Form(max_length=10)] = "",
    by: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Remove a document for good; 400 without a reason or the tick that says that the person is sure."""
    name = by.strip() or request.cookies.get("sayso_name", "").strip() or "me"
    if not reason.strip() or not sure:
        raise HTTPException(400, "A document is removed with a reason, and when you tick that you are sure.")
    request.app.state.relating.wait()  # it reads the document just now, and would be refused what it found
    if ledger.remove(document, by=name, reason=reason.strip()) is None:
        raise HTTPException(404, "The ledger holds no document with this id.")
    forget_printed()
    clean = ledger.clean()
    request.app.state.relating.ask("removed")
    if not clean:
        raise HTTPException(
            409,
            "The document is removed. Another program has the ledger open, so some of its words may still stand in the "
            f"log of writes: close it, then run `sayso remove {document} --reason again`.",
        )
    return RedirectResponse("/documents", 303)
