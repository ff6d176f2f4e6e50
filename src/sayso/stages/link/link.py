"""Find what stands between documents and between claims."""

from collections.abc import Iterable, Sequence

from sayso.model import Derivation, DocumentRelation, Document, Origin, Reading, Relations
from sayso.stages.link import documents as between
from sayso.stages.link.documents import DocumentLinks, Held
from sayso.stages.link.lineage import root_of
from sayso.stages.link.propositions import Told, drifts, make_propositions, origin_of, same_claims
from sayso.stages.link.reports import same_reports
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
    reports = same_reports(held)
    placed, origins = [], []
    for number, document in enumerate(held.documents):
        parent = held.parents.get(number)
        main = _main(held, sourcing, number)
        if main is not None:
            origins.append(origin_of(main, held))
        placed.append(
            DocumentRelation(
                document=document.id,
                cluster=held.documents[reports[root_of(number, held.parents)]].id,
                parent=held.documents[parent.left].id if parent else None,
                origin=main.id if main else None,
            )
        )
    return tuple(placed), origins


def _main(held: Held, sourcing: Sourcing, number: int) -> Teller | None:
    """The voice of a document's main content: the outlet that it follows, else its own; None when that cannot be told."""
    followed = sourcing.follows(number)
    document = held.documents[number]
    if followed is not None:
        return outlet_teller(followed[1], document, None, "the outlet that the document follows")
    return own_teller(document) if document.outlet else None
