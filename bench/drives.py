"""How long `sayso drives` takes on a ledger.

    python bench/drives.py 300 1000 2000
    python bench/drives.py --ledger case.db

Puts the readings of so many made-up documents (`bench/stories.py`: about ten claims a document, no drive among them)
into a ledger, works its drives out, and prints processor seconds of one process; or does the last with a ledger that
there is.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import stories

from sayso.lexicon.packs import load_packs
from sayso.run.drives import work_out
from sayso.store import Ledger


def timed(ledger: Ledger) -> str:
    """A line on one ledger."""
    packs = load_packs(("foreign_fighters",))
    work_out(ledger, packs, most=0)  # what is loaded once
    start = time.process_time()
    found = work_out(ledger, packs)
    took = time.process_time() - start
    claims = sum(len(reading.claims) for reading in found.readings)
    related = f"{found.documents} documents with {claims} claims"
    return f"{related}, {len(found.drives)} drives{', too many' if found.too_many else ''}: {took:.1f} s"


def made_up(documents: int) -> str:
    """The same for made-up documents."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
        for reading in stories.readings(documents):
            ledger.add(reading.document)
            ledger.put_reading(reading)
        return timed(ledger)


def main() -> None:
    """Measure each size, or the ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="DOCUMENTS")
    parser.add_argument("--ledger", type=Path, metavar="FILE")
    given = parser.parse_args()
    for size in given.sizes:
        print(made_up(size), flush=True)
    if given.ledger:
        with Ledger.open(given.ledger, create=False) as ledger:
            print(timed(ledger))


if __name__ == "__main__":
    main()
