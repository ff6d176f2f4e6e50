"""Pages with drawings: the picture, and a PDF's pages as they were printed."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from sayso.exports.flow_svg import draw
from sayso.lexicon.facets import Facet
from sayso.views.desk.picture import PicturePage, picture_page
from sayso.views.desk.printed import printed_page, printed_picture
from sayso.web.pages.reading import Day, Held, Offset, Words, found
from sayso.web.render import answer

router = APIRouter()


@router.get("/picture")
@router.get("/picture.json")
def show_picture(
    request: Request, ledger: Held, since: Day = None, until: Day = None, facet: Words = None, offset: Offset = 0
) -> Response:
    """The recruitment system as a flow; `facet` and `offset` turn the pages of one part of it."""
    facets: Sequence[Facet] = request.app.state.facets
    page = picture_page(ledger, facets, since=since, until=until, facet=facet or None, offset=offset)
    return answer(request, "picture.html", page, diagram=diagram(page, facets))


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
