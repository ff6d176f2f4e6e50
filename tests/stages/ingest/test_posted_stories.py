"""Two stories' articles as they might have come by mail: how many keep their outlet, day and headline."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from html import escape
from pathlib import Path

import pytest

from sayso.stages.ingest import ingest

STORIES = Path(__file__).parents[1] / "link" / "stories"
PERSON, SENT = "Anna Holt <anna.holt@gmail.com>", "Mon, 10 Jun 2030 18:00:00 +0200"
FLOORS = {"outlet": 0.94, "published": 1.0, "title": 0.98, "no person": 1.0}


def articles() -> Iterator[dict[str, str]]:
    for name in ("keralites", "cameroonians"):
        for line in (STORIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def letter(sender: str, subject: str, sent: str, text: str, kind: str = "plain") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, "desk@ngo.example", subject, sent
    made["Message-ID"] = "<1@x.example>"
    made.set_content(text, subtype=kind)
    return made.as_bytes()


def posted(article: dict[str, str]) -> Iterator[bytes]:
    """A newsletter; an article pasted as text and as HTML; one that three mail programs forwarded."""
    title, outlet, day = article["title"], article["outlet"], date.fromisoformat(article["published"])
    body = article["text"].removeprefix(title).lstrip("\n")
    host = "".join(c for c in outlet.lower().removeprefix("the ") if c.isalnum())[:20] + ".example"
    sender = f'"{outlet}" <news@{host}>'
    quoted = f"From: {outlet} <news@{host}>\n{{day}}: {day:%d %B %Y} 09:15\nTo: Anna Holt\nSubject: {title}\n\n{body}"
    pasted = f"{title}\n\n{outlet}\n{day:%d %B %Y}\n\n{body}"
    shown = "".join(f"<div>{escape(line) or '<br>'}</div>" for line in pasted.split("\n"))
    yield letter(sender, title, f"{day:%a, %d %b %Y} 09:15:00 +0000", body)
    yield letter(PERSON, "For the file", SENT, f"Hi all,\n\nfor our file.\n\n{pasted}\n\nBest,\nAnna\n")
    yield letter(
        PERSON, "For the file", SENT, f"<div>Hi all, for our file:</div><br>{shown}<p>Best,<br>Anna</p>", "html"
    )
    forwarded = "---------- Forwarded message ---------\n" + quoted.format(day="Date")
    yield letter(PERSON, f"Fwd: {title}", SENT, f"Have a look.\n\n{forwarded}")
    yield letter(PERSON, f"FW: {title}", SENT, f"FYI\n\n{'_' * 32}\n{quoted.format(day='Sent')}")
    marked = "".join(f"> {line}\n" for line in quoted.format(day="Date").split("\n"))
    yield letter(PERSON, f"Fwd: {title}", SENT, f"FYI\n\nBegin forwarded message:\n\n{marked}")


@pytest.fixture(scope="module")
def kept() -> Counter[str]:
    found: Counter[str] = Counter()
    for article in articles():
        for data in posted(article):
            document = ingest(data, name="a.eml", max_bytes=1 << 20).documents[0][0]
            found["all"] += 1
            found["outlet"] += bool(document.outlet and article["outlet"].startswith(document.outlet))
            found["title"] += document.title == article["title"]
            day = document.published.start.isoformat() if document.published else None
            found["published"] += day == article["published"]
            found["no person"] += "Anna" not in f"{document.outlet} {document.byline}"
    print(dict(found))
    return found


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_most_articles_that_come_by_mail_keep_what_a_record_says_in_fields(kept: Counter[str], field: str) -> None:
    assert kept[field] >= FLOORS[field] * kept["all"]
