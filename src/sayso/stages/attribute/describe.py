"""What the words of a source say about it: what sort it is, how many, of what office, of which country."""

import re

from sayso.lexicon.sources import load_source_words
from sayso.model import SourceKind
from sayso.model._record import record
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.kinds import kind_of, known_outlet
from sayso.stages.attribute.names import Phrase, demonyms, governments, head_of, phrase_of, tokens_of

NUMBERS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
} | {"both": 2, "twenty": 20}
FORMER = re.compile(r"\b(?:former(?:ly)?|ex|retired|one-?time|erstwhile|disgraced|ousted|outgoing)\b", re.IGNORECASE)
CURRENT = re.compile(r"\b(?:current|acting|serving|incumbent|sitting|active-duty)\b", re.IGNORECASE)
SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves", "we", "us", "our"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
FIRST = frozenset({"i", "me", "my", "we", "us", "our", "myself"})
PRONOUNS = SINGULAR | PLURAL | RELATIVE | FIRST | {"it", "its", "you", "your", "one", "this", "these", "those"}
NO_ROLE: frozenset[SourceKind] = frozenset(
    {"outlet", "document", "named_organisation", "public", "unknown", "passive", "article"}
)
NO_COUNT: frozenset[SourceKind] = frozenset({"named_person", "named_organisation", "outlet", "document"})
NOT_IN_ROLE = frozenset({"former", "retired", "ex", "unnamed", "several", "various"})
SHORT_FORMS = {"US": "US", "U.S.": "US", "UK": "GB", "U.K.": "GB", "UAE": "AE", "DRC": "CD"}
"""Countries whose short forms stand before nouns like adjectives."""


LEADS_ON = re.compile(r"(?:\s+(?:and|or|but|of|for|to|in|at|by|from|with|on|that|which|who))+$", re.IGNORECASE)


@record
class Description:
    """What can be told from the source's own words."""

    name: str
    kind: SourceKind
    head: str
    """Lemma of the main word."""
    at: Range | None = None
    """Where the name itself stands; None when there is none."""
    is_pronoun: bool = False
    is_name: bool = False
    """Whether it names somebody, rather than describes."""
    count: int | None = None
    role: str | None = None
    organisation: str | None = None
    nationality: str | None = None
    former: bool | None = None


def describe(text: str, grammar: Grammar, span: Range) -> Description:
    """Sort, number, office, employer and nationality, as far as the words themselves tell."""
    phrase = phrase_of(text, grammar, span)
    written = " ".join(text[span[0] : span[1]].split())
    if phrase.first == phrase.last and grammar.words[phrase.head] in PRONOUNS:
        return Description(name=written, kind="unknown", head=grammar.words[phrase.head], is_pronoun=True)
    count = _count(grammar, phrase)
    kind = kind_of(grammar, phrase, written, count)
    name = phrase.name or (known_outlet(text, grammar, phrase.core) if kind == "outlet" else None)
    named = name is not None and kind in ("named_person", "named_organisation", "outlet")
    return Description(
        name=name if named and name else _short(written),
        kind=kind,
        head=grammar.lemmas[phrase.head].removeprefix("ex-"),
        at=_place_of(text, span, name) if named and name else None,
        is_name=named,
        count=None if kind in NO_COUNT else count,
        role=None if kind in NO_ROLE else _role(text, grammar, phrase),
        organisation=_organisation(text, grammar, phrase),
        nationality=nationality_of(written),
        former=True if FORMER.search(written) else False if CURRENT.search(written) else None,
    )


def _place_of(text: str, span: Range, name: str) -> Range | None:
    start = text.find(name, span[0], span[1])
    return (start, start + len(name)) if start >= 0 else None


def _short(written: str) -> str:
    """A description without what a comma sets off, an opening article, and a word at its end that led on to what was
    cut off."""
    short = re.sub(r"^(?:(?:only|even|just)\s+)?(?:the|a|an)\s+(?=\S)", "", written.split(", ")[0], flags=re.IGNORECASE)
    return LEADS_ON.sub("", short) or written


def _count(grammar: Grammar, phrase: Phrase) -> int | None:
    """How many persons: a number before the noun."""
    for token in range(phrase.first, phrase.head + 1):
        word = grammar.words[token]
        if grammar.tags[token] == "CD" or word == "both":
            number = NUMBERS.get(word) or (int(word) if word.isdecimal() and len(word) < 4 else None)
            if number and number > 1:
                return number
    return None


def _role(text: str, grammar: Grammar, phrase: Phrase) -> str | None:
    """Office or trade as written: before a name, in an apposition, or the description itself."""
    words = load_source_words()
    trades = words.official | words.military | words.person | words.recruit | words.witness | words.local
    for token in range(phrase.first, phrase.last + 1):
        if grammar.lemmas[token].removeprefix("ex-") in trades:
            first, last = _compound(grammar, token, phrase)
            return " ".join(text[grammar.starts[first] : grammar.ends[last]].split())
    return None


def _compound(grammar: Grammar, token: int, phrase: Phrase) -> tuple[int, int]:
    """A noun with the nouns and adjectives that make one office with it: `special envoy`, `police official`."""
    first = last = token
    while first > phrase.first and _belongs_to_role(grammar, first - 1):
        first -= 1
    while first < token and grammar.tags[first] == "HYPH":
        first += 1
    while last < phrase.last and grammar.tags[last + 1] in ("NN", "NNS") and grammar.words[last + 1].isalpha():
        last += 1
    return first, last


def _belongs_to_role(grammar: Grammar, token: int) -> bool:
    word = grammar.words[token]
    joined = grammar.tags[token] in ("NN", "NNP", "JJ", "NNS", "HYPH")
    return joined and word not in NOT_IN_ROLE and word not in demonyms()


def _organisation(text: str, grammar: Grammar, phrase: Phrase) -> str | None:
    """An organisation named inside the phrase, before any verb, that is not the source itself."""
    token = phrase.first
    while token <= phrase.last and not grammar.tags[token].startswith("V"):
        end = token
        while end <= phrase.last and grammar.entities[end] == "ORG":
            end += 1
        if end > token:
            found = " ".join(text[grammar.starts[token] : grammar.ends[end - 1]].split())
            found = re.sub(r"^the\s+|['’]s?$", "", found, flags=re.IGNORECASE).strip()
            if found and (phrase.name is None or found.lower() not in phrase.name.lower()):
                return found
        token = end + 1
    return None


FASTENED = tuple(f"-{word}" for word in ("backed", "led", "trained", "held", "run", "based", "controlled", "funded"))
"""What is fastened to a nation that is another's."""


def nationality_of(written: str) -> str | None:
    """ISO code of the first demonym; of a country as owner, or after "of", "in", "from".

    >>> nationality_of("a former Afghan general"), nationality_of("Kenya’s president"), nationality_of("a general")
    ('AF', 'KE', None)
    """
    words = list(re.finditer(r"[A-Z][\w.]*", written))
    for number, match in enumerate(words):
        if written.startswith(FASTENED, match.end()) or written.endswith("under ", 0, match.start()):
            continue  # "Turkish-backed fighters", "under Turkish control": no Turks
        pair = f"{match.group()} {words[number + 1].group()}" if number + 1 < len(words) else ""
        for form in (pair, match.group(), match.group().rstrip(".")):
            if form.lower() in demonyms() or form in SHORT_FORMS:
                return demonyms().get(form.lower()) or SHORT_FORMS[form]
            owner = written.startswith(("’s", "'s", "’ ", "' "), match.start() + len(form))
            place = re.search(r"\b(?:of|in|from)\s+$", written[: match.start()])
            if form.lower() in governments() and (owner or place):
                return governments()[form.lower()]
    return None


__all__ = ["FIRST", "PLURAL", "RELATIVE", "SINGULAR", "Description", "describe", "governments", "head_of", "tokens_of"]
