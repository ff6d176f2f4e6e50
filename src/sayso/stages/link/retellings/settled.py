"""What a document that credits another one tells as settled though that one leaves it open, in whatever words: "asked
for a sentence of five years" that became "sentenced to five years", "plans a register", "has introduced a register".

`firmer.py` asks for one verb on both sides. Here the words of a clause that is left open (`OPENERS`) are looked for in
each clause of the follower. What both have has to be rare in the source and to stand together in no firm clause of it,
so that nothing else in it can be what was told again.
"""

import re
from collections.abc import Iterator, Mapping

from sayso.model import Change, Reading, Reason, Span
from sayso.model._record import record
from sayso.stages.link.retellings.clauses import (
    ENOUGH,
    PLAIN,
    SHARE,
    clauses_of,
    shared_weight,
    weights_of,
    whole_weight,
)
from sayso.stages.link.retellings.guards import DOUBT, OPEN
from sayso.stages.link.wording import content_words
from sayso.stages.link.wordlists import NEGATIONS

PLANNED = re.compile(
    r"\b(?:plan(?:s|ned)?|propos(?:es|ed|als?)|hop(?:es|ed|ing)|intend(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)"
    r"|seek(?:s|ing)?|sought|appl(?:y|ied|ies) for|ask(?:s|ed|ing)? (?:for|that)|(?:has|have|had|was|were) asked"
    r"|appeal(?:s|ed)? (?:for|to)|call(?:s|ed|ing) (?:for|on)|urg(?:es|ed)|request(?:s|ed)|demand(?:s|ed)"
    r"|offer(?:s|ed)? to|agreed (?:to|in principle|on)|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|due to"
    r"|consider(?:s|ing)?|weigh(?:s|ing)|look(?:s|ing)? into|recommend(?:s|ed)?|suggest(?:s|ed)?|could|if|whether"
    r"|will|shall|threaten(?:s|ed)?|expect(?:s|ed)?|draft|bid)\b",
    re.IGNORECASE,
)
"""Words behind which something is still to be done or decided."""
BELIEVED = re.compile(
    r"\b(?:I (?:think|believe|assume|suppose|guess)|I (?:thought|believed|assumed|supposed)|thinks?|thought"
    r"|believe[sd]?|assum(?:e[sd]?|ing|ption)|suspect(?:s|ed)?|suspicion|suppos(?:e[sd]?|edly)|fear(?:s|ed)?"
    r"|presum(?:e[sd]?|ably)|guess(?:es|ed)?|may(?! \d)|might|perhaps|possibly|probably|maybe|appear(?:s|ed)?"
    r"|seem(?:s|ed)?|likely|rumou?r(?:s|ed)?|heard|been told|said to (?:be|have)"
    r"|unconfirmed|unclear|not (?:certain|sure|clear)|looked like)\b"
)
"""Words by which a thing is somebody's guess."""
OPENERS = re.compile(rf"{PLANNED.pattern}|{BELIEVED.pattern}")
WEAK = re.compile(
    rf"{OPENERS.pattern}|{OPEN.pattern}|{DOUBT.pattern}"
    r"|\b(?:accus\w+|alleg\w+|charge[ds]?|indict\w*|(?:on|for|stand(?:s|ing)?) trial|warn(?:s|ed)|chance|risk\w*)\b"
)
"""Words with which a clause is not firm."""
SURE = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) (?:now )?to|going to|agreed to|due to|promis(?:es|ed)|vow(?:s|ed)"
    r"|plan(?:s|ned)?)\b"
)
"""Words of what is decided and not done yet: firmer than a hope, not than a promise."""
TO_BE = frozenset({"will", "shall"})
DONE = re.compile(r"\b(?:has|have|had|was|were|been|being)\b")
"""Words of what is done, asked for where the source says that it will be: headlines tell what will be in the
present."""
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|been|will|[a-z]{2,}(?:ed|[^s]s|ent|ew|old|ought))\b")
"""What a clause that tells of something has: a verb, or what looks like one."""
ELSEWHERE, WITH_VERB = 0.6, 0.2
"""Share of their weight from which on another clause of the source may be the one told again; where it has the verb."""


@record
class _Open:
    """A clause of the source with what leaves it open."""

    span: Span
    opener: str
    words: Mapping[str, float]
    behind: tuple[str, ...]
    """Words behind the opener, its verb first."""


def settled(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document tells as settled that the one that it follows leaves open."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    clauses = [clause for sentence in parent.sentences for clause in clauses_of(sentence)]
    opened = [each for clause in clauses if (each := _open(clause)) is not None]
    firm = [content_words(clause.text) for clause in clauses if not WEAK.search(clause.text)]
    weights = weights_of(parent) if opened else {}
    for sentence in child.sentences if opened else ():
        for now in filter(_is_firm, clauses_of(sentence)):
            told = content_words(now.text)
            ranked = [
                (shared_weight(told, each.words, weights), each) for each in opened if _is_firmer(now, told, each)
            ]
            weight, was = max(ranked, key=lambda each: each[0], default=(0.0, None))
            if was is None or weight < max(ENOUGH, SHARE * whole_weight(told, weights)):
                continue
            if not any(_is_rival(words, told, was, weights, weight) for words in firm):
                yield _change(parent, child, was, now, weight)


def _open(clause: Span) -> _Open | None:
    match = OPENERS.search(clause.text)
    if match is None:
        return None
    if _denies(clause.text[: match.start()]) or _denies(clause.text[match.end() :]):
        return None
    behind = tuple(content_words(clause.text[match.end() :]))
    return _Open(span=clause, opener=match.group(), words=content_words(clause.text), behind=behind)


def _is_firm(clause: Span) -> bool:
    """Whether a clause tells of something and leaves nothing open, denies nothing; what will be may be firm."""
    if FINITE.search(clause.text) is None or WEAK.search(SURE.sub(" ", clause.text)):
        return False
    return not _denies(clause.text)


def _denies(text: str) -> bool:
    return bool(NEGATIONS & set(re.findall(r"[\w’']+", text.lower())))


def _is_firmer(now: Span, told: Mapping[str, float], was: _Open) -> bool:
    """Whether a clause can tell as settled what another one leaves open."""
    shared = told.keys() & was.words.keys()
    if shared.isdisjoint(was.behind) or sum(was.words[word] == 1.0 for word in shared) < PLAIN:
        return False
    if was.opener.lower() in TO_BE:
        return DONE.search(now.text) is not None
    return SURE.search(now.text) is None or SURE.search(was.opener) is None


def _is_rival(
    words: Mapping[str, float], told: Mapping[str, float], was: _Open, weights: Mapping[str, float], weight: float
) -> bool:
    """Whether a firm clause of the source may be the one told again: it has much of what is shared, or its verb."""
    shared = told.keys() & words.keys()
    verb = was.behind[0] in shared and len(shared) > 1
    return shared_weight(shared, was.words, weights) >= (WITH_VERB if verb else ELSEWHERE) * weight


def _change(parent: Reading, child: Reading, was: _Open, now: Span, weight: float) -> Change:
    detail = f"“{was.opener}” is gone"
    reason = Reason(rule="settled.hedge", detail=detail, spans=(was.span, now), score=weight)
    return Change(
        parent=parent.document.id, child=child.document.id, was=was.span, now=now, what="hedge", reasons=(reason,)
    )
