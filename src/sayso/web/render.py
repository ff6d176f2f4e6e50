"""One answer, two forms: a page, or its JSON twin under the same address with `.json`."""

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from markupsafe import Markup, escape

from sayso.exports.templating import escaped
from sayso.model.adapters import adapter
from sayso.views.desk import naming
from sayso.views.masking import Masking
from sayso.views.records import MaskNote


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of the desk."""
    made = escaped("sayso.web")
    made.globals["figure"] = naming.figure
    made.filters |= {
        "named": naming.named,
        "grade": naming.grade,
        "about": naming.about,
        "kind": naming.kind,
        "country": naming.country,
        "coded": coded,
        "field_words": naming.field_words,
        "value_words": naming.value_words,
        "iso_day": naming.iso_day,
    }
    return made


def coded(words: str) -> Markup:
    """Words in which what stands between backticks is code.

    >>> coded("no `<type>`")
    Markup('no <code>&lt;type&gt;</code>')
    """
    parts = [escape(part) for part in words.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))


def query(request: Request, changed: dict[str, Any]) -> str:
    """The query of this address with some parameters set anew; an empty value takes one out."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in changed]
    return urlencode([(key, value) for key, value in (*kept, *changed.items()) if value not in ("", None)])


def query_without(without: list[str], origin: str, *, remove: bool = False) -> str:
    """The query that withdraws one more origin, or one fewer."""
    kept = [o for o in without if o != origin]
    return urlencode([("without", o) for o in (kept if remove else [*kept, origin])])


def here(request: Request) -> str:
    """This address with its query, to come back to after a judgement."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def local(back: str) -> str:
    """An address of this desk; anything else leads to the first page.

    >>> local("/claims?text=a#c-1"), local("//evil.example"), local("https://evil.example/")
    ('/claims?text=a#c-1', '/', '/')
    """
    plain = "".join(c for c in back if c.isprintable()).replace("\\", "/")
    parts = urlsplit(plain)
    return plain if plain.startswith("/") and not plain.startswith("//") and not parts.netloc else "/"


def answer(request: Request, template: str, page: Any, *, masking: Masking | None = None, **extra: Any) -> Response:
    """The view's record as a page, or as JSON when the address ends in `.json`.

    The JSON has exactly the record's fields, and where it is masked `masked` before them; `extra` is for the template
    only.
    """
    if request.url.path.endswith(".json"):
        body = adapter(page.__class__).dump_json(masking.of(page) if masking else page)
        if masking:
            body = b'{"masked":' + adapter(MaskNote).dump_json(masking.note) + b"," + body.removeprefix(b"{")
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
            relating=request.app.state.relating.running,
            event_types=request.app.state.event_types,
            roles=request.app.state.roles,
            here=here(request),
            me=request.cookies.get("sayso_name", ""),
            **extra,
        )
    )
    return HTMLResponse(text)
