"""Small cases of our own: two or three short articles on one drive, and how many voices a careful reader counts."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.model import Reading, RecruitmentDrive
from sayso.pipeline import read
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.stages.link import link
from sayso.tools import load_tools

CASES = Path(__file__).parent / "cases.txt"
CASE = re.compile(r"^## (\d+) (\S+) \| (\d+)(?:-(\d+))?$", re.M)
ARTICLE = re.compile(r"^@ (.+) \| (\d{4}-\d\d-\d\d)$", re.M)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One case: `low` and `high` bound the true number of voices; `lines` is its articles as JSON Lines."""

    number: int
    name: str
    low: int
    high: int
    lines: str

    @property
    def is_read(self) -> bool:
        """Whether its result may be looked at while rules are made; of the others only totals are."""
        return self.number % 2 == 1


def cases() -> Iterator[Case]:
    """All cases of the file, in its order."""
    heads = list(CASE.finditer(text := CASES.read_text(encoding="utf-8")))
    for head, after in zip(heads, [*[h.start() for h in heads[1:]], len(text)], strict=True):
        number, name, low, high = head.groups()
        yield Case(
            number=int(number),
            name=name,
            low=int(low),
            high=int(high or low),
            lines="\n".join(_articles(number, text[head.end() : after])),
        )


def _articles(number: str, text: str) -> Iterator[str]:
    parts = ARTICLE.split(text)[1:]
    for i in range(0, len(parts), 3):
        outlet, published, body = parts[i : i + 3]
        yield json.dumps({"id": f"{number}.{i // 3}", "outlet": outlet, "published": published, "text": body.strip()})


@lru_cache(maxsize=128)
def drive_of(case: Case) -> RecruitmentDrive | None:
    """The drive of most documents that is made of a case; None where there is none."""
    tools = load_tools(Settings())
    documents = ingest(case.lines.encode(), name=f"{case.name}.jsonl", max_bytes=10**6).documents
    readings: list[Reading] = [read(d, tools) for d, _ in documents]
    return max(link(readings).drives, key=lambda d: len(d.documents), default=None)


def is_held(case: Case) -> bool:
    """Whether the interval of the drive holds the true number and is at most one wider than the truth."""
    drive = drive_of(case)
    if drive is None:
        return False
    found = drive.origins
    return (
        found.at_least <= case.low
        and found.at_most >= case.high
        and found.at_most - found.at_least <= case.high - case.low + 1
    )
