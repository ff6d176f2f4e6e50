"""What documents made of the claims of those that they follow, proposition by proposition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model import Change, Claim, Figure, Proposition
from sayso.stages.link.claims.figures import drift
from sayso.stages.link.retellings.retold import retold
from sayso.stages.link.same_claims import Links, Told


def _of(claims: Sequence[Claim], figures: Mapping[str, Sequence[Figure]]) -> list[Figure]:
    return [figure for claim in claims for figure in figures.get(claim.id, ())]


def _in_full(changes: Iterable[Change], before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Change]:
    """Changes of figures; where only a hedge was lost, with the words of both claims: the figures are the same."""
    for change in changes:
        if change.what == "hedge":
            was, now = (
                next((c.content for c in claims if c.content.covers(span)), span)
                for claims, span in ((before, change.was), (after, change.now))
            )
            change = replace(change, was=was, now=now)
        yield change


def drifts(
    propositions: Sequence[Proposition],
    told: Told,
    pairs_of: Sequence[tuple[str, str]],
    known: Sequence[Change],
    links: Links,
) -> list[Change]:
    """What a document made of the claims of one that it follows, beyond what their shared words already show.

    Only claims of the two that are one by themselves are held against each other, not those that a third document
    brings together: so what one copy changed does not depend on which other documents are held.
    """
    shown = {(c.child, n) for c in known for n in range(c.now.start, c.now.end)}
    found: dict[tuple[str, int, int, str], Change] = {}
    sources: dict[str, list[str]] = {}
    for left, right in pairs_of:
        sources.setdefault(right, []).append(left)
    for proposition in propositions:
        figures: dict[str, list[Figure]] = {}
        for figure in proposition.figures:
            figures.setdefault(figure.claim, []).append(figure)
        ids: dict[str, list[str]] = {}
        for id_ in proposition.claims:
            ids.setdefault(told.documents[id_].id, []).append(id_)
        for left, right in [(a, b) for b in ids for a in sources.get(b, ()) if a in ids]:
            before, after = links.joined(*([told.claims[id_] for id_ in ids[each]] for each in (left, right)))
            made = (
                *_in_full(drift(left, right, _of(before, figures), _of(after, figures)), before, after),
                *retold(left, right, before, after),
            )
            for change in made:
                if (right, change.now.start) not in shown:
                    found.setdefault((right, change.now.start, change.now.end, change.what), change)
    return list(found.values())
