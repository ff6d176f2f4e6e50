"""Measure on all labelled text that lies beside the checkout and write docs/quality.md.

    python tests/quality/report.py [NAME ...]      # only these measures, printed and not written

Each module `measure_*.py` of this folder has `measure()`, which gives {table: {row: {column: value}}} or a simpler nesting;
what a corpus is missing for says so in the page.
"""

import importlib.util
import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "quality.md"
HEAD = """# Quality, measured

Written by `make quality` on {date}, commit `{commit}`. Every figure is of a development half that lies beside the checkout
(`shared/corpora`, not part of this repository); other halves, never looked at here, decide. Floors that a worse change breaks
are in `tests/quality/`.
"""


def measures() -> dict[str, Path]:
    """The measures by name."""
    return {path.stem.removeprefix("measure_"): path for path in sorted(HERE.glob("measure_*.py"))}


def run(path: Path) -> Any:
    """What one measure gives, or why it could not be made."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        return module.measure()
    except FileNotFoundError as error:
        return {"not measured": f"{error.filename} is missing"}


def cell(value: Any) -> str:
    """A value as a table shows it."""
    if isinstance(value, float):
        return f"{value:.3f}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def rows(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Nested results as rows of path and value."""
    if isinstance(value, dict):
        return [row for key, inner in value.items() for row in rows(inner, (*path, str(key)))]
    return [(" · ".join(path), cell(value))]


def section(name: str, result: Any, seconds: float) -> str:
    """One measure as a section."""
    lines = [f"| {key} | {value} |" for key, value in rows(result)]
    return "\n".join([f"\n## {name.capitalize()}\n", "| what | value |", "|---|---|", *lines, f"\nTook {seconds:.0f} s."])


def main() -> None:
    """Measure all, or those named."""
    wanted = sys.argv[1:] or list(measures())
    parts = []
    for name in wanted:
        start = time.monotonic()
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        parts.append(section(name, run(measures()[name]), time.monotonic() - start))
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    head = HEAD.format(date=datetime.now(UTC).date().isoformat(), commit=commit.stdout.strip() or "unknown")
    page = head + "\n".join(parts) + "\n"
    print(page) if sys.argv[1:] else PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    main()
