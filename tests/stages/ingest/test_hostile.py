"""Whatever the bytes hold, ingest gives documents or problems that a person can act on."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.stages.ingest import ingest
from sayso.stages.ingest.problems import CODES

WORDS = "The men said that they had left the city for good and would not return to it."


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ingest.empty"),
        (b" \n\t", "ingest.empty"),
        (b"\0" * 100, "ingest.empty"),
        (b"x" * 5001, "ingest.too_large"),
        (b"\x89PNG\r\n\x1a\n\0\0", "ingest.unsupported"),
        (b"\x1f\x8b\x08\0", "ingest.unsupported"),
        (b'<?xml version="1.0"?><rss/>', "ingest.unsupported"),
        (b"%PDF-1.7\n1 0 obj<<>>", "ingest.unreadable"),
        (b"PK\x03\x04word/document.xml cut off", "ingest.unreadable"),
        (packed(word__document=b"<a/>"), "ingest.unreadable"),
        (packed(word__document=b'<!DOCTYPE x [<!ENTITY a "b">]><a/>'), "docx.entities"),
        (packed(word__document=b" " * 3_000_000), "docx.bomb"),
        (b"<html><body></body></html>", "ingest.no_text"),
        (b"<!doctype html><html>" + b"<div>" * 900, "ingest.no_text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    made = ingest(
        data, name="x", max_bytes=5000 if code == "ingest.too_large" else 2_500_000 if code == "docx.bomb" else 9000
    )
    assert made.documents == ()
    assert code in [p.code for p in made.problems]
    assert all(p.where == "x" and p.found and p.advice for p in made.problems)


def test_entities_of_a_page_are_not_resolved(tmp_path: object) -> None:
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>{WORDS} &x;</p></body></html>'
    made = ingest(page.encode(), name="x", max_bytes=9999)
    assert made.documents[0][0].text.endswith("&x;")


@pytest.mark.parametrize(
    "data",
    [
        b"<" * 300_000,
        b"<html>" + b"<p" * 100_000,
        b"<html><body><p>" + b"<b>" * 20_000 + WORDS.encode(),
        b"<html><body><article><p>" + b"word<sup>1</sup> " * 5_000,
        b'{"a":' * 100_000,
        b"a" * 1_000_000,
        b"-" * 300_000,
        b"# " * 100_000,
        b"[" * 200_000,
        b"> " * 2_000 + b"x\n# y",
        "🙂“«".encode() * 50_000,
        "\u202e\u0627\u200f ".encode() * 30_000,
        b"From: " + b"(" * 50_000 + b"\nMessage-ID: <x>\n\n" + WORDS.encode(),
        b"From: a@b.c\nMessage-ID: <x>\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 20_000,
        b"From: a@b.c\nMessage-ID: <x>\nContent-Type: text/plain; charset=zlib\n\n" + WORDS.encode(),
        b"From: a@b.c\nMessage-ID: <x>\nDate: nonsense\nSubject: =?x?q?y?=\n\n" + WORDS.encode(),
        b"---\n" + b"a: b\n" * 20_000,
    ],
)
def test_odd_input_ends_in_good_time(data: bytes) -> None:
    made = ingest(data, name="x", max_bytes=1 << 24)
    assert made.documents or made.problems
    assert all(p.code in CODES for p in made.problems)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([b"", b"<html>", b"From: a@b\nDate: x\nSubject: y\n\n", b"# a\n", b"%PDF-1.4\n"]),
    st.binary(max_size=400),
)
def test_any_bytes_give_documents_or_problems(start: bytes, rest: bytes) -> None:
    made = ingest(start + rest, name="x", max_bytes=1 << 20)
    assert made.documents or made.problems
    for document, _ in made.documents:
        assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks)
        document.text.encode()


def test_what_is_no_text_is_told_by_the_byte_that_shows_it() -> None:
    (told,) = ingest(b"The men left.\0", name="x", max_bytes=99).problems
    assert "byte 13 is 00, which no text has" in told.found


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (rb"{\rtf1 hello}", "Rich Text"),
        (b"PK\x03\x04" + b"\0" * 40, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 9, "picture"),
    ],
)
def test_a_file_of_another_sort_is_called_by_its_name(data: bytes, named: str) -> None:
    made = ingest(data, name="x", max_bytes=1 << 20)
    assert [(p.code, named in p.found) for p in made.problems] == [("ingest.unsupported", True)]
