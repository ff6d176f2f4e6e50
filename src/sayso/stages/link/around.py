"""What a ledger answers about the documents and claims that are related already."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sayso.model import Claim, Document, DocumentRelation, Reading, Sameness
from sayso.model.features import Kind, Spread


class Around(Protocol):
    """What is held and related already, asked for piece by piece. Documents, claims and propositions go by id."""

    def outlets(self) -> frozenset[str]:
        """Names under which held documents were published."""

    def spread(self, words: Iterable[str]) -> Spread:
        """In how many documents these stems stand."""

    def documents_by(self, kind: Kind, keys: Sequence[int]) -> Mapping[str, int]:
        """Documents that share keys, with how many; a key that very many have leads to the first ones only."""

    def claims_by(self, keys: Sequence[int]) -> Mapping[str, int]:
        """The same for claims."""

    def claims(self, ids: Iterable[str]) -> Sequence[tuple[str, Claim]]:
        """Claims with the documents they stand in."""

    def alike(self, words: Sequence[str], *, most: int, outlet: int | None = None) -> Sequence[str]:
        """Documents with most of these words, of all outlets or of the one with this key."""

    def naming(self, words: str, *, most: int) -> Sequence[str]:
        """Documents in whose text these words stand beside each other."""

    def first_of(self, outlet: int) -> str | None:
        """The earliest document of an outlet."""

    def standing(self, documents: Iterable[str]) -> Sequence[DocumentRelation]:
        """Where documents stand."""

    def group(self, clusters: Iterable[str]) -> frozenset[str]:
        """All documents of some clusters."""

    def sources(self, documents: Iterable[str], kinds: Sequence[str]) -> frozenset[str]:
        """Held documents that these were taken from, by derivations of some kinds."""

    def propositions(self, claims: Iterable[str]) -> frozenset[str]:
        """The propositions that claims belong to."""

    def members(self, propositions: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """Claim -> its proposition and its document, for all claims of some propositions."""

    def readings(self, documents: Iterable[str]) -> Sequence[Reading]:
        """Readings as they are related: slim, with people's judgements over them."""

    def documents(self, ids: Iterable[str]) -> Sequence[Document]:
        """Documents without what was read in them."""

    def decided(self) -> Sameness:
        """Which claims people hold to say the same, and which not."""
