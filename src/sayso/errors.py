"""What can go wrong: a small family, each message with what was found, where, what was expected, what to do."""

from sayso.model import Problem


class SaysoError(Exception):
    """Something that a person can act on. `exit_code` is what the command line ends with."""

    exit_code = 1

    def __init__(self, found: str, *, where: str, advice: str, code: str) -> None:
        super().__init__(f"{where}: {found} {advice}")
        self.found, self.where, self.advice, self.code = found, where, advice, code

    def as_problem(self) -> Problem:
        """The same as a record, to be stored and shown."""
        return Problem(severity="error", code=self.code, where=self.where, found=self.found, advice=self.advice)


class IngestError(SaysoError):
    """An input could not become a document."""


class LedgerError(SaysoError):
    """The ledger file cannot be opened, is of a newer version, or refuses a row."""

    exit_code = 3


class EvidenceError(SaysoError):
    """Kept bytes are missing or do not match their hash."""

    exit_code = 4


class SettingsError(SaysoError):
    """A setting, a domain pack or an option has a value that cannot be used."""

    exit_code = 2
