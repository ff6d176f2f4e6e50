"""What a claim's trigger means is kept with it, as bytes."""

import numpy as np
import pytest

from sayso.model import Span
from sayso.stages.compose.meaning import meaning_of
from sayso.stages.link.events.meanings import directions, unit
from sayso.tools.encoder import Encoded, Encoder, load_encoder

TEXT = "The lorry struck two men. A van hit them. The union made an offer later. The vote came. The painter signed it."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="module")
def encoded(encoder: Encoder) -> Encoded:
    return encoder.run(TEXT, [(0, len(TEXT))])


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def near(left: str, right: str, encoded: Encoded) -> float:
    one, other = meaning_of(at(left), encoded), meaning_of(at(right), encoded)
    assert one is not None
    assert other is not None
    a, b = unit(directions([one, other]))
    return float(a @ b)


def test_words_of_like_meaning_lie_near_each_other(encoded: Encoded) -> None:
    assert near("struck", "hit", encoded) > near("struck", "signed", encoded) + 0.2
    assert near("struck", "hit", encoded) > near("hit", "vote", encoded) + 0.2


def test_a_meaning_is_32_bytes(encoded: Encoded) -> None:
    found = meaning_of(at("struck"), encoded)
    assert found is not None
    assert len(found) == 32


def test_slight_words_of_a_trigger_do_not_count(encoded: Encoded) -> None:
    assert meaning_of(at("made an offer"), encoded) == meaning_of(at("offer"), encoded)


def test_a_trigger_outside_what_was_read_and_a_reader_without_the_head_give_none(encoder: Encoder) -> None:
    first = TEXT.index(" A van")
    part = encoder.run(TEXT, [(0, first)])
    assert meaning_of(at("struck"), part) is not None
    assert meaning_of(at("hit"), part) is None
    assert meaning_of(at("struck"), encoder.run(TEXT, [])) is None
    bare = Encoded(pieces=part.pieces, scores=part.scores, heads={})
    assert meaning_of(at("struck"), bare) is None


def test_the_mean_of_several_words_is_between_them(encoded: Encoded) -> None:
    found = meaning_of(at("hit them"), encoded)
    assert found is not None
    parts = [directions([part])[0] for words in ("hit", "them") if (part := meaning_of(at(words), encoded))]
    assert np.abs(directions([found])[0] - np.mean(parts, axis=0)).max() <= 1.0
