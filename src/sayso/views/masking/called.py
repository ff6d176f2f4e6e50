"""Names that words of naming bring in: "a woman named Solange", "who calls himself Abu Tir", "nicknamed 'the Doctor'".

What the words say of the name is surer than the name itself: one that a map has for a town, or a table for a
language, is a person's where "a man known as" stands before it. Somebody must be called so: "a ship named Solange",
"a militia calling itself Black Swan" name no person. Known mistakes: a person told by a word that no list has ("a
regular named Oskar"), or with a thing between ("a woman from the port named Solange"), is not looked at here.
"""

import re
from collections.abc import Iterator

from sayso.lexicon.name_words import load_name_words
from sayso.model import Reading
from sayso.stages.link.wordlists import PERSONS, listed
from sayso.stages.normalise.names.calling import NO_NAME
from sayso.stages.normalise.names.naming import RUN
from sayso.views.masking.unmarked import NOBODY

WORDS = load_name_words()
SOMEBODY = (
    WORDS.persons
    | WORDS.kin
    | PERSONS
    | listed(
        "somebody someone one guy lad fellow person individual acquaintance middleman caller stranger passenger inmate "
        "captive prisoner recruit recruiter broker agent handler contact figure villager deserter trainee patient "
        "client go-between fixer facilitator cook chef baker barber clerk him her he she who whom"
    )
) - listed("forces troops family families")
"""Words for a single person, of whom a name can be told."""
MARK = r"[\"“‘'«*_]*"
NAME = rf"{MARK}(?=[^\W\d_])"
KNOWN = r"(?:known|referred to|remembered|addressed|identified|introduced)(?: [a-z]+){0,7}?"
NAMING = re.compile(
    rf"\b(?:(named|nicknamed|dubbed|code-?named|surnamed|{KNOWN} (?:as|by the (?:nick|first |code ?)?name(?: of)?)"
    rf"|(?:by|of|with|using|under) the (?:nick|first |sur|code ?)?name(?: of)?|(?:by|with|under|using) "
    rf"(?:the|his|her|a) (?:call ?sign|alias|pseudonym|nickname|nom de guerre|first name)(?: of)?)|(called)),? {NAME}"
)
"""Behind a word for somebody: "a woman named", "a man whom all know as"; "called" by itself, as it may be the verb."""
OF_ONE = re.compile(
    rf"\b(?:(?:call|nam|styl|introduc|present)(?:s|es|ed|ing)|identif(?:ies|ied|ying)) (?:himself|herself)"
    rf" (?:only |simply )?(?:as |by the (?:nick)?name(?: of)? )?{NAME}"
    rf"|\b(?i:he|she|who|whom)(?: also| only)? (?:goes|went) by (?:the (?:nick|first )?name (?:of )?)?{NAME}"
    rf"|\b(?:call|nickname|dub)(?:s|ed|d)? (?:him|her) (?:only )?{NAME}|\bkn[eo]ws? (?:him|her) (?:only )?as {NAME}"
    rf"|\b(?:they|everybody|everyone|comrades|men|others|all)(?: only)? "
    rf"(?:call(?:s|ed)?|knew|know)(?: only)? (?:as |[\"“‘'«])(?=[A-Z])"
    rf"|\basked to be (?:called|named|identified)(?: only)?(?: as| by (?:his|her) first name)?,? {NAME}"
    rf"|\b(?i:his|her|whose) (?:real |first |given |battle |code |war |nick)?(?:name|nom de guerre|call ?sign"
    rf"|nickname|alias|pseudonym)(?: in \w+| there)?(?: is| was|,|:) {NAME}"
    rf"|\b(?:gave|gives|giving|has given) (?:his|her) (?:\w+ )?name (?:only )?as {NAME}"
)
"""Where the words themselves tell of one person."""
NICKNAME = re.compile(r"(?<=[\"“‘'«])(?:[Tt]he )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}(?=[\"”’'»,.])")
"""What stands in quotation marks, whatever words it is of."""
PASSED = listed(
    "is was has been had are were be being also only better widely locally simply then there once at in on from "
    "of near to with among all everyone everybody by two three four five six"
)
"""Words between somebody and what he is called, besides names."""
MOST = 4
"""Words of the longest name that is taken from here."""


def called_so(text: str) -> Iterator[str]:
    """Names that the text says somebody is called by, with "the" where it is a part of the nickname.

    >>> list(called_so("He met a woman named Madame Solange and a ship called Astrid."))
    ['Solange']
    >>> list(called_so("The man, nicknamed 'the Doctor', has a friend who calls himself Abu Tir."))
    ['the Doctor', 'Abu Tir']
    """
    ends = {m.end() for m in NAMING.finditer(text) if _is_of_somebody(text, m)} | {
        m.end() for m in OF_ONE.finditer(text)
    }
    for at in sorted(ends):
        nickname, run = NICKNAME.match(text, at), RUN.match(text, at)
        name = nickname.group() if nickname is not None else _own(run.group()) if run is not None else ""
        if nickname is None and {word.lower() for word in name.split()} <= NO_NAME:
            continue  # "he was named Minister"
        if name and not {word.lower() for word in name.split()} <= NOBODY:  # "known as Monday": dates would go as well
            yield name


def _is_of_somebody(text: str, match: re.Match[str]) -> bool:
    """Whether a person is called so: the last word before the naming that is no place, preposition or auxiliary."""
    before = re.split(r"[.;:!?\n]", text[max(0, match.start() - 90) : match.start()])[-1]
    words = re.findall(r"[^\s,]+", before)
    while words and (words[-1].lower() in PASSED or words[-1][:1].isupper() or words[-1] in ("who", "whom", "a", "an")):
        if words[-1] in ("who", "whom"):
            return match.group(2) is None or len(words) < 2 or words[-2].lower() in SOMEBODY
        words = words[:-1]
    if not words or not (words[-1].lower().strip("\"“”‘’'") in SOMEBODY or re.search(r"-years?-old$", words[-1])):
        return False
    return match.group(2) is None or _is_named(text, words[:-1], match.end())


ANY = listed("a an another one certain")


def _is_named(text: str, before: list[str], at: int) -> bool:
    """Whether "called" behind somebody tells his name, and is not what he does: "a man called Oskar", "the men called
    Oskar a liar"."""
    run = RUN.match(text, at)
    is_object = run is not None and re.match(
        r"['’]s\b|,? (?:a|an|the|his|her|their|home|for|to|on) ", text[run.end() :]
    )
    return bool(ANY & {word.lower() for word in before[-3:]}) and not is_object


def is_nickname(name: str) -> bool:
    """Whether somebody is called by words that are others' too: they are masked together and with their capitals only.

    >>> is_nickname("the Doctor"), is_nickname("Uncle"), is_nickname("Abu Tir")
    (True, True, False)
    """
    return name[:4].lower() == "the " or {word.lower() for word in name.split()} <= NO_NAME | WORDS.kin


def _own(words: str) -> str:
    """A name without what is no part of it: its title, a possessive's ending, more words than names have."""
    held = words.split()[:MOST]
    while len(held) > 1 and held[0].rstrip(".").lower() in WORDS.titles | {"madame", "monsieur"}:
        held = held[1:]
    return re.sub(r"['’]s$", "", " ".join(held)).rstrip("’'")


def called(reading: Reading) -> Iterator[str]:
    """Names that the read blocks of a document bring in by words of naming."""
    text = reading.document.text
    for block in reading.document.blocks:
        if block.kind != "boilerplate":
            yield from called_so(text[block.start : block.end])
