"""Names that the text treats as persons, whatever the language model took them for.

The model knows few of the world's given names: in one article "Shibu" is a town, his cousin a firm. A text tells by
much else that a name is a person's: an age, "who", a family word, a title, and "he" or "his" of the one whom the
sentence is about. One such sign tells it for all places where the name stands, and for its parts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.stages.normalise.names.calling import NO_NAME, is_among_persons, is_body, is_called_so
from sayso.stages.normalise.names.names import Name

WORDS = load_name_words()
MISTAKEN = ("ORG", "GPE", "LOC", "FAC", "NORP", "")
"""Labels that the model gives persons by mistake; none where it saw no name."""
PLACES = ("GPE", "LOC", "FAC")
SUBJECT = re.compile(r"(?:^|[.!?:;,]\s+|[.!?,]?[\"”’]\s+|\n|\b(?:and|when|as) )$")
"""What stands before a name that a sentence or clause begins with."""
ABOUT = re.compile(
    r"(?: [A-Z][\w’'-]+)? (?:\w+ly )?[a-z][a-z’']+(?: [a-z][\w’'-]*,?){0,9}?"
    r"(?: (?:his|her|himself|herself|he|she)\b|[.?!][\"”’]? (?:He|She)\b)"
)
"""A clause that begins with a name and goes on with the pronoun of a person: "Ned walked past his own house"."""
AT = re.compile(
    r"\b(?:in|at|near|around|outside|toward|towards|via|the"
    r"|(?:city|town|village|port|province|district|region|north|south|east|west|capital|outskirts|tribe) of) $",
    re.IGNORECASE,
)
"""What stands before a place or a thing, and before no person's name."""
DIVINE = frozenset(("god", "allah", "lord"))
SHORTEST = 3
"""Letters of the shortest name that is looked for: "Al" and "El" are parts of names."""
LONE = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]*[a-zà-ÿ][^\W\d_]*(?:[-’'][^\W\d_]+)*")
"""One word with a capital, not in capitals."""
CALLED = re.compile(
    r"\b(?:(?:I|we|he|she|this report|this article)(?:['’]ll| will| shall|['’]ve)?"
    r" (?:\w+ )?(?:call(?:ed)?|name|identify)"
    r"(?: (?:him|her|only))?(?: as| by (?:the|his|her) (?:\w+ )?name)?"
    r"|(?:will|would|to) be (?:called|identified (?:only )?as)) [\"“‘]?$"
)
UNREAL = re.compile(
    r"[\"”’]?(?:,| \(| -| –| —) ?(?:not (?:his|her) (?:real|true|own) name"
    r"|(?:his|her|whose) (?:\w+ )?name (?:has been|was|is) changed|a pseudonym)\b"
)
"""How a text brings in somebody under a name that is not his own: "we will call him Ned", "Ned (not his real name)"."""
ENOUGH = 2
"""Points from which on a name is a person's: two for what only stands beside persons, one for "he" behind it."""


def with_told_persons(text: str, names: Sequence[Name], proper: frozenset[int]) -> list[Name]:
    """The names, those that the text treats as persons with that label, also where the model missed them.

    `proper` are the first code points of proper nouns outside all names.
    """
    persons = set(_told(text, names, proper))
    if not persons:
        return list(names)
    kept = [replace(n, label="PERSON") if _may_be(n) and n.text in persons else n for n in names]
    taken = {at for name in kept for at in range(name.start, name.end)}
    for start in sorted(proper - taken):
        word = LONE.match(text, start)
        if word is not None and word.group() in persons and not _is_word(text, word.group()):
            kept.append(Name(start=start, end=word.end(), text=word.group(), label="PERSON", hit=None))
    return sorted(kept, key=lambda n: n.start)


def _may_be(name: Name) -> bool:
    """Whether a name that the model took for something else may be a person's at all."""
    words = fold(name.text).split()
    own = name.hit is None and name.within is None and name.label in MISTAKEN and not name.text.isupper()
    return own and 0 < len(words) <= 3 and not set(words) & NO_NAME and not is_body(words) and name.text.istitle()


def _told(text: str, names: Sequence[Name], proper: frozenset[int]) -> Iterator[str]:
    """The names of persons among those that may be some."""
    full = [n.text.split() for n in names if n.label == "PERSON" and n.hit is None and _is_sure(text, n)]
    own = {part for parts in full for part in (parts[0], parts[-1])}
    asked = dict.fromkeys(name.text for name in names if _may_be(name))
    for start in proper:
        word = LONE.match(text, start)
        if word is not None and len(word.group()) >= SHORTEST and fold(word.group()) not in LEFT_OUT:
            asked[word.group()] = None
    signs = {name: _signs(text, name) for name in asked}
    found = {name for name, (sure, likely, places) in signs.items() if not places and 2 * sure + likely >= ENOUGH}
    own |= {part for name in found if " " in name for part in (name.split()[0], name.split()[-1])}
    yield from found
    yield from (name for name in asked if name in own - found and not signs[name][2])


LEFT_OUT = NO_NAME | WORDS.openers | DIVINE


def _is_word(text: str, name: str) -> bool:
    """Whether a text has a name in small letters too: "Hope was scarce" beside Hope Roe, where some hope."""
    return re.search(rf"\b{re.escape(name.lower())}\b", text) is not None


def _is_sure(text: str, name: Name) -> bool:
    """Whether a person's name of several words is one by these or by what stands beside it, and not by the model
    alone."""
    several = " " in name.text
    return several and (is_called_so(fold(name.text).split()) or is_among_persons(text, name.start, name.end))


def _signs(text: str, name: str) -> tuple[int, int, int]:
    """How often a text shows a person beside a name, how often "he" follows whom a clause begins with, and how often
    it speaks of a place of that name."""
    sure = likely = places = 0
    for match in re.finditer(rf"\b{re.escape(name)}\b", text):
        start, end = match.span()
        if AT.search(text, max(0, start - 14), start) and not text.startswith(("'s", "’s"), end):
            places += 1
        if (
            is_among_persons(text, start, end)
            or CALLED.search(text, max(0, start - 60), start)
            or UNREAL.match(text, end)
        ):
            sure += 1
        elif SUBJECT.search(text, max(0, start - 6), start) and ABOUT.match(text, end):
            likely += 1
    return sure, likely, places


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether a text says that it calls somebody so."""
    return CALLED.search(text, max(0, start - 60), start) is not None or UNREAL.match(text, end) is not None
