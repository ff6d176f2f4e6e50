"""The answers that views give: records without any markup."""

from datetime import date, datetime

from sayso.model import Factuality, OriginCount, Period
from sayso.model._record import record


@record
class MaskNote:
    """That an answer is masked, what of it, when, and what that does not promise."""

    kinds: tuple[str, ...]
    """`people` or `all-people`, `places`."""
    at: datetime
    """When, UTC."""
    masked: str
    """What is masked, in words."""
    warning: str
    """What may still identify."""
    offsets: str
    """What offsets count."""

    def sentence(self) -> str:
        """All of it on one line."""
        return f"Masked on {self.at:%Y-%m-%d %H:%M} UTC: {self.masked}. {self.warning}"


@record
class Citation:
    """Where a line of an answer stands: a sentence of a document, and the words in it."""

    document: str
    """Document id."""
    sentence: int
    """Number of the sentence in its document, from 1."""
    start: int
    """First code point of the cited words in the document's text."""
    end: int
    """First code point after them."""
    quote: str
    """The cited words."""
    claim: str | None = None
    """Claim id, where a claim is cited."""


@record
class DocumentLine:
    """A document as a list names it."""

    id: str
    number: int
    """Its number in this answer, from 1, by date."""
    title: str
    """Headline, or its first words."""
    outlet: str | None
    published: date | None
    language: str
    url: str | None
    parent: str | None
    """Document it was taken from; None when from none that is held."""
    text: str
    sentences: tuple[tuple[int, int], ...]
    """Bounds of its sentences in order; empty when it was not read."""
    derived_from: tuple[str, ...] = ()
    """How its derivations read: "copied from [3]", "cites Foreign Policy (not held)"."""
    note: str | None = None
    """Why it was not read, where that is so."""


@record
class ReportedLine:
    """One thing that is reported, with how many stand behind it."""

    number: int
    """Its place in the briefing, from 1: what `sayso impact` calls it."""
    proposition: str
    title: str
    event_type: str
    factuality: Factuality
    """The firmest that any of its claims is."""
    denied: bool
    """Whether another of its claims says that it is not so."""
    reports: int
    outlets: int
    origins: OriginCount
    origin_names: tuple[str, ...]
    """Voices behind it, in order of their documents; none that only denies it or asks."""
    denied_by: tuple[str, ...] = ()
    """Voices that deny or doubt it."""
    same_event: tuple[str, ...] = ()
    """Titles of other propositions that tell of the same event."""
    period: Period | None
    figures_told: tuple[str, ...] = ()
    """Ranges of figures that its voices tell apart, such as "12 to 190 (person)": the title has one of them only."""
    credibility: str | None
    """Admiralty credibility 1 to 6; None when not assessed."""
    citations: tuple[Citation, ...]


@record
class VoiceLine:
    """A voice that tells a part of a recruitment drive, or denies one."""

    origin: str
    """Origin id."""
    name: str
    kind: str
    """As `Origin.kind`."""
    documents: int
    """In how many documents it does so."""
    citations: tuple[Citation, ...]
    """Where; at most some of them, of different documents first."""
    claims: int
    """In how many claims."""


@record
class DriveLine:
    """A recruitment drive with how many stand behind it."""

    id: str
    title: str
    people: str
    """ISO 3166 code of the country whose people are taken."""
    side: str
    """ISO 3166 code of the country for which they fight."""
    reports: int
    outlets: int
    origins: OriginCount
    voices: tuple[VoiceLine, ...]
    """Those that count, most claims first."""
    more_voices: int = 0
    """Further voices that count, left out for length."""
    denied_by: tuple[VoiceLine, ...]
    """Those that deny a part of it and tell none."""


@record
class DriveEntry:
    """What reports of a drive name: a recruiter, a channel, a route, an offer."""

    name: str
    reports: int
    """Documents that name it."""
    voices: tuple[str, ...]
    """Names of the voices that tell it."""
    citations: tuple[Citation, ...]


@record
class DriveFacet:
    """All that reports of a drive name of one kind."""

    facet: str
    """Name of the facet: `recruiters`."""
    title: str
    rows: tuple[DriveEntry, ...]
    """Those told by most voices first."""
    more: int
    """Further ones, left out for length."""


@record
class FigureLine:
    """One figure as one source gives it."""

    words: str
    """The words of the text."""
    reading: str
    """What they are taken to mean: bounds and what is counted."""
    firmness: str
    """Whether it is actual, planned or potential."""
    origin: str
    published: date | None
    citation: Citation


@record
class ToldFigure:
    """A figure with how many reports give it."""

    reading: str
    """Bounds and what is counted."""
    firmness: str
    """`actual`, `potential` or `planned`."""
    reports: int
    citation: Citation
    """Of the earliest."""


@record
class DriveFigures:
    """Figures of one kind in a drive: recruited, killed, missing."""

    title: str
    told: tuple[ToldFigure, ...]
    """Those of most reports first, without what a copy made of another's figure."""
    rows: tuple[FigureLine, ...]
    """Earliest first."""
    more: int
    """Further ones, left out for length."""


@record
class CitedSentence:
    """A sentence of a report with what it rests on."""

    text: str
    citations: tuple[Citation, ...] = ()


@record
class DriveSheet:
    """A drive with all that is told of it, as a report gives it."""

    line: DriveLine
    first: date | None
    """First possible day of its earliest report."""
    last: date | None
    """The same of the latest."""
    summary: tuple[CitedSentence, ...]
    """The drive in a paragraph."""
    uncounted: tuple[VoiceLine, ...]
    """Voices that tell a part of it and are not counted: channels, unknown ones, words that others had before."""
    facets: tuple[DriveFacet, ...]
    figures: tuple[DriveFigures, ...]
    disagreements: tuple["DisagreementLine", ...] = ()
    """What those who tell of it disagree on, denials first."""


@record
class PictureRow:
    """One entry of the picture: a recruiter, a pool, a channel, ..."""

    facet: str
    """Name of the facet it belongs to."""
    name: str
    """The actor, place, channel or offer."""
    reports: int
    """Documents that say so."""
    origins: OriginCount
    firmness: tuple[Factuality, ...]
    """Every firmness with which it is said, firmest first."""
    citations: tuple[Citation, ...]


@record
class Flow:
    """An edge of the picture: two entries that claims name together."""

    left_facet: str
    left: str
    right_facet: str
    right: str
    origins: OriginCount
    reports: int
    claims: tuple[str, ...]


@record
class Picture:
    """The picture of one recruitment drive, or of what is told of recruiting beside those that are shown."""

    drive: str | None
    """Id of the drive; None for what belongs to none that is shown."""
    title: str
    """Empty where there is no drive."""
    rows: tuple[PictureRow, ...]
    flows: tuple[Flow, ...]


@record
class FigureSet:
    """The figures of one proposition and their range over independent origins."""

    proposition: str
    title: str
    range: str
    """The range of all figures, each unit and firmness apart: "actual: 3,000 to 30,000 (soldier)"."""
    figures: tuple[FigureLine, ...]
    more: int = 0
    """Figures left out for length; the range is of all."""


@record
class ChangeLine:
    """What a copy changed."""

    what: str
    was: Citation
    now: Citation
    parent: str
    child: str


@record
class DisagreementLine:
    """Two claims face to face."""

    about: str
    difference: str
    denial: bool
    left: Citation
    right: Citation
    left_by: str
    right_by: str
    left_denies: bool = False
    """Whether the words of this side are denied by who is named, and not said."""
    right_denies: bool = False


@record
class TimelineLine:
    """A dated claim."""

    period: Period
    title: str
    factuality: Factuality
    origins: OriginCount
    citations: tuple[Citation, ...]


@record
class SourceLine:
    """A voice and what rests on it."""

    origin: str
    name: str
    kind: str
    held: bool
    claims: int
    propositions: tuple[str, ...]
    """Titles of what it stands behind."""
    more_propositions: int = 0
    """Others that are not named for length."""
    alone: int
    """Propositions that rest on this voice alone."""
    citations: tuple[Citation, ...]


@record
class Unknown:
    """Something the documents do not tell."""

    text: str
    citations: tuple[Citation, ...] = ()


@record
class LeftOut:
    """How many lines of each list a large ledger's briefing leaves out: the desk has them, and a higher `--limit`."""

    limit: int
    """Lines of each list at most, as asked for."""
    citations: int
    """Citations of a line at most."""
    documents: int
    """Documents that no line cites."""
    unread: int
    """How many of these were not read."""
    entries: int
    """Entries of pictures."""
    figures: int
    """Propositions with several figures of one thing."""
    changes: int
    disagreements: int
    timeline: int
    unknowns: int
    sources: int


@record
class Briefing:
    """A cited briefing."""

    title: str
    masked: MaskNote | None = None
    """What of it is masked; None where nothing is."""
    documents: tuple[DocumentLine, ...]
    claims: int
    """How many claims the documents make."""
    drives: tuple[DriveSheet, ...] = ()
    """Recruitment drives of two reports or more, those of most reports first."""
    reported: tuple[ReportedLine, ...]
    more_reported: int
    """Propositions left out for length."""
    pictures: tuple[Picture, ...]
    """One a recruitment drive, in their order, then one of recruiting beside them; none that is empty."""
    figures: tuple[FigureSet, ...]
    """Figures of propositions that have two of one unit, with their range."""
    figures_once: tuple[FigureSet, ...] = ()
    """Figures of the other propositions that are listed: nothing stands beside them to compare them with."""
    changes: tuple[ChangeLine, ...]
    disagreements: tuple[DisagreementLine, ...]
    timeline: tuple[TimelineLine, ...]
    unknowns: tuple[Unknown, ...]
    sources: tuple[SourceLine, ...]
    read_by: str
    """Versions that the readings were made with."""
    left_out: LeftOut | None = None
    """What is left out of a large ledger's briefing for length; None where everything is in it."""
