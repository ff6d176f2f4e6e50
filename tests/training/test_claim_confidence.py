"""When an event counts as right, how well scores order, and what the shipped model was measured at."""

import json

import numpy as np

from training.claim_confidence import fit_logistic, is_right, order
from training.table import RUNS

ROW = {
    "text": "Norway arrested students.",
    "events": [
        {
            "type": "DETAIN",
            "trigger": "arrested",
            "arguments": [{"role": "detainer", "text": "Norway"}, {"role": "detained", "text": "students"}],
        }
    ],
}


def test_an_event_is_right_when_type_and_every_participant_are() -> None:
    both = [("detainer", (0, 6)), ("detained", (16, 24))]
    assert is_right(ROW, "DETAIN", (7, 15), both)
    assert is_right(ROW, "DETAIN", (7, 15), both[:1])
    assert not is_right(ROW, "DETAIN", (7, 15), [("detained", (0, 6))])
    assert not is_right(ROW, "COERCE", (7, 15), both)
    assert not is_right(ROW, "DETAIN", (16, 24), both)


def test_order_is_the_share_of_pairs_in_the_right_order() -> None:
    right = np.array([1.0, 0.0, 1.0, 0.0])
    assert order(np.array([0.9, 0.1, 0.8, 0.2]), right) == 1.0
    assert order(np.array([0.5, 0.5, 0.5, 0.5]), right) == 0.5
    assert order(np.array([0.9, 0.95, 0.8, 0.2]), right) == 0.5


def test_the_logistic_model_finds_the_feature_that_tells() -> None:
    told = np.repeat([0.0, 1.0], 200)
    noise = np.tile([0.0, 1.0], 200)
    weights, _ = fit_logistic(np.column_stack([told, noise]), told)
    assert weights[0] > 1 > abs(weights[1])


def test_the_head_that_ships_orders_better_than_the_rules_alone() -> None:
    found = [json.loads(path.read_text(encoding="utf-8")).get("events") for path in sorted(RUNS.glob("reader-*.json"))]
    events = [one for one in found if one][-1]
    assert events["confidence_with_head"]["order"] >= 0.70
    assert events["confidence_with_head"]["order"] > events["confidence_without_head"]["order"] + 0.05
