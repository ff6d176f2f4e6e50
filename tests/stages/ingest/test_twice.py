"""Text that was encoded twice is mended on reading, with a note; what was written so is left alone."""

import json
from hashlib import sha256

import pytest

from sayso.stages.ingest import ingest
from sayso.stages.ingest.twice import mended


def twice(text: str) -> str:
    """A text as a program writes it that takes UTF-8 for Windows-1252."""
    return text.encode().decode("cp1252", "ignore")


@pytest.mark.parametrize(
    "text",
    [
        "He’s José.",
        "“They took us,” he said.",
        "Étienne left São Paulo – for Malmö.",
        "€ 500 and £ 40 in Côte d’Ivoire",
    ],
)
def test_it_reads_as_it_was_meant(text: str) -> None:
    assert twice(text) != text
    assert mended(twice(text)).text == text


@pytest.mark.parametrize(
    "text", ["Étienne, naïve in São Paulo", "NÃO É VERDADE", "Кабул, کابل, 東京", "5 € – £ 4", "Å 5"]
)
def test_what_is_right_stays(text: str) -> None:
    assert mended(text).text == text


def test_a_line_that_is_right_stays_beside_one_that_is_not() -> None:
    made = mended(f"Étienne’s men\n{twice('José’s men')}\nplain")
    assert (made.text, made.lines, made.was, made.now) == ("Étienne’s men\nJosé’s men\nplain", 1, "JosÃ©â€™s", "José’s")


@pytest.mark.parametrize(
    "form", ["<html><body><h1>Men wanted</h1><p>{}</p><p>{}</p></body></html>", "Men wanted\n\n{}\n\n{}\n"]
)
def test_a_file_is_mended_with_a_note_and_its_bytes_stay(form: str) -> None:
    said = "José Étienne said that the men of São Paulo hadn’t been paid for what they had done at the front."
    data = form.format(twice(said), "Nobody has been paid since May, and nobody was told why that is so.").encode()
    made = ingest(data, name="a", max_bytes=10_000)
    ((document, kept),) = made.documents
    assert said in document.text
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)
    assert any(document.text[b.start : b.end] == said for b in document.blocks)
    assert kept == data
    assert document.evidence is not None
    assert document.evidence.sha256 == sha256(data).hexdigest()
    (note,) = [p for p in made.problems if p.code == "charset.twice"]
    assert note.found == "1 line is encoded twice, such as “JosÃ©” for “José”"


def test_a_record_is_told_of_and_kept_to_the_letter() -> None:
    text = twice("José hadn’t been paid.")
    made = ingest(json.dumps({"id": "1", "text": text}).encode(), name="a", max_bytes=10_000)
    assert made.documents[0][0].text == text
    assert [p.code for p in made.problems] == ["charset.twice_kept"]
