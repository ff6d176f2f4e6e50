"""A document's canonical address."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from courlan import clean_url

from sayso.lexicon.folding import fold
from sayso.lexicon.outlets import known_outlets

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


CARRIERS = frozenset(
    (  # noqa: SIM905
        "archive.org archive.ph archive.is archive.today facebook.com x.com twitter.com t.me telegram.me youtube.com"
        " youtu.be tiktok.com instagram.com vk.com ok.ru linkedin.com reddit.com google.com msn.com yahoo.com"
        " pressreader.com dropbox.com scribd.com documentcloud.org issuu.com bit.ly t.co flipboard.com newsbreak.com"
        " wikipedia.org"
    ).split()
)
"""Sites that carry what others publish: their address names no outlet."""
SHORT = {"nytimes.com": "The New York Times", "apnews.com": "Associated Press", "lemonde.fr": "Le Monde"}
"""Outlets that no one would find by the letters of their address."""
NAMED = re.compile(r"(?:[A-ZÀ-Ý][\w’'&-]*\s+){0,5}[A-ZÀ-Ý][\w’'&-]*")


def outlet_of(url: str | None, text: str) -> str | None:
    """The outlet at an address, by the name that the text writes for it, or a list, or as its host.

    The name is one whose letters the host has: "The Varn Gazette" at varngazette.example. None for sites that carry
    what others publish. `text` is what is searched for the name.

    >>> outlet_of("https://www.varngazette.example/a", "He told the Varn Gazette so.")
    'Varn Gazette'
    >>> outlet_of("https://hillpost.example/a", "He said so."), outlet_of("https://t.me/hillpost/3", "He said so.")
    ('hillpost.example', None)
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    if not host or any(host == site or host.endswith(f".{site}") for site in CARRIERS) or host[-1].isdigit():
        return None
    if host in SHORT:
        return SHORT[host]
    stem = _letters(max(host.split(".")[:-1], key=len))
    listed = next((name for name in known_outlets() if _letters(name) in (stem, f"the{stem}") and len(stem) > 2), None)
    return listed or next(_written(text, stem), None) or host


def _written(text: str, stem: str) -> Iterator[str]:
    """Names in a text that have the letters of a host."""
    for match in NAMED.finditer(text):
        words = match.group().split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if _letters("".join(words[start:end])) == stem:
                    yield " ".join(words[start:end])


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))
