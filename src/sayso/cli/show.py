"""`sayso show` and `sayso explain`: one row, and the path from words to it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import AsJson, LedgerPath, Mask, masked_so, masking, open_ledger
from sayso.cli.output import careful, one_line, print_answer, print_note

if TYPE_CHECKING:
    from sayso.model import Document
    from sayso.store import Ledger, Shown

Id = Annotated[str, typer.Argument(metavar="ID", help="Id of a row, or enough of its beginning.")]


@careful
def show(key: Id, ledger: LedgerPath = None, mask: Mask = None, as_json: AsJson = False) -> None:
    """Show one document, attribution, claim, proposition, drive, event, origin or judgement with all that is known of
    it."""
    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        found = row_of(opened, key)
        document = opened.document(found.document) if found.document else None
        masked = masking(opened, asked)
    if masked:
        found, document = masked.of(found), masked.of(document)
    if as_json:
        print_answer(as_values(found), masked)
        return
    print_note(masked)
    print(f"{found.kind} {found.item.id}")
    if document:
        print(f"in {document.id}, {document.title or 'untitled'}, {document.outlet or 'outlet unknown'}")
    for line in lines(found.item):
        print(line)
    for decision in found.judgements:
        what = f"{decision.action} {decision.value}" if decision.action in ("same", "not_same") else decision.action
        what += " as to the event" if decision.field == "event" else ""
        print(
            f"judged {what} by {decision.by} at {decision.at:%Y-%m-%d %H:%M}: {decision.reason or '-'} [{decision.id}]"
        )


@careful
def explain(key: Id, ledger: LedgerPath = None, mask: Mask = None, as_json: AsJson = False) -> None:
    """Explain a row: its sentence, each rule that made a part of it, the words looked at, what they are taken for."""
    from sayso.views.explained import steps_of

    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        found = row_of(opened, key)
        reading = opened.reading(found.document) if found.document else None
        masked = masking(opened, asked)
    if masked:
        found, reading = masked.of(found), masked.of(reading)
    document = reading.document if reading else None
    steps = steps_of(found.item, reading)
    sentence = getattr(found.item, "sentence", None)
    if as_json:
        listed = [{"field": step.field, "means": step.means, "reason": step.reason} for step in steps]
        print_answer({"id": found.item.id, "sentence": sentence, "reasons": listed}, masked)
        return
    print_note(masked)
    print(f"{found.kind} {found.item.id}")
    if sentence is not None:
        print(f"sentence {sentence.start}-{sentence.end}: {one_line(sentence.text, 1000)}")
    for step in steps:
        reason, means = step.reason, f" = {step.means}" if step.means else ""
        score = "" if reason.score is None else f"  (score {reason.score:.2f})"
        print(f"{step.field or 'the row'}{means}: {reason.rule}: {reason.detail}{score}")
        for span in reason.spans:
            print(f"    {span.start}-{span.end}: {around(document, span)}")
    if not steps:
        print("No rule gives reasons for this row: it was not derived.")


def row_of(ledger: "Ledger", key: str) -> "Shown":
    """The row with this id; a recruitment drive as it is by now."""
    if key.startswith("d-"):
        from sayso.run.drives import current_drives

        current_drives(ledger)
    return ledger.show(key)


def as_values(found: "Shown") -> dict[str, Any]:
    """A row with its judgements for programs."""
    return {
        "kind": found.kind,
        "document": found.document,
        "item": found.item,
        "judgements": list(found.judgements),
    }


def lines(value: Any, indent: str = "  ") -> Iterator[str]:
    """A record's fields as lines, without its reasons (see `sayso explain`), what is empty, and packed numbers."""
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in ("reasons", "id") or held is None or held == () or isinstance(held, bytes):
            continue
        if is_dataclass(held) and not hasattr(held, "text"):
            yield f"{indent}{field.name}"
            yield from lines(held, indent + "  ")
        elif isinstance(held, tuple):
            yield f"{indent}{field.name}"
            yield from (f"{indent}  {brief(item)}" for item in held[:50])
        else:
            yield f"{indent}{field.name}: {brief(held)}"


def brief(value: Any) -> str:
    """A value in a line: a span as its words and place, a record as its fields."""
    if hasattr(value, "start") and hasattr(value, "text"):
        return f"“{one_line(value.text)}” {value.start}-{value.end}"
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        shown = ((name, held) for name, held in named if name != "reasons" and held is not None and held != ())
        return ", ".join(f"{name}: {brief(held)}" for name, held in shown)
    if isinstance(value, tuple):
        return "; ".join(brief(item) for item in value)
    return one_line(str(value), 400)


def around(document: "Document | None", span: Any, room: int = 40) -> str:
    """A passage with some words on either side, marked."""
    if document is None:
        return f"[{one_line(span.text)}]"
    text = document.text
    before, after = text[max(0, span.start - room) : span.start], text[span.end : span.end + room]
    return f"{before} [{span.text}] {after}".replace("\n", " ")
