"""The record of every trial, good or bad, and the table that the method page shows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

RUNS = Path(__file__).parent / "runs"
COLUMNS = ("trial", "joint F1 (float)", "joint F1 (int8)", "P / R (int8)", "content F1 (int8)", "note")


def table(folder: Path) -> str:
    """All recorded runs as a Markdown table, in the order of their file names."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|" + " --- |" * len(COLUMNS)]
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        rows = record.get("rows", [record])
        lines += [f"| {' | '.join(_cells(row))} |" for row in rows]
    return "\n".join(lines)


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    floats, small = row.get("float") or {}, row.get("int8") or {}
    return (
        row["name"],
        _number(floats.get("joint")),
        _number(small.get("joint")),
        f"{_number(small.get('precision'))} / {_number(small.get('recall'))}",
        _number(small.get("content")),
        row["note"],
    )


def _number(value: float | None) -> str:
    """Three decimals, or a dash where nobody measured.

    >>> _number(0.75), _number(None)
    ('.750', '-')
    """
    return "-" if value is None else f"{value:.3f}".lstrip("0")
