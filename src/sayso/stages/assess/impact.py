"""What stands and what falls when a source or a document is withdrawn."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from sayso.model import OriginCount, Proposition, Reason, RecruitmentDrive, Relations
from sayso.model._record import record
from sayso.stages.assess.remaining import remaining

Fate = Literal["falls", "weakens", "stands"]


@record
class Impact:
    """What becomes of a proposition."""

    proposition: str
    fate: Fate
    """`falls`: no claim is left that rests on anything else; `weakens`: one end of the interval of origins is
    lower; `stands`: as before."""
    lost: tuple[str, ...]
    """Ids of the claims that fall."""
    left: tuple[str, ...]
    """Ids of the claims that stay."""
    before: OriginCount
    after: OriginCount
    """An upper estimate: voices that stay were counted before and keep what was said of them."""
    reasons: tuple[Reason, ...]


@record
class DriveImpact:
    """What becomes of a recruitment drive."""

    drive: str
    """Its id."""
    fate: Fate
    """As of a proposition."""
    lost: tuple[str, ...]
    """Ids of the claims that fall, of those that affirm a part of it."""
    left: tuple[str, ...]
    """Ids of the claims that stay."""
    voices_lost: tuple[str, ...]
    """Names of the voices that tell nothing of it any more."""
    denials_lost: tuple[str, ...] = ()
    """Names of those who denied a part of it and do so no more."""
    reports: int
    """Documents that still tell a part of it."""
    before: OriginCount
    after: OriginCount
    """An upper estimate, as of a proposition."""
    reasons: tuple[Reason, ...]


def impact(relations: Relations, documents: Mapping[str, str], withdrawn: Iterable[str]) -> tuple[Impact, ...]:
    """What happens to each touched proposition when these origins or documents are retracted or discounted.

    `documents` gives the document of each claim; `withdrawn` holds ids of origins or documents. With a document fall
    the copies of it and their claims, and the claims that retellings have from it; with an origin every claim that goes
    back to it, whoever printed it. Propositions that nothing is lost of are not listed.
    """
    gone = _Gone(relations, documents, withdrawn)
    names = {origin.id: origin.name for origin in relations.origins if origin.kind != "unknown"}
    found = []
    for proposition in relations.propositions:
        lost = gone.lost(proposition.claims, gone.voice)
        if lost:
            found.append(_impact(proposition, lost, gone.voice, names))
    return tuple(found)


def impact_on_drives(
    relations: Relations, documents: Mapping[str, str], withdrawn: Iterable[str]
) -> tuple[DriveImpact, ...]:
    """The same for recruitment drives: a claim falls by the voice that it is put down to there, or in its
    proposition."""
    gone = _Gone(relations, documents, withdrawn)
    return tuple(found for drive in relations.drives if (found := _on_drive(drive, gone)) is not None)


class _Gone:
    """What is withdrawn, and which claims fall with it."""

    def __init__(self, relations: Relations, documents: Mapping[str, str], withdrawn: Iterable[str]) -> None:
        self.ids = set(withdrawn)
        self.of = documents
        self.documents = _with_copies(relations, self.ids)
        self.voice = {claim: origin.id for origin in relations.origins for claim in origin.claims}
        self.retold: dict[str, set[str]] = {}
        for derivation in relations.derivations:
            if derivation.kind in ("rewrite", "copy") and derivation.left is not None:
                self.retold.setdefault(derivation.right, set()).add(derivation.left)

    def lost(self, claims: Sequence[str], voice: Mapping[str, str]) -> tuple[str, ...]:
        """Those of some claims that fall; `voice` says whose each is."""
        fallen = {
            c
            for c in claims
            if voice.get(c) in self.ids or self.voice.get(c) in self.ids or self.of.get(c) in self.documents
        }
        if fallen and self.documents:
            fallen = self._with_retellings(claims, fallen, voice)
        return tuple(c for c in claims if c in fallen)

    def _with_retellings(self, claims: Sequence[str], fallen: set[str], voice: Mapping[str, str]) -> set[str]:
        """With claims that a retelling has from what falls: it gives the same voice, and that document is all it has it
        from."""
        found = set(fallen)
        grew = True
        while grew:
            grew = False
            told = {(self.of.get(c), voice.get(c)) for c in found}
            for claim in claims:
                sources = self.retold.get(self.of.get(claim, ""), set())
                if claim not in found and sources and all((source, voice.get(claim)) in told for source in sources):
                    found.add(claim)
                    grew = True
        return found


def _with_copies(relations: Relations, gone: Collection[str]) -> set[str]:
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
    return Impact(
        proposition=proposition.id,
        fate=_fate(left, before, after),
        lost=lost,
        left=left,
        before=before,
        after=after,
        reasons=(_reason(len(lost), len(proposition.claims)),),
    )


def _fate(left: Sequence[str], before: OriginCount, after: OriginCount) -> Fate:
    """By the interval alone: a voice that was not counted by itself takes nothing with it."""
    if not left or after.at_most == 0 < before.at_most:
        return "falls"
    return "weakens" if after.at_least < before.at_least or after.at_most < before.at_most else "stands"


def _reason(lost: int, claims: int) -> Reason:
    return Reason(rule="assess.impact", detail=f"{lost} of {claims} claims rest on what is withdrawn")


def _on_drive(drive: RecruitmentDrive, gone: _Gone) -> DriveImpact | None:
    voice = {claim: each.origin for each in drive.voices for claim in each.claims}
    lost, denials = gone.lost(tuple(voice), voice), _denials_lost(drive, gone)
    if not lost and not denials:
        return None
    left = tuple(claim for claim in voice if claim not in lost)
    known = {each.origin: each.name or each.origin for each in drive.voices if each.kind != "unknown"}
    saying = {voice[claim] for claim in left}
    fallen = [name for origin, name in known.items() if origin not in saying]
    after = remaining(drive.origins, fallen, [name for origin, name in known.items() if origin in saying])
    return DriveImpact(
        drive=drive.id,
        fate=_fate(left, drive.origins, after),
        lost=lost,
        left=left,
        voices_lost=tuple(fallen),
        denials_lost=denials,
        reports=len({gone.of[claim] for claim in left if claim in gone.of}),
        before=drive.origins,
        after=after,
        reasons=(_reason(len(lost), len(voice)),),
    )


def _denials_lost(drive: RecruitmentDrive, gone: _Gone) -> tuple[str, ...]:
    """Names of those who deny a part of a drive and of whose denials none is left."""
    voice = {claim: each.origin for each in drive.denied_by for claim in each.claims}
    lost = gone.lost(tuple(voice), voice)
    left = {origin for claim, origin in voice.items() if claim not in lost}
    return tuple(each.name or "?" for each in drive.denied_by if each.origin not in left)
