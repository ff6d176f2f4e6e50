"""How fast documents are related, and how it grows: `python bench/relate.py 10000 30000`.

Made-up documents: stories of a shared vocabulary, each with copies that are cut and changed, as agencies' reports
are. Prints
candidates per second, seconds for the whole of `link_documents`, the peak of memory, and the time for one more
document.
"""

import random
import resource
import sys
import time
from datetime import date, timedelta

from sayso.model import Document, Published
from sayso.stages.link import link_documents
from sayso.stages.link.signatures import grown, index_of, pairs, signature

WORDS = 240
COPIES = 4
NAMES = [f"Outlet {n}" for n in range(400)]


def documents(count: int, seed: int = 7) -> list[Document]:
    """So many documents, every fifth an original and the rest copies of it."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices("abcdefghilmnoprstuv", k=chance.randint(3, 10))) for _ in range(30_000)]
    weights = [1 / (n + 10) for n in range(len(vocabulary))]
    made: list[Document] = []
    original: list[str] = []
    for number in range(count):
        if number % (COPIES + 1) == 0:
            original = _sentences(chance.choices(vocabulary, weights, k=WORDS), chance)
            kept = original
        else:
            kept = [s for s in original if chance.random() > 0.3] or original
        day = date(2022, 1, 1) + timedelta(days=number // (count // 300 + 1))
        published = Published(start=day, end=day + timedelta(days=1), precision="day", basis="given")
        text = " ".join(kept)
        made.append(Document(id=f"d{number:07d}", text=text, outlet=chance.choice(NAMES), published=published))
    return made


def _sentences(words: list[str], chance: random.Random) -> list[str]:
    found, at = [], 0
    while at < len(words):
        size = chance.randint(8, 25)
        found.append(" ".join(words[at : at + size]).capitalize() + f" {chance.randint(2, 900)}.")
        at += size
    return found


def bench(count: int) -> None:
    """One line of numbers."""
    held = documents(count)
    start = time.perf_counter()
    index = index_of([d.id for d in held], (signature(d.text) for d in held))
    found = pairs(index, at_least=0.08)
    candidates = time.perf_counter() - start
    start = time.perf_counter()
    more = grown(index, ["new"], [signature(held[0].text)])
    near = index.shared_with(signature(held[0].text))
    one = time.perf_counter() - start
    start = time.perf_counter()
    links = link_documents(held)
    whole = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    copies = sum(d.parent is not None for d in links.documents)
    print(
        f"{count:8,d} documents  {count / candidates:8,.0f} candidates/s  {len(found):10,d} pairs  "
        f"{whole:7.1f} s in all ({count / whole:6,.0f}/s)  {copies:7,d} copies  "
        f"one more {one * 1000:6.1f} ms ({len(near)} near, {len(more.ids):,})  {peak:5.2f} GB",
        flush=True,
    )


if __name__ == "__main__":
    for each in sys.argv[1:] or ["1000", "10000"]:
        bench(int(each))
