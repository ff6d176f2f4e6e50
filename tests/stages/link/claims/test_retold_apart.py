"""Claims of a document and one that it follows are not one for the act alone."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import claim, document

from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.retold_claims import RETOLD, retold_score


def gist(name: str, words: str, trigger: str, kind: str, figure: float | None = None, unit: str = "man") -> Gist:
    counted = (figure, figure, unit) if figure is not None else None
    return gist_of(claim(document(name, f"{words}."), words, trigger, event_type=kind, figure=counted), name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The family asked for it", "asked", "REQUEST"), ("Some of you have asked us", "asked", "REQUEST")),
        (("They paid no source", "paid", "OFFER"), ("The ministry paid for the trip", "paid", "OFFER")),
        (("He had gone to Norway", "gone", "TRANSFER"), ("Some men went to Norway", "went", "TRANSFER")),
        (
            ("14 of them agreed to go", "agreed", "AGREE", 14.0),
            ("A pardon for 14 months was offered", "offered", "OFFER", 14.0),
        ),
    ],
)
def test_the_act_alone_or_a_number_of_another_kind_makes_no_retelling(one: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    left, right = gist("a", *one), gist("b", *other)
    assert retold_score(left, right, {"gone", "went", "paid"}) < RETOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("He got them visas for seasonal work", "got", "OFFER"),
            ("for whom he arranged seasonal visas", "arranged", "OFFER"),
        ),
        (
            ("288 divers had gone to the war", "gone", "TRANSFER", 288.0),
            ("288 who signed up", "signed up", "RECRUIT", 288.0),
        ),
    ],
)
def test_telling_words_or_a_telling_figure_do(one: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    left, right = gist("a", *one), gist("b", *other)
    assert retold_score(left, right) >= RETOLD
