"""Web addresses as inputs, and what they gave."""

from sayso.model import Problem
from sayso.model._record import record


@record
class Address:
    """A web address that a person asked to be read."""

    url: str


@record
class Fetched:
    """What an address gave."""

    url: str
    """Where it was found in the end, after redirects."""
    data: bytes = b""
    charset: str | None = None
    """Encoding that the server named; None when it named none."""
    problem: Problem | None = None
    """Why there is nothing; None when there is."""


def is_address(given: str) -> bool:
    """Whether an input is a web address and no path.

    >>> is_address("https://example.org/a"), is_address("articles/https")
    (True, False)
    """
    return given.lower().startswith(("http://", "https://"))
