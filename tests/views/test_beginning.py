"""How a briefing begins: what it rests on, what its words mean, and which recruitment drives stand in it."""

from dataclasses import replace

import pytest

from sayso.exports.briefing_html import html
from sayso.exports.briefing_markdown import markdown
from sayso.model import Origin, OriginCount, RecruitmentDrive, Relations
from sayso.views.briefing import briefing, not_held
from sayso.views.drives import in_briefing


def drive(key: str, reports: int) -> RecruitmentDrive:
    return RecruitmentDrive(
        id=key, people="AF", side="RU", title=key, propositions=(), documents=("doc-1",), reports=reports, outlets=1,
        origins=OriginCount(at_least=1, at_most=1), voices=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reports", "stand"),
    [
        ([5, 2, 1], ["0", "1"]),
        ([1, 1, 1], ["0", "1", "2"]),
        ([4, 3, 2, 2], ["0", "1", "2"]),
        ([1, 1, 1, 1], ["0", "1", "2"]),
        ([], []),
    ],
)
def test_drives_told_once_stand_where_none_is_told_twice(reports: list[int], stand: list[str]) -> None:
    given = [drive(str(number), count) for number, count in enumerate(reports)]
    assert [held.id for held in in_briefing(given, 3)] == stand


def test_a_briefing_of_nothing_says_what_to_do_and_nothing_else() -> None:
    made = briefing([], Relations(), facets=())
    text, page = markdown(made, ()), html(made, ())
    assert "sayso ingest FILES" in text
    assert "Nothing found" not in text
    assert "Read by" not in text
    assert "sayso ingest FILES" in page
    assert "Read by" not in page


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("outlet", "Varn Gazette", "What Varn Gazette reported is known from others only: its own report is not held."),
        ("document", "report by Ostrik", "“report by Ostrik” is known from others only: it is not held itself."),
        ("document", "video that spread", "“video that spread” is known from others only: it is not held itself."),
    ],
)
def test_what_is_known_from_others_only_is_named_in_a_sentence_that_reads(kind: str, name: str, told: str) -> None:
    origin = Origin(id="o-1", name=name, kind="outlet", held=False)
    assert not_held(replace(origin, kind=kind)) == told  # type: ignore[arg-type]
