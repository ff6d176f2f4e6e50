"""What a document is found by among all that are held."""

from collections.abc import Iterable

import numpy as np

from sayso.model import Reading
from sayso.model.features import Features, Kind
from sayso.stages.link.claims.article import drive_of
from sayso.stages.link.claims.candidates import claim_signature
from sayso.stages.link.claims.gist import gist_of
from sayso.stages.link.texts.citations import Citation, canonical, find_citations, find_mentions
from sayso.stages.link.texts.likeness import counts_of
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.texts.quotations import quotation_keys
from sayso.stages.link.texts.signatures import Hashes, hashed, signature
from sayso.stages.link.texts.words import words_of

SAMPLED = 16
"""One shingle in this many is kept of a text that is related: a quarter of those that texts are compared by."""


def features_of(reading: Reading, outlets: frozenset[str]) -> Features:
    """What a document is found by. `outlets` are the names under which held documents were published."""
    document = reading.document
    shingles = signature(document.text)
    about = drive_of(document)
    keys: dict[Kind, Iterable[int]] = {
        "text": _signed(shingles[shingles % np.uint64(SAMPLED) == 0]),
        "quotation": (_wrapped(key) for key in quotation_keys(reading.quotations)),
        "outlet": [key_of(outlet_key(document.outlet))] if document.outlet else [],
        "cites": (key_of(c.key) for c in _named(reading, outlets)),
        "address": [key_of(canonical(document.url))] if document.url else [],
        "links": (key_of(canonical(url)) for url in document.links),
    }
    return Features(
        document=document.id,
        keys={kind: tuple(dict.fromkeys(held)) for kind, held in keys.items()},
        claims={c.id: _signed(claim_signature(gist_of(c, document.id, about))) for c in reading.claims},
        words=frozenset(counts_of(words_of(document))),
    )


def _named(reading: Reading, outlets: frozenset[str]) -> tuple[Citation, ...]:
    """Outlets that a document cites, and those at hand that it names."""
    cited = find_citations(reading.document, reading.attributions, held=outlets)
    return (*cited, *find_mentions(reading.document, outlets, cited))


def key_of(words: str) -> int:
    """The key of a name or an address."""
    return _wrapped(hashed(words))


def _signed(hashes: Hashes) -> tuple[int, ...]:
    return tuple(hashes.view(np.int64).tolist())


def _wrapped(key: int) -> int:
    """As a signed number of 64 bits, as SQLite has them."""
    return key - (1 << 64) if key >= 1 << 63 else key
