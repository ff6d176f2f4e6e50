"""Articles as people paste them: outlet, day, author and address in the lines around the text."""

from datetime import date

import pytest

from sayso.stages.ingest import ingest
from sayso.stages.ingest.address import outlet_of
from sayso.stages.ingest.draft import Draft
from sayso.stages.ingest.heads import day_of_address
from sayso.stages.ingest.plain import read_plain

TITLE = "Rebels recruit fighters in the hills of Varn"
BODY = (
    "The rebels recruited 200 men in Varn, an official said on Monday. They left later.\n\n"
    "He said the men had been promised a wage. Nobody has seen them since."
)


def pasted(text: str) -> Draft:
    return read_plain(text.encode(), where="a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "{title}\n\nBy Jane Roe | The Varn Gazette | 9 September 2014 | 10:32\n\n{body}",
        "{title}\nJane Roe\nThe Varn Gazette\nTue 9 Sep 2014 18.01 BST\n\n{body}",
        "{title}\n\nBy Jane Roe, The Varn Gazette\nSeptember 9, 2014 at 10:32 AM EDT\n\n{body}",
        "{title} | The Varn Gazette\n\nPublished: Sep 9, 2014, 10:32 IST | Updated: Sep 11, 2014, 09:00 IST\n\n{body}",
        "{title} - The Varn Gazette\n9 September 2014\n\n{body}",
        "The Varn Gazette\n{title}\nJane Roe\nPUBLISHED: 9 SEP 2014 AT 10:32\nUPDATED: 9 SEP 2015 AT 11:02\n{body}",
        "The Varn Gazette\n\n{title}\n\nPosted on September 9, 2014 by admin\n\n{body}",
        "The Varn Gazette, 9 September 2014\n\n{title}\n\n{body}",
        "The Varn Gazette · Sep 9, 2014\n{title}\n\n{body}",
        "Skip to main content\nHome\nSport\nThe Varn Gazette\n{title}\nBy Jane Roe\n9 September 2014, 10:32\n{body}",
        "{title}\nThe Varn Gazette / Tuesday, September 9, 2014\n\n{body}",
        "{title}\nThe Varn Gazette\n2014-09-09T10:32:00Z\n\n{body}",
        "{title}\n\nOutlet: The Varn Gazette; 9 September 2014\n\n{body}",
        "{title}\n\n9 September 2014\n\n{body}\n\n© 2014 The Varn Gazette. All rights reserved.",
        "{title}\n\n{body}\n\nThe Varn Gazette, 9 September 2014",
        "Outlet: The Varn Gazette\nDate: 9 September 2014\nAuthor: Jane Roe\n\n{title}\n\n{body}",
    ],
)
def test_outlet_and_day_are_found_in_the_lines_around_a_pasted_article(text: str) -> None:
    draft = pasted(text.format(title=TITLE, body=BODY))
    assert draft.title == TITLE
    assert draft.outlet == "The Varn Gazette"
    assert draft.published is not None
    assert draft.published.start == date(2014, 9, 9)
    told = [draft.text[b.start : b.end] for b in draft.blocks if b.kind not in ("boilerplate", "title")]
    assert [line.split()[0] for line in told if "Roe" not in line] == ["The", "He"]


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Red Cape Echo, Port Sudan", "Red Cape Echo, Port Sudan"),
        ("Le Quotidien de Varn", "Le Quotidien de Varn"),
        ("Ministry of Fisheries (press release)", "Ministry of Fisheries"),
        ("Institute for Hill Studies", "Institute for Hill Studies"),
        ("Middle East", None),  # a section
        ("Kabul Afghanistan", None),
        ("Fatima Noor", None),
        ("Gazette Reporters", None),
    ],
)
def test_a_name_above_the_headline_is_the_outlets_if_it_is_made_like_one(name: str, outlet: str | None) -> None:
    assert pasted(f"{name}\n\n{TITLE}\n\nPublished 9 Sep 2014\n\n{BODY}").outlet == outlet


@pytest.mark.parametrize(
    ("line", "byline"),
    [("By a staff reporter", "a staff reporter"), ("By Friday the army had left Varn", None), ("By the river", None)],
)
def test_a_line_that_begins_with_by_is_an_authors_if_it_holds_names_alone(line: str, byline: str | None) -> None:
    assert pasted(f"{TITLE}\n{line}\n\n{BODY}").byline == byline


@pytest.mark.parametrize("place", ["Gurdaspur", "New Delhi", "Port Sudan"])
def test_the_place_of_a_date_line_is_no_outlet(place: str) -> None:
    draft = pasted(f"{TITLE}\n\n{place}, March 5, 2014\n\n{BODY}")
    assert draft.outlet is None
    assert draft.published is not None


def test_a_day_that_may_be_two_still_leaves_the_outlet() -> None:
    draft = pasted(f"{TITLE}\n\nThe Varn Gazette - 08/09/2014\n\n{BODY}")
    assert (draft.outlet, draft.published) == ("The Varn Gazette", None)


@pytest.mark.parametrize("title", ["Whose sons are the men of Varn?", '"I had no choice but to go"'])
@pytest.mark.parametrize("below", ["\n\n", "\nBy Jane Roe\n"])
def test_a_first_line_that_asks_or_quotes_is_a_headline_where_it_stands_apart(title: str, below: str) -> None:
    assert pasted(title + below + BODY).title == title
    assert pasted(title + "\n" + BODY).title is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://varn.example/world/2022/oct/25/men-for-hire", date(2022, 10, 25)),
        ("https://varn.example/2022/10/25/men-for-hire", date(2022, 10, 25)),
        ("https://varn.example/news/2022-10-25/men", date(2022, 10, 25)),
        ("https://varn.example/2022/13/45/men", None),
        ("https://varn.example/men-for-hire-20221025", None),
        ("https://varn.example/2022/10/men", None),
    ],
)
def test_an_address_that_writes_its_day_dates_the_article(address: str, day: date | None) -> None:
    found = day_of_address(address)
    assert (found.start if found else None) == day


@pytest.mark.parametrize("line", ["Source: {}", "{}", "https://web.archive.org/web/20230102030405/{}"])
@pytest.mark.parametrize("text", ["{line}\n\n{title}\n\n{body}", "{title}\n\n{body}\n\n{line}"])
def test_an_address_at_head_or_foot_is_kept_and_dates_the_article(line: str, text: str) -> None:
    address = "https://varn.example/2014/09/09/rebels"
    data = text.format(line=line.format(address), title=TITLE, body=BODY).encode()
    document = ingest(data, name="a.txt", max_bytes=1 << 20).documents[0][0]
    assert (document.url, document.title) == (address, TITLE)
    assert document.published is not None
    assert (document.published.start, document.published.basis) == (date(2014, 9, 9), "address")


@pytest.mark.parametrize(
    ("address", "text", "outlet"),
    [
        ("https://www.varngazette.example/a", "He told the Varn Gazette that he left.", "Varn Gazette"),
        ("https://thevarngazette.example/a", "He told The Varn Gazette that he left.", "The Varn Gazette"),
        ("https://www.theguardian.com/a", "He left.", "The Guardian"),
        ("https://edition.hillpost.example/a", "He left.", "edition.hillpost.example"),
        ("https://t.me/hillpost/3", "He left.", None),
        ("https://web.archive.org/web/2014/", "He left.", None),
        ("https://203.0.113.7/a", "He left.", None),
    ],
)
def test_an_address_names_the_outlet_where_nothing_else_does(address: str, text: str, outlet: str | None) -> None:
    assert outlet_of(address, text) == outlet
    document = ingest(f"{address}\n\n{TITLE}\n\n{text}".encode(), name="a.txt", max_bytes=1 << 20).documents[0][0]
    assert document.outlet == outlet


def test_a_page_without_fields_says_its_outlet_and_day_in_its_first_lines() -> None:
    lines = (f"<h1>{TITLE}</h1>", "<p>Jane Roe</p>", "<p>The Varn Gazette</p>", "<p>9 September 2014 10:32</p>")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n") * 3)
    page = f"<html><body><article>{''.join(lines)}{body}</article></body></html>"
    document = ingest(page.encode(), name="a.html", max_bytes=1 << 20).documents[0][0]
    assert (document.title, document.outlet) == (TITLE, "The Varn Gazette")
    assert document.published is not None
    assert document.published.start == date(2014, 9, 9)
    assert {b.kind for b in document.blocks if b.start < document.text.index("The rebels")} == {"title", "boilerplate"}
