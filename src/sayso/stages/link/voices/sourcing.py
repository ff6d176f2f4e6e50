"""Whose word each claim rests on, through copies and followed outlets."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sayso.model import Claim, Document, Link, Reading, Span, Voice
from sayso.stages.link.claims.gist import family_of
from sayso.stages.link.texts.citations import Citation
from sayso.stages.link.texts.documents import Held
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.apart import (
    are_different,
    describes,
    domain,
    is_common,
    is_country,
    is_executive,
    is_named,
    is_part_of,
    is_some_group,
    is_told,
    stands_for,
)
from sayso.stages.link.voices.leaning import observes
from sayso.stages.link.voices.names import full_names, in_full, persons_in
from sayso.stages.link.voices.speaking import speaker_without_cue
from sayso.stages.link.voices.tellers import (
    Teller,
    as_told,
    document_teller,
    is_outlet,
    named_teller,
    teller_of,
    told_itself,
    unknown_teller,
)
from sayso.stages.link.wording import stem

HALF = 0.5
"""A single citation in this first part of a text, though not in its opening, leaves it open whether what the article
says in its own voice is from there too."""


class Sourcing:
    """The voice of each claim, worked out once, parents before copies. Lives only inside `link`."""

    def __init__(self, held: Held, readings: Sequence[Reading], retells: Mapping[int, int] | None = None) -> None:
        self.held = held
        self.retells = retells or {}
        self.readings = {reading.document.id: reading for reading in readings}
        self._tellers: dict[str, Teller] = {}
        for number in _parents_first(held):
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
        for id_ in own:
            self._tellers[id_] = of_ministry(settled(self._tellers[id_], named, reading.document), named)

    def _copied(self, number: int) -> "_Copied":
        parent = self.held.parents.get(number)
        left = self.readings.get(self.held.documents[parent.left].id) if parent else None
        return _Copied(self.held, parent.left if parent else None, number, left.claims if left else ())


def settled(teller: Teller, named: Sequence[Teller], document: Document) -> Teller:
    """The named voice of the same article for which a voice without a name stands; itself where there is none.

    Headlines and first sentences leave names out ("Ex-officer says ...", "a rights group said"); the article below
    gives them. The first one named whom the description fits.
    """
    if teller.span is None:
        return teller
    if teller.kind == "person" and _is_of_headline_only(teller, document):
        return unknown_teller(document, f"“{teller.name}”: one word of the headline that the article does not take up")
    if teller.kind == "unnamed" and teller.span.end <= lead_end(document):
        if SPEAKER.match(teller.name or ""):
            return _spoken_for(teller, named, document) or teller
        person = next((t for t in named if t.kind == "person" and describes(teller, t)), None)
        person = person or _only_official(teller, named)
        return person or next((t for t in named if _is_fuller(t, teller)), teller)
    if teller.kind == "unnamed" and SPEAKER.match(teller.name or ""):
        return _spoken_for(teller, named, document) or teller
    if teller.kind == "unnamed" and (person := _one_of_that_rank(teller, named)) is not None:
        return person
    if teller.kind == "unnamed" and OWN_MAN.match(teller.name or "") and (person := _last_named(teller, named)):
        return person
    if teller.kind == "unnamed" and len(teller.words) == 1:
        fuller_ones = {t.id: t for t in named if _is_fuller(t, teller) and _same_head(t, teller)}
        return next(iter(fuller_ones.values())) if len(fuller_ones) == 1 else teller
    if teller.kind == "document" and not is_named(teller.name or ""):
        fuller = next((t for t in named if t.kind == "document" and teller.words & t.words), None)
        start = teller.span.start
        issuers = [t for t in named if t.kind == "organisation" and t.span and t.span.end <= start]
        before = [t for t in issuers if not t.mentioned or (t.span and t.span.end > start - ISSUED)]
        bare = teller.words <= STATEMENT
        if fuller is None and bare:
            return before[-1] if before else unknown_teller(document, f"“{teller.name}”: nobody tells whose it is")
        return fuller or teller
    if teller.kind == "organisation" and (teller.name or "").isupper() and " " in (teller.name or ""):
        return unknown_teller(document, f"“{teller.name}”: words of a headline in capitals")
    if teller.kind == "organisation":
        bodies = [t for t in named if t.kind == "organisation" and t.id != teller.id]
        if teller.span.end <= headline_end(document) and is_country(teller.name or ""):
            return next((t for t in bodies if is_part_of(t, teller)), teller)
        if is_common(teller.name or "") or is_some_group(teller.name or ""):
            before = [t for t in bodies if t.span and t.span.end <= teller.span.start and stands_for(teller, t)]
            fits = before[-1] if before else next((t for t in bodies if stands_for(teller, t)), None)
            return fits or (_named_below(teller, bodies, document) or teller)
    return teller


OPENLY = frozenset({"secretary", "minister", "spokesman", "spokeswoman", "spokesperson"})


def of_ministry(teller: Teller, named: Sequence[Teller]) -> Teller:
    """A minister, secretary or spokesman of whom the article does not say of what, with the one ministry that it quotes
    beside him."""
    if teller.kind != "person" or teller.body is not None or not OPENLY & set(teller.role.lower().split()):
        return teller
    if domain(teller.role) is not None:
        return teller
    bodies = {t.id: t for t in named if t.kind == "organisation" and not t.mentioned and domain(t.name or "")}
    kinds = {domain(t.name or "") for t in bodies.values()}
    body = next(iter(bodies.values())) if len(kinds) == 1 else None
    return replace(teller, body=body.name, nationality=teller.nationality or body.nationality) if body else teller


def named_in(reading: Reading, cited: Collection[str], channel: str | None) -> list[Teller]:
    """The persons and bodies that an article gives by name as voices, in the order of the text; no cited outlets."""
    found: dict[str, Teller] = {}
    for attribution in (a for a in reading.attributions if a.chain):
        link = as_told(attribution.chain[-1], reading.document.text)
        body = link.kind == "named_organisation" or (link.kind == "outlet" and not is_outlet(link, cited))
        named = link.kind == "named_person" or (body and is_told(link.name))
        if link.kind == "document" and is_named(link.name):
            teller = document_teller(link, attribution.voice, reading.document, channel)
            found.setdefault(teller.id, teller)
        elif named and not is_outlet(link, cited):
            called = replace(link, kind="named_organisation") if body else link
            teller = named_teller(called, attribution.voice, reading.document, channel)
            found.setdefault(teller.id, teller)
        elif link.kind == "unnamed_official" and (led := _led_by(link, attribution.voice)) is not None:
            teller = named_teller(led, None, reading.document, channel)
            found.setdefault(teller.id, teller)
    for mention in reading.mentions.actors:
        ministry = mention.kind == "government" and domain(mention.span.text) is not None
        if (
            (mention.kind == "organisation" or ministry)
            and mention.form in ("name", "nominal")
            and not is_common(mention.span.text)
        ):
            link = Link(name=mention.span.text, kind="named_organisation", span=mention.span)
            if not is_outlet(link, cited) and (ministry or not is_country(link.name)):
                teller = replace(named_teller(link, None, reading.document, channel), mentioned=True)
                found.setdefault(teller.id, teller)
    return sorted(found.values(), key=lambda t: t.span.start if t.span else 0)


LEADER = re.compile(
    r"^(?:president|head|chair\w*|director|leader|spokes\w+|founder|coordinator) (?:of|for) (?:the )?([A-Z].*)"
)


def _led_by(link: Link, voice: Voice) -> Link | None:
    """The body whose head or spokesman is quoted by his office: "president of the Union of Divers, Ann Lee"."""
    found = LEADER.match(link.name)
    if found is None or voice.organisation is None or is_country(found.group(1)):
        return None
    return replace(link, name=found.group(1), kind="named_organisation")


def _named_below(teller: Teller, bodies: Sequence[Teller], document: Document) -> Teller | None:
    """The body that an article names and quotes below a headline or first sentence that has "a rights group"."""
    if teller.span is None or teller.span.start > lead_end(document) or not is_some_group(teller.name or ""):
        return None
    quoted = (t for t in bodies if not t.mentioned and not is_executive(t) and not is_some_group(t.name or ""))
    return next((t for t in quoted if t.span and t.span.start >= teller.span.end), None)


def _is_fuller(other: Teller, teller: Teller) -> bool:
    """Whether a voice without a name is told more fully elsewhere in its article: "minister" in the headline."""
    return other.kind == "unnamed" and other.sort == teller.sort and teller.words < other.words


def _same_head(other: Teller, teller: Teller) -> bool:
    """Whether two descriptions end in one noun: "the minister" and "the external affairs minister"."""
    return (other.name or "").lower().split()[-1:] == (teller.name or "").lower().split()[-1:]


def _is_of_headline_only(teller: Teller, document: Document) -> bool:
    """Whether a name of one word stands in the headline and nowhere below: "Policy Note 41: ..." names nobody."""
    end, name = headline_end(document), teller.name or ""
    return " " not in name and teller.span is not None and teller.span.end <= end and name not in document.text[end:]


def _spoken_for(teller: Teller, named: Sequence[Teller], document: Document) -> Teller | None:
    """The body for which "a spokesman" speaks: the one quoted before, else the only one quoted, else the first one that
    is named just before a spokesman is met first."""
    bodies = [t for t in named if t.kind == "organisation" and t.span]
    quoted = [t for t in bodies if not t.mentioned]
    before = [t for t in quoted if t.span and teller.span and t.span.end <= teller.span.start]
    if before or len(quoted) == 1:
        return before[-1] if before else quoted[0]
    met = SPEAKING.search(document.text, headline_end(document))
    start = met.start() if met else teller.span.start if teller.span else 0
    near = [t for t in bodies if t.span and 0 <= start - t.span.end <= BESIDE]
    if near:
        return near[0]
    ministry = MINISTRY.search(document.text, max(0, start - 2 * BESIDE), start)
    if ministry is None:
        every = list(MINISTRY.finditer(document.text))
        if len({domain(found.group()) for found in every}) != 1:
            return None
        ministry = every[0]
    span = Span(start=ministry.start(), end=ministry.end(), text=ministry.group())
    link = Link(name=ministry.group(), kind="named_organisation", span=span)
    return named_teller(link, None, document, teller.via)


SPEAKING = re.compile(r"\bspokes(?:man|woman|person)\b")
MINISTRY = re.compile(
    r"(?:[A-Z][\w-]+(?:['’]s)? )?"
    r"(?:\b(?:foreign|defen[cs]e|interior|justice|labou?r|education|health) (?:ministry|department)\b"
    r"|\bministry of (?:foreign affairs|external affairs|defen[cs]e|interior|justice|labou?r|education|health)\b)",
    re.IGNORECASE,
)
OWN_MAN = re.compile(r"(?:his|her) own\b", re.IGNORECASE)
"""A voice that a named person passes on: "his own driver called"."""


def _last_named(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The person named last before a voice."""
    start = teller.span.start if teller.span else 0
    before = [t for t in named if t.kind == "person" and t.span and t.span.end <= start]
    return before[-1] if before else None


def _only_official(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The one holder of an office whom an article quotes below a headline or first sentence that has "an official"."""
    if teller.sort != "official" or (teller.name or "").split(" ")[0].endswith("s") or "," in (teller.name or ""):
        return None
    persons = {t.id: t for t in named if t.kind == "person" and t.office}
    quoted = [t for t in named if t.kind in ("organisation", "document") and not t.mentioned]
    only = next(iter(persons.values())) if len(persons) == 1 and not quoted else None
    return only if only is not None and not are_different(teller, only) else None


BESIDE = 200
"""Code points before "a spokesman said" within which the body is named that he speaks for."""


def _one_of_that_rank(teller: Teller, named: Sequence[Teller]) -> Teller | None:
    """The one person of an article whose office is all that is said of a voice: "the general" of General Lee."""
    words = re.sub(r"^(?:the|former|ex|retired)[\s-]+", "", (teller.name or "").lower()).split()
    if len(words) != 1:
        return None
    persons = {t.id: t for t in named if t.kind == "person" and words[0] in t.role.lower().split()}
    if len(persons) > 1 and teller.span and re.match(r"the\b", teller.span.text, re.IGNORECASE):
        start = teller.span.start
        before = [t for t in persons.values() if t.span and t.span.end <= start]
        return before[-1] if before else None
    return next(iter(persons.values())) if len(persons) == 1 else None


SPEAKER = re.compile(r"(?:an?|the|its|his|her)?\s*spokes(?:man|woman|person)$", re.IGNORECASE)
"""Somebody who speaks for the body that was quoted before, and is told by nothing else."""
STATEMENT = frozenset(
    stem(word)
    for word in ("statement", "release", "press", "message", "post", "report", "further", "second", "latest", "new")
)
"""Stems of a paper that is nothing but what a body says."""
ISSUED = 200
"""Code points before a paper without a name within which a body that is only mentioned is taken for its issuer."""
LEAD = 200
"""Code points after the headline that still count as its continuation."""


def lead_end(document: Document) -> int:
    """Where the headline and the first sentence end, about."""
    return headline_end(document) + LEAD


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


OPENING = re.compile(r"(?:[^.!?]*[.!?]+[”\"’)]*\s+){2}")
OPENING_MOST = 500
"""Code points after the headline that its first two sentences take at most."""


def opening_end(document: Document) -> int:
    """Where the headline and the two first sentences end, about."""
    start = headline_end(document)
    found = OPENING.match(document.text, start, start + OPENING_MOST)
    return found.end() if found else start + OPENING_MOST


def headline_end(document: Document) -> int:
    """Where the headline ends that a text begins with; 0 when it begins with none."""
    title = document.title or ""
    start = document.text.find(title, 0, len(title) + 200) if title else -1
    return start + len(title) if start >= 0 else 0


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


def _parents_first(held: Held) -> list[int]:
    """Document numbers, each parent before its copies."""
    done: list[int] = []
    seen: set[int] = set()
    for number in range(len(held.documents)):
        path = []
        while number not in seen:
            seen.add(number)
            path.append(number)
            parent = held.parents.get(number)
            if parent is None:
                break
            number = parent.left
        done += reversed(path)
    return done
