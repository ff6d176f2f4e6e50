"""Whom a state calls up at home or takes from its prisons: its own people, and no drive for another's."""

import re

from sayso.model import Claim
from sayso.stages.link.claims.article import peoples_in
from sayso.stages.link.drives.parts import TAKEN_ROLES

CALLED_UP = re.compile(r"\b(?:reservists?|conscripts?|draftees?)\b", re.IGNORECASE)
"""Who serves because his own state says so."""
CALLING_UP = re.compile(r"\b(?:call(?:s|ed|ing)? up|mobili[sz](?:e[sd]?|ing|ation)|call-up)\b", re.IGNORECASE)
"""What only a state does, with its own."""
CONVICTS = re.compile(
    r"\b(?:prisoners?(?! of war)|inmates?|convicts?|felons?|criminals?|murderers?|rapists?|thieves)\b", re.IGNORECASE
)
"""Who is taken out of prison; foreigners are held there as well."""
POINTING = re.compile(r"(?:he|him|she|they|them|we|us|I|you|who|whom|some of|those|these)\b", re.IGNORECASE)


def is_own_levy(claim: Claim) -> bool:
    """Whether all whom a claim tells to be taken are reservists, men called up, or convicts, and of no people that is
    named: "called up 300,000 men" beside a drive tells of the state whose war it is. A sentence that names a people
    beside convicts ("prisoners, a Zambian among them") may speak of these."""
    if claim.event_type not in ("RECRUIT", "DEPLOY", "TRANSFER", "TRAIN", "OFFER"):
        return False
    taken = [a.span.text for a in claim.arguments if a.role in TAKEN_ROLES]
    if not taken or any(POINTING.match(words) or peoples_in(words) for words in taken):
        return False
    if CALLING_UP.search(claim.trigger.text):
        return True
    if all(CALLED_UP.search(words) for words in taken):
        return True
    return all(CONVICTS.search(words) for words in taken) and not peoples_in(claim.sentence.text)
