"""Files and folders: what is there to read, in a fixed order, without opening any of it."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import IngestError
from sayso.model import Problem, Severity
from sayso.model._record import record

ADVICE = {
    "retrieve.missing": "Check the path; nothing was read from it.",
    "retrieve.link": "Links that lead out of the folder are not followed; name the target itself to read it.",
    "retrieve.special": "Only ordinary files are read.",
    "retrieve.empty": "HTML, MHTML, plain text, Markdown, PDF, DOCX, EML, JSON Lines and ZIPs of these are read; what "
    "has a dot in front of its name is passed over.",
    "retrieve.denied": "Give yourself the right to read it, then run again.",
    "ingest.too_large": "Split it, or raise the setting `max_bytes` if you trust it.",
}


def shown(name: str) -> str:
    """The name of a file as it can be stored and printed: control characters, and bytes that are no UTF-8, as `\\xNN`.

    >>> shown("report\\udce9\\x1b[2J\\n.txt")
    'report\\\\xe9\\\\x1b[2J\\\\x0a.txt'
    """
    return "".join(
        "".join(f"\\x{byte:02x}" for byte in os.fsencode(c)) if unicodedata.category(c) in ("Cc", "Cs") else c
        for c in name
    )


@record
class Item:
    """A file to be read, or a place that cannot be."""

    path: Path
    """As the user gave it, or below what was given."""
    name: str
    """Path below the folder that was given, with `/`; the file's own name when a file was given; as `shown`."""
    size_bytes: int = 0
    """Size when it was listed."""
    problem: Problem | None = None
    """Why it cannot be read; None for a file that can."""


def walk(paths: Iterable[str | Path]) -> Iterator[Item]:
    """Every file of the paths: files as they are given, folders with all below them, sorted by name.

    Hidden files and folders (a dot in front) are passed over silently when found in a folder, not when given by name.
    A link is followed to a file inside the given folder only. Streams: a folder of a million files costs no memory
    but its own listing. What cannot be read is an Item with a Problem; nothing is raised.
    """
    for words in paths:
        given = Path(words)
        if not str(words):  # `Path("")` is the working folder, and an empty name a variable that is not set
            yield _lost("retrieve.missing", given, "", "the name is empty", where="(empty name)")
        elif given.is_dir():
            found = False
            for item in _below(given, given, given.resolve()):
                found = True
                yield item
            if not found:
                yield _lost("retrieve.empty", given, given.name, "there is no file in this folder", severity="warning")
        else:
            yield _item(given, given.name)


def load(item: Item, *, max_bytes: int) -> bytes:
    """The bytes of an item. Raises IngestError when it is too large, gone, or may not be read.

    No more than `max_bytes` + 1 bytes are read, even from a file that grows.
    """
    if item.size_bytes > max_bytes:
        raise _too_large(item, item.size_bytes, max_bytes)
    try:
        with item.path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise _refusal("retrieve.denied", item.name, f"cannot be read: {error.strerror or error}") from error
    if len(data) > max_bytes:
        raise _too_large(item, len(data), max_bytes)
    return data


def _below(folder: Path, root: Path, real_root: Path) -> Iterator[Item]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        name = folder.relative_to(root).as_posix()
        yield _lost("retrieve.denied", folder, name, f"the folder cannot be listed: {error.strerror or error}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if entry.is_symlink():
            yield from _linked(path, name, real_root)
        elif entry.is_dir():
            yield from _below(path, root, real_root)
        else:
            yield _item(path, name)


def _linked(path: Path, name: str, real_root: Path) -> Iterator[Item]:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield _lost("retrieve.link", path, name, "the link leads nowhere")
        return
    if not target.is_relative_to(real_root):
        yield _lost("retrieve.link", path, name, "the link leads out of the folder", severity="note")
    elif target.is_file():
        yield _item(path, name)
    # a link to a folder inside is passed over: its files are met in their own place


def _item(path: Path, name: str) -> Item:
    try:
        held = path.stat()
    except OSError as error:
        return _lost("retrieve.missing", path, name, f"no such file: {error.strerror or error}")
    if not stat.S_ISREG(held.st_mode):
        return _lost("retrieve.special", path, name, "not an ordinary file")
    return Item(path=path, name=shown(name), size_bytes=held.st_size)


def _lost(
    code: str, path: Path, name: str, found: str, *, severity: Severity = "error", where: str | None = None
) -> Item:
    where = where or shown(str(path))
    problem = Problem(severity=severity, code=code, where=where, found=found, advice=ADVICE[code])
    return Item(path=path, name=shown(name), problem=problem)


def _refusal(code: str, where: str, found: str) -> IngestError:
    return IngestError(found, where=where, advice=ADVICE[code], code=code)


def _too_large(item: Item, size: int, max_bytes: int) -> IngestError:
    return _refusal("ingest.too_large", item.name, f"{size:,} bytes; at most {max_bytes:,} are opened")
