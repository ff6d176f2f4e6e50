"""What stands between documents: copies and their parents, citations, shared quotations, hyperlinks, changes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

import numpy as np

from sayso.model import Attribution, Change, Derivation, Document, DocumentRelation, Passage, Quotation, Reason, Span
from sayso.model._record import record
from sayso.model.features import Beyond
from sayso.stages.link.memory import Memory, once
from sayso.stages.link.texts.align import Alignment, Text, align
from sayso.stages.link.texts.changes import find_changes
from sayso.stages.link.texts.citations import Citation, canonical, find_citations, find_mentions, linked_documents
from sayso.stages.link.texts.credits import EDGES, Credit, credits_of, has_alike, put_there, was_there
from sayso.stages.link.texts.lineage import Dated, Edge, Parent, find_parents, find_seconds, is_before, root_of
from sayso.stages.link.texts.outlets import names_in, outlet_key
from sayso.stages.link.texts.quotations import shared_quotations
from sayso.stages.link.texts.signatures import Numbers, index_of, pairs, signature
from sayso.stages.link.texts.words import Words, words_of

CANDIDATE = 0.08
"""Lowest share of sampled shingles for two documents to be laid beside each other."""
NOISY = 0.02
"""Share of misprinted words from which on a text counts as damaged."""


@record
class DocumentLinks:
    """What `link_documents` gives."""

    documents: tuple[DocumentRelation, ...]
    """Where each document stands, in the order of dates."""
    derivations: tuple[Derivation, ...]
    changes: tuple[Change, ...]


class Held:
    """Documents in the order of their dates, with what has been worked out about each. Lives only inside `link`."""

    def __init__(
        self,
        documents: Iterable[Document],
        attributions: Mapping[str, Sequence[Attribution]] | None = None,
        quotations: Mapping[str, Sequence[Quotation]] | None = None,
        outlets: frozenset[str] = frozenset(),
        memory: Memory | None = None,
    ) -> None:
        self.memory = memory
        self.documents = sorted(documents, key=by_date)
        self.number = {document.id: n for n, document in enumerate(self.documents)}
        self.words: list[Words] = [once(memory, ("words", d.id), partial(words_of, d)) for d in self.documents]
        self.quotations = quotations or {}
        names = names_in(self.documents) | outlets
        spoken = attributions or {}
        self.heard: list[frozenset[str]] = [
            frozenset(a.chain[-1].name for a in spoken.get(d.id, ()) if a.chain and a.chain[-1].kind == "named_person")
            for d in self.documents
        ]
        """Names of the persons whose words a document gives."""
        self.citations: list[tuple[Citation, ...]] = [
            find_citations(document, spoken.get(document.id, ()), held=names) for document in self.documents
        ]
        self.mentions: list[tuple[Citation, ...]] = [
            find_mentions(document, names, found)
            for document, found in zip(self.documents, self.citations, strict=True)
        ]
        """Outlets at hand that a document names without citing them in one of the usual forms."""
        self.keys = [outlet_key(document.outlet) if document.outlet else None for document in self.documents]
        self.of_outlet: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self.keys):
            if key is not None:
                self.of_outlet[key].append(number)
        self.first_cited: dict[str, date] = {}
        for document, citations in zip(self.documents, self.citations, strict=True):
            for citation in citations if document.published else ():
                self.first_cited.setdefault(citation.key, document.published.start)  # type: ignore[union-attr]
        self.alignments: dict[Edge, Alignment] = {}
        self.parents: dict[int, Parent] = {}
        self.seconds: dict[int, int] = {}
        """Number of a copy -> the document that passages of it come from which its parent does not have."""

    def cites(self, right: int, left: int) -> bool:
        """Whether a document names another one's outlet in its opening or closing words."""
        outlet = self.documents[left].outlet
        if outlet is None or outlet == self.documents[right].outlet:
            return False
        key, size = outlet_key(outlet), len(self.documents[right].text)
        return any(c.key == key and (c.span.start < EDGES or c.span.end > size - EDGES) for c in self.citations[right])

    def credited(self, right: int, choices: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
        """Of some documents, those whose outlet a document credits, and those that have such a credit to the letter."""
        own = self.keys[right]
        keys = {n: key for n in choices if (key := self.keys[n]) is not None and key != own}
        put = put_there(self._credits(right), frozenset(keys.values()))
        to = {each.key for each in put}
        named = frozenset(n for n, key in keys.items() if key in to and not self._found_before(n, put, choices))
        return named, frozenset(n for n in choices if put and has_alike(self._credits(n), put))

    def _found_before(self, left: int, put: Sequence[Credit], choices: Sequence[int]) -> bool:
        """Whether a credit to a document's outlet stood in one of some documents before that document was there."""
        to = [each for each in put if each.key == self.keys[left]]
        older = (n for n in choices if n != left and is_before(self.documents[n], self.documents[left]))
        return any(was_there(self.documents[n].text, self.citations[n], to) for n in older)

    def _credits(self, number: int) -> tuple[Credit, ...]:
        return credits_of(self.documents[number].text, self.citations[number])

    def let_go(self) -> None:
        """Forget the words, once copies, retellings and changes are found: of an alignment, only which word stands
        where is looked at after that, and the words of a hundred thousand documents are half a gigabyte."""
        self.words = [replace(words, tokens=(), ends=(), sentences=()) for words in self.words]
        for left, right in list(self.alignments):
            laid = self.alignments[left, right] = copy(self.alignments[left, right])  # the memory keeps its own
            laid.left, laid.right, laid.blocks = self.words[left], self.words[right], []

    def oddness(self, number: int) -> float:
        """Share of words that look misprinted."""
        tokens = self.words[number].tokens
        return sum(map(is_odd, tokens)) / max(len(tokens), 1)


class DatedById(Dated, Protocol):
    """Something published, with an id."""

    @property
    def id(self) -> str:
        """Document id."""


def by_date(document: DatedById) -> tuple[int, str]:
    """Sort key: first possible day of publication, unknown days last; then the id."""
    return (document.published.start.toordinal() if document.published else 10**7, document.id)


ODD = re.compile(
    r"(?=.*\d)(?=.*[a-z])(?!\d+(?:st|nd|rd|th|s|m|k|bn|km|mm|am|pm|million|billion)$).*|[bcdfghj-np-tv-z]{4,}|[b-hj-z]"
)


def is_odd(token: str) -> bool:
    """Whether a word looks like a misprint: digits among letters, no vowel, a single letter.

    >>> [w for w in ("soluti0ns", "10th", "the", "l", "nthn") if is_odd(w)]
    ['soluti0ns', 'l', 'nthn']
    """
    return ODD.fullmatch(token) is not None


def find_copies(held: Held, beyond: Beyond | None = None) -> None:
    """Lay candidates beside each other and choose parents; fills `held.alignments` and `held.parents`.

    With `beyond`, documents that keep their parents are laid beside these alone, and beside other candidates of a
    document whose parent is looked for.

    Documents that are no candidates of each other, by whatever steps, cannot be kin: each group is worked through by
    itself, and of its alignments only those of copies with their parents are kept.
    """
    index = index_of(signature(d.text) for d in held.documents)
    found = pairs(index, at_least=CANDIDATE)
    for edges in joined(_open(held, found, beyond) if beyond else found):
        laid = _aligned(held, edges)
        parents = find_parents(held.documents, laid, cites=held.cites, credited=held.credited, oddness=held.oddness)
        held.parents |= parents
        seconds = find_seconds(held.documents, laid, parents)
        held.seconds |= seconds
        kept = [*((p.left, right) for right, p in parents.items()), *((left, right) for right, left in seconds.items())]
        held.alignments |= {edge: laid[edge] for edge in kept}


def _open(held: Held, found: Iterable[tuple[int, int, float]], beyond: Beyond) -> Iterator[tuple[int, int, float]]:
    """The candidates by which parents that are looked for are told, and the known parents with their copies."""
    edges = list(found)
    unsettled = {held.number[id_] for id_ in beyond.unsettled}
    near = unsettled.union(*((left, right) for left, right, _ in edges if left in unsettled or right in unsettled))
    known = {
        frozenset((held.number[child], held.number[parent]))
        for child, parent in beyond.parents.items()
        if child in held.number and parent in held.number
    }
    for left, right, share in edges:
        if (left in near and right in near) or frozenset((left, right)) in known:
            yield left, right, share


def joined(found: Iterable[tuple[int, int, float]]) -> list[list[Edge]]:
    """Candidates in groups that are connected, each in the order given."""
    head: dict[int, int] = {}
    edges = [(left, right) for left, right, _ in found]
    for left, right in edges:
        a, b = _head(head, left), _head(head, right)
        head[max(a, b)] = min(a, b)
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[_head(head, edge[0])].append(edge)
    return list(groups.values())


def _head(head: dict[int, int], number: int) -> int:
    """The number that stands for a group; the way there is made shorter."""
    while head.setdefault(number, number) != number:
        head[number] = head[head[number]]
        number = head[number]
    return number


def _aligned(held: Held, edges: Sequence[Edge]) -> dict[Edge, Alignment]:
    """The right texts laid beside the left ones, both ways where time does not say which was first."""
    found: dict[Edge, Alignment] = {}
    texts = {number: Text(held.words[number]) for edge in edges for number in edge}
    for left, right in edges:
        before = is_before(held.documents[left], held.documents[right])
        if before is not False:
            found[left, right] = _laid(held, texts, left, right)
        if before is not True:
            found[right, left] = _laid(held, texts, right, left)
    return found


def _laid(held: Held, texts: Mapping[int, Text], left: int, right: int) -> Alignment:
    key = ("laid", held.documents[left].id, held.documents[right].id)
    return once(held.memory, key, lambda: align(texts[left], held.words[right]))


def copies(held: Held) -> list[Derivation]:
    """One derivation for each copy, with the passages that show it."""
    found = []
    for right, parent in sorted(held.parents.items()):
        laid = held.alignments[parent.left, right]
        left = held.documents[parent.left]
        found.append(
            Derivation(
                left=left.id,
                left_name=left.outlet,
                right=held.documents[right].id,
                kind="copy",
                evidence=laid.passages(),
                score=round(min(1.0, parent.score), 3),
                reasons=parent.reasons,
            )
        )
    return found


def changes(held: Held, of: frozenset[str] | None = None) -> list[Change]:
    """What each copy changed of its parent, and in what was stitched in of the document that this comes from; with
    `of`, only what these documents changed."""
    found: list[Change] = []
    for right, parent in sorted(held.parents.items()):
        if of is not None and held.documents[right].id not in of:
            continue
        found += _changes_of(held, parent.left, right)
        if right in held.seconds:
            laid = held.alignments[parent.left, right]
            stitched = _changes_of(held, held.seconds[right], right)
            found += [change for change in stitched if not _is_laid(laid, change.now)]
    return found


def _changes_of(held: Held, left: int, right: int) -> tuple[Change, ...]:
    return find_changes(
        held.alignments[left, right],
        held.documents[left].id,
        held.documents[right].id,
        noisy=held.oddness(right) > NOISY,
    )


def _is_laid(laid: Alignment, span: Span) -> bool:
    """Whether a passage lies in a sentence that has words of the left text."""
    return any(
        laid.right.starts[first] <= span.start < laid.right.ends[end - 1]
        and any(laid.same[n] >= 0 for n in range(first, end))
        for first, end in laid.right.sentences
    )


def cited(held: Held) -> list[Derivation]:
    """One derivation for each outlet that a document cites, to its document where one is held that fits.

    Of several documents of the cited outlet, the one that shares most words with the citing one and is not younger.
    None that fits: the derivation names the outlet alone, as not held.
    """
    found = []
    shelves: dict[str, Shelf] = {}
    longer = LongerWords(held.words)
    for number, citations in enumerate(held.citations):
        for key in dict.fromkeys(c.key for c in (*citations, *held.mentions[number])):
            if key not in shelves:
                shelves[key] = Shelf(held.of_outlet.get(key, [])[-MOST_OF_OUTLET:], longer)
            here = [c for c in citations if c.key == key]
            if here:
                found.append(_citation(held, number, here, shelves[key]))
            else:
                named = _citation(held, number, [c for c in held.mentions[number] if c.key == key], shelves[key])
                found += [named] if named.left is not None else []
    return found


def _citation(held: Held, number: int, here: Sequence[Citation], shelf: "Shelf") -> Derivation:
    document = held.documents[number]
    fitting = [
        (topic, -n)
        for n, topic in shelf.shared_with(number)
        if n != number and is_before(document, held.documents[n]) is not True
    ]
    left = held.documents[-max(fitting)[1]] if fitting else None
    how = "credit" if all(c.how == "credit" for c in here) else "citation"
    held_or_not = f"held as {left.id}" if left else f"{here[0].name}, not held"
    return Derivation(
        left=left.id if left else None,
        left_name=here[0].name,
        right=document.id,
        kind=how,  # type: ignore[arg-type]
        evidence=tuple(Passage(left=None, right=c.span) for c in here[:8]),
        score=0.9 if how == "credit" or len(here) > 1 else 0.8,
        reasons=(Reason(rule=f"derivation.{how}", detail=held_or_not, spans=tuple(c.span for c in here[:8])),),
    )


MOST_OF_OUTLET = 400
"""Documents of a cited outlet that are looked through, the latest ones."""
SAME_TOPIC = 0.18
"""Least overlap of content words between a document and the cited outlet's document that is taken to be meant."""


class LongerWords:
    """The longer words of texts as numbers, each once. Lives only inside `cited`."""

    def __init__(self, texts: Sequence[Words]) -> None:
        self.texts = texts
        self.known: dict[str, int] = {}
        self.cached: dict[int, Numbers] = {}

    def __getitem__(self, text: int) -> Numbers:
        """The words of one text."""
        if text not in self.cached:
            words = {self.known.setdefault(t, len(self.known)) for t in self.texts[text].tokens if len(t) > 4}
            self.cached[text] = np.fromiter(words, dtype=np.int64, count=len(words))
        return self.cached[text]


class Shelf:
    """The documents of one outlet, to find those that share a document's longer words. Lives only inside `cited`."""

    def __init__(self, numbers: Sequence[int], longer: LongerWords) -> None:
        self.numbers, self.longer = numbers, longer
        held = [longer[n] for n in numbers]
        self.sizes = np.array([len(words) for words in held], dtype=np.int64)
        self.words = np.concatenate(held) if held else np.zeros(0, dtype=np.int64)
        self.owners = np.repeat(np.arange(len(held)), self.sizes)

    def shared_with(self, number: int) -> list[tuple[int, float]]:
        """Numbers of the documents that share enough of the smaller one's words, with the share."""
        own = self.longer[number]
        marked = np.zeros(len(self.longer.known), dtype=np.bool_)
        marked[own] = True
        shared = np.bincount(self.owners[marked[self.words]], minlength=len(self.numbers))
        topics = shared / np.maximum(np.minimum(self.sizes, len(own)), 1)
        return [(self.numbers[n], float(topics[n])) for n in np.flatnonzero(topics >= SAME_TOPIC).tolist()]


def linked(held: Held) -> list[Derivation]:
    """One derivation for each hyperlink to a document that is held."""
    by_url = {canonical(d.url): d.id for d in held.documents if d.url}
    found = []
    for document in held.documents:
        for url, left in linked_documents(document, by_url):
            span = _anchor(document)
            found.append(
                Derivation(
                    left=left,
                    left_name=held.documents[held.number[left]].outlet,
                    right=document.id,
                    kind="link",
                    evidence=(Passage(left=None, right=span),) if span else (),
                    score=0.7,
                    reasons=(Reason(rule="derivation.link", detail=f"links to {url}"),),
                )
            )
    return found


def _anchor(document: Document) -> Span | None:
    """The first words of the text: where in it a hyperlink stands is not kept."""
    text = document.text[:80].strip()
    start = document.text.find(text) if text else -1
    return Span(start=start, end=start + len(text), text=text) if start >= 0 else None


def quoted(held: Held) -> list[Derivation]:
    """One derivation for each two documents that share a quotation and are not parent and copy."""
    found = []
    for left, right, passages, score in shared_quotations(held.documents, held.quotations):
        if _kin(held, left, right):
            continue
        reason = Reason(rule="derivation.quotation", detail=f"{len(passages)} shared quotations", score=round(score, 3))
        found.append(
            Derivation(
                left=held.documents[left].id,
                left_name=held.documents[left].outlet,
                right=held.documents[right].id,
                kind="quotation",
                evidence=passages,
                score=round(score, 3),
                reasons=(reason,),
            )
        )
    return found


def _kin(held: Held, left: int, right: int) -> bool:
    return root_of(left, held.parents) == root_of(right, held.parents)
