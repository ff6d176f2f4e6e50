"""What a retelling made of a claim: firmer or weaker, another doer, another thing."""

from collections.abc import Sequence

from sayso.model import Change, Claim
from sayso.stages.link.retellings.fillers import change_of, same_filler
from sayso.stages.link.wording import content_words, likeness
from sayso.stages.link.wordlists import listed

FIRMNESS = {
    "asserted": 3,
    "negated": 3,
    "planned": 3,
    "probable": 2,
    "possible": 1,
}
"""How much a source commits to; what is planned is not hedged. Other values are not compared."""
ALIKE = 0.3
"""Lowest likeness of two claims whose participants are compared."""
DOERS = listed(
    "recruiter payer trainer approacher offerer authority attacker actor agent organiser denier source accuser"
)
"""Roles of whoever does it: another filler is another actor. In all other roles it is another object."""


def retold(parent: str, child: str, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Change, ...]:
    """What the child's claims changed of the parent's claims of the same proposition; each is held against its
    likest."""
    found: list[Change] = []
    for now in after:
        rivals = [was for was in before if was.polarity == now.polarity and was.event_type == now.event_type]
        words = content_words(now.content.text)
        ranked = sorted((likeness(content_words(was.content.text), words), was.id, was) for was in rivals)
        if ranked:
            alike, _, was = ranked[-1]
            found += _firmness(parent, child, was, now)
            found += _participants(parent, child, was, now) if alike >= ALIKE else []
    return tuple(found)


def _firmness(parent: str, child: str, was: Claim, now: Claim) -> list[Change]:
    """A hedge lost or added: one source's "may" became "will"."""
    known = was.factuality in FIRMNESS and now.factuality in FIRMNESS
    if not known or FIRMNESS[was.factuality] == FIRMNESS[now.factuality]:
        return []
    detail = f"{was.factuality} became {now.factuality}"
    return [change_of(parent, child, was.content, now.content, "hedge", detail)]


def _participants(parent: str, child: str, was: Claim, now: Claim) -> list[Change]:
    found = []
    for role in dict.fromkeys(a.role for a in now.arguments):
        before = [a for a in was.arguments if a.role == role]
        after = [a for a in now.arguments if a.role == role]
        other = [a for a in after if before and not any(same_filler(b, a) for b in before)]
        if other and (len(other) == len(after) or len(after) > len(before)):
            what = "actor" if role in DOERS else "object"
            detail = f"{role}: “{before[0].span.text}” became “{other[0].span.text}”"
            found.append(change_of(parent, child, before[0].span, other[0].span, what, detail))
    return found
