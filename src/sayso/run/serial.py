"""Read documents one after the other in this process."""

from collections.abc import Iterable, Iterator

from sayso.model import Document, Reading
from sayso.run.guarded import read_guarded
from sayso.settings import Settings
from sayso.tools import load_tools


def read_serial(documents: Iterable[Document], settings: Settings) -> Iterator[Reading]:
    """A reading for each document, in their order, each as soon as it is made."""
    tools = load_tools(settings)
    for document in documents:
        yield read_guarded(document, tools)
