"""What the briefing of a large ledger says of the lines that it leaves out."""

from collections.abc import Mapping

from sayso.views.records import Briefing, LeftOut
from sayso.views.wording import left_out, plural

LISTS: Mapping[str, tuple[str, str]] = {
    "entries": ("further entry of a picture", "Picture"),
    "figures": ("further proposition with several figures", "Propositions"),
    "changes": ("further change", "the pages of documents"),
    "disagreements": ("further disagreement", "Propositions, those that are disputed,"),
    "timeline": ("further dated proposition", "Propositions"),
    "unknowns": ("further such line", "Sources and Documents"),
    "sources": ("further source", "Sources"),
    "documents": ("further document that no line cites", "Documents"),
}
"""What a line of each list is called, and where the desk has all of them."""


def not_listed(left: LeftOut | None) -> dict[str, str]:
    """For each list the line that says what is left out of it; empty where nothing is."""
    return {name: left_out(getattr(left, name), noun, where) if left else "" for name, (noun, where) in LISTS.items()}


def counted(briefing: Briefing) -> tuple[int, int]:
    """How many documents a briefing speaks of, and how many of these were not read."""
    left = briefing.left_out
    unread = sum(line.note is not None for line in briefing.documents)
    return len(briefing.documents) + (left.documents if left else 0), unread + (left.unread if left else 0)


def bounds(left: LeftOut | None) -> str:
    """A sentence that says how a large ledger's briefing is cut; empty for one that is whole."""
    if left is None:
        return ""
    lines, each = plural(left.limit, "line"), plural(left.citations, "citation")
    return f" Of so many documents each list has its first {lines} (`--limit`), and a line {each} at most."
