"""Where headline, first sentence and opening of a text end."""

import re

from sayso.model import Document

LEAD = 200
"""Code points after the headline that still count as its continuation."""


def lead_end(document: Document) -> int:
    """Where the headline and the first sentence end, about."""
    return headline_end(document) + LEAD


OPENING = re.compile(r"(?:[^.!?]*[.!?]+[”\"’)]*\s+){2}")


OPENING_MOST = 500
"""Code points after the headline that its first two sentences take at most."""


def opening_end(document: Document) -> int:
    """Where the headline and the two first sentences end, about."""
    start = headline_end(document)
    found = OPENING.match(document.text, start, start + OPENING_MOST)
    return found.end() if found else start + OPENING_MOST


def headline_end(document: Document) -> int:
    """Where the headline ends that a text begins with; 0 when it begins with none."""
    title = document.title or ""
    start = document.text.find(title, 0, len(title) + 200) if title else -1
    return start + len(title) if start >= 0 else 0
