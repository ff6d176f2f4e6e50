"""Relate one more document to what is related already, looking again only at what it touches."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.model import Derivation, DocumentRelation, Reading, Relations
from sayso.model._record import record
from sayso.model.features import Beyond, Features, Spread
from sayso.stages.link.around import Around
from sayso.stages.link.claims.article import NO_DRIVE, TAKEN, drive_of
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.claims.same_claim import fit_of
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.link import Linked, link_and_tell
from sayso.stages.link.memory import Memory
from sayso.stages.link.retellings.echoes import WITHIN as ECHOED_WITHIN
from sayso.stages.link.retellings.echoes import could_echo
from sayso.stages.link.retellings.retelling import WITHIN as UNSAID_WITHIN
from sayso.stages.link.retellings.retelling import telling_figures
from sayso.stages.link.retellings.sheets import figures_in
from sayso.stages.link.texts.copies import CANDIDATE
from sayso.stages.link.texts.lineage import days_between, is_before
from sayso.stages.link.texts.words import Words, words_of
from sayso.stages.link.wording import stem

NEAR = 24
"""Documents that share most text with the new one and are looked at."""
SHORTER = 6
"""Of these so many that share little of it: much of a short note can be little of a long article."""
ALIKE = 12
"""The same for documents that share its rarest words, of all outlets and of each one that it cites."""
RAREST = 14
"""Words that these are looked up by."""
FAMILY = 80
"""A larger group of copies is not looked at as a whole: the nearest ones with their parents are."""
CITING = 200
"""Documents that cite an outlet of which the new one is the first that is held."""
SILENTLY = max(UNSAID_WITHIN, ECHOED_WITHIN)
"""Days after a document within which another can have passages of it without a word on that."""
ROUNDS = 6
"""How often the circle of what is looked at again may widen."""
SHARED = 0.09
"""Share of features of a claim that another has for the two to be compared."""


@record
class Renewed:
    """What one more document changes."""

    documents: frozenset[str]
    """Documents whose rows are replaced, the new one among them."""
    propositions: frozenset[str]
    """Propositions that are replaced."""
    rows: Relations
    """What stands in their place; of origins, the claims of the new propositions only."""
    lineage: tuple[Derivation, ...] = ()
    """What was found between all documents that were looked at, for the titles of propositions."""
    subjects: Mapping[str, Subject]
    """What drives the documents whose rows are replaced may be about, by id."""
    reports: Mapping[str, DriveReport]
    """What these tell of drives."""


def relate_one(around: Around, reading: Reading, features: Features) -> Renewed | None:
    """What changes when this document is related to everything that is held.

    Looked at again are documents that share text, quotations or rare words with it, that it cites or links to, the
    groups of copies that they stand in, and the propositions that its claims may belong to. None when these lead on
    and on: then all is to be related anew. Where the result can differ from that: docs/method/link.md.
    """
    kin = _kin(around, reading, features)
    near = kin | _alike(around, reading, features)
    near |= _ancestors(around, near)
    held = {each.document.id: each for each in around.readings(near - {reading.document.id})}
    renewed = _renewed(around, reading, features, held, kin)
    _load(
        around, held, renewed | around.sources(renewed, ("copy", "rewrite", "quotation", "citation", "credit", "link"))
    )
    touched = _touched(around, reading, features)
    touched |= around.propositions(c.id for id_ in renewed if id_ in held for c in held[id_].claims)
    own = {claim.id for claim in reading.claims}
    memory: Memory = {}
    for _ in range(ROUNDS):
        members = around.members(touched)
        _load(around, held, {document for _, document in members.values()})
        beyond = _beyond(around, reading, features, held, renewed, frozenset(own | members.keys()))
        linked = link_and_tell([*(held[id_] for id_ in sorted(held)), reading], beyond, memory, around.decided())
        part = linked.relations
        taken = around.propositions(c for p in part.propositions for c in p.claims)
        if taken <= touched:
            return _made(around, reading, linked, renewed | {reading.document.id}, touched)
        touched |= taken
    return None


def _own(reading: Reading) -> frozenset[str]:
    outlet = reading.document.outlet
    return frozenset((outlet, outlet.removeprefix("The "))) if outlet else frozenset()


def _load(around: Around, held: dict[str, Reading], wanted: Iterable[str]) -> None:
    """Read what is wanted and not at hand yet, with what it was taken from."""
    missing = {id_ for id_ in wanted if id_ not in held}
    missing |= {id_ for id_ in _ancestors(around, missing) if id_ not in held}
    held |= {each.document.id: each for each in around.readings(missing)}


def _ancestors(around: Around, documents: Iterable[str]) -> set[str]:
    """What documents were copied or retold from, and so on."""
    found: set[str] = set()
    last = frozenset(documents)
    while last:
        last = around.sources(last, ("copy", "rewrite")) - found
        found |= last
    return found


def _beyond(
    around: Around,
    reading: Reading,
    features: Features,
    held: Mapping[str, Reading],
    renewed: frozenset[str],
    claims: frozenset[str],
) -> Beyond:
    """What is known of all documents, the new one counted in."""

    def spread(words: Iterable[str]) -> Spread:
        before = around.spread(words)
        of = {word: max(before.of.get(word, 0) + (word in features.words), 1) for word in words}
        return Spread(documents=before.documents + 1, of=of)

    settled = held.keys() - renewed
    return Beyond(
        spread=spread,
        outlets=around.outlets() | _own(reading),
        unsettled=(renewed & held.keys()) | {reading.document.id},
        parents={d.document: d.parent for d in around.standing(settled) if d.parent is not None},
        claims=claims,
    )


def _kin(around: Around, reading: Reading, features: Features) -> set[str]:
    """Documents that share more than words with the new one: text, quotations, addresses, outlets that both cite or of
    which one cites the other's; with the groups of copies that they stand in."""
    text = features.keys["text"]
    shared = around.documents_by("text", text)
    ranked = sorted(shared, key=lambda d: (-shared[d], d))
    near = {d for d in ranked[:NEAR] if shared[d] >= CANDIDATE * len(text) / 2}
    near |= {d for d in ranked[:SHORTER] if shared[d] >= 2}
    for cluster in sorted({each.cluster for each in around.standing(near)}):
        group = around.group([cluster])
        near |= group if len(group) <= FAMILY else frozenset()
    quoting = around.documents_by("quotation", features.keys["quotation"])
    near |= {document for document, count in quoting.items() if count >= 2}
    near |= around.documents_by("address", features.keys["links"]).keys()
    near |= around.documents_by("links", features.keys["address"]).keys()
    return (near | _waiting(around, reading, features)) - {reading.document.id}


def _alike(around: Around, reading: Reading, features: Features) -> set[str]:
    """Documents that share the new one's rarest words, and the first ones of outlets that it cites and of its own."""
    words = _rarest(around, words_of(reading.document))
    near = set(around.alike(words, most=ALIKE))
    for outlet in features.keys["cites"]:
        near |= set(around.alike(words, most=ALIKE, outlet=outlet))
    firsts = (around.first_of(outlet) for outlet in (*features.keys["cites"], *features.keys["outlet"]))
    near |= {first for first in firsts if first is not None}
    return near - {reading.document.id}


def _rarest(around: Around, words: Words) -> list[str]:
    """The words of a text that stand in fewest other documents, and in some."""
    tokens = {token for token in words.tokens if len(token) > 3 and token.isalpha()}
    spread = around.spread(stem(token) for token in tokens).of
    known = [token for token in tokens if spread.get(stem(token), 0) > 0]
    return sorted(known, key=lambda token: (spread[stem(token)], token))[:RAREST]


def _waiting(around: Around, reading: Reading, features: Features) -> set[str]:
    """Documents that cite or name an outlet of which the new document is the first."""
    outlet = reading.document.outlet
    if not outlet or any(around.first_of(key) is not None for key in features.keys["outlet"]):
        return set()
    citing = sorted(around.documents_by("cites", features.keys["outlet"]))[:CITING]
    return {*citing, *around.naming(outlet.removeprefix("The "), most=CITING)}


def _renewed(
    around: Around, reading: Reading, features: Features, held: Mapping[str, Reading], kin: set[str]
) -> frozenset[str]:
    """Documents whose lineage the new one can change: kin that are not earlier, and others of its day, with all of
    their groups; and those that waited for its outlet or link to it."""
    citing = around.documents_by("cites", (*features.keys["outlet"], *features.keys["cites"])).keys() | kin
    before = {id_: is_before(each.document, reading.document) for id_, each in held.items()}
    figures = telling_figures(reading.document.text)
    own = figures_in(reading)
    silent = {
        id_
        for id_, each in held.items()
        if days_between(reading.document, each.document) <= SILENTLY
        and (figures & telling_figures(each.document.text) or could_echo(own, figures_in(each)))
    }
    later = {id_ for id_, earlier in before.items() if earlier is None or (not earlier and id_ in citing | silent)}
    clusters = {each.cluster for each in around.standing(later)}
    linking = around.documents_by("links", features.keys["address"]).keys()
    found = later | around.group(clusters) | linking | _waiting(around, reading, features)
    return frozenset(found) - {reading.document.id}


def _touched(around: Around, reading: Reading, features: Features) -> frozenset[str]:
    """Propositions of claims that say what one of the document's claims says."""
    asked: dict[str, set[str]] = {}
    for claim, keys in features.claims.items():
        for other, shared in around.claims_by(keys).items():
            if shared >= SHARED * len(keys):
                asked.setdefault(other, set()).add(claim)
    about = drive_of(reading.document)
    own = {claim.id: gist_of(claim, reading.document.id, about) for claim in reading.claims}
    others = [(document, other) for document, other in around.claims(asked) if document != reading.document.id]
    told = around.documents({document for document, other in others if other.event_type in TAKEN})
    drives = {each.id: drive_of(each) for each in told}
    found = set()
    for document, held in others:
        gist = gist_of(held, document, drives.get(document, NO_DRIVE))
        if any(fit_of(gist, own[claim]) is not None for claim in asked[held.id]):
            found.add(held.id)
    return around.propositions(found)


def _made(
    around: Around,
    reading: Reading,
    linked: Linked,
    renewed: frozenset[str],
    touched: frozenset[str],
) -> Renewed:
    """What the part that was looked at says of what is renewed."""
    part = linked.relations
    claims = {claim for proposition in part.propositions for claim in proposition.claims}
    placed = _placed(around, reading, part, renewed)
    main = {each.origin for each in placed}
    origins = (replace(o, claims=tuple(c for c in o.claims if c in claims)) for o in part.origins)
    return Renewed(
        documents=renewed,
        propositions=touched,
        rows=Relations(
            documents=placed,
            derivations=tuple(d for d in part.derivations if d.right in renewed),
            changes=tuple(c for c in part.changes if c.child in renewed),
            origins=tuple(o for o in origins if o.claims or o.id in main),
            propositions=part.propositions,
        ),
        lineage=part.derivations,
        subjects=linked.subjects,
        reports=linked.reports,
    )


def _placed(around: Around, reading: Reading, part: Relations, renewed: frozenset[str]) -> tuple[DocumentRelation, ...]:
    """Where renewed documents stand: in the story that they, or documents on theirs, were in before."""
    before = {d.document: d.story for d in around.standing(d.document for d in part.documents)}
    stories: dict[str | None, str | None] = {}
    for placed in part.documents:
        if before.get(placed.document) is not None:
            stories.setdefault(placed.story, before[placed.document])
    return tuple(
        replace(d, story=before.get(d.document) or stories.get(d.story, d.story))
        for d in part.documents
        if d.document in renewed
    )
