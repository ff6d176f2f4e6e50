"""The ledger: one SQLite file with an evidence folder beside it. The only room with SQL."""

from sayso.store.asked import ClaimFilter
from sayso.store.journal import Custody, Removal, Run
from sayso.store.ledger import Ledger
from sayso.store.query import ClaimRow, Shown, SourceRow
from sayso.store.verify import Verified

__all__ = ["ClaimFilter", "ClaimRow", "Custody", "Ledger", "Removal", "Run", "Shown", "SourceRow", "Verified"]
