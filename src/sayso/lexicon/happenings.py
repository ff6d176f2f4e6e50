"""Words for happenings: lemmas of irregular verbs, and words of one meaning."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from sayso.model._record import record


@record
class Happenings:
    """The tables of `happenings.toml`."""

    lemmas: Mapping[str, str]
    """Irregular form -> lemma."""
    senses: Mapping[str, frozenset[int]]
    """Lemma -> numbers of the sets of words of one meaning that hold it."""
    reporting: frozenset[str]
    """Lemmas of telling and thinking: two such words in two texts are seldom one act."""
    slight: frozenset[str]
    """Words that say little of what happened: the other words of "take part", "break out" do."""


@lru_cache(maxsize=1)
def load_happenings() -> Happenings:
    """The tables, read once a process.

    >>> load_happenings().lemmas["slain"]
    'slay'
    """
    text = (resources.files("sayso.lexicon") / "happenings.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    senses: dict[str, set[int]] = {}
    for number, line in enumerate(raw["same"]["words"].strip().splitlines()):
        for word in line.split():
            senses.setdefault(word, set()).add(number)
    return Happenings(
        lemmas=_irregular(raw["irregular"]["words"]),
        senses={word: frozenset(numbers) for word, numbers in senses.items()},
        reporting=frozenset(raw["reporting"]["words"].split()),
        slight=frozenset(raw["slight"]["words"].split()),
    )


def _irregular(words: str) -> dict[str, str]:
    """ "said says=say" as form -> lemma: forms wait for the one that names their lemma."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for word in words.split():
        form, _, lemma = word.partition("=")
        waiting.append(form)
        if lemma:
            found.update(dict.fromkeys(waiting, lemma))
            waiting = []
    return found
