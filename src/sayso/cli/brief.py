"""`sayso brief`: the cited briefing."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, LedgerPath, Mask, masked_so, masking, open_ledger, settings
from sayso.cli.output import FULL, careful, print_json

if TYPE_CHECKING:
    from sayso.lexicon.facets import Facet
    from sayso.store import Ledger
    from sayso.views.records import Briefing

FORMATS = {".md": "markdown", ".html": "html", ".htm": "html"}


@careful
def brief(
    ledger: LedgerPath = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write: .html or .md. Default: Markdown, printed.")
    ] = None,
    title: Annotated[str, typer.Option(help="Its title.")] = "Briefing",
    limit: Annotated[
        int, typer.Option(min=1, help="At most so many propositions; of a large ledger, lines of each list.")
    ] = 40,
    mask: Mask = None,
    as_json: AsJson = False,
) -> None:
    """Write a cited briefing: what is reported, by how many independent origins, and what is not known."""
    if out is not None and out.suffix.lower() not in FORMATS:
        raise typer.BadParameter(f"{out.name} ends with neither .html nor .md", param_hint="--out")
    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        made, facets = answer(opened, title=title, limit=limit)
        masked = masking(opened, asked)
    if masked:
        made = masked.briefing(made)
    if as_json:
        print_json(made)
    elif out is None:
        print(written(made, facets, "markdown"))
    else:
        save(out, written(made, facets, FORMATS[out.suffix.lower()]))
        print(out)


def save(out: Path, text: str) -> None:
    """Write the file, whole or not at all: an earlier one stays where the disk is full.

    Raises SaysoError where it cannot be written.
    """
    from sayso.errors import SaysoError

    aside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        if out.exists() and not out.is_file():  # a pipe or a device, such as /dev/stdout
            out.write_text(text, encoding="utf-8", errors="backslashreplace")
            return
        aside.write_text(text, encoding="utf-8", errors="backslashreplace")
        aside.replace(out.resolve())
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise SaysoError(
            f"the file cannot be written: {error.strerror}.",
            where=str(out),
            advice="Make room on the disk, then run the same command again."
            if error.errno in FULL
            else "Name a file in a folder that exists and that you may write to.",
            code="brief.write",
        ) from error


def answer(ledger: "Ledger", *, title: str, limit: int, drives: bool = True) -> "tuple[Briefing, tuple[Facet, ...]]":
    """The briefing of a ledger, related first, with its recruitment drives or without, and the parts of its picture
    that the domain packs declare."""
    from sayso.lexicon.packs import load_packs
    from sayso.run.relating import relate_all
    from sayso.views.briefed import briefing_of

    relate_all(ledger, settings())
    facets = tuple(facet for pack in load_packs(settings().packs) for facet in pack.facets)
    return briefing_of(ledger, facets, title=title, limit=limit, drives=drives), facets


def written(made: "Briefing", facets: "tuple[Facet, ...]", form: str) -> str:
    """The briefing as Markdown or as one HTML file."""
    if form == "html":
        from sayso.exports.briefing_html import html

        return html(made, facets)
    from sayso.exports.briefing_markdown import markdown

    return markdown(made, facets)
