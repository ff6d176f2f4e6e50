"""Which candidate stands in which."""

from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.grammar import Range
from sayso.stages.attribute.nesting import clean, cut, parents


def candidate(source: Range, cue: Range, *content: Range) -> Candidate:
    return Candidate(source=(source,), cue=(cue,), content=content, rule="test", confidence=1.0)


def test_the_tightest_content_that_holds_one_is_its_parent() -> None:
    outer = candidate((0, 2), (3, 7), (8, 60))
    middle = candidate((10, 14), (15, 19), (20, 60))
    inner = candidate((21, 25), (26, 30), (31, 60))
    assert parents([outer, middle, inner]) == [None, 0, 1]


def test_two_that_hold_each_other_make_no_circle() -> None:
    one = candidate((0, 2), (3, 5), (6, 20))
    other = candidate((7, 8), (9, 10), (0, 20))
    above = parents(clean([one, other]))
    assert above.count(None) >= 1


def test_content_is_cut_around_its_own_source_and_cue() -> None:
    (only,) = clean([candidate((5, 8), (9, 12), (0, 30))])
    assert only.content == ((0, 5), (8, 9), (12, 30))


def test_cut_leaves_nothing_of_what_is_covered() -> None:
    assert cut([(2, 5)], [(0, 9)]) == ()
