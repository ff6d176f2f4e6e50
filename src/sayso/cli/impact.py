"""`sayso impact`: what stands and what falls when a source or a document is withdrawn."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, LedgerPath, Mask, masked_so, masking, open_ledger
from sayso.cli.output import careful, print_answer, print_json, print_note
from sayso.cli.withdrawn import withdrawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import OriginCount, RecruitmentDrive
    from sayso.stages.assess import DriveImpact, Impact
    from sayso.store import Ledger


BRIEF = 40
"""Propositions in a briefing of the usual length."""


@careful
def impact(
    ledger: LedgerPath = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="Voice (its id, or its name whole or in part) or outlet; may be repeated."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="Id of a document; its copies fall with it. May be repeated.")
    ] = None,
    mask: Mask = None,
    as_json: AsJson = False,
) -> None:
    """Tell which recruitment drives and propositions, and so which lines of a briefing, fall or weaken without a source
    or a document."""
    from sayso.run.drives import current_drives
    from sayso.stages.assess import impact as work_out
    from sayso.stages.assess import impact_on_drives
    from sayso.store import citing
    from sayso.views.wording import plural

    if not source and not document:
        raise typer.BadParameter("name what is withdrawn with --source or --document", param_hint="--source")
    if any(not name.strip() for name in source or ()):
        raise typer.BadParameter("the name is empty, and would mean every voice", param_hint="--source")
    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        current_drives(opened)
        relations = opened.relations()
        gone = [key for name in source or () for key in withdrawn(opened, relations, name)]
        gone += [held_document(opened, key) for key in document or ()]
        told = opened.ask(citing.documents_of)
        found, drives = work_out(relations, told, gone), impact_on_drives(relations, told, gone)
        lines = lines_of(opened)
        masked = masking(opened, asked)
    titles = {p.id: p.title for p in relations.propositions}
    named = {d.id: d.title for d in relations.drives}
    places = drive_lines(relations.drives)
    if masked:
        found, drives, titles, named = masked.of((found, drives, titles, named))
    if as_json:
        rows = [*(row(i, titles, lines) for i in found), *(drive_row(i, named, places) for i in drives)]
        if masked:
            print_answer({"impact": rows}, masked)
        else:
            print_json(rows)
        return
    print_note(masked)
    print_drives(drives, named, places)
    print_propositions(found, titles, lines)
    touched = f"{plural(len(found), 'proposition')} and {plural(len(drives), 'recruitment drive')}"
    print(f"{touched} are touched.")
    if source and not gone:
        print(f"{', '.join(source)}: cited, and no claim rests on it.")


def print_propositions(found: "Sequence[Impact]", titles: dict[str, str], lines: dict[str, int]) -> None:
    """What becomes of propositions, those that fall first."""
    for fate in FATES:
        for item in (i for i in found if i.fate == fate):
            line = lines.get(item.proposition)
            where = f"line {line} of the briefing" if line else "not in the briefing"
            print(f"{fate}: {titles[item.proposition]}  ({item.proposition}, {where})")
            print(f"    {loss(item)}")


def held_document(ledger: "Ledger", key: str) -> str:
    """The id of a document that the ledger holds; raises BadParameter where it holds none of this id."""
    if ledger.document(key) is None:
        raise typer.BadParameter(f"no document has the id {key!r}", param_hint="--document")
    return key


FATES = ("falls", "weakens", "stands")


def loss(item: "Impact | DriveImpact") -> str:
    """How many claims fall, and what that makes of the independent origins."""
    from sayso.views.wording import plural

    before, after = item.before, item.after
    lost = f"{len(item.lost)} of {plural(len(item.lost) + len(item.left), 'claim')}"
    falls = f"{lost} {'falls' if len(item.lost) == 1 else 'fall'}"
    return f"{falls}; independent origins {number(before)}, then {number(after)}"


def number(count: "OriginCount") -> str:
    """How many origins in figures: "1", "2 to 6"."""
    return str(count.at_most) if count.at_least == count.at_most else f"{count.at_least} to {count.at_most}"


def print_drives(drives: "Sequence[DriveImpact]", titles: dict[str, str], places: dict[str, int]) -> None:
    """What becomes of recruitment drives, with the voices that are lost."""
    for fate in FATES:
        for item in (i for i in drives if i.fate == fate):
            at = places.get(item.drive)
            where = f"drive {at} of the briefing" if at else "not in the briefing"
            print(f"{fate}: {titles[item.drive]}  ({item.drive}, {where})")
            without = f"; without {', '.join(item.voices_lost)}" if item.voices_lost else ""
            denied = f"; not denied by {', '.join(item.denials_lost)} any more" if item.denials_lost else ""
            print(f"    {loss(item)}{without}{denied}")


def drive_lines(drives: "Sequence[RecruitmentDrive]") -> dict[str, int]:
    """Drive -> its place under "Recruitment drives" of `sayso brief`, from 1."""
    from sayso.views.briefing import BRIEF_DRIVES
    from sayso.views.drives import in_briefing

    return {drive.id: number for number, drive in enumerate(in_briefing(drives, BRIEF_DRIVES), start=1)}


def lines_of(ledger: "Ledger") -> dict[str, int]:
    """Proposition -> number of its line under "What is reported" of `sayso brief`, from 1."""
    from sayso.cli.brief import answer

    made, _ = answer(ledger, title="", limit=BRIEF, drives=False)
    return {line.proposition: line.number for line in made.reported}


def row(item: "Impact", titles: dict[str, str], lines: dict[str, int]) -> dict[str, Any]:
    """One proposition's fate as JSON."""
    return {
        "proposition": item.proposition,
        "drive": None,
        "title": titles[item.proposition],
        "briefing_line": lines.get(item.proposition),
        "fate": item.fate,
        "lost": list(item.lost),
        "left": list(item.left),
        "before": {"at_least": item.before.at_least, "at_most": item.before.at_most},
        "after": {"at_least": item.after.at_least, "at_most": item.after.at_most},
        "reasons": [{"rule": r.rule, "detail": r.detail} for r in item.reasons],
    }


def drive_row(item: "DriveImpact", titles: dict[str, str], places: dict[str, int]) -> dict[str, Any]:
    """One drive's fate as JSON."""
    return {
        "proposition": None,
        "drive": item.drive,
        "title": titles[item.drive],
        "briefing_line": places.get(item.drive),
        "fate": item.fate,
        "lost": list(item.lost),
        "left": list(item.left),
        "voices_lost": list(item.voices_lost),
        "denials_lost": list(item.denials_lost),
        "reports": item.reports,
        "before": {"at_least": item.before.at_least, "at_most": item.before.at_most},
        "after": {"at_least": item.after.at_least, "at_most": item.after.at_most},
        "reasons": [{"rule": r.rule, "detail": r.detail} for r in item.reasons],
    }
