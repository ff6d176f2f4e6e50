"""A figure that a copy changed is the copy's, and stands against nobody; a voice has one name wherever it is shown."""

from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.facets import Facet
from sayso.model import Change, Contradiction, Figure, Reading, Span
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import load_tools
from sayso.views.briefing import briefing
from sayso.views.records import Briefing
from sayso.views.slips import between_voices

SAID = """Colonel counts Czechs in Norway's army

Jan Novak, a colonel of the Czech guard, said on Thursday that Norway had recruited {} Czech men for its army since the
winter.

The men came from four towns in the north and were promised a house each, he told the Hill Gazette in his office, where
a map of the border hung on the wall. Most of them had no work.

Their families had asked the guard for help, and nobody in the capital had answered their letters, the colonel added."""
RIVAL = "The Czech defence ministry said that Norway had recruited {} Czech men for its army since the winter."
DAYS = (("Hill Gazette", "2024-05-02"), ("Port Courier", "2024-05-03"), ("Dale Post", "2024-05-04"))


@lru_cache(maxsize=4)
def made(said: str, copied: str, rival: str) -> Briefing:
    """The briefing of an article, its copy and another voice's count."""
    tools = load_tools(Settings())
    texts = (SAID.format(said), SAID.format(copied), RIVAL.format(rival))
    readings: list[Reading] = [
        read(from_record({"id": day, "outlet": outlet, "published": day, "text": text})[0], tools)
        for (outlet, day), text in zip(DAYS, texts, strict=True)
    ]
    facets: tuple[Facet, ...] = tuple(facet for pack in tools.packs for facet in pack.facets)
    return briefing(readings, relate(readings, tools.packs), facets=facets)


def test_a_changed_figure_is_shown_as_the_copys() -> None:
    rows = {row.words: row.origin for each in made("400", "700", "410").figures for row in each.figures}
    assert rows["400 Czech men"] == "Jan Novak"
    assert rows["700 Czech men"] == "changed by Port Courier"


def test_it_is_neither_in_the_title_nor_in_the_picture() -> None:
    whole = made("400", "700", "410")
    assert not any("700" in line.title for line in whole.reported)
    assert not any(row.name.startswith("700") for picture in whole.pictures for row in picture.rows)
    assert any(row.name.startswith("400") for picture in whole.pictures for row in picture.rows)


def span(words: str, start: int) -> Span:
    return Span(start=start, end=start + len(words), text=words)


def figure(claim: str, number: int, document: str, start: int = 10, unit: str = "man") -> Figure:
    return Figure(
        low=number, high=number, unit=unit, span=span(f"{number} {unit}", start), claim=claim, document=document,
        published=None, factuality="asserted", origin=None,
    )  # fmt: skip


SLIP = Change(parent="a", child="b", was=span("400", 10), now=span("700", 10), what="figure")
DIFFER = Contradiction(left="copy", right="rival", about="figure", difference="fact")
FIGURES = (figure("first", 400, "a"), figure("copy", 700, "b"), figure("rival", 410, "c"))


def test_nobody_differs_with_a_voice_by_what_a_copy_made_of_its_figure() -> None:
    assert between_voices([DIFFER], FIGURES, [SLIP]) == ()
    assert between_voices([DIFFER], FIGURES, []) == (DIFFER,)
    towns = (figure("copy", 12, "b", 40, "town"), figure("rival", 9, "c", 40, "town"))
    assert between_voices([DIFFER], (*FIGURES, *towns), [SLIP]) == (DIFFER,)  # by another figure they do


def test_what_is_no_figure_stays() -> None:
    denied = replace(DIFFER, about="polarity")
    other = replace(DIFFER, left="first")
    assert between_voices([denied, other], FIGURES, [SLIP]) == (denied, other)
