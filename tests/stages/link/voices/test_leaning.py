"""What an article says in its own voice, and when it adds no voice."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import at, claim, document, teller

from sayso.model import Claim, Document
from sayso.stages.link.voices.leaning import observes, voices_that_count
from sayso.stages.link.voices.making import own_teller
from sayso.stages.link.voices.teller import Teller

EARLIER = document("a", "A clerk told the Canal Post that men were recruited.", day="2024-01-02", outlet="Canal Post")
LATER = document("b", "Men are recruited. It goes on.", day="2024-01-05", outlet="Daily Blog")
SEEN = document("c", "Men are recruited, our reporters saw.", day="2024-01-05", outlet="Daily Blog")
BOTH = document("d", "Men are recruited. A clerk said men were recruited.", day="2024-01-02", outlet="Hill Gazette")


def counted(*told: tuple[Claim, Teller, Document]) -> list[str | None]:
    tellers = {c.id: t for c, t, _ in told}
    documents = {c.id: d for c, _, d in told}
    found = voices_that_count(
        [c for c, _, _ in told], tellers, documents, against=(), sees=observes, idle=lambda _: None
    )
    return [t.name for t in found[0]]


CLERK = (
    claim(EARLIER, "men were recruited", "recruited"),
    teller("clerk", "unnamed", document="a", span=at(EARLIER.text, "A clerk")),
)


def test_what_others_had_reported_before_is_no_voice_of_the_one_who_repeats_it() -> None:
    later = claim(LATER, "Men are recruited", "recruited")
    assert counted((*CLERK, EARLIER), (later, own_teller(LATER), LATER)) == ["clerk"]


def test_who_is_first_or_saw_it_himself_counts() -> None:
    later = claim(LATER, "Men are recruited", "recruited")
    seen = claim(SEEN, "Men are recruited", "recruited")
    assert counted((later, own_teller(LATER), LATER)) == ["Daily Blog"]
    assert counted((*CLERK, EARLIER), (seen, own_teller(SEEN), SEEN)) == ["clerk", "Daily Blog"]


def test_an_article_adds_no_voice_to_the_one_that_it_names() -> None:
    own = claim(BOTH, "Men are recruited", "recruited")
    said = claim(BOTH, "men were recruited", "recruited")
    clerk = teller("clerk", "unnamed", document="d", span=at(BOTH.text, "A clerk"))
    assert counted((own, own_teller(BOTH), BOTH), (said, clerk, BOTH)) == ["clerk"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Our correspondents visited the camp.", True),
        ("The contract, which the Daily Blog has seen, names a firm.", True),
        ("Papers seen by the Daily Blog name a firm.", True),
        ("Papers seen by the Canal Post name a firm.", False),
        ("He saw the camp.", False),
        ("As callers told our own volunteers, forty men were hired.", True),
        ("We've so far logged ninety calls of this kind.", True),
        ("Callers told the agency's volunteers that men were hired.", False),
        ("We heard that men were hired.", False),
    ],
)
def test_own_observation_is_told_by_its_words(text: str, seen: bool) -> None:
    assert observes(document("x", text, outlet="Daily Blog")) is seen
