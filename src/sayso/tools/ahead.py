"""The encoder at work on a document while another thread parses its grammar."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from sayso.tools.encoder import Encoded, Encoder, Range


class Ahead:
    """An encoder that has begun on one document: asked for it, it waits for the result; asked for another, it reads."""

    def __init__(self, encoder: Encoder, text: str, paragraphs: Sequence[Range], future: "Future[Encoded]") -> None:
        self._encoder, self._text, self._paragraphs, self._future = encoder, text, tuple(paragraphs), future

    def run(self, text: str, paragraphs: Sequence[Range]) -> Encoded:
        """As `Encoder.run`."""
        if text == self._text and tuple(paragraphs) == self._paragraphs:
            return self._future.result()
        return self._encoder.run(text, paragraphs)


@contextmanager
def ahead(encoder: Encoder | None, text: str, paragraphs: Sequence[Range]) -> Iterator[Ahead | None]:
    """The encoder, begun on this text in a thread of its own; None for none.

    ONNX Runtime lets go of the interpreter while it computes, so with a second core it costs hardly any time beside
    the parse. The scores are the same as without.
    """
    if encoder is None:
        yield None
        return
    with ThreadPoolExecutor(1) as pool:
        yield Ahead(encoder, text, paragraphs, pool.submit(encoder.run, text, paragraphs))
