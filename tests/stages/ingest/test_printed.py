"""A PDF's words are found again on its pages."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from paper import Line, pdf
from sayso.errors import IngestError
from sayso.stages.ingest import ingest
from sayso.stages.ingest.printed import Box, Printed, boxes, page_picture, placed, printed

HEAD = ("The Daily Sheet", 8, 72, 800)


def page(*lines: str, top: int = 700) -> list[Line]:
    return [HEAD, *((words, 12, 72, top - 15 * number) for number, words in enumerate(lines))]


TWO = pdf(
    [
        page(
            "Some of the men were promised citizen-", "ship within a year and left in the", "night for Herat and were"
        ),
        page("seen there again in May by some of", "the men who had come with them.", "They were seen by nobody else."),
    ]
)


def found(data: bytes, words: str, number: int) -> list[Box]:
    document = ingest(data, name="a.pdf", max_bytes=1 << 24).documents[0][0]
    start = document.text.index(words)
    letters = printed(data, where="a.pdf")
    return boxes(data, letters, placed(letters, document.text, [(start, start + len(words))]), number, where="a.pdf")[0]


def test_words_of_one_line_have_one_box_at_their_place() -> None:
    (box,) = found(TWO, "were promised", 1)
    assert box.page == 1
    assert 150 < box.x < 190
    assert box.y < 842 - 700 < box.y + box.height
    assert 60 < box.width < 90


def test_a_word_that_the_line_s_end_broke_has_two_boxes() -> None:
    first, second = found(TWO, "citizenship", 1)
    assert (second.x, second.y > first.y) == (pytest.approx(72, abs=1), True)


def test_words_over_two_pages_have_boxes_on_both_and_the_running_head_has_none() -> None:
    assert len(found(TWO, "for Herat and were seen there again", 1)) == 1
    (box,) = found(TWO, "for Herat and were seen there again", 2)
    assert box.y > 842 - 720


def test_the_second_of_two_like_words_is_not_taken_for_the_first() -> None:
    document = ingest(TWO, name="a.pdf", max_bytes=1 << 24).documents[0][0]
    start = document.text.rindex("the men")
    letters = printed(TWO, where="a.pdf")
    (group,) = placed(letters, document.text, [(start, start + 7)])
    assert {letters.pages[n] for n in group} == {2}


def test_a_turned_and_cropped_page_has_its_boxes_where_it_is_shown() -> None:
    plain = pdf([page("The men left.")])
    turned = plain.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 842] /CropBox [50 0 595 842] /Rotate 90")
    letters = printed(turned, where="a.pdf")
    assert (letters.sizes[0].width, letters.sizes[0].height) == (842, 545)
    (box,) = boxes(turned, letters, placed(letters, "left", [(0, 4)]), 1, where="a.pdf")[0]
    assert 690 < box.x < 842
    assert box.height > box.width


def test_a_picture_is_png_of_a_bounded_size() -> None:
    huge = pdf([page("The men left.")]).replace(b"[0 0 595 842]", b"[0 0 14400 9999]")
    picture = Image.open(BytesIO(page_picture(huge, 1, where="a.pdf")))
    assert picture.format == "PNG"
    assert max(picture.size) <= 1601


def test_no_such_page_and_no_pdf_say_so() -> None:
    with pytest.raises(IngestError, match="no page 3"):
        page_picture(TWO, 3, where="a.pdf")
    with pytest.raises(IngestError, match="damaged"):
        printed(b"%PDF-1.4 nothing", where="a.pdf")


@given(st.text(), st.text())
def test_letters_are_only_ever_laid_beside_the_same_letters_in_order(letters: str, text: str) -> None:
    plain = "".join(c for c in letters if c.isalnum())
    made = Printed(sizes=(), letters=plain, pages=(1,) * len(plain), chars=tuple(range(len(plain))))
    groups = placed(made, text, [(n, n + 1) for n in range(len(text))])
    pairs = [(group[0], text[n]) for n, group in enumerate(groups) if group]
    assert all(plain[at] == c for at, c in pairs)
    assert [at for at, _ in pairs] == sorted({at for at, _ in pairs})
