"""A document removed at the desk."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.store import Ledger


def a_document(ledger: Ledger) -> str:
    """One that others retell, so that much changes without it."""
    return next(document.id for document in ledger.documents() if document.outlet == "Continental Courier")


@pytest.mark.parametrize("form", [{}, {"reason": "asked for"}, {"sure": "yes"}, {"reason": "  ", "sure": "yes"}])
def test_without_reason_and_tick_nothing_is_removed(client: TestClient, ledger: Ledger, form: dict[str, str]) -> None:
    key = a_document(ledger)
    assert client.post("/removals", data={"document": key, **form}).status_code == 400
    assert ledger.document(key) is not None
    assert ledger.removals() == ()


def test_it_is_gone_its_address_says_why_and_the_rest_is_related_anew(client: TestClient, ledger: Ledger) -> None:
    key = a_document(ledger)
    before = ledger.counts()
    form = {"document": key, "reason": "The source asked.", "sure": "yes", "by": "Ann"}
    sent = client.post("/removals", data=form, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/documents")
    client.app.state.relating.wait()  # type: ignore[attr-defined]
    gone = client.get(f"/documents/{key}")
    assert gone.status_code == 410
    assert "by Ann" in gone.text
    assert "The source asked." in gone.text
    assert key not in client.get("/documents").text
    after = ledger.counts()
    assert (after["document"], after["claim"] < before["claim"]) == (before["document"] - 1, True)
    assert after["proposition"] > 0
    assert not ledger.needs_relating()
    assert not ledger.verify().problems


def test_what_is_not_held_cannot_be_removed(client: TestClient) -> None:
    assert client.post("/removals", data={"document": "doc-0", "reason": "x", "sure": "y"}).status_code == 404


def test_a_person_removes_a_document_in_the_browser(page: Any, ledger: Ledger) -> None:
    key = a_document(ledger)
    page.goto(f"/documents/{key}")
    page.click("#remove summary")
    page.click("#remove button")  # the browser asks for the reason first
    assert ledger.document(key) is not None
    page.fill("#remove-reason", "wrong file")
    page.check("#remove-sure")
    page.click("#remove button")
    page.wait_for_url("**/documents")
    assert ledger.document(key) is None
    assert [removal.reason for removal in ledger.removals()] == ["wrong file"]


def test_the_first_page_says_where_to_begin_and_what_its_words_mean(client: TestClient) -> None:
    shown = client.get("/").text
    assert "Begin with" in shown
    for word in ("claim", "proposition", "independent origin"):
        assert f"<strong>{word}</strong>" in shown
