"""Same and not same for propositions and their wordings, at the desk."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from sayso.model import Proposition
from sayso.store import Ledger


def settled(client: TestClient) -> None:
    client.app.state.relating.wait()  # type: ignore[attr-defined]


def two_of_a_type(ledger: Ledger) -> tuple[Proposition, Proposition]:
    held = ledger.relations().propositions
    return next((a, b) for n, a in enumerate(held) for b in held[n + 1 :] if a.event_type == b.event_type)


def of_several(ledger: Ledger) -> Proposition:
    return max(ledger.relations().propositions, key=lambda p: len(p.claims))


def together(ledger: Ledger, left: str, right: str) -> bool:
    return any({left, right} <= set(p.claims) for p in ledger.relations().propositions)


def test_two_propositions_become_one_and_the_old_address_leads_there(client: TestClient, ledger: Ledger) -> None:
    left, right = two_of_a_type(ledger)
    form = {"subject": right.id, "action": "same", "field": "claim", "value": f"/propositions/{left.id}"}
    answer = client.post(
        "/judgements", data={**form, "by": "Ana", "reason": "one drive"}, follow_redirects=False
    )  # fmt: skip
    assert answer.status_code == 303
    settled(client)
    assert together(ledger, left.claims[0], right.claims[0])
    pages = [client.get(f"/propositions/{key}") for key in (left.id, right.id)]
    assert len({page.url for page in pages}) == 1
    assert "says the same as" in pages[0].text
    assert "one drive" in pages[0].text
    (made,) = client.get(f"{pages[0].url.path}.json").json()["decided"]
    assert (made["by"], made["subject"], made["value"]) == ("Ana", right.claims[0], left.claims[0])
    assert "Ana decided so on" in pages[0].text
    undo = {"subject": made["subject"], "action": "undo", "value": made["id"]}
    assert client.post("/judgements", data=undo, follow_redirects=False).status_code == 303
    settled(client)
    assert not together(ledger, left.claims[0], right.claims[0])
    page = client.get(f"/propositions/{right.id}")
    assert "(taken back)" in page.text


def test_a_wording_taken_out_shows_on_its_card_who_did_it(client: TestClient, ledger: Ledger) -> None:
    whole = of_several(ledger)
    moved = whole.claims[-1]
    form = {"subject": moved, "action": "not_same", "field": "claim", "value": whole.id, "by": "Ana"}
    client.post("/judgements", data=form)
    settled(client)
    assert not together(ledger, moved, whole.claims[0])
    document = ledger.show(moved).document
    assert "does not say the same as" in client.get(f"/documents/{document}").text
    assert "Undo keeping apart" in client.get(f"/documents/{document}").text


@pytest.mark.parametrize(
    ("value", "said"),
    [("No Such Proposition", "No proposition is called"), ("p-0000000000000000", "no row has the id")],
)
def test_what_is_not_there_is_refused_in_words(client: TestClient, ledger: Ledger, value: str, said: str) -> None:
    subject = ledger.relations().propositions[0].id
    form = {"subject": subject, "action": "same", "field": "claim", "value": value}
    answer = client.post("/judgements", data=form)
    assert answer.status_code == 400
    assert said in answer.text
    assert not ledger.judgements()


@pytest.mark.browser
def test_a_person_takes_a_wording_out_and_back_with_the_keyboard(page: Any, ledger: Ledger) -> None:
    whole = of_several(ledger)
    moved = whole.claims[-1]
    page.goto(f"/propositions/{whole.id}")
    card = page.locator(f".grid > div:has(#{moved})")
    card.get_by_role("button", name="Says something else").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#decided")).to_contain_text("does not say the same as")
    assert [j.action for j in ledger.judgements(moved)] == ["not_same"]
    page.get_by_role("button", name="Undo", exact=True).press("Enter")
    expect(page.locator("#decided")).to_contain_text("(taken back)")
    assert [j.action for j in ledger.judgements(moved)] == ["not_same", "undo"]


@pytest.mark.browser
def test_a_person_says_that_two_are_the_same_by_title(page: Any, ledger: Ledger) -> None:
    held = ledger.relations().propositions
    titles = [p.title.lower() for p in held]
    one, other = [p for p in held if titles.count(p.title.lower()) == 1][:2]
    page.goto(f"/propositions/{one.id}")
    page.get_by_label("Another proposition").fill(other.title)
    page.get_by_role("button", name="Says the same", exact=True).click()
    expect(page.locator("#decided")).to_contain_text("says the same as")
    (made,) = ledger.judgements(one.claims[0])
    assert (made.action, made.value) == ("same", other.claims[0])
    expect(page).to_have_url(re.compile("/propositions/"))
