"""Many things worked through in several processes."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing.context import ForkProcess

import pytest

from sayso.run import forked as forked_
from sayso.run.forked import WorkerError, can_fork, forked, over_processes
from sayso.stages.link.over import in_turn

pytestmark = pytest.mark.skipif(not can_fork(), reason="no safe fork on this system, so that all is done in turn")

MANY = range(1000)


def children() -> set[int]:
    """Processes that this one has started and that are not gone."""
    own = f"/proc/{os.getpid()}/task/{os.getpid()}/children"
    with open(own, encoding="utf-8") as held:
        return {int(each) for each in held.read().split()}


def test_results_come_in_the_order_of_the_things_and_from_other_processes() -> None:
    def slow_at_first(number: int) -> tuple[int, int]:
        time.sleep(0.02 if number < 10 else 0)
        return number, os.getpid()

    made = list(over_processes(3, slow_at_first, MANY))
    assert [number for number, _ in made] == list(MANY)
    assert len({process for _, process in made} - {os.getpid()}) == 2
    assert os.getpid() in {process for _, process in made}


def test_what_is_at_hand_is_at_hand_there_and_what_changes_there_stays_there() -> None:
    own, at_hand = os.getpid(), {"sum": 7}

    def add(_: int) -> int:
        if os.getpid() != own:
            at_hand["sum"] += 1
        return at_hand["sum"]

    made = list(over_processes(2, add, MANY))
    assert min(made) == 7
    assert max(made) > 7
    assert at_hand == {"sum": 7}


def test_results_larger_than_a_pipe_holds_come_whole() -> None:
    made = over_processes(3, lambda number: bytes([number % 256]) * 100_000, range(200))
    assert all(each == bytes([number % 256]) * 100_000 for number, each in enumerate(made))


def test_no_more_is_made_ahead_than_is_bounded(tmp_path: object) -> None:
    done = os.open(f"{tmp_path}/done", os.O_CREAT | os.O_APPEND | os.O_RDWR)

    def note(number: int) -> int:
        os.write(done, b".")
        return number

    made = over_processes(2, note, range(10_000))
    next(made)
    time.sleep(0.3)
    assert os.fstat(done).st_size <= (2 * forked_.AHEAD + 1) * forked_.PART
    made.close()  # type: ignore[attr-defined]
    os.close(done)


def test_an_error_of_the_work_is_raised_with_the_place_where_it_arose() -> None:
    before, own = children(), os.getpid()

    def fail_there(number: int) -> int:
        return 1 // (number < 700 or os.getpid() == own)

    with pytest.raises(ZeroDivisionError) as raised:
        list(over_processes(2, fail_there, MANY))
    assert "fail_there" in "".join(raised.value.__notes__)
    assert children() == before


def test_an_error_of_the_own_part_of_the_work_ends_the_processes() -> None:
    before, own = children(), os.getpid()

    def fail_here(number: int) -> int:
        time.sleep(0.001)
        return 1 // (number < 300 or os.getpid() != own)

    with pytest.raises(ZeroDivisionError):
        list(over_processes(2, fail_here, MANY))
    assert children() == before


def test_a_process_that_is_killed_ends_the_whole_with_an_error_that_says_so() -> None:
    before, own = children(), os.getpid()

    def killed_at(number: int) -> int:
        if number >= 500 and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerError, match=r"SIGKILL.*relating_jobs"):
        list(over_processes(2, killed_at, MANY))
    assert children() == before


def test_processes_end_when_nobody_wants_more_results() -> None:
    before = children()
    made = over_processes(3, lambda number: number, MANY)
    assert next(made) == 0
    assert len(children() - before) == 2
    made.close()  # type: ignore[attr-defined]
    assert children() == before


@pytest.fixture
def _hears() -> Iterator[None]:
    """Ctrl-C is heard: a shell has what it starts in the background ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_hears")
def test_ctrl_c_is_raised_here_and_ends_the_processes() -> None:
    before, own, sent = children(), os.getpid(), []

    def interrupt(number: int) -> int:
        if os.getpid() != own and not sent:  # to all processes of the terminal, as Ctrl-C goes
            sent.append(number)
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(own, signal.SIGINT)
        time.sleep(0.001)
        return number

    with pytest.raises(KeyboardInterrupt):
        list(over_processes(2, interrupt, MANY))
    assert children() == before


@pytest.mark.parametrize("given", [0, 1])
def test_where_the_system_gives_no_more_processes_those_there_are_do_it(
    given: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, started = ForkProcess.start, []

    def refuse(process: ForkProcess) -> None:
        if len(started) == given:
            raise BlockingIOError("Resource temporarily unavailable")
        started.append(process)
        start(process)

    monkeypatch.setattr(ForkProcess, "start", refuse)
    assert list(over_processes(3, str, MANY)) == [str(number) for number in MANY]
    assert len(started) == given


@pytest.mark.parametrize(("gigabytes", "processes"), [(1.0, 4), (3.5, 3), (4.5, 2), (5.5, 1), (9.0, 1)])
def test_as_many_help_as_there_is_memory_for(gigabytes: float, processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked_, "_resident", lambda: gigabytes)
    before = children()
    made = over_processes(4, lambda number: number, MANY)
    assert len(children() - before) == processes - 1
    assert list(made) == list(MANY)


def test_few_things_are_done_in_this_process() -> None:
    assert set(over_processes(2, lambda _: os.getpid(), range(forked_.FEW - 1))) == {os.getpid()}


@pytest.fixture
def thread() -> Iterator[None]:
    """Another thread, alive."""
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    yield
    over.set()
    other.join()


@pytest.mark.usefixtures("thread")
def test_beside_other_threads_there_is_one_process() -> None:
    assert forked(2) is in_turn


def test_other_systems_and_one_job_have_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert forked(1) is in_turn
    made = forked(3)
    assert isinstance(made, partial)
    assert made.args == (3,)
    monkeypatch.setattr("sys.platform", "darwin")
    assert forked(3) is in_turn
