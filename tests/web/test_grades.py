"""Claims are narrowed by the grades of what is said and of who says it."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from sayso.store import Ledger, desk


def facet(client: TestClient, name: str, **asked: str) -> dict[str, int]:
    found = next(f for f in client.get("/claims.json", params=asked).json()["facets"] if f["name"] == name)
    return {value["value"]: value["claims"] for value in found["values"]}


def grade_origin(client: TestClient, ledger: Ledger, value: str) -> tuple[str, int]:
    """Grade the origin with most claims; gives its id and how many of its claims there are."""
    row = ledger.ask(desk.origin_rows, limit=1)[0]
    assert row.claims > 1
    client.post("/judgements", data={"subject": row.id, "action": "grade", "value": value})
    return row.id, row.claims


def test_credibility_is_that_of_the_proposition(client: TestClient, ledger: Ledger) -> None:
    counts = facet(client, "credibility")
    assert len(counts) > 1
    graded = {g.subject: g.value for g in ledger.grades() if g.scale == "credibility"}
    for value, claims in counts.items():
        page = client.get("/claims.json", params={"credibility": value, "limit": "200"}).json()
        assert page["total"] == claims
        for card in page["cards"]:
            assert card["credibility"] == graded[card["proposition"]] == value


def test_a_persons_grade_counts_at_once_and_so_does_taking_it_back(client: TestClient, ledger: Ledger) -> None:
    assert set(facet(client, "reliability")) == {"F"}
    origin, claims = grade_origin(client, ledger, "B")
    assert facet(client, "reliability")["B"] == claims
    cards = client.get("/claims.json", params={"reliability": "B"}).json()["cards"]
    assert {card["claim"]["id"] for card in cards} <= set(ledger.ask(desk.origins_by_id, [origin])[origin].claims)
    assert "source B, usually reliable" in client.get("/claims?reliability=B").text
    client.post("/judgements", data={"subject": origin, "action": "grade", "value": "D"})
    assert facet(client, "reliability")["D"] == claims
    client.post("/judgements", data={"subject": origin, "action": "undo", "value": ledger.judgements(origin)[-1].id})
    assert facet(client, "reliability")["B"] == claims


def test_a_rejected_claim_has_no_credibility(client: TestClient, ledger: Ledger) -> None:
    before = client.get("/claims.json", params={"credibility": "3"}).json()
    claim = before["cards"][0]["claim"]["id"]
    client.post("/judgements", data={"subject": claim, "action": "reject"})
    client.app.state.relating.wait()  # type: ignore[attr-defined]
    found = client.get("/claims.json", params={"credibility": "3", "limit": "200"}).json()
    assert claim not in [card["claim"]["id"] for card in found["cards"]]
    rejected = client.get("/claims.json", params={"reviewed": "rejected"}).json()["cards"]
    assert [(c["claim"]["id"], c["credibility"]) for c in rejected] == [(claim, None)]


def test_grades_combine_with_other_filters_and_are_exported(client: TestClient, ledger: Ledger) -> None:
    grade_origin(client, ledger, "B")
    credibility = next(iter(facet(client, "credibility", reliability="B")))
    asked = {"reliability": "B", "credibility": credibility, "factuality": "asserted"}
    shown = client.get("/claims.json", params=asked).json()
    assert 0 < shown["total"] < facet(client, "reliability")["B"]
    rows = list(csv.DictReader(io.StringIO(client.get("/claims.csv", params=asked).text, newline="")))
    assert len(rows) == shown["total"]
    assert {(row["credibility"], row["reliability"], row["factuality"]) for row in rows} == {
        (credibility, "B", "asserted")
    }
    page = client.get("/claims", params=asked).text
    assert 'name="reliability" value="B"' in page  # searching on keeps them
    assert f'name="credibility" value="{credibility}"' in page


@pytest.mark.parametrize("asked", [{"credibility": "7"}, {"reliability": "Z"}])
def test_what_is_no_grade_is_refused_in_words(client: TestClient, asked: dict[str, str]) -> None:
    answer = client.get("/claims.json", params=asked)
    assert answer.status_code == 422
    assert next(iter(asked)) in answer.text
