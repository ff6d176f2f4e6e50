"""A document's canonical address."""

from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from courlan import clean_url

PORTS = {"http": 80, "https": 443}


def canonical(url: str | None, base: str | None = None) -> str | None:
    """The address without tracking parameters, fragment, user name and password; None unless it is http(s).

    `courlan` drops the trackers; it keeps `user:pw@`, fragments and `javascript:`, which is why this exists.

    >>> canonical("https://me:pw@Example.org/a?id=3&utm_source=x#top")
    'https://example.org/a?id=3'
    >>> canonical("javascript:alert(1)") is None
    True
    """
    raw = "".join((url or "").split())[:2000]
    try:
        parts = urlsplit(urljoin(base, raw) if base else raw)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not host or "." not in host:
        return None
    place = f"[{host}]" if ":" in host else host
    if port and port != PORTS[parts.scheme]:
        place += f":{port}"
    bare = SplitResult(parts.scheme, place, parts.path or "/", parts.query, "")
    return _without_trackers(urlunsplit(bare))


def _without_trackers(url: str) -> str:
    try:
        return clean_url(url) or url
    except (ValueError, TypeError):
        return url
