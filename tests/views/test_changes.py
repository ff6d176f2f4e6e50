"""A change that a claim and the passage around it both show is listed once."""

from sayso.model import Change, Span
from sayso.views.changes import told_once


def change(was: tuple[int, str], now: tuple[int, str], what: str = "hedge", child: str = "doc-b") -> Change:
    def span(start: int, text: str) -> Span:
        return Span(start=start, end=start + len(text), text=text)

    return Change(parent="doc-a", child=child, was=span(*was), now=span(*now), what=what)  # type: ignore[arg-type]


WORDS = change((14, "may have gone"), (10, "have gone"))
SENTENCE = change((0, "Dozens of men may have gone north."), (0, "Dozens men have gone north."))


def test_of_two_that_show_one_change_the_shorter_stays() -> None:
    assert told_once([SENTENCE, WORDS]) == [WORDS]


def test_other_words_another_copy_or_another_kind_are_other_changes() -> None:
    others = [
        change((200, "may follow"), (180, "follow")),
        change((14, "may have gone"), (10, "have gone"), child="doc-c"),
        change((14, "may have gone"), (10, "have gone"), what="act"),
    ]
    assert len(told_once([WORDS, *others])) == 4


def test_what_a_headline_and_its_article_both_change_is_listed_once_where_it_stands_first() -> None:
    headline = change((40, "$1,500 a month"), (2, "£1,500 a month"), what="currency")
    below = change((90, "$1,500 a month"), (300, "£1,500 a Month"), what="currency")
    assert told_once([below, headline]) == [headline]
