"""Events at the desk: a list, a page of each, and the other propositions of its event on a proposition's page."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from sayso.model import Proposition
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


def settled(client: TestClient) -> None:
    client.app.state.relating.wait()  # type: ignore[attr-defined]


def alone_in_its_event(ledger: Ledger) -> Proposition:
    """A proposition that happens, and tells of no event with others."""
    taken = {key for each in ledger.happenings() for key in each.propositions}
    states = {c.id for r in ledger.readings() for c in r.claims if c.sort == "state"}
    return next(p for p in ledger.relations().propositions if p.id not in taken and not states & set(p.claims))


def test_a_proposition_is_brought_into_an_event_and_the_pages_say_who_said_so(
    client: TestClient, ledger: Ledger
) -> None:
    event = ledger.happenings()[0]
    added = alone_in_its_event(ledger)
    form = {"subject": added.id, "action": "same", "field": "event", "value": f"/events/{event.id}", "by": "Ana"}
    assert client.post("/judgements", data=form | {"reason": "one raid"}, follow_redirects=False).status_code == 303
    settled(client)
    (grown,) = [e for e in ledger.happenings() if added.id in e.propositions]
    assert set(event.propositions) < set(grown.propositions)
    page = client.get(f"/events/{grown.id}")
    assert "tells of one event with" in page.text
    (made,) = client.get(f"/events/{grown.id}.json").json()["decided"]
    assert (made["by"], made["field"], made["reason"]) == ("Ana", "event", "one raid")
    of_proposition = client.get(f"/propositions/{added.id}.json").json()
    assert [j["id"] for j in of_proposition["of_event"]] == [made["id"]]
    assert of_proposition["decided"] == []
    assert "Ana said so on" in client.get(f"/propositions/{added.id}").text
    undo = {"subject": made["subject"], "action": "undo", "value": made["id"]}
    assert client.post("/judgements", data=undo, follow_redirects=False).status_code == 303
    settled(client)
    assert event in ledger.happenings()
    shown = client.get(f"/propositions/{added.id}").text
    assert "(taken back)" in shown
    assert "Redo" in shown


def test_what_is_no_event_is_refused_at_the_desk_too(client: TestClient, ledger: Ledger) -> None:
    event = ledger.happenings()[0]
    form = {"subject": event.propositions[0], "action": "same", "field": "event", "value": event.propositions[0]}
    answer = client.post("/judgements", data=form)
    assert answer.status_code == 400
    assert "both are one proposition" in answer.text
    assert not ledger.judgements()


@pytest.mark.browser
def test_a_proposition_is_taken_out_of_its_event_and_back_with_the_keyboard(page: Any, ledger: Ledger) -> None:
    event = ledger.happenings()[0]
    page.goto(f"/events/{event.id}")
    moved = page.locator("section.card h2 a").nth(1).get_attribute("href")
    section = page.locator("section.card", has=page.locator(f"a[href='{moved}']"))
    section.get_by_role("button", name="Tells of another event").press("Enter")
    page.wait_for_url(f"**{moved}")
    expect(page.locator("#decided-events")).to_contain_text("tells of another event than")
    page.get_by_role("button", name="Undo", exact=True).press("Enter")
    expect(page.locator("#decided-events")).to_contain_text("(taken back)")
    assert {(j.action, j.field) for j in ledger.judgements()} == {("undo", None), ("not_same", "event")}


@pytest.mark.browser
def test_a_person_names_another_proposition_of_the_event_by_title(page: Any, ledger: Ledger) -> None:
    event = ledger.happenings()[0]
    titles = [p.title.lower() for p in ledger.relations().propositions]
    one = next(p for p in ledger.relations().propositions if p.id in event.propositions)
    other = alone_in_its_event(ledger)
    page.goto(f"/propositions/{other.id}")
    page.get_by_label("Proposition or event").fill(one.title if titles.count(one.title.lower()) == 1 else one.id)
    page.get_by_role("button", name="Tells of the same event").click()
    expect(page.locator("#decided-events")).to_contain_text("tells of one event with")
    (made,) = ledger.judgements()
    assert (made.action, made.field, made.subject) == ("same", "event", other.claims[0])
    assert made.value in one.claims
