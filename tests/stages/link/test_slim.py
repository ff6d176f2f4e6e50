"""Slim readings are smaller and relate to the same end."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

import stories

from sayso.model import Claim, Layer, Relations
from sayso.stages.link import link
from sayso.stages.link.slim import slim


def test_slim_readings_give_the_same_relations() -> None:
    full = tuple(stories.readings(60, seed=11))
    found = link([slim(reading) for reading in full])
    assert found == link(full)
    assert len(found.propositions) > 20
    assert any(d.parent for d in found.documents)


def test_who_tells_what_would_follow_is_no_origin_of_it_in_slim_readings_either() -> None:
    full = tuple(stories.readings(60, seed=11))
    mere = [replace(r, claims=tuple(conditional(c) if n % 3 else c for n, c in enumerate(r.claims))) for r in full]
    found = link([slim(reading) for reading in mere])
    assert found == link(mere)
    assert found != link(full)


def conditional(claim: Claim) -> Claim:
    """The claim as what would follow, with another layer that no link looks at."""
    condition = Layer(factuality="possible", sort="condition", span=claim.trigger)
    return replace(claim, layers=(condition, Layer(factuality="possible", sort="modal", span=claim.trigger)))


def test_spans_stay_where_their_words_are() -> None:
    for reading in map(slim, stories.readings(20, seed=3)):
        text = reading.document.text
        spans = [claim.content for claim in reading.claims] + [a.span for c in reading.claims for a in c.arguments]
        assert spans
        assert all(text[span.start : span.end] == span.text for span in (*spans, *reading.sentences))


def test_nothing_is_related_to_nothing() -> None:
    assert link([]) == Relations()


def test_the_same_seed_gives_the_same_corpus() -> None:
    assert tuple(stories.readings(30, seed=5)) == tuple(stories.readings(30, seed=5))
