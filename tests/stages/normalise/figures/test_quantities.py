from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory import make_parsed
from sayso.model import Quantity
from sayso.stages.normalise.figures.quantities import read_money, read_quantities
from sayso.stages.normalise.values import read_values


def read(text: str, nlp: Any) -> list[tuple[float | None, float | None, str | None]]:
    return [(q.low, q.high, q.unit) for q in read_quantities(make_parsed(text, nlp))]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("At least 12 people were killed and dozens wounded.", ["person", "person"]),
        ("The rebels killed two soldiers, wounded five and left.", ["soldier", "soldier"]),
        ("The company recruited 200 men, of whom 26 were killed.", ["man", "man"]),
        ("The army killed 12 rebels and lost 3.", ["rebel", None]),
        ("Two gunmen killed 36 guards and teachers and injured 73 more.", ["gunman", "person", None]),
        ("The army bought 12 drones. Twenty were killed.", ["drone", None]),
    ],
)
def test_a_bare_figure_counts_what_the_one_before_it_counts(text: str, units: list[str | None], nlp: Any) -> None:
    assert [unit for _, _, unit in read(text, nlp)] == units


def test_over_the_men_is_about_them(nlp: Any) -> None:
    assert read("A complaint was laid over the 17 Swedes.", nlp) == [(17, 17, "swede")]
    assert read("They asked about the 12 soldiers.", nlp) == [(12, 12, "soldier")]
    assert read("Over 17 Swedes left.", nlp) == [(17, None, "swede")]


def test_the_name_of_an_aircraft_is_no_temperature(nlp: Any) -> None:
    assert "fahrenheit" not in [unit for _, _, unit in read("Denmark sent six F-16 fighters.", nlp)]
    assert read("It was 95 F in the shade.", nlp) == [(95, 95, "fahrenheit")]


def test_half_of_a_number_is_one_figure(nlp: Any) -> None:
    (half,) = read_quantities(make_parsed("Half of the 60 recruits fled.", nlp))
    assert (half.low, half.high, half.of, half.unit) == (0.5, 0.5, 60, "share of recruit")


def test_at_least_behind_a_comma_belongs_to_the_number_it_stands_before(nlp: Any) -> None:
    found = read("In the past six months, at least 300 Nepalis were recruited.", nlp)
    assert found == [(6, 6, "month"), (300, None, "nepali")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry may recruit up to 30,000 former commandos.", (None, 30000, "commando")),
        ("As many as 10,000 soldiers fled across the border.", (None, 10000, "soldier")),
        ("At least 12 people were killed in the strike.", (12, None, "person")),
        ("No fewer than 40 drones were launched before dawn.", (40, None, "drone")),
        ("Not more than 25 trucks crossed.", (None, 25, "truck")),
        ("Between 200 and 350 recruits signed up.", (200, 350, "recruit")),
        ("They sent 3,000 to 4,000 Syrians.", (3000, 4000, "syrian")),
        ("Four or five gunmen opened fire.", (4, 5, "gunman")),
        ("Between three and five thousand mercenaries are deployed.", (3000, 5000, "mercenary")),
        ("Each post is guarded by 3-4 soldiers.", (3, 4, "soldier")),
        ("At least 20 but no more than 30 men left.", (20, 30, "man")),
        ("Dozens of civilians were wounded.", (12, 120, "civilian")),
        ("A few hundred men crossed the river.", (300, 900, "man")),
        ("Half a million people fled.", (500_000, 500_000, "person")),
        ("The group numbers 300 at most.", (None, 300, None)),
        ("The group recruited 300 men, at least.", (300, None, "man")),
        ("He fought in a 20-year war.", (20, 20, "year")),
        ("Bread prices rose by 15 percent.", (15, 15, "%")),
        ("The 22-year-old recruit spoke.", (22, 22, "year of age")),
        ("A 12-member panel met.", (12, 12, "member")),
        ("The town lies 40 sq km away.", (40, 40, "square kilometre")),
    ],
)
def test_a_figure_is_read_with_its_bounds_and_unit(text: str, expected: tuple[Any, ...], nlp: Any) -> None:
    assert read(text, nlp) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They fired T-72 tanks and Su-27 jets of the G20.",
        "Resolution 2231 and Article 5 were cited on page 34.",
        "It began at 11:40 on 5 May 2022.",
        "Call +1-202-555-0147 now.",
        "The team won 2-1.",
        "See the note on endowments.2",
        "No one came, and each one knew.",
        "He arrived in the first half.",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str, nlp: Any) -> None:
    assert read(text, nlp) == []


@pytest.mark.parametrize("word", ["about", "some", "nearly", "roughly", "around", "almost", "an estimated"])
def test_words_that_blur_are_kept(word: str, nlp: Any) -> None:
    (quantity,) = read_quantities(make_parsed(f"They lost {word} 300 soldiers.", nlp))
    assert (quantity.low, quantity.high, quantity.approximate) == (300, 300, True)
    assert quantity.span.text == f"{word} 300 soldiers"


def test_a_part_keeps_its_whole(nlp: Any) -> None:
    (quantity,) = read_quantities(make_parsed("They freed 26 of 34 detainees.", nlp))
    assert (quantity.low, quantity.of, quantity.unit) == (26, 34, "detainee")


def test_a_change_is_two_figures_and_no_range(nlp: Any) -> None:
    assert [q[:2] for q in read("The garrison shrank from 2,000 to 800 men.", nlp)] == [(2000, 2000), (800, 800)]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "per"),
    [
        ("Each recruit was promised $1,500 a month.", 1500, 1500, "USD", "month"),
        ("A £1,300-a-month wage.", 1300, 1300, "GBP", "month"),
        ("The rebels demanded 50 million rubles.", 5e7, 5e7, "RUB", None),
        ("Fighters get $2,000 to $3,000 a month.", 2000, 3000, "USD", "month"),
        ("The contract is worth up to £12m.", None, 12e6, "GBP", None),
        ("It cost A$5m.", 5e6, 5e6, "AUD", None),
        ("They stole tens of millions of dollars.", 1e7, 1e8, "USD", None),
        ("It holds $3-5 billion.", 3e9, 5e9, "USD", None),
        ("They were paid 20,000 dinars.", 20000, 20000, "XXX", None),
    ],
)
def test_money(text: str, low: float, high: float, currency: str, per: str | None, nlp: Any) -> None:
    (money,) = read_money(make_parsed(text, nlp))
    assert (money.low, money.high, money.currency, money.per) == (low, high, currency, per)


def test_reasons_name_the_rule_and_the_words(nlp: Any) -> None:
    (quantity,) = read_quantities(make_parsed("As many as 10,000 men left.", nlp))
    assert quantity.reasons[0].rule == "quantities.at_most"
    assert "As many as" in quantity.reasons[0].detail


WORDS = st.sampled_from(
    [
        "between",
        "from",
        "to",
        "and",
        "or",
        "up",
        "at",
        "least",
        "most",
        "more",
        "than",
        "fewer",
        "as",
        "many",
        "5",
        "12",
        "300",
        "2,000",
        "1.5",
        "million",
        "thousand",
        "dozens",
        "hundreds",
        "a",
        "half",
        "few",
        "several",
        "of",
        "-",
        "–",
        "%",
        "$",
        "£",
        "people",
        "men",
        "in",
        "2021",
        "May",
        "m",
        "k",
        "one",
        "two-thirds",
        ",",
        ".",
        "(",
        ")",
        "nearly",
        "over",
        "under",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=14))
def test_no_bound_is_ever_reversed_and_every_span_slices(words: list[str], nlp: Any) -> None:
    parsed = make_parsed(" ".join(words), nlp)
    quantities, money, periods = read_values(parsed)
    for item in (*quantities, *money):
        assert item.low is not None or item.high is not None
        assert item.low is None or item.high is None or item.low <= item.high
    for item in (*quantities, *money, *periods):
        assert item.span is not None
        assert parsed.document.text[item.span.start : item.span.end] == item.span.text
    for period in periods:
        assert period.start is None or period.end is None or period.start < period.end


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "12", "١٢ ٣", "😀 5 😀", "a" * 20000, "9" * 5000, "1," * 2000, "“5 ‘6"]
)
def test_odd_texts_are_survived(text: str, nlp: Any) -> None:
    quantities = read_quantities(make_parsed(text, nlp))
    assert all(isinstance(q, Quantity) for q in quantities)


def test_over_is_no_bound_where_it_is_part_of_the_verb(nlp: Any) -> None:
    assert read("Rebels took over six towns and shelled over six bases.", nlp) == [(6, 6, "town"), (6, None, "base")]


def test_a_week_earlier_is_no_rate(nlp: Any) -> None:
    (figure,) = [
        q
        for q in read_quantities(make_parsed("The arrest of five teachers a week earlier angered him.", nlp))
        if q.low == 5
    ]
    assert figure.per is None
