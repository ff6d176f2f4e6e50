"""Trees ask every row the same questions and add up what the answers bring."""

import numpy as np

from sayso.stages.link.events.chances import probabilities, shipped_trees
from sayso.stages.link.events.features import FEATURES, OF_MEANING
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
    held = shipped_trees()
    for trees in (held.known, held.unknown):
        assert len(trees) > 50
        assert all(len(tree.values) == 2 ** len(tree.features) == 2 ** len(tree.above) for tree in trees)
        assert {n for tree in trees for n in tree.features} <= set(range(len(FEATURES)))
    assert set(range(len(FEATURES) - OF_MEANING, len(FEATURES))) <= {n for tree in held.known for n in tree.features}


def test_a_pair_of_which_one_meaning_is_not_known_is_judged_by_trees_that_ask_for_none() -> None:
    trees, columns = shipped_trees(), len(FEATURES) - OF_MEANING
    assert all(n < columns for tree in trees.unknown for n in tree.features)
    rows = np.full((2, len(FEATURES)), 0.3)
    rows[0, columns:] = np.nan
    chances = probabilities(rows)
    assert chances[0] == 1 / (1 + np.exp(-summed(trees.unknown, rows[:1])[0]))
    assert chances[1] == 1 / (1 + np.exp(-summed(trees.known, rows[1:])[0]))
    assert chances[0] != chances[1]
