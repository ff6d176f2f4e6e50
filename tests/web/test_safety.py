"""Nobody but the person with the start link comes in, and no other page can act for them."""

import time

import pytest
from fastapi.testclient import TestClient

from sayso.settings import Settings
from sayso.store import Ledger
from sayso.web.app import make_app

TOKEN = "a-token-for-tests"


@pytest.fixture
def stranger(ledger: Ledger) -> TestClient:
    return TestClient(make_app(ledger, token=TOKEN, settings=Settings()), base_url="http://127.0.0.1:8017")


def test_without_the_token_nothing_is_shown(stranger: TestClient) -> None:
    for path in ("/", "/claims.json", "/static/desk.css", "/openapi.json"):
        assert stranger.get(path).status_code == 401, path


def test_the_start_link_lets_in_and_leaves_no_token_in_the_address(stranger: TestClient) -> None:
    answer = stranger.get(f"/?token={TOKEN}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert stranger.get("/").status_code == 200
    assert stranger.get("/?token=wrong").status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.4:8017"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:9"},
    ],
)
def test_another_page_cannot_judge(client: TestClient, ledger: Ledger, headers: dict[str, str]) -> None:
    claim = ledger.claims()[0].claim.id
    form = {"subject": claim, "action": "accept"}
    assert client.post("/judgements", data=form, headers=headers).status_code == 403
    assert ledger.judgements() == ()


def test_every_answer_has_a_strict_policy(client: TestClient) -> None:
    for path in ("/", "/claims", "/nothing", "/claims.json"):
        policy = client.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy


def test_back_leads_nowhere_else(client: TestClient, ledger: Ledger) -> None:
    claim = ledger.claims()[0].claim.id
    for back in ("//evil.example", "https://evil.example/", "javascript:alert(1)"):
        form = {"subject": claim, "action": "accept", "back": back}
        answer = client.post("/judgements", data=form, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_markup_of_an_article_stays_text(client: TestClient, ledger: Ledger) -> None:
    form = {
        "text": "The <script>alert(1)</script> brigade recruited 300 miners in Kabul, a general said.",
        "title": "<img src=x onerror=alert(1)>",
    }
    answer = client.post("/add", data=form)
    assert answer.status_code == 200
    for _ in range(600):
        job = client.get(answer.url.path + ".json").json()
        if not job["running"]:
            break
        time.sleep(0.1)  # another process may have both cores just now
    key = next(d.id for d in ledger.documents() if d.title and "onerror" in d.title)
    page = client.get(f"/documents/{key}").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
