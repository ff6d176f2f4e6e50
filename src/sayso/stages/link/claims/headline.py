"""Propositions in a line: what is claimed, by the phrase of its type, from the fullest of its claims."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sayso.lexicon.phrases import counted_together, fill, named, number, roles_of
from sayso.model import Argument, Claim, Proposition, Quantity, Reading, Relations
from sayso.stages.link.over import Over, in_turn
from sayso.stages.link.packed import claims_by_id

LONGEST = 160
"""Code points of a headline at most."""
MOST_NAMES = 3
"""Names a role at most; more are counted."""
COUNTED = re.compile(r"(?:.*\d\S*\s+)?(\S.*)", re.DOTALL)
"""The words of a figure behind its last digits: what is counted."""


def entitle(
    relations: Relations, readings: Sequence[Reading], phrases: Mapping[str, str], over: Over = in_turn
) -> Relations:
    """The relations with each proposition's title from the phrase of its type; types without a phrase keep theirs.

    The words are those of a report that took the claim from no other one here: what a copy made of a figure or a name
    does not become the title. Where voices tell figures that cannot both be so, the title names all of them as a range
    ("Killing of 39 to 103 people"): what one of them says is not what the others bear out.
    """
    claims = claims_by_id(readings)
    sources: dict[str, set[str]] = {}
    copied: dict[str, set[str]] = {}
    for derivation in relations.derivations:
        if derivation.kind in ("copy", "rewrite") and derivation.left is not None:
            sources.setdefault(derivation.right, set()).add(derivation.left)
        if derivation.kind == "copy" and derivation.left is not None:
            copied.setdefault(derivation.right, set()).add(derivation.left)

    def title_of(proposition: Proposition) -> str | None:
        held = [claims[c] for c in proposition.claims if c in claims]
        told = {c.id: claims.document(c.id).id for c in held}
        inside = set(told.values())
        first = [c for c in held if not sources.get(told[c.id], set()) & inside]
        title = best_title(first, phrases) or best_title(held, phrases)
        own = {c.id for c in held if not copied.get(told[c.id], set()) & inside}
        if title and (disputed := disputed_figures(proposition, claims, own)):
            title = with_ranges(title, held, disputed)
        if title is None and any(c.polarity == "negative" and c.content.text == proposition.title for c in held):
            return whether(proposition.title)
        return title or without_source(proposition.title)

    titles = over(title_of, relations.propositions)
    both = zip(relations.propositions, titles, strict=True)
    return replace(relations, propositions=tuple(replace(each, title=title) if title else each for each, title in both))


SOURCE = re.compile(r"According to [^,]{2,80},(?: (?:who|which|whose) [^,]{3,140},)? (?=\w)")


def without_source(words: str) -> str:
    """Words that stand for a title, without whose they are: the line names its voices.

    >>> without_source("According to Ann Lee, who keeps the list, these men left in May")
    'These men left in May'
    >>> without_source("They left in May")
    'They left in May'
    """
    rest = SOURCE.sub("", words, count=1) if SOURCE.match(words) else words
    return f"{rest[0].upper()}{rest[1:]}" if rest != words else words


NEITHER = (
    (re.compile(r"\b(?:nobody|no one)\b", re.IGNORECASE), "anybody"),
    (re.compile(r"\b(?:not one|not a single|none|no)\b", re.IGNORECASE), "any"),
    (re.compile(r"\bnever\b", re.IGNORECASE), "ever"),
)
"""Words that negate, and what stands for them in a question."""


def whether(words: str) -> str:
    """What negated words leave open, so that a title does not deny beside "said not to be so".

    >>> whether("that nobody was forced to sign"), whether("not one man was sent"), whether("it did not happen")
    ('whether anybody was forced to sign', 'whether any man was sent', 'it did not happen')
    """
    for negating, asked in NEITHER:
        if negating.search(words) is not None:
            plain = negating.sub(asked, re.sub(r"^that\s+", "", words), count=1)
            return f"whether {plain[0].lower() if plain.startswith(asked.capitalize()) else plain[0]}{plain[1:]}"
    return words


def best_title(held: Sequence[Claim], phrases: Mapping[str, str]) -> str | None:
    """The title of the claim that says most of what the others say too; None when none gives one.

    A claim that names who, whom and where stands for all only where they name the same: the fuller of two comes first
    where the others bear out both alike.
    """
    claims = leading(held)
    borne = borne_out(claims, phrases)
    best = max(claims, key=lambda c: (borne[c.id], fullness(c, phrases), -len(c.content.text), c.id), default=None)
    return headline(best, phrases, is_told=partial(_is_told_by_most, claims)) if best else None


def _is_told_by_most(claims: Sequence[Claim], figure: Quantity) -> bool:
    """Whether most of some claims give a figure: what one of many counts is not what the others say."""
    told = sum(any((q.low, q.high) == (figure.low, figure.high) for q in claim.quantities) for claim in claims)
    return 2 * told > len(claims)


def borne_out(claims: Sequence[Claim], phrases: Mapping[str, str]) -> dict[str, int]:
    """Claim id -> how often other claims name what it does, summed over the roles of its phrase; other claims of its
    own type count once more, so that a group's commonest type names it."""
    named_in = {
        claim.id: {
            (role, name)
            for role in roles_of(phrases.get(claim.event_type, ""))
            if (name := names(claim.arguments, role))
        }
        for claim in claims
    }
    told = Counter(each for held in named_in.values() for each in held)
    types = Counter(claim.event_type for claim in claims)
    return {c.id: types[c.event_type] - 1 + sum(told[each] - 1 for each in named_in[c.id]) for c in claims}


def disputed_figures(
    proposition: Proposition, claims: Mapping[str, Claim], own: Collection[str]
) -> dict[str, tuple[float, float]]:
    """By what is counted the least and the most of the figures that cannot both be so; empty where none are told.

    `own` are the claims of documents that are no copy of another one here: what a copy made of a figure is no end of
    the range.
    """
    rivals = {
        claim
        for c in proposition.contradictions
        if c.about == "figure" and c.difference == "fact"
        for claim in (c.left, c.right)
    }
    bounds: dict[str, list[float]] = {}
    for figure in proposition.figures:
        if (
            figure.claim in rivals
            and figure.claim in own
            and figure.unit
            and claims[figure.claim].polarity == "positive"
        ):
            bounds.setdefault(figure.unit, []).extend(b for b in (figure.low, figure.high) if b is not None)
    return {unit: (min(held), max(held)) for unit, held in bounds.items() if held and min(held) < max(held)}


def with_ranges(title: str, claims: Sequence[Claim], ranges: Mapping[str, tuple[float, float]]) -> str:
    """A title in which the words of a figure in dispute give way to the range of all that are told."""
    figures = [
        q for c in claims for q in c.quantities if q.unit in ranges and q.span.text.casefold() in title.casefold()
    ]
    if not figures:
        return title
    figure = max(figures, key=lambda q: len(q.span.text))
    low, high = ranges[figure.unit or ""]
    counted = COUNTED.fullmatch(figure.span.text)
    words = f"{number(low)} to {number(high)} {counted.group(1) if counted else ''}".rstrip()
    line = re.sub(re.escape(figure.span.text), lambda _: words, title, count=1, flags=re.IGNORECASE)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def leading(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims on the side that most of them take: a denial must not name what many affirm."""
    positive = [c for c in claims if c.polarity == "positive"]
    return positive if 2 * len(positive) >= len(claims) and positive else claims


def fullness(claim: Claim, phrases: Mapping[str, str]) -> tuple[int, int]:
    """How much of its phrase a claim fills, names that lead to an entity first."""
    roles = roles_of(phrases.get(claim.event_type, ""))
    filled = {a.role for a in claim.arguments} & roles
    known = {a.role for a in claim.arguments if a.entity} & roles
    return len(filled), len(known)


def headline(
    claim: Claim, phrases: Mapping[str, str], is_told: Callable[[Quantity], bool] = lambda _: True
) -> str | None:
    """What a claim is about, in a line; None when its type has no phrase or none of its roles is filled.

    A figure outside the roles stands in brackets behind it where `is_told` has it as one of the line.

    It says nothing of firmness or polarity: these differ from claim to claim and are shown beside it.
    """
    phrase = phrases.get(claim.event_type)
    if phrase is None:
        return None
    held = counted_together(claim.arguments, claim.quantities)
    fillers = {role: names(held, role) for role in roles_of(phrase)}
    fillers = {role: words for role, words in fillers.items() if words}
    if not fillers:
        return None
    if claim.money and "offer" in roles_of(phrase) and "offer" not in fillers:
        fillers["offer"] = claim.money[0].span.text
    line = fill(phrase, fillers)
    beside = (q for q in claim.quantities if q.span.text.casefold() not in line.casefold())
    figure = next((q.span.text for q in beside if is_told(q)), None)
    if figure:
        line = f"{line} ({figure})"
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def names(arguments: Sequence[Argument], role: str) -> str:
    """The names that play a role, in order of a route or of the text."""
    held = [a for a in arguments if a.role == role]
    held.sort(key=lambda a: (a.order if a.order is not None else 0, a.span.start))
    found = list(dict.fromkeys(n for a in held if (n := name(a))))
    more = len(found) - MOST_NAMES
    words = ", ".join(found[:MOST_NAMES])
    return f"{words} and {more} more" if more > 0 else words


def name(argument: Argument) -> str | None:
    """The entity's name, else the words; None for a pronoun that leads to nobody."""
    return argument.value if argument.entity and argument.value else uncapped(named(argument.span.text))


OPENERS = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|several|some|many|most|few|all|both"
    r"|other|more|mortal|young|former|local|armed|foreign|retired|wounded|about|around|at|up|over|nearly|almost)\b(?=\s+(?-i:[a-z\d]))",
    re.IGNORECASE,
)
"""First words of descriptions, which are no part of a name though a sentence begins with them."""


def uncapped(words: str | None) -> str | None:
    """A description without the capital of the sentence's beginning: "four persons" of "Four persons".

    >>> uncapped("Four persons"), uncapped("Four Seasons"), uncapped("Kherson residents")
    ('four persons', 'Four Seasons', 'Kherson residents')
    """
    return words[0].lower() + words[1:] if words and OPENERS.match(words) else words
