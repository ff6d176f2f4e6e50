"""Measure on all labelled text that lies beside the checkout and write docs/quality.md.

    python tests/quality/report.py [NAME ...]      # all measures, or only these

Each module `measure_*.py` of this folder has `measure()`, which gives nested dictionaries of figures; what cannot be
measured because its corpus is missing says so. Results are kept in `out/quality/`, one JSON file a measure, and the
page is written anew after each, so that a measure can be repeated alone and an interrupted run loses one.
"""

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from shared import loaded

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "quality.md"
HEAD = """# Quality, measured

Written by `make quality`. Every figure is of a development half that lies beside the checkout (`shared/corpora`, not
part of this repository); other halves, never looked at here, decide. Floors that a worse change breaks are in
`tests/quality/`. What a figure means, and what is known to go wrong, is on the [method pages](method/).
"""
KEPT = HERE.parents[1] / "out" / "quality"


def measures() -> dict[str, Path]:
    """The measures by name."""
    return {path.stem.removeprefix("measure_"): path for path in sorted(HERE.glob("measure_*.py"))}


def run(path: Path) -> Any:
    """What one measure gives, or why it could not be made."""
    try:
        return loaded(path).measure()
    except FileNotFoundError as error:
        return {"not measured": f"{error.filename} is missing"}
    except pytest.skip.Exception as error:
        return {"not measured": str(error)}


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


def section(name: str, kept: dict[str, Any]) -> str:
    """One measure as a section."""
    lines = [f"| {key} | {value} |" for key, value in rows(kept["result"])]
    made = f"\nMeasured on {kept['date']}, commit `{kept['commit']}`, in {kept['seconds']} s."
    return "\n".join([f"\n## {name.capitalize()}\n", "| what | value |", "|---|---|", *lines, made])


def keep(name: str, result: Any, seconds: float) -> None:
    """Keep a result with its date and commit."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    kept = {
        "result": result,
        "seconds": round(seconds),
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.stdout.strip() or "unknown",
    }
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{name}.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")


def write_page() -> None:
    """The page of all kept results."""
    held = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(KEPT.glob("*.json"))}
    parts = [section(name, kept) for name, kept in held.items() if name in measures()]
    PAGE.write_text(HEAD + "\n".join(parts) + "\n", encoding="utf-8")


def main() -> None:
    """Measure all, or those named."""
    for name in sys.argv[1:] or list(measures()):
        start = time.monotonic()
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        keep(name, run(measures()[name]), time.monotonic() - start)
        write_page()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    sys.path.insert(0, str(HERE))
    main()
