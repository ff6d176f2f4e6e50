"""An address is understood whole or refused in words."""

import re

import pytest
from fastapi.testclient import TestClient

STRANGE = (
    ("/claims", {"type": "NOPE", "firmness": "xyz"}, ("`type`", "`firmness`", "`event_type`", "`factuality`")),
    ("/claims", {"event_type": "NOPE"}, ("`NOPE`", "`RECRUIT`")),
    ("/claims", {"factuality": "xyz"}, ("`xyz`", "`asserted`", "`counterfactual`")),
    ("/claims", {"reviewed": "maybe"}, ("`maybe`", "`disputed`")),
    ("/claims", {"order": "best"}, ("`best`", "`least_sure`")),
    ("/claims", {"since": "soon"}, ("`soon`", "`since`", "2022-10-25")),
    ("/claims", {"limit": "100000"}, ("`limit`", "200")),
    ("/propositions", {"event_type": "NOPE"}, ("`NOPE`", "`RECRUIT`")),
    ("/propositions", {"order": "title"}, ("`order`", "`disputed`")),
    ("/picture", {"facet": "colour"}, ("`colour`", "`recruiters`")),
    ("/sources", {"name": "a"}, ("`name`", "`text`")),
    ("/add", {"text": "a"}, ("`text`", "takes no question")),
)


@pytest.mark.parametrize(("path", "asked", "told"), STRANGE, ids=lambda v: "-".join(v) if isinstance(v, dict) else None)
def test_what_is_not_understood_is_said(
    client: TestClient, path: str, asked: dict[str, str], told: tuple[str, ...]
) -> None:
    twin = client.get(path + ".json", params=asked)
    assert twin.status_code == 422
    assert [words for words in told if words not in twin.text] == []
    page = client.get(path, params={**asked, "offset": "0"}, headers={"accept": "text/html"})
    assert page.status_code == 422
    assert "This did not work" in page.text
    assert "<code>" in page.text


def test_the_page_leads_to_the_address_without_it(client: TestClient) -> None:
    asked = {"text": "commandos", "firmness": "xyz"}
    page = client.get("/claims", params=asked, headers={"accept": "text/html"}).text
    found = re.search(r'href="([^"]+)">Show the page without it', page)
    assert found
    assert found[1] == "/claims?text=commandos"
    assert client.get(found[1]).status_code == 200


def test_what_a_thing_is_called_in_an_address_is_said(client: TestClient) -> None:
    assert "`firmness` is called `factuality` here." in client.get("/claims.json", params={"firmness": "asserted"}).text


def test_csv_is_refused_too(client: TestClient) -> None:
    assert client.get("/claims.csv", params={"factuality": "xyz"}).status_code == 422


def test_markup_in_an_address_stays_text(client: TestClient) -> None:
    for asked in ({"<script>x</script>": "1"}, {"event_type": "<script>x</script>"}):
        page = client.get("/claims", params=asked, headers={"accept": "text/html"}).text
        assert "<script>x" not in page.lower()


def test_a_type_in_small_letters_is_understood(client: TestClient) -> None:
    assert client.get("/claims.json", params={"event_type": "recruit"}).json()["total"] > 0
