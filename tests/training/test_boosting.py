"""Boosting finds what decides, also where only two columns together do, and draws no chance."""

import numpy as np

from sayso.stages.link.events.trees import summed
from training.boosting import boost


def made(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rows = np.random.default_rng(seed).normal(size=(600, 4))
    return rows, ((rows[:, 1] > 0.3) != (rows[:, 2] > -0.2)).astype(np.float64)


def test_two_columns_that_only_decide_together_are_learned() -> None:
    rows, same = made(5)
    trees = boost(rows, same, np.ones(len(rows)))
    others, truth = made(6)
    assert ((summed(trees, others) > 0) == (truth > 0.5)).mean() > 0.9


def test_the_same_table_gives_the_same_trees() -> None:
    rows, same = made(7)
    assert boost(rows, same, np.ones(len(rows))) == boost(rows, same, np.ones(len(rows)))


def test_rows_of_no_weight_teach_nothing() -> None:
    rows, same = made(8)
    wrong = np.vstack([rows, rows]), np.concatenate([same, 1 - same])
    weights = np.concatenate([np.ones(len(rows)), np.zeros(len(rows))])
    assert ((summed(boost(*wrong, weights), rows) > 0) == (same > 0.5)).mean() > 0.9


def test_a_column_without_two_values_is_never_needed() -> None:
    rows, same = made(9)
    rows[:, 0] = 1.0
    assert ((summed(boost(rows, same, np.ones(len(rows))), rows) > 0) == (same > 0.5)).mean() > 0.9
