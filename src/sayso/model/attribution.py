"""Who says what, in which words."""

from typing import Literal

from sayso.model._record import record
from sayso.model.reason import Reason
from sayso.model.span import Span

SourceKind = Literal[
    "named_person",
    "named_organisation",
    "outlet",
    "document",
    "unnamed_official",
    "unnamed_military",
    "unnamed_witness",
    "unnamed_recruit",
    "unnamed_local",
    "unnamed_person",
    "group",
    "public",
    "article",
    "passive",
    "unknown",
]
"""What a source is. `article` is the article's own voice; `passive` has no source ("it is believed", "reportedly")."""

Speech = Literal["direct", "mixed", "indirect", "thought"]
"""How the content is given: in quotation marks, partly so, in the reporter's words, or as somebody's belief or wish."""

Knowing = Literal["told", "saw", "heard", "read", "document", "took_part"]


@record
class Voice:
    """What the text says about a source."""

    name: str
    """How to call it: the full name it goes back to ("he" -> "Abdul Raof Arghandiwal"), else the description itself."""
    kind: SourceKind
    """What sort of source it is."""
    entity: str | None = None
    """Id of the entity it leads to; None for unnamed voices."""
    antecedent: Span | None = None
    """Where the name stands that a pronoun or short name leads back to; None when the source names itself."""
    count: int | None = None
    """How many persons speak ("three former generals": 3); None when the text does not say."""
    role: str | None = None
    """Office or trade as written: `security source`, `spokesman`."""
    organisation: str | None = None
    """For whom they work or speak."""
    nationality: str | None = None
    """ISO 3166 alpha-2 code of the demonym or country in the description."""
    former: bool | None = None
    """True for former, ex-, retired; False for current or acting; None when not said."""
    anonymous: bool = False
    """Whether anonymity is stated ("on condition of anonymity", "who asked not to be named")."""
    anonymity_reason: Span | None = None
    """The stated reason for it."""
    knows: Knowing | None = None
    """How the source knows, where the text says so."""


@record
class Link:
    """One step of a chain of sources."""

    name: str
    """As `Voice.name`."""
    kind: SourceKind
    """As `Voice.kind`."""
    span: Span
    """The words that name this step."""


@record
class Attribution:
    """A source, the words that mark the act, and what is attributed. Fragments of a role are in text order."""

    id: str
    """`a-` and a digest of the document, the roles' offsets and the source kind: the same words give the same id."""
    source: tuple[Span, ...]
    """Who; empty when the text names nobody ("it is believed that")."""
    cue: tuple[Span, ...]
    """The words that mark it: "told", "according to", a colon after a headline's source."""
    content: tuple[Span, ...]
    """What is attributed; never overlaps `source`."""
    within: str | None = None
    """Id of the attribution in whose content this one stands; None for the outermost."""
    source_kind: SourceKind
    """As `voice.kind`."""
    speech: Speech
    """How the content is given."""
    voice: Voice
    """Who the source is."""
    chain: tuple[Link, ...] = ()
    """All sources of the content, outermost first, this one and those it stands within included."""
    claims_nothing: bool = False
    """True for "declined to comment", "did not respond": an attribution whose content is no claim."""
    attitude: bool = False
    """True for wanting, planning, approving, trying: the article tells of the source's stance or act, and the source
    tells nothing. Such a source is no link of its chain."""
    confidence: float
    """From 0 to 1; of the model or of the rule."""
    reasons: tuple[Reason, ...] = ()
    """Rule or model, with what it looked at."""
