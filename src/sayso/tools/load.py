"""Load everything that reading needs, once a process."""

from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import sayso
from sayso.lexicon.aliases import Aliases, load_aliases
from sayso.lexicon.cues import Cues, load_cues
from sayso.lexicon.packs import Pack, load_packs
from sayso.model._record import record
from sayso.settings import Settings
from sayso.tools.encoder import Encoder, load_encoder
from sayso.tools.gazetteer import Gazetteer, load_gazetteer

if TYPE_CHECKING:
    from spacy.language import Language


@record
class Tools:
    """What `read` works with. Nothing in it changes while reading."""

    nlp: "Language"
    """spaCy pipeline with tagger, parser, lemmatizer and named entities."""
    cues: Cues
    """Words that mark attributions, with their counts."""
    aliases: Aliases
    """Names of actors, countries and their demonyms and metonyms."""
    gazetteer: Gazetteer
    """Places."""
    packs: tuple[Pack, ...]
    """Event types and roles, in order of precedence."""
    encoder: Encoder | None
    """The trained reader; None when the setting says `rules`."""
    threshold: float
    """Lowest confidence of an attribution that is kept."""
    read_by: str
    """Versions of all of these, for each reading's record."""


RULES_THRESHOLD = 0.5
"""Lowest confidence of attributions that rules alone find: chosen on PolNeAR dev for precision."""


def threshold_of(settings: Settings, encoder: Encoder | None) -> float:
    """The threshold that was set, else the one the model's card gives, else that of the rules."""
    if settings.threshold is not None:
        return settings.threshold
    if encoder is None:
        return RULES_THRESHOLD
    return float(encoder.heads["attribution"].settings["threshold"])


@lru_cache(maxsize=2)
def load_tools(settings: Settings) -> Tools:
    """Load the tools that the settings name; about a second."""
    import spacy

    nlp = spacy.load(settings.language_model, exclude=["senter"])
    encoder = load_encoder() if settings.attribution == "model" else None
    packs = load_packs(settings.packs)
    if settings.all_claims:
        packs = tuple(replace(pack, least_confidence=0.0, least_apart=0.0, least_role=0.0) for pack in packs)
    names = [
        f"sayso {sayso.__version__}",
        f"spacy {version('spacy')}",
        f"{nlp.meta['name']} {nlp.meta['version']}",
        f"reader {encoder.version}" if encoder else "rules",
        *(f"{pack.name} {pack.version}" for pack in packs),
    ]
    return Tools(
        nlp=nlp,
        cues=load_cues(),
        aliases=load_aliases(Path(settings.entities) if settings.entities else None),
        gazetteer=load_gazetteer(),
        packs=packs,
        encoder=encoder,
        threshold=threshold_of(settings, encoder),
        read_by="; ".join(names),
    )
