"""The run time of the encoder: cutting, packing, and scores that depend on the document alone."""

import json
import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.tools.encoder import WEIGHTS, Encoder, Pieces, WeightsError, cut, load_encoder, mark_ids, pack, window_input

SENTENCES = "The general said on Monday that four thousand men had crossed. He gave no names. "
ARTICLE = ("A Report\n" + SENTENCES + "\n“We will go,” Mr Alizai told the agency.\n") * 6


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip())))
        start += len(line)
    return found


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def pieces_of(text: str, tokenizer: Tokenizer, max_pieces: int = 64) -> Pieces:
    return cut(text, paragraphs_of(text), tokenizer, max_pieces=max_pieces)


@given(st.lists(st.integers(1, 60), max_size=40), st.integers(62, 100))
def test_packing_keeps_order_and_never_overfills(lengths: list[int], room: int) -> None:
    numbers = pack(lengths, max_pieces=room)
    assert len(numbers) == len(lengths)
    assert numbers == sorted(numbers)
    for window in set(numbers):
        held = [n for n, number in zip(lengths, numbers, strict=True) if number == window]
        assert 1 + sum(held) + len(held) <= room


def test_words_slice_the_text_whatever_the_script(tokenizer: Tokenizer) -> None:
    text = "Łódź said 😀 “no\u00a0one” \u200fwent — d’accord.\n«Так» wrote Ö’Brien″."
    pieces = pieces_of(text, tokenizer)
    first = np.flatnonzero(pieces.opens_word)
    ends = pieces.ends[np.append(first[1:], len(pieces.ids)) - 1]
    words = [text[a:b] for a, b in zip(pieces.starts[first], ends, strict=True)]
    assert words[:6] == ["Łódź", "said", "😀", "“", "no", "one"]
    assert "Brien" in words
    assert words[-2:] == ["″", "."]


def test_a_block_lies_in_one_paragraph_and_a_window_holds_whole_blocks(tokenizer: Tokenizer) -> None:
    pieces = pieces_of(ARTICLE, tokenizer)
    for block in np.unique(pieces.blocks):
        rows = pieces.blocks == block
        assert len(np.unique(pieces.windows[rows])) == 1
        assert "\n" not in ARTICLE[pieces.starts[rows].min() : pieces.ends[rows].max()]


def test_a_long_paragraph_is_cut_where_sentences_end(tokenizer: Tokenizer) -> None:
    text = SENTENCES.strip() + " " + SENTENCES * 8
    pieces = pieces_of(text, tokenizer)
    ends = [pieces.ends[pieces.blocks == block].max() for block in np.unique(pieces.blocks)]
    assert len(ends) > 1
    assert {text[end - 1] for end in ends} == {"."}


def test_a_paragraph_without_sentence_ends_is_cut_all_the_same(tokenizer: Tokenizer) -> None:
    pieces = pieces_of("word " * 500, tokenizer)
    assert len(pieces.ids) == 500
    assert max(np.bincount(pieces.windows)) <= 62


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_every_window_fits_and_every_piece_is_shown_once(text: str) -> None:
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    pieces = cut(text, paragraphs_of(text), tokenizer, max_pieces=16)
    cls, sep = mark_ids(tokenizer)
    shown = []
    for window in range(int(pieces.windows[-1]) + 1 if len(pieces.windows) else 0):
        ids, places = window_input(pieces, window, cls=cls, sep=sep)
        assert len(ids) <= 16
        shown += [int(place) for place in places if place >= 0]
    assert shown == list(range(len(pieces.ids)))


def test_every_head_gives_a_row_for_each_word_and_a_column_for_each_label(encoder: Encoder) -> None:
    encoded = encoder.run(ARTICLE, paragraphs_of(ARTICLE))
    assert "attribution" in encoded.heads
    words = int(encoded.pieces.opens_word.sum())
    assert 0 < words < len(encoded.pieces.ids)
    for head in encoded.heads.values():
        assert encoded.scores[head.outputs[0]].shape == (words, len(head.labels))
        assert all(len(encoded.scores[output]) == words for output in head.outputs)


def test_nothing_to_read_gives_nothing(encoder: Encoder) -> None:
    assert len(encoder.run("", []).pieces.ids) == 0
    assert len(encoder.run(" \n ", [(0, 3)]).pieces.ids) == 0


def scores(text: str) -> dict[str, np.ndarray]:
    return dict(load_encoder().run(text, paragraphs_of(text)).scores)


def test_scores_are_the_same_to_the_bit_in_any_order_process_and_number_of_threads(encoder: Encoder) -> None:
    alone = scores(ARTICLE)
    encoder.run("Something else entirely!", [(0, 24)])
    after_others = encoder.run(ARTICLE, paragraphs_of(ARTICLE)).scores
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        elsewhere = pool.submit(scores, ARTICLE).result()
    threaded = load_encoder(threads=2).run(ARTICLE, paragraphs_of(ARTICLE)).scores
    for name, expected in alone.items():
        for found in (after_others[name], elsewhere[name], threaded[name]):
            np.testing.assert_array_equal(found, expected)


def test_a_window_does_not_depend_on_the_windows_after_it(encoder: Encoder) -> None:
    whole = encoder.run(ARTICLE, paragraphs_of(ARTICLE))
    first = whole.pieces.windows == 0
    end = int(whole.pieces.ends[first].max())
    part = encoder.run(ARTICLE[:end], paragraphs_of(ARTICLE[:end]))
    np.testing.assert_array_equal(
        part.scores["attribution.tags"], whole.scores["attribution.tags"][: first[whole.pieces.opens_word].sum()]
    )


def test_weights_that_are_not_the_card_s_are_refused(tmp_path: Path) -> None:
    for name in ("reader.onnx", "tokenizer.json", "reader.json"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    (tmp_path / "tokenizer.json").write_text(json.dumps({}))
    with pytest.raises(WeightsError, match=r"tokenizer\.json"):
        load_encoder(tmp_path)


def test_the_weights_that_ship_fit_in_forty_megabytes() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 40_000_000
