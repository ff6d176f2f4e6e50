"""Maps and lines of time as SVG."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.exports.map_svg import LETTER, NARROW, WIDE, Bar, Mark, Way, draw_map, draw_time, ticks, view_of

lats, lons = st.floats(-80, 80), st.floats(-179, 179)
SVG = "{http://www.w3.org/2000/svg}"


def mark(lat: float, lon: float, **fields: object) -> Mark:
    values = {"name": "Herat", "exact": "town", "weight": 1, "link": "/claims?place=1"} | fields
    return Mark(lat=lat, lon=lon, **values)  # type: ignore[arg-type]


def tree(svg: str) -> etree._Element:
    return etree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


@given(st.lists(st.tuples(lats, lons), min_size=1, max_size=8))
def test_every_place_lies_on_the_picture_and_north_is_up(points: list[tuple[float, float]]) -> None:
    view = view_of(points)
    placed = [view.at(lat, lon) for lat, lon in points]
    assert all(-1 <= x <= 1001 and -1 <= y <= view.height + 1 for x, y in placed)
    for (lat, _), (_, y) in zip(points, placed, strict=True):
        for (other, _), (_, beside) in zip(points, placed, strict=True):
            assert not (lat > other and y > beside)


def test_more_origins_make_a_larger_mark_and_less_exact_ones_look_otherwise() -> None:
    marks = [mark(34, 62, weight=1), mark(35, 51, weight=9), mark(53, 32, exact="country")]
    circles = {
        c.get("class"): float(c.get("r", "0")) for c in tree(draw_map(marks, (), land=None)).iter(f"{SVG}circle")
    }
    assert set(circles) == {"spot exact", "spot wide"}
    radii = [float(c.get("r", "0")) for c in tree(draw_map(marks[:2], (), land=None)).iter(f"{SVG}circle")]
    assert max(radii) > min(radii)


def test_hostile_names_stay_text() -> None:
    hostile = mark(1, 2, name="<script>alert(1)</script>", link='/claims?"><script>')
    way = Way(points=((1.0, 2.0), (3.0, 4.0)), name="<b>", weight=1, link="/x")
    found = tree(draw_map([hostile], [way], land="/land.svg"))
    assert not list(found.iter(f"{SVG}script"))
    assert "<script>alert(1)</script>" in "".join(found.itertext())


def test_nothing_to_show_gives_the_world_and_no_line_of_time() -> None:
    assert tree(draw_map((), (), land="/land.svg")).get("class") == "map wide"
    assert draw_time(()) == ""


def test_open_ends_have_arrows_and_bars_are_classed_by_how_finely_they_are_dated() -> None:
    ends = [(date(2022, 8, 1), date(2022, 8, 2)), (date(2021, 1, 1), date(2022, 1, 1)), (None, date(2022, 5, 1))]
    bars = [Bar(start=start, end=end, name="n", count="c", link="/map") for start, end in ends]
    found = tree(draw_time(bars))
    assert [r.get("class") for r in found.iter(f"{SVG}rect")] == ["bar day", "bar year", "bar open"]
    assert len([p for p in found.iter(f"{SVG}path") if p.get("class") == "tip"]) == 1


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40000))
def test_the_axis_is_marked_but_not_crowded(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    assert len(ticks(first, last)) <= 18


@given(st.lists(st.tuples(lats, lons), min_size=1, max_size=8))
def test_on_a_telephone_every_place_lies_on_the_picture_too(points: list[tuple[float, float]]) -> None:
    view = view_of(points, NARROW)
    assert view.width == NARROW.width
    placed = [view.at(lat, lon) for lat, lon in points]
    assert all(-1 <= x <= view.width + 1 and -1 <= y <= view.height + 1 for x, y in placed)


def test_on_a_telephone_words_stand_above_their_bar_and_within_the_drawing() -> None:
    days = [(date(2014, 9, 15), date(2014, 9, 22)), (date(2021, 1, 1), date(2022, 1, 1))]
    long = "15 September 2014 to 21 September 2014"
    bars = [Bar(start=start, end=end, name=long, count="1 origin, 24 claims", link="/map") for start, end in days]
    found = tree(draw_time(bars, sheet=NARROW))
    words = [text for text in found.iter(f"{SVG}text") if text.get("class") == "lane"]
    bases = [float(text.get("y", "0")) for text in words]
    tops = [float(rect.get("y", "0")) for rect in found.iter(f"{SVG}rect")]
    assert ["".join(text.itertext()) for text in words] == [f"{long}: 1 origin"] * 2
    assert bases[0] < tops[0] < bases[1] < tops[1]
    assert float(words[0].get("x", "0")) + LETTER * len(f"{long}: 1 origin") <= NARROW.width + 20


def test_two_drawings_on_a_page_share_no_id() -> None:
    way = Way(points=((1.0, 2.0), (3.0, 4.0)), name="b", weight=1, link="/x")
    ids = [
        element.get("id")
        for sheet in (WIDE, NARROW)
        for element in tree(draw_map([mark(1, 2)], [way], land=None, sheet=sheet)).iter()
        if element.get("id")
    ]
    assert len(ids) == len(set(ids)) == 2
