"""Bring quotations and cues together: who is quoted, and how far what they say goes on."""

from collections.abc import Sequence

from sayso.model import Quotation
from sayso.model._record import record
from sayso.stages.attribute.grammar import Grammar
from sayso.stages.attribute.phrases import Tokens


@record
class Quotes:
    """The outer quotations of a document in tokens."""

    spans: list[Tokens]
    """First and last token, marks included."""
    holder: list[int]
    """For each token the number of the quotation that holds it, -1 for none."""
    scare: list[bool]


def quotes_of(grammar: Grammar, quotations: Sequence[Quotation]) -> Quotes:
    """Outer quotations as token spans."""
    holder = [-1] * len(grammar.words)
    spans: list[Tokens] = []
    scare: list[bool] = []
    for quotation in quotations:
        if quotation.depth:
            continue
        first, last = grammar.token_at(quotation.span.start), grammar.token_at(quotation.span.end - 1)
        if first < 0 or holder[first] != -1:
            continue
        holder[first : last + 1] = [len(spans)] * (last + 1 - first)
        spans.append((first, last))
        scare.append(quotation.scare)
    return Quotes(spans=spans, holder=holder, scare=scare)


def quote_beside(grammar: Grammar, quotes: Quotes, source: Tokens | None, cue: Tokens, verb: int) -> int | None:
    """The quotation that a verb stands next to: before its subject and cue, or after them with no verb between."""
    if quotes.holder[verb] != -1:
        return None
    near = source is not None and abs(source[0] - verb) < 40
    first = min(cue[0], source[0]) if near and source else cue[0]
    last = max(cue[1], source[1]) if near and source else cue[1]
    before = first - 1
    while before >= 0 and (grammar.words[before] in (",", "—", "–", "-") or grammar.words[before].isspace()):
        if "\n" in grammar.words[before]:
            return _quote_after(grammar, quotes, last)
        before -= 1
    if before >= 0 and quotes.holder[before] != -1 and not _ends_sentence(grammar, before, first):
        number = quotes.holder[before]
        return None if quotes.scare[number] else number
    return _quote_after(grammar, quotes, last)


def _ends_sentence(grammar: Grammar, closing: int, first: int) -> bool:
    """Whether a quotation ends with a full stop and the next word starts a sentence of its own."""
    words = grammar.words
    full = any(words[i] == "." for i in range(max(0, closing - 1), closing + 1))
    return full and grammar.sentences[first] != grammar.sentences[closing] and words[closing + 1 : closing + 2] != [","]


def _quote_after(grammar: Grammar, quotes: Quotes, last: int) -> int | None:
    for token in range(last + 1, min(last + 25, len(grammar.words))):
        number = quotes.holder[token]
        if number != -1:
            led_in = grammar.words[token - 1] in (",", ":") or token == last + 1
            return number if led_in and not quotes.scare[number] else None
        if grammar.tags[token].startswith("V") or grammar.words[token] in (".", "\n", "\n\n"):
            return None
    return None


def widen(quotes: Quotes, content: Sequence[Tokens], cue: Tokens) -> list[Tokens]:
    """Content pieces with every quotation that they touch taken in whole; inside a quotation they stay inside it."""
    own = quotes.holder[cue[0]]
    wide: list[Tokens] = []
    for first, last in content:
        if own != -1:
            low, high = quotes.spans[own]
            first, last = max(first, low), min(last, high)
            if first > last:
                continue
        else:
            for edge in (quotes.holder[first], quotes.holder[last]):
                if edge != -1:
                    low, high = quotes.spans[edge]
                    first, last = min(first, low), max(last, high)
        wide.append((first, last))
    return wide


def follows(grammar: Grammar, after: int, first: int) -> bool:
    """Whether a quotation that starts at `first` goes on from token `after`: at most one sentence ends between."""
    between = range(after + 1, first)
    if len(between) > 40 or any(grammar.words[i].count("\n") for i in between):
        return False
    stops = sum(grammar.words[i] in (".", "?", "!") for i in between)
    return stops <= 1 and (stops == 0 or grammar.words[first - 1] in (".", "?", "!"))
