"""Every file of code that a page of the method names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`((?:[\w-]+/)*[\w-]+\.(?:py|toml|json|tsv|sql))`")
ELSEWHERE = {"sayso.toml", "score_attribution.py"}
"""A user's own settings, and a scorer that lies beside the corpora."""
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/method/*.md"), *ROOT.glob("docs/how-to/*.md")])


def files() -> frozenset[str]:
    """All files of code, with what leads to them: `a/b.py` stands for every path that ends so."""
    rooms = ("src", "tests", "bench", "training", "scripts", "schema")
    return frozenset(str(p.relative_to(ROOT)) for room in rooms for p in (ROOT / room).rglob("*.*")) | {
        p.name for p in ROOT.iterdir()
    }


FILES = files()


def missing(text: str) -> list[str]:
    """The names of a text that no file has."""
    named = [name for name in NAMED.findall(text) if name not in ELSEWHERE]
    return [name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in FILES)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    assert missing(page.read_text(encoding="utf-8")) == []


def test_a_name_without_a_file_is_found() -> None:
    assert missing("`pipeline.py`, `stages/link/link.py` and `link/nowhere_at_all.py`") == ["link/nowhere_at_all.py"]
