"""Ingest without a language model: documents that hold the factory's report get its reading, others an empty one."""

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from factory import RECRUITERS, make_relations, reading_of
from sayso.model import Document, Mentions, Reading, Relations

READ_BY = "test 1"


def read(document: Document) -> Reading:
    """A reading made by hand."""
    if RECRUITERS in document.text:
        return reading_of(document)
    return Reading(document=document, mentions=Mentions(), read_by=READ_BY)


def read_many(documents: Iterable[Document], settings: Any) -> Iterator[Reading]:
    """As `sayso.run.read_many`."""
    return (read(document) for document in documents)


def relate(readings: Iterable[Reading], packs: Any = (), decided: Any = None) -> Relations:
    """As `sayso.pipeline.relate`."""
    held = tuple(reading for reading in readings if reading.claims)
    return make_relations(*held) if held else Relations()


def relate_and_tell(
    readings: Iterable[Reading], packs: Any = (), decided: Any = None, over: Any = None
) -> tuple[Relations, dict[str, Any], dict[str, Any]]:
    """As `sayso.pipeline.relate_and_tell`, of no recruitment drive."""
    return relate(readings), {}, {}


def install(patch: Any) -> None:
    """Put them in place; `patch` is pytest's monkeypatch, or anything with `setattr(object, name, value)`."""
    import sayso.pipeline
    import sayso.run
    import sayso.run.intake
    import sayso.tools

    patch.setattr(sayso.tools, "load_tools", lambda settings: SimpleNamespace(read_by=READ_BY))
    patch.setattr(sayso.run, "read_many", read_many)
    patch.setattr(sayso.run.intake, "read_many", read_many)
    patch.setattr(sayso.pipeline, "relate", relate)
    patch.setattr(sayso.pipeline, "relate_and_tell", relate_and_tell)
