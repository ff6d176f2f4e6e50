"""All links between claims that say the same: what people, copies, retellings, news and wording say."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

import numpy as np

from sayso.model import Claim, Document, Reading, Reason, Sameness
from sayso.stages.link.claims.article import NO_DRIVE, TAKEN, drive_of
from sayso.stages.link.claims.candidates import Alike, find_same
from sayso.stages.link.claims.gist import Gist, gist_of
from sayso.stages.link.claims.grouping import DECIDED
from sayso.stages.link.claims.lead import find_leads
from sayso.stages.link.claims.occasion import told_on
from sayso.stages.link.claims.retold_claims import find_retold
from sayso.stages.link.claims.same_claim import SameClaim, compare, fit_of
from sayso.stages.link.claims.story import Topic, topic_of
from sayso.stages.link.memory import Memory, once
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.packed import ClaimsById, DocumentOf, claims_of, documents_of, keep_by_id
from sayso.stages.link.retellings.retelling import Retelling
from sayso.stages.link.texts.held import Held, by_date
from sayso.stages.link.wording import content_words


class Told:
    """All claims at hand with their documents. Lives only inside `link`."""

    def __init__(self, readings: Sequence[Reading], memory: Memory | None = None) -> None:
        self.memory = memory
        self.readings = readings
        self.numbers = {document.id: n for n, document in enumerate(documents_of(readings))}
        self.claims = ClaimsById(readings, ())
        self.documents: Mapping[str, Document] = DocumentOf(self.claims)
        self.gists: dict[str, Gist] = {}
        self.of_document: dict[str, list[Gist]] = {}
        for document in sorted(documents_of(readings), key=by_date):
            made = self._gists(document, self.claims.add(self.numbers[document.id]))
            self.gists |= made
            self.of_document[document.id] = list(made.values())
        self.order = self.claims.order
        keep_by_id(readings, self.claims)

    def _gists(self, document: Document, claims: Iterable[Claim]) -> dict[str, Gist]:
        """What the claims of a document say, by their ids."""
        topic: Topic | None = None
        made: dict[str, Gist] = {}
        for claim in claims:
            topic = topic or once(self.memory, ("topic", document.id), partial(topic_of, document))
            about = drive_of(document) if claim.event_type in TAKEN else NO_DRIVE
            gist = partial(gist_of, claim, document.id, about, told_on(document), topic)
            made[claim.id] = once(self.memory, ("gist", claim.id), gist)
        return made

    def claims_in(self, document: str) -> tuple[Claim, ...]:
        """The claims of a document; none of one that is not at hand."""
        number = self.numbers.get(document)
        return () if number is None else claims_of(self.readings, number)


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
        if made is None or made.reasons is not COPIED:
            return made.reasons if made else ()
        spans = tuple(self.told.claims[claim].trigger for claim in (made.left, made.right))
        return tuple(replace(reason, spans=spans) for reason in COPIED)


def same_claims(
    told: Told,
    held: Held,
    retellings: Sequence[Retelling],
    decided: Sameness | None = None,
    over: Over = in_turn,
) -> Links:
    """Claims that people hold to say the same, claims in the same words of a copy and its parent, claims that a
    retelling has from its source, the news of reports of one story, and all others."""

    def retold(each: Retelling) -> list[SameClaim]:
        before, after = (told.of_document.get(held.documents[n].id, []) for n in (each.left, each.right))
        acts = {gist.claim: content_words(told.claims[gist.claim].trigger.text) for gist in (*before, *after)}
        return find_retold(before, after, acts)

    follows = list(chain.from_iterable(over(retold, retellings)))
    leads = find_leads(told.claims, told.gists)
    links = Links(told, [*_decided(told, decided), *_in_copies(told, held), *nearest(follows), *leads])
    links.add(find_same(tuple(told.gists.values()), memory=told.memory, over=over))
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


AS_NEAR = 0.25
"""How much less well than with the best one a claim may fit with one of another source, to be taken for both."""


def nearest(found: Sequence[SameClaim]) -> list[SameClaim]:
    """Of the claims that one may retell in several sources, those that it fits best: an old report of the outlet that
    is cited is not retold when a new one fits much better."""
    best: dict[str, float] = {}
    for link in found:
        best[link.right] = max(best.get(link.right, 0.0), link.score)
    return [link for link in found if link.score >= best[link.right] - AS_NEAR]


COPIED = (Reason(rule="same_claim.copied", detail="the same words in parent and copy"),)
"""Why a claim of a copy says what its parent's says: without the words, which are looked up for the links that are
shown. There are nine such links for each document of a collection that is full of copies."""


def _in_copies(told: Told, held: Held) -> list[SameClaim]:
    found = []
    for right, parent in held.parents.items():
        laid = held.alignments[parent.left, right]
        before = {(c.trigger.start, c.event_type): c for c in told.claims_in(held.documents[parent.left].id)}
        place = {start: n for n, start in enumerate(laid.right.starts)}
        for claim in told.claims_in(held.documents[right].id):
            number = place.get(claim.trigger.start, -1)
            at = laid.same[number] if number >= 0 else -1
            other = before.get((laid.left.starts[at], claim.event_type)) if at >= 0 else None
            if other is not None:
                ids = (told.gists[each.id].claim for each in (other, claim))  # the strings that are held anyway
                found.append(SameClaim(left=next(ids), right=next(ids), score=1.0, reasons=COPIED))
    return found
