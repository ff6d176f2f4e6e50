"""Claims of several documents that say the same, brought together with their origins, figures and contradictions."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.lexicon.phrases import balanced
from sayso.model import Claim, Origin, Period, Proposition, Reason, Sameness
from sayso.stages.link.claims.conflicts import are_apart
from sayso.stages.link.claims.contradictions import find_contradictions
from sayso.stages.link.claims.figures import figures_of
from sayso.stages.link.claims.grouping import group
from sayso.stages.link.claims.standing import supporting
from sayso.stages.link.same_claims import Links, Told
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.behind import origin_of, voice_of
from sayso.stages.link.voices.idle import why_idle
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.leaning import observes, voices_that_count
from sayso.stages.link.voices.origins import count_origins, merged
from sayso.stages.link.voices.sourcing import Sourcing
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import content_words, likeness

TITLE = 180
"""Code points of a title at most."""


def make_propositions(
    told: Told,
    held: Held,
    sourcing: Sourcing,
    links: Links,
    wanted: frozenset[str] | None = None,
    decided: Sameness | None = None,
) -> tuple[list[Proposition], list[Origin]]:
    """One proposition for each group of claims, single claims included, earliest first; and the origins behind them.

    With `wanted`, only for groups that hold one of these claims; `decided` is what people said of claims.
    """
    why = links.why()
    behind: dict[str, tuple[Teller, list[str]]] = {}
    made = []
    for ids in group(told.gists, links.surest_first(), decided.apart if decided else ()):
        if wanted is not None and wanted.isdisjoint(ids):
            continue
        claims = [told.claims[id_] for id_ in sorted(ids, key=told.order.__getitem__)]
        proposition, voices = _proposition(claims, told, held, sourcing, why)
        made.append(proposition)
        for teller, claim in voices:
            behind.setdefault(teller.id, (teller, []))[1].append(claim)
    made.sort(key=lambda p: told.order[p.claims[0]])
    origins = [origin_of(teller, held, claims=tuple(ids)) for teller, ids in behind.values()]
    return made, sorted(origins, key=lambda o: o.id)


def _proposition(
    claims: Sequence[Claim],
    told: Told,
    held: Held,
    sourcing: Sourcing,
    why: Mapping[str, tuple[Reason, ...]],
) -> tuple[Proposition, Sequence[tuple[Teller, str]]]:
    """A proposition, and whom each of its claims is put down to."""
    tellers = sourcing.tellers(claims, {told.documents[c.id].id for c in claims})
    voices = Known(merged(list(tellers.values()))[0])
    stands_for = {c.id: voice_of(tellers[c.id], voices) for c in claims}
    documents = list(dict.fromkeys(told.documents[c.id].id for c in claims))
    affirming = supporting(claims)
    affirmed = {c.id for c in affirming}
    opposed = [c for c in claims if c.id not in affirmed and c.factuality != "asked"]
    reporting = list(dict.fromkeys(told.documents[c.id].id for c in affirming))
    outlets = {outlet_key(o) for d in reporting if (o := held.documents[held.number[d]].outlet)}
    known = {c.id: stands_for[c.id].id for c in claims}
    figures = figures_of(claims, told.documents, known)
    made = Proposition(
        id="p-" + claims[0].id.removeprefix("c-"),
        title=_title(_first_told(affirming, told, held, sourcing)),
        event_type=_type(affirming),
        claims=tuple(c.id for c in claims),
        documents=tuple(documents),
        reports=len(reporting),
        outlets=len(outlets),
        origins=count_origins(
            *voices_that_count(
                affirming,
                tellers,
                told.documents,
                against=opposed,
                sees=observes,
                idle=lambda claim: why_idle(tellers[claim.id], told.documents[claim.id]),
            )
        ),
        origin_ids=tuple(dict.fromkeys(known[c.id] for c in claims)),
        against=tuple(c.id for c in claims if c.id not in affirmed),
        figures=figures,
        contradictions=find_contradictions(
            claims, figures, told.gists, {c.id: told.documents[c.id].text for c in claims}
        ),
        period=_period(claims),
        reasons=tuple(r for c in claims for r in why.get(c.id, ())),
    )
    return made, [(stands_for[claim.id], claim.id) for claim in claims]


def _first_told(claims: Sequence[Claim], told: Told, held: Held, sourcing: Sourcing) -> Sequence[Claim]:
    """The claims of documents that took them from no other one here: a copy's slip is not to name the proposition."""
    numbers = {c.id: held.number[told.documents[c.id].id] for c in claims}
    inside = set(numbers.values())

    def is_taken(number: int) -> bool:
        parent = held.parents.get(number)
        return (parent is not None and parent.left in inside) or sourcing.retells.get(number) in inside

    return [c for c in claims if not is_taken(numbers[c.id])] or claims


def _title(claims: Sequence[Claim]) -> str:
    """The most typical of the claims in its own words: most like the others, with participants, of middling length.

    Not the fullest one: what one claim alone adds is not what the others say.
    """
    words = {claim.id: content_words(claim.content.text) for claim in claims}

    def fit(claim: Claim) -> tuple[float, float, int, str]:
        alike = [likeness(words[claim.id], words[other.id]) for other in claims[:TITLED] if other.id != claim.id]
        typical = sum(alike) / len(alike) if alike else 0.0
        full = FULL * min(len(claim.arguments), 3)
        return round(typical + full, 3), claim.confidence, -abs(len(claim.content.text) - 90), claim.id

    best = opened(balanced(" ".join(max(claims, key=fit).content.text.split())).rstrip(" .,;:"))
    return best if len(best) <= TITLE else best[: TITLE - 1].rsplit(" ", 1)[0] + "…"


def opened(words: str) -> str:
    """Words cut out of a sentence without what only joined them to it; as they are where nothing else would be left.

    >>> opened(", and, worse, a promise"), opened("that his guard had called"), opened("the men")
    ('worse, a promise', 'his guard had called', 'the men')
    """
    return JOINT.sub("", words) or words


JOINT = re.compile(r"^(?:[\s,;:.)\]–—-]+|(?:that|and|but|while|because|although)\b[\s,]*)+", re.IGNORECASE)
TITLED = 48
"""Claims of a proposition that the one which names it is held against, earliest first."""
FULL = 0.06
"""What each participant, up to three, speaks for a claim as the title, against its likeness to the others."""


def _type(claims: Sequence[Claim]) -> str:
    """The commonest type of event of some claims; of equally common ones the earliest."""
    return Counter(claim.event_type for claim in claims).most_common(1)[0][0]


def _period(claims: Sequence[Claim]) -> Period | None:
    """The narrowest period that any of the claims gives; the one that holds all of them where two do not overlap.

    None where that one has no bounds at all ("until May" beside "since June").
    """
    known = [c.period for c in claims if c.period is not None]
    if not known:
        return None
    narrowest = min(known, key=lambda p: (p.end - p.start).days if p.start and p.end else 10**6)
    if all(not are_apart(a, b) for a, b in combinations(known, 2)):
        return narrowest
    starts, ends = [p.start for p in known], [p.end for p in known]
    start = None if None in starts else min(d for d in starts if d)
    end = None if None in ends else max(d for d in ends if d)
    if start is None and end is None:
        return None
    return Period(
        start=start, end=end, precision="days" if start and end else "open", basis="claims that disagree on the day"
    )
