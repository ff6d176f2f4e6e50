"""Getting bytes: from files, folders and web addresses."""

from typing import Any

from sayso.retrieve.address import Address, Fetched, is_address
from sayso.retrieve.folder import Item, load, shown, walk

__all__ = ["Address", "Fetched", "Item", "is_address", "load", "shown", "visit", "walk"]


def __getattr__(name: str) -> Any:
    """`visit` is imported when it is first used: the HTTP client costs half a second that files do not need."""
    if name == "visit":
        from sayso.retrieve.web import visit

        return visit
    raise AttributeError(name)
