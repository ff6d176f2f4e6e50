"""Two stories' articles as they might have been pasted: how many keep their outlet, day and headline."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sayso.stages.ingest import ingest
from sayso.stages.ingest.dates import MONTHS

STORIES = Path(__file__).parents[1] / "link" / "stories"
FORMS = (
    "{title}\n\nBy Mary Okello | {outlet} | {day} {month} {year} | 10:32\n\n{body}",
    "{outlet}\n\n{title}\n\nPublished {day} {mon} {year}\n\n{body}",
    "{title}\n\n{outlet}\n{weekday} {day} {mon} {year} 18.01 BST\n\n{body}",
    "{title}\nMary Okello\n{outlet}\n{day} {month} {year}\n\n{body}",
    "{outlet}, {day} {month} {year}\n\n{title}\n\n{body}",
    "{title}\n\nBy Mary Okello, {outlet}\n{month} {day}, {year} at 10:32 AM EDT\n\n{body}",
    "{title} | {outlet}\n\nPublished: {mon} {day}, {year}, 10:32 IST | Updated: {mon} 28, {year}, 09:00 IST\n\n{body}",
    "{title} - {outlet}\n{day} {month} {year}\n\n{body}",
    "{outlet}\n{month} {day}, {year}\n{title}\n\n{body}",
    "{day} {mon} {year}\n{outlet}\n{title}\n{body}",
    "{title}\n({outlet}, {day:02}.{number:02}.{year})\n\n{body}",
    "{title}\nBy Mary Okello - {outlet} - {mon} {day}, {year}\n\n{body}",
    "{title}\n{outlet} / {weekday}, {month} {day}, {year}\n\n{body}",
    "{outlet}\n{title}\nMary Okello\nPUBLISHED: {day} {mon} {year} AT 10:32\nUPDATED: {day} {mon} 2026\n{body}",
    "Title: {title}\nOutlet: {outlet}\nDate: {iso}\n\n{body}",
    "Source: {outlet}\nPublished: {day} {month} {year}\nAuthor: Mary Okello\n\n{title}\n\n{body}",
    "# {title}\n\n*{outlet}, {month} {day}, {year}*\n\n{body}",
    "{title}\n\n{day} {month} {year}\n\n{body}\n\n© {year} {outlet}. All rights reserved.",
    "{title}\n\n{body}\n\n{outlet}, {day} {month} {year}",
    "Skip to main content\nHome\nWorld\n{outlet}\n{title}\nBy Mary Okello\n{day} {month} {year}, 10:32\nShare\n{body}",
    "{title}\n{outlet}\n{iso}T10:32:00Z\n\n{body}",
    "{outlet}\n\n{title}\n\nPosted on {month} {day}, {year} by admin\n\n{body}",
    "{title}\n\n{day} {month} {year} ({outlet})\n\n{body}",
    "{outlet} · {mon} {day}, {year}\n{title}\n\n{body}",
    "https://varn.example/{year}/{number:02}/{day:02}/a\n\n{title}\n\n{body}\n\n© {outlet}",
)
FLOORS = {"outlet": 23.0, "published": 24.3, "title": 24.3}
"""Of the 25 forms, how many keep it, in the mean over the articles."""


def articles() -> Iterator[dict[str, str]]:
    for name in ("keralites", "sudanese"):
        for line in (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def pasted(article: dict[str, str]) -> Iterator[str]:
    day = date.fromisoformat(article["published"])
    names = [name for name in MONTHS if MONTHS[name] == day.month and name.isascii()]
    month = max(names, key=len).title()
    body = article["text"].removeprefix(article["title"]).lstrip("\n")
    for form in FORMS:
        yield form.format(
            title=article["title"], outlet=article["outlet"], body=body, day=day.day, month=month, mon=month[:3],
            number=day.month, year=day.year, iso=day.isoformat(), weekday=f"{day:%a}",
        )  # fmt: skip


@pytest.fixture(scope="module")
def kept() -> Counter[str]:
    found: Counter[str] = Counter()
    for article in articles():
        town = article["outlet"].split(",")[0].split(" (")[0]
        for text in pasted(article):
            document = ingest(text.encode(), name="a.txt", max_bytes=1 << 20).documents[0][0]
            found["all"] += 1
            found["outlet"] += bool(document.outlet and document.outlet.startswith(town))
            found["title"] += document.title == article["title"]
            day = document.published.start.isoformat() if document.published else None
            found["published"] += day == article["published"]
            found["wrong outlet"] += bool(document.outlet and not document.outlet.startswith(town))
            found["wrong day"] += day not in (None, article["published"])
    print(dict(found))
    return found


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_most_pasted_articles_keep_what_a_record_says_in_fields(kept: Counter[str], field: str) -> None:
    assert kept[field] >= FLOORS[field] * kept["all"] / len(FORMS)


def test_hardly_any_takes_another_name_or_day(kept: Counter[str]) -> None:
    assert kept["wrong outlet"] <= 0.02 * kept["all"]
    assert kept["wrong day"] <= 0.002 * kept["all"]
