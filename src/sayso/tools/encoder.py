"""Read a document once with the trained encoder: the scores of every head for every word of its text.

    encoder = load_encoder()                         # the weights that ship with the package; about 0.1 s, share it
    encoded = encoder.run(text, paragraphs)          # paragraphs: half-open (start, end) code points, in text order
    encoded.scores["attribution.tags"]               # one row for each word, one column for each label
    encoded.heads["attribution"].labels              # what the columns mean

A *piece* is a WordPiece token; a *word* is a run of pieces (punctuation marks are words of their own), and its scores
are those of its first piece; a *block* is a
run of pieces of one paragraph that were read together; a *window* is what the encoder sees at once: whole consecutive
paragraphs, packed up to `max_pieces`. A paragraph longer than a window is cut at sentence ends into several blocks.

Windows are run one at a time, without padding. The int8 file scales activations by the largest value of the whole
input, so in a batch a window's scores would depend on its neighbours; one at a time they are a function of the
document alone, in any process and any order, and on one thread nothing is lost by it.

One file carries several heads. `reader.json` beside it names each head's outputs, labels and settings; whoever reads
a head (stages/attribute/decode.py reads "attribution", stages/extract/confidence.py "events") finds everything that it
needs in `Encoded`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions  # type: ignore[attr-defined]  # it exports without saying so
from tokenizers import Tokenizer

from sayso.errors import SaysoError

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Range = tuple[int, int]

WEIGHTS = Path(__file__).parents[1] / "weights"
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
CLS, SEP = "[CLS]", "[SEP]"
SLOWER = ("SkipLayerNormFusion",)
"""What the run time would fuse to its loss: on processors with AVX its own addition and layer norm take a tenth of the
time of the operator that is both."""

# Marks that the vocabulary lacks or keeps apart without need, one character for one character so that offsets stay
# true.
SAME_MARK = str.maketrans(
    {
        "″": '"',
        "‟": "“",
        "❝": "“",
        "❞": "”",
        "〝": "“",
        "〞": "”",
        "＂": '"',
        "′": "'",
        "‛": "‘",
        "＇": "'",
        "\u00a0": " ",
    }
)


class WeightsError(SaysoError):
    """The weights on disk are not the ones that their card describes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """One question that the encoder answers for every word."""

    name: str
    """Unique, such as "attribution"; outputs are called name.output."""
    labels: tuple[str, ...]
    """What the columns of its label scores mean, in order."""
    outputs: tuple[str, ...]
    """Full names of its arrays in `Encoded.scores`."""
    settings: Mapping[str, Any]
    """What its decoder needs besides scores: learned tables, calibration, the default threshold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pieces:
    """A document cut into pieces: parallel arrays in text order, without the marks that join paragraphs."""

    ids: Ints
    """Vocabulary index."""
    starts: Ints
    """First code point in the document's text."""
    ends: Ints
    """One past the last code point."""
    opens_word: Flags
    """True on the first piece of a word."""
    blocks: Ints
    """Number of the block, counting from 0 through the document."""
    windows: Ints
    """Number of the window, counting from 0 through the document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Encoded:
    """A document's pieces, and the scores of every head for its words."""

    pieces: Pieces
    scores: Mapping[str, Floats]
    """Output name -> array with one row for each word: each piece that opens one, in order."""
    heads: Mapping[str, Head]


def cut(
    text: str, paragraphs: Sequence[Range], tokenizer: Tokenizer, *, max_pieces: int, first: int | None = None
) -> Pieces:
    """Cut a document into pieces and pack them into windows of at most `max_pieces`, joining marks included.

    `first` bounds the first window (training moves the borders with it); None means `max_pieces`.
    """
    columns: tuple[list[int], ...] = ([], [], [], [], [])
    blocks: list[Range] = []
    for start, end in paragraphs:
        passage = text[start:end].translate(SAME_MARK)
        encoding = tokenizer.encode(passage, add_special_tokens=False)
        offset, ids = len(columns[0]), encoding.ids
        columns[0].extend(ids)
        columns[1].extend(start + at for at, _ in encoding.offsets)
        columns[2].extend(start + at for _, at in encoding.offsets)
        columns[3].extend(here != before for before, here in pairwise([None, *encoding.word_ids]))
        limit = max_pieces - 2
        cuts = _sentence_cuts(passage, encoding) if len(ids) > limit else []
        blocks.extend((offset + a, offset + b) for a, b in _chunks(len(ids), cuts, limit))
    lengths = np.array([end - start for start, end in blocks], dtype=np.int64)
    packed = pack([int(n) for n in lengths], max_pieces=max_pieces, first=first)
    return Pieces(
        ids=np.array(columns[0], dtype=np.int64),
        starts=np.array(columns[1], dtype=np.int64),
        ends=np.array(columns[2], dtype=np.int64),
        opens_word=np.array(columns[3], dtype=np.bool_),
        blocks=np.repeat(np.arange(len(blocks), dtype=np.int64), lengths),
        windows=np.repeat(np.array(packed, dtype=np.int64), lengths),
    )


def _sentence_cuts(passage: str, encoding: Any) -> list[int]:
    """Piece indices at which a sentence of the passage starts."""
    starts = [start for start, _ in encoding.offsets]
    return [int(np.searchsorted(starts, match.end())) for match in SENTENCE_END.finditer(passage)]


def _chunks(length: int, cuts: Sequence[int], limit: int) -> Iterator[Range]:
    """Half-open runs of at most `limit` pieces that together cover `length`, ending at cuts where there is one in
    reach."""
    start = 0
    while length - start > limit:
        reachable = [at for at in cuts if start < at <= start + limit]
        end = reachable[-1] if reachable else start + limit
        yield start, end
        start = end
    if length > start:
        yield start, length


def pack(lengths: Sequence[int], *, max_pieces: int, first: int | None = None) -> list[int]:
    """Window number of each block: consecutive blocks share a window while they and their joining marks fit.

    >>> pack([3, 3, 8, 1], max_pieces=10)
    [0, 0, 1, 2]
    """
    numbers: list[int] = []
    window, used, room = 0, 1, first or max_pieces
    for length in lengths:
        if used > 1 and used + length + 1 > room:
            window, used, room = window + 1, 1, max_pieces
        numbers.append(window)
        used += length + 1
    return numbers


def mark_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """Vocabulary indices of the marks that begin a window and end a block."""
    cls, sep = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    assert cls is not None
    assert sep is not None
    return cls, sep


def window_input(pieces: Pieces, window: int, *, cls: int, sep: int) -> tuple[Ints, Ints]:
    """What the encoder is shown for one window, and the row of `pieces` behind each position (-1: a joining mark)."""
    rows = np.flatnonzero(pieces.windows == window)
    borders = np.flatnonzero(np.diff(pieces.blocks[rows])) + 1
    at = [0, *borders.tolist(), len(rows)]
    shown, places = [np.array([cls])], [np.array([-1])]
    for start, end in pairwise(at):
        shown += [pieces.ids[rows[start:end]], np.array([sep])]
        places += [rows[start:end], np.array([-1])]
    return np.concatenate(shown).astype(np.int64), np.concatenate(places).astype(np.int64)


class Encoder:
    """The trained encoder, ready to read. Holds no document; safe to share between threads, load one in each
    process."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, card: Mapping[str, Any]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self.max_pieces: int = card["max_pieces"]
        self.version: str = card["version"]
        self.heads = {name: _head(name, entry) for name, entry in card["heads"].items()}
        self._outputs = [output for head in self.heads.values() for output in head.outputs]
        self._takes_rows = any(asked.name == "rows" for asked in session.get_inputs())
        """Whether the file works out the asked positions alone; one fresh from training gives all."""
        self._cls, self._sep = mark_ids(tokenizer)

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, threads: int = 1) -> Encoder:
        """Read `reader.onnx`, `tokenizer.json` and `reader.json` of a folder; the package's own by default.

        Raises WeightsError where a file's SHA-256 is not the one that `reader.json` gives.
        """
        card = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        for name, expected in card["sha256"].items():
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if found != expected:
                raise WeightsError(
                    f"The file has SHA-256 {found}, reader.json expects {expected}.",
                    where=str(folder / name),
                    advice="Install Sayso again, or export the model again.",
                    code="encoder.digest",
                )
        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        session = InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOWER)
        )
        return cls(session, Tokenizer.from_file(str(folder / "tokenizer.json")), card)

    def run(self, text: str, paragraphs: Sequence[Range]) -> Encoded:
        """Score every word of the paragraphs; text outside them is not read. Empty paragraphs cost nothing."""
        pieces = cut(text, paragraphs, self._tokenizer, max_pieces=self.max_pieces)
        return Encoded(pieces=pieces, scores=self._scores(pieces), heads=self.heads)

    def _scores(self, pieces: Pieces) -> dict[str, Floats]:
        count = int(pieces.windows[-1]) + 1 if len(pieces.windows) else 0
        parts = [self._window_scores(pieces, window) for window in range(count)]
        if not parts:
            return {name: np.zeros((0, 0), dtype=np.float32) for name in self._outputs}
        return {name: np.concatenate(rows) for name, rows in zip(self._outputs, zip(*parts, strict=True), strict=True)}

    def _window_scores(self, pieces: Pieces, window: int) -> list[Floats]:
        shown, places = window_input(pieces, window, cls=self._cls, sep=self._sep)
        words = np.flatnonzero((places >= 0) & pieces.opens_word[places])
        if not self._takes_rows:
            arrays = self._session.run(self._outputs, {"ids": shown[None, :]})
            return [np.asarray(array, dtype=np.float32)[0][words] for array in arrays]
        arrays = self._session.run(self._outputs, {"ids": shown[None, :], "rows": words})
        return [np.asarray(array, dtype=np.float32)[0] for array in arrays]


def value_at(encoded: Encoded, head: str, start: int) -> float:
    """The number that a head with one column gives the word at a code point, within the head's `low` and `high`.

    Raises IndexError where no word begins at or reaches over that point.
    """
    rows = np.flatnonzero((encoded.pieces.starts <= start) & (start < encoded.pieces.ends))
    settings = encoded.heads[head].settings
    word = np.count_nonzero(encoded.pieces.opens_word[: rows[0] + 1]) - 1
    return float(np.clip(encoded.scores[f"{head}.tags"][word, 0], settings["low"], settings["high"]))


def load_encoder(folder: Path = WEIGHTS, *, threads: int = 1) -> Encoder:
    """The encoder that ships with the package, or the one in another folder."""
    return Encoder.load(folder, threads=threads)


def _head(name: str, entry: Mapping[str, Any]) -> Head:
    return Head(name=name, labels=tuple(entry["labels"]), outputs=tuple(entry["outputs"]), settings=entry["settings"])
