"""Every page answers on the sample ledger, with its JSON twin, and judgements do what they say."""

import json
import re

import pytest
from fastapi.testclient import TestClient

from sayso.store import Ledger, desk

PAGES = (
    "/",
    "/drives",
    "/documents",
    "/claims",
    "/propositions",
    "/events",
    "/picture",
    "/map",
    "/sources",
    "/entities",
    "/add",
)


@pytest.mark.parametrize("path", PAGES)
def test_page_and_twin(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "<h1>" in page.text
    twin = client.get("/index.json" if path == "/" else path + ".json")
    assert twin.headers["content-type"] == "application/json"
    assert twin.json()


def test_every_row_has_its_page(client: TestClient, ledger: Ledger) -> None:
    relations = ledger.relations()
    paths = [f"/documents/{key}" for key in ledger.document_ids()]
    paths += [f"/propositions/{p.id}" for p in relations.propositions[:12]]
    paths += [f"/events/{e.id}" for e in ledger.happenings()]
    paths += [f"/sources/{o.id}" for o in relations.origins[:12]]
    paths += [f"/entities/{e.entity}" for e in ledger.ask(desk.entities, limit=8).rows]
    for path in paths:
        assert client.get(path).status_code == 200, path
        assert client.get(path + ".json").status_code == 200, path


def test_unknown_rows_say_so(client: TestClient) -> None:
    for path in (
        "/documents/doc-0",
        "/propositions/p-0",
        "/events/e-0",
        "/sources/o-0",
        "/entities/nobody",
        "/add/none",
    ):
        answer = client.get(path, headers={"accept": "text/html"})
        assert answer.status_code == 404
        assert "This did not work" in answer.text


def test_a_missed_claim_can_be_given_any_part_that_a_type_has(client: TestClient, ledger: Ledger) -> None:
    """A killing could be added, and nobody be said to have killed or died in it."""
    page = client.get(f"/documents/{ledger.document_ids()[0]}").text
    for role in ("killer", "victim", "attacker", "recruiter", "recruit_pool", "location"):
        assert f'<option value="{role}">' in page


def test_a_refused_judgement_leads_back_to_the_page_it_was_made_on(client: TestClient, ledger: Ledger) -> None:
    row = ledger.claims()[0]
    form = {"subject": row.claim.id, "action": "correct", "field": "event_type", "value": "NOTHING"}
    page = f"/documents/{row.document}"
    asked = {"accept": "text/html", "referer": f"http://127.0.0.1:8017{page}"}
    answer = client.post("/judgements", data=form, headers=asked)
    assert answer.status_code >= 400
    assert f'<a href="{page}">Back to the page</a>' in answer.text
    answer = client.post("/judgements", data=form, headers=asked | {"referer": "http://other.example/trap"})
    assert "Back to the page" not in answer.text


def test_facets_lead_to_what_they_count(client: TestClient) -> None:
    page = client.get("/claims.json").json()
    kinds = next(f for f in page["facets"] if f["name"] == "event_type")["values"]
    assert kinds
    for value in kinds[:3]:
        assert client.get("/claims.json", params={"event_type": value["value"]}).json()["total"] == value["claims"]


def test_a_correction_shows_machine_and_person(client: TestClient, ledger: Ledger) -> None:
    counted = (r for r in ledger.claims() if r.claim.quantities)
    row = next(r for r in counted if (r.claim.quantities[0].low or 0) <= 12345)  # no upper end below the lower one
    form = {"subject": row.claim.id, "action": "correct", "field": "quantities.0.high", "value": "12345", "by": "Ana"}
    assert client.post("/judgements", data=form, follow_redirects=False).status_code == 303
    card = next(
        c for c in client.get(f"/documents/{row.document}.json").json()["cards"] if c["claim"]["id"] == row.claim.id
    )
    assert card["claim"]["quantities"][0]["high"] == 12345
    assert card["standing"]["corrections"][0]["machine"] == json.dumps(row.claim.quantities[0].high)
    assert ledger.claims()[0].claim == row.claim or ledger.show(row.claim.id).item == row.claim  # the row is untouched


def test_two_people_who_differ_are_both_kept(client: TestClient, ledger: Ledger) -> None:
    row = ledger.claims()[0]
    for by, action in (("Ana", "accept"), ("Ben", "reject")):
        client.post("/judgements", data={"subject": row.claim.id, "action": action, "by": by})
    cards = client.get(f"/documents/{row.document}.json").json()["cards"]
    card = next(c for c in cards if c["claim"]["id"] == row.claim.id)
    assert card["standing"]["status"] == "disputed"
    assert len(card["standing"]["history"]) == 2


def test_undo_takes_back_and_is_kept(client: TestClient, ledger: Ledger) -> None:
    row = ledger.claims()[0]
    client.post("/judgements", data={"subject": row.claim.id, "action": "reject"})
    first = ledger.judgements(row.claim.id)[0]
    client.post("/judgements", data={"subject": row.claim.id, "action": "undo", "value": first.id})
    cards = client.get(f"/documents/{row.document}.json").json()["cards"]
    card = next(c for c in cards if c["claim"]["id"] == row.claim.id)
    assert card["standing"]["status"] == "unreviewed"
    assert [j["action"] for j in card["standing"]["history"]] == ["reject", "undo"]


def test_redo_brings_back_what_was_undone(client: TestClient, ledger: Ledger) -> None:
    row = ledger.claims()[0]
    page = f"/documents/{row.document}"
    client.post("/judgements", data={"subject": row.claim.id, "action": "reject"})
    assert "Redo reject" not in client.get(page).text
    client.post("/judgements", data={"subject": row.claim.id, "action": "undo", "value": ledger.judgements()[0].id})
    assert "Redo reject" in client.get(page).text
    undo = ledger.judgements()[1]
    client.post("/judgements", data={"subject": row.claim.id, "action": "undo", "value": undo.id})
    shown = client.get(page).text
    assert "Undo reject" in shown
    assert "Redo" not in shown
    card = next(c for c in client.get(f"{page}.json").json()["cards"] if c["claim"]["id"] == row.claim.id)
    assert card["standing"]["status"] == "rejected"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("quantities.0.low", "1e99", "lower bound is above"),
        ("quantities.0.high", '"many"', "does not fit"),
        ("id", '"c-1"', "derived"),
        ("factuality", "certain", "does not fit"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    client: TestClient, ledger: Ledger, field: str, value: str, words: str
) -> None:
    row = next(r for r in ledger.claims() if r.claim.quantities and r.claim.quantities[0].high is not None)
    answer = client.post(
        "/judgements", data={"subject": row.claim.id, "action": "correct", "field": field, "value": value}
    )
    assert answer.status_code == 400
    assert words in answer.text
    assert ledger.judgements() == ()


def test_grading_a_source_keeps_its_history(client: TestClient, ledger: Ledger) -> None:
    origin = ledger.relations().origins[0].id
    for grade, reason in (("B", "reliable so far"), ("D", "retracted a report")):
        client.post("/judgements", data={"subject": origin, "action": "grade", "value": grade, "reason": reason})
    page = client.get(f"/sources/{origin}.json").json()
    assert page["reliability"] == "D"
    assert [j["reason"] for j in page["history"]] == ["reliable so far", "retracted a report"]
    assert client.post("/judgements", data={"subject": origin, "action": "grade", "value": "1"}).status_code == 400


def test_withdrawing_an_origin_lowers_the_count(client: TestClient, ledger: Ledger) -> None:
    row = max(ledger.relations().propositions, key=lambda p: p.origins.at_most)
    assert row.origins.at_most > 1
    origins = ledger.ask(desk.origins_by_id, row.origin_ids)
    known = [o.id for o in origins.values() if o.kind != "unknown"]
    each = [client.get(f"/propositions/{row.id}.json", params={"without": o}).json()["counted"] for o in known]
    left = {counted["at_most"] for counted in each}
    assert min(left) == row.origins.at_most - 1
    assert left <= {row.origins.at_most, row.origins.at_most - 1}  # an outlet that only passes on lowers nothing
    nothing = client.get(f"/propositions/{row.id}.json", params={"without": known}).json()["counted"]
    assert (nothing["at_least"], nothing["at_most"]) == (0, 0)


def test_lists_and_pages_count_the_same(client: TestClient, ledger: Ledger) -> None:
    rows = client.get("/propositions.json").json()["rows"]
    denied = [p.id for p in ledger.relations().propositions if p.against]
    assert denied
    by_id = {row["id"]: row for row in rows}
    for key in {*by_id, *denied}:
        page = client.get(f"/propositions/{key}.json").json()
        row = by_id.get(key) or ledger.ask(desk.proposition_rows, ids=[key])[0]
        told = row if isinstance(row, dict) else {"reports": row.reports, "outlets": row.outlets}
        assert (page["reports"], page["proposition"]["outlets"]) == (told["reports"], told["outlets"]), key
        if isinstance(row, dict):
            assert (page["counted"]["at_least"], page["counted"]["at_most"]) == (row["at_least"], row["at_most"]), key


def test_withdrawing_who_denies_changes_no_count(client: TestClient, ledger: Ledger) -> None:
    found = [
        (p.id, card["origin"]["id"])
        for p in ledger.relations().propositions
        for card in client.get(f"/propositions/{p.id}.json").json()["origins"]
        if card["denies"] and card["origin"]["kind"] != "unknown"
    ]
    assert found
    for key, origin in found[:3]:
        before = client.get(f"/propositions/{key}.json").json()
        after = client.get(f"/propositions/{key}.json", params={"without": origin}).json()
        assert (after["reports"], after["counted"]["at_most"]) == (before["reports"], before["counted"]["at_most"])
        assert "denies or asks, not counted" in client.get(f"/propositions/{key}").text


def test_why_a_number_is_what_it_is_reads_like_sentences(client: TestClient, ledger: Ledger) -> None:
    for row in ledger.relations().propositions:
        page = client.get(f"/propositions/{row.id}.json").json()
        assert page["why"]
        assert page["grades"]
        for words in page["why"]:
            assert re.fullmatch(r"[A-Z“‘\d].*\.( \(\d+ times\))?", words), words
            assert not re.search(r"\b(?:origins|same_claim)\.[a-z]|[A-Z]{2,}_|\b1 roles", words), words
        shown = client.get(f"/propositions/{row.id}").text.split("Why this number", 1)[1].split("</details>", 1)[0]
        assert "<code>" not in shown


def test_evidence_is_saved_and_never_opened(client: TestClient, ledger: Ledger) -> None:
    for document in ledger.documents():
        answer = client.get(f"/evidence/{document.id}")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.content == ledger.bytes_of(document)


def test_a_pdfs_page_shows_its_claims(client: TestClient, ledger: Ledger) -> None:
    pdfs = [d for d in ledger.documents() if d.evidence and d.evidence.media_type == "application/pdf"]
    marks = []
    for document in pdfs:
        page = client.get(f"/documents/{document.id}/pages/1.json").json()
        marks += [(document.id, mark) for mark in page["marks"]]
        assert client.get(f"/documents/{document.id}/pages/{page['pages'] + 1}").status_code == 404
        assert f"/documents/{document.id}/pages/1" in client.get(f"/documents/{document.id}").text
    key, mark = marks[0]
    assert f"/documents/{key}#{mark['claim']}" in client.get(f"/documents/{key}/pages/1").text
    picture = client.get(f"/documents/{key}/pages/1.png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")


def test_a_document_that_is_no_pdf_has_no_printed_pages(client: TestClient, ledger: Ledger) -> None:
    key = next(d.id for d in ledger.documents() if d.evidence and d.evidence.media_type == "text/html")
    assert client.get(f"/documents/{key}/pages/1").status_code == 404
    assert client.get(f"/documents/{key}/pages/1.png").status_code == 404


def test_figures_of_a_unit_are_a_chart_beside_their_table(client: TestClient, ledger: Ledger) -> None:
    found = max(ledger.relations().propositions, key=lambda p: len(p.figures))
    page = client.get(f"/propositions/{found.id}").text
    assert 'class="figures"' in page
    assert page.count('class="value') + page.count('class="bound') >= 2
    assert page.index('class="figures"') < page.index('<th scope="col">Reading</th>')


def test_outlets_go_with_the_sources_that_are_unticked(client: TestClient, ledger: Ledger) -> None:
    rows = client.get("/propositions.json").json()["rows"]
    found = client.get(f"/propositions/{rows[0]['id']}.json").json()
    assert found["outlets"] == found["proposition"]["outlets"]
    without = "&".join(f"without={card['origin']['id']}" for card in found["origins"])
    left = client.get(f"/propositions/{rows[0]['id']}.json?{without}").json()
    assert (left["reports"], left["outlets"]) == (0, 0)
    assert "still speak of all sources" in client.get(f"/propositions/{rows[0]['id']}?{without}").text


def test_figures_corrected_by_words_take_what_the_words_say_or_are_refused(client: TestClient, ledger: Ledger) -> None:
    """A bound from words that count something else, and the words of another figure."""
    row, other = next(
        (row, amount)
        for row in ledger.claims()
        if row.claim.quantities and row.claim.quantities[0].unit
        for reading in [ledger.reading(row.document)]
        if reading is not None
        for amount in reading.mentions.quantities
        if amount.unit not in (None, row.claim.quantities[0].unit)
    )
    words = json.dumps({"start": other.span.start, "end": other.span.end, "text": other.span.text})
    form = {"subject": row.claim.id, "action": "correct", "by": "Ana"}
    refused = client.post("/judgements", data={**form, "field": "quantities.0.low", "value": "1", "words": words})
    assert refused.status_code == 400
    assert f"counts `{other.unit}`" in refused.text
    taken = {**form, "field": "quantities.0.span", "value": words}
    assert client.post("/judgements", data=taken, follow_redirects=False).status_code == 303
    cards = client.get(f"/documents/{row.document}.json").json()["cards"]
    card = next(c for c in cards if c["claim"]["id"] == row.claim.id)
    made = card["claim"]["quantities"][0]
    assert (made["unit"], made["low"], made["high"]) == (other.unit, other.low, other.high)
    assert [c["field"] for c in card["standing"]["corrections"]] == ["quantities.0"]
    page = client.get(f"/documents/{row.document}").text
    assert "figure 1: Ana says" in page
