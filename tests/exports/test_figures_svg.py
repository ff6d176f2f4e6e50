"""Charts of figures."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.exports.figures_svg import Lane, amount, axis_of, draw_figures, ticks

SVG = "{http://www.w3.org/2000/svg}"
bounds = st.none() | st.integers(0, 10**7).map(float)


def lane(low: float | None, high: float | None, **fields: object) -> Lane:
    values = {"factuality": "asserted", "name": "Daily, 1 May 2022", "words": "some men", "link": "/d#c"} | fields
    return Lane(low=low, high=high, **values)  # type: ignore[arg-type]


def tree(svg: str) -> etree._Element:
    return etree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def kinds(svg: str) -> list[str]:
    return [c for e in tree(svg).iter() if (c := e.get("class", "")).split(" ")[0] in ("value", "bound")]


def test_interval_value_and_missing_bounds_look_different() -> None:
    drawn = draw_figures([lane(20000, 30000), lane(30000, 30000), lane(None, 30000), lane(10000, None)], "commando")
    shapes = [e.tag.removeprefix(SVG) for e in tree(drawn).iter() if e.get("class", "").startswith(("value", "bound"))]
    assert shapes == ["rect", "circle", "path", "path"]
    left, right = (e.get("d", "") for e in tree(drawn).iter(f"{SVG}path") if e.get("class") == "head")
    assert "l8 " in left
    assert "l-8 " in right


def test_firmness_is_told_by_form() -> None:
    drawn = draw_figures([lane(1, 5), lane(1, 5, factuality="planned"), lane(1, 5, factuality="possible")], "man")
    assert kinds(drawn) == ["value actual", "value planned", "value potential"]


def test_a_step_is_marked_with_what_changed_and_names_stay_text() -> None:
    drawn = draw_figures([lane(1, 2), lane(2, 2, parent=0, changed="bound", name="<script>x</script>")], "<b>")
    found = tree(drawn)
    assert not list(found.iter(f"{SVG}script"))
    assert len([e for e in found.iter(f"{SVG}path") if e.get("class") == "change"]) == 1
    assert "bound" in "".join(found.itertext())


@given(st.lists(st.tuples(bounds, bounds), min_size=1, max_size=8))
def test_every_figure_has_a_lane_and_lies_on_the_picture(given_: list[tuple[float | None, float | None]]) -> None:
    lanes = [lane(*sorted(pair) if None not in pair else pair) for pair in given_]  # type: ignore[type-var,misc]
    found = tree(draw_figures(lanes, "man"))
    assert len(list(found.iter(f"{SVG}a"))) == len(lanes)
    for box in found.iter(f"{SVG}rect"):
        assert float(box.get("width", "-1")) > 0
        assert 0 <= float(box.get("x", "-1")) <= 720


@given(st.floats(0, 1e7), st.floats(1, 1e7))
def test_the_axis_holds_its_ticks(low: float, room: float) -> None:
    axis = axis_of([lane(low, low + room)])
    marks = ticks(axis)
    assert len(marks) <= 9
    assert all(axis.low - 1e-6 <= mark <= axis.high + 1e-6 for mark in marks)
    assert all(amount(mark) for mark in marks)
