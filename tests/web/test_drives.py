"""The page of recruitment drives on the sample ledger."""

import pytest
from fastapi.testclient import TestClient

from sayso.store import Ledger
from sayso.views.desk import drives


def test_a_drive_with_its_voices_leads_to_their_claims(client: TestClient, ledger: Ledger) -> None:
    assert 'href="/drives"' in client.get("/").text
    shown = client.get("/drives").text
    (one,) = [d for d in client.get("/drives.json").json()["drives"] if (d["people"], d["side"]) == ("AF", "RU")]
    assert one["title"] in shown
    assert f"{one['reports']} reports, {one['outlets']} outlets, " in shown
    assert "Michael McCaul" in {v["name"] for v in one["voices"]}
    assert "Yevgeny Prigozhin" in {v["name"] for v in one["denied_by"]}
    assert "Denied by Yevgeny Prigozhin" in shown
    whole = {r.document.id: r for r in ledger.readings()}
    for voice in (*one["voices"], *one["denied_by"]):
        address = f"/claims/{voice['citations'][0]['claim']}"
        assert address in shown
        cited = voice["citations"][0]
        sentence = whole[cited["document"]].sentences[cited["sentence"] - 1]
        assert sentence.start <= cited["start"] < sentence.end
        assert client.get(address).status_code == 200


def test_too_many_documents_are_said_with_what_to_do(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "MOST", 2)
    shown = client.get("/drives").text
    assert "too many to be held against each other" in shown
    assert "sayso drives" in shown
