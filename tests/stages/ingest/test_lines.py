"""Shapes of lines, and hard-wrapped text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.stages.ingest.lines import BOILERPLATE, blocks_of, unwrap

WRAPPED = """Former soldiers in hiding said on Tuesday that they had been offered money to go
and fight abroad, and that some of them had already left for a neighbouring land
with their families in tow while others waited for a call that had not come yet.

A second paragraph follows, and it is wrapped as well, so that we can see whether
it is put together again as it should be when it is read by the program."""


def test_wrapped_lines_are_joined_in_place() -> None:
    joined = unwrap(WRAPPED)
    assert len(joined) == len(WRAPPED)
    assert joined.count("\n") == 2
    assert "money to go and fight" in joined


@pytest.mark.parametrize(
    "text",
    [
        "Short line one\nshort line two\nshort line three\nshort line four\nshort line five\nshort line six",
        "- the first point of the list is this one\n- the second one is here\n- the third one is here too\n- x\n- y",
        "One paragraph a line, as most files have it, with words enough to make it longer than a page is wide.\n" * 6,
    ],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert unwrap(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By the Kestrel staff",
        "Advertisement",
        "Published on 3 May 2022",
        "© 2022 A. B.",
        "SEE ALSO: Other",
    ],
)
def test_notices_are_boilerplate(line: str) -> None:
    assert BOILERPLATE.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "By evening, 12 people were dead.",
        "Published in 2016, the report named 14 officers.",
        "Share prices fell.",
        "Source: three officials say that the men have left.",
        "Related cases were closed.",
        "Print workers went on strike.",
    ],
)
def test_running_text_is_not(line: str) -> None:
    assert not BOILERPLATE.match(line)


def test_a_headline_is_its_own_block() -> None:
    text = "Men for hire\n\nThe men were hired, he said.\nA heading\nThey left the town in the night, he said.\n- one"
    assert [b.kind for b in blocks_of(text)] == ["title", "paragraph", "heading", "paragraph", "item"]


def test_a_footnote_digit_behind_a_full_stop_does_not_make_a_heading() -> None:
    assert (
        blocks_of("Title here\nHe counted endowments.2\nThen he left for the town with his men.")[1].kind == "paragraph"
    )


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028\u00a0-1é“”"), max_size=300))
def test_blocks_are_in_order_and_hold_all_words(text: str) -> None:
    blocks = blocks_of(text)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert "".join("".join(text[b.start : b.end].split()) for b in blocks) == "".join(text.split())
    assert len(unwrap(text)) == len(text)
