"""What reads and writes records as JSON, built once a type and never by two threads at once."""

from functools import cache
from threading import RLock
from typing import Any

from pydantic import TypeAdapter

BUILDING = RLock()
"""Building one parses the source for the docstrings under the fields. Python before 3.11.5, Debian 12's among them,
breaks with "AST constructor recursion depth mismatch" when two threads parse at once (CPython issue 106905)."""


def adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a type; the same one each time."""
    with BUILDING:
        return _built(kind)


@cache
def _built(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
