"""What sort of source a name or a description is."""

import re

from sayso.lexicon.sources import SourceWords, load_source_words
from sayso.model import SourceKind
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.names import Phrase, demonyms, governments
from sayso.stages.attribute.phrases import Tokens

TITLES = frozenset(
    {"mr", "mr.", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "gen.", "col.", "lt.", "capt.", "maj.", "sgt."}
)
MILITARY_WORDS = frozenset({"military", "army", "naval"})
CIVIL_WORDS = frozenset({"security", "intelligence", "police", "government", "civilian"})
BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW"})
"""Entity labels of what is no person."""
OBSERVERS = frozenset({"observer", "monitor", "inspector"})
"""Who looks on for a body that is named before."""
RECRUITED = re.compile(r"\b(?:recruited|signed up|enlisted|mobili[sz]ed|conscripted|approached by recruiters)\b")
WITNESSED = re.compile(r"\bwho (?:had )?(?:witnessed|saw|survived)\b")
MEDIA = re.compile(
    r"\b(?:(?:local|state|independent|social|opposition|international|exile)[- ](?:run )?media"
    r"|news (?:agency|site|outlet|website|channel))\b"
)
AGENT = ("er", "or", "ist", "ian", "man")
"""Endings of nouns for people."""


def kind_of(grammar: Grammar, phrase: Phrase, written: str, count: int | None) -> SourceKind:
    """The sort of a source: by its name where it has one, else by its noun; several counted people are a group."""
    words = load_source_words()
    if phrase.name is not None:
        return _of_name(grammar, phrase.name, phrase.head, phrase.core, words)
    kind = _of_noun(grammar, phrase, written.lower(), words)
    people = kind.startswith("unnamed_") or kind in ("public", "group")
    return "group" if people and count is not None else kind


def known_outlet(text: str, grammar: Grammar, core: Tokens) -> str | None:
    """The outlet that a description names on the way: `the state-run Tass news agency`."""
    for token in range(core[0], core[1] + 1):
        if grammar.words[token] in load_source_words().outlets and grammar.tags[token].startswith("NNP"):
            return text[grammar.starts[token] : grammar.ends[token]]
    return None


def _of_name(grammar: Grammar, name: str, head: int, core: Tokens, words: SourceWords) -> SourceKind:
    plain = name.lower().removeprefix("the ")
    last = re.split(r"[ -]", plain)[-1]
    person = grammar.entities[head] == "PERSON"
    if plain in words.outlets:
        return "outlet"
    if last in demonyms() and (grammar.tags[head] == "NNPS" or name[:1].islower()):
        return "group" if grammar.tags[head] == "NNPS" else "unnamed_person"
    if _is_introduced(grammar, head, words):
        return "named_person"
    if by_noun := _of_noun_before(grammar, name, head, words):
        return by_noun
    if plain in governments():
        return "named_organisation"
    if not person and _has_title(grammar, name, head, core, words):
        return "named_person"
    if last in words.outlet_name_ends and last != plain and (not person or "-" in plain):
        return "outlet"
    if plain in demonyms():
        return "group" if grammar.tags[head] == "NNPS" else "named_organisation"
    if last in words.document and not person:
        return "document"
    if last in words.organisation or grammar.entities[head] in BODIES:
        return "named_organisation"
    titled = any(grammar.words[t] in TITLES | words.official | words.military for t in range(core[0], core[1] + 1))
    if person or titled:
        return "named_person"
    return "named_organisation" if name.isupper() or name.lower().startswith("the ") else "named_person"


def _is_introduced(grammar: Grammar, head: int, words: SourceWords) -> bool:
    """Whether an apposition, an age or a `who` right after a name tells a person: `Eva, a student who ...`."""
    trades = words.person | words.official | words.military | words.recruit | words.local | words.witness
    for child in grammar.children[head]:
        trade = grammar.lemmas[child] in trades or grammar.tags[child] == "CD"
        if child > head and grammar.deps[child] == "appos" and trade:
            return True
        who = any(grammar.words[c] in ("who", "whose") for c in grammar.children[child])
        if child > head and grammar.deps[child] == "relcl" and who:
            return True
    return False


def _of_noun_before(grammar: Grammar, name: str, head: int, words: SourceWords) -> SourceKind | None:
    """By the common noun right before a name: `the newspaper Vecherka`, `the rights group Chyraq`."""
    before = head - len(name.split())
    if before < 0 or grammar.tags[before] != "NN":
        return None
    noun = grammar.lemmas[before]
    if noun in words.outlet:
        return "outlet"
    if noun in words.document:
        return "document"
    return "named_organisation" if noun in words.organisation else None


def _has_title(grammar: Grammar, name: str, head: int, core: Tokens, words: SourceWords) -> bool:
    """Whether the word before a name of at most three words is an office or rank: `envoy Daniel Harlan`."""
    size = len(name.split())
    before = head - size
    if before < core[0] or size > 3 or name.isupper() or grammar.tags[before] not in ("NN", "NNP"):
        return False
    return grammar.lemmas[before] in (words.official | words.military | words.recruit) - {"source"}


def _of_noun(grammar: Grammar, phrase: Phrase, written: str, words: SourceWords) -> SourceKind:
    head = phrase.head
    lemma = grammar.lemmas[head].removeprefix("ex-")
    before = {grammar.words[t] for t in range(phrase.core[0], head)}
    if MEDIA.search(written):
        return "outlet"
    if lemma in words.recruit or (RECRUITED.search(written) and lemma not in words.official):
        return "unnamed_recruit"
    if lemma in words.witness or WITNESSED.search(written):
        return "unnamed_witness"
    if lemma in OBSERVERS and any(grammar.tags[t] == "NNP" for t in range(phrase.core[0], head)):
        return "unnamed_official"  # "UN observers"; "observers" alone are anybody
    under_arms = bool(before & MILITARY_WORDS) and not before & CIVIL_WORDS and lemma != "minister"
    if lemma in words.military or (lemma in words.official and under_arms):
        return "unnamed_military"
    lists: tuple[tuple[frozenset[str], SourceKind], ...] = (
        (words.official, "unnamed_official"),
        (words.local, "unnamed_local"),
        (words.outlet, "outlet"),
        (words.document, "document"),
        (words.public, "public"),
        (words.organisation, "named_organisation"),
    )
    return next((kind for held, kind in lists if lemma in held), None) or _of_people(grammar, head, lemma, words)


def _of_people(grammar: Grammar, head: int, lemma: str, words: SourceWords) -> SourceKind:
    """People by nationality, trade, or the ending of the noun; `unknown` for what may be a thing."""
    plural = grammar.tags[head] in ("NNS", "NNPS")
    if lemma in demonyms() or grammar.words[head] in demonyms():
        return "public" if plural or grammar.tags[head] in ("JJ", "NNP") else "unnamed_person"
    person = lemma in words.person or grammar.entities[head] == "PERSON" or lemma.endswith(AGENT)
    if person or (plural and lemma.endswith(("ant", "ent"))):
        return "group" if plural else "unnamed_person"
    return "unknown"
