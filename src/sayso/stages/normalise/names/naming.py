"""Mend names by their words and by the words around them: what the language model cuts, joins, misses or mistakes.

The small model was trained on news of few countries: it takes "Ramiz Faruqui" for a body, "Sylhet" for a person, cuts
"Mamadou" from "Mamadou Dicko", and does not see the "Kerala Migrants Forum" at all. The rules here look at given
names, last words of bodies' names, titles, ages and family words (`lexicon/name_words.toml`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.lexicon.aliases import Aliases, Hit
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model import Parsed
from sayso.stages.normalise.names.calling import (
    ALIAS,
    MOST,
    NO_NAME,
    described_as,
    introduced,
    is_among_persons,
    is_body,
    is_called_so,
    is_titled,
    may_be_person,
)
from sayso.stages.normalise.names.definitions import Definition, defined
from sayso.stages.normalise.names.names import Name, marked_names
from sayso.stages.normalise.names.numbered import numbered
from sayso.stages.normalise.names.told_persons import with_told_persons

WORDS = load_name_words()
CAPITAL = r"(?:(?:[Aa][lnrsdtz]|[Ee][lzdsr]|[Uu][lr]|[Aa]sh|[Ee]sh|[Uu]d|d|O)[-’'])?[^\W\d_a-zà-ÿ][\w’'-]*"
PARTICLE = r"(?:bin|ibn|bint|binti|ould|uld|van|von|der|den|del|de|da|das|do|dos|du|la|al|el|ul|y|e)"
RUN = re.compile(
    rf"(?:{CAPITAL}|(?<![\w.])[^\W\d_a-z]\.)(?: (?:{PARTICLE} )*(?:{CAPITAL}|[^\W\d_a-z]\.(?=[ ]?[^\W\d_a-z])))*"
)
"""Words with capitals that stand one after the other, with initials and particles between them."""
WORD = re.compile(r"[^\s]+")
TAIL = re.compile(r"(?: (?:and|or|of|for|in|the|a|to|by|who|has|was|is))+$")


def read_names(parsed: Parsed, aliases: Aliases) -> list[Name]:
    """Names in text order, none overlapping, with their borders and labels mended and those that the model missed."""
    text = parsed.document.text
    definitions = defined(text)
    names = _own_short_forms(marked_names(parsed, aliases), text, definitions)
    whole = [n for n in names if n.hit is None or not _is_cut(text, n.hit)]
    proper = _proper(parsed, whole)
    kept = [_relabelled(text, _bordered(text, name, proper)) for one in whole for name in _parted(text, one)]
    kept = _absorb(text, kept, [(d.start, d.end, "ORG") for d in definitions])
    found = [*_bodies(text), *_persons(text)]
    agreed = _agreed(_absorb(text, kept, found))
    known = {(n.start, n.label) for n in agreed}
    told = with_told_persons(text, agreed, proper)
    return [numbered(text, n if (n.start, n.label) in known else _bordered(text, n, proper)) for n in told]


def _proper(parsed: Parsed, names: Sequence[Name]) -> frozenset[int]:
    """First code points of the tagger's proper nouns outside all names."""
    taken = {at for name in names for at in range(name.start, name.end)}
    return frozenset(t.idx for t in parsed.doc if t.pos_ == "PROPN" and t.idx not in taken)


def _own_short_forms(names: list[Name], text: str, definitions: Sequence[Definition]) -> list[Name]:
    """The names, where short forms that the text defines are no more what the tables know of the same letters.

    "RSA" is no South Africa where the text brings in a Redeemed Soldiers Association (RSA).
    """
    known = {n.hit.form.targets for n in names if n.hit is not None and n.hit.form.sort == "actor"}
    short = {d.short for d in definitions}
    kept = [
        replace(n, label="ORG", hit=None)
        if n.hit is not None and n.text in short and n.hit.form.targets not in known
        else n
        for n in names
    ]
    taken = [(n.start, n.end) for n in kept]
    found = [
        Name(start=m.start(), end=m.end(), text=m.group(), label="ORG", hit=None)
        for word in sorted(short)
        for m in re.finditer(rf"\b{re.escape(word)}\b", text)
        if not any(start < m.end() and m.start() < end for start, end in taken)
    ]
    return sorted((*kept, *found), key=lambda n: n.start)


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(WORD.finditer(text, start, end))


def _folded(text: str, start: int, end: int) -> list[str]:
    return [fold(word.group()) for word in _words(text, start, end)]


def _parted(text: str, name: Name) -> Iterator[Name]:
    """A person's name without what was joined to it: "Garissa, Nathif Abdullahi", "Ohio Judge Jane Roe"."""
    if name.hit is None and name.label in ("PERSON", "ORG") and (start := _behind_title(name.text)):
        lead = _before_title(name.text)
        if lead:
            yield replace(name, end=name.start + len(lead), text=lead, label="GPE")
        yield replace(name, start=name.start + start, text=name.text[start:], label="PERSON", within=None)
        return
    left, to, right = name.text.partition(" to ")
    if name.hit is None and to and left.istitle() and right.istitle() and text[: name.start].endswith("from "):
        yield replace(name, end=name.start + len(left), text=left, label="GPE", within=None)  # "Oslo to Bergen"
        yield replace(name, start=name.end - len(right), text=right, label="GPE", within=None)
        return
    place, comma, person = name.text.rpartition(", ")
    if name.label == "ORG" and comma and name.hit is None and text[: name.start].endswith((" in ", " at ", " near ")):
        middle = name.start + len(place)
        yield replace(name, end=middle, text=place, label="GPE", within=None)  # "in Ryazan, Cubanet Libre reported"
        yield replace(name, start=middle + 2, text=person, within=None)
        return
    if (
        name.hit is not None
        or name.label not in ("PERSON", "ORG")
        or not comma
        or not is_called_so(_folded(person, 0, len(person)))
    ):
        yield name
        return
    middle = name.start + len(place)
    yield replace(name, end=middle, text=place, label="GPE")
    yield replace(name, start=middle + 2, text=person)


def _behind_title(words: str) -> int:
    """Where a person's name begins behind a title in the middle of a longer one; 0 where there is none."""
    parts = list(WORD.finditer(words))
    folded = [fold(part.group()) for part in parts]
    if len(parts) < 3 or set(folded) & (WORDS.bodies | WORDS.outlets):
        return 0
    inner = [at for at, word in enumerate(folded[:-1]) if at and word in POSTS - WORDS.given]
    after = folded[inner[-1] + 1 :] if inner else []
    if (
        after
        and folded[0] not in WORDS.given
        and after[0] not in WORDS.particles
        and parts[-len(after)].group()[0].isupper()
    ):
        return parts[-len(after)].start()
    east = next((at for at, word in enumerate(folded[:-2]) if word in COMPASS), None)
    return parts[east + 1].start() if east and folded[east + 1] in WORDS.given else 0


def _before_title(words: str) -> str:
    """What stands before the first title of a name ("Ohio" of "Ohio Judge"); empty where it begins with one."""
    first = next((w.start() for w in WORD.finditer(words) if fold(w.group()) in POSTS), 0)
    return words[:first].strip()


POSTS = (WORDS.titles | WORDS.persons) - frozenset(
    ["field", "air", "wing", "flight", "squadron", "first", "second", "master", "staff", "foreign", "interior"]
)
COMPASS = frozenset(("east", "west", "north", "south", "africa", "asia", "europe", "america", "affairs"))


def _bordered(text: str, name: Name, proper: frozenset[int]) -> Name:
    """A name that the model gave without the words that belong to it, or with some that do not."""
    if name.hit is not None or name.label not in ("PERSON", "ORG", "NORP"):
        return name
    start, end = name.start, name.end
    if (tail := TAIL.search(text, start, end)) is not None and tail.start() > start:
        end = tail.start()
    words = _folded(text, start, end)
    if name.label == "PERSON" or words[0] in WORDS.given:
        start, end = _grown(text, start, end, proper)
    return name if (start, end) == (name.start, name.end) else replace(name, start=start, end=end, text=text[start:end])


def _grown(text: str, start: int, end: int, proper: frozenset[int]) -> tuple[int, int]:
    """A person's name with the given names before it and the family names behind it."""
    line = text.rfind("\n", 0, start) + 1
    run = next((r for r in RUN.finditer(text, max(line, start - 80)) if r.end() > start), None)
    if run is None or run.start() > start or run.end() < end or run.group().isupper():
        return start, end
    for word in reversed(_words(text, run.start(), start)):
        folded = fold(word.group())
        if word.group().endswith(("'s", "’s")):
            break
        given = folded in WORDS.given or folded in WORDS.particles
        if folded in WORDS.titles or not (given or (word.start() in proper and folded not in NO_NAME | WORDS.openers)):
            break
        start = word.start() if word.group()[0].isupper() else start
    after = _folded(text, end, run.end())
    if after and text[end] == " " and not set(after) & NO_NAME and text[end - 2 : end] not in ("'s", "’s"):
        end = _bare(text, run.end())
    return start, end


def _bare(text: str, end: int) -> int:
    """The end without a possessive."""
    return end - 2 if text[:end].endswith(("'s", "’s")) else end - 1 if text[end - 1] in "'’" else end


def _relabelled(text: str, name: Name) -> Name:
    """A name with the label that its own words and those around it speak for."""
    words = _folded(text, name.start, name.end)
    if name.hit is not None or (name.text.isupper() and not (name.label == "ORG" and words[0] in WORDS.given)):
        return name
    if name.label == "ORG" and words[0] in SITES_FIRST and len(words) > 1:
        return replace(name, label="FAC")
    if name.label == "ORG" and len(words) == 2 and words[0] in WORDS.strong_titles and words[1] not in NO_NAME | FIRMS:
        return replace(name, label="PERSON")
    if name.label == "ORG" and len(words) == 1 and is_titled(text, name.start) and words[0] not in NO_NAME:
        return replace(name, label="PERSON")
    if len(words) == 1 and name.label == "ORG" and words[0] in WORDS.lone:
        return replace(name, label="PERSON")
    if len(words) == 1 and words[0] in WORDS.peoples:
        return replace(name, label="NORP")
    if name.label in ("PERSON", "LOC") and introduced(text, name.start) is not None:
        return replace(name, label="ORG")
    if name.label == "PERSON":
        body = is_body(words) or (words[0] not in WORDS.given and described_as(text, name.end) == "body")
        return replace(name, label="ORG") if body else name
    if name.label in ("ORG", "NORP"):
        person = may_be_person(text, name.start, name.end, words)
        firm = words[0] in WORDS.placelike or "_".join(words) in WORDS.firms
        called = is_called_so(words) and not firm
        sure = person and (called or (name.label == "ORG" and is_among_persons(text, name.start, name.end)))
        return replace(name, label="PERSON") if sure else name
    if name.label in ("GPE", "LOC", "FAC") and len(words) > 1 and words[0] in WORDS.given:
        person = may_be_person(text, name.start, name.end, words) and is_among_persons(text, name.start, name.end)
        return replace(name, label="PERSON") if person else name
    return name


SITES_FIRST = frozenset(("camp", "fort", "port", "mount", "lake", "cape", "checkpoint", "hotel"))
FIRMS = frozenset(("electric", "motors", "dynamics", "mills", "atomics", "pepper", "martens", "assembly"))
"""What stands behind "General" and "Dr" in names of firms."""


Found = tuple[int, int, str]


def _bodies(text: str) -> Iterator[Found]:
    """Bodies that the model missed or saw in part: runs of capitals that end, or begin, with a body's word."""
    for start, end in _runs(text):
        words = _words(text, start, end)
        while words and (
            fold(words[0].group()) in WORDS.openers or (len(words) > 2 and fold(words[0].group()) in DAYS)
        ):
            words = words[1:]
        folded = [fold(w.group()) for w in words]
        if not 1 < len(words) <= MOST or not set(folded) & STARTS_AND_ENDS:
            continue
        last = max((at for at, word in enumerate(folded) if word in WORDS.bodies or word in WORDS.outlets), default=0)
        if is_body(folded):
            last = max(last, _owner(words) or len(words) - 1)
        if last > 0 and words[0].group()[0].isupper() and folded[-1] not in WORDS.sites:
            yield words[0].start(), _bare(text, words[last].end()), "ORG"


def _owner(words: Sequence[re.Match[str]]) -> int | None:
    """Place of the word that owns what follows ("Radio Hindukush's Jane Roe"); None where none does."""
    return next((at for at, word in enumerate(words) if word.group().endswith(("'s", "’s"))), None)


DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"])
STARTS_AND_ENDS = WORDS.bodies | WORDS.outlets | WORDS.group_starts | WORDS.body_starts | WORDS.outlet_starts


def _persons(text: str) -> Iterator[Found]:
    """Persons that the model missed: runs of capitals with a given name first, or among words for persons."""
    for start, end in _runs(text):
        words = _words(text, start, end)
        while words and fold(words[0].group()) in (WORDS.openers | WORDS.titles):
            words = words[1:]
        if len(words) < 2:
            continue
        first, last = words[0].start(), _bare(text, words[-1].end())
        folded = [fold(w.group()) for w in words]
        if not may_be_person(text, first, last, folded) or set(folded) & WORDS.titles:
            continue
        given = folded[0] in WORDS.given or (len(folded) > 2 and folded[1] in WORDS.given)
        if given or is_among_persons(text, first, last):
            yield first, last, "PERSON"
    for match in ALIAS.finditer(text):
        if (name := RUN.match(text, match.end())) is not None:
            yield name.start(), _bare(text, name.end()), "PERSON"


ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
"""The end of a sentence, which a title in capitals does not have."""


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals, but for lines that are in capitals or have them on most words, as titles do."""
    at = 0
    for line in text.split("\n"):
        words: list[str] = re.findall(r"[^\W\d_]{4,}", line)
        capitals = sum(w[0].isupper() for w in words)
        titled = len(words) > 4 and capitals > 0.7 * len(words) and not ENDED.search(line)
        if line and not line.isupper() and not titled:
            for run in RUN.finditer(line):
                yield at + run.start(), at + run.end()
        at += len(line) + 1


def _absorb(text: str, names: Sequence[Name], found: Sequence[Found]) -> list[Name]:
    """The names with those found; a found one takes the place of what lies inside it and has no entry of its own."""
    kept = list(names)
    for start, end, label in found:
        over = [n for n in kept if n.start < end and start < n.end]
        if any(n.start < start or n.end > end or (n.start, n.end) == (start, end) for n in over):
            continue
        hits = [n.hit for n in over if n.hit is not None]
        if label == "PERSON" and (hits or any(n.label in ("GPE", "LOC", "FAC") for n in over)):
            continue
        if any(h.form.sort in ("actor", "acronym", "seat") and not _is_cut(text, h) for h in hits):
            continue
        rest = text[max((n.end for n in over if n.hit is not None), default=start) : end].split()
        if hits and len(rest) < 2:
            continue  # "Afghan Army": described, by its state
        within = max(hits, key=lambda h: h.end - h.start, default=None)
        if within is not None and within.start == start and (owned := OWNED.match(text, within.end, end)) is not None:
            start = owned.end()
        kept = [n for n in kept if n not in over]
        kept.append(Name(start=start, end=end, text=text[start:end], label=label, hit=None, within=within))
    return sorted(kept, key=lambda n: n.start)


OWNED = re.compile(r"[’']s? ")


def _is_cut(text: str, hit: Hit) -> bool:
    """Whether an entry ends where the text's name goes on: "The National" in "The National Movement"."""
    return (
        text[hit.start : hit.start + 4] == "The " and text[hit.end : hit.end + 1] == " " and text[hit.end + 1].isupper()
    )


def _of_persons(names: Sequence[Name]) -> list[Name]:
    """The names, where what a person is "of" is no other person: "Mohira Yuldasheva of Ezgu Niyat"."""
    found = list(names[:1])
    for before, name in pairwise(names):
        both = before.label == name.label == "PERSON" and " " in before.text and name.hit is None
        apart = name.start - before.end == len(" of ")
        given = is_called_so(fold(name.text).split())
        found.append(replace(name, label="ORG") if both and apart and not given else name)
    return found


def _agreed(names: Sequence[Name]) -> list[Name]:
    """The names, one label for one name of several words: a person's where it is one anywhere by its own words."""
    names = _of_persons(names)
    persons = {n.text for n in names if n.label == "PERSON" and n.hit is None and " " in n.text}
    families = {text.rsplit(None, 1)[-1] for text in persons}
    doubted = {n.text for n in names if n.label == "ORG" and n.hit is None and " " in n.text}
    sure = {
        t
        for t in doubted
        if (t in persons and is_called_so(fold(t).split()))
        or (t.rsplit(None, 1)[-1] in families and not set(fold(t).split()) & NO_NAME and t.istitle())
    }
    return [replace(n, label="PERSON") if n.text in sure and n.hit is None else n for n in names]
