"""Claims of several documents that say the same, brought together with their origins, figures and contradictions."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import Literal, TypeVar

import numpy as np

from sayso.model import Change, Claim, Document, Figure, Origin, Period, Proposition, Reading, Reason, Sameness
from sayso.stages.link.claims.answering import doubts_actor
from sayso.stages.link.claims.article import NO_DRIVE, TAKEN, drive_of
from sayso.stages.link.claims.candidates import Alike, find_same
from sayso.stages.link.claims.conflicts import are_apart
from sayso.stages.link.claims.contradictions import find_contradictions
from sayso.stages.link.claims.figures import drift, figures_of
from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.grouping import DECIDED, group
from sayso.stages.link.claims.lead import find_leads
from sayso.stages.link.claims.occasion import told_on
from sayso.stages.link.claims.retold_claims import find_retold
from sayso.stages.link.claims.same_claim import SameClaim, compare, fit_of
from sayso.stages.link.claims.story import Topic, topic_of
from sayso.stages.link.memory import Memory, once
from sayso.stages.link.retellings.retelling import Retelling
from sayso.stages.link.retellings.retold import retold
from sayso.stages.link.texts.documents import Held, by_date
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.idle import why_idle
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.leaning import observes, voices_that_count
from sayso.stages.link.voices.origins import count_origins, merged
from sayso.stages.link.voices.sourcing import Sourcing
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import content_words, likeness

T = TypeVar("T")
TITLE = 180
"""Code points of a title at most."""


class Told:
    """All claims at hand with their documents. Lives only inside `link`."""

    def __init__(self, readings: Sequence[Reading], memory: Memory | None = None) -> None:
        self.memory = memory
        ordered = sorted(readings, key=lambda r: by_date(r.document))
        self.claims: dict[str, Claim] = {}
        self.documents: dict[str, Document] = {}
        self.order: dict[str, int] = {}
        for reading in ordered:
            for claim in reading.claims:
                self.order.setdefault(claim.id, len(self.order))
                self.claims[claim.id] = claim
                self.documents[claim.id] = reading.document
        self.gists: dict[str, Gist] = {}
        topics: dict[str, Topic] = {}
        for id_, claim in self.claims.items():
            about = drive_of(self.documents[id_]) if claim.event_type in TAKEN else NO_DRIVE
            document = self.documents[id_]
            if document.id not in topics:
                topics[document.id] = once(memory, ("topic", document.id), partial(topic_of, document))
            made = partial(gist_of, claim, document.id, about, told_on(document), topics[document.id])
            self.gists[id_] = once(memory, ("gist", id_), made)
        self.of_document: dict[str, list[Gist]] = {}
        for gist in self.gists.values():
            self.of_document.setdefault(gist.document, []).append(gist)


class Links:
    """Claims that say the same, two by two, as numbers: there are several for each claim. Lives only inside `link`."""

    def __init__(self, told: Told, sure: Iterable[SameClaim]) -> None:
        self.told = told
        self.sure: dict[tuple[str, str], SameClaim] = {}
        """Links that rest on the documents; all others rest on two claims alone and can be made again from these."""
        for link in sure:
            key = (min(link.left, link.right), max(link.left, link.right))
            if key not in self.sure or link.score > self.sure[key].score:
                self.sure[key] = link
        self.left, self.right, self.scores = array("i"), array("i"), array("d")

    def add(self, links: Iterable[Alike]) -> None:
        """Take in links that rest on two claims alone."""
        gists = self.told.gists
        for link in links:
            key = (link.left, link.right) if link.left < link.right else (link.right, link.left)
            if key not in self.sure:
                self._keep(link)
            elif min(link.score, 0.999) >= self.sure[key].score:  # the same words in a copy stay the better reason
                self.sure[key] = compare(gists[link.left], gists[link.right]) or self.sure[key]

    def _keep(self, link: SameClaim | Alike) -> None:
        self.left.append(self.told.order[link.left])
        self.right.append(self.told.order[link.right])
        self.scores.append(link.score)

    def joined(self, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
        """The claims of two documents that say what one of the other's says, by themselves."""
        pairs = [(a, b) for a in before for b in after if self._are_one(a.id, b.id)]
        left, right = {a.id for a, _ in pairs}, {b.id for _, b in pairs}
        return [a for a in before if a.id in left], [b for b in after if b.id in right]

    def _are_one(self, left: str, right: str) -> bool:
        if (min(left, right), max(left, right)) in self.sure:
            return True
        return fit_of(self.told.gists[left], self.told.gists[right]) is not None

    def close(self) -> None:
        """Take in the sure links; nothing is added after that."""
        for link in self.sure.values():
            self._keep(link)

    def surest_first(self) -> Iterator[tuple[str, str, float]]:
        """(left, right, score), equal scores in the order of ids."""
        ids = list(self.told.claims)
        rank = np.empty(len(ids), dtype=np.int32)
        rank[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
        left, right = (rank[np.array(each, dtype=np.int32)] for each in (self.left, self.right))
        for n in np.lexsort((right, left, -np.array(self.scores))):
            yield ids[self.left[n]], ids[self.right[n]], self.scores[n]

    def why(self) -> dict[str, tuple[Reason, ...]]:
        """For each claim that says what an earlier one says, the reasons of its surest link."""
        best: dict[str, tuple[str, str, float]] = {}
        order = self.told.order
        for left, right, score in self.surest_first():
            later = max(left, right, key=order.__getitem__)
            if later not in best or best[later][2] == score:
                best[later] = (left, right, score)
        return {later: self._reasons(left, right) for later, (left, right, _) in best.items()}

    def _reasons(self, left: str, right: str) -> tuple[Reason, ...]:
        sure = self.sure.get((min(left, right), max(left, right)))
        made = sure or compare(self.told.gists[left], self.told.gists[right])
        return made.reasons if made else ()


def same_claims(told: Told, held: Held, retellings: Sequence[Retelling], decided: Sameness | None = None) -> Links:
    """Claims that people hold to say the same, claims in the same words of a copy and its parent, claims that a
    retelling has from its source, the news of reports of one story, and all others."""
    follows = []
    for each in retellings:
        before, after = (told.of_document.get(held.documents[n].id, []) for n in (each.left, each.right))
        follows += find_retold(before, after)
    leads = find_leads(told.claims, told.gists)
    links = Links(told, [*_decided(told, decided), *_in_copies(told, held), *nearest(follows), *leads])
    links.add(find_same(tuple(told.gists.values()), memory=told.memory))
    links.close()
    return links


def _decided(told: Told, decided: Sameness | None) -> Iterator[SameClaim]:
    """Claims that people brought together."""
    for (left, right), by in decided.same.items() if decided else ():
        if left in told.claims and right in told.claims:
            why = f": {by.reason}" if by.reason else ""
            reason = Reason(
                rule="judge.same",
                detail=f"{by.by}, {by.at:%Y-%m-%d}{why}",
                spans=(told.claims[left].trigger, told.claims[right].trigger),
            )
            yield SameClaim(left=left, right=right, score=DECIDED, reasons=(reason,))


def _of(claims: Sequence[Claim], figures: Mapping[str, Sequence[Figure]]) -> list[Figure]:
    return [figure for claim in claims for figure in figures.get(claim.id, ())]


AS_NEAR = 0.25
"""How much less well than with the best one a claim may fit with one of another source, to be taken for both."""


def nearest(found: Sequence[SameClaim]) -> list[SameClaim]:
    """Of the claims that one may retell in several sources, those that it fits best: an old report of the outlet that
    is cited is not retold when a new one fits much better."""
    best: dict[str, float] = {}
    for link in found:
        best[link.right] = max(best.get(link.right, 0.0), link.score)
    return [link for link in found if link.score >= best[link.right] - AS_NEAR]


def _in_copies(told: Told, held: Held) -> list[SameClaim]:
    by_document: dict[str, list[Claim]] = {}
    for claim in told.claims.values():
        by_document.setdefault(told.documents[claim.id].id, []).append(claim)
    found = []
    for right, parent in held.parents.items():
        laid = held.alignments[parent.left, right]
        before = {(c.trigger.start, c.event_type): c for c in by_document.get(held.documents[parent.left].id, ())}
        place = {start: n for n, start in enumerate(laid.right.starts)}
        for claim in by_document.get(held.documents[right].id, ()):
            number = place.get(claim.trigger.start, -1)
            at = laid.same[number] if number >= 0 else -1
            other = before.get((laid.left.starts[at], claim.event_type)) if at >= 0 else None
            if other is not None:
                reason = Reason(
                    rule="same_claim.copied",
                    detail="the same words in parent and copy",
                    spans=(other.trigger, claim.trigger),
                )
                found.append(SameClaim(left=other.id, right=claim.id, score=1.0, reasons=(reason,)))
    return found


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
        made.append(_proposition(claims, told, held, sourcing, why, behind))
    made.sort(key=lambda p: told.order[p.claims[0]])
    origins = [origin_of(teller, held, claims=tuple(ids)) for teller, ids in behind.values()]
    return made, sorted(origins, key=lambda o: o.id)


def _proposition(
    claims: Sequence[Claim],
    told: Told,
    held: Held,
    sourcing: Sourcing,
    why: Mapping[str, tuple[Reason, ...]],
    behind: dict[str, tuple[Teller, list[str]]],
) -> Proposition:
    tellers = sourcing.tellers(claims, {told.documents[c.id].id for c in claims})
    voices = Known(merged(list(tellers.values()))[0])
    stands_for = {c.id: voice_of(tellers[c.id], voices) for c in claims}
    for claim in claims:
        behind.setdefault(stands_for[claim.id].id, (stands_for[claim.id], []))[1].append(claim.id)
    documents = list(dict.fromkeys(told.documents[c.id].id for c in claims))
    affirming = supporting(claims)
    affirmed = {c.id for c in affirming}
    opposed = [c for c in claims if c.id not in affirmed and c.factuality != "asked"]
    reporting = list(dict.fromkeys(told.documents[c.id].id for c in affirming))
    outlets = {outlet_key(o) for d in reporting if (o := held.documents[held.number[d]].outlet)}
    known = {c.id: stands_for[c.id].id for c in claims}
    figures = figures_of(claims, told.documents, known)
    return Proposition(
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


def origin_of(teller: Teller, held: Held, *, claims: tuple[str, ...] = ()) -> Origin:
    """The record of a voice. An outlet is held when a document of it is; a person when the outlet they spoke to is."""
    of_outlet = held.of_outlet.get(teller.via or "", ())
    reasons = [teller.reason]
    if not of_outlet and teller.kind == "outlet":
        reasons.append(_about(teller, held))
    return Origin(
        id=teller.id,
        name=teller.name,
        kind=teller.kind,  # type: ignore[arg-type]
        document=held.documents[of_outlet[0]].id if of_outlet and teller.kind != "unknown" else None,
        held=bool(of_outlet) and teller.kind != "unknown",
        claims=claims,
        reasons=tuple(reasons),
    )


def _about(teller: Teller, held: Held) -> Reason:
    """Name and likely time of an outlet's report that is not held: not later than the first document that cites it."""
    first = held.first_cited.get(teller.via or "")
    when = f"about {first.day} {first:%B %Y}" if first else "date unknown"
    return Reason(rule="origins.not_held", detail=f"{teller.name}, {when}, not held")


def voice_of(teller: Teller, voices: Known) -> Teller:
    """The voice that a claim is put down to. What an outlet says itself is never put into the mouth of a person that it
    is known to have heard, though the two are counted as one."""
    return teller if teller.kind in ("outlet", "own_reporting", "unknown") else voices.one_of(teller)


Stand = Literal["said", "open", "against", "asked"]
"""How a claim stands to what it tells: says so; could not confirm it, calls for it or tells what would follow; denies
or doubts it; asks."""


def stand_of(claim: Claim) -> Stand:
    """How a claim stands to what it tells."""
    if claim.factuality == "asked":
        return "asked"
    if claim.polarity == "negative" or claim.factuality in ("negated", "counterfactual") or doubts_actor(claim):
        return "against"
    return "open" if claim.factuality == "unknown" or any(y.sort == "condition" for y in claim.layers) else "said"


def best_standing(items: Sequence[T], stand: Callable[[T], Stand]) -> list[T]:
    """Those that say it is so; those that leave it open when none does; those that deny when all do.

    Who denies or asks a thing is no origin of it. Nor is who could not confirm it, took it back, only called for it or
    told what would follow if it were so, where somebody says that it is so.
    """
    stands: dict[Stand, list[T]] = {"said": [], "open": [], "against": [], "asked": []}
    for item in items:
        stands[stand(item)].append(item)
    return stands["said"] or stands["open"] or stands["against"] or stands["asked"]


def supporting(claims: Sequence[Claim]) -> list[Claim]:
    """The claims behind a proposition's count, as `best_standing`."""
    return best_standing(claims, stand_of)


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

    best = " ".join(max(claims, key=fit).content.text.split())
    return best if len(best) <= TITLE else best[: TITLE - 1].rsplit(" ", 1)[0] + "…"


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


def _in_full(changes: Iterable[Change], before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Change]:
    """Changes of figures; where only a hedge was lost, with the words of both claims: the figures are the same."""
    for change in changes:
        if change.what == "hedge":
            was, now = (
                next((c.content for c in claims if c.content.covers(span)), span)
                for claims, span in ((before, change.was), (after, change.now))
            )
            change = replace(change, was=was, now=now)
        yield change


def drifts(
    propositions: Sequence[Proposition],
    told: Told,
    pairs_of: Sequence[tuple[str, str]],
    known: Sequence[Change],
    links: Links,
) -> list[Change]:
    """What a document made of the claims of one that it follows, beyond what their shared words already show.

    Only claims of the two that are one by themselves are held against each other, not those that a third document
    brings together: so what one copy changed does not depend on which other documents are held.
    """
    shown = {(c.child, n) for c in known for n in range(c.now.start, c.now.end)}
    found: dict[tuple[str, int, int, str], Change] = {}
    sources: dict[str, list[str]] = {}
    for left, right in pairs_of:
        sources.setdefault(right, []).append(left)
    for proposition in propositions:
        figures: dict[str, list[Figure]] = {}
        for figure in proposition.figures:
            figures.setdefault(figure.claim, []).append(figure)
        claims: dict[str, list[Claim]] = {}
        for id_ in proposition.claims:
            claims.setdefault(told.documents[id_].id, []).append(told.claims[id_])
        for left, right in [(a, b) for b in claims for a in sources.get(b, ()) if a in claims]:
            before, after = links.joined(claims[left], claims[right])
            made = (
                *_in_full(drift(left, right, _of(before, figures), _of(after, figures)), before, after),
                *retold(left, right, before, after),
            )
            for change in made:
                if (right, change.now.start) not in shown:
                    found.setdefault((right, change.now.start, change.now.end, change.what), change)
    return list(found.values())
