"""Changes that Sayso finds from article to article of real stories, printed with both sentences to be read by hand.

    python tests/quality/read_changes.py --folder 1 --readings /tmp/one.pickle
    python tests/quality/read_changes.py --folder 1 --readings /tmp/one.pickle --every --most 40

A folder is drawn from the dev parts of three corpora: eight articles of each of seven claims of `fnc`, seven of each
of six events of `ecbplus`, sixteen notes of each of four months of `timelines`, forty articles of `polnear`;
`--folder` is the seed. Articles without a day get one each, in the order of their ids. All but the last name no
outlets, so few derivations are found: `--every` takes each two articles of one story for source and follower, which
is harder than what a ledger asks, as most of them are no retellings; then the sentences alone can tell. Changes of
near-verbatim copies (`changes.aligned`) are left out. A change is true only if the second sentence retells what the
first one tells, of the same thing, time and voice, and says it otherwise. `--most` draws that many at random. The
output is for the eyes of whoever reads: text of the corpora is not kept in the repository.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from read_propositions import files_of, readings_of, rows_of, story_of

from sayso.model import Change, Document, Reading, Span
from sayso.pipeline import relate
from sayso.stages.ingest import from_record
from sayso.stages.link.retellings.guards import is_sound
from sayso.stages.link.retellings.made import made_of

SIZES = {"fnc": (7, 8), "ecbplus": (6, 7), "timelines": (4, 16), "polnear": (1, 40)}
"""Stories of each corpus in a folder, and articles of each."""
FIRST = date(2015, 1, 1)
"""Day of the first article of a story that gives none."""
Found = tuple[Change, Reading, Reading]


def name_of(corpus: str, row: dict[str, Any]) -> str:
    """What articles of one story have in common."""
    if corpus == "polnear":
        return corpus  # one campaign
    return str(row["subtopic"]) if corpus == "ecbplus" else story_of(corpus, row)


def drawn(seed: int) -> Iterator[tuple[str, Document]]:
    """The articles of a folder, each with the name of its story."""
    for corpus, (stories, each) in SIZES.items():
        told: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows_of(corpus):
            told[name_of(corpus, row)].append(row)
        draw = random.Random(f"changes {corpus} {seed}")
        large = sorted(story for story, rows in told.items() if len(rows) >= each)
        for story in draw.sample(large, min(stories, len(large))):
            rows = sorted(draw.sample(told[story], each), key=lambda row: (row.get("date") or "", row["id"]))
            for number, row in enumerate(rows):
                day = str(row.get("date") or FIRST + timedelta(days=number))[:10]
                record = {"id": row["id"], "text": row["text"], "published": day, "outlet": row.get("publisher")}
                yield story, from_record(record)[0]


def of_relations(readings: Sequence[Reading]) -> Iterator[Found]:
    """The changes that a ledger of these shows, without those of copies."""
    by_id = {reading.document.id: reading for reading in readings}
    for change in relate(readings).changes:
        if change.reasons[0].rule != "changes.aligned":
            yield change, by_id[change.parent], by_id[change.child]


def of_every_pair(readings: Sequence[Reading], stories: dict[str, str]) -> Iterator[Found]:
    """What would be shown if each two articles of one story were source and follower."""
    told: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        told[stories[reading.document.id]].append(reading)
    for those in told.values():
        for parent, child in combinations(those, 2):
            for change in made_of(parent, child):
                if is_sound(change, parent, child, credited=False, whole=False):
                    yield change, parent, child


def printed(number: int, found: Found) -> str:
    """A change with the sentences of both sides, the words that differ in brackets."""
    change, parent, child = found
    lines = [f"{number}. {change.what} [{change.reasons[0].rule}] {change.reasons[0].detail}"]
    for reading, span in ((parent, change.was), (child, change.now)):
        name = reading.document.given_id or reading.document.title or reading.document.id
        lines.append(f"   {name}: {' '.join(marked(reading, span).split())}")
    return "\n".join(lines)


def marked(reading: Reading, span: Span) -> str:
    """The sentences in which a span stands, with it in brackets."""
    text = reading.document.text
    around = [s for s in reading.sentences if s.start < span.end and span.start < s.end]
    start = min((s.start for s in around), default=max(span.start - 90, 0))
    end = max((s.end for s in around), default=span.end + 90)
    return f"{text[start : span.start]}[{text[span.start : span.end]}]{text[span.end : end]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=int, default=1, help="seed of the draw")
    parser.add_argument("--articles", type=Path, help="a folder of files to read instead")
    parser.add_argument("--readings", type=Path, help="file to keep what was read in, or to take it from")
    parser.add_argument("--every", action="store_true", help="take each two articles of one story for a retelling")
    parser.add_argument("--most", type=int, help="how many to draw; all without it")
    options = parser.parse_args()
    pairs = [("", d) for d in files_of(options.articles)] if options.articles else list(drawn(options.folder))
    readings = readings_of((document for _, document in pairs), options.readings)
    stories = {document.id: story for story, document in pairs}
    found = list(of_every_pair(readings, stories) if options.every else of_relations(readings))
    print(f"{len(found)} changes in {len(readings)} articles", file=sys.stderr)
    if options.most is not None and options.most < len(found):
        found = random.Random(options.folder).sample(found, options.most)
    print("\n".join(printed(number, each) for number, each in enumerate(found, 1)))


if __name__ == "__main__":
    main()
