"""Connections to public addresses only, so that no page can send Sayso to a router, a database or a cloud's secrets.

A name is resolved once, every address that it has must be public, and the connection goes to such an address: a name
that answers differently the second time gains nothing. Redirects pass through here like the first request.
"""

import socket
import ssl
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore2
import httpx2

PORTS = frozenset({80, 443})
NAT64 = ip_network("64:ff9b::/96")
PROTOCOL_ASSIGNMENTS = ip_network("192.0.0.0/24")
"""RFC 6890; Python 3.11 and 3.12 call some of them global."""


class NotPublic(Exception):
    """An address that is of this machine or a network of its own, or a port that is none of the web's."""


def is_public(address: str) -> bool:
    """Whether an IP address can be reached by everybody, and by no private road.

    IPv4 inside IPv6 (mapped, 6to4, Teredo, NAT64) is judged by the IPv4 address that it stands for.

    >>> is_public("93.184.216.34"), is_public("10.0.0.8"), is_public("::ffff:127.0.0.1"), is_public("192.0.0.8")
    (True, False, False, False)
    """
    found = ip_address(address.partition("%")[0])
    inside = _inside(found)
    if inside is not None:
        return is_public(str(inside))
    return found.is_global and not found.is_multicast and not (found.version == 4 and found in PROTOCOL_ASSIGNMENTS)


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


class PublicBackend(httpcore2.NetworkBackend):
    """Opens TCP connections to public addresses, ports 80 and 443; raises NotPublic for any other."""

    def __init__(self) -> None:
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of the host that answers."""
        if port not in PORTS:
            raise NotPublic(f"port {port} is none of the web's")
        error: Exception | None = None
        for address in _resolved(host, port):
            try:
                return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failed:
                error = failed
        raise error or httpcore2.ConnectError(f"{host} has no address")


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore2.ConnectError(f"the name {host} cannot be resolved ({error.strerror or error})") from error
    addresses = list(dict.fromkeys(str(where[0]) for *_, where in found))
    for address in addresses:
        if not is_public(address):
            raise NotPublic(f"{host} is {address}, which is no public address")
    return addresses


class PublicTransport(httpx2.BaseTransport):
    """What an `httpx2.Client` needs to use `PublicBackend`."""

    def __init__(self) -> None:
        context = ssl.create_default_context()
        self._pool = httpcore2.ConnectionPool(ssl_context=context, network_backend=PublicBackend())

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; the answer's body is streamed. Raises NotPublic, httpx2.TransportError."""
        asked = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _named():
            given = self._pool.handle_request(asked)
        return httpx2.Response(given.status, headers=given.headers, stream=_Body(given.stream))

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, parts: Any) -> None:
        self._parts = parts

    def __iter__(self) -> Any:
        with _named():
            yield from self._parts

    def close(self) -> None:
        self._parts.close()


class _named:
    """httpcore's errors under the names of httpx."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, at: Any) -> None:
        if isinstance(error, httpcore2.TimeoutException):
            raise httpx2.TimeoutException(str(error) or "no answer in time") from error
        if isinstance(error, httpcore2.NetworkError | httpcore2.ProtocolError | httpcore2.UnsupportedProtocol):
            raise httpx2.TransportError(str(error)) from error
