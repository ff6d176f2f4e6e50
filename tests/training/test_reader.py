"""What training learns from: windows, answers, quotation styles; and that it refuses what may only be scored."""

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from sayso.tools.encoder import WEIGHTS, cut
from training.augment import curl, requote
from training.examples import IGNORED, LABELS, Windowing, examples_of, link_targets, tag_targets, training_examples
from training.polnear import Article, Gold, HeldOutError, paragraphs_of, read_articles, read_training, refuse_held_out
from training.table import RUNS, table

TEXT = "“We go,” officials said, “at dawn.”\nNothing else."
GOLD = Gold(source=((9, 18),), cue=((19, 23),), content=((0, 8), (25, 35)))


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def write(path: Path, rows: list[dict[str, object]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize("name", ["test.jsonl.gz", "polnear-test.jsonl", "TEST.json", "held_out.jsonl", "held-out.gz"])
def test_a_file_whose_name_says_test_is_refused(name: str, tmp_path: Path) -> None:
    write(tmp_path / name, [])
    with pytest.raises(HeldOutError, match="train and dev"):
        read_articles(tmp_path / name)


@pytest.mark.parametrize("name", ["train.jsonl.gz", "dev.jsonl.gz", "latest.jsonl", "contested.jsonl"])
def test_other_names_are_read(name: str) -> None:
    assert refuse_held_out(Path(name)) == Path(name)


def test_every_annotator_s_version_of_train_is_read_and_none_of_dev(tmp_path: Path) -> None:
    one = {"id": "a", "text": TEXT, "attributions": [{"source": [[9, 18]], "cue": [[19, 23]], "content": [[0, 8]]}]}
    write(tmp_path / "train.jsonl.gz", [one])
    write(tmp_path / "dev.jsonl.gz", [one | {"id": "d"}])
    marked = [("a", "train"), ("d", "dev"), ("n", "annotator-training")]
    write(tmp_path / "agreement.jsonl.gz", [one | {"id": i, "compartment": c, "annotator": "x"} for i, c in marked])
    assert {a.id: len(a.versions) for a in read_training(tmp_path)} == {"a": 2, "n": 1}


def test_tags_and_links_say_who_said_what(tokenizer: Tokenizer) -> None:
    pieces = cut(TEXT, paragraphs_of(TEXT), tokenizer, max_pieces=64)
    words = [TEXT[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    tags, links = tag_targets(pieces, [GOLD]), link_targets(pieces, [GOLD])
    said = dict(zip(words, (LABELS[t] for t in tags), strict=True))
    assert (said["officials"], said["said"], said["“"], said["dawn"]) == ("B-source", "B-cue", "B-content", "I-content")
    assert words[links[words.index("dawn")]] == "said"
    assert words[links[words.index("said")]] == "officials"
    assert links[words.index("officials")] == IGNORED


def test_a_cue_without_a_source_points_at_itself(tokenizer: Tokenizer) -> None:
    text = "Men reportedly left."
    gold = Gold(source=(), cue=((4, 14),), content=((0, 3), (15, 19)))
    pieces = cut(text, paragraphs_of(text), tokenizer, max_pieces=64)
    links = link_targets(pieces, [gold])
    cue = int(np.flatnonzero(pieces.starts == 4)[0])
    assert links[cue] == cue


def test_links_point_inside_their_window(tokenizer: Tokenizer) -> None:
    text = "\n".join([TEXT] * 8)
    shift = len(TEXT) + 1
    gold = [
        Gold(**{r: tuple((a + i * shift, b + i * shift) for a, b in getattr(GOLD, r)) for r in GOLD.__slots__})
        for i in range(8)
    ]
    pieces = cut(text, paragraphs_of(text), tokenizer, max_pieces=40)
    examples = list(examples_of(pieces, gold, tokenizer))
    assert len(examples) > 1
    for example in examples:
        pointed = example.links[example.links != IGNORED]
        assert ((pointed > 0) & (pointed < len(example.ids))).all()
        assert (example.opens_word[pointed] == 1).all()


@pytest.mark.parametrize("seed", range(20))
def test_another_quotation_style_keeps_every_offset(seed: int) -> None:
    changed = requote(TEXT + ' "So," he said.', random.Random(seed), rate=1, loss=0.3)
    assert len(changed) == len(TEXT) + 15
    assert changed[9:23] == "officials said"


def test_straight_quotes_open_and_close_anew_in_each_line() -> None:
    assert curl('"a" "b\n"c"') == "“a” “b\n“c”"


def test_the_same_seed_gives_the_same_examples(tokenizer: Tokenizer) -> None:
    article = Article(id="a", text=TEXT, versions=((GOLD,), ()))
    first, second = (
        [e.ids.tolist() for e in training_examples([article] * 5, tokenizer, Windowing(), random.Random(3))]
        for _ in range(2)
    )
    assert first == second


def test_the_table_shows_every_recorded_run() -> None:
    lines = table(RUNS).splitlines()
    assert len(lines) > 10
    assert len({line.count("|") for line in lines}) == 1
