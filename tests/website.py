"""A small web site on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Answer(NamedTuple):
    """What the site gives at a path."""

    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012 (nobody changes it)
    body: bytes = b""


class Site(NamedTuple):
    """The site: where it is, what it gives, and which paths it was asked for."""

    url: str
    pages: dict[str, Answer]
    asked: list[str]
    headers: list[list[str]]
    """Names of the headers of each request."""


@contextmanager
def serving() -> Iterator[Site]:
    """A real server on a free port of this machine."""
    pages: dict[str, Answer] = {}
    asked: list[str] = []
    headers: list[list[str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            headers.append(list(self.headers.keys()))
            answer = pages.get(self.path, Answer(404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_address[1]}", pages, asked, headers)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
