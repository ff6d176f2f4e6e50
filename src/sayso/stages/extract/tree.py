"""A parse as plain lists: what rules look at, without asking spaCy for every token again."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLAUSE_DEPS = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "parataxis", "dep"}
)
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
LEFT_OF_NOUN = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "quantmod", "nmod", "predet", "case", "advmod", "npadvmod", "punct"}
)
RELATIVES = frozenset({"who", "which", "that", "whom"})


class Tree:
    """Token lists of one document: same index everywhere."""

    __slots__ = (
        "children",
        "deps",
        "doc",
        "ends",
        "ents",
        "heads",
        "lefts",
        "lemmas",
        "rights",
        "starts",
        "tags",
        "words",
    )

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        tokens = list(doc)
        self.words = [t.lower_ for t in tokens]
        self.lemmas = [t.lemma_.lower() for t in tokens]
        self.tags = [t.tag_ for t in tokens]
        self.deps = [t.dep_ for t in tokens]
        self.heads = [t.head.i for t in tokens]
        self.ents = [t.ent_type_ for t in tokens]
        self.starts = [t.idx for t in tokens]
        self.ends = [t.idx + len(t) for t in tokens]
        self.children: list[list[int]] = [[] for _ in tokens]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.lefts = [t.left_edge.i for t in tokens]
        self.rights = [t.right_edge.i for t in tokens]
        self._restore_gerunds()
        self._restore_objects()

    def _restore_gerunds(self) -> None:
        """Read as verbs the nouns in -ing that take an object: "spent millions training the guard"."""
        for i, tag in enumerate(self.tags):
            if tag == "NN" and self.words[i].endswith("ing") and any(self.deps[c] == "dobj" for c in self.children[i]):
                self.tags[i] = "VBG"
                self.lemmas[i] = self.words[i][:-3]

    def _restore_objects(self) -> None:
        """Read as verb and object what the parser took for a compound: "denied recruiting Syrians"."""
        for i, tag in enumerate(self.tags):
            noun = self.heads[i]
            if self.deps[i] != "compound" or not self.words[i].endswith("ing") or tag not in ("VBG", "NN"):
                continue
            if not self.doc[noun].text[0].isupper() or (tag == "NN" and not self.tags[noun].endswith("S")):
                continue
            if self.deps[noun] not in ("dobj", "pobj") or self.lefts[noun] != i or self.children[i]:
                continue
            above = self.heads[noun]
            self.tags[i], self.lemmas[i] = "VBG", self.words[i][:-3] if tag == "NN" else self.lemmas[i]
            self.deps[i], self.deps[noun] = ("xcomp" if self.deps[noun] == "dobj" else "pcomp"), "dobj"
            self.heads[i], self.heads[noun] = above, i
            self.children[above] = [i if c == noun else c for c in self.children[above]]
            self.children[noun].remove(i)
            self.children[i] = [noun]
            self.rights[i] = self.rights[noun]
            self.lefts[noun] = min([noun, *(self.lefts[c] for c in self.children[noun])])

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of a token with one of these relations, in text order."""
        return [c for c in self.children[i] if self.deps[c] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child with one of these relations; None when there is none."""
        for c in self.children[i]:
            if self.deps[c] in deps:
                return c
        return None

    def conjuncts(self, i: int) -> list[int]:
        """The token and what is coordinated with it, in text order."""
        found = [i]
        queue = [i]
        while queue:
            for c in self.kids(queue.pop(), "conj"):
                found.append(c)
                queue.append(c)
        return sorted(found)

    def is_verb(self, i: int) -> bool:
        """Whether the tagger takes it for a verb."""
        return self.tags[i].startswith(("VB", "MD"))

    def is_passive(self, i: int) -> bool:
        """Whether a verb's grammatical subject is what it is done to."""
        if self.tags[i] not in ("VBN", "VBD", "VBG"):
            return False
        if any(self.deps[c] in ("nsubjpass", "auxpass", "agent") for c in self.children[i]):
            return True
        if self.tags[i] == "VBN" and self.deps[i] in ("acl", "amod"):
            return True
        if self.tags[i] == "VBN" and self.deps[i] == "conj":
            head = self.heads[i]
            return (
                not self.kids(i, "nsubj", "dobj", "aux") and head != i and self.is_verb(head) and self.is_passive(head)
            )
        return False

    def noun_bounds(self, head: int) -> tuple[int, int]:
        """First and last token of the noun phrase around a head: no relative clause, apposition or second conjunct."""
        first = last = head
        for c in self.children[head]:
            if c < head and self.deps[c] in LEFT_OF_NOUN:
                first = min(first, self.lefts[c])
        while first < head and self.tags[first] in (",", "``", "''", ":", "-LRB-", "-RRB-", "_SP", "HYPH", "."):
            first += 1
        for c in self.children[head]:
            if c <= last:
                continue
            if self.deps[c] == "prep" and self.words[c] == "of":
                inner = [p for p in self.children[c] if self.deps[p] == "pobj"]
                last = self.noun_bounds(inner[-1])[1] if inner else self.rights[c]
                for extra in inner:
                    for one in self.conjuncts(extra)[1:]:
                        last = max(last, self.noun_bounds(one)[1])
            elif self.deps[c] in ("nummod", "case") and c == last + 1:
                last = c
            else:
                break
        return first, last
