"""Find what stands between documents and between claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model import Derivation, Document, DocumentRelation, Origin, Reading, Relations, Sameness
from sayso.model._record import record
from sayso.model.features import Beyond
from sayso.stages.link.claims.outright import tellings
from sayso.stages.link.drifts import drifts
from sayso.stages.link.drives import find_drives
from sayso.stages.link.drives.reports import DriveReport, can_be_part, named_in_full, report_of, subject_of
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.memory import Memory
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.packed import Packed, by_document, documents_of, pack
from sayso.stages.link.propositions import make_propositions
from sayso.stages.link.retellings.echoes import SUREST, Echo, echoed, find_echoes
from sayso.stages.link.retellings.made import Sound, made_of_followed, put_in_copies
from sayso.stages.link.retellings.retelling import Retelling, find_retellings, find_unsaid, rewrites, unsaid
from sayso.stages.link.retellings.uncredited import find_uncredited, uncredited
from sayso.stages.link.same_claims import Told, same_claims
from sayso.stages.link.texts.cited import cited
from sayso.stages.link.texts.copies import changes as find_copy_changes
from sayso.stages.link.texts.copies import copies, find_copies
from sayso.stages.link.texts.held import DocumentLinks, Held
from sayso.stages.link.texts.likeness import alike, vectors
from sayso.stages.link.texts.lineage import root_of
from sayso.stages.link.texts.linked import linked, quoted
from sayso.stages.link.texts.reports import SAME_STORY, SHORT, same_reports, same_stories
from sayso.stages.link.voices.behind import origin_of
from sayso.stages.link.voices.making import outlet_teller, own_teller
from sayso.stages.link.voices.sourcing import Sourcing
from sayso.stages.link.voices.teller import Teller


def link(
    readings: Sequence[Reading],
    beyond: Beyond | None = None,
    memory: Memory | None = None,
    decided: Sameness | None = None,
) -> Relations:
    """Relate readings: copies, citations, shared quotations, same claims, origins, contradictions, changed figures.

    The order of the readings does not matter. Near-linear in documents and claims: only what shares words is compared.
    `beyond` tells of documents that are not among them, where these are a part of more; `memory` spares work where
    `link` is asked again with more readings; `decided` is what people said of which claims say the same.
    Method, thresholds and measured quality: docs/method/link.md and docs/method/origins.md.
    """
    found = link_and_tell(readings, beyond, memory, decided)
    if beyond:  # drives are those of all documents
        return found.relations
    of = {claim: each.id for each in found.relations.propositions for claim in each.claims}
    texts = {d.id: d.text for d in found.held.documents}
    drives = find_drives(found.subjects.values(), found.reports.values(), texts, of)
    voices = [origin_of(voice, found.held, claims=claims) for each in drives for voice, claims in each.voices]
    known = {o.id: o for o in (*voices, *found.relations.origins)}
    return replace(
        found.relations,
        origins=tuple(known[id_] for id_ in sorted(known)),
        drives=tuple(each.drive for each in drives),
    )


@record
class Linked:
    """What is found between readings, and what drives are worked out from."""

    relations: Relations
    """Without drives, and without the voices that only these have."""
    subjects: Mapping[str, Subject]
    """Document id -> what drives it may be about; not for those that tell of none."""
    reports: Mapping[str, DriveReport]
    """Document id -> what it tells that can be a part of one."""
    held: Held


def link_and_tell(
    readings: Sequence[Reading],
    beyond: Beyond | None = None,
    memory: Memory | None = None,
    decided: Sameness | None = None,
    over: Over = in_turn,
) -> Linked:
    """As `link`, with drives left to be worked out: with `beyond`, what those documents tell of which lineage is looked
    for. `over` is how things that do not rest on each other are worked through."""
    by_id = by_document(readings)
    held = Held(
        documents_of(readings),
        by_id,
        outlets=beyond.outlets if beyond else frozenset(),
        memory=memory,
    )
    between = _between(held, beyond, by_id, over)
    changed = find_copy_changes(held, beyond.unsettled if beyond else None, over)
    held.let_go()
    told = Told(readings, memory)
    sourcing = Sourcing(held, by_id, between.retells)
    telling = [d.id for d in documents_of(readings) if beyond is None or d.id in beyond.unsettled]
    subjects, reports = _on_drives(telling, by_id, told, sourcing, between.derivations, over)
    links = same_claims(told, held, between.retellings, decided, over)
    wanted = beyond.claims if beyond else None
    # One by one: a copy of this process would look at all claims, voices and links, which are most of its memory.
    propositions, origins = make_propositions(told, held, sourcing, links, wanted, decided)
    followed = followed_by(between.derivations)
    if beyond:  # what others made of their sources is known
        followed = [(left, right) for left, right in followed if right in beyond.unsettled]
    sound = Sound(by_id, between.derivations)
    found = sound.among(drifts(propositions, told, followed, changed, links))
    del told, links  # large, and nothing below looks at single claims
    found += made_of_followed(by_id, followed, (*changed, *found), sound, over)
    copied = [d for d in between.derivations if d.kind == "copy" and (beyond is None or d.right in beyond.unsettled)]
    changed += [*found, *put_in_copies(by_id, copied, sound, over)]
    placed, main = _placed(held, sourcing, between)
    known = {o.id: o for o in (*main, *origins)}
    relations = Relations(
        documents=placed,
        derivations=between.derivations,
        changes=tuple(changed),
        origins=tuple(known[id_] for id_ in sorted(known)),
        propositions=tuple(propositions),
    )
    return Linked(
        relations=relations,
        subjects=subjects,
        reports=reports,
        held=held,
    )


def _on_drives(
    documents: Sequence[str],
    readings: Mapping[str, Reading],
    told: Told,
    sourcing: Sourcing,
    derivations: Iterable[Derivation],
    over: Over,
) -> tuple[Mapping[str, Subject], Mapping[str, DriveReport]]:
    """What drives some documents may be about, and what they tell that can be a part of one."""
    follows: dict[str, set[str]] = defaultdict(set)
    for each in derivations:
        if each.left is not None:
            follows[each.right].add(each.left)

    def packed(id_: str) -> tuple[bytes | None, bytes | None]:
        reading = readings[id_]
        said = tellings(reading.claims, told.gists)
        subject = subject_of(
            reading.document,
            said.values(),
            tells=any(map(can_be_part, reading.claims)),
            persons=named_in_full(reading),
            follows=follows.get(id_, ()),
        )
        tells = subject.pairs or subject.named or subject.told or subject.follows
        report = report_of(reading, told.gists, sourcing.teller, said)
        return pack(subject) if tells else None, None if report is None else pack(report)

    subjects, reports = Packed[Subject](), Packed[DriveReport]()
    for id_, (subject, report) in zip(documents, over(packed, documents), strict=True):
        subjects.put(id_, subject)
        reports.put(id_, report)
    return subjects, reports


def link_documents(documents: Iterable[Document]) -> DocumentLinks:
    """The same for documents that were not read: clusters, parents, citations and changes, from their words alone."""
    held = Held(documents)
    between = _between(held)
    placed, _ = _placed(held, Sourcing(held, {}, between.retells), between)
    return DocumentLinks(documents=placed, derivations=between.derivations, changes=tuple(find_copy_changes(held)))


@record
class Between:
    """What was found between documents, for the steps that follow."""

    derivations: tuple[Derivation, ...]
    retellings: tuple[Retelling, ...]
    retells: dict[int, int]
    """Number of a document -> number of the one that it retells."""
    clusters: tuple[int, ...]
    """For each document the number of the first one of its group."""
    stories: tuple[int, ...]
    """For each document the number of the first one on its story."""


def _between(
    held: Held,
    beyond: Beyond | None = None,
    readings: Mapping[str, Reading] | None = None,
    over: Over = in_turn,
) -> Between:
    find_copies(held, beyond, over)
    likenesses = alike(vectors(held.words, beyond.spread if beyond else None), at_least=SAME_STORY / 3, over=over)
    shared = quoted(held)
    retellings = find_retellings(held, likenesses, shared, over)
    retold = rewrites(held, retellings)
    known = [(parent.left, right) for right, parent in held.parents.items()]
    known += [(held.number[d.left], held.number[d.right]) for d in retold if d.left is not None]
    sources: dict[int, list[int]] = {}
    for left, right in known:
        sources.setdefault(right, []).append(left)
    silent = find_unsaid(held, likenesses, sources, over)
    citing = cited(held)
    for left, right in [
        *((each.left, each.right) for each, _ in silent),
        *((held.number[d.left], held.number[d.right]) for d in citing if d.left is not None),
    ]:
        sources.setdefault(right, []).append(left)
    echoes = find_echoes(held, readings, likenesses, sources, over) if readings else []
    for each in echoes:
        sources.setdefault(each.right, []).append(each.left)
    for derivation in shared:
        if derivation.left is not None:
            sources.setdefault(held.number[derivation.right], []).append(held.number[derivation.left])
    told_after = find_uncredited(held, readings, likenesses, sources, over) if readings else []
    derivations = [
        *copies(held),
        *retold,
        *unsaid(held, silent),
        *echoed(held, echoes),
        *uncredited(held, told_after),
        *shared,
        *citing,
        *linked(held),
    ]
    return Between(
        derivations=tuple(derivations),
        retellings=(*retellings, *(each for each, _ in silent), *map(_as_retelling, echoes)),
        retells={held.number[d.right]: held.number[d.left] for d in retold if d.left is not None},
        clusters=tuple(_clusters(held, likenesses)),
        stories=tuple(same_stories(len(held.documents), likenesses)),
    )


FOLLOWING = ("rewrite", "citation", "credit", "quotation")
"""Derivations by which one document may have told another one's sentences again."""


def followed_by(derivations: Iterable[Derivation]) -> list[tuple[str, str]]:
    """(source, follower) for documents that retell one that is held, without copies of it."""
    copied = {(d.left, d.right) for d in derivations if d.kind == "copy"}
    found = {(d.left, d.right): None for d in derivations if d.kind in FOLLOWING and d.left is not None}
    return [(left, right) for left, right in found if (left, right) not in copied and left is not None]


def _as_retelling(echo: Echo) -> Retelling:
    score = min(1.0, echo.score / SUREST)
    return Retelling(left=echo.left, right=echo.right, score=score, cites=False, shared=(), quoted=False)


def _placed(held: Held, sourcing: Sourcing, between: Between) -> tuple[tuple[DocumentRelation, ...], list[Origin]]:
    """Where each document stands, and the origins of the documents' main content."""
    placed = []
    origins: dict[str, Origin] = {}
    for number, document in enumerate(held.documents):
        parent = held.parents.get(number)
        main = _main(held, sourcing, number)
        if main is not None and main.id not in origins:
            origins[main.id] = origin_of(main, held)
        placed.append(
            DocumentRelation(
                document=document.id,
                cluster=held.documents[between.clusters[number]].id,
                parent=held.documents[parent.left].id if parent else None,
                origin=main.id if main else None,
                story=held.documents[between.stories[number]].id,
            )
        )
    return tuple(placed), list(origins.values())


def _clusters(held: Held, likenesses: Mapping[tuple[int, int], float]) -> list[int]:
    """For each document the number of the first one of its group: copies and parents, and notes that give one report.

    Two groups of copies are never joined for being alike, as articles on one story are; groups of short notes may be.
    """
    count = len(held.documents)
    head = [root_of(number, held.parents) for number in range(count)]
    size = Counter(head)
    longest = dict.fromkeys(head, 0)
    for number, first in enumerate(head):
        longest[first] = max(longest[first], len(held.words[number].tokens))
    joined = list(range(count))
    for number, first in enumerate(same_reports(held.documents, held.words, likenesses)):
        a, b = root_of_group(head[number], joined), root_of_group(head[first], joined)
        notes = max(longest[a], longest[b]) <= 2 * SHORT
        if a != b and (notes or min(size[a], size[b]) == 1):
            joined[max(a, b)] = min(a, b)
            longest[min(a, b)] = max(longest[a], longest[b])
            size[min(a, b)] = size[a] + size[b]
    return [root_of_group(each, joined) for each in head]


def root_of_group(number: int, joined: Sequence[int]) -> int:
    """The first document of a joined group."""
    while joined[number] != number:
        number = joined[number]
    return number


def _main(held: Held, sourcing: Sourcing, number: int) -> Teller | None:
    """The voice of a document's main content: the outlet that it follows, else its own; None when that cannot be
    told."""
    followed = sourcing.follows(number)
    document = held.documents[number]
    if followed is not None:
        return outlet_teller(followed[1], document, None, "the outlet that the document follows")
    return own_teller(document) if document.outlet else None
