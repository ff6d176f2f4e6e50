"""Many things worked through in several processes that are copies of this one.

A copy (`fork`) has all that is at hand without its being sent, and shares its memory until one of the two writes there:
relating looks at gigabytes of readings, and only what it finds of them travels. Each process is handed a part of the
things when it is done with the one before, and the results come in the order of the things, whoever was first.
"""

import gc
import os
import signal
import sys
import threading
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, TypeVar

from sayso.errors import SaysoError
from sayso.run.deaf import deaf_to_interrupts
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.packed import dump, load

T = TypeVar("T")
R = TypeVar("R")
MOST = 4
"""Processes that are started without being asked for."""
GIGABYTES = 8.0
"""Memory that all processes together are kept within: helpers that would take them past it are not started."""
COPIED = 0.6
"""Share of this process's memory that a helper takes: it writes, to count who refers to what, wherever it looks.
Measured: 0.47 of 0.64 GB (3,000 documents), 0.48 of 1.25 GB (10,000), at the step that looks at most."""
FEW = 8
"""Things below which no process is started: that takes some milliseconds for each gigabyte at hand."""
PART = 32
"""Things that a process is handed at once at most."""
PARTS = 16
"""Parts for each process at least, so that one slow part at the end keeps nobody waiting for long."""
BESIDE = 2
"""Parts that a process has been handed at most: it goes on with the second while nobody looks at the first."""
AHEAD = 4
"""Parts for each process whose results may wait for an earlier one: what bounds the memory."""


def forked(jobs: int) -> Over:
    """What works through things in so many processes, 0 for one a core and `MOST` at most; in this one where no copy
    can safely be made."""
    jobs = (jobs or min(MOST, len(os.sched_getaffinity(0)))) if can_fork() else 1
    return partial(over_processes, jobs) if jobs > 1 else in_turn


def can_fork() -> bool:
    """Whether a copy of this process works as this one does: on Linux, where no other thread may hold a lock; and
    whether this one may start any."""
    return sys.platform == "linux" and threading.active_count() == 1 and not current_process().daemon


def over_processes(jobs: int, work: Callable[[T], R], things: Sequence[T], /) -> Iterator[R]:
    """The results of a work on things, in their order. The helpers are started here, and end with the last result: one
    less than `jobs`, as this process does its part.

    An error that the work raises is raised here. Where a process dies (killed, out of memory) so does the whole, with a
    `WorkerError`: nothing is done twice, and nothing left out.
    """
    jobs = min(jobs, 1 + _affordable())
    if jobs < 2 or len(things) < FEW:
        return in_turn(work, things)
    size = max(1, min(PART, len(things) // (jobs * PARTS)))
    parts = [range(start, min(start + size, len(things))) for start in range(0, len(things), size)]
    results = _results(work, things, parts, jobs)
    next(results)
    return results


def _affordable() -> int:
    """Helpers that there is memory for."""
    own = max(_resident(), 1e-3)
    return max(0, int((GIGABYTES - own) / (COPIED * own)))


def _resident() -> float:
    """Memory of this process, in GB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e9


class WorkerError(SaysoError):
    """A process that did a part of the work is gone."""

    exit_code = 5

    def __init__(self, status: int | None) -> None:
        ended = f"by signal {signal.Signals(-status).name}" if status and status < 0 else f"with status {status}"
        super().__init__(
            f"one of the processes that relate documents was ended from outside ({ended}).",
            where="relating",
            advice="What was stored before is whole. Run `sayso relate`; if memory ran out, with `relating_jobs` at 1.",
            code="relate.worker",
        )


class _Helper:
    """A process that does parts of the work, and the way to it."""

    def __init__(self, work: Callable[[Any], Any], things: Sequence[Any], others: Sequence["_Helper"]) -> None:
        context = get_context("fork")
        self.way, its_own = context.Pipe()
        self.asked: deque[int] = deque()
        """Numbers of the parts that it was handed, in order."""
        held = (self.way, *(each.way for each in others))
        self.process = context.Process(target=_serve, args=(its_own, held, work, things), daemon=True)
        with deaf_to_interrupts(), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # idle threads of numpy: nothing here waits for them
            self.process.start()
        its_own.close()

    def hand(self, number: int, part: range) -> None:
        """Have it do a part."""
        try:
            self.way.send(part)
        except (BrokenPipeError, ConnectionResetError) as error:
            raise self._gone() from error
        self.asked.append(number)

    def take(self) -> tuple[int, list[Any]]:
        """The number of the part that it did next, and the results; raises what its work raised."""
        try:
            done, error = load(self.way.recv_bytes())
        except (EOFError, ConnectionResetError) as gone:
            raise self._gone() from gone
        if error is not None:
            raise error
        return self.asked.popleft(), done

    def _gone(self) -> WorkerError:
        self.process.join(1)
        return WorkerError(self.process.exitcode)

    def end(self) -> None:
        """End it, whatever it does."""
        self.way.close()
        self.process.kill()
        self.process.join()
        self.process.close()


def _started(count: int, work: Callable[[Any], Any], things: Sequence[Any]) -> list[_Helper]:
    """So many helpers, or as many as the system gives: without any, this process does all."""
    helpers: list[_Helper] = []
    with suppress(OSError):  # too many processes, or too little memory for one more
        for _ in range(count):
            helpers.append(_Helper(work, things, helpers))
    return helpers


def _results(work: Callable[[Any], Any], things: Sequence[Any], parts: Sequence[range], jobs: int) -> Iterator[Any]:
    """The results in their order. This process does a part itself whenever no helper has brought one: memory that it
    alone has looked at is copied for nobody, and its own results are not sent."""
    helpers = _started(jobs - 1, work, things)
    of: dict[Any, _Helper] = {helper.way: helper for helper in helpers}
    ready: dict[int, list[Any]] = {}
    handed = 0
    try:
        yield  # started; what is asked for first comes after this
        if not helpers:
            yield from in_turn(work, things)
            return
        for given in range(len(parts)):
            while given not in ready:
                last = min(len(parts), given + AHEAD * jobs)
                handed = _hand_out(helpers, parts, handed, last)
                arrived = wait([helper.way for helper in helpers if helper.asked], 0 if handed < last else None)
                for way in arrived:
                    number, done = of[way].take()
                    ready[number] = done
                if handed < last and not arrived:
                    ready[handed] = [work(things[number]) for number in parts[handed]]
                    handed += 1
            yield from ready.pop(given)
    finally:
        for helper in helpers:
            helper.end()


def _hand_out(helpers: Sequence[_Helper], parts: Sequence[range], handed: int, last: int) -> int:
    """Hand the next parts, up to `last`, to those that have least to do; gives how many are handed out by then."""
    while handed < last and len((helper := min(helpers, key=lambda each: len(each.asked))).asked) < BESIDE:
        helper.hand(handed, parts[handed])
        handed += 1
    return handed


def _serve(way: Connection, others: Sequence[Connection], work: Callable[[Any], Any], things: Sequence[Any]) -> None:
    """What a process does: parts of the work, until nobody asks for more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # a search for circles would write to all that is shared
    for each in others:
        each.close()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the asking process is gone, or wants no more
        while True:
            way.send_bytes(_done(work, things, way.recv()))


def _done(work: Callable[[Any], Any], things: Sequence[Any], part: range) -> bytes:
    try:
        return dump(([work(things[number]) for number in part], None))
    except Exception as error:
        error.add_note(f"In a process of its own:\n{traceback.format_exc()}")
        return dump((None, error))
