"""What a retelling made of claims that are no longer one by their fields: another payer, force or act.

Two claims whose typed fields differ are two propositions, so nothing is held against anything there. Of a document and
one that it follows more is known: an amount, a number of people or the words tell which sentence was told again, and
what differs in it was changed on the way.
"""

import re

from sayso.model import Argument, Change, Claim, Money, Quantity, Reading
from sayso.stages.link.claims.article import TAKEN
from sayso.stages.link.claims.figures import same_unit_of_people
from sayso.stages.link.retellings.fillers import same_filler
from sayso.stages.link.retellings.otherwise import told_otherwise
from sayso.stages.link.retellings.retelling import TELLING
from sayso.stages.link.retellings.retold import FIRMNESS
from sayso.stages.link.wording import content_words, likeness
from sayso.stages.link.wordlists import listed

PAYING = listed("payer offerer")
SMALLEST = 10
"""Amounts of money below this are not taken for one because they are equal."""
FORCES = listed("force")
LITTLE_ALIKE = 0.15
"""Lowest likeness of two claims of recruiting whose forces are compared."""
MUCH_ALIKE = 0.4
"""Lowest likeness of two claims that differ in firmness and are not one by their fields."""
NO_NAME = listed("they who he she we you it i nobody someone somebody people them him her one which that some")
"""Words that name nobody."""

ACTS: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = tuple(
    (name, listed(types), re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, types, words in (
        ("approached", "CONTACT OFFER", r"(?:approach|contact|offer|invit|ask|court|woo)(?:s|e[ds]?|ing|ers?)?"),
        (
            "recruited",
            "RECRUIT",
            r"recruit\w*|hir(?:e[ds]?|ing)|enlist\w*|enrol\w*|sign(?:s|ed|ing)?|join(?:s|ed|ing)?|taken on|took"
            r"|contract\w*",
        ),
        (
            "sent",
            "TRANSFER DEPLOY FLEE",
            r"sen[dt]\w*|flown|fl[ey]w|left|leav\w+|go(?:ne|ing|es)?|went|travel\w*|deploy\w*|ship\w*|arriv\w*|abroad",
        ),
        ("trained", "TRAIN", r"train\w*|instruct\w*"),
        ("killed", "KILL", r"kill\w*|dead|die[sd]?|dying|deaths?|fell|fallen|lost"),
        ("wounded", "WOUND", r"wound\w*|injur\w*|hurt"),
        ("held", "DETAIN SEIZE", r"captur\w*|captiv\w*|detain\w*|held|prison\w*|arrest\w*|abduct\w*|hostage\w*"),
    )
)
"""What is done to counted people: name, event types, and words that speak of it. A number goes with several of these in
one story; only one of which the source says nothing beside that number is another act."""


def reworked(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document made of payers, forces, acts and firmness of the one that it follows."""
    found: list[Change] = []
    named = {mention.entity for mention in parent.mentions.actors if mention.entity}
    for now in child.claims:
        found += _payer(parent, child, now)
        found += _force(parent, child, now, named)
        found += _act(parent, child, now)
        found += _firmness(parent, child, now)
    return tuple({(c.now.start, c.now.end, c.what): c for c in found}.values())


def _payer(parent: Reading, child: Reading, now: Claim) -> list[Change]:
    """Somebody else who pays the same amount: "from the firm" that became "from the ministry"."""
    payers = [a for a in now.arguments if a.role in PAYING and a.entity and _is_named(a)]
    amounts = [m for m in now.money if _top(m) >= SMALLEST]
    before = [
        argument
        for was in parent.claims
        if any(_is_one_amount(a, b) for a in amounts for b in was.money)
        for argument in was.arguments
        if argument.role in PAYING and _is_named(argument)
    ]
    if not before or not payers or any(same_filler(was, each) for was in before for each in payers):
        return []
    return [
        told_otherwise("reworked", parent, child, before[0].span, payers[0].span, "actor", "who pays the same amount")
    ]


def _is_one_amount(left: Money, right: Money) -> bool:
    return left.currency == right.currency and (left.low, left.high) == (right.low, right.high)


def _top(amount: Money | Quantity) -> float:
    return amount.high if amount.high is not None else amount.low or 0.0


def _is_named(argument: Argument) -> bool:
    return argument.span.text.lower().split()[0] not in NO_NAME


def _force(parent: Reading, child: Reading, now: Claim, named: set[str]) -> list[Change]:
    """Another force that people are taken into, which the source does not name anywhere."""
    if now.event_type not in TAKEN:
        return []
    forces = [a for a in now.arguments if a.role in FORCES and a.entity]
    new = [a for a in forces if a.entity not in named]
    if not new:
        return []
    rivals = [
        (likeness(content_words(was.content.text), content_words(now.content.text)), was.id, argument)
        for was in parent.claims
        if was.event_type == now.event_type
        for argument in was.arguments
        if argument.role in FORCES and argument.entity
    ]
    if not rivals or any(same_filler(was, each) for _, _, was in rivals for each in forces):
        return []
    alike, _, was = max(rivals, key=lambda rival: rival[:2])
    if alike < LITTLE_ALIKE:
        return []
    return [
        told_otherwise(
            "reworked",
            parent,
            child,
            was.span,
            new[0].span,
            "object",
            "for whom they are taken, and the source never names it",
        )
    ]


def _act(parent: Reading, child: Reading, now: Claim) -> list[Change]:
    """Another thing that was done to as many people: "61 men were approached" that became "61 men were recruited"."""
    act = _act_of(now) if now.quantities else None
    for count in now.quantities if act else ():
        if count.low is None or count.low != count.high or count.low < TELLING:
            continue
        before = [was for was in parent.claims if any(_is_one_count(q, count) for q in was.quantities) and _act_of(was)]
        if not before or any(_act_of(was) == act for was in before):
            continue
        same = [q.span for q in parent.mentions.quantities if _is_one_count(q, count)]
        words = next(words for name, _, words in ACTS if name == act)
        if same and not any(words.search(s.text) for s in parent.sentences if any(s.covers(span) for span in same)):
            return [
                told_otherwise(
                    "reworked",
                    parent,
                    child,
                    before[0].content,
                    now.content,
                    "act",
                    f"{_act_of(before[0])} became {act}",
                )
            ]
    return []


def _act_of(claim: Claim) -> str | None:
    return next((name for name, types, _ in ACTS if claim.event_type in types), None)


def _is_one_count(left: Quantity, right: Quantity) -> bool:
    return left.low == right.low and left.high == right.high and same_unit_of_people(left.unit, right.unit)


def _firmness(parent: Reading, child: Reading, now: Claim) -> list[Change]:
    """What may be so that became so, or the other way, in two claims that say it in much the same words."""
    rivals = [was for was in parent.claims if was.event_type == now.event_type and was.polarity == now.polarity]
    if all(FIRMNESS.get(was.factuality) in (None, FIRMNESS.get(now.factuality)) for was in rivals):
        return []
    words = content_words(now.content.text)
    ranked = [(likeness(content_words(was.content.text), words), was.id, was) for was in rivals]
    alike, _, was = max(ranked, key=lambda rival: rival[:2])
    firm = (
        now.factuality in FIRMNESS
        and was.factuality in FIRMNESS
        and FIRMNESS[was.factuality] != FIRMNESS[now.factuality]
    )
    if alike < MUCH_ALIKE or not firm:
        return []
    return [
        told_otherwise(
            "reworked", parent, child, was.content, now.content, "hedge", f"{was.factuality} became {now.factuality}"
        )
    ]
