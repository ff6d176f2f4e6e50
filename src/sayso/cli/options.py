"""Options that several commands share. Everything heavy is imported when a command runs, so that --help is quick."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sayso.settings import Settings
    from sayso.store import Ledger
    from sayso.views.masking import Asked, Masking

LedgerPath = Annotated[
    Path | None,
    typer.Option("--ledger", "-l", metavar="FILE", help="The ledger. Default: sayso.db.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of text.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=0, help="Processes that read at once; 0 for one a core. Default: 1.")
]
Attribution = Annotated[
    str | None, typer.Option(metavar="[model|rules]", help="How attributions are found. Default: model.")
]
Threshold = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        help="Lowest confidence of an attribution that is kept. Default: 0.3 for the model, 0.5 for rules.",
    ),
]
Packs = Annotated[
    list[str] | None,
    typer.Option("--pack", metavar="NAME-OR-FILE", help="Domain pack to read with; may be repeated."),
]
Entities = Annotated[
    Path | None,
    typer.Option(
        "--entities",
        metavar="FILE",
        help="FollowTheMoney entities (JSON Lines, such as an OpenSanctions export) to lead names to by exact name.",
        show_default=False,
    ),
]
Limit = Annotated[int, typer.Option(min=1, help="Show at most so many rows.")]
Mask = Annotated[
    str | None,
    typer.Option(
        "--mask",
        metavar="WHAT",
        help="Leave out names: people (but those who speak in a public office), all-people, places below the level of "
        "a country; with commas between. Descriptions stay and may identify: see docs/method/masking.md.",
        show_default=False,
    ),
]
Offset = Annotated[int, typer.Option(min=0, help="Leave out so many rows first.")]


def settings(**given: Any) -> "Settings":
    """The settings: options that were given, over environment variables, over sayso.toml, over the defaults.

    Raises SettingsError for a value that cannot be used, naming the setting.
    """
    from pydantic import ValidationError
    from pydantic_settings import SettingsError as SourceError

    from sayso.errors import SettingsError
    from sayso.settings import Settings

    advice = "See docs/reference/settings.md for what each setting takes."
    try:
        plain: dict[str, Any] = {name: str(v) if isinstance(v, Path) else v for name, v in given.items()}
        return Settings(**{name: value for name, value in plain.items() if value is not None and value != []})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        found = f"{first['msg']}; found {first['input']!r}."
        raise SettingsError(found, where=f"setting `{name}`", advice=advice, code="settings.value") from error
    except (SourceError, ValueError) as error:
        raise SettingsError(f"{error}.", where="settings", advice=advice, code="settings.file") from error


def open_ledger(path: Path | None, *, create: bool = False) -> "Ledger":
    """The ledger that the option or the settings name."""
    from sayso.store import Ledger

    return Ledger.open(ledger_place(path), create=create, progress=TellProgress())


def masked_so(words: str | None) -> "Asked | None":
    """What `--mask` asks for; None where it is not given. Raises BadParameter for what cannot be masked."""
    from sayso.views.masking import asked_for

    try:
        return None if words is None else asked_for(words)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--mask") from error


def masking(ledger: "Ledger", asked: "Asked | None") -> "Masking | None":
    """The masking of a ledger's answers that is asked for."""
    from sayso.views.masking import masking_of

    return masking_of(ledger, asked, at=datetime.now(UTC)) if asked else None


def ledger_place(path: Path | None) -> str:
    """Where the ledger is that the option or the settings name."""
    return settings(ledger=None if path is None else str(path)).ledger


class TellProgress:
    """Says on standard error that a ledger of an older version is worked on, and every few seconds how far it is."""

    SECONDS = 5

    def __init__(self) -> None:
        self.said: float | None = None

    def __call__(self, done: int, total: int) -> None:
        """So many documents of so many are done."""
        if self.said is None:
            print("The ledger is of an older version: its totals are worked out anew, once.", file=sys.stderr)
        elif time.monotonic() - self.said < self.SECONDS:
            return
        else:
            print(f"  {done:,} of {total:,} documents", file=sys.stderr)
        self.said = time.monotonic()
