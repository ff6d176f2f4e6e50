"""How long one long document takes, read and related, over bare spaCy parsing of the same text, and how that grows.

    python bench/long.py [25000 50000 100000 200000]

Two texts of each size (code points), both of words drawn by lot: one in which every sentence is another and most
persons speak once, and one paragraph over and over. Prints one line of JSON for each: claims, processor seconds of the
parse, of reading and of relating, the two as a share of the parse, and the exponent with which reading and relating
together grow from the size before (1 is linear, 2 quadratic).
"""

import argparse
import json
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parent))

from stories import world

from sayso import pipeline
from sayso.model import Block, Document, digest
from sayso.run.collecting import uncollected
from sayso.settings import Settings
from sayso.tools import load_tools

T = TypeVar("T")
PEOPLE = ("men from Herat", "200 Nepali men", "dozens of Cuban workers", "students from Kenya", "300 Syrians")
SAID = ("said that Russia recruited", "told reporters that Iran offered to pay", "denied that Moscow sent",
        "said that the Wagner Group had trained", "claimed that a broker hired")  # fmt: skip
REST = ("to fight in Ukraine", "in March 2023", "for $2,000 a month", "through a channel on Telegram", "near Tehran")
TRADES = ("teacher", "officer", "recruit", "driver", "lawmaker")


def sentences(seed: int = 5) -> Iterator[str]:
    """Sentences without end: who says what of whom, and one beside it that says nothing."""
    chance, here = random.Random(seed), world(7)
    while True:
        who = f"{here.persons.draw(chance)[0]}, a {chance.choice(TRADES)},"
        what = f"{chance.choice(SAID)} {chance.choice(PEOPLE)} {chance.choice(REST)}"
        beside = " ".join(here.words.draw(chance, 12)).capitalize()
        yield f"{who} {what} in {here.places.draw(chance)[0]}. {beside}. "


def texts(size: int) -> dict[str, str]:
    """A text of own sentences in paragraphs of five, and one of a single paragraph over and over."""
    made, parts, length = sentences(), [], 0
    while length < size:
        parts.append("".join(next(made) for _ in range(5)).strip() + "\n\n")
        length += len(parts[-1])
    own = "".join(parts)[:size]
    return {"own sentences": own, "one paragraph": (parts[0] * (size // len(parts[0]) + 1))[:size]}


def took(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds, and what was made."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def main() -> None:
    """Measure each size, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[25_000, 50_000, 100_000, 200_000])
    given = parser.parse_args()
    tools = load_tools(Settings())
    before: dict[str, tuple[int, float]] = {}
    for size in sorted(given.sizes):
        for kind, text in texts(size).items():
            block = Block(kind="paragraph", start=0, end=len(text))
            document = Document(id="doc-" + digest([text]), text=text, language="en", blocks=(block,))
            with tools.nlp.memory_zone():
                bare, _ = took(lambda text=text: tools.nlp(text))  # type: ignore[misc]
            reading, read = took(lambda document=document: pipeline.read(document, tools))  # type: ignore[misc]
            with uncollected():
                relating, _ = took(lambda read=read: pipeline.relate([read], tools.packs))  # type: ignore[misc]
            whole = reading + relating
            row = {"text": kind, "code_points": len(text), "claims": len(read.claims)}
            row |= {"parse": round(bare, 1), "reading": round(reading, 1), "relating": round(relating, 1)}
            row |= {"over_parse": round(whole / bare, 2)}
            if kind in before:
                least, seconds = before[kind]
                row["growth"] = round(math.log(whole / seconds) / math.log(size / least), 2)
            before[kind] = size, whole
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
