"""A parse as plain lists: what rules look at, without asking spaCy for every token again."""

from typing import TYPE_CHECKING

from sayso.lexicon.control import load_control
from sayso.stages.extract.parse.pasts import PASTS
from sayso.stages.extract.parse.repairs import repair
from sayso.stages.extract.parse.undergone import HANDED

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLAUSE_DEPS = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "parataxis", "dep"}
)
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
LEFT_OF_NOUN = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "quantmod", "nmod", "predet", "case", "advmod", "npadvmod", "punct"}
)
MISREAD = {
    "stag": "stage", "rag": "rage", "wag": "wage", "fin": "fine", "hop": "hope", "rap": "rape", "din": "dine",
    "decreed": "decree",
    "petitioned": "petition", "readie": "ready", "reoccupie": "reoccupy", "reoccupye": "reoccupy",
    "rearreste": "rearrest", "cordone": "cordon", "greenlighte": "greenlight", "defunde": "defund",
    "headhunte": "headhunt", "napalme": "napalm", "texte": "text",
}  # fmt: skip
"""Lemmas that the small English model gives to inflected verbs of the packs -> the right ones; found by inflecting each
verb of the packs, 2026-11-28."""
TRANSITIVE = frozenset(
    {"hire", "pay", "arm", "train", "recruit", "equip", "finance", "fund", "question", "interrogate", "house"}
)
"""Verbs, besides those that somebody undergoes, that share an object with a verb listed behind them."""
ALMOST = frozenset({"almost", "nearly", "many", "few", "several"})
PREFIXES = frozenset({"non", "anti", "pro", "ex", "neo", "semi", "ultra", "vice", "pre", "post", "counter", "co"})
ACCUSING = frozenset(
    {"accuse", "suspect", "convict", "guilty", "accusation", "suspicion", "allegation", "claim", "report", "charge"}
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
EXCLUDING = frozenset({"than", "not", "instead"})
"""Words that join what is meant with what is not: "tours rather than the usual enlistment"."""
HEDGES = frozenset({"reportedly", "allegedly", "apparently", "supposedly", "purportedly", "meanwhile", "also"})
"""Adverbs in front of a noun that belong to the whole sentence: "reportedly at least 80 people"."""
DONE_TO = frozenset(
    {"wound", "injure", "maim", "hurt", "arrest", "detain", "jail", "abduct", "kidnap", "hospitalise", "hospitalize"}
    | {"displace", "murder", "massacre", "behead", "torture", "deport", "lure", "trick", "dupe"}
)
"""Verbs that nobody does without an object: "hundreds wounded" were."""
CAUSING = frozenset({"get", "have"})
"""Verbs over what is done to their object: "to get the reporter freed"."""


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
        for i, lemma in enumerate(self.lemmas):
            if lemma in MISREAD and self.tags[i].startswith("VB"):
                self.lemmas[i] = MISREAD[lemma]
            if self.words[i] in PASTS and self.tags[i].startswith(("VB", "NN")):
                self.lemmas[i] = PASTS[self.words[i]]
        self.lefts = [t.left_edge.i for t in tokens]
        self.rights = [t.right_edge.i for t in tokens]
        self._restore_gerunds()
        self._restore_objects()
        repair(self)
        self._undo_circles()

    def _undo_circles(self) -> None:
        """Give sentences that repairs tied into a circle the parser's own tree again: every walk up has to end."""
        ends: set[int] = set()
        for i in range(len(self.heads)):
            walked: list[int] = []
            while i not in ends and self.heads[i] != i and i not in walked:
                walked.append(i)
                i = self.heads[i]
            if i in walked:
                walked = self._as_parsed(i)
            ends.update(walked)

    def _as_parsed(self, i: int) -> list[int]:
        """Take back all repairs of the sentence of a token; its tokens."""
        tokens = list(self.doc[i].sent)
        for t in tokens:
            self.heads[t.i], self.deps[t.i], self.tags[t.i] = t.head.i, t.dep_, t.tag_
            self.lemmas[t.i] = t.lemma_.lower()
            self.lefts[t.i], self.rights[t.i] = t.left_edge.i, t.right_edge.i
            self.children[t.i] = [c.i for c in t.children]
        return [t.i for t in tokens]

    def is_under(self, i: int, above: int) -> bool:
        """Whether a token stands under another one, or is it."""
        for _ in self.words:  # bounded: a repair may be halfway through
            if i == above or self.heads[i] == i:
                break
            i = self.heads[i]
        return i == above

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
            named = self.doc[noun].text[0].isupper() and (tag == "VBG" or self.tags[noun].endswith("S"))
            if not named and not self._is_accused_of(noun):
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

    def _is_accused_of(self, noun: int) -> bool:
        """Whether a noun stands in "accused of recruiting minors": then what precedes it in -ing is what was done."""
        prep = self.heads[noun]
        above = self.heads[prep]
        if self.words[prep] != "of" or self.deps[noun] != "pobj":
            return False
        verb = self.heads[above]
        if self.deps[above] == "dobj" and self.lemmas[verb] in ACCUSING and self.deps[prep] == "prep":
            self.move(prep, verb, "prep")  # "accused the company of": what it is accused of, not which company
            return True
        return self.lemmas[above] in ACCUSING

    def move(self, i: int, head: int, dep: str) -> None:
        """Hang a token with what is under it on another one; not on one that is itself under it."""
        if self.is_under(head, i):
            return
        old = self.heads[i]
        self.children[old].remove(i)
        self.children[head] = sorted([*self.children[head], i])
        self.heads[i], self.deps[i] = head, dep
        self._measure(old)
        self._measure(head)

    def move_root(self, i: int, head: int) -> None:
        """Hang what was the root of its sentence on another token that is no longer under it."""
        self.heads[i], self.deps[i] = head, "dep"
        self.children[head] = sorted([*self.children[head], i])
        self._measure(i)

    def _measure(self, i: int) -> None:
        """Set anew where the words under a token, and under those above it, begin and end."""
        for _ in range(len(self.words)):
            self.lefts[i] = min([i, *(self.lefts[c] for c in self.children[i])])
            self.rights[i] = max([i, *(self.rights[c] for c in self.children[i])])
            if self.heads[i] == i:
                return
            i = self.heads[i]

    def in_one_entity(self, one: int, other: int) -> bool:
        """Whether one name that the parser's entities know holds both tokens."""
        return any(ent.start <= one < ent.end and ent.start <= other < ent.end for ent in self.doc.ents)

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
        """The token and what is coordinated with it, in text order; not what "rather than" or "not" rules out."""
        found = [i]
        queue = [i]
        while queue:
            head = queue.pop()
            for c in self.kids(head, "conj"):
                if not self._is_excluded(head, c):
                    found.append(c)
                    queue.append(c)
        return sorted(found)

    def _is_excluded(self, head: int, conjunct: int) -> bool:
        joints = range(max(head + 1, self.lefts[conjunct] - 3), self.lefts[conjunct])
        return any(self.words[k] in EXCLUDING and self.heads[k] in (head, conjunct) for k in joints)

    def is_verb(self, i: int) -> bool:
        """Whether the tagger takes it for a verb."""
        return self.tags[i].startswith(("VB", "MD"))

    def is_passive(self, i: int) -> bool:
        """Whether a verb's grammatical subject is what it is done to."""
        if self.tags[i] not in ("VBN", "VBD", "VBG"):
            return False
        if any(self.deps[c] in ("nsubjpass", "auxpass", "agent") for c in self.children[i]):
            return True
        if self.tags[i] != "VBG" and (self.deps[i] == "acl" or (self.tags[i] == "VBN" and self.deps[i] == "amod")):
            if self.has_own_object(i):
                return False
            return not self.kids(i, "aux")  # "evidence that Norland has used gas"
        if self.is_undergone(i):
            return True
        if self.tags[i] == "VBN" and self.deps[i] in ("xcomp", "oprd") and not self.kids(i, "aux", "nsubj", "dobj"):
            return bool(self.kids(self.heads[i], "auxpass"))  # "17 have been reported killed"
        if self.tags[i] == "VBN" and self.deps[i] == "conj":
            head = self.heads[i]
            bare = self.tags[head] == "VBD" and self.lemmas[i] in load_control().undergone  # "many bound and shot"
            given = self.lemmas[i] in HANDED and not self.kids(i, "dative")  # "were met and offered a passport"
            return (
                not self.kids(i, "nsubj", "aux", *(() if given else ("dobj",)))
                and head != i
                and self.is_verb(head)
                and (bare or self.is_passive(head))
            )
        return False

    def has_own_object(self, i: int) -> bool:
        """Whether what looks like a passive participle has an object: "the force carried out strikes"."""
        giving = self.lemmas[i] in load_control().giving
        return self.kid(i, "dobj") is not None and self.kid(i, "agent") is None and not giving

    def is_undergone(self, i: int) -> bool:
        """Whether a participle without "was" tells what its subject went through: "26 killed and 80 wounded"."""
        caused = self.tags[i] == "VBD" and self.deps[i] == "ccomp" and self.lemmas[self.heads[i]] in CAUSING
        done = self.tags[i] == "VBD" and self.lemmas[i] in DONE_TO and self.deps[i] != "relcl"
        bare = self.kid(i, "nsubj") is not None and not self.kids(i, "aux", "dobj") and self.shared_object(i) is None
        return bare and (caused or done or self.tags[i] == "VBN") and self.lemmas[i] in load_control().undergone

    def shared_object(self, i: int) -> int | None:
        """The object that a verb has in common with those listed behind it: "arrested, questioned and beat the men".

        Only of verbs that are done to somebody, and only where nothing but commas and a conjunction parts them.
        """
        k = i
        while self.lemmas[k] in load_control().undergone | TRANSITIVE and k + 2 < len(self.words):
            k += 1
            while k + 1 < len(self.words) and self.words[k] in (",", "and", "or"):
                k += 1
            if not self.tags[k].startswith("VB") or self.words[k - 1] not in (",", "and", "or"):
                return None
            found = self.kid(k, "dobj")
            if found is not None and k > i:
                return found if self.kid(i, "dobj") is None else None
        return None

    def noun_bounds(self, head: int) -> tuple[int, int]:
        """First and last token of the noun phrase around a head: no relative clause, apposition or second conjunct."""
        first = last = head
        for c in self.children[head]:
            if c < head and self.deps[c] in LEFT_OF_NOUN:
                first = min(first, self.lefts[c])
        if first + 1 < head and self.tags[first] == "RB" and self.words[first + 1] == ",":
            first += 2  # "Meanwhile, hundreds of officers"
        if first + 1 < head and self.words[first] == "so" and self.words[first + 1] == "far":
            first += 2
        if first < head and self.words[first] in HEDGES and self.tags[first + 1][:2] in ("CD", "DT", "RB", "IN", "JJR"):
            first += 1
        while first < head and self.tags[first] in (",", "``", "''", ":", "-LRB-", "-RRB-", "_SP", "HYPH", "."):
            first += 1
        while first > 1 and self.words[first - 1] in ("-", "–") and self.words[first - 2] in PREFIXES:
            first -= 2  # "anti-Semites", "almost all non-members": half a word would say the contrary
            while first > 0 and (self.tags[first - 1] in ("DT", "PDT", "JJS") or self.words[first - 1] in ALMOST):
                first -= 1
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
