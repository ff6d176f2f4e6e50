"""What a text tells of a private person: age, home and trade, whose relative, and that he tells of himself.

Private persons are told in many ways ("a 24-year-old from the coast", "Ned Roe, a student"), and an age or a kinship
does not change from article to article: it brings two tellings together or keeps them apart.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.model import Claim
from sayso.stages.link.nations import NATIONAL
from sayso.stages.link.voices.describing import RELATIVE, SORTS, description
from sayso.stages.link.voices.persons import KEPT
from sayso.stages.link.voices.teller import Particulars, Teller
from sayso.stages.link.wording import places_of, stem
from sayso.stages.link.wordlists import listed

KINSHIP = {
    "mother": "mother", "mothers": "mother", "mum": "mother", "father": "father", "fathers": "father", "dad": "father",
    "wife": "wife", "wives": "wife", "widow": "wife", "widows": "wife", "husband": "husband", "brother": "brother",
    "brothers": "brother", "sister": "sister", "sisters": "sister", "son": "son", "daughter": "daughter",
    "uncle": "uncle", "aunt": "aunt", "cousin": "cousin", "cousins": "cousin", "nephew": "nephew", "niece": "niece",
}  # fmt: skip
"""Words for one relative -> which; "family" and "relatives" may be any."""
CLOSE = "|".join(sorted(SORTS["kin"]))
OTHERS = {"son": "parent", "daughter": "parent", "husband": "wife", "wife": "husband"}
"""Of whom somebody speaks as his own -> what he is: who says "my husband" is a wife."""
PARENTS = frozenset({"mother", "father"})
BEHIND = 140
"""Code points behind a name in which it is told who that is."""
COMMON = frozenset(
    stem(word)
    for word in listed(
        "student graduate soldier worker labourer farmer driver job young youth old year resident villager unemployed "
        "returnee migrant prisoner captive recruit fighter volunteer veteran father mother brother sister wife widow "
        "husband son daughter cousin uncle aunt relative family man woman boy girl person citizen national native local"
    )
)
"""Traits that many have: one of them tells less than an age, a trade or a home."""
ENOUGH = 2.0
"""Points from which on two tellings are of one person: an age, a rare trait or which relative is one,
a common one a half."""
PROPER = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"


@lru_cache(maxsize=KEPT)
def told_of(name: str, text: str) -> Particulars:
    """What a text says of a named person right beside the name.

    >>> told = told_of("Ned Roe", "Ned Roe, 24, a welder from Bergen, went.")
    >>> told.age, sorted(told.traits)
    (24, ['bergen', 'welder'])
    >>> told_of("Eve Poe", "Jon's mother, Eve Poe, wept.").kin, told_of("Eve Poe", "His sister Eve Poe wept.").kin
    ('mother', 'sister')
    """
    found = Particulars()
    for start, end in places_of(name, text):
        before = text[max(0, start - BEHIND) : start]
        here = _beside(before, text[end : end + BEHIND])
        kin = POSSESSED.search(before)
        whose = whose_own(kin.group(), text, start - len(kin.group())) if kin else ""
        found = both(found, replace(here, of=here.of | {whose}) if whose else here)
    return found


def whose_own(words: str, text: str, start: int) -> str:
    """The full name that a sentence before "his mother" begins with, else the last one, folded; empty where there is
    none.

    >>> text = "Ned Roe left in May. His mother wept."
    >>> whose_own("His mother", text, text.index("His"))
    'ned roe'
    """
    if re.match(r"(?:his|her)\b", words, re.IGNORECASE) is None:
        return ""
    ahead = text[max(0, start - AHEAD) : start]
    names = list(FULL_NAME.finditer(ahead))
    first = [found for found in names if OPENS.search(ahead, 0, found.start())]
    return fold((first or names)[-1].group()) if names else ""


AHEAD = 300
"""Code points before "his mother" in which the one is named whose mother she is."""
OPENS = re.compile(r"(?:[.!?:\n”\"]\s*[“\"]?|\A)\Z")
"""What a sentence begins after."""
FULL_NAME = re.compile(r"\b[A-Z][a-z’'-]+(?: (?:[A-Z]\.|al-[A-Z][a-z]+|bin|[A-Z][a-z’'-]+))* [A-Z][a-z’'-]+\b")


BEFORE_NAME = re.compile(r"(?:^|[.;:“”\"\n(]|, | that | and )([^.,;:“”\"\n(]{0,70}?),? $")
AGE_AHEAD = re.compile(r"\b(\d{2})-year-old\b")
AGE_BEHIND = re.compile(r"^(?:,? (?:who is |is |aged? )?|,? \()(\d{2})(?=[,).;]| years? old|-year-old| and\b|$)")
BEHIND_NAME = re.compile(r"^,? ?\(?(?:\d{2}\)?,? ?)?(?:(?:is|was) )?((?:an?|the|his|her) [^,.;:“”\"\n)]{3,70})")
POSSESSED = re.compile(
    rf"(?:({PROPER})['’]s?|\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Tt]he(?: \w+['’]s)?) (?:\w+ )?({CLOSE}),? $"
)
RELATED = re.compile(rf"^,? (?:the |an? )?(?:\w+ )?({CLOSE}) of ({PROPER})")


OWN_KIN = re.compile(rf"\b(?:her|his) (?:\w+ )?({CLOSE}),? ({PROPER})(?=\W)")
"""Whom somebody is told to be a relative of, behind the name: "Ann Roe said that her brother Ned ..."."""


def _beside(before: str, behind: str) -> Particulars:
    aged = AGE_BEHIND.search(behind) or AGE_AHEAD.search(before[-40:])
    told = BEHIND_NAME.match(behind)
    kin = POSSESSED.search(before)
    related = RELATED.match(behind)
    own = OWN_KIN.search(re.split(r"[.;\n]", behind[: BEHIND - 1], maxsplit=1)[0])
    words = told.group(1) if told else ""
    ahead = BEFORE_NAME.search(before)
    if (ahead is not None and ahead.group(1)[:1].islower()) or (ahead and re.match(r"(?:An?|The) ", ahead.group(1))):
        words = f"{words} {ahead.group(1)}" if ahead.group(1).count(" ") < 5 else words
    return Particulars(
        age=int(aged.group(1)) if aged else None,
        kin=KINSHIP.get(kin.group(2) if kin else related.group(1) if related else "", ""),
        of=frozenset(
            fold(name)
            for name in ((kin and kin.group(1)), (related and related.group(2)), (own and own.group(2)))
            if name
        ),
        traits=traits(words),
    )


def told_by(words: str) -> Particulars:
    """What the words tell by which a text calls somebody without a name.

    >>> told = told_by("a 24-year-old welder from Bergen")
    >>> told.age, sorted(told.traits)
    (24, ['bergen', 'welder'])
    >>> told_by("Jon Roe's mother").kin, sorted(told_by("the brother of Jon Roe").of)
    ('mother', ['jon roe'])
    """
    words = RELATIVE.sub("", " ".join(words.split()))
    aged = AGE_AHEAD.search(words) or re.search(r", (\d{2})$", words)
    owned = re.search(rf"({PROPER})['’]s? (?:\w+ )?({CLOSE})\b", words)
    of = re.search(rf"\b({CLOSE}) of ({PROPER})", words)
    first = next((w for w in words.lower().split() if w in KINSHIP), "")
    names = ((owned and owned.group(1)), (of and of.group(2)))
    return Particulars(
        age=int(aged.group(1)) if aged else None,
        kin=KINSHIP.get(owned.group(2) if owned else of.group(1) if of else first, ""),
        of=frozenset(fold(name) for name in names if name),
        traits=traits(words),
    )


def traits(words: str) -> frozenset[str]:
    """Stems of home and trade in a description, without numbers, nations and words of kinship."""
    for hit in reversed([h for h in load_aliases().find(words) if h.form.sort in NATIONAL]):
        words = f"{words[: hit.start]} {words[hit.end :]}"
    found = description(re.sub(r"\b\d{1,3}-year-old\b", " ", words))
    return frozenset(found - {"year", "old", "from", "name"})


def both(a: Particulars, b: Particulars) -> Particulars:
    """What two tellings of one person tell together; of two ages the first."""
    return Particulars(age=a.age or b.age, kin=a.kin or b.kin, of=a.of | b.of, traits=a.traits | b.traits)


def cannot_be_one(a: Particulars, b: Particulars) -> bool:
    """Whether two tellings are of two persons: ages more than a year apart, or two sorts of relative.

    >>> cannot_be_one(Particulars(age=24), Particulars(age=41)), cannot_be_one(Particulars(age=24), Particulars(age=25))
    (True, False)
    """
    if a.age is not None and b.age is not None and abs(a.age - b.age) > 1:
        return True
    if not a.kin or not b.kin or a.kin == b.kin:
        return False
    return "parent" not in (a.kin, b.kin) or not {a.kin, b.kin} & PARENTS


def are_one(a: Particulars, b: Particulars) -> bool:
    """Whether two tellings have so much in common that they are of one person: an age with a trait, or rare traits.

    >>> are_one(told_by("a 24-year-old welder"), told_by("the welder, 24")), are_one(told_by("a man"), told_by("a man"))
    (True, False)
    """
    if cannot_be_one(a, b):
        return False
    shared = a.traits & b.traits
    points = sum(0.5 if each in COMMON else 1.0 for each in shared if each != a.kin)
    same_kin = bool(a.kin) and a.kin == b.kin
    return points + (a.age is not None and a.age == b.age) + same_kin >= ENOUGH


def are_one_family(a: Particulars, b: Particulars, names: Iterable[str] = ("", "")) -> bool:
    """Whether two relatives are told to be of one man, or one to be a relative of the other, by their folded names.

    >>> are_one_family(Particulars(of=frozenset({"ned roe"})), Particulars(of=frozenset({"ned"})))
    True
    """
    first, second = names
    one = a.of | ({first} if first else set())
    other = b.of | ({second} if second else set())
    return any(x == y or x in y.split() or y in x.split() for x in one for y in other)


FIRST = re.compile(r"^(?:I|me|myself|we|us)$", re.IGNORECASE)
OWN = re.compile(rf"^(?P<whose>my|our|his|her) (?:\w+ )?(?P<kin>{CLOSE})\b", re.IGNORECASE)
TAKEN = listed("recruit_pool deployed traveller trainee recipient approached victim detained missing")
"""Roles of those who are taken, sent, paid or hurt."""


def experience(claim: Claim) -> tuple[str, str]:
    """The sort of a private person by what he tells, and which relative he is: `recruit` who tells that he was taken
    himself, `kin` of whose own it was. Empty where the words leave it open.
    """
    for argument in claim.arguments:
        if argument.role not in TAKEN:
            continue
        words = " ".join(argument.span.text.split())
        if FIRST.match(words):
            return "recruit", ""
        own = OWN.match(words)
        if own is not None:
            return "kin", OTHERS.get(KINSHIP.get(own.group("kin").lower(), ""), "")
    return "", ""


def with_experience(teller: Teller, claim: Claim) -> Teller:
    """A private voice with the sort that what it tells gives it, where the words beside it leave that open."""
    if teller.kind not in ("person", "unnamed") or teller.office or teller.body or teller.sort not in ("", "local"):
        return teller
    sort, kin = experience(claim)
    if not sort:
        return teller
    return replace(teller, sort=sort, told=both(teller.told, Particulars(kin=kin)))
