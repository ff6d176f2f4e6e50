"""Who somebody is, looked for beside a name alone: found as one expression over the whole text finds it."""

import random
import re
from collections.abc import Iterator

import pytest

from sayso.stages.link.voices import idle, persons

NAMES = ("Ann Lee", "Lee", "Bob. Roe")
BITS = (*NAMES, " ", ",", ", ", ". ", "; ", "\n", "\n ", ":", "“", " (Oslo)", ", who writes", " the envoy for x",
        " an analyst ", "a lawmaker", "x" * 34, " " * 5, "x")  # fmt: skip


def texts(seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(10_000):
        yield "".join(chance.choices(BITS, k=chance.randint(1, 16)))


@pytest.mark.parametrize("name", NAMES)
def test_the_words_around_a_name_are_those_that_one_expression_finds(name: str) -> None:
    whole = re.compile(rf"([^.;\n]{{0,40}}){re.escape(name)}(?:,? ?\([^)]*\))?(, [^.;“”\"\n]{{0,60}})?")
    found = 0
    for text in texts(1):
        told = whole.search(text)
        found += told is not None
        assert idle._beside(name, text) == (f"{told.group(1)} {told.group(2) or ''}" if told else "")
    assert found > 500


@pytest.mark.parametrize("name", NAMES)
def test_an_introduction_is_the_one_that_one_expression_finds(name: str) -> None:
    who = re.escape(name)
    behind = re.compile(rf"\b{who}, ((?:an?|the|its|their)\s+[^,.;:“”\"\n]{{3,70}})")
    ahead = re.compile(rf"(?:^|[,.;:“”\"\n]\s*)([^,.;:“”\"\n]{{3,70}}), {who},")
    found = [0, 0]
    for text in texts(2):
        told = [behind.search(text), ahead.search(text)]
        made = [persons._told_behind(name, text), persons._told_ahead(name, text)]
        assert [each and each.group(1) for each in made] == [each and each.group(1) for each in told]
        found = [count + (each is not None) for count, each in zip(found, told, strict=True)]
    assert min(found) > 0
