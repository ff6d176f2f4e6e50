"""What stands and what falls when a source or a document is withdrawn."""

from collections.abc import Iterable, Mapping
from typing import Literal

from sayso.model import OriginCount, Proposition, Reason, Relations
from sayso.model._record import record

Fate = Literal["falls", "weakens", "stands"]


@record
class Impact:
    """What becomes of a proposition."""

    proposition: str
    fate: Fate
    """`falls`: no claim is left that rests on anything else; `weakens`: fewer origins; `stands`: as before."""
    lost: tuple[str, ...]
    """Ids of the claims that fall."""
    left: tuple[str, ...]
    """Ids of the claims that stay."""
    before: OriginCount
    after: OriginCount
    """An upper estimate: voices that stay were counted before and keep what was said of them."""
    reasons: tuple[Reason, ...]


def impact(relations: Relations, documents: Mapping[str, str], withdrawn: Iterable[str]) -> tuple[Impact, ...]:
    """What happens to each touched proposition when these origins or documents are retracted or discounted.

    `documents` gives the document of each claim; `withdrawn` holds ids of origins or documents. With a document fall
    the copies of it and their claims; with an origin every claim that goes back to it, whoever printed it. Propositions
    that nothing is lost of are not listed.
    """
    gone = set(withdrawn)
    gone_documents = _with_copies(relations, gone)
    voice = {claim: origin.id for origin in relations.origins for claim in origin.claims}
    found = []
    for proposition in relations.propositions:
        lost = tuple(c for c in proposition.claims if voice.get(c) in gone or documents.get(c) in gone_documents)
        if lost:
            found.append(_impact(proposition, lost, voice))
    return tuple(found)


def _with_copies(relations: Relations, gone: set[str]) -> set[str]:
    """The withdrawn documents and everything that was copied from them."""
    found = {d.document for d in relations.documents if d.document in gone}
    children: dict[str, list[str]] = {}
    for placed in relations.documents:
        if placed.parent is not None:
            children.setdefault(placed.parent, []).append(placed.document)
    todo = list(found)
    while todo:
        for child in children.get(todo.pop(), ()):
            if child not in found:
                found.add(child)
                todo.append(child)
    return found


def _impact(proposition: Proposition, lost: tuple[str, ...], voice: Mapping[str, str]) -> Impact:
    left = tuple(c for c in proposition.claims if c not in lost)
    before = proposition.origins
    voices_lost = {voice[c] for c in lost if c in voice} - {voice[c] for c in left if c in voice}
    after = _after(before, len(voices_lost), bool(left))
    fate: Fate = "falls" if not left or after.at_most == 0 < before.at_most else "weakens" if voices_lost else "stands"
    detail = f"{len(lost)} of {len(proposition.claims)} claims rest on what is withdrawn"
    return Impact(
        proposition=proposition.id,
        fate=fate,
        lost=lost,
        left=left,
        before=before,
        after=after,
        reasons=(Reason(rule="assess.impact", detail=detail),),
    )


def _after(before: OriginCount, lost: int, any_left: bool) -> OriginCount:
    if not any_left:
        return OriginCount(at_least=0, at_most=0)
    at_most = max(0, before.at_most - lost)
    return OriginCount(at_least=max(min(1, at_most), before.at_least - lost), at_most=at_most, reasons=before.reasons)
