"""What an address asks to be masked in a file that is handed on."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Query

from sayso.store.ledger import Ledger
from sayso.views.masking import Masking, asked_for, masking_of
from sayso.web.asking import NotUnderstood

Masks = Annotated[list[str] | None, Query(max_length=4)]
"""What is to be masked: `people` or `all-people`, `places`; empty values, as forms send them, ask for nothing."""


def masking_for(ledger: Ledger, mask: list[str] | None) -> Masking | None:
    """The masking that an address asks for; raises NotUnderstood for what cannot be masked."""
    kinds = [kind for kind in mask or () if kind]
    try:
        return masking_of(ledger, asked_for(",".join(kinds)), at=datetime.now(UTC)) if kinds else None
    except ValueError as error:
        raise NotUnderstood(f"{error}.", ["mask"]) from error
