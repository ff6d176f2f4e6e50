"""Counting voices: what is one, what cannot be one, and what the text has to say for a group to count as more."""

from typing import Any

import pytest

from sayso.model import Reason
from sayso.stages.link.origins import count_origins
from sayso.stages.link.voices import Teller, description, speaks_for


def teller(name: str, kind: str, **fields: Any) -> Teller:
    """A voice of that name."""
    values: dict[str, Any] = {
        "via": None,
        "sort": "",
        "document": "d",
        "reason": Reason(rule="test", detail=""),
    } | fields
    words = description(name) if kind in ("unnamed", "document") else frozenset[str]()
    return Teller(**({"id": f"o-{name}", "kind": kind, "name": name, "words": words} | values))


RECRUIT: dict[str, Any] = {"sort": "recruit", "via": "canal post"}


@pytest.mark.parametrize(
    ("voices", "interval"),
    [
        # a witness who also spoke to another outlet is one with the witness whom that outlet heard
        (
            [
                teller("Cuban recruit", "unnamed", **RECRUIT),
                teller("recruit", "unnamed", sort="recruit", via="radio malecon", also="canal post"),
            ],
            (1, 1),
        ),
        # without that they may be two
        (
            [
                teller("Cuban recruit", "unnamed", **RECRUIT),
                teller("recruit", "unnamed", sort="recruit", via="radio malecon"),
            ],
            (1, 2),
        ),
        # a spokesman and the body that he speaks for
        (
            [teller("Ann Lee", "person", body="the coast guard"), teller("Coast Guard", "organisation")],
            (1, 1),
        ),
        ([teller("Ann Lee", "person", body="the coast guard"), teller("Border Police", "organisation")], (2, 2)),
        # a document by a longer and a shorter name, and two documents
        ([teller("State Department cable", "document", via="wire"), teller("cable", "document", via="wire")], (1, 1)),
        ([teller("State Department cable", "document"), teller("Senate Finance report", "document")], (2, 2)),
        # the capital for the government
        ([teller("Cuba's foreign ministry", "organisation"), teller("Havana", "organisation")], (1, 1)),
        ([teller("Cuba's foreign ministry", "organisation"), teller("Moscow", "organisation")], (2, 2)),
        # a recruit is no holder of an office and no ministry
        ([teller("Ann Lee", "person", office=True), teller("recruit", "unnamed", **RECRUIT)], (2, 2)),
        ([teller("Ann Lee", "person"), teller("recruit", "unnamed", **RECRUIT)], (1, 2)),
        ([teller("Interior Ministry", "organisation"), teller("recruit", "unnamed", **RECRUIT)], (2, 2)),
        # voices of two nations
        (
            [teller("Ann Lee", "person", nationality="UA"), teller("soldier", "unnamed", nationality="CU")],
            (2, 2),
        ),
        # a group speaks with one voice, unless the text says that each of it spoke alone
        ([teller("three former generals", "unnamed", sort="official")], (1, 1)),
        ([teller("three former generals", "unnamed", sort="official", count=3)], (1, 3)),
    ],
)
def test_voices_are_counted_as_an_interval(voices: list[Teller], interval: tuple[int, int]) -> None:
    count = count_origins(voices)
    assert (count.at_least, count.at_most) == interval
    backwards = count_origins(voices[::-1])
    assert (backwards.at_least, backwards.at_most) == interval


def test_a_body_is_read_from_the_words_beside_the_name() -> None:
    assert speaks_for("Ann Lee", "said Ann Lee, a spokeswoman for the coast guard.") == "the coast guard"
    assert speaks_for("Ann Lee", "Ann Lee said so. The spokeswoman for the coast guard did not.") is None
