"""The ledger that a page is answered from."""

from typing import Annotated

from fastapi import Depends, Request

from sayso.store.ledger import Ledger


def ledger_of(request: Request) -> Ledger:
    """The ledger of this desk."""
    ledger: Ledger = request.app.state.ledger
    return ledger


Held = Annotated[Ledger, Depends(ledger_of)]
