"""Whether a ban or a case is about taking people for a war: then it stands in the picture wherever it is told.

Parliament's law on mercenaries is told paragraphs away from the recruiters, and courts have much else to do: so the
claim's own sentence must say that people are recruited, join a foreign force or fight for one.
"""

import re
from collections.abc import Collection

from sayso.lexicon.aliases import load_aliases
from sayso.model import Claim

TYPES = frozenset({"BAN", "PROSECUTE"})
"""Types of what authorities do against it."""
TAKING = re.compile(
    r"\b(?:recruit\w*|enlist\w*|mercenar\w+"
    r"|foreign (?:\w+ )?(?:army|armies|forces?|military|legions?|wars?|conflicts?|state|service)"
    r"|(?:fight|fighting|fought|serv(?:e[sd]?|ing|ice)) (?:abroad|for|in|with)\b"
    r"|join(?:s|ed|ing)? (?:\w+ ){0,3}(?:army|armies|forces?|ranks|legion|war|military))",
    re.IGNORECASE,
)
"""Words of what is forbidden."""
NO_LAW = re.compile(r"\b(?:draft dodg\w+|desert(?:ed|ion|ing|ers?)|evad(?:ed|ing)|mutin\w+)\b", re.IGNORECASE)
"""What an army punishes its own for."""


def is_against_recruiting(claim: Claim) -> bool:
    """Whether an authority forbids, or prosecutes, the taking of people for a war, by the claim's own sentence."""
    sentence = claim.sentence.text
    return claim.event_type in TYPES and TAKING.search(sentence) is not None and NO_LAW.search(sentence) is None


PEOPLE = ("people", "adjective")
BY = ("authority", "prosecutor")


def whose(claim: Claim) -> frozenset[str]:
    """Countries whose people a ban or case is about: those that its sentence names as a people, and the authority's;
    empty where it names none."""
    by = (a.span.text for a in claim.arguments if a.role in BY)
    return _named(claim.sentence.text, PEOPLE).union(*(_named(words) for words in by))


def may_be_of(claim: Claim, countries: Collection[str]) -> bool:
    """Whether a claim of taking people may be of one of some countries: it names one of them, or none is asked for."""
    return not countries or not _named(claim.sentence.text).isdisjoint(countries)


def _named(words: str, sorts: Collection[str] = (*PEOPLE, "country")) -> frozenset[str]:
    return frozenset(code for hit in load_aliases().find(words) if hit.form.sort in sorts for code in hit.form.targets)
