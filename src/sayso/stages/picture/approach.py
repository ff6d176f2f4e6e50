"""Whether a contact is one by which people are looked for, and no call home, letter to an office or reporter's call."""

import re

from sayso.model import Claim

WOOING = re.compile(
    r"\b(?:approach\w*|woo\w*|court(?:s|ed|ing)?|advertis\w+|lur(?:e[sd]?|ing)|entic\w+|solicit\w*|canvass\w*"
    r"|invit\w+"
    r"|target\w*|pass(?:ed|es|ing)?|direct(?:s|ed|ing)?|refer(?:s|red|ring)?|link)\b",
    re.IGNORECASE,
)
"""Words for a contact that has an aim of its own."""
TAKING_ON = re.compile(
    r"\b(?:recruit\w*|enlist\w*|mobili[sz]\w+|hir(?:e[sd]?|ing)|sign(?:s|ed|ing)? (?:up|on)|contracts?|offer\w*|jobs?"
    r"|vacanc\w+|ads?|adverts?|advertisements?|brokers?|middlem[ae]n|paramilitary|fight for|salar(?:y|ies)|wages?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence says that people are taken on."""
STATE = re.compile(
    r"\b(?:ministers?|ministry|embass(?:y|ies)|consulates?|ambassador|governments?|authorit(?:y|ies)|senators?|congressm[ae]n"
    r"|lawmakers?|mps?|commander|police|court|famil(?:y|ies)|mothers?|fathers?|parents?|uncles?|relatives?|reporters?"
    r"|newsroom|spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
"""Who is written to, or writes, about people who are gone."""
TAKERS = re.compile(
    r"\b(?:mercenar(?:y|ies)|wagner|pmc|legion|militias?|private military|recruiters?|recruiting|armed forces|army)\b",
    re.IGNORECASE,
)
"""Who takes people on where he is in touch with such as could fight."""
TO_BE_HAD = re.compile(
    r"(?!(?:its|his|their|our|her) )(?:.*\b)?(?:unemployed|jobless|out-of-work|former|ex|retired"
    r"|demobili[sz]ed|abandoned|exiled|stranded|veterans?|migrants?|refugees?|students?|prisoners?|inmates|convicts?"
    r"|young men|youths?|villagers?)\b",
    re.IGNORECASE,
)
"""Who can still be taken on: no troops that serve the one who is in touch with them."""
BY_TELEPHONE = re.compile(r"reach\w*\s+(?:by|on)\s+(?:tele)?phone|reach\w*\s+(?:by|on)\s+\w+\s*,", re.IGNORECASE)
"""How a reporter tells that somebody answered: "reached by telephone, the broker said"."""


def approaches(claim: Claim) -> bool:
    """Whether a contact is told as one by which people are looked for.

    A text about a war is full of calls and letters: sons ring home, families write to ministers, reporters reach a
    spokesman. None of them recruits anybody. True where the verb has that aim, or the sentence tells of taking people
    on and neither side is an office or a family, or a force is in touch with such as it could take on ("the militia
    writes to jobless soldiers over Telegram"). True of all claims that are no contacts.
    """
    if claim.event_type != "CONTACT":
        return True
    by = [a.span.text for a in claim.arguments if a.role == "approacher"]
    to = [a.span.text for a in claim.arguments if a.role == "approached"]
    sides = " ".join((*by, *to))
    if STATE.search(sides) or BY_TELEPHONE.search(claim.sentence.text[claim.trigger.start - claim.sentence.start :]):
        return False
    if any(map(TAKERS.search, by)) and any(map(TO_BE_HAD.match, to)):
        return True
    return bool(WOOING.search(claim.trigger.text) or TAKING_ON.search(claim.sentence.text))
