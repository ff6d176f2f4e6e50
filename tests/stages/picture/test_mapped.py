"""What a claim puts on the map comes back as it was."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factory import RECRUITERS, make_claim, make_document, spans
from sayso.model import Period, Place
from sayso.stages.picture.mapped import (
    PERIOD,
    PLACE,
    ROUTE,
    Spot,
    Stretch,
    on_map,
    route_named,
    spot_name,
    spot_named,
    stretch_name,
    stretch_named,
)

TEXT = "They went from Herat by Tehran to Moscow and to Nowhere."


def place(name: str, key: int | None, role: str) -> Place:
    known = {"geonames_id": key, "lat": 1.5 * key, "lon": 2.0 * key} if key else {}
    return Place(span=spans(TEXT, name), name=name, role=role, precision="town", **known)  # type: ignore[arg-type]


def test_places_route_in_order_and_period() -> None:
    claim = replace(
        make_claim(make_document(RECRUITERS)),
        places=(
            place("Moscow", 3, "destination"), place("Herat", 1, "origin"), place("Tehran", 2, "transit"),
            place("Nowhere", None, "destination"),
        ),
        period=Period(start=date(2022, 8, 1), end=None, precision="open", basis="stated"),
    )  # fmt: skip
    entries = list(on_map(claim))
    assert [spot_named(name).name for facet, name in entries if facet == PLACE] == ["Moscow", "Herat", "Tehran"]
    (route,) = (name for facet, name in entries if facet == ROUTE)
    assert [spot.name for spot in route_named(route)] == ["Herat", "Tehran", "Moscow"]
    (period,) = (name for facet, name in entries if facet == PERIOD)
    assert stretch_named(period) == Stretch(start=date(2022, 8, 1), end=None)


def test_one_place_is_no_route_and_no_period_gives_none() -> None:
    claim = replace(make_claim(make_document(RECRUITERS)), places=(place("Herat", 1, "origin"),), period=None)
    assert [facet for facet, _ in on_map(claim)] == [PLACE]


names = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)
degrees = st.integers(-900000, 900000).map(lambda n: n / 10000)


@given(st.integers(1, 10**8), names, degrees, degrees, st.sampled_from(["town", "country"]))
def test_a_spot_comes_back(key: int, name: str, lat: float, lon: float, precision: str) -> None:
    spot = Spot(geonames_id=key, name=name, lat=lat, lon=lon, precision=precision, country=None)  # type: ignore[arg-type]
    assert spot_named(spot_name(spot)) == spot


@given(st.none() | st.dates(), st.none() | st.dates())
def test_a_stretch_comes_back(start: date | None, end: date | None) -> None:
    stretch = Stretch(start=start, end=end)
    assert stretch_named(stretch_name(stretch)) == stretch
