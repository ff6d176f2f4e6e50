"""`sayso read`: what one or more files say, without a ledger."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import Attribution, Entities, Jobs, Packs, Threshold, settings
from sayso.cli.output import careful, complain, complain_all, one_line, print_json
from sayso.views.wording import period, speaker

if TYPE_CHECKING:
    from sayso.model import Claim, Document, Place, Problem, Reading
    from sayso.settings import Settings

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH-OR-URL...",
        help="Files, folders, web addresses; `-` is JSON Lines on standard input.",
        show_default=False,
    ),
]


@careful
def read(
    paths: Paths = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a document, one a line.")] = False,
    details: Annotated[bool, typer.Option("--details", help="With every field of every record.")] = False,
    attribution: Attribution = None,
    threshold: Threshold = None,
    pack: Packs = None,
    entities: Entities = None,
    jobs: Jobs = None,
) -> None:
    """Read files and print what they say; needs no ledger and keeps nothing.

    Without PATH it reads JSON Lines on standard input: `id` and `text`, optionally `title`, `byline`, `published`,
    `outlet`, `url`. Each document is printed as soon as it is read.
    """
    if not paths and sys.stdin.isatty():
        raise typer.BadParameter("name a file or folder, or pipe JSON Lines in", param_hint="PATH")
    from sayso.model.wire import to_wire

    chosen = settings(attribution=attribution, threshold=threshold, packs=pack, entities=entities, jobs=jobs)
    lost = False
    for item in readings(paths or ["-"], chosen):
        if isinstance(item, tuple):
            lost = complain_all(item) or lost
            continue
        lost = lost or any(problem.severity == "error" for problem in item.problems)
        if jsonl or details:
            print_json(to_wire(item, details=details), indent=None)
        else:
            print_reading(item)
    if lost:
        raise typer.Exit(1)


def readings(paths: list[str], chosen: "Settings") -> "Iterator[Reading | tuple[Problem, ...]]":
    """Each document's reading as soon as it is made, and the problems of inputs that gave no document."""
    from sayso.run import read_many
    from sayso.run.inputs import inputs

    homeless: list[Problem] = []
    notes: dict[str, tuple[Problem, ...]] = {}

    def documents() -> "Iterator[Document]":
        for made in inputs(paths, chosen):
            if len(made.documents) == 1:
                notes[made.documents[0][0].id] = made.problems
            else:
                homeless.extend(made.problems)
            yield from (document for document, _ in made.documents)

    for reading in read_many(documents(), chosen):
        if homeless:
            yield tuple(homeless)
            homeless.clear()
        found = notes.get(reading.document.id, ())
        yield replace(reading, problems=found + reading.problems) if found else reading
    yield tuple(homeless)


def print_reading(reading: "Reading") -> None:
    """Print a reading for a person."""
    document = reading.document
    published = document.published.start.isoformat() if document.published else "undated"
    print(f"{document.title or document.id}\n  {document.outlet or 'outlet unknown'}, {published}, {document.id}")
    for claim in reading.claims:
        print_claim(claim)
    if not reading.claims:
        print("  no claims found")
    for problem in reading.problems:
        complain(problem)
    print(flush=True)


def print_claim(claim: "Claim") -> None:
    """Print a claim in two lines or more: on whose word it stands, what it says, with which parts."""
    voices = " < ".join(speaker(link) for link in claim.chain) or "the article itself"
    print(f"  {claim.event_type}, {claim.factuality}, on the word of {voices}  [{claim.id}]")
    print(f"    {claim.content.start}-{claim.content.end}: {one_line(claim.content.text)}")
    parts = [f"{argument.role}: {argument.value or argument.span.text}" for argument in claim.arguments]
    parts += [f"figure: {item.span.text}" for item in claim.quantities]
    parts += [f"money: {item.span.text}" for item in claim.money]
    parts += [f"{place.role or 'place'}: {place.name}" for place in places_left(claim)]
    if parts:
        print(f"    {one_line('; '.join(parts), 240)}")
    if claim.period is not None:
        words = f"“{claim.period.span.text}”, " if claim.period.span else ""
        print(f"    {one_line(f'time: {period(claim.period)} ({words}{claim.period.basis})', 240)}")


def places_left(claim: "Claim") -> "list[Place]":
    """The claim's places that none of its participants already names in the same role."""
    named = [(argument.role, argument.span) for argument in claim.arguments]
    return [p for p in claim.places if not any(role == p.role and span.covers(p.span) for role, span in named)]
