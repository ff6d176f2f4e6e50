"""What the words tell by which a text calls an unnamed voice: its sort, how many speak, whether it is a paper."""

import re
from collections.abc import Mapping

from sayso.lexicon.folding import fold
from sayso.lexicon.sources import load_source_words
from sayso.model import Link
from sayso.stages.link.nations import named_nations
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import STOPWORDS, listed

UNNAMED = listed(
    "unnamed_official unnamed_military unnamed_witness unnamed_recruit unnamed_local unnamed_person group public"
)


CLASSES: Mapping[str, str] = {
    "unnamed_official": "official",
    "unnamed_military": "soldier",
    "unnamed_recruit": "recruit",
    "unnamed_witness": "local",
    "unnamed_local": "local",
    "unnamed_person": "",
    "group": "",
    "public": "",
}
"""Kind of unnamed voice -> its sort, where its description does not tell more. `apart.py` says which sorts can be one
person: an official and an officer can, an official and a recruit cannot."""


SORTS: Mapping[str, frozenset[str]] = {
    "kin": listed(
        "relative relatives family families mother mothers father fathers parent parents brother brothers sister "
        "sisters wife wives husband widow widows son daughter uncle aunt cousin cousins nephew niece"
    ),
    "recruit": listed(
        "recruit recruits volunteer volunteers conscript conscripts mercenary mercenaries draftee draftees fighter "
        "fighters deserter deserters combatant combatants enlistee trainee trainees"
    ),
    "official": listed("officer officers commander commanders general generals colonel colonels captain captains"),
    "soldier": listed(
        "rebel rebels militant militants soldier soldiers commando commandos serviceman servicemen trooper troopers "
        "veteran veterans"
    ),
    "local": listed(
        "villager villagers resident residents local locals neighbour neighbours neighbor neighbors pensioner "
        "pensioners farmer farmers shopkeeper shopkeepers labourer labourers laborer laborers migrant migrants refugee "
        "refugees student students graduate graduates jobseeker jobseekers"
    ),
}
"""Head nouns of descriptions -> sort: a fighter who came home is a recruit as a witness, whatever he is in the army."""


PRIVATE_NOUN = re.compile(
    rf"(?:{'|'.join(sorted(word for sort in ('kin', 'recruit', 'local') for word in SORTS[sort]))})\b"
)
"""A description that was taken for a name: "father of the missing man"."""


COMMENTING = re.compile(
    r"\b(?:analysts?|experts?|observers?|commentators?|critics?|pundits?|researchers?|academics?|users?|commenters?"
    r"|netizens?|readers?|viewers?)$",
    re.IGNORECASE,
)
"""Unnamed voices that judge what others have found out, or of whom only a line on a page is known."""


NO_NAME = re.compile(r"[a-z]{3,}")
"""One small word: "his visa lapse landed him" names nobody."""


AGED = re.compile(r"\b\d{1,3}-year-old\b")
"""Somebody who is called by nothing but an age."""


AGE = re.compile(r"\b(\d{2})-year-old\b")


SEVERAL = re.compile(r"\band (?:the|an?|his|her|its|their|two|three|several|other)\b")
"""What stands between two voices of one verb: "a monitoring group and the president say"."""


SORTS_OF_PEOPLE = re.compile(r"\b[a-z]{3,}s and (?:[A-Za-z]+ )?[a-z]{3,}s$")
"""Several sorts of people: "clerics and Western officials"."""


PLACES = re.compile(r"\b(?:in|of|from|for|between|across)\s+(?:the\s+)?[A-Z][\w’'-]+\s*$")
"""What stands before the "and" of two places: "the federation of clubs in Norway and the Faroes"."""


PAIR = re.compile(
    r"((?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*)*)(?:, [A-Z][^,]*)*,? and ((?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*)*)$"
)


def is_pair(name: str) -> bool:
    """Whether a voice's words are two outlets or two countries at once.

    >>> is_pair("Bright TV and Denver"), is_pair("Norway and Sweden"), is_pair("Ministry of Work and Welfare")
    (True, True, False)
    """
    found = PAIR.fullmatch(name.strip())
    if found is None:
        return False
    one, other = found.groups()
    outlets = [is_press(each) for each in (one, other)]
    return any(outlets) or all(named_nations(each) for each in (one, other))


def is_press(name: str) -> bool:
    """Whether a name ends as those of outlets do, or is one of a known outlet."""
    words = load_source_words()
    last = name.lower().split()[-1]
    return name.lower() in words.outlets or (" " in name and last in words.outlet_name_ends - NO_PRESS) or last == "tv"


NO_PRESS = frozenset({"agency", "review", "monitor", "affairs", "network", "observer", "policy", "star", "globe"})
"""Ends of names that other bodies have too."""


def is_several(name: str) -> bool:
    """Whether a voice's words are those of several at once.

    >>> is_several("a monitor and the president"), is_several("a union of clubs in Norway and the Faroes")
    (True, False)
    """
    if is_pair(name):
        return True
    return SORTS_OF_PEOPLE.search(name) is not None or any(
        not (PLACES.search(name[: found.start()]) and name[found.end() :].lstrip()[:1].isupper())
        for found in SEVERAL.finditer(name)
    )


NOBODY_TOLD = listed("others some many one another several most two three all both few people none everyone")
"""Voices of which not even the sort is told."""


ASKING = listed("presenter host q question questioner interviewer moderator anchor reporter speaker chair chairman")
"""Labels in a transcript of those who ask."""


GOVERNING = re.compile(r"^(?:the\s+)?(?:[A-Z][\w-]+(?:['’]s)?\s+)?(?:authorities|government)(?:\s+in\s+[A-Z]\w+)?$")
"""A country's government as a voice: "Norwegian authorities", "authorities in Oslo"."""


PAPER = listed("list lists report note message notice bulletin dossier document memo cable letter register roll")


PAPERS = re.compile(
    r"\b(?:report|list|note|message|notice|bulletin|dossier|document|memo|cable|letter|register|roll|statement|release|study"
    r"|survey|brief|paper|file|complaint|affidavit|order|decree|law|post|video|footage|transcript|resolution|indictment"
    r"|judgment|verdict|book|diary|log|record|archive|database|communique|press|Hansard|act|convention|treaty|protocol|code|constitution)s?\b",
    re.IGNORECASE,
)


BODY_ALONE = re.compile(r"[A-Z][\w’'-]+(?: (?:of|for|the|and|[A-Z][\w’'-]+))+")
"""A body's name that was taken for a paper: "Harbour Bureau of Investigation"."""


def is_paper(name: str) -> bool:
    """Whether a voice's words are headed by a paper: "the list that the ministry put out".

    >>> is_paper("list Norwegian authorities put out"), is_paper("author of the list")
    (True, False)
    """
    words = re.split(r"\s(?:of|from|in|by|that|which|put|for)\b|\s(?=[A-Z])", name, maxsplit=1)[0].lower().split()
    return bool(words) and words[-1] in PAPER


CALLED = re.compile(
    r"^[^.;“”\"]{0,80}?\b(?:identified (?:only )?(?:as|by the name)|goes by(?: the name)?(?: of)?|asked to be (?:"
    r"called|identified as|known as)|calls (?:himself|herself)|gave (?:his|her) name as|named only as)\s+"
    r"([A-Z][\w’'-]+)"
)
"""How an article names somebody whom it does not name in full."""


def called(link: Link, text: str) -> str | None:
    """The name by which an article calls an unnamed voice; None where it gives none.

    >>> from sayso.model import Span
    >>> text = "The man, who asked to be called Ned because he is afraid, said so."
    >>> called(Link(name="man", kind="unnamed_person", span=Span(start=0, end=7, text="The man")), text)
    'Ned'
    >>> aged = Link(name="41-year-old", kind="unnamed_person", span=Span(start=0, end=1, text="A"))
    >>> called(aged, "Ned Roe, 41, left.")
    'Ned Roe'
    """
    found = CALLED.match(text[link.span.start : link.span.end + 120])
    if found is None and (aged := AGE.search(link.name)) is not None:  # "the 41-year-old", elsewhere "Ned Roe, 41,"
        names = set(
            re.findall(rf"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+),? (?:is |who is |aged )?{aged.group(1)}\b", text)
        )
        return names.pop() if len(names) == 1 else None
    return found.group(1) if found else None


WITHIN = re.compile(r"\s+(?:of|from|in|at|for|with|who|whose|near|to|on)\b|,")
"""What ends the head of a description: "relatives | of missing men"."""


def sort_of(link: Link) -> str:
    """The sort of an unnamed voice by the noun that heads its description, else by its kind; empty for others.

    >>> from sayso.model import Span
    >>> name = "Three relatives of missing soldiers"
    >>> sort_of(Link(name=name, kind="group", span=Span(start=0, end=len(name), text=name)))
    'kin'
    """
    if link.kind not in CLASSES:
        return ""
    words = re.findall(r"\w+", WITHIN.split(link.name.lower(), maxsplit=1)[0])
    for word in reversed(words):
        found = next((sort for sort, heads in SORTS.items() if word in heads), None)
        if found is not None:
            return found
    return CLASSES[link.kind]


SEEN = re.compile(
    r"\s+(?:(?:that\s+)?(?:was|were|has\s+been|is)\s+)?(?:seen|obtained|reviewed|read|published|leaked|released|cited"
    r"|quoted|presented|submitted|tabled|handed)\s+(?:by|to|in|on)\b.*|,?\s+whose\b.*",
    re.DOTALL,
)
"""How an outlet came by a document is no part of the document's name."""


RELATIVE = re.compile(r",?\s+(?:who|speaking|talking|whose|on condition)\b.*", re.DOTALL)
"""What an unnamed voice did besides speaking does not describe it: "who asked not to be named"."""


ALSO_TOLD = re.compile(
    r"\b(?:spoke|spoken|talked|talking|speaking)\s+(?:(?:earlier|also|previously|before)\s+)?(?:to|with)\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){0,2}(?:newspaper|paper|agency|magazine|daily|broadcaster|station|website)\s+)?(?:The\s+)?"
    r"((?:[A-Z][\w.'’-]*|of|the|de|la)(?:\s+(?:[A-Z][\w.'’-]*|of|the|de|la))*)"
)
"""The other outlet in "a recruit who has also spoken to the Canal Post"."""


SEPARATELY = re.compile(
    r"\b(?:separately|independently|individually|(?:in|during) separate)\b"
    r"|\beach (?:of (?:them|the \w+) )?(?:\w+ly )?(?:said|says|told|tells|spoke|described|gave|recalled|confirmed)\b"
    r"|\b(?:interviewed|met|spoke (?:to|with)) each\b",
    re.IGNORECASE,
)
"""Words by which a text says that the members of a group spoke each for himself."""


FILLER = frozenset(
    stem(word)
    for word in (
        STOPWORDS
        | {
            "one",
            "another",
            "who",
            "source",
            "person",
            "man",
            "member",
            "senior",
            "high",
            "rank",
            "anonymous",
        }
    )
)


def description(name: str) -> frozenset[str]:
    """Stems of the telling words of an unnamed voice's description.

    >>> sorted(description("a former high ranking Afghan security source"))
    ['afghan', 'former', 'security']
    """
    words = (w.replace("ex-", "former ") for w in fold(name).split())
    found = {stem(w) for part in words for w in re.findall(r"\w+", part)}
    return frozenset(w for w in found if w not in FILLER and not w.isdigit() and len(w) > 2)


def is_former(name: str) -> bool | None:
    """True where a description says that somebody held his office before; None where it is silent."""
    return True if re.search(r"\b(?:former|ex|retired)\b", name.lower()) else None
