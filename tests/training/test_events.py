"""Training of the event weights refuses parts set aside and finds what is there."""

from pathlib import Path

import numpy as np
import pytest

from training.events import fit, load


@pytest.mark.parametrize("name", ["test.jsonl", "held-out.jsonl", "ecb_heldout.jsonl"])
def test_a_part_that_was_set_aside_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="set aside"):
        load(path)


def test_the_fit_finds_which_column_decides() -> None:
    rows = np.random.default_rng(5).normal(size=(400, 3))
    weights, bias = fit(rows, (rows[:, 1] > 0.5).astype(np.float64))
    assert abs(weights[1]) > 5 * max(abs(weights[0]), abs(weights[2]))
    assert weights[1] > 0 > bias
