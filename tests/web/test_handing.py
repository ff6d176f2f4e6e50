"""What is handed on from the desk, with names and without."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

MASKED = {"mask": ["people", "places"]}
PEOPLE = ("Chupik", "Arghandiwal", "Jalolov", "Ellison", "Sobyanin", "Mulroy", "Alizai")
PLACES = ("Tehran", "Kabul", "Mashhad", "Sakharovo", "Moscow", "Tashkent", "Perm")
PUBLIC = "Putin"


def leaks(text: str) -> list[str]:
    """Names of the sample that are left."""
    return [n for n in (*PEOPLE, *PLACES) if re.search(rf"(?<![a-z]){n.casefold()}(?![a-z])", text.casefold())]


@pytest.mark.parametrize("path", ["/briefing.html", "/briefing.md", "/briefing.json", "/claims.csv", "/claims.json"])
def test_files_have_names_or_none(client: TestClient, path: str) -> None:
    plain, masked = client.get(path), client.get(path, params=MASKED)
    assert plain.status_code == masked.status_code == 200
    assert len(leaks(plain.text)) > 5
    assert leaks(masked.text) == []
    assert PUBLIC in masked.text
    assert "may still identify" in masked.text


def test_a_file_says_first_that_it_is_masked(client: TestClient) -> None:
    page = client.get("/claims.json", params=MASKED).json()
    assert next(iter(page)) == "masked"
    assert page["masked"]["kinds"] == ["people", "places"]
    assert client.get("/briefing.json", params=MASKED).json()["masked"]["kinds"] == ["people", "places"]
    assert client.get("/briefing.json").json()["masked"] is None
    rows = list(csv.DictReader(io.StringIO(client.get("/claims.csv", params={"mask": "people"}).text)))
    assert {row["masked"].startswith("Masked on ") for row in rows} == {True}


@pytest.mark.parametrize("path", ["/claims", "/propositions.json", "/documents"])
def test_pages_refuse_to_be_masked_rather_than_show_names(client: TestClient, path: str) -> None:
    assert client.get(path, params=MASKED).status_code == 422


def test_what_cannot_be_masked_is_refused(client: TestClient) -> None:
    for path in ("/claims.csv", "/briefing.html"):
        answer = client.get(path, params={"mask": "faces"})
        assert answer.status_code == 422
        assert "faces" in answer.text


@pytest.mark.browser
def test_a_person_saves_a_briefing_without_names(page: Any, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_role("link", name="Briefing", exact=True).click()
    page.get_by_label("Title").fill("For the panel")
    page.get_by_label("Of people").select_option("all-people")
    page.get_by_label("Of places").check()
    with page.expect_download() as begun:
        page.get_by_role("button", name="Web page").click()
    begun.value.save_as(tmp_path / "made.html")
    text = (tmp_path / "made.html").read_text(encoding="utf-8")
    assert "<h1>For the panel</h1>" in text
    assert leaks(text) == []
    assert PUBLIC not in text


@pytest.mark.browser
def test_a_person_saves_the_claims_of_a_filter_without_names(page: Any, tmp_path: Path) -> None:
    page.goto("/claims?text=commandos")
    page.get_by_text("Save them without names").click()
    page.get_by_label("Of people").select_option("people")
    with page.expect_download() as begun:
        page.get_by_role("button", name="CSV", exact=True).click()
    begun.value.save_as(tmp_path / "made.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "made.csv").read_text(encoding="utf-8"), newline="")))
    assert rows
    assert all("commandos" in (row["sentence"] + row["words"]).casefold() for row in rows)
    assert [n for n in PEOPLE if n in json.dumps(rows)] == []
