import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.stages.normalise.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,500 men", [1500]),
        ("1.5 million", [1_500_000]),
        ("£12m and $3bn", [12e6, 3e9]),
        ("twenty-three", [23]),
        ("one thousand five hundred", [1500]),
        ("three million two hundred thousand", [3_200_000]),
        ("half a million", [500_000]),
        ("a quarter of a million", [250_000]),
        ("two and a half million", [2_500_000]),
        ("half a dozen; two dozen; a dozen", [6, 24, 12]),
        ("13 lakh, 2 crore", [1_300_000, 20_000_000]),
        ("40 000 and 1 234 567", [40_000, 1_234_567]),
        ("12,34,567", [1_234_567]),
        ("2 1/2 years", [2.5]),
        ("minus 3.5 degrees", [-3.5]),
    ],
)
def test_exact_numbers(text: str, values: list[float]) -> None:
    assert [number.low for number in find_numbers(text)] == values
    assert all(number.low == number.high for number in find_numbers(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 12, 120),
        ("hundreds of", 100, 1000),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of thousands", 100_000, 1_000_000),
        ("a few hundred", 300, 900),
        ("several thousand", 3000, 9000),
    ],
)
def test_vague_words_give_an_order_of_magnitude(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high, number.vague) == (low, high, True)


def test_and_between_two_numbers_does_not_join_them() -> None:
    assert [n.low for n in find_numbers("between one hundred and two hundred")] == [100, 200]


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_written_with_separators_is_read_back(number: int) -> None:
    assert [n.low for n in find_numbers(f"{number:,}")] == [number]


@given(st.text(max_size=200))
def test_any_text_is_survived_and_no_number_runs_backwards(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.low <= number.high
        end = number.end
