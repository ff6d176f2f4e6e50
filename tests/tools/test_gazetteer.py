import time
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.tools.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kherson", "UA", "town"),
        ("Raqqah", "SY", "town"),
        ("Helmand", "AF", "region"),
        ("Laurel County", "US", "district"),
        ("Black Sea", None, "water"),
        ("Donbas", "UA", "area"),
        ("Turkmenistan", "TM", "country"),
    ],
)
def test_a_name_has_the_reading_that_it_should(gazetteer: Gazetteer, name: str, country: str, kind: str) -> None:
    assert (country, kind) in {(c.country, c.kind) for c in gazetteer.lookup(name)}


@pytest.mark.parametrize("name", ["", " ", "’", "\x00", "Qwxyzk", "; DROP TABLE place"])
def test_what_is_no_place_has_no_reading(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_coordinates_are_on_the_globe(gazetteer: Gazetteer) -> None:
    for name in ("Paris", "Springfield", "Victoria", "San José", "Santiago"):
        for c in gazetteer.lookup(name):
            assert c.lat is None or -90 <= c.lat <= 90
            assert c.lon is None or -180 <= c.lon <= 180


def test_a_look_up_takes_microseconds(gazetteer: Gazetteer) -> None:
    names = [f"Name {n}" for n in range(2000)]
    start = time.perf_counter()
    for name in names:
        gazetteer.lookup(name)
    assert (time.perf_counter() - start) / len(names) < 0.001


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="make setup"):
        load_gazetteer(tmp_path / "none.sqlite")
