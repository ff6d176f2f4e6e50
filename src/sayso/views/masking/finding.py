"""Where names that are to be masked stand in words, whatever their capitals, accents, hyphens and possessives."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.name_words import load_name_words
from sayso.model._record import record
from sayso.stages.link.wordlists import STOPWORDS, listed
from sayso.views.masking.persons import Person
from sayso.views.masking.tokens import OPENING, TIED, Token, are_beside, is_heading, joined, tokens_of
from sayso.views.masking.toponyms import Toponym

SHORT = 3
"""Letters of a name up to which it counts with a capital only, where it stands alone."""
UNCLEAR = "person (unclear which)"
"""What stands for a name that several people share, where it is not told who is meant."""
PROTECTED = re.compile(r"\b(?:doc|[acdegjopr])-[0-9a-f]{6,}\b|\b[0-9a-f]{16,}\b")
"""Ids and digests, in which no letters are a name."""
ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
COORDINATES = re.compile(
    r"(?<![\d.])[-+]?\d{1,3}\.\d{3,}\s?°?\s?[NSns]?\s?[,;/ ]\s?[-+]?\d{1,3}\.\d{3,}\s?°?(?:\s?[EWew]\b)?"
    r"|\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?[′'’]\s?)?(?:\d{1,2}(?:\.\d+)?\s?[″\"”]\s?)?[NSEW]\b"
    r"|\bGeoNames(?: id)? \d+"
    r"|\b\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?\d{4,5} ?\d{4,5}\b"
)
"""Degrees north and east as decimals or with minutes, and military grid references."""


@record
class Cut:
    """Words that something else stands for."""

    start: int
    end: int
    label: str


class People:
    """Persons by the parts of their names."""

    def __init__(self, persons: Sequence[Person], common: Collection[str]) -> None:
        self.persons = persons
        self.weak = (frozenset(common) - load_name_words().lone) | STOPWORDS
        self.having: dict[str, set[int]] = defaultdict(set)
        self.last: set[str] = set()
        self.nicknames = {words: n for n, person in enumerate(persons) for words in person.nicknames}
        for n, person in enumerate(persons):
            for name in person.names:
                for part in (*name, *joined(name)):
                    self.having[part].add(n)
                self.last.add(name[-1])
        self.titles = load_name_words().strong_titles

    def cuts(self, text: str, documents: Collection[str]) -> Iterator[tuple[Cut | None, int, int]]:
        """Names of persons in some words: what stands for each, None for one that stays, with its bounds."""
        tokens = tokens_of(text)
        at = 0
        while at < len(tokens):
            if (nickname := self._nickname(text, tokens, at)) is not None:
                label = self._label({self.nicknames[nickname]}, documents)
                bounds = tokens[at].start, tokens[at + len(nickname) - 1].end
                yield (Cut(start=bounds[0], end=bounds[1], label=label) if label else None), *bounds
                at += len(nickname)
                continue
            end, who = self._run(text, tokens, at)
            if who and self._is_name(text, tokens, at, end, who):
                start, stop = self._with_initials(text, tokens, at, end)
                label = self._label(who, documents)
                bounds = tokens[start].start, self._end(text, tokens, stop)
                if label and _is_known_body(text, *bounds, named=self._are_in(who, documents)):
                    label = None
                yield (Cut(start=bounds[0], end=bounds[1], label=label) if label else None), *bounds
                at = stop
            else:
                at += 1

    def _nickname(self, text: str, tokens: Sequence[Token], at: int) -> tuple[str, ...] | None:
        """The words of a nickname that stands here with its capitals, and where a capital tells something."""
        for words in self.nicknames:
            run = tokens[at : at + len(words)]
            own = [token for token in run if token.key != "the"]
            if tuple(token.key for token in run) == words and own and all(token.is_capital for token in own):
                told = len(run) > len(own) or text[max(0, run[0].start - 1) : run[0].start] in ("'", '"', "‘", "“")
                if told or OPENING.search(text, 0, run[0].start) is None:
                    return words
        return None

    def _run(self, text: str, tokens: Sequence[Token], at: int) -> tuple[int, set[int]]:
        """Where a run of parts of one name ends, and whose it can be; nobody's where the word is no part of a name."""
        first = tokens[at].key
        who = set() if first in TIED or len(first) < 2 else set(self._whose(first))
        end = at + 1
        while who and end < len(tokens) and are_beside(text, tokens[end - 1], tokens[end]):
            key = tokens[end].key
            if both := who & self._whose(key):
                who, end = both, end + 1
                continue
            beyond = end + 1
            if (
                (key in TIED or len(key) == 1)
                and beyond < len(tokens)
                and are_beside(text, tokens[end], tokens[beyond])
            ):
                both = who & self._whose(tokens[beyond].key)
                if both:
                    who, end = both, beyond + 1
                    continue
            break
        return end, who

    def _whose(self, key: str) -> set[int]:
        """Persons with this part of a name, or a family that has it in the plural."""
        held = self.having.get(key)
        if held is None and len(key) > SHORT + 1 and key.endswith("s") and key[:-1] in self.last:
            held = self.having[key[:-1]]
        return held or set()

    def _is_name(self, text: str, tokens: Sequence[Token], at: int, end: int, who: set[int]) -> bool:
        run = [token for token in tokens[at:end] if token.key not in TIED]
        if any(token.key not in self.weak and (len(token.key) > SHORT or token.is_capital) for token in run):
            return True
        if len(run) > 1:
            return all(token.is_capital for token in run)
        token = run[0]
        if not token.is_capital:
            return False
        if at and tokens[at - 1].key in self.titles and are_beside(text, tokens[at - 1], token):
            return True
        if OPENING.search(text, 0, token.start) is None and not is_heading(_line(text, token.start)):
            return True
        return token.key in self.last and token.key not in STOPWORDS and any(self.persons[n].is_masked for n in who)

    def _with_initials(self, text: str, tokens: Sequence[Token], at: int, end: int) -> tuple[int, int]:
        """The run with initials and particles at its ends: "A. Karimi", "Ali K.", "al-Karimi"."""
        while at and are_beside(text, tokens[at - 1], tokens[at]):
            before = tokens[at - 1]
            gap = text[before.end : tokens[at].start]
            is_particle = before.key in PARTICLES and (gap.strip() != "" or before.is_capital or at == 1)
            if not (is_particle or (len(before.key) == 1 and before.is_capital and gap.startswith("."))):
                break
            at -= 1
        while end < len(tokens) and are_beside(text, tokens[end - 1], tokens[end]):
            behind = tokens[end]
            if not (len(behind.key) == 1 and behind.is_capital and text[behind.end : behind.end + 1] == "."):
                break
            end += 1
        return at, end

    def _end(self, text: str, tokens: Sequence[Token], end: int) -> int:
        last = tokens[end - 1]
        dotted = len(last.key) == 1 and text[last.end : last.end + 1] == "."
        return last.end + dotted

    def _are_in(self, who: Iterable[int], documents: Collection[str]) -> bool:
        return any(self.persons[n].documents & set(documents) for n in who)

    def _label(self, who: set[int], documents: Collection[str]) -> str | None:
        """What stands for a name; None where only somebody public is meant."""
        here = {n for n in who if self.persons[n].documents & set(documents)} or who
        masked = sorted(n for n in here if self.persons[n].is_masked)
        if not masked:
            return None
        labels = [self.persons[n].label for n in masked]
        return labels[0] if len(labels) == 1 else " or ".join(labels) if len(labels) == 2 else UNCLEAR


PARTICLES = load_name_words().particles | listed("abu abou umm um abd ben")


def _is_known_body(text: str, start: int, end: int, *, named: bool) -> bool:
    """Whether a name stands inside that of a body or country of the tables: "Wagner" in "Wagner Group". Where it is
    all of the words, and the document names a person so (`named`), it is the person's."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    around = text[line : len(text) if stop < 0 else stop]
    actors = load_aliases().actors
    for hit in load_aliases().find(around):
        inside = line + hit.start <= start and end <= line + hit.end
        if not inside or hit.form.sort in ("capital", "seat"):
            continue
        if any(t in actors and actors[t].kind == "person" for t in hit.form.targets):
            continue
        return not (named and (line + hit.start, line + hit.end) == (start, end))
    return False


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]


class Places:
    """Places by the words of their names."""

    def __init__(self, places: Sequence[Toponym], common: Collection[str], outlets: Collection[str]) -> None:
        self.are_masked = bool(places)
        self.weak = frozenset(common) | STOPWORDS
        self.outlets = frozenset(tuple(name.split()) for name in outlets if " " in name)
        self.starts: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for place in places:
            for name in place.names:
                for words in {name, ("".join(name),)}:
                    self.starts[words[0]].append((words, place.label))
        for held in self.starts.values():
            held.sort(key=lambda each: (-len(each[0]), each[0], each[1]))

    def cuts(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Cut]:
        """Names of places in some words, outside those that are taken and outside names of outlets and countries."""
        tokens = tokens_of(text)
        taken = [*taken, *self._kept(text, tokens)]
        at = 0
        while at < len(tokens):
            found = next(
                (each for each in self.starts.get(tokens[at].key, ()) if self._fits(text, tokens, at, each[0])), None
            )
            if found is None:
                at += 1
                continue
            words, label = found
            start, end = tokens[at].start, tokens[at + len(words) - 1].end
            if not any(s <= start and end <= e for s, e in taken):
                yield Cut(start=start, end=end, label=label)
            at += len(words)

    def _fits(self, text: str, tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
        run = tokens[at : at + len(words)]
        if tuple(token.key for token in run) != words:
            return False
        if not all(are_beside(text, a, b) for a, b in pairwise(run)):
            return False
        if any(token.key not in self.weak and len(token.key) > SHORT for token in run):
            return True
        return all(token.is_capital for token in run if token.key not in TIED)

    def _kept(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        for at in range(len(tokens)):
            for size in range(2, min(5, len(tokens) - at + 1)):
                run = tokens[at : at + size]
                if tuple(token.key for token in run) in self.outlets and run[0].is_capital:
                    yield run[0].start, run[-1].end
        for hit in load_aliases().find(text):
            if hit.form.sort in ("country", "adjective", "people"):
                yield hit.start, hit.end


def cuts_of(text: str, people: People, places: Places, documents: Collection[str]) -> list[Cut]:
    """All that is masked in some words, in order, not overlapping; an address with a name in it goes as a whole."""
    kept = [match.span() for match in PROTECTED.finditer(text)]
    found: list[Cut] = []
    taken: list[tuple[int, int]] = []
    for cut, start, end in people.cuts(text, documents):
        if cut is not None:
            found.append(cut)
            taken.append((start, end))
        elif " " in text[start:end]:
            taken.append((start, end))
    found += places.cuts(text, taken)
    if places.are_masked:
        found += [Cut(start=m.start(), end=m.end(), label="[coordinates]") for m in COORDINATES.finditer(text)]
    found = [cut for cut in found if not any(s <= cut.start and cut.end <= e for s, e in kept)]
    whole = [
        address for match in ADDRESS.finditer(text) if (address := _address(match, found, people, places, documents))
    ]
    return joined_cuts([*whole, *found])


def _address(
    match: re.Match[str], found: Sequence[Cut], people: People, places: Places, documents: Collection[str]
) -> Cut | None:
    """An address that holds a masked name, as written or with its letters in percents."""
    start, end = match.start(), len(match.group().rstrip(".,;:)]")) + match.start()
    plain = unquote(match.group())
    holds = any(cut.start < end and start < cut.end for cut in found)
    if not holds and plain != match.group():
        holds = any(cut for cut, _, _ in people.cuts(plain, documents)) or any(places.cuts(plain, ()))
    return Cut(start=start, end=end, label="[address]") if holds else None


def joined_cuts(cuts: Iterable[Cut]) -> list[Cut]:
    """Cuts in order; those that overlap become one with what stands for the first, so that nothing of either is left.

    >>> [(c.label, c.end) for c in joined_cuts([Cut(start=2, end=4, label="b"), Cut(start=0, end=3, label="a")])]
    [('a', 4)]
    """
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end, c.label)):
        if kept and cut.start < kept[-1].end:
            kept[-1] = replace(kept[-1], end=max(cut.end, kept[-1].end))
        else:
            kept.append(cut)
    return kept
