"""What triggers mean, as directions that are kept with claims."""

import numpy as np

from sayso.stages.link.events.meanings import akin, apart, directions, nearness


def kept(*numbers: int) -> bytes:
    return np.array(numbers, dtype=np.int8).tobytes()


def test_bytes_are_signed_numbers() -> None:
    assert directions([kept(1, -1, 127), kept(-127, 0, 5)]).tolist() == [[1, -1, 127], [-127, 0, 5]]


def test_triggers_are_near_both_ways_and_none_is_near_itself() -> None:
    found = set(akin([[kept(100, 0)], [kept(90, 20), kept(80, -20)], [kept(-100, 5)]]))
    assert found == {(0, 1), (1, 0)}


def test_how_near_a_pair_is_and_what_sets_it_apart_in_its_story() -> None:
    meanings = [kept(100, 10), kept(100, -10), None, kept(100, 10)]
    rows = nearness(meanings, [0, 0, 0, 3], [(0, 1), (0, 2), (0, 3)])
    assert rows[0, 0] > 0.97
    assert rows[0, 1] == -1.0
    assert np.isnan(rows[1]).all()
    assert rows[2].tolist() == [1.0, 0.0]  # alone in its story, nothing sets it apart


def test_nothing_is_said_where_no_meaning_or_no_pair_is_known() -> None:
    assert np.isnan(nearness([None, None], [0, 0], [(0, 1)])).all()
    assert nearness([kept(1)], [0], []).shape == (0, 2)


def test_rows_apart_are_less_the_mean_of_their_group() -> None:
    rows = np.array([[1.0, 0.0], [3.0, 0.0], [5.0, 5.0]])
    assert apart(rows, np.array([7, 7, 9])).tolist() == [[-1.0, 0.0], [1.0, 0.0], [0.0, 0.0]]
