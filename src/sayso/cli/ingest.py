"""`sayso ingest`: files, folders and web addresses into the ledger."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import (
    AsJson,
    Attribution,
    Entities,
    Jobs,
    LedgerPath,
    Packs,
    Threshold,
    ledger_place,
    open_ledger,
    settings,
)
from sayso.cli.output import called, careful, complain, print_json

if TYPE_CHECKING:
    from sayso.run.intake import Input, Step, TakenIn
    from sayso.settings import Settings
    from sayso.store import Ledger

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH-OR-URL...",
        help="Files, folders, web addresses of pages or feeds; `-` is JSON Lines on standard input.",
    ),
]


@careful
def ingest(
    paths: Paths,
    ledger: LedgerPath = None,
    attribution: Attribution = None,
    threshold: Threshold = None,
    pack: Packs = None,
    entities: Entities = None,
    jobs: Jobs = None,
    removed_too: Annotated[
        bool, typer.Option("--removed-too", help="Take in also what was taken out with `sayso remove`.")
    ] = False,
    no_relate: Annotated[
        bool, typer.Option("--no-relate", help="Leave it to a later `sayso relate` to compare documents.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put files, folders and web pages into the ledger, read them, and relate them to what is there.

    Reads HTML, MHTML, plain text, Markdown, PDF, DOCX, EML with what is attached, JSON Lines, and ZIPs of these. A web
    address is asked for once, with the site's robots.txt kept; of a feed (RSS, Atom) the pages that it lists. Nothing
    else goes out to the network. The same input twice changes nothing. Stop it whenever you like: the same command goes
    on from there. Ends with 1 when something could not be read.
    """
    chosen = settings(
        attribution=attribution,
        threshold=threshold,
        packs=pack,
        entities=entities,
        jobs=jobs,
        removed_too=removed_too or None,
    )
    if not Path(ledger_place(ledger)).exists():
        refuse_to_begin_with_nothing(paths)
    with open_ledger(ledger, create=True) as opened:
        done = take_in(opened, paths, chosen, quiet=as_json, relate=not no_relate)
        summarise(opened, done, as_json=as_json)
    if done.lost:
        raise typer.Exit(1)


def refuse_to_begin_with_nothing(paths: list[str]) -> None:
    """No ledger is made for a mistyped path or an empty folder: end with what is wrong, where nothing is to be read."""
    from sayso.errors import IngestError
    from sayso.retrieve import Item

    problems = []
    for item in (item for path in paths for item in inputs_of(path)):
        if not isinstance(item, Item) or item.problem is None:
            return
        problems.append(item.problem)
    for problem in problems[1:]:
        complain(problem)
    first = problems[0]
    raise IngestError(first.found, where=first.where, advice=first.advice, code=first.code)


def take_in(ledger: "Ledger", paths: list[str], chosen: "Settings", *, quiet: bool, relate: bool) -> "TakenIn":
    """Ingest and relate, with a progress bar on standard error when a person is looking."""
    from sayso.run import intake, relating

    inputs = [item for path in paths for item in inputs_of(path) if not is_own(item, path, ledger)]
    with progress(len(inputs), quiet=quiet) as report:
        done = intake.take_in(ledger, inputs, chosen, names=paths, report=report)
    if not quiet:
        complain_of(done)  # before relating, which on a large ledger a person may not wait for
    if relate:
        if not quiet and ledger.needs_relating():
            print("Relating documents ...", file=sys.stderr)
        relating.relate_all(ledger, chosen)
    return done


def inputs_of(path: str) -> "Iterable[Input]":
    """What a PATH of the command line names."""
    from sayso.retrieve import Address, is_address, walk

    if path == "-":
        return [sys.stdin.buffer]
    return [Address(url=path)] if is_address(path) else walk([path])


MOST_TOLD = 20
"""Problems of one kind that are printed; the ledger keeps all."""


def is_own(item: "Input", given: str, ledger: "Ledger") -> bool:
    """Whether a file below a folder that was given is the ledger's own, as with `sayso ingest .`."""
    from sayso.retrieve import Item

    if not isinstance(item, Item) or not Path(given).is_dir():
        return False
    path, place = item.path.absolute(), Path(ledger.path).absolute()
    files = {place.with_name(place.name + ending) for ending in ("", "-wal", "-shm", "-journal")}
    return path in files or place.with_name(place.name + ".evidence") in path.parents


@contextmanager
def progress(inputs: int, *, quiet: bool) -> Iterator[Callable[["Step"], None]]:
    """What `take_in` reports to: a bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    name = TextColumn("{task.fields[name]}")
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), name)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=inputs, name="")

        def report(step: "Step") -> None:
            held = bar.tasks[0].total or 0
            if step.what == "input":  # from here on the bar counts its documents instead
                bar.update(task, total=max(held + step.documents - 1, bar.tasks[0].completed))
            else:
                bar.update(task, advance=1, name=step.name[:60])

        yield report


def complain_of(done: "TakenIn") -> None:
    """Print what was lost, and how many things are only worth knowing."""
    from sayso.views.wording import plural

    told: Counter[str] = Counter()
    for problem in done.problems:
        told[problem.code] += problem.severity != "note"
        if problem.severity != "note" and told[problem.code] <= MOST_TOLD:
            complain(problem)
    for code, number in told.items():
        if number > MOST_TOLD:
            print(f"{number - MOST_TOLD:,} more [{code}]: see `{called()} problems`.", file=sys.stderr)
    notes = sum(problem.severity == "note" for problem in done.problems)
    if notes:
        print(f"{plural(notes, 'note')}: see `sayso problems --severity note`.", file=sys.stderr)


def summarise(ledger: "Ledger", done: "TakenIn", *, as_json: bool) -> None:
    """Print what was done; what could not be done was said before."""
    from sayso.views.wording import plural

    if as_json:
        names = ("new", "held", "read", "claims", "lost", "problems")
        print_json({name: getattr(done, name) for name in names} | {"ledger": ledger.counts()})
        return
    held = ledger.counts()
    print(f"{plural(done.new, 'new document')}, {done.held} held already, {done.read} read, {done.lost} lost.")
    print(
        f"The ledger {ledger.path} holds {plural(held['document'], 'document')}, "
        f"{plural(held['attribution'], 'attribution')}, {plural(held['claim'], 'claim')}, "
        f"{plural(held['proposition'], 'proposition')}."
    )
    if held["document"]:
        print(f"Next: `{called()} brief --ledger {Path(ledger.path)}`")
