"""Records that wait, packed: a tenth of their memory, and each look unpacks some of them.

What is packed is equal to what was put in, and not the same object: only for records that nothing tells apart by
identity. The functions at the end look into readings that may be packed or not, and unpack no more than is asked for.
"""

import pickle
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from types import FunctionType
from typing import Any, TypeVar, overload

import numpy as np

from sayso.model import Claim, Document, Reading

T = TypeVar("T")
RECENT = 1_000
"""Readings that are kept as they were unpacked: documents of one story stand near each other in time, and are looked at
together. 30 kB each."""


class _Pickler(pickle.Pickler):
    """Writes a record as what makes one of its class, and values; its own way (`__setstate__`) takes four times as long
    to read back."""

    def reducer_override(self, held: Any) -> Any:
        cls = type(held)
        if is_dataclass(cls):
            return maker(cls), tuple([getattr(held, name) for name in _names(cls)])
        return (maker, (held.makes,)) if cls is FunctionType and hasattr(held, "makes") else NotImplemented


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def maker(cls: Any) -> Callable[..., Any]:
    """What makes a record of a class from its values, in the order of its fields.

    That is a quarter of the time of an unpacking, and half of all records are spans: these are made without a loop.
    """
    new = object.__new__
    setters = tuple(getattr(cls, name).__set__ for name in _names(cls))  # of a frozen record with slots

    def make(*values: Any) -> Any:
        made = new(cls)
        for put, value in zip(setters, values, strict=True):
            put(made, value)
        return made

    def make_of_three(one: Any, two: Any, three: Any) -> Any:
        made = new(cls)
        put_one(made, one)
        put_two(made, two)
        put_three(made, three)
        return made

    chosen: Any = make
    if len(setters) == 3:
        (put_one, put_two, put_three), chosen = setters, make_of_three
    chosen.makes = cls
    return chosen  # type: ignore[no-any-return]


def pack(held: Any) -> bytes:
    """Records, or tuples, sets and dictionaries of them, as bytes that stay in this process."""
    return zlib.compress(dump(held), 1)


def unpack(packed: bytes) -> Any:
    """What `pack` was given.

    >>> unpack(pack((Document(id="d", text="Ten men."), None)))[0].text
    'Ten men.'
    """
    return load(zlib.decompress(packed))


def dump(held: Any) -> bytes:
    """As `pack`, not made smaller: four times as quick, for what is read again at once."""
    out = BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(held)
    return out.getvalue()


def load(dumped: bytes) -> Any:
    """What `dump` was given."""
    return pickle.loads(dumped)


class Packed(Mapping[str, T]):
    """Records by their ids that are made early and looked at late.

    >>> held = Packed([("a", frozenset("a")), ("b", None)])
    >>> list(held), held["a"] == frozenset("a"), held["a"] is held["a"]
    (['a'], True, False)
    """

    def __init__(self, records: Iterable[tuple[str, T | None]] = ()) -> None:
        self._held: dict[str, bytes] = {}
        for key, each in records:
            self.add(key, each)

    def add(self, key: str, record: T | None) -> None:
        """Keep a record; None is not kept."""
        if record is not None:
            self._held[key] = pack(record)

    def put(self, key: str, packed: bytes | None) -> None:
        """Keep a record that was packed before; None is not kept."""
        if packed is not None:
            self._held[key] = packed

    def __getitem__(self, key: str) -> T:
        made: T = unpack(self._held[key])
        return made

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)


class _Recent(dict[int, T]):
    """What was unpacked last, by number."""

    def look(self, number: int, make: Callable[[int], T]) -> T:
        made = self.pop(number) if number in self else make(number)
        self[number] = made
        if len(self) > RECENT:
            del self[next(iter(self))]
        return made


class PackedReadings(Sequence[Reading]):
    """Readings of many documents, packed but for the documents themselves; claims can be looked at alone.

    Shared numbers and names are kept once among those of one reading only: 4 kB a document instead of 26.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.documents: list[Document] = []
        self._claims: list[bytes] = []
        self._others: list[bytes] = []
        self._seen: _Recent[Reading] = _Recent()
        self._seen_claims: _Recent[tuple[Claim, ...]] = _Recent()
        self.by_id: ClaimsById | None = None
        """All claims by their ids, where `claims_by_id` was asked for them."""
        for reading in readings:
            self.documents.append(reading.document)
            self._claims.append(pack(reading.claims))
            self._others.append(pack([getattr(reading, name) for name in OTHERS]))

    def claims(self, number: int) -> tuple[Claim, ...]:
        """The claims of one reading."""
        return self._seen_claims.look(number, self._unpacked_claims)

    def _unpacked_claims(self, number: int) -> tuple[Claim, ...]:
        claims: tuple[Claim, ...] = unpack(self._claims[number])
        return claims

    def _unpacked(self, number: int) -> Reading:
        return replace(self.bare(number), claims=self.claims(number))

    def bare(self, number: int) -> Reading:
        """One reading without its claims, which take longest to unpack; not kept as it is unpacked."""
        others = dict(zip(OTHERS, unpack(self._others[number]), strict=True))
        return Reading(document=self.documents[number], **others)

    @overload
    def __getitem__(self, number: int) -> Reading: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Reading]: ...
    def __getitem__(self, number: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self._seen.look(number % len(self), self._unpacked)

    def __len__(self) -> int:
        return len(self.documents)


OTHERS = tuple(field.name for field in fields(Reading) if field.name not in ("document", "claims"))
"""Fields of a reading that are packed together."""


def documents_of(readings: Sequence[Reading]) -> Sequence[Document]:
    """The documents of some readings, in their order."""
    return readings.documents if isinstance(readings, PackedReadings) else [each.document for each in readings]


def claims_of(readings: Sequence[Reading], number: int) -> tuple[Claim, ...]:
    """The claims of one of some readings."""
    return readings.claims(number) if isinstance(readings, PackedReadings) else readings[number].claims


def bare_reading(readings: Mapping[str, Reading], document: str) -> Reading | None:
    """The reading of a document where nobody looks at its claims: a packed one has none."""
    return readings.bare(document) if isinstance(readings, _ByDocument) else readings.get(document)


def all_claims(readings: Sequence[Reading]) -> Iterator[Claim]:
    """The claims of some readings, in their order."""
    return (claim for number in range(len(readings)) for claim in claims_of(readings, number))


def by_document(readings: Sequence[Reading]) -> Mapping[str, Reading]:
    """Document id -> its reading."""
    if isinstance(readings, PackedReadings):
        return _ByDocument(readings)
    return {each.document.id: each for each in readings}


class _ByDocument(Mapping[str, Reading]):
    """Packed readings by the ids of their documents."""

    def __init__(self, readings: PackedReadings) -> None:
        self._readings = readings
        self._number = {document.id: n for n, document in enumerate(readings.documents)}

    def __getitem__(self, document: str) -> Reading:
        return self._readings[self._number[document]]

    def bare(self, document: str) -> Reading | None:
        """One without its claims; None for a document that is not there."""
        number = self._number.get(document)
        return None if number is None else self._readings.bare(number)

    def __contains__(self, document: object) -> bool:
        return document in self._number

    def __len__(self) -> int:
        return len(self._number)

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)


class ClaimsById(Mapping[str, Claim]):
    """Claim id -> claim, in the order of the readings, or of `numbers` of them; where it stands is kept, not the claim.

    Of claims with one id the last one counts.
    """

    def __init__(self, readings: Sequence[Reading], numbers: Iterable[int] | None = None) -> None:
        self._readings = readings
        self._documents = documents_of(readings)
        self._at: dict[str, int] = {}
        self._number, self._nth = array("i"), array("i")
        for number in range(len(readings)) if numbers is None else numbers:
            self.add(number)

    def add(self, number: int) -> tuple[Claim, ...]:
        """Take in the claims of one reading; gives them."""
        claims = claims_of(self._readings, number)
        for nth, claim in enumerate(claims):
            at = self._at.setdefault(claim.id, len(self._at))
            if at == len(self._nth):
                self._number.append(number)
                self._nth.append(nth)
            else:
                self._number[at], self._nth[at] = number, nth
        return claims

    def is_in_order(self) -> bool:
        """Whether claims come in the order of the readings."""
        return bool((np.diff(np.frombuffer(self._number, dtype=np.int32)) >= 0).all())

    @property
    def order(self) -> Mapping[str, int]:
        """Claim id -> its place among all."""
        return self._at

    def document(self, claim: str) -> Document:
        """The document that a claim stands in."""
        return self._documents[self._number[self._at[claim]]]

    def __getitem__(self, claim: str) -> Claim:
        at = self._at[claim]
        return claims_of(self._readings, self._number[at])[self._nth[at]]

    def __contains__(self, claim: object) -> bool:
        return claim in self._at

    def __len__(self) -> int:
        return len(self._at)

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)


def keep_by_id(readings: Sequence[Reading], claims: ClaimsById) -> None:
    """Have `claims_by_id` give what was made of packed readings in the order of their dates, if that is their own."""
    if isinstance(readings, PackedReadings) and claims.is_in_order():
        readings.by_id = claims


def claims_by_id(readings: Sequence[Reading]) -> ClaimsById:
    """All claims by their ids. Made once of packed readings: to make it, all claims are unpacked."""
    if not isinstance(readings, PackedReadings):
        return ClaimsById(readings)
    if readings.by_id is None:
        readings.by_id = ClaimsById(readings)
    return readings.by_id


class DocumentOf(Mapping[str, Document]):
    """Claim id -> the document that it stands in."""

    def __init__(self, claims: ClaimsById) -> None:
        self._claims = claims

    def __getitem__(self, claim: str) -> Document:
        return self._claims.document(claim)

    def __len__(self) -> int:
        return len(self._claims)

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)
