"""What people decide: appended to the ledger, then back to the page they came from."""

import json
from datetime import UTC, datetime
from typing import Annotated, get_args
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sayso.errors import LedgerError
from sayso.model import Action, Claim, Judgement, digest
from sayso.views.desk.sources import GRADES
from sayso.stages.judge import check_correction
from sayso.web.pages.reading import Held

router = APIRouter()

SECONDS_A_YEAR = 31_536_000


@router.post("/judgements")
def judge(
    request: Request,
    ledger: Held,
    subject: Annotated[str, Form(max_length=200)],
    action: Annotated[str, Form(max_length=20)],
    by: Annotated[str, Form(max_length=100)] = "",
    field: Annotated[str | None, Form(max_length=100)] = None,
    value: Annotated[str | None, Form(max_length=5000)] = None,
    reason: Annotated[str | None, Form(max_length=2000)] = None,
    back: Annotated[str, Form(max_length=500)] = "/",
) -> Response:
    """Append one judgement; 400 with the reason when it cannot be taken."""
    name = by.strip() or request.cookies.get("sayso_name", "").strip() or "me"
    at = datetime.now(UTC)
    values = {
        "subject": subject, "action": action, "field": field or None, "value": value or None, "by": name,
        "reason": (reason or "").strip() or None,
    }  # fmt: skip
    check(ledger, values)
    made = Judgement(id="j-" + digest([values, at.isoformat()]), at=at, **values)  # type: ignore[arg-type]
    ledger.judge(made)
    response = RedirectResponse(local(back), 303)
    response.set_cookie("sayso_name", name, max_age=SECONDS_A_YEAR, httponly=True, samesite="strict")
    return response


def check(ledger: Held, values: dict[str, str | None]) -> None:
    """Refuse a judgement that names no row, no known action, or a value that does not fit."""
    action, subject, value = values["action"], values["subject"] or "", values["value"]
    if action not in get_args(Action):
        raise HTTPException(400, f"`{action}` is no action; there are {', '.join(get_args(Action))}.")
    if action in ("same", "not_same"):
        return
    try:
        item = ledger.show(subject).item
    except LedgerError as error:
        raise HTTPException(400, f"{error.found} {error.advice}") from error
    if action == "grade" and value not in GRADES:
        raise HTTPException(400, f"`{value}` is no grade of reliability; there are {', '.join(GRADES)}.")
    if action == "undo" and value not in {j.id for j in ledger.judgements(subject)}:
        raise HTTPException(400, "There is no such judgement on this row to undo.")
    if action == "correct":
        check_value(item, values["field"], value)


def check_value(item: object, field: str | None, value: str | None) -> None:
    """Refuse a correction that does not fit its field."""
    if not isinstance(item, Claim) or not field or value is None:
        raise HTTPException(400, "A correction needs a claim, a field and a value.")
    try:
        json.loads(value)
    except ValueError as error:
        raise HTTPException(400, f"The value is no JSON: {error}.") from error
    wrong = check_correction(item, field, value)
    if wrong:
        raise HTTPException(400, f"The correction of `{field}` was not taken: {wrong}.")


def local(back: str) -> str:
    """An address of this desk; anything else leads to the first page."""
    parts = urlsplit(back)
    return back if back.startswith("/") and not back.startswith("//") and not parts.netloc else "/"
