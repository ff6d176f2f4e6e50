"""Adding by web address, from a site on this machine."""

import time
from typing import Any

from fastapi.testclient import TestClient

from factory import RECRUITERS
from sayso.settings import Settings
from sayso.store import Ledger
from sayso.web.app import make_app
from website import Answer, serving

TOKEN = "a-token-for-tests"


def finished(client: TestClient, path: str) -> dict[str, Any]:
    """The job's page once it is done."""
    for _ in range(600):
        found: dict[str, Any] = client.get(path + ".json").json()
        if not found["running"]:
            return found
        time.sleep(0.1)
    raise AssertionError("the job did not end")


def test_pages_and_what_cannot_be_had(ledger: Ledger) -> None:
    app = make_app(ledger, token=TOKEN, settings=Settings(private_addresses=True))
    with (
        TestClient(app, base_url="http://127.0.0.1:8017", cookies={"sayso": TOKEN}) as client,
        serving() as site,
    ):
        site.pages["/a"] = Answer(200, {}, f"Men wanted\n\n{RECRUITERS}\n".encode())
        form = {"addresses": f"{site.url}/a\n{site.url}/gone\n{site.url}/a"}
        sent = client.post("/add", data=form, follow_redirects=False)
        assert sent.status_code == 303
        found = finished(client, sent.headers["location"])
        assert (found["new"], found["looked_at"]) == (1, 2)
        assert [problem["code"] for problem in found["problems"] if problem["severity"] == "error"] == [
            "retrieve.refused"
        ]
    assert any(document.url == f"{site.url}/a" for document in ledger.documents())


def test_what_is_no_address_is_refused_at_once(client: TestClient) -> None:
    assert client.post("/add", data={"addresses": "file:///etc/passwd"}).status_code == 400
    many = "\n".join(f"https://example.org/{n}" for n in range(51))
    assert client.post("/add", data={"addresses": many}).status_code == 413
