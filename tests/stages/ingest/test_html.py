"""Web pages."""

import pytest

from sayso.model import Document
from sayso.stages.ingest import ingest

LD = '<script type="application/ld+json">%s</script>'
WORDS = "The former soldiers said that they had left the city in the night and would not come back."


def page(body: str, head: str = "") -> Document:
    data = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body><article>{body}</article></body></html>"
    made = ingest(data.encode(), name="a.html", max_bytes=1 << 20)
    return made.documents[0][0]


def paragraphs(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("12 wounded<sup>1</sup> men", "12 wounded men"),
        ("1,597<sup>1</sup> men", "1,597 men"),
        ("$1,500<sup><a href='#fn1'>1</a></sup> a month", "$1,500 a month"),
        ("men<a href='#footnote-3'>[3]</a> left", "men left"),
        ("an area of 12 km<sup>2</sup> burnt", "an area of 12 km² burnt"),
        ("10<sup>6</sup> shells", "10⁶ shells"),
        ("the 4<sup>th</sup> brigade", "the 4th brigade"),
        ("see <a href='https://a.example/2'>2</a> men", "see 2 men"),
    ],
)
def test_footnote_digits_do_not_stick_to_figures(given: str, wanted: str) -> None:
    assert wanted in page(f"<p>{WORDS}</p><p>There were {given} in the report of the day before.</p>").text


def test_headline_paragraphs_and_items_stay_apart() -> None:
    document = page(
        f"<h1>Men for hire</h1><p>{WORDS}</p><h2>The road</h2><ul><li>first to Herat</li><li>then on</li></ul>"
        f"<p>{WORDS[::-1]}</p>"
    )
    kinds = [b.kind for b in document.blocks]
    assert kinds == ["title", "paragraph", "heading", "item", "item", "paragraph"]
    assert paragraphs(document)[0] == "Men for hire"


def test_two_line_breaks_are_a_new_paragraph() -> None:
    document = page(f"<h1>Men for hire</h1><p>{WORDS}<br><br>Later they called again from the road to Herat.</p>")
    assert paragraphs(document)[1:] == [WORDS, "Later they called again from the road to Herat."]


def test_menus_and_boxes_are_left_out() -> None:
    document = page(f"<h1>Men for hire</h1><p>{WORDS}</p>", head="<title>Men for hire - The Post</title>")
    assert document.outlet == "The Post"
    assert document.title == "Men for hire"


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        (LD % '{"@type":"NewsArticle","datePublished":"2022-10-25"}', 25, "json-ld datePublished"),
        (LD % '{"@graph":[{"@type":["Article"],"datePublished":"2022-10-24"}]}', 24, "json-ld datePublished"),
        ('<meta property="article:published_time" content="2022-10-23T01:00:00Z">', 23, "meta article:published_time"),
        ('<meta name="pubdate" content="22 October 2022">', 22, "meta pubdate"),
    ],
)  # fmt: skip
def test_the_day_comes_with_its_place(head: str, day: int, basis: str) -> None:
    published = page(f"<h1>Men for hire</h1><p>{WORDS}</p>", head=head).published
    assert published is not None
    assert (published.start.day, published.basis) == (day, basis)


def test_a_day_of_change_is_no_day_of_publication() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2022-10-25"}</script>'
    assert page(f"<h1>Men for hire</h1><p>{WORDS}</p>", head=head).published is None


@pytest.mark.parametrize(
    "author", ['"A. Roe"', '{"name": "A. Roe"}', '[{"@type": "Person", "name": "A. Roe"}]', '{"name": ["A. Roe"]}']
)
def test_forms_of_authors(author: str) -> None:
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","author":{author}}}</script>'
    assert page(f"<h1>Men for hire</h1><p>{WORDS}</p>", head=head).byline == "A. Roe"


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type":</script><meta name="author" content="By B. Roe">'
    assert page(f"<h1>Men for hire</h1><p>{WORDS}</p>", head=head).byline == "B. Roe"


def test_the_canonical_link_wins_over_og_url_and_loses_its_trackers() -> None:
    head = '<link rel="canonical" href="https://a.example/x?utm_source=m&id=3"><meta property="og:url" content="https://b.example/">'
    assert page(f"<h1>Men for hire</h1><p>{WORDS}</p>", head=head).url == "https://a.example/x?id=3"


def test_links_are_kept_once_and_only_http() -> None:
    twice = "<a href='https://a.example/1'>one</a> <a href='https://a.example/1'>again</a>"
    body = f"<h1>Men for hire</h1><p>{WORDS} {twice} <a href='javascript:x()'>no</a></p>"
    assert page(body).links == ("https://a.example/1",)


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td><p>{WORDS}</p><p>{WORDS[::-1]}</p><p>Third words of it.</p></td><td>menu</td></tr></table>",
        f"<pre>{WORDS}\n\n{WORDS[::-1]}\n\nThird words of it.</pre>",
        f"<div>{WORDS}</div><div>{WORDS[::-1]}</div><div>Third words of it.</div>",
    ],
    ids=["layout table", "pre", "divs"],
)
def test_paragraphs_of_old_pages_stay_apart(body: str) -> None:
    held = paragraphs(page(f"<h1>Men for hire</h1>{body}"))
    assert [part for part in (WORDS, WORDS[::-1], "Third words of it.") if part not in held] == []
