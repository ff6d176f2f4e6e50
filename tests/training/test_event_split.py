"""What is held out stays together and does not move."""

from training.check_events import read_sentences
from training.event_split import block_of, fold_of, is_held_out


def row(number: int) -> dict[str, str]:
    return {"id": f"ev-{number:04d}"}


def test_neighbours_share_a_block_and_a_third_is_held_out() -> None:
    assert {block_of(row(n)) for n in range(80, 120)} == {2}
    assert [is_held_out(row(n)) for n in (0, 40, 80, 119, 120)] == [False, False, True, True, False]
    assert 0.28 < sum(map(is_held_out, read_sentences())) / len(read_sentences()) < 0.38


def test_folds_are_whole_blocks() -> None:
    assert {fold_of(row(n), 6) for n in range(40, 80)} == {1}
    assert {fold_of(one, 6) for one in read_sentences()} == set(range(6))
