"""Mentions of one happening come together over documents; two happenings of one kind stay apart."""

import numpy as np

from sayso.model import Document
from sayso.stages.link.events.candidates import MOST, candidates
from sayso.stages.link.events.compared import compared
from sayso.stages.link.events.features import OF_MEANING, table
from sayso.stages.link.events.mentions import ALIKE, ONE_STORY, event_stories, same_events
from sayso.stages.link.texts.likeness import alike, average_link, vectors
from sayso.stages.link.texts.words import Words, words_of

TEXTS = (
    "Gunmen attacked the harbour office in Varna on Monday. Guards at the harbour office fled.",
    "The attack on the Varna harbour office came on Monday. Police said the gunmen escaped by boat.",
    "A court in Lisbon sentenced the former minister Duarte to six years on Friday.",
    "Guards assaulted the harbour office in Varna on Monday, a union said.",
)


def cut(texts: tuple[str, ...], *triggers: tuple[int, str]) -> tuple[list[tuple[int, int, int]], list[Words]]:
    mentions = [(n, texts[n].index(word), texts[n].index(word) + len(word)) for n, word in triggers]
    return mentions, [words_of(Document(id=str(n), text=text)) for n, text in enumerate(texts)]


def grouped(stories: list[int], *triggers: tuple[int, str]) -> list[int]:
    mentions, texts = cut(TEXTS, *triggers)
    return same_events(mentions, texts, stories, alike(vectors(texts), at_least=0.01))


def test_verb_and_noun_of_one_happening_in_two_documents_are_one_event() -> None:
    found = grouped([0, 0, 2, 0], (0, "attacked"), (1, "attack"), (2, "sentenced"))
    assert found[0] == found[1] != found[2]


def test_a_word_of_the_same_meaning_is_compared() -> None:
    mentions, texts = cut(TEXTS, (0, "attacked"), (3, "assaulted"))
    held = compared(mentions, texts, [0, 0, 2, 0], {})
    assert held[0].senses & held[1].senses
    assert candidates(held) == [(0, 1)]


def test_triggers_that_are_near_in_meaning_are_compared_though_they_share_no_word() -> None:
    texts = ("A lorry struck three cyclists near Gori.", "Doctors married at noon. A van hit somebody in Zagreb.")
    mentions, words = cut(texts, (0, "struck"), (1, "hit"), (1, "married"))
    meanings = [bytes([90, 10, 0]), bytes([80, 20, 5]), bytes([0, 0, 90])]
    assert candidates(compared(mentions, words, [0, 0], {}, meanings=meanings)) == [(0, 1)]
    assert candidates(compared(mentions, words, [0, 1], {}, meanings=meanings)) == []
    assert candidates(compared(mentions, words, [0, 0], {}, meanings=[None, *meanings[1:]])) == []
    assert candidates(compared(mentions, words, [0, 0], {})) == []


def test_what_is_not_known_of_a_meaning_stands_in_no_column() -> None:
    mentions, texts = cut(TEXTS, (0, "attacked"), (1, "attack"), (3, "assaulted"))
    meanings = [bytes([90, 10]), bytes([80, 256 - 20]), None]
    held = compared(mentions, texts, [0, 0, 2, 0], {}, meanings=meanings)
    rows = table(held, [(0, 1), (0, 2)], {})
    assert np.isnan(rows[:, -OF_MEANING:]).tolist() == [[False, False], [True, True]]
    assert 0.9 < rows[0, -OF_MEANING] < 1.0


def test_other_happenings_of_one_document_stay_apart() -> None:
    found = grouped([0, 0, 2, 0], (0, "attacked"), (0, "fled"), (1, "escaped"))
    assert found[0] != found[1]
    assert found[0] != found[2]


def test_the_same_word_in_two_stories_is_not_one_event() -> None:
    assert grouped([0, 1, 2, 3], (0, "attacked"), (1, "attack")) == [0, 1]


def test_no_mentions_give_no_groups() -> None:
    assert grouped([0, 1, 2, 3]) == []


def test_pairs_grow_in_step_with_mentions() -> None:
    def count(documents: int) -> int:
        texts = tuple(f"Gunmen attacked depot {n}." for n in range(documents))
        mentions, words = cut(texts, *((n, "attacked") for n in range(documents)))
        return len(candidates(compared(mentions, words, [0] * documents, {})))

    assert count(8 * MOST) < 2.2 * count(4 * MOST)


def test_two_raids_with_the_same_words_are_two_stories() -> None:
    """Reports of each are much alike; what they share with the other's reports is only the words for raids."""
    raid = (
        "Gunmen on motorcycles attacked barracks in {0} before dawn and burned the armoury, governor {1} of {0} said. "
    )
    north = raid.format("Varna", "Petrov"), raid.format("Tulcea", "Ionescu")
    ends = (
        ("Soldiers of the Danube regiment fled to the harbour.", "The Danube regiment lost its harbour depot."),
        ("Cadets of the delta school slept near the railway.", "The railway by the delta school was cut."),
    )
    more = ("Men of the Danube regiment hid at the harbour.", "The delta school sent its cadets home by railway.")
    told = [n + end for n, pair, last in zip(north, ends, more, strict=True) for end in (*pair, last)]
    texts = [words_of(Document(id=str(n), text=text)) for n, text in enumerate(told)]
    likenesses = alike(vectors(texts), at_least=ALIKE)
    assert event_stories(len(texts), likenesses) == [0, 0, 0, 3, 3, 3]
    assert len(set(average_link(len(texts), likenesses, at_least=ONE_STORY))) == 1
