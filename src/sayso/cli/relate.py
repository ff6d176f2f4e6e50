"""`sayso relate`: what stands between documents."""

import os
import stat
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, Attribution, Entities, Jobs, LedgerPath, Packs, Threshold, open_ledger, settings
from sayso.cli.output import careful, complain_all, print_json

if TYPE_CHECKING:
    from sayso.model import Happening, Reading, Relations
    from sayso.settings import Settings
    from sayso.store import Ledger


@careful
def relate(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[IN]...", help="With --jsonl: files instead of a ledger; `-` is standard input."),
    ] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Print one JSON object a document, change, proposition, event or drive a line."),
    ] = False,
    ledger: LedgerPath = None,
    attribution: Attribution = None,
    threshold: Threshold = None,
    pack: Packs = None,
    entities: Entities = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Find copies, citations, same claims, origins and contradictions among the ledger's documents.

    Runs by itself after `sayso ingest`. With --jsonl and files, or a file or pipe on standard input, it needs no ledger
    and keeps nothing; with --ledger it leaves standard input alone.
    """
    if inputs and not jsonl:
        raise typer.BadParameter("files are related without a ledger only with --jsonl", param_hint="IN")
    if jsonl and not inputs and ledger is None and given_on_standard_input():
        inputs = ["-"]
    if inputs:
        chosen = settings(attribution=attribution, threshold=threshold, packs=pack, entities=entities, jobs=jobs)
        if relate_files(inputs, chosen):
            raise typer.Exit(1)
        return
    from sayso.lexicon.packs import load_packs
    from sayso.run.drives import current_drives
    from sayso.run.relating import related_anew

    with open_ledger(ledger) as opened:
        chosen = settings()
        packs = load_packs(chosen.packs)
        found = related_anew(opened, packs, events=chosen.events, jobs=chosen.relating_jobs)
        current_drives(opened)
        relations = opened.relations()
        if jsonl:
            print_lines(opened, relations, found.events)
            return
    print_counts(relations, changed=found.changed, as_json=as_json)


def given_on_standard_input() -> bool:
    """Whether a file or a pipe with something in it is given there; waits for a pipe's first byte or its end."""
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):  # closed, or no file
        return False
    if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
        return False
    return bool(sys.stdin.buffer.peek(1))  # type: ignore[union-attr]


def print_lines(ledger: "Ledger", relations: "Relations", events: "tuple[Happening, ...] | None") -> None:
    """All that stands between a ledger's documents, one JSON object a line."""
    from sayso.model.wire import relations_to_wire
    from sayso.pipeline import happenings
    from sayso.run.judged import slim_readings
    from sayso.stages.judge import EVENT, sameness
    from sayso.stages.link.packed import PackedReadings

    if events is None:  # the setting keeps a ledger from having them, and not this command from telling them
        people = sameness(ledger.judgements(), EVENT)
        events = happenings(PackedReadings(slim_readings(ledger)), relations.propositions, people)
    for row in relations_to_wire(relations, tuple(ledger.documents()), events):
        print_json(row, indent=None)


def print_counts(relations: "Relations", *, changed: bool, as_json: bool) -> None:
    """How much stands between the documents."""
    counted = {
        "documents": len(relations.documents),
        "copies_and_citations": len(relations.derivations),
        "changes": len(relations.changes),
        "origins": len(relations.origins),
        "propositions": len(relations.propositions),
        "recruitment_drives": len(relations.drives),
    }
    if as_json:
        print_json(counted | {"changed": changed})
        return
    print(", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counted.items()) + ".")
    print("Related anew." if changed else "Nothing has changed since documents were last related.")


def relate_files(paths: list[str], chosen: "Settings") -> bool:
    """Print what stands between the documents of some files; whether something could not be read."""
    from sayso.cli.read import readings
    from sayso.lexicon.packs import load_packs
    from sayso.model.wire import relations_to_wire
    from sayso.pipeline import happenings
    from sayso.pipeline import relate as relate_readings
    from sayso.run.collecting import uncollected
    from sayso.stages.link.slim import slim

    held: dict[str, Reading] = {}
    lost = False
    for item in readings(paths, chosen):
        if isinstance(item, tuple):
            lost = complain_all(item) or lost
            continue
        held[item.document.id] = slim(item)
        lost = complain_all(problem for problem in item.problems if problem.severity != "note") or lost
    with uncollected():
        relations = relate_readings(held.values(), load_packs(chosen.packs))
        told = happenings(tuple(held.values()), relations.propositions)
    for row in relations_to_wire(relations, tuple(reading.document for reading in held.values()), told):
        print_json(row, indent=None)
    return lost
