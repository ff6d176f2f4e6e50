"""No name that is to be masked leaves a ledger, in any command, any format or any field."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from hiding import KEPT, PLACES, PRIVATE, PUBLIC
from sayso.model import Span
from sayso.store import Ledger
from sayso.views.masking import Masking

Sayso = Callable[..., str]
LISTS = (
    ("brief",), ("brief", "--json"), ("claims",), ("claims", "--json"), ("claims", "--csv"), ("drives",),
    ("drives", "--json"), ("events", "--json"), ("sources",), ("sources", "--json"),
    ("impact", "--source", "Daily Example"), ("impact", "--source", "Daily Example", "--json"),
)  # fmt: skip


def leaks(text: str, names: tuple[str, ...]) -> list[str]:
    """Names that stand in some words, whatever the capitals, apostrophes and hyphens, and not as a part of a word."""
    plain = re.sub(r"['’]", "", text.casefold())
    return [n for n in names if re.search(rf"(?<![^\W\d_]){re.escape(n.casefold())}(?![^\W\d_])", plain)]


def some_ids(ledger: Ledger) -> list[str]:
    """Ids of documents, claims, attributions, propositions, origins and drives, some of each."""
    relations = ledger.relations()
    readings = tuple(ledger.readings())
    kinds: list[list[Any]] = [
        list(relations.propositions), list(relations.origins), list(relations.drives), [r.document for r in readings],
        [c for r in readings for c in r.claims], [a for r in readings for a in r.attributions],
    ]  # fmt: skip
    return [row.id for kind in kinds for row in kind[:4]]


@pytest.mark.parametrize("args", LISTS, ids=" ".join)
def test_no_list_tells_a_masked_name_or_place(sayso: Sayso, args: tuple[str, ...]) -> None:
    assert leaks(sayso(*args), (*PRIVATE, *PLACES)) or args[0] in ("drives", "events", "impact")
    assert leaks(sayso(*args, "--mask", "people,places"), (*PRIVATE, *PLACES)) == []


@pytest.mark.parametrize("form", ["md", "html"])
def test_no_briefing_in_a_file_does(sayso: Sayso, form: str, tmp_path: Path) -> None:
    out = tmp_path / f"made.{form}"
    sayso("brief", "--mask", "people,places", "--title", "On Ali Rafiq", "--out", str(out))
    written = out.read_text(encoding="utf-8")
    assert leaks(written, (*PRIVATE, *PLACES)) == []
    assert "may still identify" in written
    assert all(word in written for word in (*PUBLIC, *(KEPT if form == "html" else KEPT[:1])))


@pytest.mark.parametrize("command", ["show", "explain"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_no_row_does(sayso: Sayso, ledger: Ledger, command: str, form: tuple[str, ...]) -> None:
    told = [sayso(command, key, "--mask", "people,places", *form).replace(key, "") for key in some_ids(ledger)]
    assert len(told) > 15
    assert [leaks(each, (*PRIVATE, *PLACES)) for each in told] == [[]] * len(told)


def test_ids_made_of_a_name_are_replaced(sayso: Sayso, ledger: Ledger) -> None:
    origin = next(o for o in ledger.relations().origins if o.name == "Ali Rafiq")
    made = sayso("show", origin.id, "--mask", "people", "--json")
    assert origin.id not in made
    assert json.loads(made)["item"]["id"].startswith("o-person-")
    claims = json.loads(sayso("claims", "--json", "--mask", "people"))["claims"]
    assert {row["claim"]["gist_id"] for row in claims} == {"g-masked"}
    assert {row["claim"]["meaning"] for row in claims} == {None}


def test_places_have_no_coordinates_and_no_ids_but_their_country(sayso: Sayso) -> None:
    claims = json.loads(sayso("claims", "--json", "--mask", "places"))["claims"]
    places = [place for row in claims for place in row["claim"]["places"] if place["precision"] != "country"]
    assert places
    assert all(p["lat"] is None and p["lon"] is None and p["geonames_id"] is None for p in places)
    assert all(re.fullmatch(r"place (\d+|\(masked\))", p["name"]) for p in places)
    assert {p["country"] for p in places} == {"MN"}


def test_only_what_is_asked_for_is_masked(sayso: Sayso) -> None:
    people, places = sayso("claims", "--csv", "--mask", "people"), sayso("claims", "--csv", "--mask", "places")
    assert (leaks(people, PRIVATE), leaks(places, PLACES)) == ([], [])
    assert "Darkhan" in people
    assert "Ali Rafiq" in places


def test_who_speaks_in_a_public_office_is_masked_with_all_people_only(sayso: Sayso) -> None:
    assert "Bat Tsend" in sayso("brief", "--mask", "people")
    assert leaks(sayso("brief", "--mask", "all-people"), (*PRIVATE, *PUBLIC)) == []


def test_one_person_has_one_label_in_all_answers(sayso: Sayso, masking: Masking) -> None:
    labels = {masking.words(name) for name in ("Ali Rafiq", "ALI RAFIQ", "Rafiq", "rafiq", "A. Rafiq", "alirafiq")}
    assert len(labels) == 1
    assert labels.pop() in sayso("sources", "--mask", "people")
    assert masking.words("Mr Rafiq’s house") == masking.words("Mr Rafiq") + "’s house"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Mali has an alibi", "Mali has an alibi"),
        ("They hope for hope. Hope was scarce.", "They hope for hope. Hope was scarce."),
        ("Ali Rafiqov", None),
        ("doc-1a2b3c4d5e6fabc and c-abcdef123456", "doc-1a2b3c4d5e6fabc and c-abcdef123456"),
    ],
)
def test_other_words_are_not_torn(masking: Masking, words: str, kept: str | None) -> None:
    if kept is None:
        assert masking.words(words).endswith("Rafiqov")
    else:
        assert masking.words(words) == kept


@pytest.mark.parametrize(
    "words",
    [
        "https://news.example.org/2022/ali-rafiq-in-hiding", "https://example.org/?q=Ali%20Rafiq", "ali_rafiq_1.txt",
        "AliRafiq.html", "Ali\u00a0Rafiq", "Ra\u00adfiq", "RAFIQ’S BROTHER", "Abd-al-Karim Al-Sabti", "Abdal Sabti",
        "O'Hara Lunde", "O’HARA-LUNDE", "Hope Marlowe", "the Marlowes", "person-ali-rafiq-425f2d",
    ],
)  # fmt: skip
def test_no_form_of_a_name_passes(masking: Masking, words: str) -> None:
    made = re.sub("\u00ad", "", masking.words(words))
    assert leaks(made, PRIVATE) == []
    assert not re.search("rafiq|marlowe|lunde", made.casefold())


def test_every_span_is_one_of_the_masked_text(ledger: Ledger, masking: Masking) -> None:
    seen = 0
    for reading in ledger.readings():
        made = masking.of(reading)
        for span in spans_in(made):
            assert made.document.text[span.start : span.end] == span.text
            seen += 1
        assert [b.end <= len(made.document.text) for b in made.document.blocks]
    assert seen > 200


def spans_in(value: Any) -> list[Span]:
    """All spans in a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans_in(item)]
    if is_dataclass(value):
        return [span for field in fields(value) for span in spans_in(getattr(value, field.name))]
    return []


def test_every_answer_says_that_it_is_masked(sayso: Sayso) -> None:
    for args in LISTS:
        made = sayso(*args, "--mask", "people,places")
        if "--json" in args:
            held = json.loads(made)
            assert held["masked"]["kinds"] == ["people", "places"]
            assert "may still identify" in held["masked"]["warning"]
        elif "--csv" in args:
            rows = list(csv.DictReader(io.StringIO(made)))
            assert {row["masked"].startswith("Masked on ") for row in rows} == {True}
        else:
            assert "Masked on " in made.split("\n\n")[0] + made.split("\n\n")[1]


def test_unread_parts_are_withheld(masking: Masking, ledger: Ledger) -> None:
    byline = next(d for d in ledger.documents() if "By Hope Marlowe" in d.text)
    assert "withheld" in masking.text(byline.id).text
