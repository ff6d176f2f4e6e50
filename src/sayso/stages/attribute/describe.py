"""What the words of a source say about it: what sort it is, how many, of what office, of which country."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.sources import SourceWords, load_source_words
from sayso.model import SourceKind
from sayso.model._record import record
from sayso.stages.attribute.grammar import Grammar, Range

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERS: "Mapping[str, int]" = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=2
    )
} | {"both": 2, "a pair of": 2, "a couple of": 2, "a dozen": 12, "twenty": 20}
FORMER = re.compile(r"\b(?:former(?:ly)?|ex|retired|one-?time|erstwhile|disgraced|ousted|outgoing)\b", re.IGNORECASE)
CURRENT = re.compile(r"\b(?:current|acting|serving|incumbent|sitting|active-duty)\b", re.IGNORECASE)
SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves", "we", "us", "our"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
FIRST = frozenset({"i", "me", "my", "we", "us", "our", "myself"})
PRONOUNS = SINGULAR | PLURAL | RELATIVE | FIRST | {"it", "its", "you", "your", "one", "this", "these", "those"}
MILITARY_WORDS = frozenset({"military", "army", "naval", "defence", "defense"})
UNIT_WORDS = frozenset({"security", "intelligence", "police", "government", "civilian"})
CONTEXT = re.compile(r"\b(?:recruited|signed up|enlisted|mobili[sz]ed|conscripted|approached by recruiters)\b")
WITNESSED = re.compile(r"\bwho (?:had )?(?:witnessed|saw|survived)\b")
MEDIA = re.compile(
    r"\b(?:(?:local|state|independent|social|opposition|international|exile)[- ](?:run )?media|news (?:agency|site|outlet|website|channel))\b"
)


@record
class Description:
    """What can be told from the source's own words."""

    name: str
    kind: SourceKind
    head: str
    """Lemma of the main word."""
    is_pronoun: bool = False
    is_name: bool = False
    """Whether it names somebody (capitals), rather than describes."""
    count: int | None = None
    role: str | None = None
    organisation: str | None = None
    nationality: str | None = None
    former: bool | None = None


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
    """Names, capitals and seats that stand for a government -> ISO code."""
    found: dict[str, str] = {}
    for country in load_countries().values():
        for word in (country.name, *country.names, *country.capitals, *country.seats):
            found.setdefault(word.lower(), country.iso)
    return found


def head_of(grammar: Grammar, span: Range) -> int:
    """The token of a span that all others in it hang on; the last one when there are several."""
    first, last = tokens_of(grammar, span)
    for token in range(first, last + 1):
        up = grammar.heads[token]
        outside = up < first or up > last or up == token
        if outside and grammar.deps[token] not in ("punct", "case", "det", "mark", "cc"):
            return token
    return last


def tokens_of(grammar: Grammar, span: Range) -> tuple[int, int]:
    """First and last token of a span."""
    first = grammar.token_at(span[0])
    return max(first, 0), max(grammar.token_at(span[1] - 1), first, 0)


def describe(text: str, grammar: Grammar, span: Range) -> Description:
    """Sort, number, office, employer and nationality, as far as the words themselves tell."""
    words = load_source_words()
    head = head_of(grammar, span)
    first, last = tokens_of(grammar, span)
    phrase = " ".join(text[span[0] : span[1]].split())
    if first == last and grammar.words[head] in PRONOUNS:
        return Description(name=phrase, kind="unknown", head=grammar.words[head], is_pronoun=True)
    core = _core(grammar, first, last)
    name = _proper_name(text, grammar, core, head)
    lemma = grammar.lemmas[head].removeprefix("ex-")
    count = _count(grammar, first, head)
    kind = _kind(grammar, phrase, core, head, words=words, name=name, count=count)
    naming = kind in ("named_person", "named_organisation", "outlet") and name is not None
    return Description(
        name=name if naming and name else _short(phrase),
        kind=kind,
        head=lemma,
        is_name=naming,
        count=count if kind not in ("named_person", "named_organisation", "outlet", "document") else None,
        role=_role(text, grammar, first, last, head, kind=kind, words=words),
        organisation=_organisation(text, grammar, first, last, name),
        nationality=_nationality(phrase),
        former=True if FORMER.search(phrase) else False if CURRENT.search(phrase) else None,
    )


def _short(phrase: str) -> str:
    """A description without what a comma sets off, nor an opening article."""
    return re.sub(r"^(?:the|a|an)\s+(?=\S)", "", phrase.split(", ")[0], flags=re.IGNORECASE) or phrase


def _core(grammar: Grammar, first: int, last: int) -> tuple[int, int]:
    """The phrase up to its first relative clause or set-off apposition."""
    for token in range(first + 1, last + 1):
        if grammar.words[token] in (",", "(", "—", "–", "who", "which") and token > first:
            return first, token - 1
    return first, last


def _proper_name(text: str, grammar: Grammar, core: tuple[int, int], head: int) -> str | None:
    """The longest run of capitalised words that holds the head, or the entity that does."""
    first, last = core
    at = head if first <= head <= last else last
    if not grammar.tags[at].startswith("NNP"):
        whole = text[grammar.starts[first] : grammar.ends[last]]
        return whole if whole.lower().removeprefix("the ") in load_source_words().outlets else None
    low = high = at
    joins = (
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
        "ul",
        "ur",
    )
    while low > first and (
        _proper(grammar, low - 1) or (grammar.words[low - 1] in joins and low - 1 > first and _proper(grammar, low - 2))
    ):
        low -= 1
    while high < last and (
        _proper(grammar, high + 1)
        or (grammar.words[high + 1] in joins and high + 2 <= last and _proper(grammar, high + 2))
    ):
        high += 1
    while low < high and grammar.entities[at] == "PERSON" and grammar.entities[low] != "PERSON":
        low += 1
    return " ".join(text[grammar.starts[low] : grammar.ends[high]].split())


def _proper(grammar: Grammar, token: int) -> bool:
    return grammar.tags[token].startswith("NNP") or bool(
        grammar.entities[token] and grammar.tags[token] in ("FW", "JJ") and grammar.entities[token] != "NORP"
    )


def _count(grammar: Grammar, first: int, head: int) -> int | None:
    """How many persons: a number before the noun."""
    for token in range(first, head + 1):
        word = grammar.words[token]
        if grammar.tags[token] == "CD" or word == "both":
            number = NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else None)
            if number and number > 1:
                return number
    return None


def _kind(
    grammar: Grammar,
    phrase: str,
    core: tuple[int, int],
    head: int,
    *,
    words: SourceWords,
    name: str | None,
    count: int | None,
) -> SourceKind:
    if name is not None:
        return _kind_of_name(grammar, name, head, core, words=words)
    common = _kind_of_noun(grammar, phrase, core, head, words=words)
    people = common.startswith("unnamed_") or common in ("public", "group")
    if people and count is not None:
        return "group"
    return common


def _kind_of_name(grammar: Grammar, name: str, head: int, core: tuple[int, int], *, words: SourceWords) -> SourceKind:
    low = name.lower().removeprefix("the ")
    last = low.split()[-1]
    if low in words.outlets:
        return "outlet"
    entity = grammar.entities[head]
    if low in governments():
        return "named_organisation"
    if last in words.outlet_name_ends and entity != "PERSON" and " " in low:
        return "outlet"
    if low in demonyms():
        return "group" if grammar.tags[head] == "NNPS" else "named_organisation"
    if last in words.document and entity != "PERSON":
        return "document"
    if last in words.organisation or entity in ("ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW"):
        return "named_organisation"
    if entity == "PERSON" or _titled(grammar, core, words):
        return "named_person"
    return "named_organisation" if name.isupper() or low.startswith("the ") else "named_person"


def _titled(grammar: Grammar, core: tuple[int, int], words: SourceWords) -> bool:
    titles = (
        words.official
        | words.military
        | {"mr", "mr.", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "gen.", "col.", "lt.", "capt.", "maj.", "sgt."}
    )
    return any(grammar.words[t] in titles for t in range(core[0], core[1] + 1))


def _kind_of_noun(grammar: Grammar, phrase: str, core: tuple[int, int], head: int, *, words: SourceWords) -> SourceKind:
    lemma = grammar.lemmas[head]
    low = phrase.lower()
    before = {grammar.words[t] for t in range(core[0], head)}
    if MEDIA.search(low):
        return "outlet"
    if lemma in words.recruit or (CONTEXT.search(low) and lemma not in words.official):
        return "unnamed_recruit"
    if lemma in words.witness or WITNESSED.search(low):
        return "unnamed_witness"
    if lemma in words.military or (
        lemma in words.official and before & MILITARY_WORDS and not before & UNIT_WORDS and lemma != "minister"
    ):
        return "unnamed_military"
    if lemma in words.official:
        return "unnamed_official"
    if lemma in words.local:
        return "unnamed_local"
    if lemma in words.outlet:
        return "outlet"
    if lemma in words.document:
        return "document"
    if lemma in words.public:
        return "public"
    if lemma in words.organisation:
        return "named_organisation"
    if low.lstrip("the ").lower() in demonyms() or lemma in demonyms() or grammar.words[head] in demonyms():
        return "public" if grammar.tags[head] in ("NNS", "NNPS", "JJ", "NNP") else "unnamed_person"
    if lemma in words.person or grammar.entities[head] == "PERSON":
        return "group" if grammar.tags[head] == "NNS" else "unnamed_person"
    if grammar.tags[head] == "NNS" and lemma.endswith(("er", "or", "ist", "ian", "man", "ant", "ent")):
        return "group"
    if lemma.endswith(("er", "or", "ist", "ian", "man")):
        return "unnamed_person"
    return "unknown"


def _role(
    text: str, grammar: Grammar, first: int, last: int, head: int, *, kind: SourceKind, words: SourceWords
) -> str | None:
    """Office or trade as written: the words before a name or in an apposition; for the unnamed the description itself."""
    if kind in ("outlet", "document", "named_organisation", "public", "unknown", "passive", "article"):
        return None
    trades = words.official | words.military | words.person | words.recruit | words.witness | words.local
    for token in range(first, last + 1):
        if grammar.lemmas[token].removeprefix("ex-") in trades or grammar.lemmas[token] in trades:
            low = token
            while (
                low > first
                and grammar.tags[low - 1] in ("NN", "NNP", "JJ", "NNS", "HYPH")
                and grammar.words[low - 1] not in ("former", "retired", "ex", "unnamed", "several", "various")
                and grammar.words[low - 1] not in demonyms()
            ):
                low -= 1
            while low < token and grammar.tags[low] == "HYPH":
                low += 1
            return " ".join(text[grammar.starts[low] : grammar.ends[token]].split())
    return None


def _organisation(text: str, grammar: Grammar, first: int, last: int, name: str | None) -> str | None:
    """An organisation named inside the phrase that is not the source itself."""
    token = first
    while token <= last:
        if grammar.entities[token] == "ORG":
            end = token
            while end < last and grammar.entities[end + 1] == "ORG":
                end += 1
            found = " ".join(text[grammar.starts[token] : grammar.ends[end]].split())
            found = re.sub(r"^the\s+|['’]s?$", "", found, flags=re.IGNORECASE).strip()
            if found and (name is None or found.lower() not in name.lower()):
                return found
            token = end
        token += 1
    return None


def _nationality(phrase: str) -> str | None:
    """ISO code of the first demonym, or of the country after "of", "in", "from"."""
    table = demonyms()
    tokens = re.findall(r"[A-Z][\w.]*(?:['’]s)?(?:\s[A-Z]\w+)?", phrase)
    for found in tokens:
        for form in (found, found.split()[0]):
            if form.lower() in table:
                return table[form.lower()]
    return None
