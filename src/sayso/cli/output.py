"""How the command line prints: rows for people, JSON for programs, complaints with advice on standard error."""

import errno
import functools
import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import typer

if TYPE_CHECKING:
    from sayso.model import Problem
    from sayso.views.masking import Masking

P = ParamSpec("P")
R = TypeVar("R")

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Errors of a disk that has no room, or allows this file none."""


def careful(command: Callable[P, R]) -> Callable[P, R]:
    """A command whose expected errors are messages with an exit code, never tracebacks."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        from sayso.errors import SaysoError

        try:
            result = command(*args, **kwargs)
            sys.stdout.flush()
            return result
        except SaysoError as error:
            complain(error.as_problem())
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            print("Interrupted. What was done is kept; the same command goes on from there.", file=sys.stderr)
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:  # `sayso claims | head`: the reader has seen enough
            discard_output()
            raise typer.Exit(0) from error
        except OSError as error:
            if error.errno not in FULL:
                raise
            discard_output()
            complain(no_room(error))
            raise typer.Exit(1) from error

    return wrapped


def no_room(error: OSError) -> "Problem":
    """The complaint about a disk that is full: the one that output goes to, where the error names no file."""
    from sayso.model import Problem

    return Problem(
        severity="error",
        code="output.disk_full",
        where=str(error.filename or "standard output"),
        found=f"cannot be written: {error.strerror}.",
        advice="What was written so far is cut off. Make room on the disk, then run the same command again.",
    )


def called() -> str:
    """How this program is called in the shell that it was called from: the path as given where `sayso` leads elsewhere,
    as in a virtual environment that is not activated."""
    given = Path(sys.argv[0])
    found = shutil.which("sayso")
    if given.name not in ("sayso", "sayso.exe") or (found and Path(found).absolute() == given.absolute()):
        return "sayso"
    return shlex.quote(sys.argv[0])


def discard_output() -> None:
    """Send what is still to be printed nowhere, so that the interpreter's last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(problem: "Problem") -> None:
    """Print what was found, where, and what to do, on standard error."""
    print(f"{problem.severity}: {problem.where}: {problem.found}", file=sys.stderr)
    print(f"  {problem.advice}  [{problem.code}]", file=sys.stderr)


def complain_all(problems: "Iterable[Problem]") -> bool:
    """Print several; whether something is lost because of one."""
    lost = False
    for problem in problems:
        complain(problem)
        lost = lost or problem.severity == "error"
    return lost


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """Print plain values or records as JSON; with `indent=None` on one line, at once."""
    from sayso.model.wire import plain

    words = json.dumps(_plain(value, plain), ensure_ascii=False, indent=indent)
    try:
        words.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair, or a console without UTF-8: the same JSON in ASCII
        words = json.dumps(_plain(value, plain), indent=indent)
    print(words, flush=True)


def print_answer(value: dict[str, Any], masking: "Masking | None") -> None:
    """Print a JSON object; where it is masked it begins with what of it is."""
    print_json({"masked": masking.note, **value} if masking else value)


def print_note(masking: "Masking | None") -> None:
    """Say first that what follows is masked, where it is."""
    if masking:
        print(masking.note.sentence() + "\n")


def _plain(value: Any, plain: Callable[[Any], Any]) -> Any:
    """Records anywhere in lists and dictionaries as plain values."""
    if isinstance(value, dict):
        return {name: _plain(item, plain) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, plain) for item in value]
    return plain(value)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int | None = None) -> None:
    """Print a table with its heads: for a terminal in columns, for a pipe with tabs.

    `wide` is the number of the column that takes what room is left.
    """
    if not sys.stdout.isatty():
        for row in (headings, *rows):
            print("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    for number, heading in enumerate(headings):
        table.add_column(heading, ratio=1 if number == wide else None, overflow="fold", no_wrap=number != wide)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def one_line(text: str, width: int = 160) -> str:
    """Words without line breaks, cut at `width`.

    >>> one_line("He said\\nso.", width=8)
    'He said…'
    """
    words = " ".join(text.split())
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
