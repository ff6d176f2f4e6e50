"""How long recruitment drives of a ledger take: the first time, again, and after one more document.

    python bench/drives.py 1000 10000
    python bench/drives.py --ledger case.db

Makes a ledger of so many made-up documents that tell of drives: 60 drives whose sizes follow Zipf's law, some 1,500
characters and three claims a document, voices of which few are in many documents and most in one. What documents tell
is written as relating writes it; relating itself is measured by `bench/relate.py`. Prints processor seconds of one
process; or does it with a ledger that there is, with all of its drives worked out anew.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from sayso.lexicon.countries import load_countries
from sayso.model import (
    Argument,
    Attribution,
    Claim,
    Document,
    Link,
    Mentions,
    Published,
    Reading,
    Span,
    Voice,
    digest,
    span_of,
)
from sayso.run.drives import current_drives, drive_rows
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.claims.outright import tellings
from sayso.stages.link.drives.reports import can_be_part, named_in_full, report_of, subject_of
from sayso.stages.link.voices.tellers import teller_of
from sayso.store import Ledger, driven
from sayso.store.driven import DriveRow
from sayso.views.desk.drives import drives_page

DRIVES, OUTLETS = 60, 400
OUTLET_WEIGHTS = list(accumulate(1 / (n + 3) for n in range(OUTLETS)))
FIRST = ("Ada", "Bela", "Cato", "Dora", "Edda", "Finn", "Gila", "Hugo", "Ilse", "Jona", "Kaya", "Leon", "Mona", "Nils")
ENDINGS = ("berg", "holm", "lund", "mark", "strand", "vik", "dal", "sund", "nes", "torp", "by", "rud", "stad", "mo")
FILLER = (
    "The road was wet and the market closed early, and nobody in the street wished to say how the winter would go. "
)
TOLD = (
    ("RECRUIT", "they took him in", "took"),
    ("OFFER", "they paid him", "paid"),
    ("KILL", "shells killed him", "killed"),
)


def readings(count: int, seed: int = 1) -> Iterator[Reading]:
    """So many documents, each about one of the drives."""
    chance = random.Random(seed)
    names = [c.name for code, c in sorted(load_countries().items()) if c.name.isalpha()][:DRIVES]
    sizes = list(accumulate(1 / (n + 2) for n in range(DRIVES)))
    for number in range(count):
        drive = chance.choices(range(DRIVES), cum_weights=sizes)[0]
        yield article(number, names[drive], "Russia" if drive % 3 else "Iran", drive, chance)


def article(number: int, people: str, side: str, drive: int, chance: random.Random) -> Reading:
    """One document with three claims by one or two voices."""
    voices = [f"{FIRST[v % 14]} {FIRST[v // 14 % 14]}{ENDINGS[v // 196 % 14]}" for v in drawn(drive, chance)]
    lines = [f"Men from {people} were recruited by {side} to fight for {side} in Ukraine, a note of {number} says."]
    lines += [FILLER * 3, f"The {side} army hires {people} nationals, and {people} has said nothing of it."]
    lines += [f"{voices[n % len(voices)]} said that {words}. {FILLER * 2}" for n, (_, words, _) in enumerate(TOLD)]
    start = date(2022, 1, 1) + timedelta(days=chance.randrange(1500))
    document = Document(
        id=f"doc-{digest([number])}",
        text="\n\n".join(lines),
        published=Published(start=start, end=start + timedelta(days=1), precision="day", basis="made up"),
        outlet=f"Outlet {chance.choices(range(OUTLETS), cum_weights=OUTLET_WEIGHTS)[0]}",
        language="en",
    )
    made = [claim(document, voices[n % len(voices)], *told) for n, told in enumerate(TOLD)]
    return Reading(
        document=document,
        mentions=Mentions(),
        attributions=tuple(attribution for _, attribution in made),
        claims=tuple(one for one, _ in made),
        read_by="bench",
    )


def drawn(drive: int, chance: random.Random) -> list[int]:
    """Numbers of voices: of a drive's own 2,700 by Zipf's law."""
    return [drive * 37 + int(2744 ** chance.random()) for _ in range(chance.randint(1, 2))]


def claim(of: Document, voice: str, event_type: str, words: str, trigger: str) -> tuple[Claim, Attribution]:
    """A claim that a person tells, and where the text says so."""
    content = at(of.text, of.text.index(f"{voice} said that {words}") + len(f"{voice} said that "), words)
    who = at(of.text, of.text.rindex(voice, 0, content.start), voice)
    him = at(of.text, content.start + words.index("him"), "him")
    key = digest([of.id, event_type])
    chain = (Link(name=voice, kind="named_person", span=who),)
    told = Attribution(
        id=f"a-{key}", source=(who,), cue=(who,), content=(content,), source_kind="named_person", speech="indirect",
        voice=Voice(name=voice, kind="named_person"), chain=chain, confidence=0.9,
    )  # fmt: skip
    role = {"RECRUIT": "recruit_pool", "OFFER": "recipient", "KILL": "victim"}[event_type]
    made = Claim(
        id=f"c-{key}", gist_id=f"g-{key}", event_type=event_type,
        trigger=at(of.text, content.start + words.index(trigger), trigger), content=content, sentence=content,
        attribution=told.id, chain=chain, arguments=(Argument(role=role, span=him, value="him"),),
        factuality="asserted", polarity="positive", confidence=0.9,
    )  # fmt: skip
    return made, told


def at(text: str, start: int, words: str) -> Span:
    """Words in their place."""
    return span_of(text, start, start + len(words))


def row_of(reading: Reading) -> Iterator[DriveRow]:
    """What a document tells, as relating keeps it."""
    attributions = {each.id: each for each in reading.attributions}
    document = reading.document
    gists = {each.id: gist_of(each, document.id) for each in reading.claims}
    tellers = {each.id: teller_of(each, reading, attributions, (), via=None, via_name=None) for each in reading.claims}
    said = tellings(reading.claims, gists)
    report = report_of(reading, gists, tellers.__getitem__, said)
    tells = any(map(can_be_part, reading.claims))
    subject = subject_of(document, said.values(), tells=tells, persons=named_in_full(reading))
    yield from drive_rows([document.id], {document.id: subject}, {document.id: report} if report else {})


def took(work: Callable[[], object]) -> float:
    """Processor seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def timed(ledger: Ledger, more: Reading | None = None) -> str:
    """A line on one ledger."""
    with ledger._write() as connection:
        connection.exec_driver_sql("DELETE FROM drive_made")
        connection.exec_driver_sql("INSERT OR IGNORE INTO drive_waiting VALUES ('')")
    first, again = took(lambda: current_drives(ledger)), took(lambda: current_drives(ledger))
    found = current_drives(ledger)
    most = found[0].reports if found else 0
    said = f"{ledger.ask(driven.telling):,} documents, {len(found)} drives, the largest of {most:,} reports: "
    said += f"first {first:.2f} s, again {again:.3f} s"
    if more is not None:
        put(ledger, more)
        with ledger._write() as connection:
            driven.put_rows(connection, row_of(more), anew=False)
        said += f", after one more document of drive {1 + by_size(ledger, more)} by size "
        said += f"{took(lambda: current_drives(ledger)):.2f} s"
    return said + f", a page of 20 {took(lambda: drives_page(ledger, limit=20, offset=0)):.2f} s"


def by_size(ledger: Ledger, more: Reading) -> int:
    """The place by size of the drive that a document is about."""
    people = more.document.text.split(" were ", 1)[0].removeprefix("Men from ")
    titles = [drive.title for drive in ledger.relations().drives]
    return next((n for n, title in enumerate(titles) if title.startswith(f"People of {people} ")), len(titles))


def put(ledger: Ledger, reading: Reading) -> None:
    """A document with its reading."""
    ledger.add(reading.document)
    ledger.put_reading(reading)


def made_up(documents: int) -> Iterator[str]:
    """The same for made-up documents, and one more of a large and one of a small drive."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
        for reading in readings(documents):
            put(ledger, reading)
        ledger.put_drive_rows(row for reading in readings(documents) for row in row_of(reading))
        chance = random.Random(2)
        names = [c.name for code, c in sorted(load_countries().items()) if c.name.isalpha()]
        for number, drive in enumerate((0, 40)):
            more = article(documents + number, names[drive], "Russia" if drive % 3 else "Iran", drive, chance)
            yield timed(ledger, more)


def main() -> None:
    """Measure each size, or the ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="DOCUMENTS")
    parser.add_argument("--ledger", type=Path, metavar="FILE")
    given = parser.parse_args()
    for size in given.sizes:
        for line in made_up(size):
            print(line, flush=True)
    if given.ledger:
        with Ledger.open(given.ledger, create=False) as ledger:
            print(timed(ledger))


if __name__ == "__main__":
    main()
