"""The page of event types is the packs'."""

from pathlib import Path

from sayso.lexicon.packs import load_packs
from sayso.lexicon.reference import page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "event-types.md"


def test_the_page_is_made_from_the_packs() -> None:
    made = page(load_packs(["foreign_fighters", "arms_transfers"]))
    assert PAGE.read_text(encoding="utf-8") == made, (
        "run: python -m sayso.lexicon.reference > docs/reference/event-types.md"
    )
