"""Who does the work: this process, or several."""

import os
from collections.abc import Iterable, Iterator

from sayso.model import Document, Reading
from sayso.settings import Settings


def read_many(documents: Iterable[Document], settings: Settings) -> Iterator[Reading]:
    """A reading for each document, in their order, each as soon as it is made.

    `settings.jobs` says how many processes read; 0 means one a core. Documents are taken from the iterable only as
    fast as they are read. A document whose reading fails, or kills its process, gets an empty reading with a Problem.
    """
    jobs = settings.jobs or os.cpu_count() or 1
    if jobs == 1:
        from sayso.run.serial import read_serial

        return read_serial(documents, settings)
    from sayso.run.processes import read_processes

    return read_processes(documents, settings, jobs=jobs)


__all__ = ["read_many"]
