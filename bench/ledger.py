"""How long the ledger takes to answer, on 100,000 claims.

    python bench/ledger.py [--claims 100000] [--keep FILE]

Builds a ledger of made-up readings, then asks each question of the command line five times, and prints JSON: the
median seconds of each, the claims written a second, and the size of the file. With `--keep` the ledger stays, and the
commands themselves can be timed on it.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sayso.model import (
    Argument,
    Attribution,
    Block,
    Claim,
    Document,
    Link,
    Mentions,
    Period,
    Place,
    Published,
    Quantity,
    Reading,
    Reason,
    Span,
    Voice,
    digest,
)  # fmt: skip
from sayso.store import ClaimFilter, Ledger

TYPES = ("RECRUIT", "OFFER", "MOVE", "TRAIN", "PAY", "FORBID", "FIGHT", "AID")
ACTORS = tuple(
    f"{name} {sort}" for name in ("Wagner", "Northern", "Example", "Border") for sort in ("Group", "Corps", "Unit")
)
PLACES = (("Iran", "IR"), ("Mashhad", "IR"), ("Rostov", "RU"), ("Kabul", "AF"), ("Osh", "KG"), ("Donetsk", "UA"))
CLAIMS = 50
"""Claims a document."""


def reading(number: int, chance: random.Random) -> Reading:
    """A made-up document with its claims, each with two arguments, a figure, a place and a source."""
    sentences = [sentence(chance) for _ in range(CLAIMS)]
    text = " ".join(sentences)
    day = date(2022, 1, 1) + timedelta(days=number % 365)
    document = Document(
        id="doc-" + digest(number),
        title=f"Report {number}",
        outlet=f"Outlet {number % 200}",
        published=Published(start=day, end=day + timedelta(days=1), precision="day", basis="given"),
        language="en",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )
    made = [claim(document, n, at, sentences[n], day, chance) for n, at in enumerate(starts(sentences))]
    return Reading(
        document=document,
        sentences=tuple(one.sentence for one, _ in made),
        attributions=tuple(attribution for _, attribution in made),
        mentions=Mentions(),
        claims=tuple(one for one, _ in made),
        read_by="bench",
    )


def sentence(chance: random.Random) -> str:
    """A sentence with a source, an actor, a figure and a place."""
    return (
        f"Officer {chance.randrange(5000)} said that {chance.choice(ACTORS)} recruited {chance.randrange(9, 9999)} men "
        f"in {chance.choice(PLACES)[0]}."
    )


def starts(sentences: list[str]) -> Iterator[int]:
    """Where each sentence starts in the text."""
    at = 0
    for words in sentences:
        yield at
        at += len(words) + 1


def claim(
    document: Document, n: int, at: int, words: str, day: date, chance: random.Random
) -> tuple[Claim, Attribution]:
    """A claim and the attribution that it stands in."""

    def span(part: str) -> Span:
        start = at + words.index(part)
        return Span(start=start, end=start + len(part), text=part)

    source, actor = words.split(" said")[0], words.split("that ")[1].split(" recruited")[0]
    figure, place = words.split("recruited ")[1].split(" in ")
    name, country = next(known for known in PLACES if known[0] == place.rstrip("."))
    why = (Reason(rule="bench.made_up", detail="drawn by lot", spans=(span("recruited"),), score=0.5),)
    content = span(words.split("that ")[1].rstrip("."))
    link = Link(name=source, kind="named_person", span=span(source))
    attribution = Attribution(
        id="a-" + digest([document.id, n]), source=(span(source),), cue=(span("said"),), content=(content,),
        source_kind="named_person", speech="indirect", voice=Voice(name=source, kind="named_person"), chain=(link,),
        confidence=0.8, reasons=why,
    )  # fmt: skip
    amount = float(figure.split()[0])
    made = Claim(
        id="c-" + digest([document.id, n]), gist_id="g-" + digest([actor, amount]), event_type=chance.choice(TYPES),
        trigger=span("recruited"), content=content, sentence=span(words), attribution=attribution.id, chain=(link,),
        arguments=(
            Argument(role="recruiter", span=span(actor), entity=actor.lower().replace(" ", "-"), value=actor),
            Argument(role="recruit_pool", span=span("men")),
        ),
        quantities=(Quantity(low=amount, high=amount, unit="man", span=span(figure)),),
        places=(Place(span=span(name), name=name, country=country, role="location"),),
        period=Period(start=day - timedelta(days=30), end=day, precision="month", basis="stated"),
        factuality=chance.choice(("asserted", "possible", "planned", "negated")), polarity="positive", confidence=0.7,
        reasons=why,
    )  # fmt: skip
    return made, attribution


def build(path: Path, claims: int) -> tuple[float, Reading]:
    """Fill a ledger; seconds that it took, and one of the readings."""
    chance = random.Random(1)
    start = time.perf_counter()
    with Ledger.open(path) as ledger:
        for number in range(claims // CLAIMS):
            made = reading(number, chance)
            ledger.add(made.document)
            ledger.put_reading(made)
    return time.perf_counter() - start, made


def questions(ledger: Ledger, made: Reading) -> dict[str, Callable[[], Any]]:
    """What the command line asks, by name."""
    filters = {
        "claims": ClaimFilter(),
        "claims --type": ClaimFilter(event_type="RECRUIT"),
        "claims --actor": ClaimFilter(actor="wagner"),
        "claims --place": ClaimFilter(place="Mashhad"),
        "claims --place IR": ClaimFilter(place="IR"),
        "claims --period": ClaimFilter(since=date(2022, 9, 1), until=date(2022, 10, 1)),
        "claims --source": ClaimFilter(source="officer 77"),
        "claims --outlet": ClaimFilter(outlet="outlet 7"),
        "claims --factuality": ClaimFilter(factuality="planned"),
        "claims --text": ClaimFilter(text="wagner recruited mashhad"),
        "claims, all filters": ClaimFilter(
            event_type="RECRUIT", actor="wagner", place="IR", source="officer", factuality="planned", text="recruited"
        ),
        "claims, last page": ClaimFilter(offset=ledger.count_claims() - 50),
    }

    def list_and_count(wanted: ClaimFilter) -> Callable[[], Any]:
        return lambda: (ledger.count_claims(wanted), ledger.claims(wanted))

    asked: dict[str, Callable[[], Any]] = {name: list_and_count(wanted) for name, wanted in filters.items()}
    asked["sources"] = ledger.sources
    asked["sources --name"] = lambda: ledger.sources(name="officer 77")
    asked["sources --outlet"] = lambda: ledger.sources(outlet="outlet 7")
    asked["show claim"] = lambda: ledger.show(made.claims[0].id)
    asked["show claim by its beginning"] = lambda: ledger.show(made.claims[0].id[:12])
    asked["show document"] = lambda: ledger.show(made.document.id)
    asked["one reading"] = lambda: ledger.reading(made.document.id)
    asked["the same reading again"] = lambda: ledger.put_reading(made)
    asked["a changed reading"] = lambda: ledger.put_reading(replace(made, read_by=str(time.perf_counter())))
    return asked


def timed(function: Callable[[], Any], rounds: int = 5) -> float:
    """Median seconds of some calls."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "bench.db"
        seconds, made = build(path, given.claims)
        with Ledger.open(path) as ledger:
            answers = {name: round(timed(ask), 4) for name, ask in questions(ledger, made).items()}
        size = path.stat().st_size
    figures = {
        "claims": given.claims,
        "claims written a second": round(given.claims / seconds),
        "megabytes": round(size / 1e6, 1),
        "seconds": answers,
        "slowest": max(answers, key=lambda name: answers[name]),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
