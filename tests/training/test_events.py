"""Training of the trees for events refuses parts set aside and keeps what it scores out of what it learns from."""

import json
from pathlib import Path

import numpy as np
import pytest

from sayso.stages.link.events.chances import Trees
from sayso.stages.link.events.features import FEATURES
from sayso.stages.link.events.trees import Tree
from training.events import balanced, load, shipped


@pytest.mark.parametrize("name", ["test.jsonl", "held-out.jsonl", "ecb_heldout.jsonl"])
def test_a_part_that_was_set_aside_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="set aside"):
        load(path)


def test_mentions_with_many_pairs_weigh_less_in_each() -> None:
    weights = balanced([(0, 1), (0, 2), (0, 3), (4, 5)])
    assert weights[3] == weights.max() > weights[0]
    assert np.isclose(weights.mean(), 1.0)


def test_what_ships_names_its_columns() -> None:
    tree = Tree(features=(0, 5), above=(0.5, 0.1234567), values=(0.0, 1.0, 2.0, 3.0))
    held = json.loads(shipped(Trees(known=(tree,), unknown=(tree, tree))))
    plain = {"asks": [FEATURES[0], FEATURES[5]], "above": [0.5, 0.123457], "values": [0, 1, 2, 3]}
    assert held["trees"] == [plain]
    assert held["without_meanings"] == [plain, plain]
    assert "CC BY" in held["source"]
