"""Floors for the same event across documents."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure_events_across

pytestmark = pytest.mark.corpus


def test_same_events_come_together_better_than_by_their_word() -> None:
    measured = measure_events_across.measure()
    assert measured["cross_validated"] >= 0.788
    assert measured["cross_validated"] > measured["same_word_in_story"] + 0.015


def test_meanings_help_and_what_was_read_without_them_is_no_worse_than_before() -> None:
    measured = measure_events_across.measure()
    assert measured["cross_validated_without_meanings"] >= 0.772
    assert measured["cross_validated"] > measured["cross_validated_without_meanings"] + 0.008


def test_telling_stories_apart_by_what_is_inside_them_helps() -> None:
    measured = measure_events_across.measure()
    assert measured["same_word_in_story"] >= 0.75
    assert measured["same_word_in_story"] > measured["same_word_in_wide_story"] + 0.008


def test_what_the_product_joins_is_mostly_right() -> None:
    measured = measure_events_across.measure()
    assert measured["pairs_right_where_sure"] >= 0.81
    assert measured["pairs_found_where_sure"] >= 0.49
