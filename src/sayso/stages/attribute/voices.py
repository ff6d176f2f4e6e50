"""Who the source of each attribution is, with what the document says about it elsewhere."""

import re
from collections.abc import Mapping, Sequence

from sayso.model import Knowing, Mention, SourceKind, Span, Voice, span_of
from sayso.stages.attribute.antecedents import Person, lead_back
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.describe import RELATIVE, Description, describe, tokens_of
from sayso.stages.attribute.grammar import Grammar, Range
from sayso.stages.attribute.phrases import noun_phrase

ANONYMOUS = re.compile(
    r"\b(?:on (?:the |strict )?condition of (?:strict )?anonymity|(?:speaking|spoke|talking) anonymously|anonymously"
    r"|(?:ask(?:ed|ing)|request(?:ed|ing)|want(?:ed|ing)|wish(?:ed|ing)|prefer(?:red|ring)) (?:not|that (?:his|her|their) names? not) (?:to )?be (?:named|identified|used|published)"
    r"|(?:declined|refused|declining|refusing|did not (?:want|wish)|not wishing) to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?names?)"
    r"|request(?:ed|ing) anonymity|ask(?:ed|ing) for anonymity|who (?:can|could) ?not be (?:named|identified)"
    r"|whose (?:real )?names? (?:ha(?:s|ve) been|was|were) (?:changed|withheld)|not (?:his|her|their) real names?)\b",
    re.IGNORECASE,
)
ANONYMITY_REASON = re.compile(
    r"[,]?\s*((?:because|since|as (?:he|she|they)|due to|out of|for fear|for (?:\w+ )?(?:security|safety)|for (?:his|her|their) (?:own )?(?:safety|security)"
    r"|fearing|citing|to (?:discuss|speak|avoid|protect|describe|talk)|given)\b[^.;“”\"]{3,160}?)(?=,? (?:said|told|says|added|confirmed)\b|[.;“”\"]|,\s[“\"]|$)"
)
KNOWS: tuple[tuple[Knowing, re.Pattern[str]], ...] = (
    ("document", re.compile(r"\b(?:documents?|records?|files?|contracts?|papers|lists?|letters?|orders?) (?:seen|obtained|reviewed|examined|read) by\b|\bwho (?:had |has |have )?(?:seen|reviewed|obtained|examined) (?:the |a |an |some |several |copies of )?(?:\w+ )?(?:documents?|records?|files?|contracts?|papers|lists?|letters?|orders?)\b")),
    ("took_part", re.compile(r"\b(?:who|he|she|they|I|we) (?:had |has |have |personally )?(?:took part|taken part|participated|fought (?:in|at|alongside|there)|was among those who|attended|helped (?:to )?(?:organi[sz]e|plan|recruit))\b")),
    ("saw", re.compile(r"\b(?:who|he|she|they|I|we) (?:had |has |have |personally |himself |herself |both |also |then )*(?:saw|seen|witnessed|watched|observed)\b")),
    ("told", re.compile(r"\b(?:who|he|she|they|I|we) (?:had been|has been|have been|was|were) (?:told|briefed|informed)\b|\b(?:who|he|she|they) (?:had |has |have )?(?:spoke|spoken|talked) (?:to|with)\b|\btold (?:him|her|them|me|us)\b")),
    ("heard", re.compile(r"\b(?:who|he|she|they|I|we) (?:had |has |have |both |also |all )*(?:heard|learn(?:ed|t))\b")),
    ("read", re.compile(r"\b(?:who|he|she|they|I|we) (?:had |has |have |both |also )*read\b")),
)  # fmt: skip


def voice_of(
    candidate: Candidate,
    *,
    text: str,
    grammar: Grammar,
    earlier: Sequence[Person],
    speaker: Person | None,
    quoted: bool,
    mentions: Mapping[Range, Mention],
    article_words: frozenset[str],
) -> tuple[Voice, Person | None]:
    """The voice of an attribution, and the person it leads to (None when the text names nobody)."""
    if not candidate.source:
        return _nobody(candidate, text, grammar, article_words), None
    span = _main(text, candidate.source)
    described = describe(text, grammar, span)
    phrase = text[span[0] : span[1]]
    found = _relative(described, span, text=text, grammar=grammar) or lead_back(
        described, span, grammar=grammar, earlier=earlier, speaker=speaker, quoted=quoted, person_phrase=phrase
    )
    mention = mentions.get(span) or (mentions.get(found.span) if found else None)
    whole = found.described if found else described
    person = Person(span=found.span if found else span, described=whole, phrase=found.phrase if found else phrase)
    around = _around(text, candidate, grammar)
    hidden = ANONYMOUS.search(around[0])
    kind = _by_mention(mention, described, whole)
    voice = Voice(
        name=_name(mention, described, whole, kind),
        kind=kind,
        entity=mention.entity if mention is not None and kind in _NAMED else None,
        antecedent=_antecedent(text, found, mention, span),
        count=described.count or whole.count,
        role=described.role or whole.role,
        organisation=described.organisation or whole.organisation,
        nationality=described.nationality
        or whole.nationality
        or (mention.country if mention and described.is_name else None),
        former=described.former if described.former is not None else whole.former,
        anonymous=hidden is not None,
        anonymity_reason=_reason(text, around, hidden),
        knows=_knows(text, candidate, phrase + _aside(text, candidate, span)),
    )
    return voice, person


_NAMED = ("named_person", "named_organisation", "outlet", "group", "document")


def _main(text: str, source: Sequence[Range]) -> Range:
    return max(source, key=lambda r: (r[1] - r[0], -r[0]))


def _nobody(candidate: Candidate, text: str, grammar: Grammar, article_words: frozenset[str]) -> Voice:
    word = candidate.word or grammar.lemmas[tokens_of(grammar, candidate.cue[0])[1]] if candidate.cue else ""
    kind = "article" if word in article_words else "passive"
    cue = " ".join(" ".join(text[s:e] for s, e in candidate.cue).split())
    return Voice(name=cue, kind="article" if kind == "article" else "passive")


def _relative(described: Description, span: Range, *, text: str, grammar: Grammar) -> Person | None:
    """The noun that `who` or `which` stands for, from the parse."""
    if not (described.is_pronoun and described.head in RELATIVE):
        return None
    token = grammar.token_at(span[0])
    verb = grammar.heads[token]
    for _ in range(4):
        if grammar.deps[verb] == "relcl":
            break
        verb = grammar.heads[verb]
    noun = grammar.heads[verb]
    if grammar.deps[verb] != "relcl" or grammar.starts[noun] >= span[0]:
        return None
    first, last = noun_phrase(grammar, noun)
    last = min(last, token - 1)
    while last > first and grammar.words[last] in (",", "—", "–", "(", "-"):
        last -= 1
    whole = grammar.text_range(first, last)
    return Person(span=whole, described=describe(text, grammar, whole), phrase=text[whole[0] : whole[1]])


def _by_mention(mention: Mention | None, described: Description, whole: Description) -> SourceKind:
    """The kind that the words give, unless a known actor says otherwise."""
    if mention is not None and mention.kind == "outlet" and (described.is_name or described.is_pronoun):
        return "outlet"
    known = mention is not None and mention.entity is not None and (described.is_name or described.is_pronoun)
    if known and mention is not None:
        if mention.kind == "person":
            return "named_person"
        if mention.kind in ("organisation", "government", "force") and whole.kind not in (
            "named_person",
            "outlet",
            "document",
        ):
            return "named_organisation"
    return whole.kind


def _name(mention: Mention | None, described: Description, whole: Description, kind: str) -> str:
    led = mention is not None and mention.entity is not None and mention.form in ("short", "pronoun", "nominal")
    if led and mention is not None and kind in _NAMED and not whole.is_name:
        return mention.name
    return whole.name


def _antecedent(text: str, found: Person | None, mention: Mention | None, span: Range) -> Span | None:
    if found is not None and found.span != span:
        return span_of(text, *(found.described.at or found.span))
    return mention.antecedent if mention is not None and mention.span.start == span[0] else None


def _around(text: str, candidate: Candidate, grammar: Grammar) -> tuple[str, int]:
    """The words of the sentences of source and cue, and where they start: what is said of the source stands there."""
    tokens = [grammar.token_at(span[0]) for span in (*candidate.source, *candidate.cue)]
    first = min(grammar.bounds[grammar.sentences[max(t, 0)]][0] for t in tokens)
    last = max(grammar.bounds[grammar.sentences[max(t, 0)]][1] for t in tokens) - 1
    start, end = grammar.starts[first], grammar.ends[last]
    return text[start : min(end, start + 1200)], start


def _reason(text: str, around: tuple[str, int], hidden: re.Match[str] | None) -> Span | None:
    if hidden is None:
        return None
    words, start = around
    found = ANONYMITY_REASON.match(words, hidden.end())
    if found is None:
        before = re.search(
            r"\b((?:fearing|citing|for fear of|out of fear)\b[^.;“”\"]{3,120}?),?\s*(?:and|who)?\s*$",
            words[: hidden.start()],
        )
        return span_of(text, start + before.start(1), start + before.end(1)) if before else None
    return span_of(text, start + found.start(1), start + found.end(1))


def _aside(text: str, candidate: Candidate, span: Range) -> str:
    """What stands between source and cue: `, who both heard the explosion,`."""
    cue = candidate.cue[0][0] if candidate.cue else span[1]
    return text[span[1] : cue] if 0 < cue - span[1] < 200 and "\n" not in text[span[1] : cue] else ""


def _knows(text: str, candidate: Candidate, phrase: str) -> Knowing | None:
    """How the source knows: told in its own description, or at the start of what it says."""
    opening = text[candidate.content[0][0] : min(candidate.content[0][1], candidate.content[0][0] + 60)].lstrip("“\"'‘")
    opening = re.sub(r"^that ", "", opening)
    for knowing, pattern in KNOWS:
        start = pattern.search(opening)
        if pattern.search(phrase) or (start is not None and start.start() == 0):
            return knowing
    return None
