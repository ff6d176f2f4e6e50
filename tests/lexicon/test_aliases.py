import json
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.lexicon.aliases import Aliases, load_aliases, table
from sayso.lexicon.countries import load_countries
from sayso.lexicon.folding import fold


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


def found(aliases: Aliases, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(text[h.start : h.end], h.form.sort, h.form.targets) for h in aliases.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMC Wagner hired them.", ("PMC Wagner", "actor", ("wagner-group",))),
        ("Russia’s Federal Security Service said so.", ("Russia’s Federal Security Service", "actor", ("fsb",))),
        ("They fled to Côte d’Ivoire.", ("Côte d’Ivoire", "country", ("CI",))),
        ("Officials in Washington, D.C. agreed.", ("Washington, D.C.", "capital", ("US",))),
        ("The Kremlin denied it.", ("Kremlin", "seat", ("RU",))),
        ("UKRAINE WAR", ("UKRAINE", "country", ("UA",))),
        ("Congolese rebels", ("Congolese", "adjective", ("CD", "CG"))),
    ],
)
def test_names_are_found_as_written(aliases: Aliases, text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert expected in found(aliases, text)


def test_the_longest_name_wins(aliases: Aliases) -> None:
    assert [h[0] for h in found(aliases, "the Islamic State of Iraq and the Levant")] == [
        "Islamic State of Iraq and the Levant"
    ]


@pytest.mark.parametrize(
    "text", ["", "tell us who is in", "the congressman", "she is rude", "Omanesque", "\x00", "a" * 100_000]
)
def test_ordinary_words_are_no_names(aliases: Aliases, text: str) -> None:
    assert found(aliases, text) == []


def test_every_entry_says_what_it_rests_on() -> None:
    rows = table()
    assert len(rows) > 400
    assert all(row.source for row in rows)
    assert len({row.id for row in rows}) == len(rows)
    assert {row.country for row in rows if row.country} <= set(load_countries())


def test_a_users_entities_are_met_by_their_exact_names_only(tmp_path: Path) -> None:
    file = tmp_path / "own.ftm.json"
    entity = {"id": "own-1", "schema": "Person", "properties": {"name": ["Karim Daoudi"], "country": ["ma"]}}
    file.write_text(json.dumps(entity) + "\n", encoding="utf-8")
    aliases = load_aliases(file)
    met = aliases.user_entity("KARIM DAOUDI")
    assert met is not None
    assert (met.id, met.kind, met.country) == ("own-1", "person", "MA")
    assert aliases.user_entity("Karim Daoud") is None


def test_a_line_that_is_no_entity_is_named(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="line 1"):
        load_aliases(file)


def test_a_file_of_entities_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_aliases(tmp_path / "none.json")


def test_folding_is_stable() -> None:
    assert fold(fold("Deir ez-Zor’s São")) == fold("Deir ez-Zor’s São")
