"""Python's search for circles of objects, put off while millions of records are built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for circles inside: records hold none, and walking over all of them again and again takes a sixth of
    the time of relating a hundred thousand documents. Memory is freed as ever when nothing refers to it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
