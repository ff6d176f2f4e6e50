"""Find what stands between documents and between claims."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.model import Derivation, DocumentRelation, Document, Origin, Reading, Relations
from sayso.stages.link import documents as between
from sayso.stages.link.documents import DocumentLinks, Held
from sayso.stages.link.lineage import root_of
from sayso.stages.link.propositions import Told, drifts, make_propositions, origin_of, same_claims
from sayso.stages.link.reports import SHORT, same_reports
from sayso.stages.link.sourcing import Sourcing
from sayso.stages.link.voices import Teller, outlet_teller, own_teller


def link(readings: Sequence[Reading]) -> Relations:
    """Relate readings: copies, citations, shared quotations, same claims, origins, contradictions, changed figures.

    The order of the readings does not matter. Near-linear in documents and claims: only what shares words is compared.
    Method, thresholds and measured quality: docs/method/link.md and docs/method/origins.md.
    """
    held = Held(
        (r.document for r in readings),
        attributions={r.document.id: r.attributions for r in readings},
        quotations={r.document.id: r.quotations for r in readings},
    )
    derivations = _derive(held)
    changed = between.changes(held)
    told = Told(readings)
    sourcing = Sourcing(held, readings)
    links = same_claims(told, held)
    propositions, origins = make_propositions(told, held, sourcing, links)
    changed += drifts(propositions, _followed(derivations), changed)
    placed, main = _placed(held, sourcing)
    known = {o.id: o for o in (*main, *origins)}
    return Relations(
        documents=placed,
        derivations=tuple(derivations),
        changes=tuple(changed),
        origins=tuple(known[id_] for id_ in sorted(known)),
        propositions=tuple(propositions),
    )


def link_documents(documents: Iterable[Document]) -> DocumentLinks:
    """The same for documents that were not read: clusters, parents, citations and changes, from their words alone."""
    held = Held(documents)
    derivations = _derive(held)
    placed, _ = _placed(held, Sourcing(held, ()))
    return DocumentLinks(documents=placed, derivations=tuple(derivations), changes=tuple(between.changes(held)))


def _derive(held: Held) -> list[Derivation]:
    between.find_copies(held)
    return [*between.copies(held), *between.quoted(held), *between.cited(held), *between.linked(held)]


def _followed(derivations: Iterable[Derivation]) -> list[tuple[str, str]]:
    """Which document follows which; of those that follow one not held, each follows the earliest retelling."""
    found = [(d.left, d.right) for d in derivations if d.left is not None]
    first: dict[str, str] = {}
    for derivation in derivations:
        if derivation.left is None and derivation.left_name:
            earliest = first.setdefault(derivation.left_name, derivation.right)
            if earliest != derivation.right:
                found.append((earliest, derivation.right))
    return found


def _placed(held: Held, sourcing: Sourcing) -> tuple[tuple[DocumentRelation, ...], list[Origin]]:
    """Where each document stands, and the origins of the documents' main content."""
    clusters = _clusters(held)
    placed, origins = [], []
    for number, document in enumerate(held.documents):
        parent = held.parents.get(number)
        main = _main(held, sourcing, number)
        if main is not None:
            origins.append(origin_of(main, held))
        placed.append(
            DocumentRelation(
                document=document.id,
                cluster=held.documents[clusters[number]].id,
                parent=held.documents[parent.left].id if parent else None,
                origin=main.id if main else None,
            )
        )
    return tuple(placed), origins


def _clusters(held: Held) -> list[int]:
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
    for number, first in enumerate(same_reports(held.documents, held.words)):
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
    """The voice of a document's main content: the outlet that it follows, else its own; None when that cannot be told."""
    followed = sourcing.follows(number)
    document = held.documents[number]
    if followed is not None:
        return outlet_teller(followed[1], document, None, "the outlet that the document follows")
    return own_teller(document) if document.outlet else None
