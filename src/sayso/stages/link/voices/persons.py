"""Who a named person is, by what a text says beside the name: an office, a body, a rank, a private person."""

import re
from functools import lru_cache

from sayso.lexicon.folding import fold
from sayso.lexicon.sources import load_source_words
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.describing import SORTS
from sayso.stages.link.wording import first_names

KEPT = 500
"""Names for which is kept what their article tells of them: its claims have the same few one after another."""


def is_office(role: str) -> bool:
    """Whether a trade as written is an office or rank.

    >>> is_office("opposition lawmaker"), is_office("farmer")
    (True, False)
    """
    words = load_source_words()
    return bool({*re.findall(r"\w+", role.lower())} & (words.official | words.military | DEPUTIES))


DEPUTIES = frozenset({"deputy"})
"""Offices that stand for their holder by themselves in "the division's deputy for culture"."""


OFFICES = (
    "spokesman", "spokeswoman", "spokesperson", "press secretary", "head", "chief", "director", "chairman", "commander",
)  # fmt: skip


SPOKESMAN = f"(?:{'|'.join(OFFICES)})"


@lru_cache(maxsize=KEPT)
def speaks_for(name: str, text: str) -> str | None:
    """The body that a named person is said to speak for or to lead, wherever the text says it.

    >>> speaks_for("Ann Lee", "Ann Lee, a spokeswoman for the coast guard, denied it.")
    'coast guard'
    >>> speaks_for("Ann Lee", "Coast Guard spokeswoman Ann Lee denied it.")
    'Coast Guard'
    """
    who, found = re.escape(name), None  # an expression for each name is dear, and mostly in vain
    if f"{name}, " in text:
        found = re.search(
            rf"{who}, (?:(?:an?|the|its)\s+)?(?:\w+\s+)?{SPOKESMAN} (?:for|of|at) ([^,.;\n]{{3,60}})", text
        ) or re.search(rf"{who}, who (?:heads|leads|runs|chairs|directs) ([^,.;\n]{{3,60}})", text)
    if found is None and any(f"{office} {name}" in text for office in OFFICES):
        found = re.search(rf"((?:[A-Z][\w'’-]*\s+)(?:[\w'’-]+\s+){{0,3}}){SPOKESMAN} {who}", text)
    if found is None and f", {name}" in text:
        found = re.search(rf"\b{SPOKESMAN} (?:for|of) ([^,.;\n]{{3,60}}), {who}\b", text)
    if found is None and "read" in text and READ_OUT.search(text):
        found = re.search(rf"\b{who}\b[^.;\n]{{0,80}}{READ_OUT.pattern} (?:of|by) ([^,.;\n]{{3,60}})", text)
    return re.sub(r"^(?:the|an?) ", "", found.group(1).strip()) if found else None


def heads(name: str, text: str) -> str | None:
    """The body that a person heads or speaks for, as `speaks_for` tells it; also by a line of its own below the name,
    and in full where the text has "the association" for it.

    >>> heads("Ann Lee", "Five questions to Ann Lee\\n\\nThe head of Divers' Voice on fear")
    "Divers' Voice"
    >>> heads("Ann Lee", "Divers' Voice, a young association, spoke up. Ann Lee, who heads the association, said no.")
    "Divers' Voice"
    """
    if name not in text:
        return None
    body = speaks_for(name, text) or _presides(name, text)
    if body is None and f"{name}\n" not in text:
        return None  # an expression for each name is dear
    if body is None:
        below = re.search(rf"{re.escape(name)}\n+(?:The |An? )?{SPOKESMAN} (?:of|for) (?:the )?({PROPER})", text)
        return below.group(1) if below else None
    if " " in body or not body.islower():
        return body
    beside = re.search(rf"({PROPER}), an? (?:[\w-]+ ){{0,3}}{re.escape(body)}\b", text)
    return beside.group(1) if beside else body


def _presides(name: str, text: str) -> str | None:
    if f"{name}, " not in text:
        return None
    found = re.search(rf"{re.escape(name)}, (?:the )?(?:president|chair\w*) of (?:the )?({PROPER})", text)
    return found.group(1) if found and not named_nations(found.group(1).split(" of ")[0]) else None


PROPER = r"[A-Z][\w’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w’'-]*)*"
"""A body's name: words with a capital, and small ones between them."""


def spelt_out(short: str, text: str) -> str:
    """A body's full name, where the article gives its initials in brackets behind it; else the initials.

    >>> spelt_out("NCG", "Norway's coast guard (NCG) denied it. NCG spokesman Jan Lie said so.")
    "Norway's coast guard"
    """
    name = r"[A-Z][\w-]*(?:['’]s)?(?:\s+[\w'’-]+){1,6}?"
    found = re.search(rf"({name})\s+\({re.escape(short.strip())}\)", text)
    return found.group(1) if found else short


@lru_cache(maxsize=KEPT)
def whose(noun: str, text: str) -> str | None:
    """A body in full of which an article has only the noun somewhere; None where it names none.

    >>> whose("ministry", "Norway's foreign ministry said no. The spokesman of the ministry, Ann Lee, said why.")
    "Norway's foreign ministry"
    """
    found = re.search(rf"[A-Z][\w-]*(?:['’]s)?\s+(?:[\w-]+\s+){{0,2}}{re.escape(noun)}\b", text)
    return found.group() if found else None


def of_whom(name: str, text: str) -> str:
    """An office with the body that it is of in full, where the article names it somewhere.

    >>> of_whom("secretary to the ministry", "Norway's foreign ministry opened. The secretary to the ministry spoke.")
    "secretary to the Norway's foreign ministry"
    """
    found = re.fullmatch(r"(.* (?:of|to|for|at|in) the )(ministry|department|bureau|agency|office|army|service)", name)
    body = whose(found.group(2), text) if found else None
    return f"{found.group(1)}{body}" if found and body else name


READ_OUT = re.compile(r"\bread(?:ing)? (?:out )?from (?:an?|the|its) \w+")
"""Who reads a paper out speaks for the body whose paper it is."""


@lru_cache(maxsize=KEPT)
def introduced(name: str, text: str) -> str:
    """The words by which a text says who a named person is, before or behind the name; empty when there are none.

    >>> introduced("Ann Lee", "The envoy for the islands, Ann Lee, said so.")
    'The envoy for the islands'
    >>> introduced("Ann Leeds", "Ann Leeds has plants. “No,” said Leeds, an opposition lawmaker.")
    'an opposition lawmaker'
    """
    if f"spokesman {name}" in text or f"spokeswoman {name}" in text or f"spokesperson {name}" in text:
        found = re.search(rf"((?:[\w’'-]+ ){{1,3}}spokes(?:man|woman|person)) {re.escape(name)}\b", text)
        if found is not None:
            return found.group(1)
    for known in (name, _surname(name, text)):
        if not known or (f"{known}, " not in text and f", {known}," not in text):
            continue
        for found in (_told_behind(known, text), _told_ahead(known, text)):
            if found is not None and is_office(found.group(1)):
                return f"{found.group(1).strip()} {_told_as_what_he_was(name, text)}".strip()
    return _told_as_what_he_was(name, text)


def _told_as_what_he_was(name: str, text: str) -> str:
    """The office by which a sentence says who somebody is.

    >>> _told_as_what_he_was("Ann Lee", "The other, Ann Lee, was the last deputy chief of the harbour staff. She left.")
    'deputy chief of the harbour staff'
    """
    at = text.find(name) if name else -1
    while at >= 0:
        found = WAS.match(text, at + len(name))
        if found is not None and is_office(found.group(1)):
            return found.group(1)
        at = text.find(name, at + 1)
    return ""


WAS = re.compile(
    r",? (?:is|was|had been) (?:the|an?)(?: (?:last|first|then|former|late))* ((?:[\w’'-]+ ){0,4}?"
    r"(?:of|for) (?:the )?[^,.;:“”\"\n]{3,50})[,.;]"
)
"""An office of a body, as what somebody is or was."""


def _surname(name: str, text: str) -> str:
    """The last word of a person's name, where a text never has it behind another first name; else empty."""
    first, _, last = name.rpartition(" ")
    if not first or len(last) < SHORTEST or last not in text:
        return ""
    return last if set(first_names(last, text)) <= {*first.split(), *NO_FIRST_NAMES} else ""


SHORTEST = 4
"""Letters of a surname that is looked for by itself."""
NO_FIRST_NAMES = (
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "General",
    "Colonel",
    "Captain",
    "Minister",
    "President",
    "When",
    "But",
    "And",
)


def _told_behind(name: str, text: str) -> re.Match[str] | None:
    """Who it is, behind the first place where a name has that behind it; a long text is not searched for each name."""
    at = text.find(f"{name}, ")
    while at >= 0:
        found = BEHIND.match(text, at + len(name)) if WORD_ENDS.match(text, at) else None
        if found is not None:
            return found
        at = text.find(f"{name}, ", at + 1)
    return None


def _told_ahead(name: str, text: str) -> re.Match[str] | None:
    """The same ahead of it."""
    at = text.find(f", {name},")
    while at >= 0:
        start = max(0, at - LONGEST - 1)
        while start and text[start].isspace():
            start -= 1
        if (found := AHEAD.search(text, start, at)) is not None:
            return found
        at = text.find(f", {name},", at + 1)
    return None


WORD_ENDS = re.compile(r"\b")
LONGEST = 70
"""Code points of what tells who somebody is."""
BEHIND = re.compile(rf", ((?:an?|the|its|their)\s+[^,.;:“”\"\n]{{3,{LONGEST}}})")
AHEAD = re.compile(rf"(?:^|[,.;:“”\"\n]\s*)([^,.;:“”\"\n]{{3,{LONGEST}}})\Z")


@lru_cache(maxsize=KEPT)
def private_sort(name: str, text: str) -> str:
    """The sort of a named person who is told of as a private one: kin, recruit, or `local` where only an age or a trade
    is told; empty where nothing is.

    >>> text = "His mother, Ann Lee, wept. Bob Roe, 24, came home. Eve Poe spoke."
    >>> [private_sort(name, text) for name in ("Ann Lee", "Bob Roe", "Eve Poe")]
    ['kin', 'local', '']
    """
    surname, found = name.split()[-1] if name.split() else "", ""
    at = text.find(surname) if surname and name in text else -1
    while at >= 0 and found != "kin":
        before, behind = (
            text[max(0, at - ASIDE) : at].removesuffix(name[: -len(surname)]),
            text[at + len(surname) :][:ASIDE],
        )
        for sort, (ahead, after) in TOLD_AS.items():
            if ahead.search(before) or after.match(behind):
                found = sort
                break
        else:
            found = found or ("local" if AGED_ASIDE.match(behind) else "")
        at = text.find(surname, at + 1)
    return found


ASIDE = 80
"""Code points beside a name in which it is told who that is."""


AGED_ASIDE = re.compile(r"(?:, (?:aged )?\d{2},| \(\d{2}\))")


TOLD_AS = {
    sort: (
        re.compile(rf"\b(?:{'|'.join(sorted(SORTS[sort]))})(?: of [^.,;\n]{{2,40}})?,? $"),
        re.compile(
            rf", (?:(?:an?|the|his|her|their)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(sorted(SORTS[sort]))})\b"
            + (
                r"|[’']s? (?:late |only |eldest |younger |elder )?(?:son|daughter|husband|wife|brother)\b"
                * (sort == "kin")
            )
        ),
    )
    for sort in ("kin", "recruit")
}
"""Sort -> what stands before and behind the name of a private person who is told as one."""


TITLES = re.compile(
    r"^(?:(?:former|ex|retired|then|acting|us|u\.s\.|uk)[ -]+)*(?:president|prime|minister|gen|general|maj|major|col|colonel|lt|lieutenant|capt|"  # noqa: E501
    r"captain|mr|mrs|ms|dr|rep|sen|senator|representative|ambassador|commander|sir|lord)\b\.?\s+",
    re.IGNORECASE,
)


@lru_cache(maxsize=100_000)
def person_key(name: str) -> str:
    """A person's name without title and case, by which two documents' namings meet.

    >>> person_key("Gen. Abdul Raof Arghandiwal") == person_key("Abdul Raof Arghandiwal")
    True
    """
    before = None
    while before != name:
        before, name = name, TITLES.sub("", name.strip())
    return re.sub(r"[^\w]+", " ", fold(name)).strip()
