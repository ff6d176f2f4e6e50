"""Files, folders, web addresses and standard input as documents."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import SaysoError
from sayso.model import Ingested, Problem
from sayso.retrieve import Address, Item, is_address, load, shown, walk
from sayso.stages.ingest import GivenIds, from_line, ingest
from sayso.stages.ingest.problems import problem

if TYPE_CHECKING:
    from sayso.settings import Settings

LINES = (".jsonl", ".ndjson")
"""Files that are read line by line, so that the first reading is printed before the last line is opened."""


def inputs(paths: Sequence[str], settings: "Settings") -> Iterator[Ingested]:
    """What each file, address, or line of JSON Lines became, in order; `-` is JSON Lines on standard input."""
    for path in paths:
        if path == "-":
            yield from lines(sys.stdin.buffer, "standard input")
            continue
        if is_address(path):
            yield from visited(Address(url=path), settings)
            continue
        for item in walk([path]):
            yield from streamed(item, settings)


def streamed(item: Item, settings: "Settings") -> Iterator[Ingested]:
    """What a file became; JSON Lines line by line."""
    if item.problem is None and item.name.endswith(LINES):
        try:
            with item.path.open("rb") as file:
                if file.read(1) in b"{":
                    file.seek(0)
                    yield from lines(file, item.name)
                    return
        except OSError:
            pass  # the same is met again below, and reported
    yield opened(item, settings)


def opened(item: Item, settings: "Settings") -> Ingested:
    """What a file became; one that cannot be opened or breaks a reader gives a Problem only."""
    if item.problem:
        return Ingested(problems=(item.problem,))
    try:
        data = load(item, max_bytes=settings.max_bytes)
        return ingest(data, name=item.name, max_bytes=settings.max_bytes)
    except SaysoError as error:
        return Ingested(problems=(error.as_problem(),))
    except Exception as error:  # a fault in our own code or a parser's costs this file, not the run
        return Ingested(problems=(fault(shown(str(item.path)), error),))


def visited(
    address: Address, settings: "Settings", passes_over: Callable[[str], bool] = lambda url: False
) -> Iterator[Ingested]:
    """What stands at a web address: a page, or each page of a feed, but for those that `passes_over` knows."""
    from sayso.retrieve import visit

    private = settings.private_addresses
    for page in visit(address, max_bytes=settings.max_bytes, private=private, passes_over=passes_over):
        if page.problem:
            yield Ingested(problems=(page.problem,))
            continue
        try:
            yield ingest(page.data, name=page.url, max_bytes=settings.max_bytes, address=page.url, charset=page.charset)
        except Exception as error:  # a fault in our own code or a parser's costs this page, not the run
            yield Ingested(problems=(fault(page.url, error),))


def lines(file: BinaryIO | Iterable[bytes], name: str) -> Iterator[Ingested]:
    """What each line of JSON Lines became; a bad line costs that line. Empty lines are passed over; nothing else at all
    is a problem, for the program that was to write it may have failed."""
    read = 0
    given = GivenIds()
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        read += 1
        where = f"{name} line {number}"
        try:
            document, data, notes = from_line(line.removeprefix(b"\xef\xbb\xbf"), where=where)
        except SaysoError as error:
            yield Ingested(problems=(error.as_problem(),))
        else:
            yield Ingested(documents=((document, data),), problems=(*notes, *given.note(document, where)))
    if not read:
        yield Ingested(problems=(problem("ingest.empty", where=name, found="nothing is in it"),))


def fault(where: str, error: Exception) -> Problem:
    """An error that nobody expected, as a Problem."""
    return Problem(
        severity="error",
        code="ingest.failed",
        where=where,
        found=f"{type(error).__name__}: {error}",
        advice="This is a fault in Sayso: please report it with this message. The other files are not concerned.",
    )
