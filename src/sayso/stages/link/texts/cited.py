"""Outlets that documents cite, each with its document where one is held that fits."""

from collections.abc import Sequence

import numpy as np

from sayso.model import Derivation, Passage, Reason
from sayso.stages.link.texts.citations import Citation
from sayso.stages.link.texts.held import Held
from sayso.stages.link.texts.lineage import is_before
from sayso.stages.link.texts.signatures import Numbers
from sayso.stages.link.texts.words import Words


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
