"""The sample articles and the file of what is true of them fit together."""

import json
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import pytest

from sayso.lexicon.packs import load_packs
from sayso.model import Document
from sayso.retrieve import load, walk
from sayso.stages.ingest import ingest


@lru_cache(maxsize=1)
def documents() -> dict[str, Document]:
    """Every document of the sample by its key in truth.json: file name, and `#id` for records."""
    found: dict[str, Document] = {}
    with as_file(files("sayso").joinpath("data/sample/articles")) as folder:
        for item in walk([folder]):
            made = ingest(load(item, max_bytes=1 << 24), name=item.name, max_bytes=1 << 24)
            assert not [p for p in made.problems if p.severity == "error"], made.problems
            for document, _ in made.documents:
                found[f"{item.name}#{document.given_id}" if document.given_id else item.name] = document
    return found


@lru_cache(maxsize=1)
def truth() -> dict[str, Any]:
    return json.loads(files("sayso").joinpath("data/sample/truth.json").read_text("utf-8"))  # type: ignore[no-any-return]


def quotes() -> list[tuple[str, str]]:
    """Every quotation of truth.json with the article that must hold it once."""
    held = truth()
    found = [(c["article"], c["quote"]) for c in held["claims"]]
    found += [(c["article"], f["quote"]) for c in held["claims"] for f in c["figures"]]
    found += [(c["parent"], c["was"]) for c in held["changes"]] + [(c["child"], c["now"]) for c in held["changes"]]
    found += [(c[side]["article"], c[side]["quote"]) for c in held["contradictions"] for side in ("left", "right")]
    return sorted(set(found))


def test_the_truth_names_every_article_and_no_other() -> None:
    assert {a["article"] for a in truth()["articles"]} == set(documents())
    assert len(documents()) >= 16


@pytest.mark.parametrize(("key", "quote"), quotes())
def test_every_quotation_stands_once_in_its_article(key: str, quote: str) -> None:
    assert documents()[key].text.count(quote) == 1


@pytest.mark.parametrize("article", truth()["articles"], ids=lambda a: a["article"])
def test_outlet_day_and_language_are_found(article: dict[str, Any]) -> None:
    document = documents()[article["article"]]
    day = document.published.start.isoformat() if document.published else None
    assert (document.outlet, day) == (article["outlet"], article["published"])
    assert document.language == article.get("language", "en")
    assert document.title


def test_roles_are_words_of_their_article() -> None:
    missing = [
        (c["article"], role, words)
        for c in truth()["claims"]
        for role, words in c["roles"].items()
        if words not in documents()[c["article"]].text
    ]
    assert missing == []


def test_the_reprint_lacks_two_paragraphs_of_its_parent() -> None:
    reprint = next(a for a in truth()["articles"] if a.get("cut"))
    parent = documents()[reprint["parents"][0]["article"]]
    for words in reprint["cut"]:
        assert words in parent.text
        assert words not in documents()[reprint["article"]].text


def test_a_copied_file_is_the_same_document() -> None:
    copy = next(a for a in truth()["articles"] if a.get("duplicate_of"))
    assert documents()[copy["article"]].id == documents()[copy["duplicate_of"]].id


def test_claims_name_known_origins_and_propositions() -> None:
    held = truth()
    assert {c["origin"] for c in held["claims"]} <= {o["origin"] for o in held["origins"]}
    assert {c["proposition"] for c in held["claims"]} >= set(held["propositions"])
    assert len({o["via"] or o["origin"] for o in held["origins"]}) >= 4


def test_parents_are_older_than_their_children() -> None:
    day = {a["article"]: a["published"] for a in truth()["articles"]}
    for article in truth()["articles"]:
        for parent in article["parents"]:
            assert day[article["article"]] is None or day[parent["article"]] <= day[article["article"]]


def test_claims_use_types_and_roles_of_the_packs() -> None:
    known = {t.name: set(t.roles) for pack in load_packs(("foreign_fighters",)) for t in pack.types}
    unknown = [
        (c["event_type"], role) for c in truth()["claims"] for role in c["roles"] if role not in known[c["event_type"]]
    ]
    assert unknown == []
