"""Read documents in several processes, in order, with no more of them in memory than are being read."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from sayso.model import Document, Reading
from sayso.run.deaf import deaf_to_interrupts
from sayso.run.guarded import failed, read_guarded
from sayso.settings import Settings
from sayso.tools import load_tools

WAITING = 4
"""Documents handed out to each process before the first one's reading is asked for."""

Work = Callable[[Document, Settings], Reading]
Waiting = deque[tuple[Document, Future[Reading]]]
Given = Generator[Reading, None, ProcessPoolExecutor]


def read_processes(
    documents: Iterable[Document], settings: Settings, *, jobs: int, work: Work | None = None
) -> Iterator[Reading]:
    """A reading for each document, in their order.

    Processes are spawned, not forked: loaded models hold threads and locks that a fork would copy. When a process
    dies (killed, out of memory), the documents that it may have had are read again one by one, and the one that kills
    a process again gets a Problem.
    """
    work = work or read_here
    pool = start(settings, jobs)
    waiting: Waiting = deque()
    try:
        for document in documents:
            try:
                waiting.append((document, hand_out(pool, work, document, settings)))
            except BrokenProcessPool:
                pool = yield from recover(pool, waiting, settings, jobs, work)
                waiting.append((document, hand_out(pool, work, document, settings)))
            if len(waiting) >= jobs * WAITING:
                pool = yield from take(pool, waiting, settings, jobs, work)
        while waiting:
            pool = yield from take(pool, waiting, settings, jobs, work)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def take(pool: ProcessPoolExecutor, waiting: Waiting, settings: Settings, jobs: int, work: Work) -> Given:
    """Give the oldest reading; gives back the pool to go on with."""
    document, future = waiting.popleft()
    try:
        yield future.result()
    except BrokenProcessPool:
        waiting.appendleft((document, future))
        return (yield from recover(pool, waiting, settings, jobs, work))
    return pool


def recover(pool: ProcessPoolExecutor, waiting: Waiting, settings: Settings, jobs: int, work: Work) -> Given:
    """Give the readings of all that wait, each read alone; gives back a whole pool."""
    pool.shutdown(wait=False, cancel_futures=True)
    alone = start(settings, 1)
    while waiting:
        document, future = waiting.popleft()
        if future.done() and not future.cancelled() and future.exception() is None:
            yield future.result()
            continue
        try:
            reading = hand_out(alone, work, document, settings).result()
        except BrokenProcessPool:
            alone = start(settings, 1)
            reading = failed(document, load_tools(settings).read_by, "the process that read it died, twice.")
        yield reading
    alone.shutdown(wait=False)
    return start(settings, jobs)


def start(settings: Settings, jobs: int) -> ProcessPoolExecutor:
    """A pool whose processes have loaded their tools."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=prepare, initargs=(settings,))


def hand_out(pool: ProcessPoolExecutor, work: Work, document: Document, settings: Settings) -> Future[Reading]:
    """Give a document to the pool. A process that this starts never hears of Ctrl-C, not even while it loads."""
    with deaf_to_interrupts():
        return pool.submit(work, document, settings)


def prepare(settings: Settings) -> None:
    """Load the tools once a process; Ctrl-C is the main process's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load_tools(settings)


def read_here(document: Document, settings: Settings) -> Reading:
    """What a process does with one document."""
    return read_guarded(document, load_tools(settings))
