"""Articles of PolNeAR with their attributions, as the converter left them: one JSON object a line."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

Range = tuple[int, int]
HELD_OUT = re.compile(r"(?<![a-z])test(?![a-z])|held[-_ ]?out", re.IGNORECASE)


class HeldOutError(Exception):
    """Training code was pointed at a part that may only be scored."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gold:
    """One attribution as a person marked it; each role is a tuple of code-point ranges, empty where absent."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """A text and every version of its annotation; the first version is the one that is scored."""

    id: str
    text: str
    versions: tuple[tuple[Gold, ...], ...]


def refuse_held_out(path: Path) -> Path:
    """The same path. Raises HeldOutError where the file's name says that it is a test part."""
    if found := HELD_OUT.search(path.name):
        raise HeldOutError(f"{path} says '{found.group()}': training and tuning read train and dev parts only")
    return path


def read_articles(path: Path) -> tuple[Article, ...]:
    """All articles of a file, each with one version."""
    return tuple(Article(id=row["id"], text=row["text"], versions=(_attributions(row),)) for row in _rows(path))


def read_training(folder: Path) -> tuple[Article, ...]:
    """The train part, with every annotator's version of the articles that several people marked.

    The articles on which annotators were trained are added; those of the dev part are left out.
    """
    articles = {article.id: article for article in read_articles(folder / "train.jsonl.gz")}
    dev = {article.id for article in read_articles(folder / "dev.jsonl.gz")}
    versions: dict[str, list[tuple[Gold, ...]]] = defaultdict(list)
    texts: dict[str, str] = {}
    for row in _rows(folder / "agreement.jsonl.gz"):
        if row["id"] not in dev and row["compartment"] != "dev":
            versions[row["id"]].append(_attributions(row))
            texts[row["id"]] = row["text"]
    for ident, marked in versions.items():
        known = articles.get(ident)
        if known is None:
            articles[ident] = Article(id=ident, text=texts[ident], versions=tuple(marked))
        elif known.text == texts[ident]:
            articles[ident] = replace(known, versions=(*known.versions, *marked))
    return tuple(articles.values())


def paragraphs_of(text: str) -> tuple[Range, ...]:
    """Runs between line breaks, without surrounding blanks; the unit in which PolNeAR's attributions lie."""
    return tuple(match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text))


def _rows(path: Path) -> Iterator[dict]:
    with gzip.open(refuse_held_out(path), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _attributions(row: dict) -> tuple[Gold, ...]:
    return tuple(
        Gold(source=_ranges(a["source"]), cue=_ranges(a["cue"]), content=_ranges(a["content"]))
        for a in row["attributions"]
    )


def _ranges(pairs: Sequence[Sequence[int]]) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in pairs)
