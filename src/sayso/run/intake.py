"""Files into the ledger, so that it can be stopped at any moment and goes on from there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from sayso.errors import LedgerError, SaysoError
from sayso.model import Document, Ingested, Problem, Reading
from sayso.model._record import record
from sayso.retrieve import Address, Item, load, shown
from sayso.run import read_many
from sayso.run.guarded import failed
from sayso.run.inputs import lines, opened, visited
from sayso.settings import Settings
from sayso.store import Ledger, Removal

OF_ONE_DOCUMENT = frozenset({"ledger.duplicate_id", "ledger.bad_text"})
"""What the ledger refuses because of one document; all else (a full disk) stops the run."""


@record
class Step:
    """Something that happened, for a progress bar."""

    what: Literal["input", "read"]
    """An input was looked at, or a document was read."""
    name: str
    """Name of the input, or the document's title."""
    documents: int = 0
    """How many documents wait to be read because of it."""


@dataclass
class TakenIn:
    """What a run did; counts grow while it runs."""

    new: int = 0
    """Documents that were not in the ledger."""
    held: int = 0
    """Documents that were in it already."""
    read: int = 0
    """Documents read in this run, those left over from an earlier one included."""
    claims: int = 0
    """Claims in these."""
    lost: int = 0
    """Inputs or documents that could not be read."""
    problems: list[Problem] = field(default_factory=list)

    def met(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Count and keep some problems, which are given back."""
        found = tuple(problems)
        self.problems += found
        self.lost += sum(problem.severity == "error" for problem in found)
        return found


Input = Item | Address | Iterable[bytes]
"""A file, a web address, or lines of JSON Lines."""


@dataclass
class Intake:
    """One run of ingest."""

    ledger: Ledger
    settings: Settings
    run: str
    unread: set[str]
    """Documents of the ledger that wait to be read."""
    report: Callable[[Step], None]
    done: TakenIn = field(default_factory=TakenIn)

    def documents(self, inputs: Iterable[Input]) -> Iterator[Document]:
        """Keep each input's documents, and give those that wait to be read; then those of earlier runs."""
        for item in inputs:
            name = name_of(item)
            waiting = 0
            for made in self.open(item):
                for document in self.keep(made):
                    waiting += 1
                    yield document
            self.report(Step(what="input", name=name, documents=waiting))
        for key in sorted(self.unread):
            left = self.ledger.document(key)
            if left is not None:
                yield left

    def open(self, item: Input) -> Iterator[Ingested]:
        """What an input became; nothing is parsed when the ledger has its bytes, or asked for when it has the page."""
        if isinstance(item, Address):
            yield from visited(item, self.settings, self.knows)
            return
        if not isinstance(item, Item):
            yield from lines(item, "standard input")
            return
        try:
            known = item.problem is None and self.ledger.holds(
                sha256(load(item, max_bytes=self.settings.max_bytes)).hexdigest()
            )
        except SaysoError:
            known = False  # met again, and reported, when it is opened
        if known:
            self.done.held += 1
        else:
            yield opened(item, self.settings)

    def knows(self, url: str) -> bool:
        """Whether the ledger holds the page of an address; it is counted and not asked for again."""
        known = self.ledger.holds_address(url)
        self.done.held += known
        return known

    def keep(self, made: Ingested) -> Iterator[Document]:
        """Keep the documents of an input, and give those that wait to be read."""
        waiting = [document for document, data in made.documents if self.add(document, data)]
        alone = waiting[0].id if len(made.documents) == len(waiting) == 1 else None
        if made.problems:
            self.ledger.note(self.done.met(made.problems), run=self.run, document=alone)
        self.unread -= {document.id for document in waiting}
        yield from waiting

    def add(self, document: Document, data: bytes) -> bool:
        """Keep a document; whether it waits to be read."""
        removal = None if self.settings.removed_too else self.ledger.removal_of(document.id)
        if removal is not None and self.ledger.document(document.id) is None:
            self.ledger.note(self.done.met([refusal(removal)]), run=self.run)
            return False
        try:
            new = self.ledger.add(document, data)
        except LedgerError as error:
            if error.code not in OF_ONE_DOCUMENT:
                raise
            self.ledger.note(self.done.met([error.as_problem()]), run=self.run)
            return False
        self.done.new += new
        self.done.held += not new
        return new or document.id in self.unread

    def put(self, reading: Reading) -> None:
        """Keep a reading; one that the ledger refuses is kept as one that failed."""
        try:
            self.ledger.put_reading(reading)
        except LedgerError as error:
            if error.code not in OF_ONE_DOCUMENT:
                raise
            reading = failed(reading.document, reading.read_by, error.found)
            self.ledger.put_reading(reading)
        self.done.read += 1
        self.done.claims += len(reading.claims)
        self.done.met(reading.problems)
        self.report(Step(what="read", name=reading.document.title or reading.document.id))


def refusal(removal: Removal) -> Problem:
    """What is said of bytes that were taken out of the ledger. Not under the file's name, which is kept nowhere."""
    return Problem(
        severity="warning",
        code="ingest.removed",
        where=removal.document,
        found=f"not taken in: removed on {removal.at:%Y-%m-%d} by {removal.by}, with the reason: {removal.reason}",
        advice="Give --removed-too (setting `removed_too`) if it is to be taken in all the same.",
    )


def name_of(item: Input) -> str:
    """How an input is called where progress is shown."""
    if isinstance(item, Address):
        return item.url
    return item.name if isinstance(item, Item) else "standard input"


def take_in(
    ledger: Ledger,
    inputs: Sequence[Input],
    settings: Settings,
    *,
    names: Sequence[str] = (),
    report: Callable[[Step], None] = lambda step: None,
) -> TakenIn:
    """Put files (or web pages, or lines of JSON Lines) into the ledger and read them.

    Each document is kept, then read, each in a transaction of its own, so that after a crash the next run goes on;
    it also reads what earlier runs left unread, and reads again what an older version of the tools had read.
    `names` are the inputs as they were asked for, for the ledger's record of its runs.
    """
    from sayso.tools import load_tools

    run = ledger.begin_run([shown(name) for name in names])
    unread = set(ledger.unread(load_tools(settings).read_by))
    intake = Intake(ledger, settings, run, unread, report)
    for reading in read_many(intake.documents(inputs), settings):
        intake.put(reading)
    ledger.end_run(run, documents=intake.done.new)
    return intake.done
