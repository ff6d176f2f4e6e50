"""What people decide, through the pages: counted when relating, kept when rows go, taken back."""

import csv
import io
import json
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from sayso.store import Ledger, desk
from sayso.views.desk.export import harmless


def settled(client: TestClient) -> None:
    client.app.state.relating.wait()  # type: ignore[attr-defined]


def card(client: TestClient, document: str, claim: str) -> dict[str, object]:
    cards = client.get(f"/documents/{document}.json").json()["cards"]
    return next(c for c in cards if c["claim"]["id"] == claim)  # type: ignore[no-any-return]


def test_a_rejected_claim_is_shown_as_such_and_no_longer_counts(client: TestClient, ledger: Ledger) -> None:
    most = max(ledger.relations().propositions, key=lambda p: p.reports)
    claim = most.claims[-1]
    client.post("/judgements", data={"subject": claim, "action": "reject", "by": "Ana"})
    settled(client)
    assert claim not in {c for p in ledger.relations().propositions for c in p.claims}
    document = ledger.show(claim).document
    assert "rejected, not counted" in client.get(f"/documents/{document}").text
    client.post("/judgements", data={"subject": claim, "action": "undo", "value": ledger.judgements(claim)[0].id})
    settled(client)
    assert claim in {c for p in ledger.relations().propositions for c in p.claims}


def test_a_missed_claim_is_added_shown_and_counted(client: TestClient, ledger: Ledger) -> None:
    document = next(ledger.documents())
    words = document.text.split()[0]
    trigger = {"start": document.text.index(words), "end": document.text.index(words) + len(words), "text": words}
    value = {"event_type": "RECRUIT", "trigger": trigger, "factuality": "asserted", "arguments": []}
    form = {"action": "add", "document": document.id, "value": json.dumps(value), "by": "Ana"}
    form["back"] = f"/documents/{document.id}#{{id}}"
    answer = client.post("/judgements", data=form, follow_redirects=False)
    claim = answer.headers["location"].partition("#")[2]
    settled(client)
    assert card(client, document.id, claim)["added_by"] == "Ana"
    assert "added by Ana" in client.get(f"/documents/{document.id}").text
    proposition = next(p for p in ledger.relations().propositions if claim in p.claims)
    page = client.get(f"/propositions/{proposition.id}.json").json()
    assert claim in [c["claim"]["id"] for c in page["cards"]]
    assert client.get(f"/claims/{claim}", follow_redirects=False).headers["location"].endswith(f"#{claim}")
    assert client.post("/judgements", data={**form, "value": "{}"}).status_code == 400


def test_a_judgement_whose_row_is_gone_stays_on_its_page(client: TestClient, ledger: Ledger) -> None:
    row = ledger.claims()[0]
    client.post("/judgements", data={"subject": row.claim.id, "action": "accept", "by": "Ana"})
    reading = ledger.reading(row.document)
    assert reading is not None
    ledger.put_reading(replace(reading, claims=reading.claims[1:], read_by="newer"))
    page = client.get(f"/documents/{row.document}.json").json()
    assert [o["subject"] for o in page["orphans"]] == [row.claim.id]
    assert page["orphans"][0]["words"] == row.claim.content.text
    assert client.get(f"/claims/{row.claim.id}").status_code == 200


def test_merging_splitting_and_taking_back(client: TestClient, ledger: Ledger) -> None:
    first, second = ledger.ask(desk.entities, limit=2).rows
    client.post("/judgements", data={"subject": first.entity, "action": "same", "value": second.entity})
    page = client.get(f"/entities/{second.entity}.json").json()
    assert page["row"]["entity"] == first.entity
    assert page["members"] == [second.entity]
    assert page["row"]["claims"] >= max(first.claims, second.claims)
    claims = client.get("/claims.json", params={"actor": first.entity}).json()
    assert claims["total"] >= page["row"]["claims"]
    client.post("/judgements", data={"subject": first.entity, "action": "undo", "value": page["history"][0]["id"]})
    again = client.get(f"/entities/{first.entity}.json").json()
    assert again["row"]["claims"] == first.claims
    words = again["names"][0]
    form = {"subject": first.entity, "action": "not_same", "field": "name", "value": words["words"]}
    client.post("/judgements", data=form)
    after = client.get(f"/entities/{first.entity}.json").json()
    assert words["words"] not in [n["words"] for n in after["names"]]
    assert client.get(f"/entities/{after['split'][0]}.json").json()["names"][0]["words"] == words["words"]
    settled(client)


def test_merging_takes_the_name_that_the_desk_shows_and_keeps_the_name_of_the_one_that_stays(
    client: TestClient, ledger: Ledger
) -> None:
    rows = ledger.ask(desk.entities, limit=20).rows
    called = [row.name.lower() for row in rows]
    first, second = [row for row in rows if called.count(row.name.lower()) == 1][:2]
    for stays, goes in ((first, second), (second, first)):
        client.post("/judgements", data={"subject": stays.entity, "action": "same", "value": goes.name.upper()})
        page = client.get(f"/entities/{stays.entity}.json").json()
        assert page["row"]["name"] == stays.name
        assert page["members"] == [goes.entity]
        made = page["history"][-1]["id"]
        client.post("/judgements", data={"subject": stays.entity, "action": "undo", "value": made})
    settled(client)


def test_merging_with_what_nothing_is_called_is_refused_in_words(client: TestClient, ledger: Ledger) -> None:
    first = ledger.ask(desk.entities, limit=1).rows[0]
    for value, said in (("Nobody Of That Name", "No entity of this ledger is called"), (first.name, "two different")):
        answer = client.post("/judgements", data={"subject": first.entity, "action": "same", "value": value})
        assert answer.status_code == 400
        assert said in answer.text
    assert not ledger.judgements()


def test_reviewed_or_not(client: TestClient, ledger: Ledger) -> None:
    claim = ledger.claims()[0].claim.id
    client.post("/judgements", data={"subject": claim, "action": "accept"})
    page = client.get("/claims.json", params={"reviewed": "accepted"}).json()
    assert [c["claim"]["id"] for c in page["cards"]] == [claim]
    client.post("/judgements", data={"subject": claim, "action": "undo", "value": ledger.judgements(claim)[0].id})
    assert client.get("/claims.json", params={"reviewed": "reviewed"}).json()["total"] == 0


def counted(client: TestClient, name: str) -> dict[str, int]:
    facets = client.get("/claims.json").json()["facets"]
    return {v["value"]: v["claims"] for f in facets if f["name"] == name for v in f["values"]}


def test_a_corrected_claim_is_found_under_the_corrected_value(client: TestClient, ledger: Ledger) -> None:
    claim = next(row.claim for row in ledger.claims() if row.claim.event_type == "RECRUIT")
    before = counted(client, "event_type")
    form = {"subject": claim.id, "action": "correct", "field": "event_type", "value": "train"}
    assert client.post("/judgements", data=form, follow_redirects=False).status_code == 303
    after = counted(client, "event_type")
    assert (after["RECRUIT"], after["TRAIN"]) == (before["RECRUIT"] - 1, before.get("TRAIN", 0) + 1)
    cards = client.get("/claims.json", params={"event_type": "TRAIN", "reviewed": "corrected"}).json()["cards"]
    assert [(c["claim"]["id"], c["claim"]["event_type"]) for c in cards] == [(claim.id, "TRAIN")]
    assert "corrected</span>" in client.get("/claims?event_type=TRAIN&reviewed=corrected").text
    client.post("/judgements", data={"subject": claim.id, "action": "undo", "value": ledger.judgements(claim.id)[0].id})
    assert counted(client, "event_type") == before
    settled(client)


def test_a_claim_on_which_people_differ_stays_where_the_machine_put_it(client: TestClient, ledger: Ledger) -> None:
    claim = next(row.claim for row in ledger.claims() if row.claim.factuality == "asserted")
    before = counted(client, "factuality")
    for by, value in (("Ann", "possible"), ("Ben", "planned")):
        form = {"subject": claim.id, "action": "correct", "field": "factuality", "value": value, "by": by}
        client.post("/judgements", data=form)
    assert counted(client, "factuality") == before
    settled(client)


def test_a_type_that_there_is_not_is_no_correction(client: TestClient, ledger: Ledger) -> None:
    form = {"subject": ledger.claims()[0].claim.id, "action": "correct", "field": "event_type", "value": "NOPE"}
    answer = client.post("/judgements", data=form)
    assert answer.status_code == 422
    assert "`RECRUIT`" in answer.text
    assert not ledger.judgements()


@pytest.mark.parametrize("order", ["date", "newest", "least_sure", "surest", "type"])
def test_claims_can_be_sorted(client: TestClient, order: str) -> None:
    cards = client.get("/claims.json", params={"order": order, "limit": 200}).json()["cards"]
    confidence = [c["claim"]["confidence"] for c in cards]
    ordered = {"least_sure": sorted(confidence), "surest": sorted(confidence, reverse=True)}
    assert confidence == ordered.get(order, confidence)
    kinds = [c["claim"]["event_type"] for c in cards]
    assert order != "type" or kinds == sorted(kinds)


def test_all_that_the_filter_asks_for_as_csv(client: TestClient) -> None:
    shown = client.get("/claims.json", params={"text": "commandos"}).json()
    answer = client.get("/claims.csv", params={"text": "commandos"})
    assert answer.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert len(rows) == shown["total"] > 0
    assert [r["claim"] for r in rows[:50]] == [c["claim"]["id"] for c in shown["cards"]]


def test_a_line_of_csv_can_be_judged_and_cited_without_the_ledger(client: TestClient, ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/claims.csv").text, newline="")))
    texts = {d.id: d.text for d in ledger.documents()}
    told = {claim.id: claim for reading in ledger.readings() for claim in reading.claims}
    assert len(rows) == len(told)
    for row in rows:
        claim, text = told[row["claim"]], texts[row["document"]]
        assert row["sentence"] == harmless(text[claim.sentence.start : claim.sentence.end])
        assert row["words"] == harmless(text[int(row["start"]) : int(row["end"])])
        assert row["sources"] == harmless(" > ".join(link.name for link in claim.chain))
        assert row["source_kinds"] == " > ".join(link.kind for link in claim.chain)
        assert 0 <= float(row["confidence"]) <= 1
    assert any(" > " in row["source_kinds"] for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == "'" + cell


def test_what_is_new_since_the_last_visit(client: TestClient, ledger: Ledger) -> None:
    assert client.get("/index.json").json()["new"] is None
    client.cookies.delete("sayso_seen")
    client.cookies.set("sayso_seen", "2020-01-01T00:00:00+00:00")
    new = client.get("/index.json").json()["new"]
    assert new["documents"] == len(ledger.document_ids())
    assert "Since you were here" in client.get("/").text


def test_a_name_is_kept_and_signs(client: TestClient, ledger: Ledger) -> None:
    client.post("/name", data={"name": "Ana"})
    client.post("/judgements", data={"subject": ledger.claims()[0].claim.id, "action": "accept"})
    assert ledger.judgements()[0].by == "Ana"
