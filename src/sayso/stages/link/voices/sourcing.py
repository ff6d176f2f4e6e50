"""Whose word each claim rests on, through copies and followed outlets."""

from collections.abc import Collection, Mapping, Sequence

from sayso.model import Claim, Reading
from sayso.stages.link.claims.gist import family_of
from sayso.stages.link.texts.citations import Citation
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.channels import told_itself
from sayso.stages.link.voices.gone import told_by_kin, told_to_her
from sayso.stages.link.voices.leaning import observes
from sayso.stages.link.voices.named import named_in
from sayso.stages.link.voices.names import full_names, in_full, persons_in
from sayso.stages.link.voices.openings import opening_end
from sayso.stages.link.voices.passing import of_one_household, passed_on
from sayso.stages.link.voices.settling import of_ministry, of_police, settled
from sayso.stages.link.voices.speaking import speaker_without_cue, under_false_name
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.voices.tellers import teller_of

HALF = 0.5
"""A single citation in this first part of a text, though not in its opening, leaves it open whether what the article
says in its own voice is from there too."""


class Sourcing:
    """The voice of each claim, worked out once, parents before copies. Lives only inside `link`."""

    def __init__(self, held: Held, readings: Mapping[str, Reading], retells: Mapping[int, int] | None = None) -> None:
        self.held = held
        self.retells = retells or {}
        self.readings = readings
        self._tellers: dict[str, Teller] = {}
        self._named: dict[int, list[Teller]] = {}
        """Voices of the documents that were read, by number."""
        for number in _parents_first(held, self.retells):
            self._read(number)

    def teller(self, claim: str) -> Teller:
        """The voice of a claim."""
        return self._tellers[claim]

    def tellers(self, claims: Sequence[Claim], documents: Collection[str]) -> dict[str, Teller]:
        """The voices of some claims, persons under the full names that any of their documents gives."""
        found = {claim.id: self.teller(claim.id) for claim in claims}
        short = {t.name for t in found.values() if t.kind == "person" and t.name and " " not in t.name}
        if not short or len(documents) < 2:
            return found
        known = (name for id_ in documents if id_ in self.readings for name in persons_in(self.readings[id_]))
        names = full_names({*short, *known})
        return {id_: in_full(teller, names) for id_, teller in found.items()}

    def follows(self, number: int) -> tuple[str, str] | None:
        """Key and name of the outlet that a document has its matter from; None when it seems to be its own.

        The root's for a copy; else the outlet of a credit, one cited in the opening or more than once, the most often
        cited first. An article that shows reporting of its own follows only whom it credits or opens with.
        """
        seen = set()
        while number in self.held.parents and number not in seen:
            seen.add(number)
            number = self.held.parents[number].left
        document = self.held.documents[number]
        own = self._cited_most(number)
        if own is not None:
            return self.beyond(number, own)
        if number in self.retells and number not in seen and not self._only_mentions(number, self.retells[number]):
            return self._source(self.retells[number])
        return (outlet_key(document.outlet), document.outlet) if seen and document.outlet else None

    def _only_mentions(self, number: int, left: int) -> bool:
        """Whether a document cites the outlet of one that it is like, without following it: then that outlet has the
        one thing that is put down to it."""
        return any(citation.key == self.held.keys[left] for citation in self.held.citations[number])

    def _source(self, number: int) -> tuple[str, str] | None:
        """What a document that is retold follows, else its own outlet."""
        outlet = self.held.documents[number].outlet
        return self._cited_most(number) or ((outlet_key(outlet), outlet) if outlet else None)

    def beyond(self, number: int, outlet: tuple[str, str]) -> tuple[str, str]:
        """The outlet that a cited outlet has it from itself, where the document that is retold is held and tells."""
        seen = {number}
        while number in self.retells and self.held.keys[self.retells[number]] == outlet[0]:
            number = self.retells[number]
            further = self._cited_most(number)
            if further is None or number in seen:
                break
            seen.add(number)
            outlet = further
        return outlet

    def _cited_most(self, number: int) -> tuple[str, str] | None:
        document = self.held.documents[number]
        opening = opening_end(document)
        weights: dict[str, float] = {}
        names: dict[str, str] = {}
        leading = set()
        for citation in apart(self.held.citations[number]):
            first = citation.how == "credit" or citation.span.start < opening
            leading |= {citation.key} if first else set()
            weight = 2.0 if citation.how == "credit" else 1.0 + 0.5 * first
            weights[citation.key] = weights.get(citation.key, 0.0) + weight
            names.setdefault(citation.key, citation.name)
        if not weights:
            return None
        key = max(weights, key=lambda k: (weights[k], k))
        if weights[key] < 1.5 or (key not in leading and self._reports_itself(number)):
            return None
        return key, names[key]

    def _reports_itself(self, number: int) -> bool:
        """Whether a document shows that its own people saw, found or were told something."""
        document = self.held.documents[number]
        return observes(document) or told_itself(document.text, document.outlet)

    def _perhaps_from(self, number: int) -> str | None:
        """Key of an outlet that a document cites without following it, and may have more from; None where it shows
        reporting of its own, or cites nobody in its first half."""
        half = HALF * len(self.held.documents[number].text)
        early = [c.key for c in self.held.citations[number] if c.span.start < half]
        return early[0] if early and not self._reports_itself(number) else None

    def _read(self, number: int) -> None:
        reading = self.readings.get(self.held.documents[number].id)
        if reading is None:
            return
        attributions = {a.id: a for a in reading.attributions}
        followed = self.follows(number)
        via, name = followed if followed else (None, None)
        perhaps = None if followed else self._perhaps_from(number)
        copied = self._copied(number)
        own = []
        for claim in reading.claims:
            parent = copied(claim)
            if parent is not None and parent in self._tellers:
                self._tellers[claim.id] = self._tellers[parent]
            else:
                own.append(claim.id)
                made = teller_of(
                    claim,
                    reading,
                    attributions,
                    self.held.citations[number],
                    beyond=lambda outlet, n=number: self.beyond(n, outlet),  # type: ignore[misc]
                    via=via,
                    via_name=name,
                    perhaps=perhaps,
                )
                if made.kind == "own_reporting":
                    made = speaker_without_cue(claim, reading, self.held.keys[number]) or made
                self._tellers[claim.id] = made
        named = named_in(reading, {c.key for c in self.held.citations[number]}, via or self.held.keys[number])
        named += [self._tellers[id_] for id_ in own if self._tellers[id_].kind == "unnamed"]
        by_id = {claim.id: claim for claim in reading.claims}
        for id_ in own:
            made = told_by_kin(settled(self._tellers[id_], named, reading.document), named, reading.document)
            made = told_to_her(made, by_id[id_], named, reading.document)
            self._tellers[id_] = under_false_name(of_police(of_ministry(made, named), named), reading)
        self._pass_on(number, [claim for claim in reading.claims if claim.id in frozenset(own)])
        spoken = (self._tellers[claim.id] for claim in reading.claims)
        self._named[number] = [*(t for t in named if t.kind == "person"), *spoken]

    def _pass_on(self, number: int, claims: Sequence[Claim]) -> None:
        """Put down to the voices of a document that is retold what a retelling has from somebody without a name, who
        did not speak to its own outlet."""
        source = self._named.get(self.retells.get(number, -1))
        outlet = self.held.documents[number].outlet
        for claim in claims if source else ():
            made = self._tellers[claim.id]
            if made.kind == "unnamed" and not told_itself(claim.sentence.text, outlet):
                self._tellers[claim.id] = passed_on(made, source or ())
        self._tellers |= of_one_household([(claim, self._tellers[claim.id]) for claim in claims])

    def _copied(self, number: int) -> "_Copied":
        parent = self.held.parents.get(number)
        left = self.readings.get(self.held.documents[parent.left].id) if parent else None
        return _Copied(self.held, parent.left if parent else None, number, left.claims if left else ())


def apart(citations: Sequence[Citation]) -> list[Citation]:
    """Citations without those that only read the same words again."""
    found: dict[str, Citation] = {}
    kept = []
    for citation in citations:
        last = found.get(citation.key)
        if last is None or citation.span.start >= last.span.end:
            kept.append(citation)
            found[citation.key] = citation
    return kept


class _Copied:
    """Finds the parent's claim that a copy's claim was taken from."""

    def __init__(self, held: Held, left: int | None, right: int, claims: Sequence[Claim]) -> None:
        self.laid = held.alignments.get((left, right)) if left is not None else None
        self.claims = claims
        self.place: Mapping[int, int] = (
            {start: n for n, start in enumerate(self.laid.right.starts)} if self.laid is not None else {}
        )

    def __call__(self, claim: Claim) -> str | None:
        """Id of the parent's claim; None when these words are not copied."""
        at = self.place.get(claim.trigger.start)
        if self.laid is None or at is None or self.laid.same[at] < 0:
            return None
        start = self.laid.left.starts[self.laid.same[at]]
        family = family_of(claim.event_type)
        same = [c for c in self.claims if c.trigger.start == start and family_of(c.event_type) == family]
        return same[0].id if same else None


def _parents_first(held: Held, retells: Mapping[int, int]) -> list[int]:
    """Document numbers, each parent before its copies and retellings."""
    done: list[int] = []
    seen: set[int] = set()
    for number in range(len(held.documents)):
        path = []
        while number not in seen:
            seen.add(number)
            path.append(number)
            parent = held.parents.get(number)
            source = parent.left if parent else retells.get(number)
            if source is None:
                break
            number = source
        done += reversed(path)
    return done
