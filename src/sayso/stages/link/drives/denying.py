"""What a negated claim denies: a drive, a part of it, or nothing of it by which its voice would be none.

Who denies a drive tells no part of it; who tells what became of him and says beside it that he did not come home or
that two others never signed denies nothing. Known mistakes: a witness who says that no source was paid or no sign found
is still taken for one who denies, as who is told by no office may be an accused; a recruiter who is told by no office
and says of "them" that they did not sign is taken for a witness.
"""

from sayso.stages.link.claims.taking import Pair
from sayso.stages.link.drives.aside import FATES
from sayso.stages.link.drives.parts import Part
from sayso.stages.link.voices.apart import PRIVATE, is_private
from sayso.stages.link.voices.teller import Teller


def denies(part: Part, pair: Pair) -> bool:
    """Whether a claim that is negated is against a drive: that people are taken, or sent or paid by that side, and not
    that somebody is sent back or is not paid by others, nor that it should stop."""
    if part.polarity != "negative" or not part.answers:
        return False
    if part.event_type in FATES:
        return part.nobody
    return bool(part.pairs) or part.event_type in ("RECRUIT", "DEPLOY") or pair[1] in part.side | part.where


def denies_something_else(part: Part) -> bool:
    """Whether what a private person negates is what some others did or he himself: that two of them never signed, that
    he did not come home."""
    return part.factuality == "negated" and part.of_some and speaks_for_himself(part.teller)


def may_deny(part: Part) -> bool:
    """Whether a negated claim may deny some drive: not that a bus did not come, nor a private word on some others."""
    taking = bool(part.pairs or part.side) or part.event_type in ("RECRUIT", "DEPLOY")
    return part.answers and taking and not (part.of_some and speaks_for_himself(part.teller))


def speaks_for_himself(teller: Teller) -> bool:
    """Whether a voice is a private person's, who can only say what he knows of some men."""
    return teller.sort in PRIVATE or (teller.kind == "person" and is_private(teller))


def is_of_a_part(part: Part, pair: Pair) -> bool:
    """Whether what is denied is a part of a drive whose other parts the denier may tell of: that people were forced, or
    minors taken, or that it was done at home."""
    return bool(part.will) or part.minors or part.denied_in == {pair[0]}
