"""Trees ask every row the same questions and add up what the answers bring."""

import numpy as np

from sayso.stages.link.events.mentions import FEATURES, _trees
from sayso.stages.link.events.trees import Tree, summed


def test_the_first_answer_is_the_highest_bit() -> None:
    tree = Tree(features=(1, 0), above=(0.5, 2.0), values=(1.0, 2.0, 3.0, 4.0))
    rows = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 1.0], [3.0, 1.0]])
    assert summed([tree], rows).tolist() == [1.0, 2.0, 3.0, 4.0]


def test_what_is_not_greater_is_below() -> None:
    tree = Tree(features=(0,), above=(0.5,), values=(-1.0, 1.0))
    assert summed([tree], np.array([[0.5], [0.50001]])).tolist() == [-1.0, 1.0]


def test_no_trees_and_no_rows_add_up_to_nothing() -> None:
    assert summed([], np.zeros((2, 1))).tolist() == [0.0, 0.0]
    assert summed([Tree(features=(0,), above=(0.5,), values=(-1.0, 1.0))], np.zeros((0, 1))).tolist() == []


def test_the_trees_that_ship_fit_the_features() -> None:
    trees = _trees()
    assert len(trees) > 50
    assert all(len(tree.values) == 2 ** len(tree.features) == 2 ** len(tree.above) for tree in trees)
    assert {n for tree in trees for n in tree.features} <= set(range(len(FEATURES)))
