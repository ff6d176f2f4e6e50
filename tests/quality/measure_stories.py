"""What is found of the stories of our own: the interval of origins of the drive, its reports, drifts, contradictions.

    python tests/quality/measure_stories.py [NAME ...]     # totals only: what some stories tell is read by nobody

Each story is related by itself; its drive is the one with most of the true reports. `truth` is what the writer set down
before the articles.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "stages" / "link"))

from told import STORIES, contradictions_found, drifts_found, readings_of, truth_of

from sayso.stages.link import link


def row(name: str) -> str:
    """A story's totals in words."""
    readings, truth = readings_of(name), truth_of(name)
    relations, main = link(readings), truth["main"]
    low = main.get("low") or len(main["origins"])
    given = {r.document.id: r.document.given_id for r in readings}
    true = set(main["reports"])
    drives = {len({given[d] for d in drive.documents} & true): drive for drive in reversed(relations.drives)}
    told = "no drive"
    if drives:
        held = max(drives)
        count = drives[held].origins
        told = f"{count.at_least} to {count.at_most} of {low} to {main.get('high', low)}; {held} of {len(true)} reports"
    drifts = f"{drifts_found(name, relations)} of {len(truth['drifts'])} drifts in {len(relations.changes)} changes"
    against = f"{contradictions_found(name, relations)} of {len(truth['contradictions'])} contradictions"
    return f"{told}; {drifts}; {against}"


def names() -> list[str]:
    """All stories."""
    return sorted(path.name.removesuffix(".truth.json") for path in STORIES.glob("*.truth.json"))


def measure() -> dict[str, str]:
    """The totals of each story."""
    return {name: row(name) for name in names()}


if __name__ == "__main__":
    for asked in sys.argv[1:] or names():
        print(f"{asked}: {row(asked)}", flush=True)
