"""JSON Lines."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IngestError
from sayso.stages.ingest import from_line, from_record, ingest, read_record

TEXT = "\n  Kabul fell.\u00a0\r\nThe men – “all” of them – left.\t\n\n"


def test_text_is_taken_to_the_letter() -> None:
    document, data = from_record({"id": "a", "text": TEXT})
    assert document.text == TEXT
    assert document.given_id == "a"
    assert json.loads(data)["text"] == TEXT


@given(st.text(max_size=200))
def test_any_text_keeps_its_offsets(text: str) -> None:
    document, _ = from_record({"id": "a", "text": text})
    assert document.text == text
    assert all(text[b.start : b.end].strip() for b in document.blocks)


def test_fields_are_taken() -> None:
    record = {
        "id": 7,
        "text": "He left the town.",
        "title": "T",
        "outlet": "O",
        "published": "2022-10-25T10:00:00+02:00",
    }
    document, _ = from_record(record | {"url": "https://example.org/a?utm_source=x"})
    assert document.published is not None
    assert (document.given_id, document.title, document.outlet) == ("7", "T", "O")
    assert (document.published.start, document.published.zone) == (date(2022, 10, 25), "+02:00")
    assert (document.published.basis, document.url) == ("given", "https://example.org/a")


def test_the_same_record_is_the_same_document_whatever_the_order_of_its_fields() -> None:
    one, _, _ = from_line('{"id": "1", "text": "He left."}', where="x")
    other, _, _ = from_line('{"text":"He left.","id":"1"}', where="y")
    assert one.id == other.id


@pytest.mark.parametrize(
    "line", ["", "[]", "3", '{"id": "1"}', '{"id": 1.5, "text": "x"}', '{"text": "x", "title": []}', "{" * 9999]
)
def test_a_bad_line_says_what_is_wrong(line: str) -> None:
    with pytest.raises(IngestError) as error:
        from_line(line, where="file line 3")
    assert "file line 3" in str(error.value)


def test_a_bad_line_costs_that_line() -> None:
    made = ingest(b'{"id":"1","text":"He left."}\nno\n{"id":"2","text":"She left."}\n', name="a", max_bytes=999)
    assert [d.given_id for d, _ in made.documents] == ["1", "2"]
    assert [(p.code, p.where) for p in made.problems] == [("jsonl.bad_line", "a line 2")]


def test_one_id_for_two_documents_is_a_warning_and_both_are_kept() -> None:
    once, again = '{"id": "a", "text": "He said so."}', '{"id": "a", "text": "She said so."}'
    found = ingest("\n".join((once, again, once)).encode(), name="r.jsonl", max_bytes=999)
    assert [document.text for document, _ in found.documents] == ["He said so.", "She said so.", "He said so."]
    (told,) = found.problems  # the third line is the first once more, and the same document
    assert (told.code, told.severity, told.where) == ("jsonl.same_id", "warning", "r.jsonl line 2")
    assert "`a`" in told.found


def test_an_array_of_records_is_taken() -> None:
    made = ingest(b'[{"id":"1","text":"He left."},\n {"id":"2","text":"She left."}]', name="a", max_bytes=999)
    assert [d.given_id for d, _ in made.documents] == ["1", "2"]


def test_what_is_not_taken_is_said() -> None:
    _, _, problems = read_record(
        {"id": "1", "text": "x", "colour": 1, "published": "10/11/2022", "url": "ftp://a.b"}, where="r"
    )
    assert {p.code for p in problems} == {"jsonl.unknown_field", "date.unclear", "url.refused"}


def test_a_field_by_another_programs_name_is_a_warning_that_names_ours() -> None:
    document, _, problems = read_record({"id": "1", "text": "x", "date": "2022-10-25", "headline": "Y"}, where="r")
    assert document.published is None
    assert [(p.code, p.severity, p.found) for p in problems] == [
        ("jsonl.misnamed_field", "warning", "`date` was not taken; the field is `published`"),
        ("jsonl.misnamed_field", "warning", "`headline` was not taken; the field is `title`"),
    ]


def test_another_name_beside_our_own_is_only_a_field_that_is_not_taken() -> None:
    _, _, problems = read_record({"text": "x", "published": "2022-10-25", "date": "2022-10-26"}, where="r")
    assert [p.code for p in problems] == ["jsonl.unknown_field"]


def test_hard_wrapped_text_has_a_block_for_each_paragraph_and_the_same_text() -> None:
    text = "\n".join(
        [
            "Former soldiers in hiding said on Tuesday that they had been offered money to go",
            "and fight abroad, and that some of them had already left for a neighbouring land",
            "with their families in tow while others waited for a call that had not come yet,",
            "and they said it again and again to whoever came by and would listen to them now",
            "until he left.",
        ]
    )
    document, _ = from_record({"id": "1", "text": text})
    assert document.text == text
    assert len(document.blocks) == 1


def test_written_out_line_breaks_end_blocks_and_leave_the_text_as_it_is() -> None:
    text = r"The army left.\nThe rebels came to C:\north. They stayed.\n\n"
    document, _ = from_record({"id": "a1", "text": text})
    assert document.text == text
    parts = [text[block.start : block.end] for block in document.blocks]
    assert parts == ["The army left.", r"The rebels came to C:\north. They stayed."]
