"""Find what is said to have happened: events and states with type, participants, scope and firmness."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.lexicon.packs import Pack
from sayso.model import Attribution, Event, Mentions, Parsed, Span
from sayso.stages.extract.clause.arguments import Filler, fillers_of
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match, find_matches, readings_of
from sayso.stages.extract.clause.own import own_spans
from sayso.stages.extract.clause.scope import scopes
from sayso.stages.extract.confidence import Sureness
from sayso.stages.extract.event import make_event
from sayso.stages.extract.gate.gate import is_claimed, without_will
from sayso.stages.extract.gate.named import told_of
from sayso.stages.extract.gate.surroundings import Surroundings
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.participants import Likely
from sayso.stages.extract.signs import Signs

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["extract", "make_event"]


def extract(
    parsed: Parsed,
    attributions: tuple[Attribution, ...],
    mentions: Mentions,
    *,
    packs: tuple[Pack, ...],
    encoder: Any = None,
) -> tuple[Event, ...]:
    """Events and states in text order of their triggers, from the sentences that are read.

    An event needs a trigger that a pack knows and at least one participant in a role of its type; the packs' order
    decides where several know the word. With an encoder its scores make an event's confidence surer; without one the
    confidence rests on the rules alone.

    Method, sources and known mistakes: docs/method/extract.md.
    """
    found, _ = found_in(parsed, attributions, mentions, packs=packs, encoder=encoder)
    return tuple(event for _, _, event in found)


def found_in(
    parsed: Parsed,
    attributions: tuple[Attribution, ...],
    mentions: Mentions,
    *,
    packs: tuple[Pack, ...],
    encoder: Any = None,
) -> tuple[list[tuple[Match, list[Filler], Event]], Sureness]:
    """As `extract`, with what each event was made of, and what knows how sure it is: for whoever fits that."""
    tree = Tree(parsed.doc)
    denoted = Denoted(tree, mentions)
    matches = find_matches(tree, _read_tokens(parsed.doc, parsed.sentences), packs, denoted)
    around = Surroundings(tree, packs, denoted.forces)
    kept = _keep(tree, matches, denoted, packs, attributions, around)
    scoped = scopes(tree, [match for match, _ in kept], text=parsed.document.text)
    owned = own_spans(tree, [match for match, _ in kept], scoped, mentions, packs)
    signs = Signs(parsed, tree, packs, denoted)
    sureness = Sureness(tree, packs, _encoded(parsed, encoder) if kept else None, signs)
    found = [
        (match, fillers, make_event(parsed, tree, match, fillers, scoped[match.token], owned[match.token], sureness))
        for match, fillers in kept
    ]
    sure = [one for one in found if one[2].confidence >= around.least(one[0].token, one[2].event_type)]
    likely = Likely(tree, packs, denoted)
    return [(match, fillers, likely.named(match, fillers, event)) for match, fillers, event in sure], sureness


def _encoded(parsed: Parsed, encoder: Any) -> Any:
    return None if encoder is None else encoder.run(parsed.document.text, parsed.paragraphs)


def _read_tokens(doc: "Doc", sentences: Sequence[Span]) -> list[int]:
    """Tokens of the sentences that are read."""
    tokens: list[int] = []
    wanted = {span.start for span in sentences}
    for sent in doc.sents:
        first = next((t.idx for t in sent if not t.is_space), None)
        if first in wanted:
            tokens.extend(range(sent.start, sent.end))
    return tokens


def _keep(
    tree: Tree,
    matches: Sequence[Match],
    denoted: Denoted,
    packs: Sequence[Pack],
    attributions: Sequence[Attribution],
    around: Surroundings,
) -> list[tuple[Match, list[Filler]]]:
    """Matches that make a claim, with their participants."""
    consumed = {token for match in matches for token in match.consumed}
    kept = []
    for first in matches:
        if first.token in consumed or not around.allow(first.token, first.trigger.event_type):
            continue
        match, fillers = _filled(tree, first, denoted)
        if is_claimed(tree, match, fillers, packs, attributions):
            kept.append((match, fillers))
    return without_will(tree, kept)


def _filled(tree: Tree, first: Match, denoted: Denoted) -> tuple[Match, list[Filler]]:
    """The most specific reading of a match that finds somebody whom its entry asks for, with its participants."""
    held: tuple[Match, list[Filler]] | None = None
    for match in readings_of(tree, first, denoted):
        fillers = told_of(tree, match, fillers_of(tree, match, denoted), denoted)
        held = held or (match, fillers)
        if any(filler.role in match.trigger.requires for filler in fillers):
            return match, fillers
    return held or (first, [])
