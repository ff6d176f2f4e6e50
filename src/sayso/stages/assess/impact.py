"""What stands and what falls when a source or a document is withdrawn."""

from collections.abc import Iterable, Mapping
from typing import Literal

from sayso.model import OriginCount, Proposition, Reason, Relations
from sayso.model._record import record
from sayso.stages.assess.remaining import remaining

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
    the copies of it and their claims, and the claims that retellings have from it; with an origin every claim that goes
    back to it, whoever printed it. Propositions that nothing is lost of are not listed.
    """
    gone = set(withdrawn)
    gone_documents = _with_copies(relations, gone)
    voice = {claim: origin.id for origin in relations.origins for claim in origin.claims}
    retold: dict[str, set[str]] = {}
    for derivation in relations.derivations:
        if derivation.kind in ("rewrite", "copy") and derivation.left is not None:
            retold.setdefault(derivation.right, set()).add(derivation.left)
    names = {origin.id: origin.name for origin in relations.origins if origin.kind != "unknown"}
    found = []
    for proposition in relations.propositions:
        fallen = {c for c in proposition.claims if voice.get(c) in gone or documents.get(c) in gone_documents}
        if fallen and gone_documents:
            fallen |= _retellings(proposition, fallen, voice, documents, retold)
        lost = tuple(c for c in proposition.claims if c in fallen)
        if lost:
            found.append(_impact(proposition, lost, voice, names))
    return tuple(found)


def _retellings(
    proposition: Proposition,
    fallen: set[str],
    voice: Mapping[str, str],
    documents: Mapping[str, str],
    retold: Mapping[str, set[str]],
) -> set[str]:
    """Claims that a retelling has from what falls: it gives the same voice, and that document is all it has it from."""
    found = set(fallen)
    grew = True
    while grew:
        grew = False
        told = {(documents.get(c), voice.get(c)) for c in found}
        for claim in proposition.claims:
            sources = retold.get(documents.get(claim, ""), set())
            if claim not in found and sources and all((source, voice.get(claim)) in told for source in sources):
                found.add(claim)
                grew = True
    return found


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


def _impact(
    proposition: Proposition, lost: tuple[str, ...], voice: Mapping[str, str], names: Mapping[str, str | None]
) -> Impact:
    left = tuple(c for c in proposition.claims if c not in lost)
    before = proposition.origins
    saying = {voice[c] for c in left if c in voice and c not in proposition.against}
    voices_lost = {voice[c] for c in lost if c in voice} - {voice[c] for c in left if c in voice}
    gone, stay = ([names[v] or v for v in voices if v in names] for voices in (voices_lost, saying))
    after = remaining(before, gone, stay)
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
