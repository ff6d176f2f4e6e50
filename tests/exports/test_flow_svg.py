"""The picture as a drawing: every name whole, no box over another."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from sayso.exports.flow_svg import draw, place
from sayso.model import OriginCount
from sayso.views.records import Flow

LONG = "Government of the Islamic Republic of Afghanistan's former commandos & their families abroad"
ONE = OriginCount(at_least=1, at_most=2)


def flow(left: str, right: str) -> Flow:
    return Flow(
        left_facet="recruiter", left=left, right_facet="pool", right=right, origins=ONE, reports=2, claims=("c-1",)
    )


TITLES = {"recruiter": "Recruiters", "pool": "Whom"}
FLOWS = [flow("Wagner", LONG), flow("Wagner", "Syrians"), flow("A" * 50, "Syrians")]


def test_every_name_is_drawn_whole() -> None:
    drawn = ElementTree.fromstring(draw(FLOWS, TITLES, {"c-1": "/documents/d#c-1"}))
    texts = ["".join(each.itertext()) for each in drawn.iter("text")]
    said = [re.sub(r"\s+", " ", text).strip() for text in texts]
    assert LONG in said
    assert "A" * 50 in [text.replace(" ", "") for text in said]
    assert not any("…" in text for text in said)


def test_no_box_lies_over_the_next() -> None:
    boxes = sorted(place(FLOWS, TITLES).values(), key=lambda box: (box.x, box.y))
    assert any(len(box.lines) > 2 for box in boxes)
    for above, below in pairwise(boxes):
        assert above.x != below.x or above.y + above.height < below.y


def test_a_line_leads_to_its_sentence_and_says_what_it_is_to_a_screen_reader() -> None:
    drawn = draw(FLOWS, TITLES, {"c-1": "/documents/d#c-1"})
    assert '<a href="/documents/d#c-1" aria-label="Wagner → Syrians: 1 to 2 independent origins, 2 reports">' in drawn
