"""Recruitment drives that each article gives by itself, on the stories of the tests and on real text.

    python tests/quality/measure_drives.py                      # the stories: right, other and none
    python tests/quality/measure_drives.py --corpora            # dev text: every drive, to be read
    python tests/quality/measure_drives.py --corpora --show     # with the sentences that it rests on

A drive of a story is right where its people and side are those of the story. Of dev text only articles with a word of
taking people are read: no other one can tell of a drive by the words of an article.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.model import Reading
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.stages.link import link
from sayso.stages.link.claims.article import TAKING
from sayso.tools import Tools, load_tools

STORIES = Path(__file__).parents[1] / "stages/link/stories"
CORPORA = Path(__file__).parents[3] / "shared/corpora"
READ = ("timelines", "wikievents", "fnc", "re3d", "polnear", "reprints", "ecbplus", "plv")
PARTS = ("dev.jsonl", "dev.jsonl.gz", "train.jsonl.gz")
TRUE = {
    "afghans": {"AF>RU"}, "bangladeshis": {"BD>RU"}, "cameroonians": {"CM>RU"}, "colombians": {"CO>SD", "CO>AE"},
    "cubans": {"CU>RU"}, "hazaras": {"AF>IR", "AF>SY"}, "indians": {"IN>RU"}, "iraqis": {"IQ>RU"}, "kenyans": {"KE>RU"},
    "nepalis": {"NP>RU"}, "southafricans": {"ZA>RU"}, "srilankans": {"LK>RU"}, "syrians": {"SY>TR", "SY>AZ"},
    "togolese": {"TG>RU"}, "yemenis": {"YE>RU"},
}  # fmt: skip
"""Story -> its drives, by either name for the side; not of the stories that nobody is to read but for their totals."""


def measure() -> dict[str, Any]:
    """Of the articles of the stories that were read, how many give their story's drive alone, another one, or none."""
    tools = load_tools(Settings())
    total: Counter[str] = Counter({"articles": 0, "right": 0, "other": 0, "none": 0})
    for name, right in TRUE.items():
        for reading in readings((STORIES / f"{name}.jsonl").read_bytes(), tools):
            drives = drives_of(reading)
            total.update({"articles": 1, "right": bool(drives & right), "none": not drives})
            total["other"] += len(drives - right)
    return {"Drives of one article alone": dict(total)}


def corpora(tools: Tools, *, show: bool) -> None:
    """Every drive that an article of dev text gives."""
    for name in READ:
        texts = list(texts_of(name))
        telling = [(id_, text) for id_, text in texts if TAKING.search(text)]
        print(f"{name}: {len(texts)} texts, {len(telling)} with a word of taking people")
        for id_, text in telling:
            line = json.dumps({"id": f"{name}/{id_}", "outlet": name, "text": text}).encode()
            for reading in readings(line, tools):
                for drive in link([reading]).drives:
                    print(f"  {drive.people}>{drive.side}  {name}/{id_}")
                    held = {claim.id: claim for claim in reading.claims}
                    told = (held[claim] for voice in drive.voices for claim in voice.claims)
                    for claim in told if show else ():
                        print(f"      {claim.event_type} {' '.join(claim.sentence.text.split())[:200]}")


def drives_of(reading: Reading) -> set[str]:
    """People and side of each drive of one article."""
    return {f"{drive.people}>{drive.side}" for drive in link([reading]).drives}


def readings(content: bytes, tools: Tools) -> Iterator[Reading]:
    """The articles of JSON Lines, read."""
    for document, _ in ingest(content, name="a.jsonl", max_bytes=10**8).documents:
        yield read(document, tools)


def texts_of(name: str) -> Iterator[tuple[str, str]]:
    """Id and text of each article of a corpus."""
    for path in (CORPORA / name / part for part in PARTS):
        if path.exists():
            lines = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for number, line in enumerate(lines.decode().splitlines()):
                row = json.loads(line)
                yield str(row.get("id", number)), row.get("text") or ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    if asked.corpora:
        corpora(load_tools(Settings()), show=asked.show)
    else:
        print(json.dumps(measure(), indent=1))
