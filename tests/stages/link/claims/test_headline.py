"""Titles of propositions whose voices tell figures that cannot both be so."""

from dataclasses import replace

from sayso.model import Quantity, Span
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.stages.link.claims.headline import best_title
from sayso.tools import load_tools


def titles(*reports: tuple[str, str]) -> list[str]:
    """The titles of the propositions of some reports of one day, by outlet and text."""
    tools = load_tools(Settings())
    readings = [
        read(from_record({"id": str(n), "outlet": outlet, "published": "2012-07-13", "text": text})[0], tools)
        for n, (outlet, text) in enumerate(reports)
    ]
    return [p.title for p in relate(readings, tools.packs).propositions]


MEN = (Quantity(low=40, high=40, unit="van", span=Span(start=0, end=7, text="40 vans")),)
MONITOR = "At least 103 people were killed in the village of Marun on Thursday, the Marun Rights Monitor said."


def test_figures_that_cannot_both_be_so_are_a_range() -> None:
    held = titles(
        ("Hill Gazette", MONITOR),
        ("Port Courier", "The Syrian government said that 50 people were killed in the village of Marun on Thursday."),
    )
    assert held == ["Killing of 50 to 103 people in village of Marun"]


def test_one_figure_stays_as_it_is_told() -> None:
    held = titles(
        ("Hill Gazette", MONITOR),
        ("Port Courier", "The Syrian government said that at least 103 people were killed in the village of Marun."),
    )
    assert all("103" in title and " to " not in title for title in held)


def test_the_claim_that_the_others_bear_out_names_the_group() -> None:
    tools = load_tools(Settings())
    phrases = {kind.name: kind.phrase for pack in tools.packs for kind in pack.types if kind.phrase}
    told = (
        "Norway is recruiting Afghan commandos, a general said.",
        "Norway is recruiting Afghan commandos for the war, a former general said.",
        "The firm Blue Fjord is recruiting Afghan commandos for Norway's army, a broker said.",
    )
    claims = [
        c for n, text in enumerate(told) for c in read(from_record({"id": str(n), "text": text})[0], tools).claims
    ]
    assert best_title(claims, phrases) == ("Recruitment by Government of Norway of Afghan National Army Commando Corps")


def test_a_figure_of_one_claim_is_none_of_the_title_of_three() -> None:
    tools = load_tools(Settings())
    phrases = {kind.name: kind.phrase for pack in tools.packs for kind in pack.types if kind.phrase}
    told = (
        "Norway is recruiting Swedish bakers, with 40 vans at their doors, a general said.",
        "Norway is recruiting Swedish bakers, a former general said.",
        "Norway is recruiting Swedish bakers, a broker said.",
    )
    each = [read(from_record({"id": str(n), "text": text})[0], tools).claims for n, text in enumerate(told)]
    claims = [
        replace(c, quantities=c.quantities or MEN) if n == 0 else replace(c, quantities=())
        for n, held in enumerate(each)
        for c in held
    ]
    assert "40 vans" not in (best_title(claims, phrases) or "40 vans")
    assert "40 vans" in (best_title(claims[:1], phrases) or "")


def test_the_beginning_of_a_sentence_gives_no_capital_and_no_figure_twice() -> None:
    held = titles(("Hill Gazette", "Four persons were arrested in Marun on Thursday, the police said."))
    assert len(held) == 1
    assert held[0].lower().count("four persons") == 1
    assert "Four" not in held[0]
