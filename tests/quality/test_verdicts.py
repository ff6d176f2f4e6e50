"""Of the claims that a reader judged, those that are still made are mostly right."""

import pytest

from sayso.pipeline import read
from sayso.tools import Tools
from shared import shared
from training.claim_verdicts import find_again, load_verdicts, texts


@pytest.mark.corpus
def test_few_of_the_judged_claims_that_are_made_are_wrong(tools: Tools) -> None:
    """Of the deciding part, its days of `timelines`: short texts, read in seconds (6 of 65 wrong on 2026-11-28)."""
    verdicts = [verdict for verdict in load_verdicts("decide") if verdict.corpus == "timelines"]
    corpora = shared("corpora/timelines").parent
    found = [
        one
        for document, judged in texts(corpora, verdicts)
        for one in find_again(judged, read(document, tools).claims)
        if one.holds
    ]
    assert len(found) >= 50
    assert sum(not one.verdict.right for one in found) <= 0.12 * len(found)
