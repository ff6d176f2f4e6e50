"""Field paths and values of corrections, as a person reads them."""

import json
import re
from datetime import date

from sayso.lexicon.countries import load_countries
from sayso.lexicon.phrases import interval
from sayso.views import wording

RELIABILITY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
}  # fmt: skip
"""The Admiralty code's reliability of a source (FM 2-22.3, Appendix B); F until a person grades."""

PARTS = {
    "quantities": "figure", "money": "money", "arguments": "part", "places": "place", "period": "time",
    "low": "lower bound", "high": "upper bound", "span": "words", "role": "role", "event_type": "type",
    "factuality": "firmness", "polarity": "said or denied", "sort": "sort", "start": "first day",
    "end": "day after the last", "trigger": "words of the event", "unit": "what is counted", "currency": "currency",
}  # fmt: skip


def field_words(path: str) -> str:
    """A field path in words.

    >>> field_words("quantities.0.high"), field_words("factuality")
    ('figure 1, upper bound', 'firmness')
    """
    steps = path.split(".")
    made: list[str] = []
    for step in steps:
        if step.isdigit() and made:
            made[-1] += f" {int(step) + 1}"
        else:
            made.append(PARTS.get(step, step.replace("_", " ")))
    return ", ".join(made)


def value_words(value: str | None) -> str:
    """A JSON value in words: a span as its words, a number as written, null as "none".

    >>> value_words("30000"), value_words('{"start": 1, "end": 4, "text": "men"}'), value_words("null")
    ('30,000', '“men”', 'none')
    """
    if value is None:
        return ""
    try:
        held = json.loads(value)
    except ValueError:
        return value
    if held is None:
        return "none"
    if isinstance(held, bool | str):
        return str(held)
    if isinstance(held, int | float):
        return f"{held:,.0f}" if float(held).is_integer() else f"{held:,g}"
    if isinstance(held, dict) and "span" in held and "low" in held:  # a whole figure
        unit = held.get("unit") or held.get("currency")
        return f"{figure(held['low'], held['high'], unit, held.get('per'))} (“{held['span']['text']}”)"
    return f"“{held['text']}”" if isinstance(held, dict) and "text" in held else value


def as_json(value: str) -> str:
    """What a person typed, as JSON: numbers with their commas, `none`, and any other words as text.

    >>> as_json("10,000"), as_json("none"), as_json("possible"), as_json('{"a": 1}')
    ('10000', 'null', '"possible"', '{"a": 1}')
    """
    text = value.strip()
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    if text.lower() in ("none", "unknown value"):
        return "null"
    try:
        json.loads(text)
    except ValueError:
        return json.dumps(text, ensure_ascii=False)
    return text


def named(code: str) -> str:
    """An event type, role or kind in words.

    >>> named("FORCE_USE"), named("recruit_pool")
    ('Force use', 'Recruit pool')
    """
    return code.replace("_", " ").lower().capitalize()


def iso_day(value: str | None) -> str:
    """An ISO day as a person writes it; "undated" for none.

    >>> iso_day("2022-10-25")
    '25 October 2022'
    """
    return wording.day(date.fromisoformat(value) if value else None)


MANY = {"man": "men", "woman": "women", "person": "people", "child": "children", "%": "%", "percent": "percent"}
LARGE = ((1e9, "billion"), (1e6, "million"))


def figure(low: float | None, high: float | None, unit: str | None = None, per: str | None = None) -> str:
    """A figure's bounds with what is counted; large sums of money in millions and billions.

    >>> figure(20000, 30000, "commando"), figure(1, 1, "year"), figure(None, 10000, "man")
    ('20,000 to 30,000 commandos', '1 year', 'at most 10,000 men')
    >>> figure(1, None, "year")
    'at least 1 year'
    >>> figure(9e10, 9e10, "USD"), figure(1500, 1500, "USD", "month")
    ('USD 90 billion', 'USD 1,500 a month')
    """
    every = f" a {per}" if per else ""
    if unit and len(unit) == 3 and unit.isupper():
        for size, name in LARGE:
            if low == high and low is not None and low >= size:
                return f"{unit} {low / size:g} {name}{every}"
        return interval(low, high, unit) + every
    told = interval(low, high)
    one = {low, high} <= {1, None}
    return f"{told} {unit if one else many(unit)}{every}" if unit else told + every


def many(unit: str) -> str:
    """More than one of a thing.

    >>> many("country"), many("month"), many("box"), many("day")
    ('countries', 'months', 'boxes', 'days')
    """
    if unit in MANY:
        return MANY[unit]
    if re.search(r"[^aeiou]y$", unit):
        return unit[:-1] + "ies"
    return unit + ("es" if re.search(r"(s|x|z|ch|sh)$", unit) else "s")


def grade(value: str) -> str:
    """A grade of the Admiralty code in words.

    >>> grade("2"), grade("B")
    ('2, probably true', 'B, usually reliable')
    """
    return f"{value}, {(RELIABILITY | wording.CREDIBILITY)[value]}"


ABOUT = {
    "polarity": "whether it is so", "figure": "how many", "place": "where", "date": "when", "actor": "who takes part",
}  # fmt: skip


def about(code: str) -> str:
    """What two claims differ on, in words.

    >>> about("polarity")
    'whether it is so'
    """
    return ABOUT.get(code, code)


def kind(code: str) -> str:
    """A kind of source in words; other words as they are.

    >>> kind("article"), kind("unnamed_official"), kind("the ministry")
    ("the article's own voice", 'unnamed official', 'the ministry')
    """
    named_so = {"article": "the article's own voice", "passive": "nobody named (passive)"}
    return named_so.get(code, code.replace("_", " "))


def country(code: str) -> str:
    """The name of a country by its ISO code; other words as they are.

    >>> country("UA"), country("Mashhad")
    ('Ukraine', 'Mashhad')
    """
    held = load_countries().get(code)
    return held.name if held else code
