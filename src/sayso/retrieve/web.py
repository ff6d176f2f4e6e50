"""Web addresses: a page, or the pages that a feed lists, asked for because a person named them.

One request at a time, with the site's robots.txt kept (RFC 9309), no cookies, no address of a referring page, and
limits on time, size and redirects. Only public addresses are asked unless the setting `private_addresses` allows more.
"""

import time
from collections.abc import Callable, Iterator
from email.message import Message
from http.cookiejar import CookieJar, DefaultCookiePolicy
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
import httpx2
from protego import Protego

from sayso.errors import IngestError
from sayso.retrieve.address import Address, Fetched, is_address
from sayso.retrieve.public import NotPublic, PublicTransport

AGENT = "Sayso"
HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (reads single pages that a person names)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml, */*;q=0.5",
    "Accept-Language": "en",
}
TIMEOUT = httpx2.Timeout(20.0, connect=10.0)
TOTAL_SECONDS = 90.0
"""How long one address may take, redirects included: a server that sends a byte a second holds nobody up for ever."""
REDIRECTS = 5
ROBOTS_BYTES = 512 * 1024
MOST_OF_A_FEED = 100
"""Entries of a feed that are followed, newest first as feeds give them."""
MOVED = frozenset({301, 302, 303, 307, 308})

ADVICE = {
    "retrieve.address": "Give an address that begins with http:// or https:// and names a host.",
    "retrieve.private": "Addresses of this machine and of local networks are asked only with the setting "
    "`private_addresses`.",
    "retrieve.robots": "The site asks programs to stay away from this page: save it in your browser and give the file.",
    "retrieve.refused": "Open it in your browser; if it shows there, save the page and give the file.",
    "retrieve.unreachable": "Check the address and the network, then run the same again.",
    "retrieve.redirects": "Open it in your browser and give the address at which you arrive.",
    "ingest.too_large": "Raise the setting `max_bytes` if you trust it.",
    "retrieve.feed": "Check that the feed lists pages; give their addresses themselves.",
}


def visit(
    address: Address, *, max_bytes: int, private: bool = False, passes_over: Callable[[str], bool] = lambda url: False
) -> Iterator[Fetched]:
    """What stands at an address: a page, or each page of a feed, as soon as it is there.

    Never raises: what cannot be had is a Fetched with a Problem. An address for which `passes_over` is true is not
    asked for. `private` allows addresses of this machine and of local networks, and any port.
    """
    if passes_over(address.url):
        return
    transport = httpx2.HTTPTransport(trust_env=False) if private else PublicTransport()
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
    with httpx2.Client(
        transport=transport, headers=HEADERS, timeout=TIMEOUT, cookies=no_cookies, trust_env=False
    ) as client:
        visitor = _Visitor(client, max_bytes)
        first = visitor.get(address.url)
        entries = _entries(first) if first.problem is None else None
        if entries is None:
            yield first
            return
        if not entries:
            yield _lost("retrieve.feed", address.url, "the feed lists no page")
        for url in entries[:MOST_OF_A_FEED]:
            if not passes_over(url):
                yield visitor.get(url)


class _Visitor:
    """Asks one address after the other, and remembers what each site's robots.txt says."""

    def __init__(self, client: httpx2.Client, max_bytes: int) -> None:
        self._client, self._max_bytes = client, max_bytes
        self._rules: dict[str, Protego | None] = {}

    def get(self, url: str) -> Fetched:
        """What stands at an address, redirects followed."""
        try:
            return self._followed(url)
        except IngestError as error:
            return Fetched(url=url, problem=error.as_problem())
        except NotPublic as error:
            return _lost("retrieve.private", url, str(error))
        except httpx2.TimeoutException:
            return _lost("retrieve.unreachable", url, "no answer in time")
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
            return _lost("retrieve.unreachable", url, str(error) or type(error).__name__)

    def _followed(self, url: str) -> Fetched:
        until = time.monotonic() + TOTAL_SECONDS
        at = url
        for _ in range(REDIRECTS + 1):
            if not is_address(at) or not urlsplit(at).hostname:
                raise _refusal("retrieve.address", at, "not an http(s) address with a host")
            if not self._may(at):
                raise _refusal("retrieve.robots", at, "robots.txt of the site forbids it")
            with self._client.stream("GET", at) as answer:
                if answer.status_code in MOVED and "location" in answer.headers:
                    at = urljoin(at, answer.headers["location"])
                    continue
                if answer.status_code != 200:
                    raise _refusal("retrieve.refused", at, f"the site answers {answer.status_code}")
                data = self._body(answer, until)
                return Fetched(url=at, data=data, charset=_charset(answer.headers.get("content-type", "")))
        raise _refusal("retrieve.redirects", url, f"more than {REDIRECTS} redirects")

    def _body(self, answer: httpx2.Response, until: float) -> bytes:
        """The body, unpacked, cut off with an error when it grows too large or takes too long."""
        held = bytearray()
        for part in answer.iter_bytes(65_536):
            held += part
            if len(held) > self._max_bytes:
                raise _refusal("ingest.too_large", str(answer.url), f"more than {self._max_bytes:,} bytes")
            if time.monotonic() > until:
                raise httpx2.ReadTimeout("too slow")
        return bytes(held)

    def _may(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._robots(site)
        rules = self._rules[site]
        return rules is None or bool(rules.can_fetch(url, AGENT))

    def _robots(self, site: str) -> Protego | None:
        """A site's rules; None without any. RFC 9309, section 2.3.1: a server in trouble counts as forbidding all."""
        with self._client.stream("GET", site + "/robots.txt", follow_redirects=True) as answer:
            if answer.status_code >= 500:
                return Protego.parse("User-agent: *\nDisallow: /")
            if answer.status_code != 200:
                return None
            held = bytearray()
            for part in answer.iter_bytes(65_536):
                held += part
                if len(held) > ROBOTS_BYTES:
                    break
        return Protego.parse(bytes(held[:ROBOTS_BYTES]).decode("utf-8", "replace"))


def _entries(page: Fetched) -> list[str] | None:
    """The pages that a feed lists, each once; None for what is no feed."""
    head = page.data[:2000].lstrip().lower()
    if not (head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf"))):
        return None
    feed = _parsed(page.data, page.url)
    if not feed.version:
        return None
    links = (urljoin(page.url, entry.get("link", "")) for entry in feed.entries if entry.get("link"))
    return [link for link in dict.fromkeys(links) if is_address(link)]


def _parsed(data: bytes, url: str) -> Any:
    """feedparser's view of some bytes; it opens nothing of its own."""
    library: Any = feedparser  # carries no types
    return library.parse(BytesIO(data), response_headers={"content-location": url})


def _charset(content_type: str) -> str | None:
    header = Message()
    header["content-type"] = content_type
    return header.get_content_charset()


def _refusal(code: str, where: str, found: str) -> IngestError:
    return IngestError(found, where=where, advice=ADVICE[code], code=code)


def _lost(code: str, url: str, found: str) -> Fetched:
    return Fetched(url=url, problem=_refusal(code, url, found).as_problem())
