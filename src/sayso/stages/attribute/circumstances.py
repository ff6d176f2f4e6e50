"""What the text says about how a source speaks and knows: unnamed and why, told, seen, heard, read."""

import re

from sayso.model import Knowing, Span, span_of
from sayso.stages.attribute.candidate import Candidate
from sayso.stages.attribute.grammar import Grammar, Range

NAMES = r"(?:his|her|their) (?:full |real )?names?"
ANONYMOUS = re.compile(
    r"\b(?:on (?:the |strict )?condition of (?:strict )?anonymity|(?:speaking|spoke|talking) anonymously|anonymously"
    rf"|(?:ask|request|want|wish|prefer)(?:ed|ing|red|ring) (?:that )?(?:{NAMES} )?"
    r"not (?:to )?be (?:named|identified|used)"
    r"|(?:declined|refused|declining|refusing|did not (?:want|wish)|not wishing)"
    rf" to (?:be (?:named|identified)|give {NAMES})"
    r"|(?:request(?:ed|ing)|ask(?:ed|ing) for) anonymity|who (?:can|could) ?not be (?:named|identified)"
    r"|whose (?:real )?names? (?:has been|have been|was|were|is|are)(?: being)? (?:changed|withheld)"
    rf"|not authori[sz]ed to (?:speak|talk|comment|discuss|brief)|not {NAMES})\b",
    re.IGNORECASE,
)
REASON_OPENS = (
    r"because|since|as (?:he|she|they)|due to|out of|for fear|for (?:\w+ )?(?:security|safety)"
    r"|for (?:his|her|their) (?:own )?(?:safety|security)|fearing|citing"
    r"|to (?:discuss|speak|avoid|protect|describe|talk)|given"
)
REASON = re.compile(
    rf",?\s*((?:{REASON_OPENS})\b[^.;“”\"]{{3,160}}?)(?=,? (?:said|told|says|added|confirmed)\b|[.;“”\"]|,\s[“\"]|$)"
)
"""The reason right after the words of anonymity."""
REASON_BEFORE = re.compile(r"\b((?:fearing|citing|for fear of|out of fear)\b[^.;“”\"]{3,120}?),?\s*(?:and|who)?\s*$")
WHO = r"\b(?:who|he|she|they|I|we)"
HAVING = r"(?: (?:had|has|have|personally|himself|herself|both|also|all|then))*"
PAPERS = r"(?:documents?|records?|files?|contracts?|papers|lists?|letters?|orders?)"
KNOWS: tuple[tuple[Knowing, re.Pattern[str]], ...] = (
    (
        "document",
        re.compile(
            rf"\b{PAPERS} (?:seen|obtained|reviewed|examined|read) by\b"
            rf"|\bwho{HAVING} (?:seen|reviewed|obtained|examined)(?: \w+){{0,4}} {PAPERS}\b"
        ),
    ),
    (
        "took_part",
        re.compile(
            rf"{WHO}{HAVING} (?:took part|taken part|participated|fought (?:in|at|alongside|there)|was among those who"
            r"|attended|helped (?:to )?(?:organi[sz]e|plan|recruit))\b"
        ),
    ),
    ("saw", re.compile(rf"{WHO}{HAVING} (?:saw|seen|witnessed|watched|observed)\b")),
    (
        "told",
        re.compile(
            rf"{WHO} (?:had been|has been|have been|was|were) (?:told|briefed|informed)\b"
            rf"|{WHO}{HAVING} (?:spoke|spoken|talked) (?:to|with)\b|\btold (?:him|her|them|me|us)\b"
        ),
    ),
    ("heard", re.compile(rf"{WHO}{HAVING} (?:heard|learn(?:ed|t))\b")),
    ("read", re.compile(rf"{WHO}{HAVING} read\b")),
)
SENTENCE = 1200
"""Longest sentence, in code points, that is searched."""
OPENING = 60
"""How far into the content a source may say how it knows."""
ASIDE = 200
"""Longest passage between source and cue."""


def anonymity(text: str, grammar: Grammar, candidate: Candidate) -> tuple[bool, Span | None]:
    """Whether the sentences of source and cue state anonymity, and the reason they give."""
    tokens = [max(grammar.token_at(span[0]), 0) for span in (*candidate.source, *candidate.cue)]
    first = min(grammar.bounds[grammar.sentences[t]][0] for t in tokens)
    last = max(grammar.bounds[grammar.sentences[t]][1] for t in tokens) - 1
    start = grammar.starts[first]
    words = text[start : min(grammar.ends[last], start + SENTENCE)]
    hidden = ANONYMOUS.search(words)
    if hidden is None:
        return False, None
    reason = REASON.match(words, hidden.end()) or REASON_BEFORE.search(words[: hidden.start()])
    return True, span_of(text, start + reason.start(1), start + reason.end(1)) if reason else None


def knowing(text: str, candidate: Candidate, source: Range) -> Knowing | None:
    """How the source knows: told in its own description, between it and the cue, or where what it says begins."""
    cue = candidate.cue[0][0] if candidate.cue else source[1]
    aside = text[source[1] : cue] if 0 < cue - source[1] < ASIDE else ""
    described = text[slice(*source)] + ("" if "\n" in aside else aside)
    start, end = candidate.content[0]
    opening = re.sub(r"^that ", "", text[start : min(end, start + OPENING)].lstrip("“\"'‘"))
    for knows, pattern in KNOWS:
        if pattern.search(described) or pattern.match(opening):
            return knows
    return None
