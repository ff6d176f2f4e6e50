"""What a copy changed of its parent, word by word: true changes, and other words that change nothing."""

import pytest

from sayso.model import Document
from sayso.stages.link.texts.align import Text, align
from sayso.stages.link.texts.changes import find_changes
from sayso.stages.link.texts.words import words_of

AROUND = "The council of Harby met on the old pier to hear what the harbour master had to tell about it. "
BEHIND = " After that the clerk read out the letters of the week, and everybody went home before the rain came."


def changed(was: str, now: str) -> list[tuple[str, str]]:
    left, right = (words_of(Document(id=name, text=AROUND + text + BEHIND)) for name, text in (("a", was), ("b", now)))
    return [(c.what, c.now.text) for c in find_changes(align(Text(left), right), "a", "b")]


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ("The ferry may sink before it is mended.", "The ferry will sink before it is mended.", "hedge"),
        ("Two of the boats reportedly hit the wall.", "Two of the boats hit the wall.", "hedge"),
        ("The keeper is thought to have left the island.", "The keeper has left the island.", "hedge"),
        ("The board will not pay for the repair.", "The board will pay for the repair.", "polarity"),
        ("At least 40 boats were lost on that night.", "40 boats were lost on that night.", "bound"),
        ("The repair costs 600 to 800 crowns for each boat.", "The repair costs 800 crowns for each boat.", "bound"),
        ("The repair costs 600 crowns for each boat.", "The repair costs 900 crowns for each boat.", "figure"),
        ("The repair was paid for by Denmark in the end.", "The repair was paid for by Norway in the end.", "actor"),
        ("The boats were lost in the night of 3 March.", "The boats were lost in the night of 3 May.", "date"),
    ],
)
def test_what_differs_between_shared_words_is_found(was: str, now: str, what: str) -> None:
    assert what in [kind for kind, _ in changed(was, now)]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("She could mend the ferry by herself.", "She might mend the ferry by herself."),
        ("The ferry will sail on Sunday.", "The ferry is going to sail on Sunday."),
        ("A change which would give the crew a say.", "A change giving the crew a say."),
        ("Two of the boats reportedly hit the wall.", "Two of the boats are said to have hit the wall."),
        ("The master refused to pay for the repair.", "The master would not pay for the repair."),
        ("Nobody was hurt. In Vik the pier was shut.", "In Vik the pier was shut."),
        ("The United Nations asked for the letters.", "The UN asked for the letters."),
        ("The United States asked for the letters.", "The U.S. asked for the letters."),
        ("The fares rose by 120 to 400 crowns.", "The fares rose by 120 crowns to 400 crowns."),
        ("The fares rose to 400 crowns on Jan. 3.", "The fares rose to 400 crowns on January 3."),
        ("The crew lost half a million crowns.", "The crew lost 500,000 crowns."),
    ],
)
def test_other_words_for_the_same_are_no_change(was: str, now: str) -> None:
    assert changed(was, now) == []
