"""Every relative link in the documentation leads to a page, and every anchor to a heading of it."""

import re
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
PAGES = sorted(
    p for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.md")] if ".venv" not in p.parts
)


@lru_cache
def anchors(page: Path) -> frozenset[str]:
    """What its headings are linked by, as GitHub makes them: small letters, hyphens for blanks, no other marks."""
    headings = HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    plain = (re.sub(r"[^\w\- ]", "", re.sub(r"\]\([^)]*\)", "", heading)).lower() for heading in headings)
    return frozenset(heading.replace(" ", "-") for heading in plain)


def broken(page: Path, text: str) -> list[str]:
    """The relative links of a text that stand in no page or at no heading of it."""
    found = []
    for target, anchor in LINK.findall(text):
        if "://" in target or target.startswith("mailto:"):
            continue
        path = page.parent / target if target else page
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in anchors(path)):
            found.append(f"{target}#{anchor}" if anchor else target)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert broken(page, page.read_text(encoding="utf-8")) == []


def test_a_link_to_no_page_or_to_no_heading_is_found(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# One page\n\n## What it *gives*, in short\n", encoding="utf-8")
    good = "[a](a.md) [b](#one-page) [c](a.md#what-it-gives-in-short) [d](https://example.org/none#x)"
    assert broken(page, good) == []
    assert broken(page, "[a](b.md) [b](#two) [c](a.md#what)") == ["b.md", "#two", "a.md#what"]


def test_every_method_and_history_page_is_in_the_index() -> None:
    index = (ROOT / "docs/method/README.md").read_text(encoding="utf-8")
    linked = {(ROOT / "docs/method" / target).resolve() for target, _ in LINK.findall(index)}
    pages = {*ROOT.glob("docs/method/*.md"), *ROOT.glob("docs/history/*.md")} - {ROOT / "docs/method/README.md"}
    assert {page.name for page in pages - linked} == set()
