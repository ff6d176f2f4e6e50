"""Who speaks before or behind a colon: `Kremlin: no losses`, a headline's `: report`, the turns of an interview."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.datelines import DATELINE
from sayso.lexicon.labels import load_labels
from sayso.lexicon.sources import load_source_words
from sayso.model import Parsed
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.describe import Description, describe, governments
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import subject_of
from sayso.stages.attribute.quotes import Quotes

LISTING = frozenset(
    {"report", "say", "write", "claim", "add", "note", "announce", "warn", "reveal", "tell", "suggest"}
    | {"list", "count", "find", "document", "describe", "accuse", "deny", "confirm", "identify"}
)
"""What those do who are heard in a headline."""
HEADLINE_END = re.compile(r"^(?P<content>.{12,}?)\s?(?P<cue>:|–|—|\s-)\s(?P<source>(?:[\w’'.-]+\s){0,4}[\w’'.-]+)$")
HEADLINE_START = re.compile(r"^(?P<source>(?:[\w’'.-]+\s){0,5}[\w’'.-]+)(?P<cue>:)\s+(?P<content>\S.{8,})$", re.DOTALL)
TURN = re.compile(r"[“\"]?(?P<source>[A-Z](?:[\w’'.-]+\s){0,3}[\w’'.-]*\w)(?P<cue>:)\s+(?P<content>\S.*)$", re.DOTALL)
"""`SMITH: They took us.`: a line of an interview."""
LONG = 120
"""Characters from which a line with a full stop is a paragraph: one name before its colon is a dateline ("Oslo: ")."""
MAX_LINE = 400
MOST_OF_NAME = 3
"""Words that a name has besides its first."""
LEAST_TURNS = 3
"""Lines with a speaker before a colon from which a text is a transcript."""
LEADS_TO = frozenset(
    {"over", "under", "by", "in", "after", "before", "amid", "against", "between", "from", "to", "into", "through"}
    | {"without", "despite", "about", "as", "than", "behind", "beyond", "during", "near", "with", "within", "until"}
)
"""Prepositions that no name has in it, and no headline's short form of a speech ("Berg on Yemen: ...")."""
WE = re.compile(r"\b(?:we|us|our|ours|i|me|my|mine)\b", re.IGNORECASE)
TOLD_OF = ("unnamed_military", "unnamed_recruit", "unnamed_local", "unnamed_person", "group", "public")
"""Sorts of people whom a caption or a list is about at least as often as they speak."""


def before_colons(parsed: Parsed, grammar: Grammar, quotes: Quotes, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What is said before or behind a colon, where the few words on its other side tell who speaks."""
    text = parsed.document.text
    turns = list(_turns(parsed))
    yield from turns
    spoken = {turn.source[0][0] for turn in turns}
    taken = [c.cue[0] for c in found if c.cue]
    for number, block in enumerate(parsed.document.blocks):
        line = text[block.start : block.end]
        if len(line) >= MAX_LINE or ":" not in line + ("–—-" if number == 0 else "") or block.start in spoken:
            continue
        candidate = _headline(line, block.start, text=text, grammar=grammar, quotes=quotes)
        if candidate is not None and not any(s <= candidate.cue[0][0] < e for s, e in taken):
            yield candidate


def without_labels(text: str, grammar: Grammar, quotes: Quotes, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whose source is no label at the head of a line, as a model may take it."""
    return [
        c for c in found if not (_opens_line(text, c) and is_label(text, grammar, quotes, c.source[0], c.content[0]))
    ]


def _opens_line(text: str, candidate: Candidate) -> bool:
    """Whether an attribution is a source at the start of a line with a colon right behind it."""
    if not candidate.source or text[slice(*candidate.cue[0])] != ":":
        return False
    start, end = candidate.source[0]
    return end == candidate.cue[0][0] and (start == 0 or text[start - 1] == "\n")


def _turns(parsed: Parsed) -> Iterator[Candidate]:
    """The turns of a transcript: each with the whole line behind the colon as what is said.

    A text is one when three lines and more begin with a name in capitals before a colon, one of which comes again, or
    with two names that each do. News in brief begins with countries so ("PERU: ...").
    """
    text = parsed.document.text
    lines = [(start, match) for start, end in parsed.paragraphs if (match := TURN.match(text[start:end]))]
    labels = Counter(match["source"] for _, match in lines)
    named = {label for label in labels if not _is_topic_word(label) and label.lower() not in governments()}
    again = {label for label in named if labels[label] > 1}
    shouted = {label for label in named if label.isupper()}
    speakers = (shouted if shouted & again else set()) | (again if len(again) > 1 else set())
    said = [(start, match) for start, match in lines if match["source"] in speakers]
    if len(said) < LEAST_TURNS or len({match["source"] for _, match in said}) < 2:
        return
    for start, match in said:
        source, cue, content = ((start + match.start(k), start + match.end(k)) for k in ("source", "cue", "content"))
        yield Candidate(
            source=(source,), cue=(cue,), content=(content,), rule="attribute.turn", word=":", confidence=0.9
        )


def _headline(line: str, offset: int, *, text: str, grammar: Grammar, quotes: Quotes) -> Candidate | None:
    """`Hundreds recruited: report`, `Kremlin: no losses`: a colon between who and what, in a line without full stop."""
    stripped = line.strip()
    start = offset + line.index(stripped)
    for pattern in (HEADLINE_END, HEADLINE_START):
        match = pattern.match(stripped)
        if match is None or (pattern is HEADLINE_END and stripped[-1] in ".!?"):
            continue
        source, cue, content = ((start + match.start(k), start + match.end(k)) for k in ("source", "cue", "content"))
        if not _names_somebody(text, grammar, source):
            continue
        if pattern is HEADLINE_START and (
            _is_dateline(stripped, text[slice(*source)])
            or _is_topic(text, grammar, source, content)
            or is_label(text, grammar, quotes, source, content)
        ):
            continue
        return Candidate(
            source=(source,), cue=(cue,), content=(content,), rule="attribute.headline", word=":", confidence=0.8
        )
    return None


def is_label(text: str, grammar: Grammar, quotes: Quotes, source: Range, content: Range) -> bool:
    """Whether what stands before a colon tells what the line is about or what sort of piece it is, and nobody speaks.

    "Exclusive:", "Correction:", "Veto Power Impedes Peace:", "Berg in the dock:", and before whole sentences also
    "Militants:", "Families:", "Syria:", as captions and lists have it. Who is quoted there, or speaks of himself as
    "we", does speak; so does whoever is an official or a witness.
    """
    label = text[slice(*source)]
    if _is_genre(label) or _is_clause(grammar, source):
        return True
    told = describe(text, grammar, source)
    if _is_quoted(grammar, quotes, content):
        return False
    if not text[slice(*content)].rstrip().endswith((".", ".”", '."')):
        return False
    sort = _sort(told, label)
    if sort == "place" or (sort.startswith("named_") and _is_unknown_name(text, grammar, source)):
        return True
    several = sort in TOLD_OF and not label.lower().startswith(("the ", "a ", "an ", "one "))
    return several and WE.search(text[slice(*content)]) is None


def _sort(told: Description, label: str) -> str:
    """A source's sort; people under arms with a capital, whom the tagger takes for a name, are people under arms; a
    country or capital is a place."""
    plain = label.lower()
    words = load_source_words()
    if plain in governments():
        return "place"
    last = plain.split()[-1]
    one = last.removesuffix("s")
    if last != one and one in words.military | words.recruit:
        return "unnamed_military"
    return told.kind


def _is_quoted(grammar: Grammar, quotes: Quotes, content: Range) -> bool:
    token = grammar.token_at(content[0])
    return token >= 0 and quotes.holder[token] != -1


def _is_genre(label: str) -> bool:
    """Whether a label tells what sort of piece follows: "Analysis", "In pictures", "Special report"."""
    return " ".join(label.lower().split()) in load_labels().genres


def _is_topic_word(label: str) -> bool:
    return _is_genre(label) or bool(load_labels().topics & set(label.lower().split()))


def _is_clause(grammar: Grammar, source: Range) -> bool:
    """Whether a label is a heading rather than a name: a preposition stands in it that no name has and that does not
    tell where somebody speaks ("residents in Aden")."""
    first, last = grammar.token_at(source[0]), grammar.token_at(source[1] - 1)
    inner = next((t for t in range(first + 1, last + 1) if grammar.words[t] in LEADS_TO), None)
    return inner is not None and not any(grammar.lemmas[t] in _people() for t in range(first, inner))


def _is_unknown_name(text: str, grammar: Grammar, source: Range) -> bool:
    """Whether words With Capitals are likelier a heading than a name: the text has them nowhere else, they are no body
    by their last word, and the language model sees no name in them or they are more than a name has."""
    first, last = grammar.token_at(source[0]), grammar.token_at(source[1] - 1)
    name = text[slice(*source)]
    if text.count(name) > 1 or grammar.lemmas[last] in _people() or _is_listed(name):
        return False
    seen = any(grammar.entities[t] not in ("", "DATE", "CARDINAL") for t in range(first, last + 1))
    return not seen or last - first > MOST_OF_NAME


def _is_listed(name: str) -> bool:
    """Whether the tables know a whole name."""
    return (
        any(hit.end - hit.start == len(name) for hit in load_aliases().find(name))
        or name.lower() in load_source_words().outlets
    )


def _people() -> frozenset[str]:
    nouns = load_source_words()
    return (
        nouns.official | nouns.witness | nouns.local | nouns.military | nouns.organisation | nouns.person | nouns.outlet
    )


def _is_dateline(line: str, label: str) -> bool:
    opens = DATELINE.match(line + " ") or (len(line) > LONG and line[-1] in '.”"')
    return bool(opens) and " " not in label


def _is_topic(text: str, grammar: Grammar, source: Range, content: Range) -> bool:
    """Whether what stands before a colon is what the line is about: several people, and behind it somebody else acts.

    "Lured and left: group lists dozens": what follows tells of another one; "Relatives: they were lured" does not.
    """
    told = describe(text, grammar, source)
    if told.kind in ("named_person", "named_organisation", "government", "outlet", "document"):
        return False
    first, last = grammar.token_at(content[0]), grammar.token_at(content[1] - 1)
    verb = next(
        (t for t in range(first, last + 1) if grammar.lemmas[t] in LISTING and grammar.tags[t][:2] == "VB"), None
    )
    return verb is not None and subject_of(grammar, verb) is not None


def _names_somebody(text: str, grammar: Grammar, source: Range) -> bool:
    """Whether a few words before or after a colon are a source by their kind, and no clause."""
    first, last = grammar.token_at(source[0]), grammar.token_at(source[1] - 1)
    if first == last and text[slice(*source)].lower() in load_source_words().document | load_source_words().official:
        return True
    if any(grammar.tags[t] in ("VBD", "VBZ", "VBP", "MD", "VB", "CD") for t in range(first, last + 1)):
        return False
    return describe(text, grammar, source).kind != "unknown"
