"""The outlets in a chain of sources: which one has a thing at first hand, under which name."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.outlets import STATE
from sayso.model import Document, Link
from sayso.stages.link.texts.citations import Citation, resolved
from sayso.stages.link.texts.outlets import completed, is_generic, is_unnamed_outlet, outlet_key, without_tail
from sayso.stages.link.voices.persons import KEPT


def told_itself(sentence: str, outlet: str | None) -> bool:
    """Whether somebody speaks to the outlet itself, also in an article that has other things from elsewhere.

    >>> told_itself("An official told Northern Observer that it had not stopped.", "The Northern Observer")
    True
    """
    name = (outlet or "").removeprefix("The ")
    return bool(name) and _told_to(name).search(sentence) is not None


@lru_cache(maxsize=KEPT)
def _told_to(outlet: str) -> re.Pattern[str]:
    told = r"(?:told|tells|spoke (?:to|with)|speaking (?:to|with)|interview with|statement to|in comments to)"
    return re.compile(rf"\b{told} (?:the )?{re.escape(outlet)}\b", re.IGNORECASE)


REFERRING = re.compile(
    r"\b(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|with reference to|referr(?:ed|ing) to|refers to|with a link to|"
    r"relying on|following|crediting)\s+(?:the\s+)?(?:\w+\s+agency\s+)?$",
    re.IGNORECASE,
)
"""What stands between an outlet and the one that it has something from."""


def first_outlet(outlets: Sequence[Link], document: Document) -> Link | None:
    """Of the outlets in one chain, the one that another is said to refer to; the last where the text is silent."""
    for link in outlets:
        if REFERRING.search(document.text[max(0, link.span.start - 40) : link.span.start]):
            return link
    return outlets[-1] if outlets else None


def is_outlet(link: Link, cited: Collection[str]) -> bool:
    """Whether a step of a chain is an outlet: also one taken for a person or a body by its name, which the text cites
    as an outlet, and "paper" in a headline; never a ministry."""
    if STATE.search(without_tail(link.name)):
        return False
    if link.kind == "document" and " " not in link.name and is_generic(link.name):
        return True
    named = link.kind in ("named_organisation", "named_person") or (link.kind == "document" and " " in link.name)
    return link.kind == "outlet" or (named and outlet_key(link.name) in cited)


def in_full(link: Link, text: str, cited: Collection[str]) -> Link:
    """A step of a chain that names a cited outlet by its first word alone, under its whole name."""
    if link.kind not in ("named_organisation", "named_person"):
        return link
    name = completed(link.name, link.span.end, text)
    return replace(link, name=name) if name != link.name and outlet_key(name) in cited else link


def named_outlet(link: Link, citations: Sequence[Citation]) -> str | None:
    """The name that an outlet in a chain goes by; None for "the magazine" in a text that names none."""
    if not is_generic(link.name) and not is_unnamed_outlet(link.name):
        return without_tail(re.sub(r"^[Tt]he ", "", link.name))
    if re.match(r"an?\s", link.span.text):
        return None  # "a Norwegian broadcaster" leads back to none that was named before
    found = resolved(link.name, link.span, citations)
    return found.name if found else None


def own_key(document: Document) -> str | None:
    """Key of a document's own outlet; None where it cannot be told."""
    return outlet_key(document.outlet) if document.outlet else None
