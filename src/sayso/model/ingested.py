"""What one input became."""

from sayso.model._record import record
from sayso.model.document import Document
from sayso.model.reason import Problem


@record
class Ingested:
    """The documents of one input, each with the bytes it came as, and what could not be done."""

    documents: tuple[tuple[Document, bytes], ...] = ()
    """Mostly one; one a line for JSON Lines; none when the input could not be read, and `problems` says why."""
    problems: tuple[Problem, ...] = ()
    """In the order in which they were met; one of severity `error` means that something is lost."""
