"""Find the proper name in a source: the head itself, an apposition, or the word right after the noun."""

from functools import lru_cache

from sayso.lexicon.countries import load_countries
from sayso.lexicon.sources import load_source_words
from sayso.model._record import record
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import Tokens

JOINS = frozenset(
    {
        "de",
        "al",
        "el",
        "van",
        "von",
        "bin",
        "ibn",
        "of",
        "for",
        "and",
        "the",
        "&",
        "-",
        "’s",
        "'s",
        "’",
        "'",
        "ul",
        "ur",
    }
)
"""What may stand inside a name between two words with capitals."""
SET_OFF = frozenset({",", "(", "—", "–", "who", "which"})
"""What ends the part of a phrase that names or describes."""
PARTS = frozenset(
    {"one", "some", "many", "several", "two", "three", "four", "five", "both", "most", "all", "none", "member"}
    | {"number", "group"}
)
"""What of something is no sort of its own: `one of the pilots` is a pilot."""


@record
class Phrase:
    """A source as the rules look at it."""

    first: int
    last: int
    core: Tokens
    """The part that names or describes, up to the first comma or `who`."""
    head: int
    """The token that the core hangs on."""
    name: str | None
    """The proper name; None for a description."""


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Adjectives and peoples in lower case -> ISO 3166 alpha-2 code."""
    found: dict[str, str] = {}
    for country in load_countries().values():
        for word in (*country.adjectives, *country.people):
            found.setdefault(word.lower(), country.iso)
    return found


@lru_cache(maxsize=1)
def governments() -> dict[str, str]:
    """Names, capitals and seats that stand for a government, in lower case -> ISO code."""
    found: dict[str, str] = {}
    for country in load_countries().values():
        for word in (country.name, *country.names, *country.capitals, *country.seats):
            found.setdefault(word.lower(), country.iso)
    return found


def phrase_of(text: str, grammar: Grammar, span: Range) -> Phrase:
    """The parts of a source."""
    first, last = tokens_of(grammar, span)
    head = _of_whom(grammar, head_of(grammar, span), last)
    core = _core(grammar, first, last)
    name = _proper_name(text, grammar, core, head)
    if name is None:
        core, head, name = _named_beside(text, grammar, core, last, head)
    return Phrase(first=first, last=last, core=core, head=head, name=name)


def head_of(grammar: Grammar, span: Range) -> int:
    """The token of a span that all others in it hang on; the last one when there are several."""
    first, last = tokens_of(grammar, span)
    for token in range(first, last + 1):
        up = grammar.heads[token]
        outside = up < first or up > last or up == token
        if outside and grammar.deps[token] not in ("punct", "case", "det", "mark", "cc"):
            return token
    return last


def tokens_of(grammar: Grammar, span: Range) -> Tokens:
    """First and last token of a span."""
    first = grammar.token_at(span[0])
    return max(first, 0), max(grammar.token_at(span[1] - 1), first, 0)


def _of_whom(grammar: Grammar, head: int, last: int) -> int:
    """The noun after `one of`, else the head itself."""
    if grammar.lemmas[head] not in PARTS:
        return head
    for prep in grammar.children[head]:
        if grammar.words[prep] == "of" and prep > head:
            whole = grammar.child(prep, "pobj")
            if whole is not None and whole <= last and grammar.tags[whole] == "NNS":
                return whole
    return head


def _core(grammar: Grammar, first: int, last: int) -> Tokens:
    """Without what a comma sets off, and without an "and" or a quotation mark that a cut left at its edge."""
    end = next((t for t in range(first + 1, last + 1) if grammar.words[t] in SET_OFF), last + 1) - 1
    while end > first and grammar.words[end] in ("and", "or", "but", "i"):
        end -= 1
    while first < end and grammar.words[first] in ('"', "\u201c", "''", "``"):
        first += 1
    return first, end


def _named_beside(text: str, grammar: Grammar, core: Tokens, last: int, head: int) -> tuple[Tokens, int, str | None]:
    """A name in an apposition or right after the noun: `a spokesman, Zabihullah Noori`, `the group Chyraq`."""
    if grammar.tags[head] in ("NNS", "NNPS") or grammar.tags[head].startswith("PRP"):
        return core, head, None
    for child in grammar.children[head]:
        beside = grammar.deps[child] in ("appos", "conj", "dep") and grammar.tags[child] == "NNP"
        if beside and head < child <= last and not _joined(grammar, head, child):
            span = _beside(grammar, head, child, last)
            name = _proper_name(text, grammar, span, child)
            if name is not None and (core[1] < child or grammar.deps[child] == "appos"):
                return span, child, name
    if core[1] > head and grammar.tags[core[1]] == "NNP" and grammar.deps[core[1]] in ("appos", "nsubj", "dobj"):
        name = _proper_name(text, grammar, (head + 1, core[1]), core[1])
        return (core, core[1], name) if name is not None else (core, head, None)
    return _named_after_comma(text, grammar, core, last, head)


def _beside(grammar: Grammar, head: int, child: int, last: int) -> Tokens:
    first = max(grammar.lefts[child], head + 1)
    while first < child and grammar.words[first] in SET_OFF:
        first += 1
    return first, min(_core(grammar, first, min(grammar.rights[child], last))[1], last)


def _named_after_comma(
    text: str, grammar: Grammar, core: Tokens, last: int, head: int
) -> tuple[Tokens, int, str | None]:
    """A person's name that is all there is between two commas: `the head of the department, Maria Landaeta,`."""
    words = load_source_words()
    if grammar.lemmas[head] not in words.person | words.official | words.military:
        return core, head, None
    at = next((t for t in range(core[1] + 1, last + 1) if grammar.words[t] == ","), last)
    end = at
    while end < last and grammar.tags[end + 1].startswith("NNP") and grammar.entities[end + 1] in ("PERSON", ""):
        end += 1
    whole = end > at and (end == last or grammar.words[end + 1] == ",")
    if not whole or not any(grammar.entities[t] == "PERSON" for t in range(at + 1, end + 1)):
        return core, head, None
    return (at + 1, end), end, _proper_name(text, grammar, (at + 1, end), end)


def _joined(grammar: Grammar, head: int, child: int) -> bool:
    return any(grammar.deps[c] == "cc" and head < c < child for c in grammar.children[head])


def _proper_name(text: str, grammar: Grammar, core: Tokens, head: int) -> str | None:
    """The longest run of words with capitals that holds the head; for a person without the title before it."""
    first, last = core
    at = head if first <= head <= last else last
    if not grammar.tags[at].startswith("NNP"):
        return _known_name(text, grammar, core)
    low = high = at
    while low > first and (_proper(grammar, low - 1) or _joins(grammar, low - 1, low - 2, core)):
        low -= 1
    while high < last and (_proper(grammar, high + 1) or _joins(grammar, high + 1, high + 2, core)):
        high += 1
    while low < high and grammar.entities[at] == "PERSON" and grammar.entities[low] != "PERSON":
        low += 1
    low = _behind_rank(grammar, low, high)
    return " ".join(text[grammar.starts[low] : grammar.ends[high]].split())


RANKS = frozenset({"gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm", "cmdr", "dr", "mr", "mrs", "ms"})


def _behind_rank(grammar: Grammar, low: int, high: int) -> int:
    """Where a name begins behind the last short form of a rank or of address in it, if two words of it are left:
    "Abdul Noori" of "Herat Province Police Chief Gen. Abdul Noori"."""
    ranks = [t for t in range(low, high - 1) if grammar.words[t].rstrip(".") in RANKS]
    return ranks[-1] + 1 if ranks else low


def _known_name(text: str, grammar: Grammar, core: Tokens) -> str | None:
    """A name that the tagger does not take for one: an outlet's, or a government's in one word."""
    whole = text[grammar.starts[core[0]] : grammar.ends[core[1]]]
    plain = whole.lower().removeprefix("the ")
    known = plain in load_source_words().outlets or (core[0] == core[1] and plain in governments())
    return whole if known and whole[:1].isupper() else None


def _joins(grammar: Grammar, joint: int, beyond: int, core: Tokens) -> bool:
    return grammar.words[joint] in JOINS and core[0] <= beyond <= core[1] and _proper(grammar, beyond)


def _proper(grammar: Grammar, token: int) -> bool:
    if grammar.tags[token].startswith("NNP"):
        return True
    return grammar.tags[token] in ("FW", "JJ") and grammar.entities[token] not in ("", "NORP")
