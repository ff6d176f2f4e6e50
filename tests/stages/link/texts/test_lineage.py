"""Which earlier document a copy was taken from: what it has inherited tells it, not which text is nearest."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import document

from sayso.model import Change, Document
from sayso.stages.link import link_documents

LEAD = "Harbour workers in the northern port went on strike on Monday over pay that has not been raised in nine years."
MIDDLE = (
    "The union asked the city to send a mediator, and the port authority said that it would not talk before Friday."
)
FIGURES = "Some 4,000 men stayed at home, twelve ships waited outside the breakwater, and the price of fish doubled."
END = "The last strike in the port, long before the new quay was built, ended when the mayor paid the arrears himself."
WHOLE = f"{LEAD} {MIDDLE} {FIGURES} {END}"


def parents(*documents: Document) -> dict[str, str | None]:
    return {d.document: d.parent for d in link_documents(documents).documents}


def story(name: str, text: str, day: int, outlet: str | None = None) -> Document:
    return document(name, text, day=f"2024-03-{day:02d}", outlet=outlet or f"Outlet {name.title()}")


def test_a_tie_goes_to_the_original_also_against_another_copy_of_the_day() -> None:
    """The other copy of that day had not been looked at yet, and was taken for an original."""
    found = parents(
        story("root", WHOLE, 1), story("a", f"{LEAD} {MIDDLE}", 3), story("b", f"{LEAD} {MIDDLE} {FIGURES}", 3)
    )
    assert found["a"] == "root"
    assert found["b"] == "root"


def test_a_credit_that_the_copy_of_a_copy_has_with_its_text_speaks_for_its_parent_too() -> None:
    copy = f"{LEAD} {MIDDLE} {FIGURES} This was first reported by Harbour Gazette."
    again = f"{LEAD} {MIDDLE} This was first reported by Harbour Gazette."
    found = parents(
        story("root", WHOLE, 1, "Harbour Gazette"), story("copy", copy, 2, "Daily Quay"), story("again", again, 3)
    )
    assert found == {"root": None, "copy": "root", "again": "copy"}


def test_a_credit_in_other_words_was_put_there_by_the_copy_itself() -> None:
    """Both name the first outlet; the later one did not copy the earlier one's line."""
    copy = f"This was first reported by Harbour Gazette.\n{LEAD} {MIDDLE} {FIGURES}"
    again = f"Harbour Gazette reported.\n{LEAD} {MIDDLE}"
    found = parents(
        story("root", WHOLE, 1, "Harbour Gazette"), story("copy", copy, 2, "Daily Quay"), story("again", again, 3)
    )
    assert found == {"root": None, "copy": "root", "again": "root"}


def test_of_two_credits_the_outer_one_is_the_copys_own() -> None:
    copy = f"(Harbour Gazette)\n{LEAD} {MIDDLE} {FIGURES}"
    again = f"According to Daily Quay:\n(Harbour Gazette)\n{LEAD} {MIDDLE}"
    found = parents(
        story("root", WHOLE, 1, "Harbour Gazette"), story("copy", copy, 2, "Daily Quay"), story("again", again, 3)
    )
    assert found["again"] == "copy"


def test_an_inner_credit_counts_where_the_outer_one_leads_to_no_text_at_hand() -> None:
    copy = f"{LEAD} {MIDDLE} {FIGURES}"
    again = f"According to Evening Quay:\nThis was first reported by Daily Quay.\n{LEAD} {MIDDLE}"
    found = parents(story("root", WHOLE, 1), story("copy", copy, 2, "Daily Quay"), story("again", again, 3))
    assert found["again"] == "copy"


def test_misprints_are_inherited_to_the_letter() -> None:
    misread = WHOLE.replace("workers", "w0rkers").replace("mediator", "rnediator").replace("breakwater", "breakwatcr")
    found = parents(story("root", WHOLE, 1), story("scan", misread, 2), story("cut", misread.split(" The last")[0], 3))
    assert found == {"root": None, "scan": "root", "cut": "scan"}


def test_of_two_equal_sources_the_one_of_these_days_is_likelier() -> None:
    found = parents(
        story("root", WHOLE, 1), story("copy", f"{LEAD} {MIDDLE} {FIGURES}", 8), story("late", f"{LEAD} {MIDDLE}", 9)
    )
    assert found["late"] == "copy"


def changed(*documents: Document) -> list[tuple[str, str, str, str]]:
    changes: tuple[Change, ...] = link_documents(documents).changes
    return [(c.parent, c.child, c.was.text, c.now.text) for c in changes if c.what in ("figure", "date")]


def test_a_figure_changed_in_a_passage_stitched_in_is_told_of_its_own_source() -> None:
    other = story("other", f"Fishmongers have little to sell. {FIGURES} They blame the quay and the weather for it.", 1)
    child = story("child", f"{LEAD} {MIDDLE} {END} {FIGURES.replace('4,000', '9,000')}", 3)
    first = story("root", f"{LEAD} {MIDDLE} {END}", 2)
    assert changed(other, first, child) == [("other", "child", "4,000", "9,000")]


def test_a_year_does_not_become_a_day() -> None:
    was = f"{LEAD} {MIDDLE} It is the first strike since the council rose to power in 2011, the mayor said at noon."
    now = f"{LEAD} {MIDDLE} It is the first strike since the council rose to power on May 3, the mayor said at noon."
    assert changed(story("root", was, 1), story("child", now, 2)) == []
    assert changed(story("root", was, 1), story("child", was.replace("2011", "2013"), 2)) == [
        ("root", "child", "2011", "2013")
    ]
