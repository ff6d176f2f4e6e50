"""Lead short names, acronyms, descriptions and pronouns back to the actor that a document names in full.

Few rules, each sure of itself; what they do not decide stays open. In order: acronyms that the text defines, last
words of a longer name, descriptions that fit one named actor only, and "he" or "she" where one person alone can be
meant.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from sayso.lexicon.aliases import Aliases
from sayso.lexicon.firmness import load_firmness
from sayso.model import Mention, Parsed, Reason, Span
from sayso.stages.normalise.actors.plural import antecedents
from sayso.stages.normalise.actors.possessed import own_forces

DEFINED = re.compile(r"\s?[(\[](?:the )?[\"“'‘]?([A-Z][A-Za-z&.-]{1,9})[\"”'’]?[,;)\]]")
HIM = frozenset(("he", "him", "his", "himself"))
HER = frozenset(("she", "her", "hers", "herself"))
LADY = re.compile(r"(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Baroness)\.?\s$")
GENTLEMAN = re.compile(r"(?:Mr|Sir|Lord|King|Prince|Sheikh|Mullah|Ayatollah)\.?\s$")
Form = Literal["short", "acronym", "nominal", "pronoun"]
REACH = 2
"""How many sentences before its own a pronoun is looked up in."""


def link(
    parsed: Parsed, named: list[Mention], described: list[Mention], pronouns: list[Mention], aliases: Aliases
) -> tuple[Mention, ...]:
    """All mentions in text order, with the entities that they lead back to."""
    named = _acronyms(parsed.document.text, named)
    named = _short_names(named)
    named = _nicknames(parsed.document.text, named)
    described = list(own_forces(parsed, named, _descriptions(parsed, named, described, aliases), aliases))
    named = list(own_forces(parsed, named, named, aliases))
    pronouns = [*_pronouns(parsed, named, pronouns), *_speakers_it(parsed, named, described)]
    groups = antecedents(parsed, sorted((*named, *described), key=lambda m: m.span.start), pronouns)
    pronouns = [_lead(p, groups[p.span.start], "they", "pronoun") if p.span.start in groups else p for p in pronouns]
    return tuple(sorted((*named, *described, *pronouns), key=lambda m: (m.span.start, -m.span.end)))


def _lead(mention: Mention, to: Mention, rule: str, form: Form) -> Mention:
    """The mention, led to another's entity."""
    reason = Reason(rule=f"actors.{rule}", detail=f"{mention.span.text} is {to.name}", spans=(mention.span, to.span))
    return replace(
        mention, entity=to.entity, name=to.name, kind=to.kind, country=to.country, sector=to.sector, antecedent=to.span,
        form=form, reasons=(reason,),
    )  # fmt: skip


def _acronyms(text: str, named: list[Mention]) -> list[Mention]:
    """ "National Resistance Front (NRF)": from there on, and before, NRF is that front."""
    defined: dict[str, Mention] = {}
    for mention in named:
        if mention.kind in ("nationality", "person") or " " not in mention.span.text:
            continue
        match = DEFINED.match(text, mention.span.end)
        if match is not None and initials(match.group(1), mention.span.text):
            defined.setdefault(match.group(1), mention)
    spelled = {m.span.text: m for m in defined.values()}
    return [
        _lead(m, defined[m.span.text], "acronym", "acronym")
        if m.span.text in defined and m.span.text not in spelled
        else m
        for m in named
    ]


def initials(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym occur as first letters of the name's words, in order.

    >>> initials("IRGC", "Islamic Revolutionary Guard Corps"), initials("UN", "World Bank")
    (True, False)
    """
    words = iter(re.findall(r"\w+", name.casefold()))
    return all(any(word.startswith(letter) for word in words) for letter in acronym.casefold() if letter.isalnum())


def _short_names(named: list[Mention]) -> list[Mention]:
    """A shorter name that is the end (or for persons the beginning) of one longer name only."""
    longer: dict[tuple[str, str], dict[str, Mention]] = defaultdict(dict)
    for m in named:
        words = m.span.text.split()
        family = "person" if m.kind == "person" else "body"
        if m.entity is None or m.kind == "nationality" or len(words) < 2 or m.form not in ("name", "acronym"):
            continue
        for tail in {" ".join(words[at:]) for at in range(1, len(words))}:
            longer[family, tail].setdefault(m.entity, m)
        if family == "person":
            longer[family, words[0]].setdefault(m.entity, m)
            if m.span.text.isupper():
                longer[family, words[-1].title()].setdefault(m.entity, m)  # a byline in capitals
    return [_shortened(m, longer) for m in named]


ARTICLE = re.compile(r"^Al-")
"""The article of a family name that opens a sentence."""


def _shortened(m: Mention, longer: dict[tuple[str, str], dict[str, Mention]]) -> Mention:
    family = "person" if m.kind == "person" else "body"
    known = m.entity is not None and not m.entity.startswith(f"{m.kind}-")
    if m.form != "name" or m.kind == "nationality" or known:
        return m  # the tables know it already
    fits = longer.get((family, m.span.text), {}) or longer.get((family, ARTICLE.sub("al-", m.span.text)), {})
    others = {entity: full for entity, full in fits.items() if entity != m.entity}
    return _lead(m, next(iter(others.values())), "short_name", "short") if len(others) == 1 else m


NICKNAMED = re.compile(
    r"(?:,? |, \(|, an? (?:[\w-]+ ){1,4})(?:who is |who was |who goes |also |better |widely |popularly |locally )*"
    r"(?:known(?: \w+){0,2} as|known by (?:the|his|her) (?:\w+ )?name|alias|a\.?k\.?a\.?|nicknamed|dubbed|"
    r"(?:goes )?by the name(?: of)?|goes by|(?:whose|with the|under the) nom de guerre(?: is| was| of)?)[,:]? [\"“‘']?"
)
"""What stands between a person's name and another that the same person goes by."""


def _nicknames(text: str, named: list[Mention]) -> list[Mention]:
    """ "Bassel al-Hariri, known as Abu Omar": Abu Omar is he, here and wherever else the name stands."""
    called: dict[str, Mention] = {}
    for one, other in pairwise(named):
        persons = one.kind == other.kind == "person" and one.entity is not None
        if persons and NICKNAMED.fullmatch(text, one.span.end, other.span.start):
            called.setdefault(other.span.text, one)
    return [
        _lead(m, called[m.span.text], "nickname", "short")
        if m.kind == "person" and m.span.text in called and m.entity != called[m.span.text].entity
        else m
        for m in named
    ]


def _descriptions(parsed: Parsed, named: list[Mention], described: list[Mention], aliases: Aliases) -> list[Mention]:
    """ "The mercenary group" is the one actor named in the document that the tables call so."""
    by_words: dict[str, dict[str, Mention]] = defaultdict(dict)
    for m in named:
        actor = aliases.actors.get(m.entity or "")
        for words in actor.nominals if actor is not None else ():
            by_words[words.casefold()].setdefault(m.entity or "", m)
    found = []
    starts = {m.span.start: m for m in named if m.entity is not None and m.kind in ("group", "organisation", "force")}
    for d in described:
        beside = starts.get(d.span.end + 1) if d.kind in ("group", "organisation", "force") else None
        if d.entity is None and beside is not None and _is_apposed(parsed, d, beside):
            found.append(_lead(d, beside, "apposition", "nominal"))
            continue
        fits = _called(d, by_words) if d.entity is None else {}
        to = next(iter(fits.values())) if len(fits) == 1 else None
        found.append(_lead(d, to, "description", "nominal") if to is not None and to.span.start < d.span.start else d)
    return found


def _is_apposed(parsed: Parsed, described: Mention, named: Mention) -> bool:
    """Whether a name right behind a description says who it is: "the mercenary group Wagner"."""
    name = parsed.doc.char_span(named.span.start, named.span.end, alignment_mode="expand")
    noun = parsed.doc.char_span(described.span.start, described.span.end, alignment_mode="expand")
    if name is None or noun is None or name.root.dep_ != "appos" or name.root.head.i != noun.root.i:
        return False
    after = parsed.doc[name.end] if name.end < len(parsed.doc) else None
    if parsed.document.text[described.span.end] != " " or after is None:
        return False
    return after.pos_ != "VERB" or after.i == noun.root.head.i  # not "the militia Wagner trained fled"


def _called(d: Mention, by_words: dict[str, dict[str, Mention]]) -> dict[str, Mention]:
    """Actors that the tables call by these words, or by their end where no country or name is among them."""
    words = d.span.text.casefold()
    if words in by_words or d.country is not None:
        return by_words.get(words, {})
    tails = (words[at + 1 :] for at, c in enumerate(words) if c == " ")
    return next((by_words[tail] for tail in tails if tail in by_words and (" " in tail or tail in OWN)), {})


OWN = frozenset(("commandos", "commando", "houthis"))
"""Single words that are as good as a name once the actor is named."""


def _pronouns(parsed: Parsed, named: list[Mention], pronouns: list[Mention]) -> list[Mention]:
    """Lead "he" and "she" to the only person named in reach; open inside quotations, where the speaker shifts."""
    text = parsed.document.text
    persons = [m for m in named if m.kind == "person" and m.entity is not None]
    starts = [m.span.start for m in persons]
    sentences = [s.start for s in parsed.sentences]
    quoted = [(q.span.start, q.span.end) for q in parsed.quotations if not q.scare]
    genders = {m.entity: g for m in persons if (g := _gender(text, m.span)) is not None}
    found = []
    for p in pronouns:
        sex = "he" if p.span.text.lower() in HIM else "she" if p.span.text.lower() in HER else None
        if sex is None or any(start < p.span.start < end for start, end in quoted):
            found.append(p)
            continue
        here = bisect_right(sentences, p.span.start) - 1
        since = sentences[max(0, here - REACH)] if sentences and here >= 0 else 0
        near = [m for m in persons[: bisect_right(starts, p.span.start)] if m.span.start >= since]
        fits = {m.entity: m for m in near if genders.get(m.entity, sex) == sex}
        found.append(_lead(p, next(iter(fits.values())), "pronoun", "pronoun") if len(fits) == 1 else p)
    return found


EMPTY_IT = frozenset({"be", "seem", "appear", "happen", "take", "become", "rain", "turn", "follow", "matter"})
"""Verbs whose "it" often stands for nothing or for a clause."""
BODIES = frozenset({"government", "organisation", "group", "force", "outlet"})


def _speakers_it(parsed: Parsed, named: list[Mention], described: list[Mention]) -> list[Mention]:
    """ "Norland denied that it had ...": it is the body that speaks, as subject of what that body says."""
    speech = load_firmness().speech
    ends = {m.span.end: m for m in (*named, *described) if m.entity and m.kind in BODIES}
    found = []
    for token in parsed.doc:
        if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass") or token.head.lemma_ in EMPTY_IT:
            continue
        verb, told = token.head, token.head.head
        if verb.dep_ != "ccomp" or told.i > verb.i or not (told.lemma_ in speech or told.lemma_ == "deny"):
            continue
        subject = next((child for child in told.lefts if child.dep_ == "nsubj"), None)
        to = ends.get(subject.idx + len(subject)) if subject is not None else None
        if to is not None:
            span = Span(start=token.idx, end=token.idx + len(token), text=token.text)
            it = Mention(span=span, entity=None, name=token.text, kind=to.kind, form="pronoun")
            found.append(_lead(it, to, "speakers_it", "pronoun"))
    return found


def _gender(text: str, span: Span) -> str | None:
    before = text[max(0, span.start - 12) : span.start]
    return "she" if LADY.search(before) else "he" if GENTLEMAN.search(before) else None
