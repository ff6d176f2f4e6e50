"""Reading many documents: in order, as they come, and a fault costs one."""

import os
import signal
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

import quick
from factory import make_document
from sayso.model import Document, Reading
from sayso.run import guarded, processes, read_many, serial
from sayso.run.processes import WAITING, read_processes
from sayso.settings import Settings

DOCUMENTS = [make_document(f"Article {n}.") for n in range(12)]


def no_tools(settings: Settings) -> SimpleNamespace:
    return SimpleNamespace(read_by=quick.READ_BY)


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (serial, processes):
        monkeypatch.setattr(module, "load_tools", no_tools)
    monkeypatch.setattr(processes, "prepare", do_nothing)


def do_nothing(settings: Settings) -> None:
    """What a process of these tests does before it reads."""


def work(document: Document, settings: Settings) -> Reading:
    """Reads by hand; article 5 kills its process."""
    if document.text == "Article 5.":
        os.kill(os.getpid(), signal.SIGKILL)
    return quick.read(document)


def test_a_fault_of_ours_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(document: Document, tools: object) -> Reading:
        return quick.read(document) if document is not DOCUMENTS[1] else 1 // 0

    monkeypatch.setattr(guarded, "read", read)
    readings = list(read_many(DOCUMENTS[:3], Settings()))
    assert [reading.document for reading in readings] == DOCUMENTS[:3]
    assert [[problem.code for problem in reading.problems] for reading in readings] == [[], ["read.failed"], []]
    assert "ZeroDivisionError in read_guarded" in readings[1].problems[0].found


def test_documents_are_taken_only_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "read", lambda document, tools: quick.read(document))
    taken: list[Document] = []

    def documents() -> Iterator[Document]:
        for document in DOCUMENTS:
            taken.append(document)
            yield document

    readings = read_many(documents(), Settings(jobs=1))
    assert next(readings).document is DOCUMENTS[0]
    assert len(taken) == 1


def test_processes_keep_the_order_and_one_that_dies_costs_one_document() -> None:
    taken: list[Document] = []

    def documents() -> Iterator[Document]:
        for document in DOCUMENTS:
            taken.append(document)
            yield document

    readings = read_processes(documents(), Settings(), jobs=1, work=work)
    first = next(readings)
    assert len(taken) == WAITING
    rest = list(readings)
    assert [reading.document for reading in (first, *rest)] == DOCUMENTS
    assert [reading.document.text for reading in rest if reading.problems] == ["Article 5."]
    assert rest[4].problems[0].code == "read.failed"


@pytest.mark.parametrize(("language", "told"), [("und", "no language was recognised"), ("ru", "the text is in `ru`")])
def test_a_text_that_is_not_read_says_why_in_words(language: str, told: str) -> None:
    from sayso.pipeline import unread

    reading = unread(make_document("12.10", language=language), SimpleNamespace(read_by="x"))  # type: ignore[arg-type]
    assert [problem.found.startswith(told) for problem in reading.problems] == [True]
    assert "`und`" not in reading.problems[0].found
