"""One answer, two forms: a page, or its JSON twin under the same address with `.json`."""

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic import TypeAdapter

from sayso.views import wording


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates with everything escaped."""
    made = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = wording
    return made


def query(request: Request, changed: dict[str, Any]) -> str:
    """The query of this address with some parameters set anew; an empty value takes one out."""
    kept = {key: value for key, value in request.query_params.items() if key not in changed}
    return urlencode({key: value for key, value in (kept | changed).items() if value not in ("", None)})


def query_without(without: list[str], origin: str, *, remove: bool = False) -> str:
    """The query that withdraws one more origin, or one fewer."""
    kept = [o for o in without if o != origin]
    return urlencode([("without", o) for o in (kept if remove else [*kept, origin])])


def answer(request: Request, template: str, page: Any, **extra: Any) -> Response:
    """The view's record as a page, or as JSON when the address ends in `.json`.

    The JSON has exactly the record's fields; `extra` is for the template only.
    """
    if request.url.path.endswith(".json"):
        body = TypeAdapter(type(page)).dump_json(page)
        return Response(body, media_type="application/json")
    twin = request.url.replace(path=(request.url.path.rstrip("/") or "/index") + ".json")
    text = (
        environment()
        .get_template(template)
        .render(
            page=page,
            path=request.url.path,
            twin=f"{twin.path}?{twin.query}" if twin.query else twin.path,
            query=lambda **changed: query(request, changed),
            without=request.query_params.getlist("without"),
            query_without=query_without,
            **extra,
        )
    )
    return HTMLResponse(text)
