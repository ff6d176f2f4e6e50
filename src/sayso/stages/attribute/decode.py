"""From the encoder's scores to attributions: who says what, as spans of the text.

    raw = decode(text, paragraphs, encoder.run(text, paragraphs))    # at the model's default threshold
    raw[0].source, raw[0].cue, raw[0].content        # tuples of half-open (start, end) code points of the text
    raw[0].confidence                                # 0..1, calibrated: the share of such attributions that is right
    raw[0].reasons                                   # (name, value) pairs that the confidence was computed from

Three steps. The best tag sequence of each block that begins no span in its middle (Viterbi), with "outside" held down a
little so that doubtful spans come up. Then arcs: each content span joins the cue that its words point at, each cue the
source that its words point at, or none. Then a confidence for each attribution, by a logistic model over how sure tags
and arcs were; what falls below `threshold` is left out.

A content span without a cue in its own or a neighbouring paragraph, and a cue without content, give nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.tools.encoder import Encoded, Floats, Ints

HEAD = "attribution"
ROLES = ("source", "cue", "content")
FORBIDDEN = np.float32(-1e4)
TINY = 1e-6
LEAST_LINK = np.log(0.2)
"""A content span whose words point less surely at any cue belongs to a cue that was not found: it joins none."""
DOUBT = 0.02
"""Probabilities are told apart between this and one minus this."""
TYPICAL_LENGTH = 10
"""Words of a content that speak neither for nor against it."""

Range = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class RawAttribution:
    """One attribution as the model reads it; roles are code-point ranges in text order."""

    source: tuple[Range, ...]
    """One range, or empty where the text names no source."""
    cue: tuple[Range, ...]
    """One range."""
    content: tuple[Range, ...]
    """One range or several: a quotation is often cut by its cue."""
    confidence: float
    """0..1, calibrated on PolNeAR dev: the chance that content and source are both right."""
    reasons: tuple[tuple[str, float], ...]
    """What the confidence was computed from, by name; each from 0 to 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The words of the pieces, which are what tags and links are about. Parallel arrays in text order."""

    starts: Ints
    ends: Ints
    blocks: Ints
    windows: Ints
    places: Ints
    """Position in the document as the encoder saw it, joining marks counted: differences are distances of links."""
    tags: Floats
    """Log probability of each label."""
    child: Floats
    parent: Floats


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A run of words with one role: indices into Words, half-open."""

    role: str
    first: int
    end: int


def decode(
    text: str, paragraphs: Sequence[Range], outputs: Encoded, *, threshold: float | None = None
) -> tuple[RawAttribution, ...]:
    """All attributions whose confidence is at least `threshold`, ordered by where they begin.

    `threshold` None takes the default that the model's card gives; 0 keeps everything. Spans never reach outside
    `paragraphs` and begin and end with a character that is no blank.
    """
    head = outputs.heads[HEAD]
    words = words_of(outputs)
    if not len(words.starts):
        return ()
    held_down = np.array([head.settings["outside_bias"]] + [0.0] * (len(head.labels) - 1), dtype=np.float32)
    spans = spans_of(viterbi(words.tags + held_down, words.blocks, head.labels), head.labels)
    sure = surenesses(words.tags, head.labels)
    least = head.settings["threshold"] if threshold is None else threshold
    found: list[RawAttribution] = []
    borders = [0, *(np.flatnonzero(np.diff(words.windows)) + 1).tolist(), len(words.windows)]
    for start, end in pairwise(borders):
        inside = [span for span in spans if start <= span.first < end]
        found += _link_window(words, inside, start, end, head.settings, sure)
    return tuple(sorted((a for a in found if a.confidence >= least), key=_place))


def words_of(outputs: Encoded) -> Words:
    """Gather pieces into words, which the scores are of."""
    pieces = outputs.pieces
    rows = np.flatnonzero(pieces.opens_word)
    last = np.append(rows[1:], len(pieces.ids)) - 1
    if not len(rows):
        empty, none = np.zeros(0, dtype=np.int64), np.zeros((0, 0), dtype=np.float32)
        return Words(
            starts=empty, ends=empty, blocks=empty, windows=empty, places=empty, tags=none, child=none, parent=none
        )
    return Words(
        starts=pieces.starts[rows],
        ends=pieces.ends[last],
        blocks=pieces.blocks[rows],
        windows=pieces.windows[rows],
        places=rows + pieces.blocks[rows],
        tags=log_softmax(outputs.scores[f"{HEAD}.tags"]),
        child=outputs.scores[f"{HEAD}.child"],
        parent=outputs.scores[f"{HEAD}.parent"],
    )


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def transitions(labels: Sequence[str]) -> Floats:
    """0 where one label may follow another, else FORBIDDEN: inside comes after begin or inside of the same role."""
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for i, before in enumerate(labels):
        for j, label in enumerate(labels):
            if label.startswith("I-") and before[2:] != label[2:]:
                table[i, j] = FORBIDDEN
    return table


def viterbi(tags: Floats, blocks: Ints, labels: Sequence[str]) -> Ints:
    """The most probable allowed label sequence of each block, all blocks side by side; one label index a word."""
    starts = np.flatnonzero(np.diff(blocks, prepend=blocks[0] - 1))
    lengths = np.diff(np.append(starts, len(blocks)))
    column = np.arange(len(blocks)) - np.repeat(starts, lengths)
    line = np.repeat(np.arange(len(starts)), lengths)
    grid = np.zeros((len(starts), int(lengths.max()), len(labels)), dtype=np.float32)
    grid[line, column] = tags
    allowed = transitions(labels)
    first = np.array([FORBIDDEN if label.startswith("I-") else 0 for label in labels], dtype=np.float32)
    best, back = grid[:, 0] + first, np.zeros(grid.shape, dtype=np.int64)
    history = [best]
    for at in range(1, grid.shape[1]):
        ways = best[:, :, None] + allowed
        back[:, at] = ways.argmax(axis=1)
        best = ways.max(axis=1) + grid[:, at]
        history.append(best)
    path = np.zeros(grid.shape[:2], dtype=np.int64)
    for at in range(grid.shape[1] - 1, -1, -1):
        ends_here = lengths - 1 == at
        going_on = np.take_along_axis(back[:, min(at + 1, grid.shape[1] - 1)], path[:, [(at + 1) % grid.shape[1]]], 1)
        path[:, at] = np.where(ends_here, history[at].argmax(axis=1), going_on[:, 0])
    return np.asarray(path[line, column], dtype=np.int64)


def spans_of(path: Ints, labels: Sequence[str]) -> list[Span]:
    """Spans of a label sequence that obeys `transitions`."""
    spans: list[Span] = []
    opened: int | None = None
    names = [labels[index] for index in path]
    for at, label in enumerate([*names, "O"]):
        if opened is not None and not label.startswith("I-"):
            spans.append(Span(role=names[opened][2:], first=opened, end=at))
            opened = None
        if label.startswith("B-"):
            opened = at
    return spans


Sureness = Mapping[str, NDArray[np.float64]]
"""Role -> sums up to each word of the log probability that a word has the role: means of spans are differences."""


def surenesses(tags: Floats, labels: Sequence[str]) -> Sureness:
    """How sure the tags are of each role."""
    sums = {}
    for role in ROLES:
        columns = [labels.index(f"B-{role}"), labels.index(f"I-{role}")]
        each = np.log(np.exp(tags[:, columns]).sum(axis=1) + TINY)
        sums[role] = np.concatenate([[0.0], np.cumsum(each, dtype=np.float64)])
    return sums


def link_probabilities(words: Words, start: int, end: int, distance: Floats) -> Floats:
    """How probable it is that each word of a window points at each other one; rows sum to 1, two blocks away is 0."""
    far = len(distance) // 2
    steps = np.clip(words.places[None, start:end] - words.places[start:end, None], -far, far) + far
    scores = words.child[start:end] @ words.parent[start:end].T + distance[steps]
    apart = np.abs(words.blocks[None, start:end] - words.blocks[start:end, None]) > 1
    return np.asarray(np.exp(log_softmax(np.where(apart, FORBIDDEN, scores))), dtype=np.float32)


def _link_window(
    words: Words, spans: Sequence[Span], start: int, end: int, settings: Mapping[str, Any], sure: Sureness
) -> list[RawAttribution]:
    """The attributions of one window: contents join cues, cues join sources."""
    sources, cues, contents = ([s for s in spans if s.role == role] for role in ROLES)
    if not cues or not contents:
        return []
    probabilities = link_probabilities(words, start, end, np.asarray(settings["distance"], dtype=np.float32))
    sums = np.cumsum(np.pad(probabilities, ((0, 0), (1, 0))), axis=1, dtype=np.float64)
    to_cues = _arcs(sums, contents, cues, start)
    to_sources = np.concatenate([_arcs(sums, cues, sources, start), _own(sums, cues, start)[:, None]], axis=1)
    found = []
    for k, cue in enumerate(cues):
        mine = [i for i in range(len(contents)) if to_cues[i].argmax() == k and to_cues[i, k] > LEAST_LINK]
        if not mine:
            continue
        chosen = int(to_sources[k].argmax())
        source = sources[chosen] if chosen < len(sources) else None
        parts = [contents[i] for i in mine]
        rivals = np.exp(np.delete(to_sources[k], chosen))
        signs = _signs(sure, source, cue, parts) | {
            "source_link": float(np.exp(to_sources[k, chosen])),
            "source_rival": float(rivals.max(initial=0.0)),
            "content_link": float(np.exp(min(to_cues[i, k] for i in mine))),
        }
        found.append(_attribution(words, source, cue, parts, signs, settings))
    return found


def _arcs(sums: NDArray[np.float64], ends: Sequence[Span], goals: Sequence[Span], start: int) -> NDArray[np.float64]:
    """Mean log probability with which the words of each span point into each goal."""
    if not ends or not goals:
        return np.full((len(ends), len(goals)), np.log(TINY))
    lengths = np.array([span.end - span.first for span in ends])
    rows = np.concatenate([np.arange(span.first - start, span.end - start) for span in ends])
    first, last = (np.array([getattr(goal, side) for goal in goals]) - start for side in ("first", "end"))
    into = np.log(np.maximum(sums[rows[:, None], last] - sums[rows[:, None], first], TINY))
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return np.asarray(np.add.reduceat(into, offsets, axis=0) / lengths[:, None])


def _own(sums: NDArray[np.float64], cues: Sequence[Span], start: int) -> NDArray[np.float64]:
    """How surely each cue points at itself, which says that it has no source."""
    return np.asarray(np.diagonal(_arcs(sums, cues, cues, start)))


def _signs(sure: Sureness, source: Span | None, cue: Span, contents: Sequence[Span]) -> dict[str, float]:
    """Mean probability of the chosen roles over the words that carry them (the weakest content span); two facts."""

    def sureness(span: Span) -> float:
        sums = sure[span.role]
        return exp((sums[span.end] - sums[span.first]) / (span.end - span.first))

    length = sum(span.end - span.first for span in contents)
    return {
        "source_tags": sureness(source) if source else 0.5,
        "cue_tags": sureness(cue),
        "content_tags": min(map(sureness, contents)),
        "no_source": 0.0 if source else 1.0,
        "length": length / (length + TYPICAL_LENGTH),
    }


def _attribution(
    words: Words,
    source: Span | None,
    cue: Span,
    contents: Sequence[Span],
    signs: Mapping[str, float],
    settings: Mapping[str, Any],
) -> RawAttribution:
    def ranges(spans: Sequence[Span]) -> tuple[Range, ...]:
        return tuple((int(words.starts[span.first]), int(words.ends[span.end - 1])) for span in spans)

    return RawAttribution(
        source=ranges([source] if source else []),
        cue=ranges([cue]),
        content=ranges(contents),
        confidence=round(confidence(signs, settings["calibration"]), 4),
        reasons=tuple((name, round(value, 4)) for name, value in signs.items()),
    )


def confidence(signs: Mapping[str, float], calibration: Mapping[str, float]) -> float:
    """A logistic model's probability; `calibration` holds a weight for each sign and the intercept under "".

    >>> confidence({"cue_tags": 0.75}, {"": 0.0, "cue_tags": 1.0})
    0.75
    """
    score = calibration[""] + sum(weight * odds(signs[name]) for name, weight in calibration.items() if name)
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def odds(probability: float) -> float:
    """Log odds of a probability, which is what evidence adds up in; 0 for one half."""
    kept = min(1 - DOUBT, max(DOUBT, probability))
    return log(kept / (1 - kept))


def _place(attribution: RawAttribution) -> tuple[int, int]:
    begin = min(start for start, _ in (*attribution.source, *attribution.cue, *attribution.content))
    return begin, attribution.cue[0][0]
