"""What currencies were worth, to tell that two amounts of money are one."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from sayso.lexicon.countries import rows
from sayso.model._record import record


@record
class Rates:
    """Worth of currencies in US dollars over time."""

    table: Mapping[str, tuple[tuple[date, date, float], ...]]
    """ISO 4217 code -> (first day, first day after, dollars for one unit)."""

    def in_dollars(self, amount: float, currency: str, day: date | None) -> float | None:
        """An amount in US dollars of that day; None when the table has no rate for the currency in that year.

        >>> round(load_rates().in_dollars(100, "GBP", date(2022, 10, 25)))
        113
        """
        if currency == "USD":
            return amount
        held = self.table.get(currency, ())
        if day is None:
            return None
        return next((amount * rate for start, end, rate in held if start <= day < end), None)


@lru_cache(maxsize=1)
def load_rates() -> Rates:
    """The table that ships: profiles/rates.tsv."""
    found: dict[str, list[tuple[date, date, float]]] = defaultdict(list)
    for row in rows("profiles/rates.tsv"):
        found[row["currency"]].append(
            (date.fromisoformat(row["from"]), date.fromisoformat(row["to"]), float(row["dollars"]))
        )
    return Rates(table={code: tuple(sorted(held)) for code, held in found.items()})
