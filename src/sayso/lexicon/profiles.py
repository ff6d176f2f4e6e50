"""Profiles: written rules of grading and of choosing figures, as data files of the folder `profiles`."""

import tomllib
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import ValidationError

from sayso.errors import SettingsError
from sayso.model._record import record
from sayso.model.adapters import adapter

Scale = Literal["credibility", "airwars", "ibc"]
Firmness = Literal["potential", "planned", "actual"]


@record
class GradeRule:
    """A grade and what must hold for it; conditions that are not set are not asked for."""

    value: str
    words: str
    """The rule in words, shown as its reason."""
    at_least_origins: int | None = None
    """At least so many origins that cannot be the same."""
    at_most_origins: int | None = None
    """At most so many origins, even if all differ."""
    at_most_origins_from: int | None = None
    """So many origins or more, if all differ."""
    contradicted: bool | None = None
    """Whether a contradiction of fact is recorded."""
    outweighed: bool | None = None
    """Whether as many origins speak against it as for it."""
    firm: bool | None = None
    """Whether somebody says that it is so, not only that it may be or is planned."""
    named: bool | None = None
    """Whether a person, body, document or outlet is named as its origin."""


@record
class GradeProfile:
    """Rules of one scale, tried from the top."""

    name: str
    version: str
    title: str
    scale: Scale
    source: str
    """The publication that the scale is from."""
    rules: tuple[GradeRule, ...]


@record
class FigureProfile:
    """How to choose a figure where reports differ."""

    title: str
    rule: Literal["lowest", "low_best_high", "range"]
    firmness: tuple[Firmness, ...]
    """Which figures may enter."""
    source: str
    """The publication that the rule is from."""
    vague: Mapping[str, float] = field(default_factory=dict)
    """Vague words and the value that stands for them."""


@lru_cache(maxsize=8)
def load_grade_profile(name: str) -> GradeProfile:
    """A shipped grading profile: `admiralty`, `airwars` or `ibc`. Raises SettingsError for another name.

    >>> load_grade_profile("ibc").rules[-1].value
    'provisional'
    """
    found: GradeProfile = adapter(GradeProfile).validate_python(_table(name))
    return found


@lru_cache(maxsize=1)
def load_figure_profiles() -> Mapping[str, FigureProfile]:
    """All shipped figure profiles by name: `acled`, `ucdp`, `ibc`, `outlook`."""
    found: Mapping[str, FigureProfile] = adapter(dict[str, FigureProfile]).validate_python(
        _table("figures")["profiles"]
    )
    return found


def _table(name: str) -> dict[str, Any]:
    path = files("sayso.lexicon") / "profiles" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as trouble:
        raise SettingsError(
            f"there is no profile `{name}` that can be read ({trouble}).",
            where="profile",
            advice="Use admiralty, airwars or ibc.",
            code="settings.profile",
        ) from trouble
