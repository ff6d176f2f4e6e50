"""Add one document to what is related already, looking again only at what it touches."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.model import Document, DocumentRelation, Proposition, Reading, Relations
from sayso.model._record import record
from sayso.stages.link.citations import find_citations
from sayso.stages.link.documents import CANDIDATE, by_date
from sayso.stages.link.gist import gist_of
from sayso.stages.link.link import link
from sayso.stages.link.outlets import outlet_key
from sayso.stages.link.same_claim import claim_signature
from sayso.stages.link.signatures import LinkIndex, grown, index_of, signature

Load = Callable[[Sequence[str]], Sequence[Reading]]
"""Gives the readings of some documents, by id."""

ROUNDS = 4
"""How often the circle of what is looked at again may widen."""
SHARED_FEATURES = 0.09
"""Share of features of a claim that another has for its proposition to be looked at again."""
MOST_CITED = 20


@record
class LinkState:
    """What look-ups need of everything that is related: kept beside the ledger, never changed, replaced by a grown
    one."""

    texts: LinkIndex
    """Documents by their shingles."""
    claims: LinkIndex
    """Claims by their features."""
    outlets: tuple[tuple[str, str], ...]
    """(key of the outlet, document id)."""


def state_of(readings: Iterable[Reading]) -> LinkState:
    """The state for some readings, built at once."""
    held = sorted(readings, key=lambda r: by_date(r.document))
    gists = [gist_of(claim, r.document.id) for r in held for claim in r.claims]
    return LinkState(
        texts=index_of([r.document.id for r in held], (signature(r.document.text) for r in held)),
        claims=index_of([g.claim for g in gists], (claim_signature(g) for g in gists)),
        outlets=tuple((outlet_key(r.document.outlet), r.document.id) for r in held if r.document.outlet),
    )


def grow(state: LinkState, reading: Reading) -> LinkState:
    """The state with one more reading in it."""
    document = reading.document
    gists = [gist_of(claim, document.id) for claim in reading.claims]
    own = ((outlet_key(document.outlet), document.id),) if document.outlet else ()
    return LinkState(
        texts=grown(state.texts, [document.id], [signature(document.text)]),
        claims=grown(state.claims, [g.claim for g in gists], [claim_signature(g) for g in gists]),
        outlets=state.outlets + own,
    )


def relate_one(state: LinkState, relations: Relations, reading: Reading, load: Load) -> tuple[LinkState, Relations]:
    """Relate one more document to everything that is related already.

    Looked at again are documents that share text with it, that it cites or that cite its outlet, their groups, and the
    propositions that its claims may belong to. Everything else stays as it is, so the result is that of relating all
    anew,
    but for two things: how rare a word is counts in what is looked at only, and a story is not split or joined again.
    """
    near = touched_documents(state, relations, reading)
    touched = touched_propositions(state, relations, reading)
    part, again = _relate_part(relations, reading, near, touched, load)
    renewed = near | {reading.document.id}
    return grow(state, reading), _merged(relations, part, renewed, again)


def touched_documents(state: LinkState, relations: Relations, reading: Reading) -> frozenset[str]:
    """Documents whose lineage one more document can change, with all of their groups."""
    shingles = signature(reading.document.text)
    found = {
        state.texts.ids[n]
        for n, shared in state.texts.shared_with(shingles).items()
        if shared >= CANDIDATE * min(len(shingles), int(state.texts.sizes[n]))
    }
    found |= _cited(state, reading.document)
    clusters = {d.cluster for d in relations.documents if d.document in found}
    return frozenset(found | {d.document for d in relations.documents if d.cluster in clusters})


def _cited(state: LinkState, document: Document) -> set[str]:
    keys = {c.key for c in find_citations(document)}
    return set([id_ for key, id_ in reversed(state.outlets) if key in keys][:MOST_CITED])


def touched_propositions(state: LinkState, relations: Relations, reading: Reading) -> frozenset[str]:
    """Propositions that one of the document's claims may belong to."""
    of_claim = {c: p.id for p in relations.propositions for c in p.claims}
    found = set()
    for claim in reading.claims:
        features = claim_signature(gist_of(claim, reading.document.id))
        for number, shared in state.claims.shared_with(features).items():
            if shared >= SHARED_FEATURES * min(len(features), int(state.claims.sizes[number])):
                found.add(of_claim.get(state.claims.ids[number], ""))
    return frozenset(found - {""})


def _relate_part(
    relations: Relations, reading: Reading, near: frozenset[str], touched: frozenset[str], load: Load
) -> tuple[Relations, list[Proposition]]:
    """Relate what is touched; widen it while a new proposition takes claims from one that is not wholly looked at."""
    by_id = {p.id: p for p in relations.propositions}
    of_claim = {c: p.id for p in relations.propositions for c in p.claims}
    for _ in range(ROUNDS):
        ids = near.union(*(by_id[p].documents for p in touched)) - {reading.document.id}
        part = link((*load(sorted(ids)), reading))
        wanted = {c.id for c in reading.claims}.union(*(by_id[p].claims for p in touched))
        again = [p for p in part.propositions if wanted & set(p.claims)]
        taken = {of_claim[c] for p in again for c in p.claims if c in of_claim}
        if taken <= touched:
            break
        touched = touched | taken
    return part, again


def _merged(relations: Relations, part: Relations, renewed: frozenset[str], again: Sequence[Proposition]) -> Relations:
    """The old rows with the renewed ones in their place."""
    claims = {c for p in again for c in p.claims}
    origins = {o.id: o for o in part.origins}
    kept = [p for p in relations.propositions if not claims & set(p.claims)]
    held = {o.id: o for o in relations.origins}
    for id_, origin in origins.items():
        old = held.get(id_)
        rest = tuple(c for c in old.claims if c not in claims) if old else ()
        renewed_claims = tuple(c for c in origin.claims if c in claims)
        held[id_] = replace(origin, claims=(*rest, *renewed_claims))
    return Relations(
        documents=_placed(relations, part, renewed),
        derivations=(
            *(d for d in relations.derivations if d.right not in renewed),
            *(d for d in part.derivations if d.right in renewed),
        ),
        changes=(
            *(c for c in relations.changes if c.child not in renewed),
            *(c for c in part.changes if c.child in renewed),
        ),
        origins=tuple(held[id_] for id_ in sorted(held)),
        propositions=(*kept, *again),
    )


def _placed(relations: Relations, part: Relations, renewed: frozenset[str]) -> tuple[DocumentRelation, ...]:
    """Where documents stand: renewed ones by the new look, in the story that they or their likest were in before."""
    before = {d.document: d.story for d in relations.documents}
    stories: dict[str | None, str | None] = {}
    for placed in part.documents:
        if before.get(placed.document) is not None:
            stories.setdefault(placed.story, before[placed.document])
    fresh = [
        replace(d, story=before.get(d.document) or stories.get(d.story, d.story))
        for d in part.documents
        if d.document in renewed
    ]
    return (*(d for d in relations.documents if d.document not in renewed), *fresh)
