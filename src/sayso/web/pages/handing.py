"""What is handed on from the desk: the briefing as a file, and claims, with names of people and places or without."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from sayso.exports.briefing_html import html
from sayso.exports.briefing_markdown import markdown
from sayso.model._record import record
from sayso.model.adapters import adapter
from sayso.views.briefed import briefing_of
from sayso.views.briefing import REPORTED_LIMIT
from sayso.views.records import Briefing
from sayso.web.asking import understood
from sayso.web.ledgers import Held
from sayso.web.pages.masks import Masks, masking_for
from sayso.web.render import answer

router = APIRouter(dependencies=[Depends(understood)])

MOST_LINES = 10_000
Title = Annotated[str, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=MOST_LINES)]


@record
class BriefingForm:
    """What can be chosen for a briefing."""

    title: str
    limit: int
    """At most so many propositions."""
    mask: tuple[str, ...]
    """What is to be masked."""


@router.get("/briefing")
def show_form(
    request: Request, title: Title = "Briefing", limit: Limit = REPORTED_LIMIT, mask: Masks = None
) -> Response:
    """The form for a briefing."""
    page = BriefingForm(title=title, limit=limit, mask=tuple(kind for kind in mask or () if kind))
    return answer(request, "briefing.html", page)


@router.get("/briefing.html")
@router.get("/briefing.md")
@router.get("/briefing.json")
def give_briefing(
    request: Request, ledger: Held, title: Title = "Briefing", limit: Limit = REPORTED_LIMIT, mask: Masks = None
) -> Response:
    """The briefing as a file to be saved."""
    facets = request.app.state.facets
    masking = masking_for(ledger, mask)
    made = briefing_of(ledger, facets, title=title or "Briefing", limit=limit)
    if masking:
        made = masking.briefing(made)
    form = request.url.path.rpartition(".")[2]
    if form == "json":
        return Response(adapter(Briefing).dump_json(made), media_type="application/json")
    body, media = (html(made, facets), "text/html") if form == "html" else (markdown(made, facets), "text/markdown")
    headers = {"Content-Disposition": f'attachment; filename="briefing.{form}"'}
    return Response(body.encode("utf-8", "backslashreplace"), media_type=f"{media}; charset=utf-8", headers=headers)
