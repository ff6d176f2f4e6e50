"""How a record is declared: once, frozen, every field with its description under it."""

from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

from pydantic import ConfigDict, with_config

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a frozen, keyword-only dataclass with slots, whose JSON Schema carries the docstrings under its fields.

    The class stays a plain standard-library dataclass: building one validates nothing and costs nothing, which matters
    where a document makes thousands. Validation happens at the edges, through `sayso.model.wire`.
    """
    made: Any = dataclass(frozen=True, kw_only=True, slots=True)(cls)
    options = ConfigDict(
        use_attribute_docstrings=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64"
    )
    return with_config(options)(made)  # type: ignore[no-any-return]
