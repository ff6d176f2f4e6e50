"""Which voices cannot be the same, by what is told of them: names, bodies, offices, nations, and their sort.

A voice that nothing sets apart from another may be the same one: silence never makes two of them.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.sources import load_source_words
from sayso.stages.link.nations import NATIONAL, named_nations
from sayso.stages.link.voices.tellers import SORTS, Teller, description, person_key
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import listed

PRIVATE = frozenset({"recruit", "local", "kin"})
"""Sorts of unnamed voice that hold no office and speak for no body."""
CLASHING = frozenset(
    frozenset(pair) for pair in (("official", "recruit"), ("official", "kin"), ("soldier", "kin"), ("recruit", "kin"))
)
"""Sorts that one person does not have as a witness of one thing: who tells of a son's recruitment is not the recruit.
A villager may be any of them, and a soldier an officer or a recruit."""
LAWMAKER = listed("lawmaker legislator mp senator congressman congresswoman parliamentarian opposition activist")
"""Roles of persons who do not speak for a body of the executive."""
EXECUTIVE = listed(
    "ministry department government army military police intelligence office agency embassy prosecutor navy service "
    "council administration authorities headquarters directorate investigation"
)

CIVIL = listed("rights observatory monitor watchdog charity foundation ngo hospital union association")
"""Words of bodies outside the state: an official of a ministry does not speak for them."""

SOCIETIES = CIVIL | listed("alliance network society forum club committee league circle")
"""Words of bodies that are none of a state, whatever country they name."""

HEADING = listed(
    "head director chief founder chairman chairwoman spokesman spokeswoman spokesperson coordinator member"
)
"""Roles within a body outside the state; a president is one of it unless he is told with his country."""


def are_different(a: Teller, b: Teller) -> bool:
    """Whether two voices cannot be the same: two nations, or what is told of two kinds of voice rules it out."""
    if a.kind in OWN_WORDS or b.kind in OWN_WORDS:
        return False
    left, right = sorted((a, b), key=lambda t: t.kind)
    return of_two_nations(left, right) or RULES.get((left.kind, right.kind), _may_be_one)(left, right)


OWN_WORDS = frozenset({"outlet", "own_reporting", "unknown"})
"""Kinds whose first voice is not told: it may be any."""


def _may_be_one(_a: Teller, _b: Teller) -> bool:
    return False


def _two_persons(a: Teller, b: Teller) -> bool:
    return not _same_person(a.name or "", b.name or "")


def _two_bodies(a: Teller, b: Teller) -> bool:
    """Two names that cannot be one body's. "A rights group" may be any that is named elsewhere and is none of a state,
    another common noun one that it shares a word with; two common nouns with one head are two ("foreign ministry",
    "interior ministry")."""
    one, other = a.name or "", b.name or ""
    if same_body(one, other):
        return False
    if (is_some_group(one) and not is_executive(b)) or (is_some_group(other) and not is_executive(a)):
        return False
    plain = [is_common(name) for name in (one, other)]
    first, second = description(one), description(other)
    if not any(plain) or not first & second:
        return True
    return all(plain) and one.split()[-1] == other.split()[-1] and not (first <= second or second <= first)


def is_common(name: str) -> bool:
    """Whether a body is called by a common noun, and not by its name.

    >>> is_common("a Yemeni rights group"), is_common("Rights Observatory")
    (True, False)
    """
    return bool(name) and name.split()[-1].islower()


def _body_and_person(body: Teller, person: Teller) -> bool:
    """A person is another voice than a body when he speaks for another one, or has an office that is none of it."""
    if fold(person.name or "") == fold(body.name or " "):
        return False
    if person.body is not None:
        return not same_body(person.body, body.name or "")
    if person.sort in PRIVATE or is_private(person):
        return True
    if person.office and _words(body.name or "") & CIVIL:
        role = _words(person.role)
        return not role & HEADING and ("president" not in role or person.nationality is not None)
    return bool(_words(person.role) & LAWMAKER and _words(body.name or "") & EXECUTIVE)


def is_private(person: Teller) -> bool:
    """Whether no article names an office, a trade or a body of a person: reports name a spokesman's, so it is somebody
    who speaks for nobody."""
    return not person.office and person.body is None and not person.role


def _person_and_unnamed(person: Teller, unnamed: Teller) -> bool:
    """Recruits, villagers and families hold no office; a soldier is no minister."""
    if frozenset((person.sort, unnamed.sort)) in CLASHING:
        return True
    if _of_two_ranks(person, unnamed):
        return True
    if unnamed.sort in PRIVATE:
        return person.body is not None or person.office
    return unnamed.sort == "soldier" and person.office and not _words(person.role) & load_source_words().military


RANKS = listed("general colonel major captain lieutenant sergeant corporal admiral brigadier")


def _of_two_ranks(person: Teller, unnamed: Teller) -> bool:
    """Whether one is called a general and the other a captain."""
    one = _words(person.role) & RANKS
    other = {word.removesuffix("s") for word in _words(unnamed.name or "")} & RANKS
    return bool(one and other) and not one & other


def _body_and_unnamed(body: Teller, unnamed: Teller) -> bool:
    if unnamed.sort == "official" and _words(body.name or "") & CIVIL:
        return bool(_words(unnamed.name or "") & EXECUTIVE)
    return unnamed.sort in PRIVATE or unnamed.sort == "soldier"


def _document_and_unnamed(document: Teller, unnamed: Teller) -> bool:
    """A paper of a ministry or a court is none of a recruit's or a villager's."""
    return unnamed.sort in PRIVATE and bool(_words(document.name or "") & EXECUTIVE)


COURTS = listed("court judgment verdict tribunal")


def _document_and_person(document: Teller, person: Teller) -> bool:
    """Nor is it a private person's."""
    private = person.sort in PRIVATE or is_private(person)
    return private and bool(_words(document.name or "") & (EXECUTIVE | COURTS))


def _two_documents(a: Teller, b: Teller) -> bool:
    return a.id != b.id and is_named(a.name or "") and is_named(b.name or "") and not are_of_one_issuer(a, b)


def _two_unnamed(a: Teller, b: Teller) -> bool:
    """Apart when one person cannot be of both sorts; who once was a recruit may be an official by now."""
    if frozenset((a.sort, b.sort)) not in CLASHING:
        return False
    return not (a.former and b.former and "recruit" in (a.sort, b.sort))


RULES: Mapping[tuple[str, str], Callable[[Teller, Teller], bool]] = {
    ("person", "person"): _two_persons,
    ("organisation", "organisation"): _two_bodies,
    ("organisation", "person"): _body_and_person,
    ("person", "unnamed"): _person_and_unnamed,
    ("organisation", "unnamed"): _body_and_unnamed,
    ("document", "organisation"): lambda a, b: _document_and_body(a, b),
    ("document", "unnamed"): _document_and_unnamed,
    ("document", "person"): lambda a, b: _document_and_person(a, b),
    ("document", "document"): _two_documents,
    ("unnamed", "unnamed"): _two_unnamed,
}
"""What sets two kinds of voice apart, kinds in the order of the alphabet; those that are not listed may be one."""


def can_be_of_one_sort(a: Teller, b: Teller) -> bool:
    """Whether the sorts of two unnamed voices leave it open that they are one."""
    if not a.sort or not b.sort or a.sort == b.sort:
        return True
    return "soldier" in (a.sort, b.sort) and frozenset((a.sort, b.sort)) <= {"soldier", "official", "recruit"}


def describes(unnamed: Teller, person: Teller) -> bool:
    """Whether an unnamed voice of an article can be the person whom it names: an official or officer for one with an
    office or rank, a recruit or villager for one without; somebody of no sort for whoever is described alike."""
    if are_different(unnamed, person):
        return False
    if unnamed.sort in ("official", "soldier"):
        return person.office and (
            not person.told_as or len(unnamed.words & person.told_as) > 0 or len(unnamed.words) <= 1
        )
    if unnamed.sort in PRIVATE:
        return not person.office and person.body is None
    return bool(unnamed.words & description(person.role))


PLAIN = frozenset(
    stem(word)
    for word in {"man", "woman", "person", "citizen", "recruit", "fighter", "soldier", "witness", "national"}
    | SORTS["kin"]
)


def is_left_nameless(unnamed: Teller, person: Teller) -> bool:
    """Whether a voice may be told without its name in a retelling: nothing but "the man", "a recruit" or "his widow",
    and no holder of an office."""
    hits = load_aliases().find(unnamed.name or "")
    nation = {word for hit in hits for word in description((unnamed.name or "")[hit.start : hit.end])}
    private = not person.office and person.body is None and unnamed.sort in ("", "recruit", "kin")
    return private and unnamed.words - nation <= PLAIN and not are_different(unnamed, person)


def leads(unnamed: Teller, body: Teller) -> bool:
    """Whether an office is that of a body's head: "the foreign minister" for the foreign ministry."""
    words, nation = _body(unnamed.name or "")
    others, foreign = _body(body.name or "")
    if "minist" not in {w[:6] for w in words} or (nation and foreign and not nation & foreign):
        return False
    return {("ministry" if w[:6] == "minist" else w) for w in words} == {
        ("ministry" if w[:6] == "minist" else w) for w in others
    }


def is_of(document: Teller, body: Teller) -> bool:
    """Whether a paper is a body's: by its name, or by nothing but a word of that name ("intelligence report"); or of
    the same ministry or police."""
    if domain(document.name or "") is not None and is_of_one_ministry(document, body):
        return True
    paper, _ = _body(document.name or "")
    issuer, _ = _body(body.name or "")
    if not issuer or of_two_nations(document, body):
        return False
    told = {w for w in paper if w not in PAPERS and w not in STEMS_OF_PAPERS}
    return issuer <= paper or (bool(told) and told <= issuer and bool(told & (SECRET | ISSUING)))


ISSUING = frozenset(stem(word) for word in ("court", "tribunal", "prosecutor", "prosecution"))
"""Bodies of which a story has one as a rule: "court statement" is that of the court that it names."""
ISSUER = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:(?:of|for|the|and)\s)*[A-Z][\w’'-]+)+|\b[A-Z]{2,6}\b")


def issuer(document: str) -> str | None:
    """The body that a paper's description names, by its full name or its initials; None where it names none.

    >>> issuer("report that the Coastal Crimes Bureau put before the court"), issuer("papers filed by the CCB")
    ('Coastal Crimes Bureau', 'CCB')
    """
    found = ISSUER.search(document)
    return found.group() if found else None


def are_of_one_issuer(a: Teller, b: Teller) -> bool:
    """Whether two papers are told to be of one body, which then speaks with one voice."""
    one, other = issuer(a.name or ""), issuer(b.name or "")
    return one is not None and other is not None and same_body(one, other)


def _document_and_body(document: Teller, body: Teller) -> bool:
    """A paper of one body of a state is not another one's word."""
    whose = issuer(document.name or "")
    if whose is None or same_body(whose, body.name or "") or is_of(document, body) or is_country(body.name or ""):
        return False
    return bool(_words(body.name or "") & EXECUTIVE) and bool(_words(whose) & EXECUTIVE)


PAPERS = frozenset(
    {"report", "document", "dossier", "cable", "memo", "paper", "file", "study", "letter", "statement", "new", "secret"}
)
STEMS_OF_PAPERS = frozenset(w for each in PAPERS for w in description(each))
SECRET = frozenset({"intelligenc", "intelligence"})
"""Words that name one body of a country, also without its full name."""


GROUP = listed(
    "group organisation organization charity ngo watchdog monitor body centre center institute think-tank association"
)


NAMED_GROUPS = SOCIETIES | GROUP | listed("families voice")
"""Words of the names of such groups."""


def is_some_group(name: str) -> bool:
    """Whether a body is called nothing but some group, as headlines and first sentences have it.

    >>> is_some_group("a rights group"), is_some_group("group that counts the dead"), is_some_group("Rights Group")
    (True, True, False)
    """
    head = re.split(r",? (?:that|which|who|of|for|in|from|based)\b", name, maxsplit=1)[0].split()
    return bool(head) and head[-1] in GROUP


def is_any_of(body: Teller, held: Teller) -> bool:
    """Whether a body is called by nothing that tells which one of its kind it is, and another one is of that kind: "a
    rights group" beside one that is named, "the ministry" beside a ministry."""
    name = body.name or ""
    if is_some_group(name):
        return (
            not is_executive(held)
            and not is_some_group(held.name or "")
            and bool(_words(held.name or "") & NAMED_GROUPS)
        )
    return is_common(name) and " " not in name.removeprefix("the ") and name.split()[-1] in _words(held.name or "")


def is_executive(body: Teller) -> bool:
    """Whether a body is one of a state."""
    return bool(_words(body.name or "") & (EXECUTIVE | OFFICIAL)) or is_country(body.name or "")


def is_told(name: str) -> bool:
    """Whether a body's name tells which one: a name of its own, or whose it is ("Kenya's foreign ministry")."""
    return not is_common(name) or bool(owners(name) and description(name))


def is_country(name: str) -> bool:
    """Whether a body's name is nothing but a country's or capital's, as headlines have it."""
    words, own = _body(name)
    return bool(own) and not words


def is_part_of(body: Teller, country: Teller) -> bool:
    """Whether a body is one of a country's own."""
    return not is_country(body.name or "") and bool(nations(body) & nations(country))


def stands_for(common: Teller, body: Teller) -> bool:
    """Whether a common noun can be the body that the same article names: a word in common, or nothing but the noun."""
    if is_common(body.name or "") and not description(common.name or "") < description(body.name or ""):
        return False  # no more telling itself
    if any(hit.form.sort == "actor" for hit in load_aliases().find(common.name or "")):
        return False  # a known body by its usual name: "the ministry of defence of ..."
    words = description(common.name or "")
    alone = len((common.name or "").split()) == 1 and not body.mentioned
    return not of_two_nations(common, body) and (alone or bool(words & description(body.name or "")))


def is_group_of(unnamed: Teller, person: Teller) -> bool:
    """Whether a voice is told as several of what a named person is: "three former generals", one of whom is General
    Lee."""
    head = re.split(r"\b(?:of|from|in|who|with)\b|,", (unnamed.name or "").lower())[0].split()
    single = head[-1].removesuffix("s").removeprefix("ex-") if head and head[-1].endswith("s") else ""
    return bool(single) and single in _words(person.role) and not of_two_nations(unnamed, person)


def is_told_as(unnamed: Teller, person: Teller) -> bool:
    """Whether an unnamed voice is described in the words by which a person is introduced elsewhere: an office and what
    it is for ("the envoy for the islands"), which no two hold at a time."""
    words = unnamed.words - {"former"}
    return (
        len(words) >= 2
        and unnamed.sort == "official"
        and words <= person.told_as
        and not are_different(unnamed, person)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).replace("-", " ").split())


def of_two_nations(a: Teller, b: Teller) -> bool:
    """Whether a voice of one country and a voice or document of another are told apart by these."""
    left, right = nations(a), nations(b)
    return bool(left and right and not left & right)


def nations(teller: Teller) -> frozenset[str]:
    """Countries of a voice: by its description, by the body that it speaks for or was issued by, or by its own name.

    An embassy is its own country's and not that of its seat. The name of a person tells nothing, and of an office only
    the first words do: "the US envoy for Yemen".
    """
    if teller.nationality:
        return frozenset({teller.nationality})
    name = teller.name or "" if teller.kind in ("organisation", "document") else ""
    if teller.kind == "organisation" and ((own := owners(name)) or _words(name) & MISSION):
        return own
    office = " ".join(teller.role.removeprefix("the ").removeprefix("The ").split()[:2])
    return named_nations(f"{teller.body or ''}; {name}; {office}")


def is_named(document: str) -> bool:
    """Whether a document is told by a name: "two reports" may be any, also one that is counted already.

    >>> is_named("the McCaul report"), is_named("Two reports within a week")
    (True, False)
    """
    first, *rest = document.split() or [""]
    return any(word[:1].isupper() for word in rest) or (len(first) > 1 and first.isupper())


def _same_person(a: str, b: str) -> bool:
    """Whether one name can be the other's short form."""
    first, second = person_key(a).split(), person_key(b).split()
    if not first or not second:
        return True
    short, long = sorted((first, second), key=len)
    if set(short) & set(long) and all(any(stands_for_name(each, other) for other in long) for each in short):
        return True
    return set(short) <= set(long) or {skeleton(w) for w in short} <= {skeleton(w) for w in long}


def stands_for_name(one: str, other: str) -> bool:
    """Whether two parts of names are one, or one the other's initial.

    >>> stands_for_name("m", "mohsen"), stands_for_name("moh", "mohsen")
    (True, False)
    """
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


SOUNDS = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "w", "y": "i", "j": "i"})


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """A name's first letter and the consonants after it, by which two spellings from another script may be one.

    >>> skeleton("farooqui") == skeleton("faruqi"), skeleton("alexei") == skeleton("aleksey")
    (True, True)
    >>> skeleton("ivanov") == skeleton("ivanenko")
    False
    """
    sounds = name.replace("x", "ks").replace("ph", "f").replace("gh", "g").replace("kh", "h").translate(SOUNDS)
    return re.sub(r"(.)\1+", r"\1", sounds[:1] + re.sub(r"[aeiou]", "", sounds[1:]))


def initials(name: str) -> frozenset[str]:
    """By which initials a body's name may be called: of its words with a capital, three or more.

    >>> sorted(initials("Criminal Investigation Department"))
    ['CID']
    """
    capitals = re.findall(r"\b[A-Z]", name)
    return frozenset({"".join(capitals)}) if len(capitals) > 2 else frozenset()


def same_body(a: str, b: str) -> bool:
    """Whether two names can be one body: one within the other, or the same words and no two countries.

    >>> same_body("Uzbek prosecutor general's office", "the prosecutor general's office in Tashkent")
    True
    """
    if a in initials(b) or b in initials(a):
        return True
    first, second = fold(a), fold(b)
    (words, nations_), (others, foreign) = _body(a), _body(b)
    if nations_ and foreign and not nations_ & foreign:
        return False  # "Havana" is no part of the "US embassy in Havana"
    if (not words or not others) and _words(f"{a} {b}") & SOCIETIES:
        return fold(a) == fold(b)  # "Norway" is no part of the "Union of Norwegians Abroad"
    if first in second or second in first:
        return True
    if (not words or not others) and nations_ & foreign:
        return True  # "Havana" for the government, of which the other is a part
    return len(words) >= 2 and words == others


DOMAINS: Mapping[str, frozenset[str]] = {
    "foreign": listed("foreign external"),
    "defence": listed("defence defense"),
    "interior": listed("interior internal home"),
    "justice": listed("justice"),
    "labour": listed("labour labor employment"),
    "education": listed("education"),
    "health": listed("health"),
}
"""What a ministry is for -> words by which its name and its offices tell it."""
BENCH = listed("court tribunal judge judges judiciary judicial")
"""A country's courts speak of a case with one voice: the court, its judges, the council of the judiciary."""
POLICE = listed("police constabulary investigators detectives superintendent inspector")
MISSION = listed("embassy consulate")
"""A mission abroad is a part of its country's foreign ministry."""
OFFICIAL = listed("ministry minister ministers secretary spokesman spokeswoman spokesperson department")
"""Words of a ministry and of those who speak for it openly."""
UNOFFICIAL = listed("official officials officer officers source sources diplomat diplomats aide former ex")
"""Words of those who may speak for themselves, though they work or worked there."""


@lru_cache(maxsize=50_000)
def domain(words: str) -> str | None:
    """What the ministry is for that a body is, or that an office speaks for; None for all others.

    >>> domain("India's external affairs minister"), domain("Ministry of Foreign Affairs"), domain("a defence official")
    ('foreign', 'foreign', None)
    """
    held = _words(words.replace("’s", "").replace("'s", ""))
    if held & MISSION:
        return "foreign" if not held & UNOFFICIAL else None
    if "presidency" in held or ("presidential" in held and held & OFFICIAL):
        return "presidency"
    if held & POLICE or {"criminal", "investigation"} <= held or "cid" in held:
        return "police" if not held & UNOFFICIAL else None
    if held & BENCH and not held & UNOFFICIAL:
        return "court"
    if not held & OFFICIAL or held & UNOFFICIAL:
        return None
    return next((name for name, telling in DOMAINS.items() if held & telling), None)


def is_of_one_ministry(a: Teller, b: Teller) -> bool:
    """Whether two voices speak openly for one ministry: itself, its minister, its secretary, its spokesman."""
    one, other = (domain(f"{t.name or ''} {t.body or ''} {t.role}") for t in (a, b))
    if one is None or one != other or of_two_nations(a, b):
        return False
    missions = [bool(_words(t.name or "") & MISSION) for t in (a, b)]
    known = [bool(nations(t) or owners(t.name or "")) for t in (a, b)]
    return not any(missions) or all(known)


def is_the_government(teller: Teller) -> bool:
    """Whether a body's name is a whole country or government, or its officials without more: it may be any part of
    it."""
    words, own = _body(teller.name or "")
    if teller.kind == "unnamed":
        return bool(own) and OFFICIALS.search(teller.name or "") is not None and words <= SOME_OFFICIALS
    if teller.kind != "organisation":
        return False
    return words <= {"government", "govern", "authority", "authoriti", "state"}


OFFICIALS = re.compile(r"\bofficials$")
SOME_OFFICIALS = description("officials")


def is_paper_of_government(document: Teller, government: Teller) -> bool:
    """Whether a paper is told to be of a country's authorities or of a part of its executive."""
    whole = nations(government) | owners(government.name or "")
    return bool(nations(document) & whole) and bool(_words(document.name or "") & EXECUTIVE)


def is_part_of_government(held: Teller, government: Teller) -> bool:
    """Whether a voice is an open one of that government: a ministry, a body of the executive, or who speaks for one."""
    open_ = _words(f"{held.name or ''} {held.body or ''} {held.role}")
    if open_ & CIVIL or (held.kind == "unnamed" and open_ & UNOFFICIAL):
        return False
    own, whole = nations(held), nations(government) | owners(government.name or "")
    if "embassy" in open_ and not own:
        return False
    if not own and whole and not is_country(government.name or ""):
        return False  # "Norwegian officials" are no part of a body of which nobody says whose it is
    return bool(open_ & (EXECUTIVE | OFFICIAL | HEADS)) and (not own or not whole or bool(own & whole))


HEADS = listed("president premier prime chancellor king parliament presidency kremlin")


NO_TELLING = frozenset({"affair", "affairs"})
"""Words of a body's name without which it is the same: the ministry of foreign affairs, the foreign ministry."""
SPELLED = {"defenc": "defens", "defence": "defens", "defense": "defens"}


@lru_cache(maxsize=50_000)
def _body(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of a body's name, and the countries that it names by name, adjective or capital."""
    hits = [h for h in load_aliases().find(name) if h.form.sort in NATIONAL]
    plain = name
    for hit in reversed(hits):
        plain = plain[: hit.start] + plain[hit.end :]
    words = frozenset(SPELLED.get(w, w) for w in description(plain) if w not in NO_TELLING)
    return words, owners(name)


@lru_cache(maxsize=50_000)
def owners(name: str) -> frozenset[str]:
    """The countries that a body belongs to: an embassy in a capital is not the capital's."""
    own = re.split(r"\s(?:in|to)\s", name, maxsplit=1)[0]
    hits = [h for h in load_aliases().find(own) if h.form.sort in NATIONAL]
    hits = hits or [h for h in load_aliases().find(name) if h.form.sort in NATIONAL]
    return frozenset(code for h in hits for code in h.form.targets)
