"""What documents made of those that they follow, besides what their claims and shared words show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from sayso.model import Change, Derivation, Passage, Reading
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.retellings.alone import alone
from sayso.stages.link.retellings.described import described
from sayso.stages.link.retellings.doubted_numbers import doubted_numbers
from sayso.stages.link.retellings.firmer import firmer
from sayso.stages.link.retellings.guards import is_sound
from sayso.stages.link.retellings.lasting import lasting
from sayso.stages.link.retellings.miscounted import miscounted
from sayso.stages.link.retellings.parties import parties
from sayso.stages.link.retellings.raised import raised
from sayso.stages.link.retellings.rated import rated
from sayso.stages.link.retellings.rephrased import rephrased
from sayso.stages.link.retellings.restated import restated
from sayso.stages.link.retellings.retitled import retitled
from sayso.stages.link.retellings.retold_figures import retold_figures
from sayso.stages.link.retellings.reworked import reworked
from sayso.stages.link.retellings.settled import settled
from sayso.stages.link.retellings.swapped import swapped
from sayso.stages.link.retellings.units import units

Readings = Mapping[str, Reading]
"""Document id -> its reading."""


class Sound:
    """Tells the changes that nothing else explains. Lives only inside `link`."""

    def __init__(self, readings: Readings, derivations: Iterable[Derivation]) -> None:
        self.readings = readings
        made = [((d.left, d.right), d) for d in derivations]
        self.credited = {pair for pair, d in made if d.kind in ("citation", "credit")}
        quoting = {pair for pair, d in made if d.kind == "quotation"}
        whole = {pair for pair, d in made if d.kind == "copy" or d.reasons[0].rule == "derivation.uncredited"}
        self.passages = {pair: d.evidence for pair, d in made if d.reasons[0].rule == "derivation.passage"}
        self.whole = whole | {pair for pair, d in made if d.reasons[0].rule == "derivation.rewrite" and pair in quoting}

    def among(self, changes: Iterable[Change]) -> list[Change]:
        """Those of some changes."""
        return [change for change in changes if self._is(change)]

    def _is(self, change: Change) -> bool:
        pair = (change.parent, change.child)
        before, after = self.readings[change.parent], self.readings[change.child]
        whole = pair in self.whole or any(_holds(each, change) for each in self.passages.get(pair, ()))
        return is_sound(change, before, after, credited=pair in self.credited, whole=whole)


BESIDE = 500
"""Code points before and behind a passage that was told again within which what changed belongs to it."""


def _holds(passage: Passage, change: Change) -> bool:
    """Whether a change stands in a passage that was told after its source, or beside it; none of what is held against
    each other only as each text tells it once: a passage is no whole text."""
    if change.reasons[0].rule.startswith("alone."):
        return False
    return change.now.start < passage.right.end + BESIDE and passage.right.start - BESIDE < change.now.end


def made_of_followed(
    readings: Readings,
    followed: Sequence[tuple[str, str]],
    known: Iterable[Change],
    sound: Sound,
    over: Over = in_turn,
) -> list[Change]:
    """What (source, follower) shows besides what is known, what two rules tell of the same words once."""
    shown = {(c.child, n) for c in known for n in range(c.now.start, c.now.end)}
    made = over(partial(_made_unshown, readings, shown, sound), followed)
    return _once(chain.from_iterable(made))


def _once(changes: Iterable[Change]) -> list[Change]:
    """Changes without what two rules tell of the same words: the first of them."""
    kept: dict[tuple[str, str], list[Change]] = {}
    for each in changes:
        told = kept.setdefault((each.child, each.what), [])
        if not any(each.now.overlaps(other.now) for other in told):
            told.append(each)
    return [each for told in kept.values() for each in told]


def _made_unshown(readings: Readings, shown: set[tuple[str, int]], sound: Sound, pair: tuple[str, str]) -> list[Change]:
    left, right = pair
    made = made_of(readings[left], readings[right])
    return sound.among(change for change in made if (right, change.now.start) not in shown)


def made_of(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document made of one that it follows, besides what its claims show."""
    return (
        *retold_figures(parent, child),
        *reworked(parent, child),
        *parties(parent, child),
        *rephrased(parent, child),
        *rated(parent, child),
        *swapped(parent, child),
        *firmer(parent, child),
        *alone(parent, child),
        *lasting(parent, child),
        *miscounted(parent, child),
        *restated(parent, child),
        *retitled(parent, child),
        *units(parent, child),
        *described(parent, child),
        *settled(parent, child),
        *raised(parent, child),
        *doubted_numbers(parent, child),
    )


REWRITTEN = 0.7
"""Share of a copy's words that stand in its source, below which its other sentences are looked at as retellings."""


def put_in_copies(
    readings: Readings, copies: Sequence[Derivation], sound: Sound, over: Over = in_turn
) -> Iterator[Change]:
    """What copies that were told in other words for a good part put in the place of something of its kind."""
    return chain.from_iterable(over(lambda copy: sound.among(_put_in(readings, copy)), copies))


def _put_in(readings: Readings, copy: Derivation) -> Iterator[Change]:
    if copy.left is not None:
        parent, child = readings[copy.left], readings[copy.right]
        yield from firmer(parent, child)
        yield from (change for change in reworked(parent, child) if change.what == "hedge")
        yield from swapped(parent, child) if copy.score < REWRITTEN else ()
