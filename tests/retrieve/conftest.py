"""A web site on this machine."""

from collections.abc import Iterator

import pytest

from website import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Empty; a test puts its pages in."""
    with serving() as made:
        yield made
