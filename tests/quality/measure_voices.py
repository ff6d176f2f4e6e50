"""Which voices the interval of a drive is made of: of each true origin of a story that may be read whether it is among
them, and which of them are none or one more time the same.

    python tests/quality/measure_voices.py [NAME ...]

An interval may hold the truth by luck, with one voice wrong in it and one left out. `voices_of_stories.json` has for
each origin that the writer of a story set down (and may add a voice that his truth leaves open) a regular expression of
the names under which it may be found, by hand from the articles.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "stages" / "link"))

from told import readings_of, truth_of

from sayso.model import RecruitmentDrive
from sayso.stages.link import link

VOICES = Path(__file__).resolve().parent / "voices_of_stories.json"
ORIGINS: dict[str, dict[str, str]] = json.loads(VOICES.read_text(encoding="utf-8"))
"""Story -> origin -> under which names it may be found."""
LISTED = {"origins.at_most": "might all differ: ", "origins.at_least": "cannot be the same: "}
"""Rule of a reason of an interval -> what stands before its voices."""


def drive_of(name: str) -> RecruitmentDrive:
    """The drive of a story that most of its true reports tell of."""
    readings, true = readings_of(name), set(truth_of(name)["main"]["reports"])
    given = {r.document.id: r.document.given_id for r in readings}
    return max(link(readings).drives, key=lambda drive: len({given[d] for d in drive.documents} & true))


def voices(drive: RecruitmentDrive, rule: str) -> list[str]:
    """The voices that make one end of an interval."""
    before = LISTED[rule]
    told = [r.detail for r in drive.origins.reasons if r.rule == rule]
    return [name for detail in told if detail.startswith(before) for name in detail.removeprefix(before).split("; ")]


def judged(name: str) -> tuple[list[str], list[str], list[str]]:
    """Of one story the origins that are not among the voices counted at most, the voices that are no origin, and the
    origins that are counted more than once."""
    origins, counted = ORIGINS[name], Counter[str]()
    none: list[str] = []
    for voice in voices(drive_of(name), "origins.at_most"):
        found = next((key for key, called in origins.items() if re.search(called, voice)), None)
        if found is None:
            none.append(voice)
        else:
            counted[found] += 1
    return [key for key in origins if not counted[key]], none, [key for key in counted if counted[key] > 1]


def totals(names: list[str]) -> dict[str, int]:
    """Over some stories: origins, how many of them are left out, voices that are none, origins counted twice."""
    every = [judged(name) for name in names]
    return {
        "origins": sum(len(ORIGINS[name]) for name in names),
        "left out": sum(len(missing) for missing, _, _ in every),
        "none": sum(len(none) for _, none, _ in every),
        "twice": sum(len(twice) for _, _, twice in every),
    }


def measure() -> dict[str, int]:
    """The sums over all stories that may be read."""
    return totals(sorted(ORIGINS))


if __name__ == "__main__":
    asked = sys.argv[1:] or sorted(ORIGINS)
    for story in asked:
        missing, none, twice = judged(story)
        print(f"{story}: left out {missing}; none {none}; twice {twice}", flush=True)
    print(totals(asked))
