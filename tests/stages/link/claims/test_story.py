"""Whether two documents tell one story."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import document

from sayso.stages.link.claims.story import STORY, nearness, topic_of

FIRST = document("a", "Ferry sinks off Sundvik\nThe ferry Maren sank near Kallio island, mayor Aino Lahti said.")
AGAIN = document("b", "Forty missing after ferry sinks\nCaptain Berg of the Maren left Sundvik late, Lahti told us.")
OTHER = document("c", "Mill burns in Oran Bay\nThe Olusegun mill on Bellamy Street burned down, warden Tembo said.")


def test_reports_of_one_story_share_names_and_the_words_of_their_openings() -> None:
    assert nearness(topic_of(FIRST), topic_of(AGAIN)) >= STORY
    assert nearness(topic_of(FIRST), topic_of(OTHER)) < STORY


def test_nearness_does_not_depend_on_side_or_on_other_documents() -> None:
    one, other = topic_of(FIRST), topic_of(AGAIN)
    assert nearness(one, other) == nearness(other, one)
    assert abs(nearness(one, one) - 1.0) < 1e-6
