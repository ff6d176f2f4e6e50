"""Whom a participant's words lead to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model import Argument, Attribution, Mention, Place, RawArgument, Span

SIDING = re.compile(r"(?:^|\W)(?:pro|anti|non|vice|neo)[-–]$", re.IGNORECASE)

LINKED = re.compile(
    r"[-–](?:linked|backed|affiliated|aligned|allied|led|inspired|trained|funded|supported)\b", re.IGNORECASE
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIRST = ("i", "me", "myself")
THIRD = ("he", "she", "him", "her")


HELD = frozenset({"denied", "verified"})
"""Roles of what somebody tells, which is about people and is none of them."""
LONGEST_HELD = 4
"""Words up to which what is denied may be somebody's name."""


def argument_of(raw: RawArgument, actors: Sequence[Mention], places: Sequence[Place]) -> Argument:
    """The participant with the entity that its words name, when one mention covers what they are about.

    A mention counts when it is the phrase itself or ends it or opens it without a possessive: "the Russian armed
    forces" is not Russia, "President Vladimir Putin" is Vladimir Putin. Places fill `value` where no actor does.
    """
    if raw.role in HELD and len(raw.span.text.split()) > LONGEST_HELD:
        return Argument(role=raw.role, span=raw.span, entity=None, value=None, order=raw.order)
    mention = _best(raw.span, within(actors, raw.span))
    if mention is not None:
        whole = _with_whole_name(raw.span, mention)
        return Argument(role=raw.role, span=whole, entity=mention.entity, value=mention.name, order=raw.order)
    place = _place(raw.span, [p for p in places if raw.span.covers(p.span)])
    value = place.name if place is not None else None
    return Argument(role=raw.role, span=raw.span, entity=None, value=value, order=raw.order)


def _with_whole_name(words: Span, mention: Mention) -> Span:
    """The words with all of the name that they begin: "the National Council [on Radio and Film]"."""
    if mention.form != "name" or mention.span.end <= words.end:
        return words
    if mention.span.covers(words):
        return mention.span
    before = words.text[: mention.span.start - words.start]
    if mention.span.start < words.start or before.strip().lower() not in ("the", "a", "an"):
        return words
    return Span(start=words.start, end=mention.span.end, text=before + mention.span.text)


def spoken(argument: Argument, source: Attribution | None, quoted: bool) -> Argument:
    """A participant that is a pronoun, seen from who speaks: in quoted words "I" is the speaker.

    Outside of them "he" may be the speaker; where the text led it to somebody else ("the officer said he was shot"), it
    stays open.
    """
    word = argument.span.text.lower()
    if source is None or not source.source or word not in (*FIRST, *THIRD):
        return argument
    voice = source.voice
    single = voice.count in (None, 1) and voice.kind not in (
        "named_organisation",
        "outlet",
        "document",
        "group",
        "public",
    )
    if word in FIRST:
        return replace(argument, entity=voice.entity, value=voice.name) if quoted and single else argument
    led = argument.value is not None and argument.value.lower() != word
    if led and single and not quoted and argument.value != voice.name and argument.entity != voice.entity:
        return replace(argument, entity=None, value=None)
    return argument


def bare(argument: Argument, doc: "Doc") -> Argument:
    """A participant without the people that only its adjective names: "Israeli airstrikes" are not a people's.

    Whether they are the state's, an army's or somebody's else the adjective does not tell.
    """
    words = doc.char_span(argument.span.start, argument.span.end, alignment_mode="expand")
    if words is not None and words.root.tag_ in ("VB", "VBD", "VBP", "VBZ", "VBG") and words.root.dep_ == "ccomp":
        return replace(argument, entity=None, value=None)  # "denied that it had hired Swedes": a clause is nobody
    if argument.value is None or not argument.value.startswith("People of ") or " " in argument.span.text:
        return argument
    token = doc.char_span(argument.span.start, argument.span.end, alignment_mode="expand")
    if token is None or not token[0].tag_.startswith("JJ"):
        return argument
    return replace(argument, entity=None, value=None)


def inside(argument: Argument, sentence: Span, doc: "Doc") -> Argument:
    """A participant as it reads inside a sentence: "Men" and "One captain" that only begin one lose their capital."""
    words = argument.value or argument.span.text
    if argument.entity is not None or argument.span.start != sentence.start or not words[:1].isupper():
        return argument
    first = doc.char_span(argument.span.start, argument.span.end, alignment_mode="expand")
    if first is None or first[0].tag_ in ("NNP", "NNPS") or first[0].ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
        return argument
    if words[:2].isupper() and len(words.split()[0]) > 1:
        return argument
    bare = words[0].lower() + words[1:]
    return replace(argument, value=bare.removeprefix("the ").removeprefix("a ").removeprefix("an "))


def within(actors: Sequence[Mention], span: Span) -> list[Mention]:
    """Mentions that overlap a span; the mentions are in text order."""
    first = bisect_left(actors, span.start - 200, key=lambda m: m.span.start)
    last = bisect_right(actors, span.end, key=lambda m: m.span.start)
    return [m for m in actors[first:last] if m.span.overlaps(span)]


AMOUNT = re.compile(
    r"(?:(?:at (?:least|most)|up to|upwards of|as (?:many|few) as|(?:no )?(?:more|fewer|less) than|about|around|some"
    r"|nearly|almost|over|roughly|an estimated|the|a|several|a few|many) )*"
    r"(?:tens of thousands|hundreds of thousands|dozens|scores|hundreds|thousands|millions|couple|handful"
    r"|number|half|majority|group|all|most|many|some|several|few|none|\d[\d,.]*(?: (?:or|to|of|in) (?:the )?\d[\d,.]*)?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: (?:thirds?|quarters?|in \w+|of the [\d,]+))?)"
    r" (?:of )?(?:(?:the|its|their|these|those|his|her) )?(?=\w)",
    re.IGNORECASE,
)
"""An amount with "of": what is counted stands behind it ("dozens of soldiers", "26 of the 34 hostages")."""


def core(span: Span) -> tuple[int, int]:
    """Offsets of a phrase without its article or amount, and without what follows "of", "in" and the like.

    >>> start, end = core(Span(start=0, end=33, text="hundreds of former soldiers in Oslo"[:33]))
    >>> "hundreds of former soldiers in Oslo"[start:end]
    'former soldiers'
    """
    words = span.text
    start = span.start
    amount = AMOUNT.match(words)
    if amount is not None and " of " in f" {amount.group().lower()} ":
        start += amount.end()
    for article in ("the ", "a ", "an "):
        if words.lower().startswith(article):
            start += len(article)
    end = span.end
    for word in (" of ", " in ", " from ", " who ", " which ", ", "):
        at = words.lower().find(word, start - span.start)
        if at > 0:
            end = min(end, span.start + at)
    return start, end


def _best(span: Span, found: Sequence[Mention]) -> Mention | None:
    start, end = core(span)
    scored = []
    for mention in found:
        if mention.span.start > end - 1 or mention.span.end < start + 1:
            continue
        reaches_head = mention.span.end >= end and mention.span.start < end
        beyond = mention.span.text[max(0, span.end - mention.span.start) :].strip()
        if beyond[:1].islower() and beyond.split()[0] not in ("and", "of", "for", "in"):
            continue  # "Wagner courts", taken for one name
        if mention.form == "nominal" and beyond.startswith(("'s", "’s")):
            continue  # "the administration's opposition" is not the administration
        if mention.form == "nominal" and LINKED.search(mention.span.text) and mention.name != mention.span.text:
            continue
        if LINKED.match(span.text[max(0, mention.span.end - span.start) :]):
            continue  # "al-Qaeda-linked gunmen" are not al-Qaeda
        if SIDING.search(span.text[: max(0, mention.span.start - span.start)]):
            continue  # "pro-Russians" are no Russians, a vice-president no president
        if reaches_head or mention.span.covers(span):
            scored.append(
                (mention.form != "pronoun", min(mention.span.end, end) - max(mention.span.start, start), mention)
            )
    if not scored:
        return None
    return max(scored, key=lambda item: item[:2])[2]


def _place(span: Span, found: Sequence[Place]) -> Place | None:
    start, end = core(span)
    last = span.text.split()[-1:]
    if end < span.end and last and last[0][:1].isupper() and not any(p.span.end >= span.end for p in found):
        return None  # "Tulsa, Okla., officer Betty Berg": a person, and where she serves
    return next((p for p in found if p.span.end >= end and p.span.start >= start and p.span.start < end), None)
