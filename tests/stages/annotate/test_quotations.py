"""Quotations in every style of marks, and what holds of them for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import make_document
from sayso.model import Quotation
from sayso.stages.annotate.quotations import find_quotations


def found(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, make_document(text).blocks)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" twice.', ['"no"']),
        ("“They left,” he said. “All of them.”", ["“They left,”", "“All of them.”"]),
        ("«Non», dit-il.", ["«Non»"]),
        ("„Wir gehen“, sagte er. „Sie gehen”, sagt man.", ["„Wir gehen“", "„Sie gehen”"]),
        ("He called it ″a farce″.", ["″a farce″"]),
        ("``We wait,'' he said.", ["``We wait,''"]),
        ("‘We’re done,’ said the soldiers’ wives. ‘It’s over.’", ["‘We’re done,’", "‘It’s over.’"]),
        ("'We're done,' said the soldiers' wives.", ["'We're done,'"]),
        ("In the '90s the rock 'n' roll of the soldiers' camp", []),
        ("He is 6'2\" tall and 5' wide.", []),
        ("(“In brackets,” he said.)", ["“In brackets,”"]),
        ("“\u200fשלום,” he said. 😀 “Peace.”", ["“\u200fשלום,”", "“Peace.”"]),
    ],
)  # fmt: skip
def test_marks_of_every_style(text: str, quoted: list[str]) -> None:
    assert [q.span.text for q in found(text)] == quoted


def test_inner_quotations_lie_inside_outer_ones() -> None:
    outer, inner = found("“He told me ‘go away’ and left,” she said.")
    assert (outer.depth, inner.depth) == (0, 1)
    assert outer.span.covers(inner.span)


def test_a_quotation_goes_on_over_paragraphs_that_open_again() -> None:
    (one,) = found("“First we ran.\n“Then we hid.\n“Then it was over,” he said.")
    assert one.closed
    assert one.span.text.endswith("over,”")


def test_one_bad_mark_costs_its_own_block() -> None:
    first, second = found("“We never left, he said.\nNobody spoke. “Not one,” she said.")
    assert (first.closed, first.span.text) == (False, "“We never left, he said.")
    assert (second.closed, second.span.text) == (True, "“Not one,”")


def test_a_missing_opening_mark_is_put_where_the_block_or_sentence_starts() -> None:
    assert [q.span.text for q in found("We will fight,” he said.")] == ["We will fight,”"]
    assert [q.span.text for q in found("“We left,” he said. We had no choice,” he added.")] == [
        "“We left,”",
        "We had no choice,”",
    ]


def test_a_closing_mark_too_many_inside_is_taken_for_an_error() -> None:
    (one,) = found("“It was them.” They came at night. We ran,” one man said.")
    assert one.span.text == "“It was them.” They came at night. We ran,”"
    assert not one.closed


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("They served in the “foreign legion” of the army.", True),
        ("He called the plan a “game-changer.”", True),
        ("“No comment,” he said.", False),
        ("She said “no” twice.", False),
        ("The sign read: “Go.”", False),
    ],
)
def test_scare_quotes_are_told_from_speech(text: str, scare: bool) -> None:
    assert [q.scare for q in found(text)] == [scare]


MARKED = st.text(alphabet=st.sampled_from("ab .,\n?“”„«»‘’'\"″`‹›😀\u200f1s"), max_size=120)


@given(MARKED)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_spans_that_slice_and_nest(text: str) -> None:
    quotations = found(text)
    for q in quotations:
        assert text[q.span.start : q.span.end] == q.span.text
        assert q.span.text.strip()
        assert 0 <= q.depth <= 4
    outer = [q for q in quotations if q.depth == 0]
    for one, other in pairwise(outer):
        assert one.span.end <= other.span.start
    assert quotations == found(text)


@given(MARKED, MARKED)
@settings(max_examples=100, deadline=None)
def test_a_block_is_read_the_same_beside_another_that_opens_with_no_mark(one: str, other: str) -> None:
    one, other = one.replace("\n", " ").strip(), "x " + other.replace("\n", " ").strip()
    alone = [q.span.text for q in found(one)]
    both = [q.span.text for q in found(f"{one}\n{other}")]
    assert both[: len(alone)] == alone


@pytest.mark.parametrize("unit", ["“a\n", "«", "a” ", "a.” B", "'a", "“‘", '"', "“a.” B.” "])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        found(unit * (size // len(unit)))
        return time.process_time() - begun

    least = {size: min(seconds(size) for _ in range(3)) for size in (6_000, 60_000)}  # the least: others work here too
    assert least[60_000] < 40 * max(least[6_000], 0.005)  # ten times the length; a hundred times if quadratic
