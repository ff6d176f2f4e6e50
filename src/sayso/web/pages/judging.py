"""What people decide: appended to the ledger, then back to the page they came from."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, cast, get_args

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from sayso.errors import LedgerError
from sayso.model import Action, Claim, Judgement, Span, digest, span_of
from sayso.model._record import record
from sayso.model.adapters import adapter
from sayso.run.deciding import decide
from sayso.stages.judge import CLAIM, EVENT, add_value, by_words, check_correction, value_at
from sayso.store import desk
from sayso.store.query import ClaimRow
from sayso.views.desk.entities import COMPARED, entities_asked
from sayso.views.desk.naming import RELIABILITY, as_json, field_words
from sayso.views.desk.people import claim_row, entities_of
from sayso.web.asking import check_known
from sayso.web.ledgers import Held
from sayso.web.render import local

router = APIRouter()

SECONDS_A_YEAR = 31_536_000


@record
class Asked:
    """A judgement as a form gives it."""

    subject: str
    action: Action
    field: str | None
    value: str | None
    document: str | None
    """Document that a missed claim is added to."""
    words: str | None = None
    """The words, a span as JSON, that a bound of a figure was taken from; None where it was typed."""


@router.post("/judgements")
def judge(
    request: Request,
    ledger: Held,
    action: Annotated[str, Form(max_length=20)],
    subject: Annotated[str, Form(max_length=200)] = "",
    by: Annotated[str, Form(max_length=100)] = "",
    field: Annotated[str | None, Form(max_length=100)] = None,
    value: Annotated[str | None, Form(max_length=20_000)] = None,
    reason: Annotated[str | None, Form(max_length=2000)] = None,
    document: Annotated[str | None, Form(max_length=100)] = None,
    words: Annotated[str | None, Form(max_length=20_000)] = None,
    back: Annotated[str, Form(max_length=500)] = "/",
) -> Response:
    """Append one judgement; 400 with the reason when it cannot be taken."""
    name = by.strip() or request.cookies.get("sayso_name", "").strip() or "me"
    if action not in get_args(Action):
        raise HTTPException(400, f"`{action}` is no action; there are {', '.join(get_args(Action))}.")
    asked = Asked(
        subject=subject.strip(),
        action=cast(Action, action),
        field=field or None,
        value=(value or "").strip() or None,
        document=document or None,
        words=words or None,
    )
    if (asked.action, asked.field) == ("correct", "event_type") and asked.value:
        asked = replace(asked, value=asked.value.upper())
        check_known("event_type", asked.value, request.app.state.event_types)
    at = datetime.now(UTC)
    made = judgement(ledger, asked, by=name, at=at, reason=(reason or "").strip() or None)
    ledger.judge(made)
    if action != "grade":
        request.app.state.relating.ask()
    response = RedirectResponse(local(back.replace("{id}", made.subject)), 303)
    response.set_cookie("sayso_name", name, max_age=SECONDS_A_YEAR, httponly=True, samesite="strict")
    return response


def judgement(ledger: Held, asked: Asked, *, by: str, at: datetime, reason: str | None) -> Judgement:
    """The judgement, with the place it was made on; HTTPException 400 for one that cannot be taken."""
    if asked.field in (CLAIM, EVENT) and asked.action in ("same", "not_same"):
        return of_claims(ledger, asked, by=by, at=at, reason=reason)
    values: dict[str, Any] = {
        "subject": asked.subject, "action": asked.action, "field": asked.field, "value": asked.value, "by": by,
        "reason": reason,
    }  # fmt: skip
    check = {"add": adding, "same": of_entities, "not_same": of_entities, "grade": grading, "undo": undoing}
    values |= check.get(asked.action, of_claim)(ledger, asked)
    noted = {key: value for key, value in values.items() if key != "anchor"}
    if asked.action == "add":
        noted["subject"] = values["subject"] = "c-" + digest([noted, at.isoformat()])
    return Judgement(id="j-" + digest([noted, at.isoformat()]), at=at, **values)


def adding(ledger: Held, asked: Asked) -> dict[str, Any]:
    """A missed claim: its words must stand in the document."""
    document = ledger.document(asked.document or "")
    if document is None:
        raise HTTPException(400, "A missed claim is added to a document that the ledger holds.")
    try:
        given = add_value(document.text, asked.value or "")
    except ValueError as error:
        raise HTTPException(400, f"The claim was not added: {error}.") from error
    return {"document": document.id, "anchor": given["trigger"]}


def of_claims(ledger: Held, asked: Asked, *, by: str, at: datetime, reason: str | None) -> Judgement:
    """Same or not same: two claims, propositions or events, the other one by its id, its address or its title."""
    of: Literal["claim", "event"] = "event" if asked.field == EVENT else "claim"
    action: Literal["same", "not_same"] = "same" if asked.action == "same" else "not_same"
    try:
        other = named_proposition(ledger, asked.value or "")
        return decide(ledger, asked.subject, other, action=action, by=by, at=at, reason=reason, of=of)
    except LedgerError as error:
        raise HTTPException(400, f"{error.found} {error.advice}") from error


def named_proposition(ledger: Held, words: str) -> str:
    """The id in an address or by itself, or that of the proposition of this title; HTTPException 400 where none or
    several are called so."""
    if found := re.search(r"\b[cep]-[0-9a-f]{8,}", words):
        return found.group()
    rows = ledger.ask(desk.proposition_rows, text=words, limit=COMPARED) if words else ()
    called = [row.id for row in rows if row.title.lower() == words.lower()]
    if len(called) == 1:
        return called[0]
    several = f"{len(called)} propositions are called `{words}`: give the id of one." if called else ""
    raise HTTPException(400, several or f"No proposition is called `{words}`: take one of the list, or give its id.")


def of_entities(ledger: Held, asked: Asked) -> dict[str, Any]:
    """Same or not same: two entities, or an entity and words that name it.

    The other entity is given by its id or by the name that the desk shows for it.
    """
    if asked.subject and asked.value and asked.field == "name":
        return {}
    other = named_entity(ledger, asked.value) if asked.value else None
    if not asked.subject or not asked.value or asked.subject in (asked.value, other):
        raise HTTPException(400, "Same and not same need two different entities, or an entity and a name.")
    return {"value": other}


def named_entity(ledger: Held, words: str) -> str:
    """The entity of this id or name; HTTPException 400 where none or several are called so."""
    people = entities_of(ledger)
    if words in people.merged or entities_asked(ledger, people, only=words, limit=1).total:
        return words
    found = entities_asked(ledger, people, text=words, limit=COMPARED, offset=0).rows
    called = [row.entity for row in found if row.name.lower() == words.lower()]
    if len(called) == 1:
        return called[0]
    several = f"{len(called)} entities are called `{words}`: give the id of one." if called else ""
    raise HTTPException(400, several or f"No entity of this ledger is called `{words}`: take one of the list.")


def grading(ledger: Held, asked: Asked) -> dict[str, Any]:
    """A grade: of the Admiralty code, for an origin that is held."""
    if asked.value not in RELIABILITY:
        raise HTTPException(400, f"`{asked.value}` is no grade of reliability; there are {', '.join(RELIABILITY)}.")
    if asked.subject not in ledger.ask(desk.origins_by_id, [asked.subject]):
        raise HTTPException(400, f"There is no origin `{asked.subject}`.")
    return {}


def undoing(ledger: Held, asked: Asked) -> dict[str, Any]:
    """Taking back: a judgement on the same row, which itself may be gone."""
    held = {j.id: j for j in ledger.judgements(asked.subject)}
    if asked.value not in held:
        raise HTTPException(400, "There is no such judgement on this row to undo.")
    return {"document": held[asked.value].document, "anchor": held[asked.value].anchor}


def of_claim(ledger: Held, asked: Asked) -> dict[str, Any]:
    """Accept, reject or correct: a claim that is held or was added."""
    row = claim_row(ledger, asked.subject)
    if row is None:
        return of_row(ledger, asked)
    if asked.action == "correct":
        field, given = corrected(ledger, row, asked)
        value = check_value(row.claim, field, given)
        return place(row) | {"field": field, "value": value, "was": value_at(row.claim, field or "")}
    return place(row)


def of_row(ledger: Held, asked: Asked) -> dict[str, Any]:
    """Accept or reject another row: an attribution or a proposition."""
    try:
        found = ledger.show(asked.subject)
    except LedgerError as error:
        raise HTTPException(400, f"{error.found} {error.advice}") from error
    if asked.action == "correct":
        raise HTTPException(400, "A correction needs a claim, a field and a value.")
    return {"document": found.document}


def place(row: ClaimRow) -> dict[str, Any]:
    """Where a claim stands: found again by these words when a newer version reads the document differently."""
    return {"document": row.document, "anchor": row.claim.content}


def corrected(ledger: Held, row: ClaimRow, asked: Asked) -> tuple[str | None, str | None]:
    """The field and the value of a correction; where words were chosen for a figure, those that they give."""
    document = ledger.document(row.document)
    text = document.text if document else ""
    given = cut(asked.value, text)
    chosen = span_in(cut(asked.words, text)) or span_in(given)
    reading = ledger.reading(row.document) if chosen and asked.field else None
    if chosen is None or reading is None or not asked.field or not given:
        return asked.field, given
    try:
        return by_words(row.claim, asked.field, given, chosen, reading.mentions)
    except ValueError as error:
        raise HTTPException(400, f"The correction of `{field_words(asked.field)}` was not taken: {error}.") from error


def span_in(value: str | None) -> Span | None:
    """The span that a value is; None for any other value."""
    try:
        found: Span = adapter(Span).validate_json(value or "")
    except ValidationError:
        return None
    return found


def cut(value: str | None, text: str) -> str | None:
    """A span with the words that stand at its place: browsers write paragraphs and spaces in their own way."""
    try:
        given = json.loads(value or "")
        span = span_of(text, int(given["start"]), int(given["end"]))
    except (ValueError, TypeError, KeyError):
        return value
    return json.dumps({"start": span.start, "end": span.end, "text": span.text}, ensure_ascii=False)


def check_value(claim: Claim, field: str | None, value: str | None) -> str:
    """A correction's value as JSON; refuses one that does not fit its field."""
    if not field or value is None:
        raise HTTPException(400, "A correction needs a claim, a field and a value.")
    given = as_json(value)
    wrong = check_correction(claim, field, given)
    if wrong:
        raise HTTPException(400, f"The correction of `{field_words(field)}` was not taken: {wrong}.")
    return given


@router.post("/name")
def name_yourself(
    name: Annotated[str, Form(max_length=100)] = "", back: Annotated[str, Form(max_length=500)] = "/"
) -> Response:
    """The name that judgements are signed with, kept in this browser."""
    response = RedirectResponse(local(back), 303)
    response.set_cookie("sayso_name", name.strip() or "me", max_age=SECONDS_A_YEAR, httponly=True, samesite="strict")
    return response
