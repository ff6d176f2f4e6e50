"""From scores to attributions, with scores written by hand: one piece a word, and certainty unless said otherwise."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.stages.attribute.decode import confidence, decode, spans_of, transitions, viterbi
from sayso.tools.encoder import Encoded, Head, Pieces

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SURE = 12.0
CALIBRATION = {"": -1.0, "content_tags": 0.5, "cue_tags": 0.5, "source_tags": 0.5}


def encoded(
    words: Sequence[str],
    tags: Mapping[int, str],
    links: Mapping[int, int],
    *,
    blocks: Sequence[int] | None = None,
    windows: Sequence[int] | None = None,
    sure: float = SURE,
) -> tuple[str, Encoded]:
    """A text of these words, and scores that name the tags and links given by word number; the rest is O."""
    count = len(words)
    lengths = np.array([len(word) for word in words])
    starts = np.cumsum(lengths + 1) - lengths - 1
    scores = np.zeros((count, len(LABELS)), dtype=np.float32)
    scores[range(count), [LABELS.index(tags.get(i, "O")) for i in range(count)]] = sure
    child = np.zeros((count, count), dtype=np.float32)
    for i, goal in links.items():
        child[i, goal] = SURE
    pieces = Pieces(
        ids=np.arange(count),
        starts=starts,
        ends=starts + lengths,
        opens_word=np.ones(count, dtype=np.bool_),
        blocks=np.array(blocks or [0] * count),
        windows=np.array(windows or [0] * count),
    )
    head = Head(
        name="attribution",
        labels=LABELS,
        outputs=("attribution.tags", "attribution.child", "attribution.parent"),
        settings={"distance": [0.0] * 9, "calibration": CALIBRATION, "threshold": 0.6, "outside_bias": 0.0},
    )
    given = dict(zip(head.outputs, (scores, child, np.eye(count, dtype=np.float32)), strict=True))
    return " ".join(words), Encoded(pieces=pieces, scores=given, heads={"attribution": head})


def read(text: str, outputs: Encoded, threshold: float | None = None) -> list[tuple[str, str, list[str]]]:
    """Attributions as text."""
    found = decode(text, [(0, len(text))], outputs, threshold=threshold)
    return [
        (
            " ".join(text[a:b] for a, b in one.source),
            " ".join(text[a:b] for a, b in one.cue),
            [text[a:b] for a, b in one.content],
        )
        for one in found
    ]


def test_content_joins_the_cue_it_points_at_and_the_cue_its_source() -> None:
    text, outputs = encoded(
        ["officials", "said", "men", "left"],
        {0: "B-source", 1: "B-cue", 2: "B-content", 3: "I-content"},
        {1: 0, 2: 1, 3: 1},
    )
    assert read(text, outputs) == [("officials", "said", ["men left"])]


def test_two_parts_of_a_quotation_are_one_attribution() -> None:
    text, outputs = encoded(
        ["we", "go", "he", "said", "at", "dawn"],
        {0: "B-content", 1: "I-content", 2: "B-source", 3: "B-cue", 4: "B-content", 5: "I-content"},
        {0: 3, 1: 3, 3: 2, 4: 3, 5: 3},
    )
    assert read(text, outputs) == [("he", "said", ["we go", "at dawn"])]


def test_two_cues_share_a_source() -> None:
    text, outputs = encoded(
        ["he", "said", "yes", "and", "denied", "it"],
        {0: "B-source", 1: "B-cue", 2: "B-content", 4: "B-cue", 5: "B-content"},
        {1: 0, 2: 1, 4: 0, 5: 4},
    )
    assert read(text, outputs) == [("he", "said", ["yes"]), ("he", "denied", ["it"])]


def test_a_cue_that_points_at_itself_has_no_source() -> None:
    text, outputs = encoded(
        ["witnesses", "reportedly", "men", "left"],
        {0: "B-source", 1: "B-cue", 2: "B-content", 3: "I-content"},
        {1: 1, 2: 1, 3: 1},
    )
    assert read(text, outputs) == [("", "reportedly", ["men left"])]


def test_a_speaker_named_in_the_paragraph_before_is_reached_and_one_two_before_is_not() -> None:
    words, tags = ["he", "said", "men", "left"], {0: "B-source", 1: "B-cue", 2: "B-content", 3: "I-content"}
    text, near = encoded(words, tags, {1: 0, 2: 1, 3: 1}, blocks=[0, 0, 1, 1])
    assert read(text, near) == [("he", "said", ["men left"])]
    _, far = encoded(words, tags, {1: 0, 2: 1, 3: 1}, blocks=[0, 0, 2, 2])
    assert read(text, far) == []


def test_windows_do_not_mix() -> None:
    text, outputs = encoded(
        ["he", "said", "men", "left"],
        {0: "B-source", 1: "B-cue", 2: "B-content", 3: "I-content"},
        {1: 0, 2: 1, 3: 1},
        blocks=[0, 0, 1, 1],
        windows=[0, 0, 1, 1],
    )
    assert read(text, outputs) == []


@pytest.mark.parametrize("tags", [{0: "B-cue"}, {0: "B-content"}, {0: "B-source"}, {}])
def test_a_lone_span_is_no_attribution(tags: dict[int, str]) -> None:
    text, outputs = encoded(["said", "nothing"], tags, {})
    assert read(text, outputs) == []


def test_an_empty_document_has_no_attribution() -> None:
    text, outputs = encoded([], {}, {})
    assert decode(text, [], outputs) == ()


def test_what_is_less_sure_than_the_threshold_is_left_out() -> None:
    words, tags = ["he", "said", "so"], {0: "B-source", 1: "B-cue", 2: "B-content"}
    text, outputs = encoded(words, tags, {1: 0, 2: 1}, sure=2.0)
    (kept,) = decode(text, [(0, len(text))], outputs, threshold=0.0)
    assert kept.confidence < 0.6
    assert read(text, outputs) == []
    assert read(text, outputs, threshold=kept.confidence) == [("he", "said", ["so"])]


def test_the_confidence_can_be_computed_again_from_its_reasons() -> None:
    text, outputs = encoded(["he", "said", "so"], {0: "B-source", 1: "B-cue", 2: "B-content"}, {1: 0, 2: 1})
    (one,) = decode(text, [(0, len(text))], outputs)
    assert one.confidence == pytest.approx(confidence(dict(one.reasons), CALIBRATION), abs=1e-3)
    assert confidence({}, {"": -2.0}) == pytest.approx(1 / (1 + exp(2)))


def test_content_that_points_surely_at_no_cue_joins_none() -> None:
    text, outputs = encoded(
        ["he", "said", "yes", "denied", "it"],
        {0: "B-source", 1: "B-cue", 2: "B-content", 4: "B-content"},
        {1: 0, 2: 1, 4: 3},
    )
    assert read(text, outputs) == [("he", "said", ["yes"])]


def test_holding_outside_down_brings_up_doubtful_spans() -> None:
    words, tags, links = ["he", "said", "so"], {0: "B-source", 1: "B-cue", 2: "B-content"}, {1: 0, 2: 1}
    text, outputs = encoded(words, tags, links, sure=1.0)
    scores = outputs.scores["attribution.tags"]
    scores[:, 0] = 1.2
    assert decode(text, [(0, len(text))], outputs, threshold=0.0) == ()
    outputs.heads["attribution"].settings["outside_bias"] = -0.4
    assert len(decode(text, [(0, len(text))], outputs, threshold=0.0)) == 1


tag_scores = st.lists(st.lists(st.floats(-8, 8, width=32), min_size=7, max_size=7), min_size=1, max_size=12)


@given(tag_scores, st.data())
def test_no_span_begins_in_its_middle(rows: list[list[float]], data: st.DataObject) -> None:
    blocks = np.sort(data.draw(st.lists(st.integers(0, 3), min_size=len(rows), max_size=len(rows))))
    path = viterbi(np.array(rows, dtype=np.float32), blocks, LABELS)
    for at, label in enumerate(LABELS[index] for index in path):
        opens = at == 0 or blocks[at] != blocks[at - 1]
        before = "" if opens else LABELS[path[at - 1]]
        assert not label.startswith("I-") or before[2:] == label[2:]
    inside = sum(span.end - span.first for span in spans_of(path, LABELS))
    assert inside == sum(LABELS[index] != "O" for index in path)


@given(tag_scores)
def test_viterbi_finds_the_best_of_all_allowed_sequences(rows: list[list[float]]) -> None:
    scores = np.array(rows[:4], dtype=np.float32)
    allowed = transitions(LABELS)

    def total(path: Sequence[int]) -> float:
        steps = sum(allowed[a, b] for a, b in pairwise(path))
        start = -1e4 if LABELS[path[0]].startswith("I-") else 0.0
        return float(start + steps + sum(scores[i, label] for i, label in enumerate(path)))

    grids = np.stack(np.meshgrid(*[range(7)] * len(scores), indexing="ij"), -1).reshape(-1, len(scores))
    found = viterbi(scores, np.zeros(len(scores), dtype=np.int64), LABELS)
    assert total(list(found)) == pytest.approx(max(map(total, grids.tolist())), abs=1e-2)
