"""What keeps a page in the browser from being anybody else's: token, Host, Origin, and a strict content policy.

A server on loopback can be reached by every page that the browser has open, and by names that an attacker lets point at
127.0.0.1. So a request needs the token of the start link (kept as a cookie), a Host that is loopback, and, when it
changes something, an Origin that is this server.
"""

import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

COOKIE = "sayso"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with `no-referrer` browsers send `Origin: null` with the desk's own forms
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
Handler = Callable[[Request], Awaitable[Response]]


def host_of(value: str) -> str:
    """The host of a Host header or an origin, without its port.

    >>> host_of("127.0.0.1:8017"), host_of("[::1]:8017"), host_of("http://localhost:1")
    ('127.0.0.1', '::1', 'localhost')
    """
    return urlsplit(value if "//" in value else f"//{value}").hostname or ""


def refusal(request: Request, token: str) -> Response | None:
    """The answer to a request that must not go on; None when it may."""
    if host_of(request.headers.get("host", "")) not in LOOPBACK:
        return PlainTextResponse("This desk answers on the loopback address only.", 421)
    given = request.query_params.get("token")
    if given is not None and request.method == "GET":
        return _enter(request, token) if hmac.compare_digest(given.encode(), token.encode()) else _stranger()
    if not hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), token.encode()):
        return _stranger()
    if request.method not in ("GET", "HEAD") and not same_origin(request):
        return PlainTextResponse("This request comes from another page.", 403)
    return None


def same_origin(request: Request) -> bool:
    """Whether a request that changes something was made by a page of this server.

    Browsers send Origin with every such request; one without it (a program) is held to Sec-Fetch-Site alone.
    """
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    return urlsplit(origin).netloc == request.headers.get("host")


def _stranger() -> Response:
    return PlainTextResponse("Open the desk with the link that `sayso serve` printed.", 401)


def _enter(request: Request, token: str) -> Response:
    """Keep the token as a cookie and take it out of the address, so that it is in no history or bookmark."""
    rest = [(key, value) for key, value in request.query_params.multi_items() if key != "token"]
    response = RedirectResponse(request.url.path + (f"?{urlencode(rest)}" if rest else ""), 303)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
    return response


def guard(token: str) -> Callable[[Request, Handler], Awaitable[Response]]:
    """Middleware that refuses strangers and sets the headers of every answer."""

    async def guarded(request: Request, go_on: Handler) -> Response:
        response = refusal(request, token) or await go_on(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return guarded
