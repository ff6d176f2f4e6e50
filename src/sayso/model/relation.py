"""What stands between documents, and between claims of several documents."""

from datetime import date
from typing import Literal

from sayso.model._record import record
from sayso.model.claim import Factuality
from sayso.model.period import Period
from sayso.model.reason import Reason
from sayso.model.span import Span


@record
class Passage:
    """Two passages that say the same words, or the words of a citation on the right only."""

    left: Span | None
    """In the earlier document; None when it is not held."""
    right: Span
    """In the later document."""


@record
class Derivation:
    """The right document took a passage, quotation or claim from the left one."""

    left: str | None
    """Id of the parent document; None when it is not held or not known which one."""
    left_name: str | None
    """The outlet or document as cited ("Foreign Policy"); None when only shared text shows it."""
    right: str
    """Id of the derived document."""
    kind: Literal["copy", "rewrite", "quotation", "citation", "credit", "link"]
    """How it shows: shared text, the same report in other words, a shared quotation, "told X" and "X reported", an
    agency credit, a hyperlink."""
    evidence: tuple[Passage, ...]
    """The passages, longest first."""
    score: float
    """From 0 to 1: how sure, by the reasons."""
    reasons: tuple[Reason, ...] = ()


What = Literal["figure", "bound", "currency", "hedge", "object", "actor", "act", "date", "place", "polarity", "wording"]
"""What a copy can change."""


@record
class Change:
    """What a copy changed of its parent: a figure, a bound, an object, a payer, a hedge."""

    parent: str
    """Document id."""
    child: str
    """Document id."""
    was: Span
    """In the parent's text."""
    now: Span
    """In the child's text."""
    what: What
    """What changed."""
    reasons: tuple[Reason, ...] = ()


@record
class Origin:
    """The first voice that a claim can be traced to."""

    id: str
    """`o-` and a digest of what identifies it; the same voice in two documents has one id."""
    name: str | None
    """Person, body, outlet or document; None for an unknown voice."""
    kind: Literal["person", "organisation", "outlet", "document", "unnamed", "own_reporting", "unknown"]
    """`own_reporting`: the outlet's own observation; `unknown` never adds an independent origin."""
    document: str | None = None
    """Id of the document it is first met in; None when not held."""
    held: bool
    """Whether the ledger holds a document of that origin itself."""
    claims: tuple[str, ...] = ()
    """Ids of the claims that go back to it."""
    reasons: tuple[Reason, ...] = ()


@record
class OriginCount:
    """How many distinct voices stand behind a proposition. `at_least <= at_most`."""

    at_least: int
    """Voices that cannot be the same."""
    at_most: int
    """Voices that might all be different; an unknown origin adds nothing."""
    reasons: tuple[Reason, ...] = ()


@record
class Figure:
    """A figure of a proposition, as one claim gives it."""

    low: float | None
    high: float | None
    unit: str | None
    """Counted thing or ISO 4217 code."""
    span: Span
    claim: str
    """Claim id."""
    document: str
    """Document id."""
    published: date | None
    """First possible day of publication."""
    factuality: Factuality
    """Potential, planned and actual figures are never mixed."""
    origin: str | None
    """Origin id."""


@record
class Contradiction:
    """Two claims that cannot both be so, or that differ in a way worth looking at."""

    left: str
    """Claim id."""
    right: str
    """Claim id."""
    about: Literal["polarity", "figure", "place", "date", "actor"]
    difference: Literal["fact", "update", "scope"]
    """A difference of fact; of time (the later updates the earlier); or of scope (they speak of different things)."""
    denial: bool = False
    """Whether the accused denies it."""
    reasons: tuple[Reason, ...] = ()


@record
class Proposition:
    """What claims of several documents say in common."""

    id: str
    """`p-` and the digest of its earliest claim: stays as the proposition grows."""
    title: str
    """The claim in a line, from the words of its best claim."""
    event_type: str
    claims: tuple[str, ...]
    """Claim ids, earliest document first."""
    documents: tuple[str, ...]
    """Document ids, earliest first."""
    reports: int
    """How many documents make the claim; one that only denies it or asks about it makes none."""
    outlets: int
    """How many outlets published it; documents whose outlet cannot be told count as none."""
    origins: OriginCount
    origin_ids: tuple[str, ...] = ()
    """The origins counted, and those that are not: unknown ones, and those of `against`."""
    against: tuple[str, ...] = ()
    """Ids of those of its claims that deny it, doubt it or only ask: no report and no origin is counted for them."""
    figures: tuple[Figure, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    period: Period | None = None
    """The time that its claims agree on."""
    reasons: tuple[Reason, ...] = ()


@record
class Telling:
    """Where a claim tells of a happening."""

    claim: str
    """Claim id."""
    document: str
    """Document id."""
    trigger: Span
    """The words that name the happening."""
    sentence: Span
    """The sentence they stand in."""


@record
class Happening:
    """What happened once, and the propositions that tell of it. A proposition stays what it is: the happening says
    only that they speak of one event."""

    id: str
    """`e-` and the digest of its earliest claim."""
    propositions: tuple[str, ...]
    """Proposition ids, each with all its claims; a proposition belongs to one happening."""
    documents: tuple[str, ...]
    """Document ids, earliest first."""
    tellings: tuple[Telling, ...]
    """Its claims in their places, earliest document first."""
    reasons: tuple[Reason, ...] = ()
    """For each further proposition the pair of tellings that speaks for it most, with both sentences."""


@record
class DriveVoice:
    """A voice behind what is told of a recruitment drive."""

    origin: str
    """Origin id."""
    name: str | None
    """As `Origin.name`."""
    kind: Literal["person", "organisation", "outlet", "document", "unnamed", "own_reporting", "unknown"]
    """As `Origin.kind`."""
    documents: tuple[str, ...]
    """Documents in which it tells a part of the drive, earliest first."""
    claims: tuple[str, ...]
    """What it tells of it: claim ids, those under its own name before those of who speaks for it."""
    counted: bool
    """Whether it is one of the voices that might all be different; a channel, an unknown voice and the own words of an
    article that has them from others are not."""


@record
class RecruitmentDrive:
    """One country's people taken for another's war, as all documents on it tell it together.

    Its propositions stay what they are: the drive counts the voices of all of them once.
    """

    id: str
    """`d-` and the digest of both countries: stays as the drive grows."""
    people: str
    """ISO 3166 code of the country whose people are taken."""
    side: str
    """ISO 3166 code of the country for which, or in whose war, they fight."""
    title: str
    propositions: tuple[str, ...]
    """Ids of the propositions that tell a part of it."""
    documents: tuple[str, ...]
    """Documents that affirm a part of it, earliest first."""
    reports: int
    """How many these are."""
    outlets: int
    """How many outlets published them."""
    origins: OriginCount
    voices: tuple[DriveVoice, ...]
    """Who tells a part of it: those that count first, then by claims."""
    against: tuple[str, ...] = ()
    """Claims that deny a part of it."""
    denied_by: tuple[DriveVoice, ...] = ()
    """Who deny a part of it and tell none; none of them counts."""
    contradictions: tuple[Contradiction, ...] = ()
    """Denials against what they deny, and counts of the dead and captured that cannot both be so, between two voices;
    besides those within its propositions."""


@record
class DocumentRelation:
    """Where a document stands among the others."""

    document: str
    """Document id."""
    cluster: str
    """Id of the group of documents that share text: that of its earliest member."""
    parent: str | None
    """The document it was taken from; None when from none that is held."""
    origin: str | None
    """Origin id of its main content; None when unknown."""
    story: str | None = None
    """Id of the group of documents on one claim or story, by their words: that of its earliest member; None when not
    worked out. Wider than `cluster`: independent reports of one story share it."""


@record
class Relations:
    """What `relate` gives for a set of readings."""

    documents: tuple[DocumentRelation, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    changes: tuple[Change, ...] = ()
    origins: tuple[Origin, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    drives: tuple[RecruitmentDrive, ...] = ()


@record
class Grade:
    """An assessment by a written rule or by a person. Reliability and credibility are never one number."""

    subject: str
    """Origin or proposition id."""
    scale: Literal["reliability", "credibility", "airwars", "ibc"]
    """Admiralty A-F or 1-6, or the scale of an alternative profile."""
    value: str
    """F and 6 mean "cannot be judged", not a middle."""
    profile: str
    """Name of the data file whose rules gave it; `person` for a judgement."""
    reasons: tuple[Reason, ...] = ()
