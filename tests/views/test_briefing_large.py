"""The briefing of a large ledger against the one that has everything, on stories of our own."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "stages/link"))
from told import readings_of

from sayso.exports.briefing_html import html
from sayso.exports.briefing_markdown import markdown
from sayso.lexicon.facets import Facet
from sayso.lexicon.packs import load_packs
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store import Ledger
from sayso.views import briefed
from sayso.views.briefed import briefing_of
from sayso.views.briefing import citations
from sayso.views.briefing_large import CITED, FIGURES
from sayso.views.left_out import LISTS, not_listed
from sayso.views.records import Briefing

FACETS: tuple[Facet, ...] = tuple(facet for pack in load_packs(Settings().packs) for facet in pack.facets)
ALL = 100_000


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("stories") / "stories.db") as opened:
        for reading in (*readings_of("togolese"), *readings_of("afghans")):
            opened.add(reading.document)
            opened.put_reading(reading)
        relate_all(opened, Settings(), anew=True)
        yield opened


@pytest.fixture(scope="module")
def whole(ledger: Ledger) -> Briefing:
    return briefing_of(ledger, FACETS, limit=ALL)


def large(ledger: Ledger, limit: int) -> Briefing:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(briefed, "WHOLE", 0)
        return briefing_of(ledger, FACETS, limit=limit)


def test_a_small_ledger_has_everything(whole: Briefing) -> None:
    assert whole.left_out is None
    assert "not listed here" not in markdown(whole, FACETS)


def test_without_a_bound_it_has_the_same_lines(ledger: Ledger, whole: Briefing) -> None:
    made = large(ledger, ALL)
    assert [line.proposition for line in made.reported] == [line.proposition for line in whole.reported]
    for one, other in zip(made.reported, whole.reported, strict=True):
        assert one.citations == other.citations[:CITED]
        assert (one.title, one.origins, one.origin_names, one.denied_by, one.same_event, one.figures_told) == (
            other.title, other.origins, other.origin_names, other.denied_by, other.same_event, other.figures_told
        )  # fmt: skip
        assert one.credibility == other.credibility
    assert [(s.proposition, s.range, s.figures) for s in made.figures] == [
        (s.proposition, s.range, s.figures[:FIGURES]) for s in whole.figures
    ]
    assert made.changes == whole.changes
    assert made.disagreements == whole.disagreements
    assert [(t.title, t.period) for t in made.timeline] == [(t.title, t.period) for t in whole.timeline]
    assert {(s.origin, s.claims, s.alone) for s in made.sources} == {
        (s.origin, s.claims, s.alone) for s in whole.sources
    }
    assert {len(s.propositions) + s.more_propositions for s in made.sources} == {
        len(s.propositions) for s in whole.sources
    }
    assert made.left_out is not None
    assert not any(getattr(made.left_out, name) for name in LISTS if name not in ("changes", "documents"))


def test_its_pictures_have_the_same_entries(ledger: Ledger, whole: Briefing) -> None:
    made = large(ledger, ALL)
    assert [(one.drive, one.title) for one in made.pictures] == [(one.drive, one.title) for one in whole.pictures]
    for one, other in zip(made.pictures, whole.pictures, strict=True):
        assert {(r.facet, r.name, r.reports) for r in one.rows} == {(r.facet, r.name, r.reports) for r in other.rows}


@pytest.mark.parametrize("limit", [1, 3])
def test_what_is_left_out_is_counted(ledger: Ledger, whole: Briefing, limit: int) -> None:
    made = large(ledger, limit)
    left = made.left_out
    assert left is not None
    assert len(made.reported) + made.more_reported == len(whole.reported)
    for name in ("figures", "disagreements", "timeline", "sources", "documents"):
        assert len(getattr(made, name)) + getattr(left, name) == len(getattr(whole, name)), name
    for name in ("figures", "changes", "disagreements", "timeline", "sources"):
        assert len(getattr(made, name)) <= limit, name
    assert left.documents > 0
    assert left.entries > 0
    assert made.claims == whole.claims


def test_every_citation_leads_to_a_document_that_is_listed_with_its_number(ledger: Ledger) -> None:
    made = large(ledger, 3)
    numbers = {line.id: line.number for line in made.documents}
    texts = {line.id: line.text for line in made.documents}
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    found = list(citations(made))
    assert found
    assert all(texts[c.document][c.start : c.end] == c.quote for c in found)
    listed = {int(number) for number in re.findall(r"\[(\d+):\d+, ", markdown(made, FACETS))}
    assert listed == {numbers[c.document] for c in found}


def test_both_files_say_what_is_left_out_and_where_it_is(ledger: Ledger) -> None:
    made = large(ledger, 2)
    lines = [line for line in not_listed(made.left_out).values() if line]
    assert len(lines) >= 5
    for line in lines:
        assert line in markdown(made, FACETS)
        assert line.replace("`", "").split(",")[0] in html(made, FACETS)
    assert "each list has its first 2 lines" in markdown(made, FACETS)
