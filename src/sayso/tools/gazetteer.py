"""Places by name: the compiled gazetteer."""

import re
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.errors import SettingsError
from sayso.lexicon.folding import fold
from sayso.model import PlaceClass
from sayso.model._record import record

FILE = Path(__file__).parents[1] / "data" / "gazetteer.sqlite"
QUERY = """SELECT p.id, geonames_id, p.name, lat, lon, country, admin1, kind, population, n.own
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY population DESC LIMIT 60"""


@record
class Candidate:
    """A place that a name might mean."""

    row: int
    """Its number in this file; changes from build to build."""
    geonames_id: int | None
    """None for the few that have none in our tables."""
    name: str
    lat: float | None
    """Degrees north, WGS 84; None for a few uninhabited territories."""
    lon: float | None
    country: str | None
    """ISO 3166 alpha-2 code; None for what lies across borders."""
    admin1: str
    """GeoNames code of its province within the country; empty when not known."""
    kind: PlaceClass
    population: int
    """0 when not known."""
    own: int
    """2 when the name looked up is its own name, 1 for another spelling, 0 for one without its article."""


SUN = re.compile(r"\bal (?=(sh|th|dh|[tdrzsn]))")
"""The Arabic article before a letter that takes it over."""


def _spoken(article: re.Match[str]) -> str:
    return f"a{article.group(1)} "


class Gazetteer:
    """Look-ups in some ten microseconds, and none for a name asked before. Read-only: safe to share."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.lookup = lru_cache(maxsize=50_000)(self._lookup)

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name, the most populous first; empty when there is none.

        A name that is not there is also looked for with its Arabic article as it is spoken (Suq al-Shuyukh: Suq ash
        Shuyukh), and with the other spelling of the Persian link (Qala-e-Naw: Qala i Naw).
        """
        found: list[Any] = []
        plain = fold(name)
        for key in dict.fromkeys((plain, SUN.sub(_spoken, plain), plain.replace(" e ", " i "))):
            found = self._base.execute(QUERY, (key,)).fetchall() if key else []
            if found:
                break
        return tuple(
            Candidate(
                row=row, geonames_id=number, name=own_name, lat=lat, lon=lon, country=country,
                admin1=admin1, kind=kind, population=population, own=own,
            )
            for row, number, own_name, lat, lon, country, admin1, kind, population, own in found
        )  # fmt: skip


@lru_cache(maxsize=2)
def load_gazetteer(path: Path = FILE) -> Gazetteer:
    """Open the gazetteer; milliseconds, since names are read when asked for.

    Raises SettingsError when it has not been built.
    """
    if not path.is_file():
        raise SettingsError(
            "the gazetteer is missing.",
            where=path.name,
            advice="Run `make setup`, or `python -m sayso.tools.gazetteer_build` with the extra `build` installed.",
            code="settings.gazetteer",
        )
    return Gazetteer(path)
