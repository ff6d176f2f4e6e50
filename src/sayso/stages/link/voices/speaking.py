"""Who speaks where no verb of saying tells it: labels of an interview, words in quotation marks, the witness of a
feature.

A transcript has "LEE:" before each answer, a magazine an interview by its headline only, and a feature tells as its own
what the one man told whom it quotes from beginning to end. None of this is the outlet's own word.
"""

import re
from collections import Counter

from sayso.model import Claim, Document, Link, Reading, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.apart import are_different, is_private
from sayso.stages.link.voices.describing import ASKING
from sayso.stages.link.voices.fitting import is_one_man, nation_words
from sayso.stages.link.voices.idle import looks_on
from sayso.stages.link.voices.labels import (
    ASKED_BY,
    is_answer,
    is_heading,
    is_of_a_sort,
    name_given,
    office_that_answers,
)
from sayso.stages.link.voices.leaning import OBSERVED
from sayso.stages.link.voices.making import named_teller, speaker_teller, unknown_teller
from sayso.stages.link.voices.nameless import false_name, nameless_witness, pseudonym
from sayso.stages.link.voices.persons import PROPER, person_key
from sayso.stages.link.voices.private import COMMON, experience
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.voices.witnessed import is_from
from sayso.stages.link.wordlists import listed

LABEL = re.compile(
    r"^[*_]*((?:The |An? )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5}|[A-Z]{1,3}[.:])(?: ?\([^)\n]{1,40}\))?"
    r"[*_]*:[*_]*(?=\s)",
    re.MULTILINE,
)
"""Who speaks, at the beginning of a paragraph: "LEE:", "**Ann:**", "A. (voice altered):"."""
LABELS = 4
"""Such paragraphs from which on a text is a transcript."""
TITLED = re.compile(
    r"\b(?:[Qq]uestions? (?:to|for)|[Ii]nterview(?:ed)? with|[Ii]n conversation with)\s+"
    r"(?:(?:Brigadier|Lieutenant|Major|General|Colonel|Captain|Reverend|Father|Doctor|Dr|Professor|Prof|Mr|Mrs|Ms)\.? "
    rf"|\(ret\w*\) )*({PROPER})"
)
"""Head of an interview: "Five questions to Ann Lee"."""
BEHIND = re.compile(
    r", ((?:an?|the|one|another|two|three|several|senior) (?:[\w’'-]+ ){0,4}?"
    r"(?:officials?|officers?|commanders?|diplomats?|captains?|soldiers?|fighters?|recruits?|witness(?:es)?|relatives?"
    r"|mother|father|brother|sister|wife|widow|lawyer|aide|spokes\w+|minister|ambassador|envoy|prisoners?|residents?"
    r"|villagers?|broker|policem[ae]n)\b[^,;“”\"]{0,60}?) "
    r"(?:ha(?:s|ve|d) )?(?:said|says|told [^,;“”\"]{2,40}?|added|confirmed)"
    r"(?: (?:on|late|early|last|this|in) [\w ]{3,25})?\W*$"
)
"""Who is told at the end of a sentence to have said it: "were moved to Oslo, an officer of the guard told the Wire"."""
HEAD = 400
"""Code points from the start in which it stands."""
QUESTION = re.compile(r"\?[*_]*$", re.MULTILINE)
QUESTIONS = 3
"""Lines that end with a question, from which on such a text is an interview."""
QUOTED = re.compile(r"[“\"]([^“”\"\n]{12,})[”\"]")
WORDS = 4
"""Words from which on a quotation is somebody's sentence, and not a word that is held at a distance."""
AFTER = re.compile(
    rf"[,.!?]?\s+(?:\w+ly\s+)?[a-z]+(?:s|ed|d)?\s+(?:(?:the|his|her|their|a|an)\s+[\w-]+(?:\s+[\w-]+){{0,2}}?,?\s+)?({PROPER})"
    rf"|[,.!?]?\s+(?P<first>{PROPER})\s+(?:\w+ly\s+)?(?:says|said|tells|told|remembers|recalls|adds|added|explains|claims|writes)\b"
    r"|[,.!?]?\s+(?P<pronoun>he|she)\s+[a-z]+"
)
"""Who is told to have said it: "wept the mother, Ann Lee", "she says"."""
BEFORE = re.compile(rf"({PROPER}),?(?:\s[^.;“”\"\n]{{0,60}})?[:,]\s*$")
TIMES = 2
"""Times that a feature quotes its witness, at least."""
SHARE = 0.5
"""Of all that it puts down to somebody, at least."""
TWICE = 2
"""As often as to anybody else, at least, where that is less."""


def speaker_without_cue(claim: Claim, reading: Reading, channel: str | None) -> Teller | None:
    """Whose word a claim is that no verb of saying puts down to anybody; None for the article's own."""
    document = reading.document
    labels = list(LABEL.finditer(document.text))
    if len(labels) >= LABELS:
        before = [found for found in labels if found.end() <= claim.trigger.start]
        if before and ASKED_BY.search(document.text, before[-1].end(), claim.trigger.start):
            return unknown_teller(document, "in a question")
        return _labelled(before[-1], document, channel) or _answering(before[-1], reading, channel) if before else None
    behind = BEHIND.search(claim.sentence.text)
    if behind is not None and claim.trigger.end - claim.sentence.start <= behind.start():
        start = claim.sentence.start + behind.start(1)
        span = Span(start=start, end=start + len(behind.group(1)), text=behind.group(1))
        name = re.sub(r"^(?:an?|the|one|another) ", "", span.text)
        return speaker_teller(Link(name=name, kind="unnamed_person", span=span), None, document, channel, claim)
    titled = TITLED.search(document.text, 0, HEAD)
    if titled is not None and len(QUESTION.findall(document.text)) >= QUESTIONS:
        return _person(titled.group(1), document, document.text.find(titled.group(1)), channel)
    witness = witness_of(reading)
    unnamed = nameless_witness(reading) if witness is None else None
    quote = _around(claim, document)
    if quote is not None:
        told = _quoted(quote, document, witness, channel)
        told = told or (_of_nameless(unnamed, quote, claim, document, channel) if unnamed else None)
        return told or _taken_himself(claim, quote, document, channel)
    by = witness or (unnamed.name if unnamed else None)
    if by is None or OBSERVED.search(claim.sentence.text) or not is_from(by, claim, reading):
        return None
    if unnamed is not None:
        return speaker_teller(unnamed, None, document, channel, claim)
    return _person(by, document, document.text.find(by), channel)


def heard_throughout(reading: Reading) -> frozenset[str]:
    """The names by which an article calls the one witness on whose word it rests; none where it rests on nobody's."""
    name = witness_of(reading)
    if name is not None:
        return frozenset({name, *name.split()})
    unnamed = nameless_witness(reading)
    return frozenset({unnamed.name}) if unnamed else frozenset()


def under_false_name(teller: Teller, reading: Reading) -> Teller:
    """The witness whom an article calls by a name that is not his, where it has "the young man" or "the recruit"; the
    voice itself for all others."""
    if teller.kind != "unnamed" or teller.sort == "kin" or not is_one_man(teller):
        return teller
    if (teller.words - COMMON - nation_words(teller)) or (name := pseudonym(reading)) is None:
        return teller
    called = _person(name, reading.document, reading.document.text.find(name), teller.via)
    return teller if are_different(teller, called) else called


def _labelled(label: re.Match[str], document: Document, channel: str | None) -> Teller | None:
    words = re.sub(r"^(?:The|An?) ", "", label.group(1)).strip(". ")
    if words in ("Q", "A") or is_heading(words):
        return None  # questions and answers of the article itself
    if is_answer(words) or is_of_a_sort(words):
        return _under_no_name(words, label, document, channel)
    if set(words.lower().split()) & ASKING:
        return unknown_teller(document, f"“{words}”: asks, and tells nothing")
    return _person(full_name(words, document.text), document, label.start(1), channel)


def _under_no_name(words: str, label: re.Match[str], document: Document, channel: str | None) -> Teller:
    """Who speaks under "Reply" or "PRISONER": the office or the name that the text tells."""
    name = name_given(words, document.text) if is_of_a_sort(words) else None
    if name is not None:
        return _person(name, document, document.text.find(name), channel)
    office = office_that_answers(words, document.text)
    if office is None and is_answer(words):
        return unknown_teller(document, f"“{words}”: nobody tells who answers")
    span = Span(start=label.start(1), end=label.end(1), text=label.group(1))
    link = Link(name=office or words.lower(), kind="unnamed_official" if office else "unnamed_person", span=span)
    return speaker_teller(link, None, document, channel, None)


def _answering(label: re.Match[str], reading: Reading, channel: str | None) -> Teller | None:
    """The one whom an article calls by a name that is not his, where it has his answers as "A:"."""
    name = false_name(reading.document.text) if ANSWER.match(label.group(1)) else None
    return _person(name, reading.document, reading.document.text.find(name), channel) if name else None


ANSWER = re.compile(r"(?:A|Answer)[.:]?$")


def full_name(label: str, text: str) -> str:
    """The name under which a text introduces whom it then calls by a label; the label where it does not.

    >>> full_name("LEE", "With us is Ann Lee, a diver. LEE: Good evening."), full_name("A", "A: No.")
    ('Ann Lee', 'A')
    >>> full_name("AL", "Ann Lee answers. AL: No.")
    'Ann Lee'
    """
    if " " in label:
        return label.title() if label.isupper() else label
    name = re.escape(label.title())
    if len(label) < 4 and label.isupper() and name not in text:
        parts = " ".join(rf"{letter}[a-z][\w’'-]+" for letter in label)
        initials = re.search(rf"\b{parts}\b", text) if len(label) > 1 else None
        return initials.group() if initials else label
    found = re.search(rf"\b{name} [A-Z][a-z][\w’'-]+\b", text) or re.search(rf"\b[A-Z][a-z][\w’'-]+ {name}\b", text)
    return found.group() if found else label.title()


def _person(name: str, document: Document, start: int, channel: str | None) -> Teller:
    start = max(start, 0)
    span = Span(start=start, end=start + len(name), text=document.text[start : start + len(name)])
    return named_teller(Link(name=name, kind="named_person", span=span), None, document, channel)


def _around(claim: Claim, document: Document) -> re.Match[str] | None:
    """The quotation in which a claim's verb stands, where it is a sentence of somebody."""
    start = document.text.rfind("\n", 0, claim.trigger.start) + 1
    end = document.text.find("\n", claim.trigger.end)
    for found in QUOTED.finditer(document.text, start, end if end >= 0 else len(document.text)):
        if found.start() < claim.trigger.start < found.end():
            return found if len(found.group(1).split()) >= WORDS else None
    return None


def _quoted(quote: re.Match[str], document: Document, witness: str | None, channel: str | None) -> Teller | None:
    text = document.text
    after = AFTER.match(text, quote.end())
    name = _name_after(after)
    if name is not None and not named_nations(name):
        return _person(name, document, text.find(name, quote.end()), channel)
    if witness is not None:
        return _person(witness, document, text.find(witness), channel)
    if after is not None:
        return None
    line = text.rfind("\n", 0, quote.start()) + 1
    before = BEFORE.search(text, line, quote.start())
    if before is None or " " not in before.group(1):
        return None  # "Since", "Kyiv"
    return _person(before.group(1), document, before.start(1), channel)


def _of_nameless(
    unnamed: Link, quote: re.Match[str], claim: Claim, document: Document, channel: str | None
) -> Teller | None:
    """The witness without a name, of words in quotation marks that nobody else is told to have said."""
    after = AFTER.match(document.text, quote.end())
    if after is not None and after.group("pronoun") is None:
        return None
    return speaker_teller(unnamed, None, document, channel, claim)


PRONOUN = re.compile(r"[,.!?]?\s+(he|she)\s+(?:\w+ly\s+)?(?:says|said|tells|told|recalls|adds|added|explains)\b")


def _taken_himself(claim: Claim, quote: re.Match[str], document: Document, channel: str | None) -> Teller | None:
    """Of "they put us in the army", he says: somebody who was taken, where no name leads to him; None for others."""
    after = PRONOUN.match(document.text, quote.end())
    if after is None or experience(claim)[0] != "recruit":
        return None
    span = Span(start=after.start(1), end=after.end(1), text=after.group(1))
    link = Link(name="recruit", kind="unnamed_recruit", span=span)
    return speaker_teller(link, None, document, channel, claim)


def _name_after(found: re.Match[str] | None) -> str | None:
    return (found.group(1) or found.group("first")) if found is not None else None


def witness_of(reading: Reading) -> str | None:
    """The private person on whose word a feature rests: the only one by name whose sentences it quotes, or the one to
    whom it puts down more than to all others."""
    document = reading.document
    if (name := pseudonym(reading)) is not None and not _is_outshone(name, reading):
        return name
    quoted, times = _quoted_by_name(document)
    if len(quoted) > 1 or times < TIMES:
        return None
    name = _most_credited(reading)
    for by_name, often in quoted.items():
        one = name is not None and bool(set(person_key(by_name).split()) & set(person_key(name).split()))
        name = name if one else by_name if often >= TIMES else None
    if name is None or not name[:1].isupper() or named_nations(name):
        return None
    if name.upper() in ("Q", "A") or _is_outshone(name, reading) or (not quoted and not is_heard(name, document.text)):
        return None
    name = _living(name, reading)
    if name is None:
        return None
    teller = _person(name, document, document.text.find(name), None)
    low = bool(LOW_RANKS & set(teller.role.lower().split())) and teller.body is None
    return name if is_private(teller) or teller.sort or low else None


def _living(name: str, reading: Reading) -> str | None:
    """The person of that name of whom the article does not tell that he was killed: of a dead son and his father who
    share a surname, the father in full; None where nobody is left."""
    surname, text = name.split()[-1], reading.document.text
    lost = [a.span.text for c in reading.claims if c.event_type == "KILL" for a in c.arguments if a.role == "victim"]
    dead = [words for words in lost if surname in words]
    if not dead:
        return name
    full = {m.group() for m in re.finditer(rf"\b[A-Z][\w’'-]+ {re.escape(surname)}\b", text)}
    left = sorted(each for each in full if not any(each.split()[0] in words for words in dead))
    alone = all(len(words.split()) > 1 for words in dead)
    return left[0] if alone and len(left) == 1 and (name == surname or name == left[0]) else None


SAYING = (
    r"(?:say|said|tell|told|relate|recall|recount|remember|add|explain|describe|write|wrote|whisper|repl[yi]e?|laugh|insist|admit"
    r"|claim|maintain|speak|spoke|talk|ask|answer|smile|nod|shrug|show|point|sit|sat|think|thought|believe|call|know|knew)"
    r"(?:s|d|ed)?"
)


def is_heard(name: str, text: str) -> bool:
    """Whether a text has a name beside a verb of saying: a son of whom a mother speaks is credited by "he" alone."""
    parts = "|".join(re.escape(part) for part in name.split() if part[:1].isupper())
    ahead = rf"\b(?:{parts})\b(?!, (?:he|she)\b)[^.;\n]{{0,60}}?\b{SAYING}\b"
    return (
        re.search(rf"{ahead}|\b{SAYING}\b(?: (?!(?:that|her|him|them|me|us)\b)\w+){{0,3}} (?:{parts})\b", text)
        is not None
    )


def _is_outshone(name: str, reading: Reading) -> bool:
    """Whether an article names another person twice as often: the feature is his, and this one explains it."""
    text = reading.document.text
    others = {m.span.text for m in reading.mentions.actors if m.kind == "person" and m.form == "name"}
    own = text.count(name.split()[-1])
    return any(text.count(o.split()[-1]) >= 2 * own for o in others if not set(o.split()) & set(name.split()))


LOW_RANKS = listed("sergeant corporal private lance soldier recruit conscript volunteer fighter deserter")
"""Ranks of those who are taken, and speak for no army."""


def _quoted_by_name(document: Document) -> tuple[dict[str, int], int]:
    """Name -> how many of their sentences a text quotes beside it; and how many such sentences it has in all."""
    names: dict[str, int] = {}
    times = 0
    for quote in QUOTED.finditer(document.text):
        if len(quote.group(1).split()) < WORDS:
            continue
        times += 1
        after = AFTER.match(document.text, quote.end())
        told = _name_after(after)
        if told is not None and looks_on(_person(told, document, document.text.find(told), None), document.text):
            times -= 1
        elif told is not None and not named_nations(told) and (parts := set(person_key(told).split())):
            known = next((name for name in names if parts & set(person_key(name).split())), told)
            names[known] = names.get(known, 0) + 1
    return names, times


def _most_credited(reading: Reading) -> str | None:
    times: Counter[str] = Counter()
    names: dict[str, str] = {}
    for attribution in reading.attributions:
        if not attribution.chain or attribution.claims_nothing or attribution.attitude:
            continue
        link = attribution.chain[-1]
        if link.kind != "named_person" or not is_heard(link.name, reading.document.text):
            continue
        key = (person_key(link.name).split()[-1:] or [link.name])[0]
        times[key] += 1
        if len(link.name) > len(names.get(key, "")):
            names[key] = link.name
    most = max(times, key=lambda each: (times[each], each), default="")
    next_most = max((often for key, often in times.items() if key != most), default=0)
    chief = times[most] >= min(SHARE * times.total(), TWICE * next_most)
    return names[most] if most in names and times[most] >= TIMES and chief else None
