"""Pages with drawings: the picture, the map with its line of time, and a PDF's pages as they were printed."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from markupsafe import Markup

from sayso.exports.flow_svg import draw
from sayso.exports.map_svg import NARROW, WIDE, Bar, Mark, Sheet, Way, draw_map, draw_time
from sayso.lexicon.facets import Facet
from sayso.model import Period
from sayso.stages.picture.mapped import Spot
from sayso.views import wording
from sayso.views.desk.map import MapPage, MapPeriod, map_page
from sayso.views.desk.picture import BESIDE_DRIVES, PicturePage, picture_page
from sayso.views.desk.printed import printed_page, printed_picture
from sayso.web.asking import check_known, understood
from sayso.web.ledgers import Held
from sayso.web.pages.reading import Day, Offset, Words, found
from sayso.web.render import answer

router = APIRouter(dependencies=[Depends(understood)])


@router.get("/picture")
@router.get("/picture.json")
def show_picture(
    request: Request,
    ledger: Held,
    drive: Words = None,
    since: Day = None,
    until: Day = None,
    facet: Words = None,
    offset: Offset = 0,
) -> Response:
    """A recruitment drive as a flow; `facet` and `offset` turn the pages of one part of it."""
    facets: Sequence[Facet] = request.app.state.facets
    check_known("facet", facet, [one.name for one in facets])
    page = found(
        picture_page(ledger, facets, drive=drive or None, since=since, until=until, facet=facet or None, offset=offset),
        "recruitment drive",
    )
    return answer(request, "picture.html", page, diagram=diagram(page, facets), rest=BESIDE_DRIVES)


@router.get("/map")
@router.get("/map.json")
def show_map(request: Request, ledger: Held, since: Day = None, until: Day = None) -> Response:
    """Places and routes on a map, and periods on a line of time."""
    page = map_page(ledger, request.app.state.facets, since=since, until=until)
    maps, lines = ([of(page, sheet) for sheet in (WIDE, NARROW)] for of in (map_of, time_of))
    drawn: dict[str, Any] = {"maps": maps, "time_lines": lines, "land": LAND.exists()}
    said: dict[str, Any] = {"span_words": span_words, "route_words": route_words, "place_query": place_query}
    return answer(request, "map.html", page, **drawn, **said)


LAND = Path(str(resources.files("sayso.web") / "static/vendor/land.svg"))


def map_of(page: MapPage, sheet: Sheet) -> Markup:
    """The map as SVG: a place leads to its claims, a route to the first of its own."""
    marks = [
        Mark(
            name=place.spot.name, lat=place.spot.lat, lon=place.spot.lon, exact=place.spot.precision,
            weight=place.behind.at_most, link="/claims?" + place_query(place.spot, page),
        )
        for place in page.places
    ]  # fmt: skip
    ways = [
        Way(
            points=tuple((spot.lat, spot.lon) for spot in route.spots), name=route_words(route.spots),
            weight=route.behind.at_most, link=f"/claims/{route.behind.cited[0].claim}",
        )
        for route in page.routes
        if route.behind.cited
    ]  # fmt: skip
    return Markup(draw_map(marks, ways, land="/static/vendor/land.svg" if LAND.exists() else None, sheet=sheet))


def place_query(spot: Spot, page: MapPage) -> str:
    """What asks the claims page for a place's claims, in the time that the map shows."""
    asked = {"place": spot.geonames_id, "since": page.since, "until": page.until}
    return urlencode({name: value for name, value in asked.items() if value})


def route_words(spots: Sequence[Spot]) -> str:
    """A route in words.

    >>> route_words([Spot(geonames_id=1, name=n, lat=0, lon=0, precision="town", country=None) for n in ("A", "B")])
    'A → B'
    """
    return " → ".join(spot.name for spot in spots)


def time_of(page: MapPage, sheet: Sheet) -> Markup:
    """The line of time as SVG: a period leads to the map of what happened in it."""
    bars = [
        Bar(
            start=one.start, end=one.end, name=span_words(one),
            count=f"{wording.plural(one.behind.at_most, 'origin') if one.behind.at_most else 'origin unknown'}, "
            f"{wording.plural(one.behind.claims, 'claim')}",
            link="/map?" + urlencode({k: day for k, day in (("since", one.start), ("until", one.end)) if day}),
        )
        for one in page.periods
    ]  # fmt: skip
    return Markup(draw_time(bars, sheet=sheet))


def span_words(one: MapPeriod) -> str:
    """A period in words."""
    return wording.period(Period(start=one.start, end=one.end, precision="days", basis=""))


@router.get("/documents/{key}/pages/{number}.png")
def show_printed_picture(ledger: Held, key: str, number: int) -> Response:
    """A page of a PDF as a picture."""
    return Response(found(printed_picture(ledger, key, number), "printed page"), media_type="image/png")


@router.get("/documents/{key}/pages/{number}")
@router.get("/documents/{key}/pages/{number}.json")
def show_printed_page(request: Request, ledger: Held, key: str, number: int) -> Response:
    """A page of a PDF with the words of its claims marked."""
    return answer(request, "printed.html", found(printed_page(ledger, key, number), "printed page"))


def diagram(page: PicturePage, facets: Sequence[Facet]) -> Markup:
    """The flows as SVG, each edge leading to its claims."""
    links = {claim: f"/claims/{claim}" for flow in page.flows for claim in flow.claims}
    return Markup(draw(page.flows, {f.name: f.title for f in facets if f.drawn}, links))
