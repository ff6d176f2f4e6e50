"""From candidates to records: who stands within whom, who each source is, and the chain of each content."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from sayso.lexicon.sources import SourceWords
from sayso.model import Attribution, Link, Mentions, Parsed, Reason, Span, Speech, Voice, digest, span_of
from sayso.stages.attribute.antecedents import REACH, Person, is_single
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.describe import describe, head_of, tokens_of
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.nesting import parents
from sayso.stages.attribute.outlets import credit_of, heard_by
from sayso.stages.attribute.phrases import noun_phrase
from sayso.stages.attribute.quotes import Quotes
from sayso.stages.attribute.voices import voice_of

SILENCE = re.compile(
    r"\b(?:(?:declin|refus)(?:e[sd]?|ing) to (?:comment|answer|respond|say|discuss|elaborate|be drawn|provide|give)"
    r"|(?:did|do|does|has|have|had) ?n[o’']t (?:immediately |yet )?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|return(?:ed)?|answer(?:ed)?)"
    r"|(?:could|can) ?not (?:immediately )?be reached|(?:unavailable|not available) for comment"
    r"|(?:offered|gave) no comment)\b",
    re.IGNORECASE,
)
UNVERIFIED = re.compile(
    r"(?:could|can|has|have|had|did|does|do|was|were|is|are)(?: ?n[o’']t|not)(?: \w+){0,2} (?:been |be |able to )?"
    r"(?:\w+ly )?(?:confirm|verif|corroborat)\w*|unable to (?:\w+ly )?(?:confirm|verify|corroborate)\b",
    re.IGNORECASE,
)
"""`could not independently verify`: a word on how sure something is, by which nobody tells it."""
ITSELF = re.compile(r"(?:that )?(?:it|he|she|they|we)(?: still| also)? ", re.IGNORECASE)


@dataclass(slots=True)
class _Made:
    """What is known of one candidate once its voice is found."""

    voice: Voice
    person: Person | None
    chain: tuple[Link, ...]
    id: str
    attitude: bool


def with_chains(
    parsed: Parsed,
    grammar: Grammar,
    quotes: Quotes,
    mentions: Mentions,
    found: Sequence[Candidate],
    *,
    words: SourceWords,
) -> tuple[Attribution, ...]:
    """The attributions in text order, each after or before the one it stands in as the text has it."""
    above = parents(found)
    silent = _silent(parsed.document.text, found)
    persons = _Persons(parsed.document.text, grammar)
    known = {(m.span.start, m.span.end): m for m in mentions.actors}
    credit = credit_of(parsed.document)
    made: dict[int, _Made] = {}
    for number in _outer_first(above):
        candidate, parent = found[number], above[number]
        outer = made[parent] if parent is not None else None
        quoted = bool(candidate.cue) and quotes.holder[tokens_of(grammar, candidate.cue[0])[0]] != -1
        voice, person = voice_of(
            candidate,
            text=parsed.document.text,
            grammar=grammar,
            earlier=persons.before(candidate.start, also=candidate),
            speaker=outer.person if outer is not None else None,
            quoted=quoted,
            mentions=known,
            article_words=words.article,
        )
        if person is not None:
            persons.add(person)
        attitude = is_attitude(grammar, quotes, candidate, words)
        ident = _id(parsed, candidate, voice)
        chain = _chain(parsed, grammar, candidate, voice, outer, credit=credit, attitude=attitude)
        made[number] = _Made(voice, person, chain, ident, attitude)
    return tuple(
        _record(
            parsed,
            grammar,
            quotes,
            candidate,
            made[i],
            _parent_id(made, above[i]),
            words,
            silent=i in silent,
        )
        for i, candidate in enumerate(found)
    )


NOBODY = re.compile(
    r"(?:nobody|no[ -]one|none|neither|not one|no (?!fewer|less|more|other|longer)\w+)\b", re.IGNORECASE
)
NEITHER = re.compile(r"\b(?:neither|nor)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


def _is_nobody(text: str, candidate: Candidate) -> bool:
    """Whether the words say that nobody said it: "no official has said that ...", "neither she nor he said"."""
    return any(
        NOBODY.match(text, start, end) or NEITHER.search(text[max(0, start - 20) : start])
        for start, end in candidate.source
    )


def _silent(text: str, found: Sequence[Candidate]) -> set[int]:
    """Who only says nothing ("declined to comment"), and what stands in such words."""
    open_ = [" ".join(text[start:end] for start, end in (*c.cue, *c.content))[:120] for c in found]
    silent = {n for n, said in enumerate(open_) if SILENCE.search(said) or _is_nobody(text, found[n])}
    silent |= {n for n, candidate in enumerate(found) if _is_unverified(text, candidate)}
    unsaid = [span for number in silent for span in found[number].content]
    return silent | {
        number
        for number, candidate in enumerate(found)
        if any(low <= start and end <= high for start, end in candidate.cue for low, high in unsaid)
    }


def _is_unverified(text: str, candidate: Candidate) -> bool:
    """Whether the cue says that something could not be verified, or what is said opens with that."""
    start, end = candidate.content[0]
    opening = ITSELF.match(text, start, end)
    by_cue = any(UNVERIFIED.search(text, *cue) for cue in candidate.cue)
    return by_cue or (opening is not None and UNVERIFIED.match(text, opening.end(), end) is not None)


def _outer_first(above: Sequence[int | None]) -> list[int]:
    """Text order, but nobody before the one it stands in."""
    done: set[int] = set()
    order: list[int] = []
    for number in range(len(above)):
        line, at = [], number
        while at not in done:
            line.append(at)
            done.add(at)
            up = above[at]
            if up is None:
                break
            at = up
        order.extend(reversed(line))
    return order


def _parent_id(made: dict[int, _Made], parent: int | None) -> str | None:
    return made[parent].id if parent is not None else None


TITLE = 5
"""How much before a name is looked at for `Mr` and `Mrs`."""


SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s")
KEPT = 40
"""How many persons are looked back at."""


class _Persons:
    """Who has been met so far: subjects that are persons by name, and all sources; within the paragraph at hand also
    subjects without a name ("A spokesman denied this. It was a lie, he said"), and those of the paragraphs before where
    nobody else can be meant (a feature that begins with "a young man")."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._sources: list[Person] = []
        spans = _person_spans(grammar)
        kin = _kin_by_name(text, spans)
        self._named = [
            Person(
                span=span,
                described=describe(text, grammar, span),
                phrase=f"{kin.get(text[span[0] : span[1]], '')}{text[max(0, span[0] - TITLE) : span[1]]}",
                aside=_is_aside(grammar, span),
            )
            for span in spans
        ]
        self._text = text
        self._unnamed = _unnamed_subjects(text, grammar)

    def add(self, person: Person) -> None:
        self._sources.append(person)

    def before(self, offset: int, *, also: Candidate) -> list[Person]:
        """Latest last; at most KEPT of each sort (long documents stay linear). Who is told of is not who tells."""
        end = max((e for _, e in also.source), default=offset)
        named = self._named[: bisect_left(self._named, end, key=lambda p: p.span[1])]
        sources = [p for p in self._sources[-KEPT:] if p.span[1] <= end]
        spoken = sorted(p.span for p in sources)
        reach = list(accumulate((e for _, e in spoken), max))
        paragraph = self._text.rfind("\n", 0, offset) + 1
        first = bisect_left(self._unnamed, paragraph, key=lambda p: p.span[0])
        beside = [p for p in self._unnamed[first : first + KEPT] if p.span[1] <= end]
        named = [p for p in named[-KEPT:] if not _covered(p.span, spoken, reach)]
        told = [p for p in (*named, *sources) if not any(s <= p.span[0] < e for s, e in also.content)]
        here = [span for span in also.content if self._is_of_one_sentence(span, also)]
        beside = [p for p in beside if not _covered(p.span, spoken, reach)]
        if not beside and not any(is_single(p) and offset - p.span[1] <= REACH for p in told):
            first = bisect_left(self._unnamed, offset - REACH, key=lambda p: p.span[0])
            beside = [p for p in self._unnamed[first : first + KEPT] if p.span[1] <= end and is_single(p)]
        told += [p for p in beside if not any(s <= p.span[0] < e for s, e in here)]
        return sorted(told, key=lambda p: p.span)

    def _is_of_one_sentence(self, content: Range, candidate: Candidate) -> bool:
        """Whether no sentence ends between a content and its cue: what stands in another sentence may bring in who
        speaks ("A diplomat was careful. Nobody left, he said")."""
        if not candidate.cue:
            return True
        cue = candidate.cue[0]
        between = self._text[content[1] : cue[0]] if content[1] <= cue[0] else self._text[cue[1] : content[0]]
        return SENTENCE_END.search(between) is None


KIN = re.compile(
    r"\b(?:brother|son|husband|father|uncle|nephew|sister|daughter|wife|widow|mother|aunt|niece|boy|girl|man|woman),? $"
)
"""What stands before the name of somebody of whom it tells whether he or she speaks: "her brother Ned"."""
BEFORE = 12
"""Code points before a name in which it stands."""


def _kin_by_name(text: str, spans: Sequence[Range]) -> dict[str, str]:
    """Name -> the word of kinship that stands before it somewhere, with a space behind it."""
    found: dict[str, str] = {}
    for start, end in spans:
        before = KIN.search(text, max(0, start - BEFORE), start)
        if before is not None:
            found.setdefault(text[start:end], f"{before.group().rstrip(', ')} ")
    return found


def _covered(span: Range, spans: Sequence[Range], reach: Sequence[int]) -> bool:
    """Whether one of some sorted spans holds it; `reach` is how far they go up to each."""
    before = bisect_right(spans, span[0], key=lambda held: held[0])
    return before > 0 and reach[before - 1] >= span[1]


def _is_aside(grammar: Grammar, span: Range) -> bool:
    """Whether a name is no subject, and not in apposition to one or coordinated with one."""
    token = tokens_of(grammar, span)[1]
    while grammar.deps[token] in ("appos", "conj", "compound", "nmod") and grammar.heads[token] != token:
        token = grammar.heads[token]
    return grammar.deps[token] not in ("nsubj", "ROOT", "dep", "npadvmod")


THINGS = ("named_organisation", "document")


def _unnamed_subjects(text: str, grammar: Grammar) -> list[Person]:
    """Single persons without a name, and bodies, that do something in a main clause, and papers that somebody hands or
    reads there, in text order."""
    found = []
    for token in range(len(grammar.words)):
        verb, dep = grammar.heads[token], grammar.deps[token]
        if dep not in ("nsubj", "dobj") or grammar.deps[verb] not in ("ROOT", "conj"):
            continue
        if not grammar.tags[token].startswith("NN") or grammar.tags[token] == "NNS":
            continue
        span = grammar.text_range(*noun_phrase(grammar, token))
        described = describe(text, grammar, span)
        unnamed = dep == "nsubj" and described.kind.startswith("unnamed_") and described.count is None
        thing = described.kind in (THINGS if dep == "nsubj" else ("document",))
        if (unnamed and grammar.tags[token] == "NN") or thing:
            found.append(Person(span=span, described=described, phrase=text[span[0] : span[1]]))
    return found


def _person_spans(grammar: Grammar) -> list[Range]:
    spans, token, size = [], 0, len(grammar.words)
    while token < size:
        if grammar.entities[token] != "PERSON":
            token += 1
            continue
        end = token
        while end + 1 < size and grammar.entities[end + 1] == "PERSON" and grammar.tags[end + 1] != "POS":
            end += 1
        spans.append(grammar.text_range(token, end))
        token = end + 1
    return spans


def _id(parsed: Parsed, candidate: Candidate, voice: Voice) -> str:
    roles = [candidate.source, candidate.cue, candidate.content]
    return "a-" + digest([parsed.document.id, [[list(r) for r in role] for role in roles], voice.kind])


def _chain(
    parsed: Parsed,
    grammar: Grammar,
    candidate: Candidate,
    voice: Voice,
    outer: _Made | None,
    *,
    credit: Link | None,
    attitude: bool,
) -> tuple[Link, ...]:
    text = parsed.document.text
    links = list(outer.chain) if outer is not None else [credit] if credit is not None else []
    through = heard_by(parsed, grammar, candidate)
    if through is not None and through.name not in [link.name for link in links]:
        links.append(through)
    if voice.kind == "article" or attitude:
        return tuple(links)
    spans = candidate.source or candidate.cue
    own = Link(name=voice.name, kind=voice.kind, span=span_of(text, spans[0][0], spans[-1][1]))
    if not (links and links[-1].name == own.name and links[-1].kind == own.kind):
        links.append(own)
    return tuple(links)


def _record(
    parsed: Parsed,
    grammar: Grammar,
    quotes: Quotes,
    candidate: Candidate,
    made: _Made,
    within: str | None,
    words: SourceWords,
    *,
    silent: bool,
) -> Attribution:
    text = parsed.document.text
    source, cue, content = (_spans(text, role) for role in (candidate.source, candidate.cue, candidate.content))
    return Attribution(
        id=made.id,
        source=source,
        cue=cue,
        content=content,
        within=within,
        source_kind=made.voice.kind,
        speech=_speech(grammar, quotes, candidate, words),
        voice=made.voice,
        chain=made.chain,
        claims_nothing=silent,
        attitude=made.attitude,
        confidence=candidate.confidence,
        reasons=_reasons(candidate, cue, source),
    )


def is_attitude(grammar: Grammar, quotes: Quotes, candidate: Candidate, words: SourceWords) -> bool:
    """Whether the cue is one of stance, act or deed ("appoints him to head the bank") and its content neither a clause
    with a finite verb nor quoted."""
    if not candidate.source or not candidate.cue or candidate.rule == "attribute.silence":
        return False
    first, last = tokens_of(grammar, candidate.cue[0])
    start, end = tokens_of(grammar, candidate.content[0])
    if not {candidate.word, *grammar.lemmas[first : last + 1]} & words.attitude:
        return False
    if quotes.holder[start] != -1 and quotes.holder[first] == -1:
        return False
    if {"comment", "answer", "respond"} & set(grammar.words[start : end + 1][:6]):
        return False
    if grammar.tags[start] == "TO":
        return True
    head = head_of(grammar, candidate.content[0])
    finite = grammar.tags[head] in ("VBD", "VBZ", "VBP") or any(grammar.tags[c] == "MD" for c in grammar.children[head])
    return not finite and not any(
        grammar.deps[c] in ("aux", "auxpass", "cop") and grammar.tags[c] in ("VBD", "VBZ", "VBP")
        for c in grammar.children[head]
    )


def _spans(text: str, role: Sequence[Range]) -> tuple[Span, ...]:
    edges = ((_after_marks(text, start, end), end) for start, end in role)
    return tuple(span_of(text, start, end) for start, end in edges if text[start:end].strip())


def _after_marks(text: str, start: int, end: int) -> int:
    """The start of a span without a comma that was left at its head."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    return start


def _reasons(candidate: Candidate, cue: tuple[Span, ...], source: tuple[Span, ...]) -> tuple[Reason, ...]:
    detail = candidate.looked_at or f"cue “{' '.join(span.text for span in cue)}”"
    return (Reason(rule=candidate.rule, detail=detail, spans=(*cue, *source), score=candidate.confidence),)


def _speech(grammar: Grammar, quotes: Quotes, candidate: Candidate, words: SourceWords) -> Speech:
    """By how much of the content stands in quotation marks; indirect words of belief and wish are thought."""
    inside = outside = 0
    for span in candidate.content:
        first, last = tokens_of(grammar, span)
        for token in range(first, last + 1):
            if grammar.words[token][:1].isalnum():
                held = quotes.holder[token] != -1
                inside, outside = inside + held, outside + (not held)
    if inside and not outside:
        return "direct"
    if inside:
        return "mixed"
    word = candidate.word
    if not word and candidate.cue:
        first, last = tokens_of(grammar, candidate.cue[0])
        return "thought" if any(grammar.lemmas[t] in words.thought for t in range(first, last + 1)) else "indirect"
    return "thought" if word in words.thought else "indirect"
