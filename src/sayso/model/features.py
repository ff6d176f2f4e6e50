"""What a document and its claims are found by when another one is related to them: kept beside the ledger's rows."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from sayso.model._record import record
from sayso.model.relation import Happening

Kind = Literal["text", "quotation", "outlet", "cites", "address", "links"]
"""Shared text and quotations, its own outlet, outlets that it cites, its own address, addresses that it links to."""


@record
class Features:
    """Numbers (64 bits, signed) that a document shares with those that it may be kin to."""

    document: str
    """Document id."""
    keys: Mapping[Kind, tuple[int, ...]]
    """By what they are made of."""
    claims: Mapping[str, tuple[int, ...]]
    """By claim id."""
    words: frozenset[str]
    """Stems that stand in it: in how many documents a stem stands tells how rare it is."""


@record
class Spread:
    """In how many documents each stem stands, of how many: how rare a word is."""

    documents: int
    of: Mapping[str, int]
    """Stem -> documents."""


@record
class Beyond:
    """What is known of documents that are not at hand, so that those at hand are judged as among all of them."""

    spread: Callable[[Iterable[str]], Spread]
    """How rare stems are over all documents, those at hand among them."""
    outlets: frozenset[str]
    """Names under which held documents were published."""
    unsettled: frozenset[str]
    """Documents at hand whose parents are looked for; the others keep those that they have."""
    parents: Mapping[str, str]
    """Document -> the one that it was copied from, for those that keep theirs."""
    claims: frozenset[str]
    """Claims at hand whose propositions are asked for; those of others are as they were."""


@record
class NewEvents:
    """What one more document makes of the events of several propositions."""

    gone: frozenset[str]
    """Ids of the events in whose place `events` stand."""
    events: tuple[Happening, ...]
    held: frozenset[str]
    """Documents that were held against each other: the new one and those on its story."""
    waiting: frozenset[str]
    """Documents that are to be held against their story when all is related anew: there were too many."""
