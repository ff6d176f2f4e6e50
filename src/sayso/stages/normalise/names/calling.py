"""What a name's own words and the words around it say of it: a person's or a body's."""

import re
from collections.abc import Sequence
from typing import Literal

from sayso.lexicon.folding import fold
from sayso.lexicon.heads import load_heads
from sayso.lexicon.name_words import load_name_words
from sayso.model import EntityKind

WORDS = load_name_words()
AGE = re.compile(r", (?:aged )?\d{2}(?:[,.;)]|$| ?years)")
WHOSE = re.compile(r"[’']s? (?:late |elder |older |younger |own )*([a-z]+)")
OWN = re.compile(r" [a-z]+ (?:his|her) (?:own )?[a-z]+")
"""What only a person does: "Rehana Parvin keeps her son's letters"."""
AS = re.compile(r", (?:who|whose)\b")
ALIAS = re.compile(
    r"(?:\b(?:known|identified)(?: \w+){0,2} (?:as|by (?:the|his|her) (?:\w+ )?name)|\balias|"
    r"\ba\.?k\.?a\.?|\bnicknamed|\bdubbed|\bgoes by(?: the name(?: of)?)?|"
    r"\bnom de guerre|\bcalled himself|\bcalls himself)[,:]? [\"“‘']?(?=[A-Z])"
)
MOST = 6
"""Words of the longest name that is looked for here."""


NO_NAME = WORDS.bodies | WORDS.outlets | WORDS.sites | ((WORDS.titles | WORDS.persons) - WORDS.given)
"""Words that no person is called by."""


def introduced(text: str, start: int) -> EntityKind | None:
    """What the word before a name calls it, where that is a body: "the magazine Diwan", "a firm called Rubezh"."""
    match = CALLED.search(text, max(0, start - 40), start)
    word = match.group(1) if match is not None else ""
    if word in WORDS.outlet_heads:
        return "outlet"
    kind = HEADS.get(word)
    if kind not in BODIES or (match is not None and not match.group(2) and word not in PLAIN):
        return None
    return KINDS[kind]


KINDS: dict[str, EntityKind] = {
    "organisation": "organisation", "government": "government", "force": "force", "group": "group",
}  # fmt: skip
CALLED = re.compile(r"\b([a-z]+)( called| named)? [\"“‘']?$")
PLAIN = frozenset(
    (
        "group",
        "militia",
        "company",
        "firm",
        "contractor",
        "charity",
        "organisation",
        "organization",
        "movement",
        "faction",
        "gang",
    )
)
"""Words for bodies that stand right before their names; others do so in phrases of another kind ("police", "party")."""


def is_body(words: Sequence[str]) -> bool:
    """Whether a name of several words is a body's by its first or last word."""
    if len(words) < 2:
        return False
    if words[0] in WORDS.group_starts or words[0] in WORDS.body_starts or words[0] in WORDS.outlet_starts:
        return True
    if words[0] in WORDS.given and len(words) == 2:
        return words[-1] in WORDS.bodies
    return (
        words[-1] in WORDS.bodies
        or words[-1] in WORDS.outlets
        or (words[0] == "la" and words[1] in WORDS.outlet_starts)
    )


def is_called_so(words: Sequence[str]) -> bool:
    """Whether a name has a given name or the end of a family name."""
    own = [word for word in words if word not in WORDS.titles]
    if len(own) < 2:
        return False
    first = own[0] in WORDS.given or (own[0].endswith(WORDS.given_ends) and len(own[0]) > 6)
    return first or (len(own) > 2 and own[1] in WORDS.given) or own[-1].endswith(ENDS)


ENDS = (*(end for end in WORDS.family_ends if len(end) > 2), "ov", "ev")


def may_be_person(text: str, start: int, end: int, words: Sequence[str]) -> bool:
    """Whether nothing in a name or right beside it speaks for a body."""
    if not 1 < len(words) <= MOST or set(words) & (WORDS.bodies | WORDS.outlets) or is_body(words):
        return False
    if words[-1] in WORDS.sites:
        return False
    if not all(w[0].isalpha() or w[0] in "'’" for w in text[start:end].split()) or "&" in text[start:end]:
        return False
    if any(w.islower() and fold(w) not in WORDS.particles for w in text[start:end].split()):
        return False
    if text[max(0, start - 4) : start].lower().endswith("the ") and words[0] not in WORDS.titles:
        return False
    behind = re.compile(r" ([a-z]+)").match(text, end)
    return behind is None or HEADS.get(behind.group(1)) not in BODIES


HEADS = load_heads().kinds
BODIES = frozenset(("organisation", "government", "force", "group"))


def is_among_persons(text: str, start: int, end: int) -> bool:
    """Whether the words around a name show a person: an age, "who", a family word, or a description beside it."""
    if AGE.match(text, end) or AS.match(text, end):
        return True
    if OWN.match(text, end):
        return True
    whose = WHOSE.match(text, end)
    if whose is not None and text[end : end + 1] in "'’" and whose.group(1) in WORDS.kin:
        return True
    before = BEFORE.search(text, max(0, start - 40), start)
    if before is not None and (before.group(1) in WORDS.persons - WORDS.attributive or before.group(1) in WORDS.kin):
        return True
    if any(match.end() == start for match in ALIAS.finditer(text, max(0, start - 60), start + 1)):
        return True
    return is_titled(text, start) or described_as(text, end) == "person"


def is_titled(text: str, start: int) -> bool:
    """Whether a title that stands before a family name alone is right before a name: "General Zurmati"."""
    before = text[max(0, start - 20) : start].split(" ")
    return len(before) > 1 and not before[-1] and fold(before[-2]) in WORDS.strong_titles and before[-2][:1].isupper()


BEFORE = re.compile(r"\b([a-z][a-z-]+),? $")
APPOSED = re.compile(r", (?:a|an|the|his|her|their|one of) ((?:[\w’'-]+ ?){1,6})")


def described_as(text: str, end: int) -> Literal["person", "body"] | None:
    """What the description behind a name is of: ", a former captain of", ", a staffing firm in"; None for neither."""
    match = APPOSED.match(text, end)
    found: Literal["person", "body"] | None = None
    for word in match.group(1).split() if match is not None else ():
        if word in ("of", "who", "which", "that", "whose", "in", "at", "from", "and", "for", "is", "was", "has"):
            break
        if word.lower() in WORDS.persons:
            found = "person"
        elif HEADS.get(word.lower()) in BODIES:
            found = "body"
    return found
