"""Whether a ban or a case is about taking people for a war: then it stands in the picture wherever it is told.

Parliament's law on mercenaries is told paragraphs away from the recruiters, and courts have much else to do: so the
claim's own sentence must say that people are recruited, join a foreign force or fight for one.
"""

import re

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
