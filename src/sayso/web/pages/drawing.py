"""Pages with drawings: the picture."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from sayso.exports.flow_svg import draw
from sayso.lexicon.facets import Facet
from sayso.views.desk.picture import PicturePage, picture_page
from sayso.web.pages.reading import Day, Held
from sayso.web.render import answer

router = APIRouter()


@router.get("/picture")
@router.get("/picture.json")
def show_picture(request: Request, ledger: Held, since: Day = None, until: Day = None) -> Response:
    """The recruitment system as a flow."""
    facets: Sequence[Facet] = request.app.state.facets
    page = picture_page(ledger, facets, since=since, until=until)
    return answer(request, "picture.html", page, diagram=diagram(page, facets))


def diagram(page: PicturePage, facets: Sequence[Facet]) -> Markup:
    """The flows as SVG, each edge leading to its claims."""
    links = {claim: f"/claims/{claim}" for flow in page.flows for claim in flow.claims}
    return Markup(draw(page.flows, {f.name: f.title for f in facets if f.drawn}, links))
