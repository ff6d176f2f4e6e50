"""Real articles on one event each: are the reports together, does the interval hold the origins, what drifted?

    python tests/quality/measure_real_stories.py                        # both parts
    python tests/quality/measure_real_stories.py --part tune --show     # with what is found, and what is missed

`real_stories.json` has eight stories of 9 to 20 articles from the dev parts of `fnc` and `ecbplus`. What is true of
them was set down from the articles on 2026-11-28, before they were run, by one reader; four, drawn by lot, are for
deciding: of these only totals are looked at. It holds no words of the articles, but ids and offsets in their text:

- `main`: where each report tells the main thing, how many independent origins that has at least and at most, and
  which ones they are;
- `drifts`: what a follower says otherwise than the article that it retells (numbers, bounds, hedges, voices);
- `contradictions`: articles of which one from each side cannot both be true.

The corpora give neither days nor outlets: the order of days is set by what the articles tell of one another and of
the day, an outlet is named where its article shows which one it is, and has a name of its own otherwise. The
proposition measured is the one with most reports of the main thing. `holds` counts intervals that hold the true one,
`narrow` those of them that are at most 2 wider; `apart` are reports outside the proposition.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sayso.model import Change, Claim, Contradiction, Proposition, Reading, Relations
from sayso.pipeline import read, relate
from sayso.settings import Settings
from sayso.stages.ingest import from_record
from sayso.tools import Tools, load_tools
from shared import shared

TRUTH = Path(__file__).with_name("real_stories.json")
Row = dict[str, Any]
WIDER = 2
"""By how much an interval may be wider than the true one and still be narrow: what a reader can use."""


def truths(part: str | None = None) -> list[Row]:
    """What is true of each story, of one part or all."""
    held: list[Row] = json.loads(TRUTH.read_text(encoding="utf-8"))
    return [row for row in held if part is None or row["part"] == part]


@lru_cache(maxsize=2)
def corpus(name: str) -> dict[str, str]:
    """The texts of a corpus by id."""
    lines = shared(f"corpora/{name}/dev.jsonl").read_text(encoding="utf-8").split("\n")
    return {row["id"]: row["text"] for row in map(json.loads, filter(str.strip, lines))}


class Story:
    """A story's articles as read, what is found between them, and the truth."""

    def __init__(self, truth: Row, tools: Tools) -> None:
        self.truth = truth
        self.readings: dict[str, Reading] = {}
        for given in truth["articles"]:
            outlet = truth["outlets"].get(given, f"Outlet {given}")
            day = date.fromisoformat(truth["published"]) + timedelta(days=truth["days_later"].get(given, 0))
            text = corpus(truth["corpus"])[given]
            record = {"id": given, "text": text, "published": day.isoformat(), "outlet": outlet}
            self.readings[given] = read(from_record(record)[0], tools)
        self.relations: Relations = relate(tuple(self.readings.values()))
        self.given = {reading.document.id: given for given, reading in self.readings.items()}
        self.claims: dict[str, Claim] = {c.id: c for r in self.readings.values() for c in r.claims}
        self.article = {c.id: given for given, r in self.readings.items() for c in r.claims}

    def reports_in(self, proposition: Proposition) -> set[str]:
        """The reports of the main thing whose words for it are a claim of a proposition."""
        found = set()
        for claim in proposition.claims:
            given, trigger = self.article[claim], self.claims[claim].trigger
            places = self.truth["main"]["reports"].get(given, ())
            if any(trigger.start < end and start < trigger.end for start, end in places):
                found.add(given)
        return found

    def main(self) -> Proposition | None:
        """The proposition with most reports of the main thing, if two are together."""
        best = max(self.relations.propositions, key=lambda p: (len(self.reports_in(p)), len(p.documents)), default=None)
        return best if best is not None and len(self.reports_in(best)) > 1 else None

    def drift_of(self, change: Change) -> int | None:
        """Which true drift a change is, if any."""
        for number, drift in enumerate(self.truth["drifts"]):
            met = change.now.start < drift["end"] and drift["start"] < change.now.end
            if met and self.given[change.child] == drift["child"]:
                return number
        return None

    def shown(self) -> list[Contradiction]:
        """The contradictions of propositions and drives, without updates."""
        found = [c for p in self.relations.propositions for c in p.contradictions]
        found += [c for d in self.relations.drives for c in d.contradictions]
        return [c for c in dict.fromkeys(found) if c.difference != "update"]

    def contradiction_of(self, shown: Contradiction) -> int | None:
        """Which true contradiction is shown, if any."""
        a, b = self.article[shown.left], self.article[shown.right]
        for number, true in enumerate(self.truth["contradictions"]):
            if (a in true["left"] and b in true["right"]) or (b in true["left"] and a in true["right"]):
                return number
        return None

    def score(self) -> dict[str, int]:
        """What is right of this story."""
        main, true = self.main(), self.truth["main"]
        count = main.origins if main else None
        drifts = [self.drift_of(change) for change in self.relations.changes]
        contradictions = [self.contradiction_of(each) for each in self.shown()]
        holds = count is not None and count.at_least <= true["low"] and count.at_most >= true["high"]
        width = count.at_most - count.at_least if count else 0
        return {
            "stories": 1,
            "holds": int(holds),
            "narrow": int(holds and width <= true["high"] - true["low"] + WIDER),
            "reports": len(true["reports"]),
            "together": len(self.reports_in(main)) if main else 0,
            "drifts": len(self.truth["drifts"]),
            "drifts found": len(set(drifts) - {None}),
            "changes shown": len(drifts),
            "contradictions": len(self.truth["contradictions"]),
            "contradictions found": len(set(contradictions) - {None}),
            "contradictions shown": len(contradictions),
        }


def stories(part: str | None = None, tools: Tools | None = None) -> Iterator[Story]:
    """The stories of one part or all, read and related one by one."""
    held = tools or load_tools(Settings())
    for truth in truths(part):
        yield Story(truth, held)


def summed(told: list[Story]) -> dict[str, dict[str, int]]:
    """Totals by part."""
    found: dict[str, dict[str, int]] = {}
    for story in told:
        total = found.setdefault(story.truth["part"], {})
        for name, value in story.score().items():
            total[name] = total.get(name, 0) + value
    return found


def measure() -> dict[str, dict[str, int]]:
    return summed(list(stories()))


def words(story: Story, claim: str) -> str:
    """A claim's sentence, after its article's id."""
    return f"{story.article[claim]}: {' '.join(story.claims[claim].sentence.text.split())}"


def lines(story: Story) -> Iterator[str]:
    """What is found of a story, to be read."""
    true, main = story.truth["main"], story.main()
    yield f"== {story.truth['name']} {story.score()}"
    if main:
        voices = {o.id: o for o in story.relations.origins}
        yield f"main: {main.title} {main.origins.at_least} to {main.origins.at_most}; {true['low']} to {true['high']}"
        yield from (f"   {voices[o].kind}: {voices[o].name}" for o in main.origin_ids if o in voices)
        yield f"   apart: {sorted(set(true['reports']) - story.reports_in(main))}"
    for change in story.relations.changes:
        ids = (story.given[change.parent], story.given[change.child])
        yield f"change {story.drift_of(change)} {change.what} {change.reasons[0].rule} {ids}"
        yield f"   [{change.was.text}] -> [{change.now.text}]"
    for each in story.shown():
        yield f"contradiction {story.contradiction_of(each)} {each.about} {each.difference}"
        yield from (f"   {words(story, claim)}" for claim in (each.left, each.right))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tune", "decide"))
    parser.add_argument("--show", action="store_true", help="print what is found of the stories of the tuning part")
    options = parser.parse_args()
    told = list(stories(options.part))
    for story in told:
        if options.show and story.truth["part"] == "tune":
            print("\n".join(lines(story)), end="\n\n")
    for part, total in summed(told).items():
        print(part, *(f"{name} {value};" for name, value in total.items()))


if __name__ == "__main__":
    main()
