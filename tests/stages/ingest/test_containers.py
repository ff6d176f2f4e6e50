"""Archives of articles, and pages saved as one file."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sayso.stages.ingest import ingest
from sayso.stages.ingest.kinds import recognise

TEXT = "Men for hire\n\nThe Varn Gazette\n9 September 2014\n\nThe men were hired in Herat, an officer said.\n"
PAGE = """From: <Saved by Blink>
Snapshot-Content-Location: https://varngazette.example/a.html
Subject: Men for hire - The Varn Gazette
Date: Mon, 10 Jun 2024 18:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="B"

--B
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://varngazette.example/a.html

<html><head><title>Men for hire - The Varn Gazette</title>
<meta property=3D"article:published_time" content=3D"2014-09-09"></head>
<body><article><h1>Men for hire</h1><p>The men were hired in Herat, an officer said.=
</p></article></body></html>
--B
Content-Type: text/css
Content-Location: cid:css@mhtml.blink

p { color: black }
--B--
"""


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def test_an_archive_gives_the_documents_of_its_files_in_order_of_name() -> None:
    line = b'{"id": "one", "text": "The men left."}\n'
    hidden = {"__MACOSX/._b.txt": b"x", ".DS_Store": b"x"}
    data = archive({"in/b.txt": TEXT.encode(), "in/a.jsonl": line, "in/c.png": b"\x89PNG\r\n\x1a\n\0", **hidden})
    assert recognise(data) == "zip"
    made = ingest(data, name="a.zip", max_bytes=1 << 20)
    first, second = (document for document, _ in made.documents)
    assert first.given_id == "one"
    assert second.evidence is not None
    assert (second.title, second.outlet, second.evidence.name) == ("Men for hire", "The Varn Gazette", "a.zip/in/b.txt")
    assert [(p.code, p.where) for p in made.problems] == [("ingest.unsupported", "a.zip/in/c.png")]
    assert made.documents[1][1] == TEXT.encode()


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.txt": b"a" * 5000}, "ingest.too_large"),
        ({}, "ingest.empty"),
        (
            {"b.zip": archive({"c.zip": archive({"d.zip": archive({"e.zip": archive({"a.txt": b"men left"})})})})},
            "ingest.nested",
        ),
    ],
)
def test_an_archive_that_is_no_folder_of_articles_is_refused(files: dict[str, bytes], code: str) -> None:
    made = ingest(archive(files), name="a.zip", max_bytes=2000)
    assert not made.documents
    assert [p.code for p in made.problems] == [code]


def test_a_damaged_file_in_an_archive_costs_that_file() -> None:
    data = archive({"a.txt": TEXT.encode(), "b.txt": TEXT.replace("Herat", "Kabul").encode()})
    at = data.index(b"a.txt") + 5
    made = ingest(data[:at] + b"\xff\xff\xff" + data[at + 3 :], name="a.zip", max_bytes=1 << 20)
    assert len(made.documents) == 1
    assert [(p.code, p.where) for p in made.problems] == [("ingest.unreadable", "a.zip/a.txt")]


def test_other_programs_documents_are_no_archives() -> None:
    odt = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
    made = ingest(odt, name="a.odt", max_bytes=1 << 20)
    assert "ODT" in made.problems[0].found
    assert recognise(archive({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"})) == "unknown"


def test_a_page_saved_as_one_file_is_the_page_and_not_a_letter() -> None:
    made = ingest(PAGE.encode(), name="a.mhtml", max_bytes=1 << 20)
    ((document, _),) = made.documents
    assert document.published is not None
    assert (document.title, document.outlet) == ("Men for hire", "The Varn Gazette")
    assert (document.published.start, document.url) == (date(2014, 9, 9), "https://varngazette.example/a.html")
    assert document.byline is None
    assert not made.problems


def test_the_day_of_saving_is_no_day_of_publication(tmp_path: Path) -> None:
    page = "\n".join(line for line in PAGE.split("\n") if "published_time" not in line)
    ((document, _),) = ingest(page.encode(), name="a.mhtml", max_bytes=1 << 20).documents
    assert document.published is None


def test_a_name_that_leads_out_of_the_archive_is_named_and_not_opened() -> None:
    made = ingest(archive({"../b.txt": b"Men left.", "in/a.txt": b"Men were hired."}), name="a.zip", max_bytes=1 << 20)
    assert [document.evidence and document.evidence.name for document, _ in made.documents] == ["a.zip/in/a.txt"]
    assert [(p.code, p.where) for p in made.problems] == [("ingest.unreadable", "a.zip/../b.txt")]
