"""A recruitment drive in a paragraph: what is said, what is left out, and what it rests on."""

from datetime import date

from sayso.model import OriginCount
from sayso.views.drive_words import summary, telling
from sayso.views.records import (
    Citation,
    CitedSentence,
    DriveEntry,
    DriveFacet,
    DriveFigures,
    DriveLine,
    ToldFigure,
    VoiceLine,
)


def cited(claim: str) -> tuple[Citation, ...]:
    return (Citation(document="doc-1", sentence=1, start=0, end=4, quote="They", claim=claim),)


def voice(name: str, kind: str = "person") -> VoiceLine:
    return VoiceLine(origin=f"o-{name}", name=name, kind=kind, documents=1, claims=1, citations=cited(f"c-{name}"))


def entry(name: str, reports: int = 1) -> DriveEntry:
    return DriveEntry(name=name, reports=reports, voices=("Eva Lind",), citations=cited(f"c-{name}"))


def facet(kind: str, *rows: DriveEntry) -> DriveFacet:
    return DriveFacet(facet=kind, title=kind.title(), rows=rows, more=0)


def line(**fields: object) -> DriveLine:
    values: dict[str, object] = {
        "id": "d-1", "title": "People of Sweden recruited for the war of Norway", "people": "SE", "side": "NO",
        "reports": 4, "outlets": 3, "origins": OriginCount(at_least=2, at_most=3), "voices": (voice("Eva Lind"),),
        "denied_by": (),
    }  # fmt: skip
    return DriveLine(**(values | fields))  # type: ignore[arg-type]


DAYS = (date(2024, 1, 3), date(2024, 5, 20))


def told(line: DriveLine, *facets: DriveFacet, figures: tuple[DriveFigures, ...] = ()) -> list[CitedSentence]:
    return list(summary(line, facets, figures, "Sweden", "Norway", DAYS))


def test_it_begins_with_how_many_tell_it_and_on_how_many_origins_they_rest() -> None:
    first = told(line())[0]
    assert first.text == (
        "4 reports from 3 outlets, of 3 January 2024 to 20 May 2024, tell that people of Sweden are recruited for the "
        "war of Norway. They rest on 2 to 3 independent origins."
    )
    assert first.citations == cited("c-Eva Lind")


def test_reports_whose_outlet_nobody_told_are_told_in_a_sentence_that_reads() -> None:
    one, two = (line(reports=count, outlets=0) for count in (1, 2))
    assert told(one)[0].text.startswith("1 report of an outlet that is not told, of 3 January 2024")
    assert told(two)[0].text.startswith("2 reports of outlets that are not told, of 3 January 2024")


def test_who_recruits_stands_with_how_many_reports_name_it_and_with_its_words() -> None:
    sentences = told(line(), facet("recruiters", entry("Coast Guard", 3), entry("Bay Agency", 2), entry("Old Mill")))
    (named,) = [s for s in sentences if s.text.startswith("Recruiting")]
    assert named.text == "Recruiting is put down to Coast Guard (3 reports) and Bay Agency (2 reports)."
    assert named.citations == (*cited("c-Coast Guard"), *cited("c-Bay Agency"))


def test_what_tells_nothing_by_itself_is_left_out() -> None:
    assert telling(facet("forces", entry("its army", 9), entry("Home Guard")), "Sweden") == (entry("Home Guard"),)
    states = facet("forces", entry("Government of Norway", 9), entry("Norway", 8), entry("People of Norway", 7))
    assert telling(states, "Sweden") == ()
    assert telling(facet("recruiters", entry("Government of Norway", 9)), "Sweden") == (
        entry("Government of Norway", 9),
    )
    assert telling(facet("recruiters", entry("12 people", 9), entry("ring", 9)), "Sweden") == ()
    pools = facet("pools", entry("People of Sweden", 9), entry("Eva Lind", 5), entry("young men", 2))
    assert telling(pools, "Sweden") == (entry("young men", 2),)


def test_a_route_of_several_stops_stands_before_single_places() -> None:
    routes = facet("routes", entry("Oslo", 2), entry("front", 2), entry("Lund → Oslo", 2))
    assert [row.name for row in telling(routes, "Sweden")] == ["Lund → Oslo", "Oslo"]


def test_figures_stand_each_by_itself_with_how_firm_and_how_often() -> None:
    figures = DriveFigures(
        title="Killed",
        told=(
            ToldFigure(reading="8 (man)", firmness="actual", reports=3, citation=cited("c-8")[0]),
            ToldFigure(reading="at most 20 (man)", firmness="potential", reports=1, citation=cited("c-20")[0]),
        ),
        rows=(),
        more=0,
    )
    (killed,) = [s for s in told(line(), figures=(figures,)) if s.text.startswith("Killed")]
    assert killed.text == "Killed: 8 (man, 3 reports); at most 20 (man, potential, 1 report)."
    assert killed.citations == (*cited("c-8"), *cited("c-20"))


def test_denials_and_what_nobody_tells_are_said() -> None:
    denied = told(line(denied_by=(voice("The Board"), voice("nobody named", "unknown"))))
    assert "It is denied by The Board." in [s.text for s in denied]
    nothing = [s.text for s in told(line())]
    assert "No denial was found in these documents." in nothing
    assert "Not told in them: who recruits, by which channels, by which routes or for what offers." in nothing


def test_channels_and_laws_that_one_report_tells_stand_beside_others() -> None:
    channels = facet("channels", entry("word of mouth", 2), entry("Telegram channel Iron Path"))
    assert [row.name for row in telling(channels, "Sweden")] == ["word of mouth", "Telegram channel Iron Path"]
    laws = facet("forbidders", entry("Parliament"), entry("bill"))
    (named,) = [s.text for s in told(line(), laws) if "forbidden" in s.text]
    assert named == "It is forbidden or prosecuted by Parliament (1 report)."


def test_that_recruits_are_taken_tells_nothing() -> None:
    assert [row.name for row in telling(facet("pools", entry("recruits", 5), entry("young men")), "Sweden")] == [
        "young men"
    ]
