"""The records: what Sayso knows, each declared once. Tables, JSON Schema and the data dictionary derive from them."""

from sayso.model.attribution import Attribution, Knowing, Link, SourceKind, Speech, Voice
from sayso.model.claim import Argument, Claim, Event, Factuality, Layer, Polarity, RawArgument
from sayso.model.document import Block, BlockKind, Document, Evidence
from sayso.model.identity import digest
from sayso.model.ingested import Ingested
from sayso.model.judgement import Action, Judgement, Sameness
from sayso.model.mention import EntityKind, Mention, Mentions, Money, Place, PlaceClass, PlaceRole, Quantity
from sayso.model.parsed import Parsed
from sayso.model.period import Period, Precision, Published
from sayso.model.reading import Quotation, Reading
from sayso.model.reason import Problem, Reason, Severity
from sayso.model.relation import (
    Change,
    Contradiction,
    Derivation,
    DocumentRelation,
    DriveVoice,
    Figure,
    Grade,
    Happening,
    Origin,
    OriginCount,
    Passage,
    Proposition,
    RecruitmentDrive,
    Relations,
    Telling,
)
from sayso.model.span import Span, hull, span_of

__all__ = [
    "Span", "span_of", "hull",
    "Reason", "Problem", "Severity",
    "Period", "Precision", "Published",
    "Block", "BlockKind", "Document", "Evidence", "Ingested",
    "Quotation", "Parsed", "Reading",
    "Attribution", "Link", "Voice", "SourceKind", "Speech", "Knowing",
    "Mention", "Mentions", "EntityKind", "Quantity", "Money", "Place", "PlaceClass", "PlaceRole",
    "Event", "RawArgument", "Layer", "Factuality", "Polarity", "Claim", "Argument",
    "Derivation", "Passage", "Change", "Origin", "OriginCount", "Figure", "Contradiction", "Proposition",
    "Happening", "Telling", "RecruitmentDrive", "DriveVoice",
    "DocumentRelation", "Relations", "Grade",
    "Judgement", "Action", "Sameness",
    "digest",
]  # fmt: skip
