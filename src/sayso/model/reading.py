"""All that was found in one document."""

from sayso.model._record import record
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.mention import Mentions
from sayso.model.reason import Problem
from sayso.model.span import Span


@record
class Quotation:
    """A passage in quotation marks, marks included. Runs over paragraphs when each new one opens again."""

    span: Span
    """From the opening mark to the closing one; to the end of the block when it is never closed."""
    depth: int
    """0 for an outer quotation, 1 for one inside it, ..."""
    closed: bool
    """False when the closing mark is missing."""
    scare: bool = False
    """Whether it marks a word rather than somebody's words (“foreign legion”)."""


@record
class Reading:
    """What `read` gives: a pure function of the document and the versions of the tools."""

    document: Document
    sentences: tuple[Span, ...] = ()
    """In text order; none crosses a block."""
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    """In text order of their first word."""
    mentions: Mentions
    claims: tuple[Claim, ...] = ()
    """In text order of their triggers."""
    problems: tuple[Problem, ...] = ()
    read_by: str
    """Names and versions of reader, models and lexicons: rows of an older one are replaced when read again."""
