"""Judgements counted in: documents are related anew in the background after a person decided something."""

from threading import Lock, Thread
from typing import Literal

import structlog

from sayso.errors import SaysoError
from sayso.run.relating import relate_all
from sayso.settings import Settings
from sayso.store.ledger import Ledger

log = structlog.get_logger(__name__)


Why = Literal["judged", "removed", "older"]
"""A judgement is counted in, a document is left out, or a ledger of an older version is drawn anew."""


class Relating:
    """One relating at a time; what is judged meanwhile is counted in by the next."""

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self.ledger, self.settings = ledger, settings
        self._lock = Lock()
        self._asked = False
        self._why: Why = "judged"
        self._thread: Thread | None = None

    @property
    def running(self) -> Why | None:
        """Why numbers are being worked out anew; None when they are not."""
        return self._why if self._thread is not None else None

    def ask(self, why: Why = "judged") -> None:
        """Relate soon."""
        with self._lock:
            self._asked = True
            if why != "older" or self._thread is None:
                self._why = why
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True, name="relating")
                self._thread.start()

    def wait(self, timeout_seconds: float = 60) -> None:
        """Wait until what was asked for is done."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout_seconds)

    def _work(self) -> None:
        while self._go_on():
            try:
                relate_all(self.ledger, self.settings)
            except SaysoError as error:  # the next judgement or ingest tries again; the page says that it is stale
                log.error("not related after a judgement", error=str(error))

    def _go_on(self) -> bool:
        with self._lock:
            asked, self._asked = self._asked, False
            if not asked:
                self._thread = None
            return asked
