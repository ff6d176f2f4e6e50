"""Events at the desk: a list, a page of each, and the other propositions of its event on a proposition's page."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from sayso.store import Ledger


def test_the_list_leads_to_every_event_and_its_propositions(client: TestClient, ledger: Ledger) -> None:
    held = ledger.happenings()
    assert held, "the sample has an event of several propositions"
    page = client.get("/events.json").json()
    assert {row["id"] for row in page["rows"]} == {each.id for each in held}
    assert page["waiting"] == 0
    shown = client.get("/events").text
    for each in held:
        assert f'href="/events/{each.id}"' in shown
        assert all(f'href="/propositions/{key}"' in shown for key in each.propositions)
    sizes = [row["documents"] for row in page["rows"]]
    assert sizes == sorted(sizes, reverse=True)


def test_the_list_is_narrowed_by_words_of_a_title(client: TestClient, ledger: Ledger) -> None:
    titles = {p.id: p.title for p in ledger.relations().propositions}
    event = ledger.happenings()[0]
    rows = client.get("/events.json", params={"text": titles[event.propositions[0]]}).json()["rows"]
    assert event.id in {row["id"] for row in rows}
    assert client.get("/events.json", params={"text": "no such words"}).json()["rows"] == []
    assert "None with these words" in client.get("/events", params={"text": "no such words"}).text


def test_an_event_shows_every_claim_of_each_proposition_and_why(client: TestClient, ledger: Ledger) -> None:
    for event in ledger.happenings():
        page = client.get(f"/events/{event.id}.json").json()
        told = {key: {q["claim"] for q in quoted} for key, quoted in page["told"]}
        assert set(told) == set(event.propositions)
        assert {c for claims in told.values() for c in claims} == {t.claim for t in event.tellings}
        joins = page["event"]["joins"]
        assert [j["proposition"] for j in joins] == list(event.propositions[1:])
        assert all(0 < j["chance"] <= 1 and j["sentences"] for j in joins)


def test_a_proposition_names_the_others_of_its_event(client: TestClient, ledger: Ledger) -> None:
    event = ledger.happenings()[0]
    first, *others = event.propositions
    page = client.get(f"/propositions/{first}").text
    assert "Other propositions of this event" in page
    assert all(f'href="/propositions/{key}"' in page for key in others)
    alone = next(
        p.id for p in ledger.relations().propositions if all(p.id not in e.propositions for e in ledger.happenings())
    )
    assert client.get(f"/propositions/{alone}.json").json()["event"] is None
    assert "Other propositions of this event" not in client.get(f"/propositions/{alone}").text


def test_pages_say_that_events_are_not_worked_out(client: TestClient, ledger: Ledger) -> None:
    event = ledger.happenings()[0]
    ledger.forget_happenings()
    page = client.get(f"/propositions/{event.propositions[0]}").text
    assert "is not worked out yet" in page
    shown = client.get("/events").text
    assert re.search(r"\d+ documents are not held against the others for events yet", shown)


@pytest.mark.browser
def test_a_reader_goes_from_a_proposition_to_its_event_and_to_the_words(page: Any, ledger: Ledger) -> None:
    event = max(ledger.happenings(), key=lambda each: len(each.documents))
    page.goto(f"/propositions/{event.propositions[0]}")
    section = page.get_by_role("region", name="Other propositions of this event")
    section.get_by_text("Why they are one event").click()
    expect(section.locator("blockquote").first).to_be_visible()
    section.get_by_role("link", name="one happening").click()
    expect(page).to_have_url(re.compile(event.id))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Event:")
    page.locator("blockquote a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".seg.lit")


@pytest.mark.browser
def test_on_a_phone_nothing_of_an_event_is_cut(page: Any, ledger: Ledger) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in ("/events", f"/events/{ledger.happenings()[0].id}"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
