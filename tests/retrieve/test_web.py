"""Pages and feeds from a real server on this machine, and what is never asked for."""

import gzip

import httpcore2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.retrieve import Address, Fetched, visit
from sayso.retrieve.public import NotPublic, PublicBackend, is_public
from website import Answer, Site

PAGE = b"<html><body><p>The men were hired in Herat.</p></body></html>"
MB = 1024 * 1024


def fetch(url: str, *, max_bytes: int = MB) -> list[Fetched]:
    return list(visit(Address(url=url), max_bytes=max_bytes, private=True))


def code(page: Fetched) -> str | None:
    return page.problem.code if page.problem else None


def test_a_page_comes_with_its_bytes_its_final_address_and_the_servers_encoding(site: Site) -> None:
    site.pages["/old"] = Answer(301, {"Location": "/new"})
    site.pages["/new"] = Answer(200, {"Content-Type": "text/html; charset=windows-1251"}, PAGE)
    assert fetch(site.url + "/old") == [Fetched(url=site.url + "/new", data=PAGE, charset="windows-1251")]


def test_no_cookie_and_no_referring_page_is_sent(site: Site) -> None:
    site.pages["/a"] = Answer(302, {"Location": "/b", "Set-Cookie": "id=1"})
    site.pages["/b"] = Answer(200, {}, PAGE)
    fetch(site.url + "/a")
    assert [name.lower() for name in site.headers[-1]] == ["host", "accept-encoding", "connection", "user-agent",
                                                            "accept", "accept-language"]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(404), "retrieve.refused"),
        (Answer(403), "retrieve.refused"),
        (Answer(500), "retrieve.refused"),
        (Answer(302, {"Location": "/a"}), "retrieve.redirects"),
        (Answer(302, {"Location": "file:///etc/passwd"}), "retrieve.address"),
        (Answer(200, {}, b"x" * (MB + 1)), "ingest.too_large"),
        (Answer(200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 50 * MB)), "ingest.too_large"),
        (Answer(200, {"Content-Encoding": "gzip"}, b"no gzip at all"), "retrieve.unreachable"),
    ],
)
def test_what_cannot_be_had_is_a_problem(site: Site, answer: Answer, expected: str) -> None:
    site.pages["/a"] = answer
    (page,) = fetch(site.url + "/a")
    assert (code(page), page.data) == (expected, b"")


def test_nobody_listens() -> None:
    assert [code(page) for page in fetch("http://127.0.0.1:9/a")] == ["retrieve.unreachable"]


def test_robots_are_kept_and_asked_for_once(site: Site) -> None:
    site.pages["/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /private\n")
    site.pages["/feed"] = Answer(200, {}, feed("/private/a", "/b"))
    site.pages["/b"] = site.pages["/private/a"] = Answer(200, {}, PAGE)
    assert [code(page) for page in fetch(site.url + "/feed")] == ["retrieve.robots", None]
    assert site.asked == ["/robots.txt", "/feed", "/b"]


def test_a_site_in_trouble_forbids_all(site: Site) -> None:
    site.pages["/robots.txt"] = Answer(503)
    site.pages["/a"] = Answer(200, {}, PAGE)
    assert [code(page) for page in fetch(site.url + "/a")] == ["retrieve.robots"]


def feed(*links: str) -> bytes:
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>f</title>{items}</channel></rss>'.encode()


def test_the_pages_of_a_feed_are_read_each_once_but_for_those_that_are_held(site: Site) -> None:
    site.pages["/feed"] = Answer(200, {"Content-Type": "application/rss+xml"}, feed("/a", "/b", "/a", "/c"))
    for path in "abc":
        site.pages[f"/{path}"] = Answer(200, {}, PAGE)
    address = Address(url=site.url + "/feed")
    held = {site.url + "/b"}
    pages = list(visit(address, max_bytes=MB, private=True, passes_over=held.__contains__))
    assert [page.url.removeprefix(site.url) for page in pages] == ["/a", "/c"]


def test_a_feed_that_lists_nothing_says_so(site: Site) -> None:
    site.pages["/feed"] = Answer(200, {}, feed())
    assert [code(page) for page in fetch(site.url + "/feed")] == ["retrieve.feed"]


def test_a_feed_cannot_name_files_of_this_machine(site: Site) -> None:
    hostile = (
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel>'
        b"<item><link>file:///etc/passwd</link></item><item><link>&x;</link></item></channel></rss>"
    )
    site.pages["/feed"] = Answer(200, {}, hostile)
    assert all(page.url.startswith(site.url) and not page.data for page in fetch(site.url + "/feed"))


HOSTILE = [
    "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f000001/", "http://127.1/",
    "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
    "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/", "http://192.0.0.8/", "http://224.0.0.1/", "http://0.0.0.0/", "http://93.184.216.34:22/",
]  # fmt: skip


@pytest.mark.parametrize("url", HOSTILE)
def test_only_public_addresses_are_asked(url: str) -> None:
    (page,) = visit(Address(url=url), max_bytes=MB)
    assert code(page) == "retrieve.private"


def test_a_redirect_to_this_machine_is_refused(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    # The public site that redirects is played by this machine: its address alone passes for public.
    port = int(site.url.rsplit(":", 1)[1])
    monkeypatch.setattr("sayso.retrieve.public.PORTS", {port})
    monkeypatch.setattr("sayso.retrieve.public.is_public", lambda address: address == "127.0.0.1")
    site.pages["/a"] = Answer(302, {"Location": f"http://127.0.0.2:{port}/secret"})
    (page,) = visit(Address(url=site.url + "/a"), max_bytes=MB)
    assert code(page) == "retrieve.private"
    assert "/secret" not in site.asked


def test_one_private_address_among_a_names_addresses_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: answers)
    with pytest.raises(NotPublic, match=r"10\.0\.0\.1"):
        PublicBackend().connect_tcp("both.example", 80)


def test_a_name_that_is_unknown_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **kwargs: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(httpcore2.ConnectError):
        PublicBackend().connect_tcp("nowhere.example", 80)
    (page,) = visit(Address(url="https://nowhere.example/a"), max_bytes=MB)
    assert code(page) == "retrieve.unreachable"


@given(st.ip_addresses(v=4))
def test_ipv4_inside_ipv6_is_judged_like_itself(address: object) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))
