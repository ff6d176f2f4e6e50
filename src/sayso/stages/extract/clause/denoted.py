"""Which words name somebody who acts, and which a place."""

from sayso.lexicon.nouns import Nouns, load_nouns
from sayso.model import Mentions
from sayso.stages.extract.parse.tree import PREFIXES as HALVES
from sayso.stages.extract.parse.tree import Tree

ACTOR_ENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
OTHER_ENTS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL", "EVENT", "LAW", "WORK_OF_ART"}
)
PRONOUNS = frozenset(
    {"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom", "it", "those"}
)
BODIES = frozenset({"organisation", "force", "group", "government", "outlet"})
PREFIXES = frozenset({"pro", "anti", "ex", "non", "the"})
CONDITIONS = frozenset(
    {"emergency", "siege", "war", "alert", "exception", "affair", "calamity", "disaster", "play", "mind"}
)
UNCOUNTED = frozenset(
    {"series", "string", "wave", "round", "set", "range", "variety", "kind", "type", "form", "sort", "piece", "batch"}
    | {"consignment", "shipment", "cache", "load", "ton", "tonne", "amount", "sum", "total", "bulk", "kg", "kilogram"}
    | {"litre", "liter", "bag", "truckload", "spate", "flurry", "barrage", "campaign", "case", "part", "rest", "number"}
)
"""Amount words that are nobody without what they are of."""
HOURS = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "utc", "est", "edt"})
BUILDINGS = frozenset(
    {
        "office",
        "school",
        "church",
        "mosque",
        "synagogue",
        "hospital",
        "university",
        "college",
        "campus",
        "hotel",
        "bank",
    }
    | {"nightclub", "club", "market", "airport", "station", "prison", "party", "team"}
)
"""What stands before an attack as where it was, or before a meeting as what it was for."""
DAYS = frozenset({"day", "week", "month", "year", "night", "anniversary"})
PEOPLE = frozenset({"he", "she", "him", "her", "them", "they", "us", "we", "me", "i", "those", "who", "whom"})
"""Pronouns that stand for people; "it" may be anything."""
STATES = frozenset({"us", "u.s.", "uk", "u.k.", "eu", "un", "u.n.", "nato", "usa"})
EMPTY = frozenset(
    {"there", "which", "that", "this", "what", "itself", "themselves", "himself", "herself", "each", "other", "one"}
)


class Denoted:
    """Which tokens actors and places stand at, by the mentions and the parser's named entities."""

    def __init__(self, tree: Tree, mentions: Mentions) -> None:
        self._tree = tree
        self._nouns: Nouns = load_nouns()
        spans = [(a.span.start, a.span.end) for a in mentions.actors if a.form != "pronoun"]
        self.actors = _tokens_in(tree, spans)
        self._names = [(a.span.start, a.span.end) for a in mentions.actors if a.form == "name"]
        named = [(a.span.start, a.span.end) for a in mentions.actors if a.kind in BODIES]
        self.bodies = _tokens_in(tree, named)
        people = [(a.span.start, a.span.end) for a in mentions.actors if a.kind == "person" and a.form != "pronoun"]
        self.persons = _tokens_in(tree, people)
        armed = [(a.span.start, a.span.end) for a in mentions.actors if a.kind == "force" and a.form != "pronoun"]
        self.forces = _tokens_in(tree, armed)
        self.places = _tokens_in(tree, [(p.span.start, p.span.end) for p in mentions.places])
        self.sums = _tokens_in(tree, [(m.span.start, m.span.end) for m in mentions.money])
        small = [(p.span.start, p.span.end) for p in mentions.places if p.precision not in ("country", "unknown")]
        self._below_country = _tokens_in(tree, small)

    def name_at(self, i: int) -> tuple[int, int] | None:
        """The longest actor's name that a token stands in, as offsets; None outside every name."""
        start = self._tree.starts[i]
        found = [span for span in self._names if span[0] <= start < span[1]]
        return max(found, key=lambda span: span[1] - span[0], default=None)

    def is_actor(self, i: int) -> bool:
        """Whether the noun phrase around a head names somebody who can act."""
        tree = self._tree
        ent, lemma, word = tree.ents[i], tree.lemmas[i], tree.words[i]
        picked_from = self.behind(i) if word in ("each", "one") else None
        if picked_from is not None:
            return self.is_actor(picked_from)  # "killing one of them"
        if word == "each" and tree.deps[i] == "nsubj":
            return True  # "each paid": each of those told of before
        if word == "one" and tree.tags[i] == "CD" and tree.deps[i] in ("nsubj", "nsubjpass"):
            return True  # "one died of his wounds"
        if (
            word in EMPTY
            or lemma in ("pro", "anti", "ex", "non")
            or (ent in OTHER_ENTS and ent not in ("CARDINAL", "QUANTITY"))
        ):
            return False
        if _is_taken_up_by_who(tree, i) and tree.tags[i].startswith("NN"):
            return True
        if word == "arms" or (lemma == "state" and self._is_condition(i)):
            return False
        if tree.tags[i] == "CD" and ent not in ACTOR_ENTS and tree.words[tree.heads[i]] in ("from", "to"):
            return False  # "cut from 8,500 to 3,000"
        if i in self.actors or ent in ACTOR_ENTS or word in PRONOUNS or lemma in self._nouns.actors:
            return True
        if ent in ("LOC", "FAC") and tree.deps[i] == "nsubj" and tree.tags[i] in ("NNP", "NNPS"):
            return True  # "South Sudan lifted": a place that acts stands for who governs it
        if tree.tags[i] in ("JJ", "VBN") and word in self._nouns.actors and tree.kids(i, "det"):
            return not any(c > i for c in tree.children[i])  # "left the wounded behind"
        if word in self._nouns.actors or lemma in self._nouns.amounts or tree.tags[i] == "CD":
            behind = self.behind(i)
            if behind is None and lemma in UNCOUNTED:
                return False  # "with strings attached"
            return (
                self.is_actor(behind)
                if behind is not None
                else tree.tags[i] in ("CD", "NNS") or word in ("those", "many", "some", "all", "both")
            )
        if tree.tags[i] in ("NNP", "NNPS") and ent == "" and lemma not in DAYS:
            return True
        return "-" in lemma and lemma.rsplit("-", 1)[1] in self._nouns.actors

    def is_people(self, i: int) -> bool:
        """Whether it names people, one or several, and no body of people: what `+somebody` asks for in a pack."""
        tree, lemma, ent, tag = self._tree, self._tree.lemmas[i], self._tree.ents[i], self._tree.tags[i]
        if (tree.words[i] in PEOPLE and tag[:2] != "NN") or (
            lemma in self._nouns.actors and lemma not in self._nouns.bodies
        ):
            return True
        if tag == "CD" or lemma in self._nouns.amounts:
            behind = self.behind(i)
            return self.is_people(behind) if behind is not None else tag in ("CD", "NNS") and ent == "CARDINAL"
        if ent == "CARDINAL" and tree.deps[i] in ("nsubj", "nsubjpass"):
            return True  # "Thirteen are missing": the tagger takes a number that opens a sentence for a name
        if i in self.persons:
            return True
        if ent in ("PERSON", "NORP"):
            return tag.startswith("NN") and i not in self.bodies and i not in self.places
        if tree.kids(i, "det") and (tag in ("JJ", "VBN") and not any(c > i for c in tree.children[i])):
            return True  # "carried the wounded out"
        return _is_taken_up_by_who(tree, i)

    def is_named_place(self, i: int) -> bool:
        """Whether a name stands for a place where one is asked for: the mentions know it, whatever the parser says."""
        return i in self.places and self._tree.tags[i] in ("NNP", "NNPS")

    def is_place(self, i: int) -> bool:
        """Whether it names a place."""
        tree = self._tree
        return i in self.places or tree.ents[i] in PLACE_ENTS or tree.lemmas[i] in self._nouns.places

    def _is_person_or_place(self, i: int) -> bool:
        """Whether it is a person's name or a place's: "fight for Putin", "fight for Bergen", "recruited in Norland"."""
        tree = self._tree
        if tree.ents[i] == "PERSON" and i not in self.bodies:
            return True
        if i in self._below_country and i not in self.bodies:
            return True
        behind_in = tree.deps[i] == "pobj" and tree.words[tree.heads[i]] in ("in", "at")
        return behind_in and tree.tags[i] in ("NNP", "NNPS", "NNS") and (tree.ents[i] in PLACE_ENTS or i in self.places)

    def _is_condition(self, i: int) -> bool:
        """Whether a "state" is one of emergency or war, and not a country."""
        behind = self.behind(i)
        return behind is not None and self._tree.lemmas[behind] in CONDITIONS

    def _is_half_word(self, i: int) -> bool:
        """Whether it is what a hyphen cut off: the "semi" of "semi-finals"."""
        words = self._tree.words
        return words[i] in HALVES and i + 1 < len(words) and words[i + 1] in ("-", "–")

    def behind(self, i: int) -> int | None:
        """What an amount is of: the soldiers in "hundreds of soldiers"; None without "of"."""
        for prep in self._tree.kids(i, "prep"):
            if self._tree.words[prep] == "of":
                return self._tree.kid(prep, "pobj")
        return None

    def fits(self, i: int, kind: str) -> bool:
        """Whether a head can fill a role of that kind."""
        if (
            self._tree.lemmas[i] in PREFIXES
            or self._is_half_word(i)
            or not any(c.isalnum() for c in self._tree.words[i])
        ):
            return False
        if self._tree.tags[i] in ("VB", "VBP", "VBD", "MD"):
            return False  # "vandalised the hall and beat the guards": no second hall
        if self._tree.words[i] in EMPTY and self._tree.words[i] not in ("one", "each", "other"):
            return kind == "said" and self._tree.words[i] in ("this", "that") and self._tree.deps[i] != "mark"
        if _is_quality(self._tree, i) and not self.is_actor(i):
            return False  # "an assault on a city symbolic of the revolt"
        if kind == "modifier":  # "Israeli", "US" airstrikes; in "the Paris attack" the name is where it happened
            tree = self._tree
            if (i > 0 and tree.words[i - 1] in ("-", "–")) or (
                tree.tags[i].startswith("JJ") and tree.ents[i] != "NORP"
            ):
                return False  # "anti-government protests", "national dialogue"
            if tree.words[i] in HOURS:
                return False  # "the 9:30 am (0630 GMT) attack"
            if tree.lemmas[i] in BUILDINGS:
                return False  # "the office shooting": where, not who
            unknown = tree.tags[i] in ("NNP", "NNPS") and not tree.ents[i] and i not in self.actors
            if unknown or tree.ents[i] == "PERSON" or tree.words[i] in ("civilian", "military"):
                return False  # "the Berg attack": who was attacked, as often as not
            if tree.lemmas[i] in self._nouns.places:
                return False  # "the embassy attack": what was attacked, more often than who did it
            return self.is_actor(i) and (tree.ents[i] not in ("GPE", "LOC", "FAC") or tree.words[i] in STATES)
        if kind == "actor":
            return self.is_actor(i)
        if kind == "body":
            return self.is_actor(i) and not self._is_person_or_place(i) and not self._is_nobodys_force(i)
        if kind == "place":
            return self.is_place(i)
        if kind == "thing":
            return not self.is_actor(i)
        return self._tree.ents[i] not in ("DATE", "TIME")

    def _is_nobodys_force(self, i: int) -> bool:
        """Whether it is one person, or a part of a country: "recruited with him", "recruited in four districts"."""
        tree = self._tree
        return tree.words[i] in ("him", "her", "me", "us") or tree.lemmas[i] in PARTS


PARTS = frozenset({"district", "province", "city", "town", "village", "region", "county", "suburb", "hotel", "school"})
"""Where people are recruited, and not into what."""


def _is_taken_up_by_who(tree: Tree, i: int) -> bool:
    """Whether "who" takes a noun up, so that it is somebody whatever the lists say: "Harkis who had fought"."""
    return any(tree.words[w] in ("who", "whom") for c in tree.kids(i, "relcl") for w in tree.children[c])


def _is_quality(tree: Tree, i: int) -> bool:
    """Whether a head is an adjective that stands for nobody."""
    return tree.tags[i].startswith("JJ") and not tree.ents[i] and not tree.kids(i, "det")


def _tokens_in(tree: Tree, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Tokens that lie in one of the spans; one pass over both."""
    found, at = set(), 0
    for start, end in sorted(spans):
        while at < len(tree.starts) and tree.starts[at] < start:
            at += 1
        step = at
        while step < len(tree.starts) and tree.starts[step] < end:
            found.add(step)
            step += 1
    return frozenset(found)
