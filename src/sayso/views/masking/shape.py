"""What fields of records hold: words of a text or codes of ours, and of which document."""

from dataclasses import fields
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from sayso.model.claim import Argument, RawArgument

CODES = {
    "event_type", "country", "side", "language", "currency", "facet", "rule", "profile", "read_by", "media_type",
    "sha256",
}  # fmt: skip
"""Fields that hold codes of ours, not words of a text."""
CODED = {(Argument, "role"), (RawArgument, "role")}
"""The same, in one record only."""
OF_DOCUMENT = ("id", "document", "documents", "parent", "child", "left", "right")
"""Fields by which a record tells the documents that it is of."""


@cache
def is_coded(kind: type, name: str) -> bool:
    """Whether a field of a record holds codes.

    >>> from sayso.model import Claim
    >>> is_coded(Claim, "factuality"), is_coded(Claim, "content")
    (True, False)
    """
    return name in CODES or (kind, name) in CODED or _is_literal(get_type_hints(kind)[name])


def _is_literal(hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return True
    return any(_is_literal(part) for part in get_args(hint))


def documents_of(value: Any) -> tuple[str, ...]:
    """Ids of the documents that a record is of; empty where it does not say."""
    found: list[str] = []
    names = {field.name for field in fields(value)}
    for name in OF_DOCUMENT:
        held = getattr(value, name) if name in names else None
        held = getattr(held, "id", held)
        found += [key for key in (held if isinstance(held, tuple) else (held,)) if _is_document(key)]
    return tuple(dict.fromkeys(found))


def _is_document(key: Any) -> bool:
    return isinstance(key, str) and key.startswith("doc-")
