"""What the words of a source say about it: what sort it is, how many, of what office, of which country."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.sources import SourceWords, load_source_words
from sayso.model import SourceKind
from sayso.model._record import record
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERS: "Mapping[str, int]" = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"], start=2
    )
} | {"both": 2, "a pair of": 2, "a couple of": 2, "a dozen": 12, "twenty": 20}
FORMER = re.compile(r"\b(?:former(?:ly)?|ex|retired|one-?time|erstwhile|disgraced|ousted|outgoing)\b", re.IGNORECASE)
CURRENT = re.compile(r"\b(?:current|acting|serving|incumbent|sitting|active-duty)\b", re.IGNORECASE)
SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves", "we", "us", "our"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
FIRST = frozenset({"i", "me", "my", "we", "us", "our", "myself"})
PRONOUNS = SINGULAR | PLURAL | RELATIVE | FIRST | {"it", "its", "you", "your", "one", "this", "these", "those"}
MILITARY_WORDS = frozenset({"military", "army", "naval"})
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
    at: Range | None = None
    """Where the name itself stands; None when there is none."""
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


def tokens_of(grammar: Grammar, span: Range) -> Tokens:
    """First and last token of a span."""
    first = grammar.token_at(span[0])
    return max(first, 0), max(grammar.token_at(span[1] - 1), first, 0)


def describe(text: str, grammar: Grammar, span: Range) -> Description:
    """Sort, number, office, employer and nationality, as far as the words themselves tell."""
    words = load_source_words()
    first, last = tokens_of(grammar, span)
    head = _of_whom(grammar, head_of(grammar, span), last)
    phrase = " ".join(text[span[0] : span[1]].split())
    if first == last and grammar.words[head] in PRONOUNS:
        return Description(name=phrase, kind="unknown", head=grammar.words[head], is_pronoun=True)
    core = _core(grammar, first, last)
    name = _proper_name(text, grammar, core, head)
    if name is None:
        core, head, name = _named_beside(text, grammar, core, last, head)
    lemma = grammar.lemmas[head].removeprefix("ex-")
    count = _count(grammar, first, head)
    kind = _kind(grammar, phrase, core, head, words=words, name=name, count=count)
    if kind == "outlet" and name is None:
        name = _known_outlet(text, grammar, core)
    naming = kind in ("named_person", "named_organisation", "outlet") and name is not None
    return Description(
        name=name if naming and name else _short(phrase),
        kind=kind,
        head=lemma,
        at=_place_of(text, span, name) if naming and name else None,
        is_name=naming,
        count=count if kind not in ("named_person", "named_organisation", "outlet", "document") else None,
        role=_role(text, grammar, first, last, head, kind=kind, words=words),
        organisation=_organisation(text, grammar, first, last, name),
        nationality=_nationality(phrase),
        former=True if FORMER.search(phrase) else False if CURRENT.search(phrase) else None,
    )


def _place_of(text: str, span: Range, name: str) -> Range | None:
    start = text.find(name, span[0], span[1])
    return (start, start + len(name)) if start >= 0 else None


PARTS = frozenset(
    {
        "one",
        "some",
        "many",
        "several",
        "two",
        "three",
        "four",
        "five",
        "both",
        "most",
        "all",
        "none",
        "member",
        "number",
        "group",
    }
)
"""What of something is no sort of its own: `one of the pilots` is a pilot."""


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


def _named_beside(text: str, grammar: Grammar, core: Tokens, last: int, head: int) -> tuple[Tokens, int, str | None]:
    """A name in an apposition or right after the noun: `a spokesman, Zabihullah Noori`, `the group Chyraq`."""
    if grammar.tags[head] in ("NNS", "NNPS") or grammar.tags[head].startswith("PRP"):
        return core, head, None
    for child in grammar.children[head]:
        named = grammar.tags[child] in ("NNP",) and head < child <= last
        if named and grammar.deps[child] in ("appos", "conj", "dep") and not _joined(grammar, head, child):
            first = max(grammar.lefts[child], head + 1)
            while first < child and grammar.words[first] in (",", "(", "—", "–"):
                first += 1
            end = min(_core(grammar, first, min(grammar.rights[child], last))[1], last)
            name = _proper_name(text, grammar, (first, end), child)
            if name is not None and (core[1] < child or grammar.deps[child] == "appos"):
                return (first, end), child, name
    if core[1] > head and grammar.tags[core[1]] == "NNP" and grammar.deps[core[1]] in ("appos", "nsubj", "dobj"):
        name = _proper_name(text, grammar, (head + 1, core[1]), core[1])
        return (core, core[1], name) if name is not None else (core, head, None)
    return _named_after_comma(text, grammar, core, last, head)


def _named_after_comma(
    text: str, grammar: Grammar, core: Tokens, last: int, head: int
) -> tuple[Tokens, int, str | None]:
    """A person's name that is all there is between two commas: `the head of the department, Maria Landaeta,`."""
    words = load_source_words()
    if grammar.lemmas[head] not in words.person | words.official | words.military:
        return core, head, None
    at = core[1] + 1
    while at <= last and grammar.words[at] != ",":
        at += 1
    end = at
    while end < last and grammar.tags[end + 1].startswith("NNP") and grammar.entities[end + 1] in ("PERSON", ""):
        end += 1
    whole = end > at and (end == last or grammar.words[end + 1] == ",")
    if not whole or not any(grammar.entities[t] == "PERSON" for t in range(at + 1, end + 1)):
        return core, head, None
    return (at + 1, end), end, _proper_name(text, grammar, (at + 1, end), end)


def _joined(grammar: Grammar, head: int, child: int) -> bool:
    return any(grammar.deps[c] == "cc" and head < c < child for c in grammar.children[head])


def _short(phrase: str) -> str:
    """A description without what a comma sets off, nor an opening article."""
    return re.sub(r"^(?:the|a|an)\s+(?=\S)", "", phrase.split(", ")[0], flags=re.IGNORECASE) or phrase


def _core(grammar: Grammar, first: int, last: int) -> Tokens:
    """The phrase up to its first relative clause or set-off apposition."""
    for token in range(first + 1, last + 1):
        if grammar.words[token] in (",", "(", "—", "–", "who", "which") and token > first:
            return first, token - 1
    return first, last


def _proper_name(text: str, grammar: Grammar, core: Tokens, head: int) -> str | None:
    """The longest run of capitalised words that holds the head, or the entity that does."""
    first, last = core
    at = head if first <= head <= last else last
    if not grammar.tags[at].startswith("NNP"):
        whole = text[grammar.starts[first] : grammar.ends[last]]
        low = whole.lower().removeprefix("the ")
        known = low in load_source_words().outlets or (first == last and low in governments())
        return whole if known and whole[:1].isupper() else None
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
    core: Tokens,
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


def _kind_of_name(grammar: Grammar, name: str, head: int, core: Tokens, *, words: SourceWords) -> SourceKind:
    low = name.lower().removeprefix("the ")
    last = re.split(r"[ -]", low)[-1]
    if low in words.outlets:
        return "outlet"
    if _is_introduced(grammar, head, words):
        return "named_person"
    entity = grammar.entities[head]
    trade = _noun_before(grammar, name, head)
    if trade in words.outlet or trade in words.document or trade in words.organisation:
        return "outlet" if trade in words.outlet else "document" if trade in words.document else "named_organisation"
    if entity != "PERSON" and low not in governments() and _title_before(grammar, name, head, core, words):
        return "named_person"
    if low in governments():
        return "named_organisation"
    if last in words.outlet_name_ends and last != low and (entity != "PERSON" or "-" in low):
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


def _known_outlet(text: str, grammar: Grammar, core: Tokens) -> str | None:
    """The outlet that a description names on the way: `the state-run Tass news agency`."""
    for token in range(core[0], core[1] + 1):
        if grammar.words[token] in load_source_words().outlets and grammar.tags[token].startswith("NNP"):
            return text[grammar.starts[token] : grammar.ends[token]]
    return None


def _is_introduced(grammar: Grammar, head: int, words: SourceWords) -> bool:
    """Whether an apposition, an age or a `who` right after a name says that it is a person: `Eva, a student who ...`."""
    trades = words.person | words.official | words.military | words.recruit | words.local | words.witness
    for child in grammar.children[head]:
        if child <= head:
            continue
        if grammar.deps[child] == "appos" and (grammar.lemmas[child] in trades or grammar.tags[child] == "CD"):
            return True
        if grammar.deps[child] == "relcl" and any(
            grammar.words[c] in ("who", "whose") for c in grammar.children[child]
        ):
            return True
    return False


def _noun_before(grammar: Grammar, name: str, head: int) -> str:
    """Lemma of the common noun right before a name: `newspaper` in `the newspaper Vecherka`; empty where there is none."""
    before = head - len(name.split())
    return grammar.lemmas[before] if before >= 0 and grammar.tags[before] == "NN" else ""


def _title_before(grammar: Grammar, name: str, head: int, core: Tokens, words: SourceWords) -> bool:
    """Whether the word before a name of at most three words is an office or rank: `envoy Daniel Harlan`."""
    size = len(name.split())
    before = head - size
    trade = core[0] <= before and grammar.lemmas[before] in (words.official | words.military | words.recruit) - {
        "source"
    }
    return trade and size <= 3 and grammar.tags[before] in ("NN", "NNP") and not name.isupper()


def _titled(grammar: Grammar, core: Tokens, words: SourceWords) -> bool:
    titles = (
        words.official
        | words.military
        | {"mr", "mr.", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "gen.", "col.", "lt.", "capt.", "maj.", "sgt."}
    )
    return any(grammar.words[t] in titles for t in range(core[0], core[1] + 1))


def _kind_of_noun(grammar: Grammar, phrase: str, core: Tokens, head: int, *, words: SourceWords) -> SourceKind:
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
            while token < last and grammar.tags[token + 1] in ("NN", "NNS") and grammar.words[token + 1].isalpha():
                token += 1
            return " ".join(text[grammar.starts[low] : grammar.ends[token]].split())
    return None


def _organisation(text: str, grammar: Grammar, first: int, last: int, name: str | None) -> str | None:
    """An organisation named inside the phrase that is not the source itself."""
    token = first
    while token <= last and not grammar.tags[token].startswith("V"):
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


SMALL_FORMS = {"US": "US", "U.S.": "US", "UK": "GB", "U.K.": "GB", "UAE": "AE", "DRC": "CD"}


def _nationality(phrase: str) -> str | None:
    """ISO code of the first demonym; of a country as owner or after "of", "in", "from"."""
    words = [m for m in re.finditer(r"[A-Z][\w.]*", phrase)]
    for i, match in enumerate(words):
        pair = f"{match.group()} {words[i + 1].group()}" if i + 1 < len(words) else ""
        for form in (pair, match.group(), match.group().rstrip(".")):
            if form.lower() in demonyms() or form in SMALL_FORMS:
                return demonyms().get(form.lower()) or SMALL_FORMS[form]
            owner = phrase[match.start() + len(form) :].startswith(("’s", "'s", "’ ", "' "))
            place = re.search(r"\b(?:of|in|from)\s+$", phrase[: match.start()])
            if form.lower() in governments() and (owner or place):
                return governments()[form.lower()]
    return None
