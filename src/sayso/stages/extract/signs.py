"""What of an event tells whether it is read right, by name: how its words stand, who fills it, what the text is about.

`confidence.py` weighs these. They were chosen, and the weights fitted, on claims of real articles that people judged
(`training/verdicts`); none decides by itself. A sign is 0 or 1 where nothing else is said.
"""

from collections.abc import Sequence
from math import log

from sayso.lexicon.packs import Pack
from sayso.model import Parsed
from sayso.stages.extract.clause.arguments import Filler
from sayso.stages.extract.clause.denoted import Denoted
from sayso.stages.extract.clause.match import Match
from sayso.stages.extract.parse.tree import Tree

SPEAKERS = frozenset({"i", "we", "us", "me", "you"})
FORMS = ("VB", "VBG", "VBD", "VBN", "VBZ", "VBP")
MOST_SHARE = 0.6
"""Share of sentences with words of the field: a fuller text makes no difference."""
SHORT = 4
"""Sentences: a text with fewer has no surroundings."""
BESIDE = 2
"""Sentences on both sides that count as near."""
STOPS = (".", "!", "?", '"', "”", "’", "'")
MOST = 30
"""Words between an event and a participant: more make no difference."""


class Signs:
    """The signs of one document's events."""

    def __init__(self, parsed: Parsed, tree: Tree, packs: Sequence[Pack], denoted: Denoted) -> None:
        self._tree, self._denoted = tree, denoted
        self._quoted = [(q.span.start, q.span.end) for q in parsed.quotations if not q.scare]
        self._packs = packs
        self._sentences = [(sent.start, sent.end) for sent in tree.doc.sents]
        self._number_of = [n for n, (start, end) in enumerate(self._sentences) for _ in range(start, end)]
        field = frozenset().union(*(pack.field for pack in packs))
        self._of_field = [
            frozenset(i for i in range(start, end) if tree.lemmas[i] in field or tree.words[i] in field)
            for start, end in self._sentences
        ]

    def of(self, match: Match, fillers: Sequence[Filler]) -> dict[str, float]:
        """All signs of one event."""
        return {
            **self._of_words(match),
            **self._of_clause(match),
            **self._of_people(match, fillers),
            **self._of_text(match),
        }

    def _of_words(self, match: Match) -> dict[str, float]:
        """How much the pack's entry asks for, and how many things its word can name."""
        trigger, tree = match.trigger, self._tree
        asked = sum(not part.absent and part.kind != "active" for part in trigger.parts)
        key, kind = (trigger.pos, trigger.lemma), trigger.event_type
        entries = [entry for pack in self._packs for entry in pack.index.get(key, ())]
        types = {entry.event_type for entry in entries}
        little = any((one, trigger.lemma) in pack.unclaimed for pack in self._packs for one in types)
        return {
            f"type {kind}": 1.0,
            f"word {kind} {trigger.lemma}": 1.0,
            "bare word": float(asked == 0),
            "conditions": float(min(asked, 3)),
            "names several types": float(min(len(types), 5)),
            "entries": log(1 + len(entries)),
            "says little elsewhere": float(little),
            "particle": float(bool(tree.kids(match.token, "prt"))),
        }

    def _of_clause(self, match: Match) -> dict[str, float]:
        """How the word stands in its clause."""
        tree, token = self._tree, match.token
        found = {f"form {form}": float(tree.tags[token] == form) for form in FORMS}
        return found | {
            "adjective": float(tree.tags[token].startswith("JJ")),
            "before a noun": float(tree.deps[token] == "amod"),
            "passive": float(match.frame.passive),
            "with to": float(any(tree.tags[c] == "TO" for c in tree.children[token])),
            "modal": float(any(tree.tags[c] == "MD" for c in tree.children[token])),
            "main verb": float(tree.deps[token] == "ROOT"),
            "quoted": float(any(start <= tree.starts[token] < end for start, end in self._quoted)),
        }

    def _of_people(self, match: Match, fillers: Sequence[Filler]) -> dict[str, float]:
        """Who and what take part, and how far off they stand."""
        tree, denoted = self._tree, self._denoted
        heads = [filler.head for filler in fillers]
        actors = [denoted.is_actor(head) for head in heads]
        between = [range(min(head, match.token) + 1, max(head, match.token)) for head in heads]
        return {
            "one participant": float(len(heads) == 1),
            "actors": float(sum(actors)),
            "no actor": float(not any(actors)),
            "things": float(sum(not acts and not denoted.is_place(h) for acts, h in zip(actors, heads, strict=True))),
            "places": float(any(denoted.is_place(head) for head in heads)),
            "bodies": float(any(head in denoted.bodies for head in heads)),
            "forces": float(any(head in denoted.forces for head in heads)),
            "people": float(any(denoted.is_people(head) for head in heads)),
            "named": float(sum(denoted.name_at(head) is not None for head in heads)),
            "number": float(any(tree.tags[h] == "CD" or bool(tree.kids(h, "nummod")) for h in heads)),
            "speaker or hearer": float(any(tree.words[head] in SPEAKERS for head in heads)),
            "noun without words": float(sum(not tree.children[h] and tree.tags[h] in ("NN", "NNS") for h in heads)),
            "both sides": float({"source", "target"} <= {filler.role for filler in fillers}),
            "gap": min([MOST, *(abs(head - match.token) for head in heads)]) / 10,
            "comma between": float(any("," in tree.words[span.start : span.stop] for span in between)),
            "verb between": float(any(tree.tags[i].startswith("VB") for span in between for i in span)),
        }

    def _of_text(self, match: Match) -> dict[str, float]:
        """What the text speaks of, and whether the sentence is a heading."""
        number, token = self._number_of[match.token], match.token
        having = [bool(tokens - {token}) for tokens in self._of_field]
        near = having[max(0, number - BESIDE) : number + BESIDE + 1]
        start, end = self._sentences[number]
        last = self._tree.doc[start:end].text.strip()[-1:]
        return {
            "field in sentence": float(having[number]),
            "field near": float(any(near)),
            "field in text": min(sum(having) / len(having), MOST_SHARE),
            "short text": float(len(having) < SHORT),
            "no stop": float(last not in STOPS),
            "question": float(last == "?"),
        }
