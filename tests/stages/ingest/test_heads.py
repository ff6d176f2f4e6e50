"""What the first lines of a text file say of it."""

from datetime import date

import pytest

from sayso.stages.ingest.head_lines import read_line
from sayso.stages.ingest.plain import read_plain

BODY = "\n\nThe rebels recruited 200 men in Varn, an official said on Monday. They left later.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Rebels recruit fighters\nPublisher: The Varn Gazette\nPublished: 2014-09-09",
        "Rebels recruit fighters\nPublication: The Varn Gazette\nDate: 9 September 2014",
        "Rebels recruit fighters\n9 September 2014 | The Varn Gazette | Jane Roe",
        "Rebels recruit fighters\n9 September 2014 | Jane Roe | The Varn Gazette",
        "Rebels recruit fighters\n(The Varn Gazette, September 9, 2014)",
        "The Varn Gazette\n9 September 2014\nRebels recruit fighters",
        "The Varn Gazette\nRebels recruit fighters\n9 September 2014",
        "https://varn.example/a\nThe Varn Gazette\nRebels recruit fighters\nSeptember 9, 2014",
    ],
)
def test_a_head_names_outlet_day_and_headline_in_the_ways_in_which_people_write_it(head: str) -> None:
    draft = read_plain((head + BODY).encode(), where="a.txt")
    assert draft.title == "Rebels recruit fighters"
    assert draft.outlet == "The Varn Gazette"
    assert draft.published is not None
    assert draft.published.start == date(2014, 9, 9)
    assert draft.byline == ("Jane Roe" if "Roe" in head else None)
    told = [draft.text[b.start : b.end] for b in draft.blocks if b.kind not in ("boilerplate", "title")]
    assert [line.split()[0] for line in told] == ["The"]


def test_an_address_above_the_headline_is_no_headline() -> None:
    draft = read_plain(("https://varn.example/a\nRebels recruit fighters" + BODY).encode(), where="a.txt")
    assert (draft.title, draft.url) == ("Rebels recruit fighters", "https://varn.example/a")


@pytest.mark.parametrize(
    "text",
    [
        "Gazette writers flee Varn" + BODY,
        "The Varn Gazette" + BODY,  # nothing like a headline below it
        "(The rebels) took Varn, 9 September 2014 (again)" + BODY,
        "9 September 2014 was a black day in Varn, said the mayor, and nobody came." + BODY,
    ],
)
def test_a_first_line_that_is_part_of_the_report_stays_one(text: str) -> None:
    draft = read_plain(text.encode(), where="a.txt")
    assert draft.outlet is None
    assert draft.published is None
    assert next(b for b in draft.blocks if b.start == 0).kind in ("title", "paragraph", "heading")


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("By Jane Roe, Staff Writer, The Varn Gazette, 3 March 2014", "Jane Roe, Staff Writer", "The Varn Gazette"),
        ("By Jane Roe, Legal Editor, Varn Standard, 3 March 2014", "Jane Roe, Legal Editor", "Varn Standard"),
        ("By Jane Roe, Red Sea Echo, Port Sudan, 3 March 2014", "Jane Roe", "Red Sea Echo, Port Sudan"),
        ("By Jane Roe, Port Loko, 3 March 2014", "Jane Roe, Port Loko", None),
    ],
)
def test_an_outlet_behind_the_office_of_an_author(line: str, byline: str, outlet: str | None) -> None:
    said = read_line(line, headline=True)
    assert said is not None
    assert (said.byline, said.outlet) == (byline, outlet)


def test_what_sort_of_text_it_is_is_no_name() -> None:
    said = read_line("MINISTRY OF MARITIME TRADE, VARN (PRESS RELEASE) 9 September 2014")
    assert said is not None
    assert said.byline is None
    said = read_line("Men hired in Varn (Harbour Wire) 9 September 2014")
    assert said is None or said.outlet != "Men hired in Varn"
