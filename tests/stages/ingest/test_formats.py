"""Text, Markdown, letters and Word documents."""

import io
from datetime import date

import docx
import pytest

from sayso.model import Document
from sayso.stages.ingest import ingest
from sayso.stages.ingest.address import canonical
from sayso.stages.ingest.kinds import recognise


def one(data: bytes) -> Document:
    made = ingest(data, name="x", max_bytes=1 << 20)
    assert len(made.documents) == 1, made.problems
    return made.documents[0][0]


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def test_the_first_lines_of_a_text_name_it() -> None:
    document = one(
        b"Men for hire\r\nBy Jane Doe\r\nKabul Courier, 27 October 2022\r\n\r\nThe men were hired, he said.\r\n"
    )
    assert (document.title, document.byline, document.outlet) == ("Men for hire", "Jane Doe", "Kabul Courier")
    assert document.published is not None
    assert (document.published.start, document.published.basis) == (date(2022, 10, 27), "date line")
    assert kinds(document) == ["title", "boilerplate", "boilerplate", "paragraph"]


def test_fields_at_the_head_of_a_text() -> None:
    document = one(
        b"Title: Men for hire\nSource: Kabul Courier\nDate: 2022-10-27\nURL: https://a.example/x\n\n"
        b"The men left, he said."
    )
    assert (document.title, document.outlet, document.url) == ("Men for hire", "Kabul Courier", "https://a.example/x")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("Kabul Daily News", "Kabul Daily News"), ("AP", "AP"), ("Breaking News", None), ("Staff writer", None)],
)
def test_an_outlet_alone_on_a_line_beside_the_day(line: str, outlet: str | None) -> None:
    document = one(f"Men for hire\n{line}\nOct. 27, 2022\n\nThe men left, he said.".encode())
    assert (document.outlet, document.published is not None) == (outlet, True)


def test_an_outlets_words_above_running_text_are_a_heading() -> None:
    assert one(b"Men for hire\n\nHerat Press\n\nThe men left, he said.").outlet is None


def test_headlines_below_read_more_are_not_read() -> None:
    document = one(
        b"Men for hire\n\nThe men left.\n\nRead more\nPirates seize a tanker\nFive things\n\nThey came back."
    )
    assert kinds(document) == ["title", "paragraph", *["boilerplate"] * 3, "paragraph"]


def test_a_year_alone_is_no_date_line() -> None:
    assert one(b"The war\n1917\nIn that year the men went home, he said.").published is None


def test_the_text_of_a_plain_file_is_kept_to_the_letter() -> None:
    text = "Men for hire\n\n  The men  left, he said.\nAnd more.\n"
    assert one(text.encode()).text == text


def test_markdown_with_front_matter() -> None:
    document = one(
        b'---\ntitle: "Men: for hire"\nauthor: J. Roe\ndate: 2022-11-03\noutlet: Steppe Wire\n---\n# Men: for hire\n\n'
        b"The *men*[^1] were [hired](https://a.example/1), 1,597<sup>2</sup> of them.\n\n"
        b"## Road\n\n- one\n\n> said\n\n[^1]: a note\n"
    )
    assert (document.title, document.byline, document.outlet) == ("Men: for hire", "J. Roe", "Steppe Wire")
    assert "The men were hired, 1,597 of them." in document.text
    assert kinds(document)[:5] == ["title", "paragraph", "heading", "item", "quote"]
    assert document.links == ("https://a.example/1",)


LETTER = """From: {sender}
To: me@home.example
Subject: Fwd: =?utf-8?q?Men_for_hire?=
Date: Wed, 26 Oct 2022 23:30:00 +0430
Message-ID: <1@x.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The men were hired in Herat, he said.

--\x20
The desk
"""


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Steppe Wire <desk@steppewire.example>", "Steppe Wire", None),
        ("Jane Doe <jane@gmail.com>", None, "Jane Doe"),
        ("Jane Doe <jd@ministry.example>", None, "Jane Doe"),
        ("x@y.example", None, None),
    ],
)
def test_letters(sender: str, outlet: str | None, byline: str | None) -> None:
    document = one(LETTER.format(sender=sender).encode())
    assert (document.title, document.outlet, document.byline) == ("Men for hire", outlet, byline)
    assert document.published is not None
    assert (document.published.start, document.published.zone) == (date(2022, 10, 26), "+04:30")
    headed = ["title"] if outlet else []  # an outlet's subject is a headline, a person's is not
    assert kinds(document) == [*headed, "paragraph", "boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (r'"He said \"no\" to war"', 'He said "no" to war'),
        ("'It''s war in Varn'", "It's war in Varn"),
        ("'No men,' says envoy", "'No men,' says envoy"),
    ],
)
def test_a_headline_in_front_matter_stands_above_a_text_without_one(value: str, title: str) -> None:
    document = one(f"---\ntitle: {value}\ndate: 2014-09-09\n---\n\nThe men were hired in Herat, he said.\n".encode())
    assert document.title == title
    assert document.text.split("\n")[0] == title
    assert kinds(document) == ["title", "paragraph"]


def test_a_word_document_may_be_headed_by_a_question() -> None:
    held = docx.Document()
    held.add_paragraph().add_run("Whose sons are they?").bold = True
    held.add_paragraph("By Jane Roe, The Varn Gazette, 9 September 2014")
    held.add_paragraph("Nobody knows who the men are that were hired in Herat, an officer said.")
    out = io.BytesIO()
    held.save(out)
    document = one(out.getvalue())
    assert (document.title, document.byline, document.outlet) == (
        "Whose sons are they?",
        "Jane Roe",
        "The Varn Gazette",
    )


FORWARD = """From: Jane Doe <jane@gmail.com>
Date: Fri, 28 Oct 2022 10:00:00 +0200
Subject: Fwd: Men for hire

See below.

---------- Forwarded message ---------
{fields}
The men were hired in Herat, an officer said.
"""


def test_who_forwards_an_article_is_not_its_author() -> None:
    document = one(FORWARD.format(fields="").encode())
    assert (document.title, document.byline, document.published) == ("Men for hire", None, None)
    assert document.text.startswith("The men were hired")


def test_the_fields_of_a_forwarded_letter_are_taken() -> None:
    fields = "From: Reuters <news@reuters.com>\nDate: Wed, 26 Oct 2022 09:00:00 +0000\nSubject: Men hired in Herat\n"
    document = one(FORWARD.format(fields=fields).encode())
    assert (document.title, document.outlet) == ("Men hired in Herat", "Reuters")
    assert document.published is not None
    assert document.published.start == date(2022, 10, 26)


def test_attachments_are_noted() -> None:
    letter = LETTER.format(sender="a@b.example").replace("text/plain; charset=utf-8", "multipart/mixed; boundary=B")
    head, body = letter.split("\n\n", 1)
    attached = "Content-Disposition: attachment; filename=a.pdf\n\nx"
    parts = f"{head}\n\n--B\nContent-Type: text/plain\n\n{body}\n--B\n{attached}\n--B--\n"
    made = ingest(parts.encode(), name="x", max_bytes=9999)
    assert [p.code for p in made.problems] == ["eml.attachment"]
    assert "a.pdf" in made.problems[0].found


def test_word_documents() -> None:
    held = docx.Document()
    held.core_properties.author = "Jane Doe"
    held.add_heading("Men for hire", 0)
    held.add_paragraph("Kabul Courier, 27 October 2022")
    counted = held.add_paragraph("He counted 1,597")
    counted.add_run("1").font.superscript = True
    counted.add_run(" men.")
    held.add_paragraph("to Herat", style="List Bullet")
    held.add_table(rows=1, cols=2).rows[0].cells[0].text = "cell"
    out = io.BytesIO()
    held.save(out)
    document = one(out.getvalue())
    assert (document.title, document.byline, document.outlet) == ("Men for hire", "Jane Doe", "Kabul Courier")
    assert "He counted 1,597 men." in document.text
    assert kinds(document) == ["title", "boilerplate", "paragraph", "item", "table"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Just words.", "text"),
        (b"<p>Kabul</p><p>fell</p>", "html"),
        (b"\xef\xbb\xbf<!doctype html><p>x", "html"),
        (b"# Head\n\nwords", "markdown"),
        (b'{"id": 1, "text": "x"}\n', "jsonl"),
        (b"From: a@b.c\nDate: x\nSubject: y\n\nz", "eml"),
        (b"From: three officials said so.\nThey left.", "text"),
        ("Kabul".encode("utf-16"), "text"),
        (b"GIF89a\x01\0\x01\0\0\0\0", "unknown"),
    ],
)
def test_the_sort_of_file_is_told_from_its_bytes(data: bytes, kind: str) -> None:
    assert recognise(data) == kind


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("HTTPS://User:pw@Example.ORG:443/a?id=1&utm_medium=x#f", "https://example.org/a?id=1"),
        ("http://example.org:8080/x", "http://example.org:8080/x"),
        ("ftp://example.org/x", None),
        ("javascript:alert(1)", None),
        ("https://[::1", None),
        ("https://localhost/x", None),
        ("", None),
        (None, None),
    ],
)
def test_canonical_addresses(given: str | None, wanted: str | None) -> None:
    assert canonical(given) == wanted
