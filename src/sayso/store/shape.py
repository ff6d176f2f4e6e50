"""How a record becomes a row and a row a record again: derived from the record's own declaration.

Scalars are columns. A record inside a record is flattened under its field's name (`trigger_start`, `period_basis`).
A tuple is a JSON column, or a table of its own where the ledger filters by it (see `sayso.store.tables.CHILDREN`).
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from sys import intern
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from sayso.model.adapters import adapter

Sort = Literal["scalar", "record", "many"]
Storage = Literal["TEXT", "INTEGER", "REAL", "BLOB"]


class Part(NamedTuple):
    """One field of a record, as the ledger sees it."""

    name: str
    sort: Sort
    kind: Any
    """Type of the value: of the scalar, of the record inside, or of the whole tuple."""
    optional: bool


class Column(NamedTuple):
    """One column of a table."""

    name: str
    storage: Storage
    optional: bool


@cache
def parts(record: Any) -> tuple[Part, ...]:
    """The fields of a record in the order of their declaration."""
    hints = get_type_hints(record)
    return tuple(_part(field.name, hints[field.name]) for field in fields(record))


def _part(name: str, hint: Any) -> Part:
    optional = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    kind = next(arg for arg in get_args(hint) if arg is not type(None)) if optional else hint
    if get_origin(kind) is tuple:
        return Part(name, "many", kind, optional)
    return Part(name, "record" if is_dataclass(kind) else "scalar", kind, optional)


def columns(record: Any, *, without: tuple[str, ...] = (), prefix: str = "", optional: bool = False) -> list[Column]:
    """The columns that a record needs; `without` names fields that have tables of their own."""
    made: list[Column] = []
    for part in parts(record):
        name, can_miss = prefix + part.name, optional or part.optional
        if part.name in without and not prefix:
            continue
        if part.sort == "record":
            made += columns(part.kind, prefix=name + "_", optional=can_miss)
        else:
            made.append(Column(name, "TEXT" if part.sort == "many" else storage_of(part.kind), can_miss))
    return made


def storage_of(kind: Any) -> Storage:
    """How SQLite stores a scalar.

    >>> storage_of(bool), storage_of(float), storage_of(date), storage_of(bytes)
    ('INTEGER', 'REAL', 'TEXT', 'BLOB')
    """
    if kind in (int, bool):
        return "INTEGER"
    if kind is bytes:
        return "BLOB"
    return "REAL" if kind is float else "TEXT"


def flatten(value: Any, record: Any, *, without: tuple[str, ...] = (), prefix: str = "") -> dict[str, Any]:
    """A record as the values of its columns; None gives NULL in all of them."""
    row: dict[str, Any] = {}
    _fill(row, value, record, without, prefix)
    return row


def _fill(row: dict[str, Any], value: Any, record: Any, without: tuple[str, ...], prefix: str) -> None:
    for field in _fields(record, prefix):
        if field.name in without:
            continue
        held = None if value is None else getattr(value, field.name)
        if field.inside is not None:
            _fill(row, held, field.inside, (), field.column + "_")
        else:
            row[field.column] = held if held is None or field.write is None else field.write(held)


def rebuild(record: Any, row: Any, *, given: dict[str, Any] | None = None, prefix: str = "") -> Any:
    """The record that `flatten` was given, from a mapping of column names to values.

    `given` holds the fields that stand in tables of their own. An optional record inside is None when its first
    column that cannot be NULL is NULL.
    """
    values: dict[str, Any] = dict(given or {})
    for name, column, inside, marker_, read, _ in _fields(record, prefix):
        if name in values:
            continue
        if inside is not None:
            missing = marker_ is not None and row[marker_] is None
            values[name] = None if missing else rebuild(inside, row, prefix=column + "_")
        else:
            held = row[column]
            values[name] = held if held is None or read is None else read(held)
    return record(**values)


class Field(NamedTuple):
    """How a field is read from a row."""

    name: str
    column: str
    inside: Any
    """The record that it holds; None for others."""
    marker: str | None
    """The column that is NULL when there is no such record; None where there always is."""
    read: Callable[[Any], Any] | None
    """What makes a value of a column's; None where they are the same."""
    write: Callable[[Any], Any] | None
    """What makes a column's of a value."""


@cache
def _fields(record: Any, prefix: str) -> tuple[Field, ...]:
    """Worked out once: a hundred thousand documents are millions of records."""
    made = []
    for part in parts(record):
        name, inside = prefix + part.name, part.kind if part.sort == "record" else None
        first = f"{name}_{marker(part.kind)}" if inside is not None and part.optional else None
        made.append(Field(part.name, name, inside, first, _reader(part), _writer(part)))
    return tuple(made)


def _reader(part: Part) -> Callable[[Any], Any] | None:
    if part.sort == "many":
        return lambda held: () if held == "[]" else adapter(part.kind).validate_json(held)
    if part.kind is bool:
        return bool
    if part.kind is date:
        return _day
    if get_origin(part.kind) is Literal:
        return intern
    return part.kind.fromisoformat if part.kind is datetime else None


@lru_cache(maxsize=20_000)
def _day(held: str) -> date:
    """A day, kept once: a claim has three, and a ledger a million claims."""
    return date.fromisoformat(held)


def prepare(record: Any) -> None:
    """Build what reads the record's JSON columns, which otherwise the first row would wait for."""
    for part in parts(record):
        if part.sort == "many":
            adapter(part.kind)
        elif part.sort == "record":
            prepare(part.kind)


def _writer(part: Part) -> Callable[[Any], Any] | None:
    if part.sort == "many":
        return lambda held: "[]" if not held else adapter(part.kind).dump_json(held).decode()
    if part.kind is bool:
        return int
    return (lambda held: held.isoformat()) if part.kind in (date, datetime) else None


@cache
def marker(record: Any) -> str:
    """The first column of a record that is never NULL when the record is there."""
    return next(column.name for column in columns(record) if not column.optional)
