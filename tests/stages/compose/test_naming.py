"""Figures that are a part of a name, of a label or a verb count nothing."""

import pytest

from sayso.model import Quantity, Span
from sayso.stages.compose.naming import counts_something


def quantity(text: str, words: str) -> Quantity:
    start = text.index(words)
    return Quantity(span=Span(start=start, end=start + len(words), text=words), low=1.0, high=1.0, unit=None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ola Berg, a member of the Red Hundreds, was deported.", "Hundreds"),
        ("The army clears the two-star general of all charges.", "two-star"),
        ("The ministry published a four-step plan.", "four-step"),
        ("Under pressure to half the crackdown, the army left.", "half the crackdown"),
        ("All but two of the recruits were killed.", "two of the recruits"),
    ],
)
def test_a_figure_that_counts_nothing(text: str, words: str) -> None:
    assert not counts_something(quantity(text, words), text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army killed nine. Hundreds fled.", "Hundreds"),
        ("The Hundreds of men left.", "Hundreds"),
        ("A 12-member panel met.", "12-member"),
        ("He lost half the men.", "half the men"),
    ],
)
def test_a_figure_that_counts(text: str, words: str) -> None:
    assert counts_something(quantity(text, words), text)
