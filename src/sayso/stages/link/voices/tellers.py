"""On whose word each claim rests: the first voice that it can be traced to."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.outlets import STATE
from sayso.lexicon.sources import load_source_words
from sayso.model import Attribution, Claim, Document, Link, Reading, Reason, Span, Voice, digest
from sayso.model._record import record
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.citations import Citation, resolved
from sayso.stages.link.texts.outlets import is_generic, is_unnamed_outlet, outlet_key, without_tail
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import STOPWORDS, listed

KEPT = 500
"""Names for which is kept what their article tells of them: its claims have the same few one after another."""
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


@record
class Teller:
    """A voice behind a claim, with what tells it from others."""

    id: str
    """Origin id."""
    kind: str
    """As `Origin.kind`."""
    name: str | None
    via: str | None
    """Key of the outlet that has it at first hand; None when not known."""
    sort: str
    """Sort of an unnamed voice (`official`, `soldier`, `recruit`, `local`, `kin`); empty for others or when anything
    goes."""
    words: frozenset[str] = frozenset()
    """Stems of its description."""
    former: bool | None = None
    nationality: str | None = None
    body: str | None = None
    """Whom it speaks for; None when not said."""
    role: str = ""
    """Office or trade of a named person, as written; empty when not said."""
    told_as: frozenset[str] = frozenset()
    """Stems of the words beside a person's name that say who that is: "the envoy for the islands, Ann Lee"."""
    office: bool = False
    """Whether a person is named with an office or rank: such a one is no recruit and no villager."""
    also: str | None = None
    """Key of another outlet that it is said to have spoken to as well; None when not said."""
    mentioned: bool = False
    """Whether an article only names it, and does not quote it."""
    count: int = 1
    """How many persons speak, where the text says that each spoke alone."""
    document: str
    """Where it is met."""
    span: Span | None = None
    reason: Reason


def teller_of(
    claim: Claim,
    reading: Reading,
    attributions: Mapping[str, Attribution],
    citations: Sequence[Citation],
    *,
    beyond: Callable[[tuple[str, str]], tuple[str, str]] = lambda outlet: outlet,
    via: str | None,
    via_name: str | None,
    perhaps: str | None = None,
) -> Teller:
    """The first voice of a claim, by its chain of sources.

    `via` is the outlet that the document has the claim from, where one is known (its own outlet otherwise); `beyond`
    gives the outlet that a cited one has it from, where its document is held. An article that
    says something in its own voice is its outlet's own reporting, unless the document takes its matter from
    elsewhere: then nobody can tell, and the voice is that outlet. `perhaps` is an outlet that the document cites once,
    so that its own words and its unnamed voices may be from there: they stay its own, and are not counted beside it.
    """
    document = reading.document
    chain = [replace(link, kind="unnamed_person") if AGED.search(link.name) else link for link in claim.chain]
    voices = [link for link in chain if link.kind not in ("article", "passive", "unknown")]
    own = _own(document)
    cited = {citation.key for citation in citations} | ({own} if own else set())  # an article may name its own outlet
    outlet = _first_outlet([link for link in voices if is_outlet(link, cited)], document)
    named = named_outlet(outlet, citations) if outlet else None
    channel = via or _own(document)
    if named:
        channel, named = beyond((outlet_key(named), named))
    speakers = [link for link in voices if not is_outlet(link, cited)]
    speakers = [link for link in speakers if not _only_believes(claim, link, attributions)]
    if told_itself(claim.sentence.text, document.outlet):
        channel = _own(document)
    if speakers:
        link = speakers[-1]
        voice = _voice(claim, link, attributions)
        if link.name.lower() in NOBODY_TOLD:
            return unknown_teller(document, f"“{link.name}”: nobody tells who")
        if link.kind in UNNAMED and TO_WHOM.search(document.text[max(0, link.span.start - 30) : link.span.start]):
            return unknown_teller(document, f"“{link.name}”: to whom it was said")
        if _only_asks(claim, link, attributions):
            return unknown_teller(document, f"“{link.name}”: wants it looked into, and tells nothing")
        if link.kind in UNNAMED and COMMENTING.search(RELATIVE.sub("", link.name)):
            return unknown_teller(document, f"“{link.name}”: who looks on from outside has it from others")
        if is_several(link.name):
            return unknown_teller(
                document, f"“{link.name}”: several voices at once, and nobody can tell whose word it is"
            )
        teller = _speaker(as_told(link, document.text), voice, document, channel, claim)
        return replace(teller, also=teller.also or perhaps) if teller.kind == "unnamed" else teller
    if outlet is not None and is_unnamed_outlet(named or outlet.name):
        return unknown_teller(document, f"“{outlet.name}”: an outlet that the text does not name")
    if outlet is not None:
        return outlet_teller(named or outlet.name, document, outlet.span, "cited as the source")
    if any(link.kind == "passive" for link in claim.chain):
        return unknown_teller(document, "“it is believed” and the like: the text names nobody")
    if via is not None and is_unnamed_outlet(via_name or ""):
        return unknown_teller(document, f"“{via_name}”: an outlet that the text does not name")
    if via is not None and via != _own(document):
        return outlet_teller(
            via_name or via, document, None, "in the article's own voice, in a document that follows this outlet"
        )
    return publishing_body(document) or replace(own_teller(document), also=perhaps)


COMMENTING = re.compile(
    r"\b(?:analysts?|experts?|observers?|commentators?|critics?|pundits?|researchers?|academics?)$", re.IGNORECASE
)
"""Unnamed voices that judge what others have found out."""
AGED = re.compile(r"\b\d{1,3}-year-old\b")
"""Somebody who is called by nothing but an age."""
AGE = re.compile(r"\b(\d{2})-year-old\b")
SEVERAL = re.compile(r"\band (?:the|an?|his|her|its|their|two|three|several|other)\b")
"""What stands between two voices of one verb: "a monitoring group and the president say"."""
SORTS_OF_PEOPLE = re.compile(r"\b[a-z]{3,}s and (?:[A-Za-z]+ )?[a-z]{3,}s$")
"""Several sorts of people: "clerics and Western officials"."""
PLACES = re.compile(r"\b(?:in|of|from|for|between|across)\s+(?:the\s+)?[A-Z][\w’'-]+\s*$")
"""What stands before the "and" of two places: "the federation of clubs in Norway and the Faroes"."""


def is_several(name: str) -> bool:
    """Whether a voice's words are those of several at once.

    >>> is_several("a monitor and the president"), is_several("a union of clubs in Norway and the Faroes")
    (True, False)
    """
    return SORTS_OF_PEOPLE.search(name) is not None or any(
        not (PLACES.search(name[: found.start()]) and name[found.end() :].lstrip()[:1].isupper())
        for found in SEVERAL.finditer(name)
    )


APPOSED = re.compile(r"((?:[A-Z][\w’'&.-]*)(?: (?:[A-Z][\w’'&.-]*|of|for|the|and))*), (?:an?|one of) $")
"""A name before what is said about it: "the Aleppo Monitor, a group that ..."."""


def as_told(link: Link, text: str) -> Link:
    """A step of a chain under the name that the text gives beside it, and without a name where it is only a noun.

    >>> from sayso.model import Span
    >>> text = "The Rights Bureau, a group that counts the dead, said no."
    >>> as_told(Link(name="group", kind="named_organisation", span=Span(start=21, end=26, text="group")), text).name
    'Rights Bureau'
    """
    words = load_source_words()
    if link.kind == "named_person" and " " not in link.name and link.name.lower() in words.official | words.military:
        link = replace(link, kind="unnamed_official")
    if (
        link.kind == "named_person"
        and " " not in link.name
        and load_aliases().find(link.name)
        and named_nations(link.name)
    ):
        link = replace(link, kind="named_organisation")
    if link.kind == "named_person" and link.name[:1].islower() and PRIVATE_NOUN.match(link.name):
        link = replace(link, kind="unnamed_local")
    link = in_full(link)
    if link.kind == "named_organisation" and link.name[:1].islower():
        start = link.span.start + (len(found.group()) if (found := LEADING.match(link.span.text)) else 0)
        beside = APPOSED.search(text[max(0, start - 90) : start])
        if beside and " " not in beside.group(1) and named_nations(beside.group(1)):
            return link  # "fell for Norway, an association said"
        return replace(link, name=re.sub(r"^The ", "", beside.group(1))) if beside else link
    return link


def in_full(link: Link) -> Link:
    """A voice that is called by one noun, as a headline has it, under the fuller words that stand here.

    >>> from sayso.model import Span
    >>> words = "the Russian embassy in New Delhi"
    >>> in_full(Link(name="Embassy", kind="named_organisation", span=Span(start=0, end=32, text=words))).name
    'Russian embassy in New Delhi'
    """
    here = " ".join(link.span.text.split())
    if not DEFINITE.match(here):
        return link
    here = DEFINITE.sub("", here)
    fuller = " " not in link.name and " " in here and len(here.split()) <= FULL
    told = fuller and re.search(rf"\b{re.escape(link.name)}\b", here, re.IGNORECASE) is not None
    return replace(link, name=here) if told and link.kind not in ("named_person", "outlet", "article") else link


DEFINITE = re.compile(r"the\s+", re.IGNORECASE)
FULL = 8
"""Words that a voice's name takes at most."""
LEADING = re.compile(r"(?:an?|the|one of) ")


def told_itself(sentence: str, outlet: str | None) -> bool:
    """Whether somebody speaks to the outlet itself, also in an article that has other things from elsewhere.

    >>> told_itself("An official told Northern Observer that it had not stopped.", "The Northern Observer")
    True
    """
    name = (outlet or "").removeprefix("The ")
    return bool(name) and _told_to(name).search(sentence) is not None


@lru_cache(maxsize=KEPT)
def _told_to(outlet: str) -> re.Pattern[str]:
    told = r"(?:told|tells|spoke (?:to|with)|speaking (?:to|with)|interview with|statement to|in comments to)"
    return re.compile(rf"\b{told} (?:the )?{re.escape(outlet)}\b", re.IGNORECASE)


REFERRING = re.compile(
    r"\b(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|with reference to|referr(?:ed|ing) to|refers to|with a link to|"
    r"relying on|following|crediting)\s+(?:the\s+)?(?:\w+\s+agency\s+)?$",
    re.IGNORECASE,
)
"""What stands between an outlet and the one that it has something from."""


def _first_outlet(outlets: Sequence[Link], document: Document) -> Link | None:
    """Of the outlets in one chain, the one that another is said to refer to; the last where the text is silent."""
    for link in outlets:
        if REFERRING.search(document.text[max(0, link.span.start - 40) : link.span.start]):
            return link
    return outlets[-1] if outlets else None


def is_outlet(link: Link, cited: Collection[str]) -> bool:
    """Whether a step of a chain is an outlet: also one taken for a person or a body by its name, which the text cites
    as an outlet, and "paper" in a headline; never a ministry."""
    if STATE.search(without_tail(link.name)):
        return False
    if link.kind == "document" and " " not in link.name and is_generic(link.name):
        return True
    named = link.kind in ("named_organisation", "named_person")
    return link.kind == "outlet" or (named and outlet_key(link.name) in cited)


def named_outlet(link: Link, citations: Sequence[Citation]) -> str | None:
    """The name that an outlet in a chain goes by; None for "the magazine" in a text that names none."""
    if not is_generic(link.name) and not is_unnamed_outlet(link.name):
        return without_tail(re.sub(r"^[Tt]he ", "", link.name))
    if re.match(r"an?\s", link.span.text):
        return None  # "a Norwegian broadcaster" leads back to none that was named before
    found = resolved(link.name, link.span, citations)
    return found.name if found else None


def _own(document: Document) -> str | None:
    return outlet_key(document.outlet) if document.outlet else None


def _voice(claim: Claim, link: Link, attributions: Mapping[str, Attribution]) -> Voice | None:
    """The description of the voice at this step, from the attribution that has it."""
    made = _attribution(claim, link, attributions)
    return made.voice if made else None


NOBODY_TOLD = listed("others some many one another several most two three all both few people none everyone")
"""Voices of which not even the sort is told."""
TO_WHOM = re.compile(r"(?<!according)(?<!due)(?<!thanks)\s+to\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
"""What stands before somebody to whom a thing is said: "a message to a former soldier"."""
BELIEVING = re.compile(
    r"\b(?:believ|think|thought|hop|fear|know|knew|learn|realis|realiz|understood|imagin|assum|dream|expect)\w*\b",
    re.IGNORECASE,
)
"""What somebody has in mind, which another tells of him."""


def _only_believes(claim: Claim, link: Link, attributions: Mapping[str, Attribution]) -> bool:
    """Whether a voice is one of whom a claim's article tells what was in his mind, and who says nothing himself."""
    if link.kind not in ("unknown", "unnamed_person", "unnamed_recruit", "unnamed_local"):
        return False
    made = _attribution(claim, link, attributions)
    return made is not None and bool(made.cue) and BELIEVING.match(made.cue[0].text) is not None


ORDERING = re.compile(
    r"(?:(?:ha[sd]|have|is|was)\s+)?(?:charg|order|instruct|task|direct|ask|urg|demand|request|call)(?:e[ds]|s|ing)?\b"
)
LOOKING_INTO = re.compile(
    r"\b(?:look(?:ing|s|ed)? into|investigat\w+|inquir\w+|enquir\w+|prob(?:e|es|ing)|find out|examine)\b"
)
"""What one asks for who does not know yet: "ordered an inquiry into reports that ..."."""


def _only_asks(claim: Claim, link: Link, attributions: Mapping[str, Attribution]) -> bool:
    """Whether a voice has something looked into of which others speak."""
    made = _attribution(claim, link, attributions)
    if made is None or not made.cue or ORDERING.match(made.cue[0].text) is None:
        return False
    return any(LOOKING_INTO.search(part.text) for part in made.content)


def _attribution(claim: Claim, link: Link, attributions: Mapping[str, Attribution]) -> Attribution | None:
    """The attribution by which a claim is a voice's."""
    at = claim.attribution
    while at is not None and at in attributions:
        attribution = attributions[at]
        if attribution.voice.name == link.name:
            return attribution
        at = attribution.within
    return None


def _speaker(link: Link, voice: Voice | None, document: Document, channel: str | None, claim: Claim) -> Teller:
    if link.kind == "outlet":  # a ministry that is called like one
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if link.kind in ("named_person", "named_organisation"):
        return named_teller(link, voice, document, channel)
    if link.kind == "document" and BODY_ALONE.fullmatch(link.name) and not PAPERS.search(link.name):
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if link.kind == "document" or (link.kind in UNNAMED and is_paper(link.name)):
        return document_teller(link, voice, document, channel)
    if link.kind in UNNAMED and GOVERNING.search(link.name) and named_nations(link.name):
        return named_teller(replace(link, kind="named_organisation"), voice, document, channel)
    if CLASSES.get(link.kind, "") in ("", "recruit", "local") and (name := called(link, document.text)):
        person = named_teller(replace(link, name=name, kind="named_person"), None, document, channel)
        spoke = ALSO_TOLD.search(link.name)
        return replace(person, sort=sort_of(link), also=outlet_key(spoke.group(1)) if spoke else None)
    link = replace(link, name=of_whom(link.name, document.text))
    words = description(RELATIVE.sub("", link.name))
    where = channel or document.id
    identity = ("unnamed", where, sort_of(link), link.name)  # not its words: one origin has one name, whoever tells it
    alone = voice is not None and voice.count is not None and SEPARATELY.search(claim.sentence.text)
    made = _made("unnamed", link.name, identity, link, voice, document, channel, words=words)
    spoke = ALSO_TOLD.search(link.name)
    return replace(
        made, also=outlet_key(spoke.group(1)) if spoke else None, count=(voice.count or 1) if voice and alone else 1
    )


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


def seat_of(behind: str) -> str | None:
    """ISO 3166 code of the capital or country that stands behind a body's name, as its seat; None where none does.

    >>> seat_of(" in Nairobi said no."), seat_of(" said no.")
    ('KE', None)
    """
    found = re.match(r"\s+(?:in|of)\s+([A-Z][\w’'-]+)", behind)
    codes = named_nations(found.group(1)) if found else frozenset()
    return next(iter(codes)) if len(codes) == 1 else None


def document_teller(link: Link, voice: Voice | None, document: Document, channel: str | None) -> Teller:
    """The voice of a paper that is quoted."""
    name = SEEN.sub("", link.name) or link.name
    words = description(name)
    return _made("document", name, ("document", fold(name)), link, voice, document, channel, words=words)


def named_teller(link: Link, voice: Voice | None, document: Document, channel: str | None) -> Teller:
    """The voice of a named person or body."""
    if link.kind == "named_person":
        key = voice.entity if voice and voice.entity else person_key(link.name)
        return _made("person", link.name, ("person", key), link, voice, document, channel)
    key = voice.entity if voice and voice.entity else fold(link.name)
    body = _made("organisation", link.name, ("organisation", key), link, voice, document, channel)
    if MISSION.search(link.name):
        seat = re.match(r"(?:the\s+)?(?:embassy|consulate)\b", link.name, re.IGNORECASE)
        return replace(body, nationality=None) if seat else body  # "embassy in Moscow": any country's but that
    return replace(body, nationality=body.nationality or seat_of(document.text[link.span.end : link.span.end + 40]))


MISSION = re.compile(r"\b(?:embassy|consulate)\b", re.IGNORECASE)


def _is_office(role: str) -> bool:
    """Whether a trade as written is an office or rank.

    >>> _is_office("opposition lawmaker"), _is_office("farmer")
    (True, False)
    """
    words = load_source_words()
    return bool({*re.findall(r"\w+", role.lower())} & (words.official | words.military | DEPUTIES))


DEPUTIES = frozenset({"deputy"})
"""Offices that stand for their holder by themselves in "the division's deputy for culture"."""


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
SEPARATELY = re.compile(r"\b(?:each|separately|independently|individually|(?:in|during) separate)\b", re.IGNORECASE)
"""Words by which a text says that the members of a group spoke each for himself."""
OFFICES = (
    "spokesman", "spokeswoman", "spokesperson", "press secretary", "head", "chief", "director", "chairman", "commander",
)  # fmt: skip
SPOKESMAN = f"(?:{'|'.join(OFFICES)})"


@lru_cache(maxsize=KEPT)
def speaks_for(name: str, text: str) -> str | None:
    """The body that a named person is said to speak for or to lead, wherever the text says it.

    >>> speaks_for("Ann Lee", "Ann Lee, a spokeswoman for the coast guard, denied it.")
    'coast guard'
    >>> speaks_for("Ann Lee", "Coast Guard spokeswoman Ann Lee denied it.")
    'Coast Guard'
    """
    who, found = re.escape(name), None  # an expression for each name is dear, and mostly in vain
    if f"{name}, " in text:
        found = re.search(
            rf"{who}, (?:(?:an?|the|its)\s+)?(?:\w+\s+)?{SPOKESMAN} (?:for|of|at) ([^,.;\n]{{3,60}})", text
        ) or re.search(rf"{who}, who (?:heads|leads|runs|chairs|directs) ([^,.;\n]{{3,60}})", text)
    if found is None and any(f"{office} {name}" in text for office in OFFICES):
        found = re.search(rf"((?:[A-Z][\w'’-]*\s+)(?:[\w'’-]+\s+){{0,3}}){SPOKESMAN} {who}", text)
    if found is None and f", {name}" in text:
        found = re.search(rf"\b{SPOKESMAN} (?:for|of) ([^,.;\n]{{3,60}}), {who}\b", text)
    if found is None and "read" in text and READ_OUT.search(text):
        found = re.search(rf"\b{who}\b[^.;\n]{{0,80}}{READ_OUT.pattern} (?:of|by) ([^,.;\n]{{3,60}})", text)
    return re.sub(r"^(?:the|an?) ", "", found.group(1).strip()) if found else None


def heads(name: str, text: str) -> str | None:
    """The body that a person heads or speaks for, as `speaks_for` tells it; also by a line of its own below the name,
    and in full where the text has "the association" for it.

    >>> heads("Ann Lee", "Five questions to Ann Lee\\n\\nThe head of Divers' Voice on fear")
    "Divers' Voice"
    >>> heads("Ann Lee", "Divers' Voice, a young association, spoke up. Ann Lee, who heads the association, said no.")
    "Divers' Voice"
    """
    if name not in text:
        return None
    body = speaks_for(name, text) or _presides(name, text)
    if body is None and f"{name}\n" not in text:
        return None  # an expression for each name is dear
    if body is None:
        below = re.search(rf"{re.escape(name)}\n+(?:The |An? )?{SPOKESMAN} (?:of|for) (?:the )?({PROPER})", text)
        return below.group(1) if below else None
    if " " in body or not body.islower():
        return body
    beside = re.search(rf"({PROPER}), an? (?:[\w-]+ ){{0,3}}{re.escape(body)}\b", text)
    return beside.group(1) if beside else body


def _presides(name: str, text: str) -> str | None:
    if f"{name}, " not in text:
        return None
    found = re.search(rf"{re.escape(name)}, (?:the )?(?:president|chair\w*) of (?:the )?({PROPER})", text)
    return found.group(1) if found and not named_nations(found.group(1).split(" of ")[0]) else None


PROPER = r"[A-Z][\w’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w’'-]*)*"
"""A body's name: words with a capital, and small ones between them."""


def spelt_out(short: str, text: str) -> str:
    """A body's full name, where the article gives its initials in brackets behind it; else the initials.

    >>> spelt_out("NCG", "Norway's coast guard (NCG) denied it. NCG spokesman Jan Lie said so.")
    "Norway's coast guard"
    """
    name = r"[A-Z][\w-]*(?:['’]s)?(?:\s+[\w'’-]+){1,6}?"
    found = re.search(rf"({name})\s+\({re.escape(short.strip())}\)", text)
    return found.group(1) if found else short


def whose(noun: str, text: str) -> str | None:
    """A body in full of which an article has only the noun somewhere; None where it names none.

    >>> whose("ministry", "Norway's foreign ministry said no. The spokesman of the ministry, Ann Lee, said why.")
    "Norway's foreign ministry"
    """
    found = re.search(rf"[A-Z][\w-]*(?:['’]s)?\s+(?:[\w-]+\s+){{0,2}}{re.escape(noun)}\b", text)
    return found.group() if found else None


def of_whom(name: str, text: str) -> str:
    """An office with the body that it is of in full, where the article names it somewhere.

    >>> of_whom("secretary to the ministry", "Norway's foreign ministry opened. The secretary to the ministry spoke.")
    "secretary to the Norway's foreign ministry"
    """
    found = re.fullmatch(r"(.* (?:of|to|for|at|in) the )(ministry|department|bureau|agency|office|army|service)", name)
    body = whose(found.group(2), text) if found else None
    return f"{found.group(1)}{body}" if found and body else name


READ_OUT = re.compile(r"\bread(?:ing)? (?:out )?from (?:an?|the|its) \w+")
"""Who reads a paper out speaks for the body whose paper it is."""


@lru_cache(maxsize=KEPT)
def introduced(name: str, text: str) -> str:
    """The words by which a text says who a named person is, before or behind the name; empty when there are none.

    >>> introduced("Ann Lee", "The envoy for the islands, Ann Lee, said so.")
    'The envoy for the islands'
    >>> introduced("Ann Lee", "“No,” said Ann Lee, an opposition lawmaker.")
    'an opposition lawmaker'
    """
    who = re.escape(name)
    if f"spokesman {name}" in text or f"spokeswoman {name}" in text or f"spokesperson {name}" in text:
        found = re.search(rf"((?:[\w’'-]+ ){{1,3}}spokes(?:man|woman|person)) {who}\b", text)
        if found is not None:
            return found.group(1)
    if f"{name}, " not in text and f", {name}," not in text:
        return ""
    behind = re.search(rf"\b{who}, ((?:an?|the|its|their)\s+[^,.;:“”\"\n]{{3,70}})", text)
    ahead = re.search(rf"(?:^|[,.;:“”\"\n]\s*)([^,.;:“”\"\n]{{3,70}}), {who},", text)
    for found in (behind, ahead):
        if found is not None and _is_office(found.group(1)):
            return found.group(1).strip()
    return ""


RANKS: Mapping[str, str] = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "cmdr": "commander",
    "brig": "brigadier", "adm": "admiral", "sen": "senator", "rep": "representative", "gov": "governor",
    "amb": "ambassador", "min": "minister", "insp": "inspector",
}  # fmt: skip
"""Titles as reports shorten them."""
TITLE_WORDS = frozenset(
    {
        *RANKS.values(),
        "president",
        "secretary",
        "judge",
        "sheikh",
        "prosecutor",
        "marshal",
        "chancellor",
        "premier",
        "superintendent",
        "inspector",
        "commissioner",
        "constable",
    }
)


@lru_cache(maxsize=KEPT)
def titled(name: str, text: str) -> str:
    """The rank or office that stands as a title before a person's name somewhere in a text; empty where none does.

    >>> titled("Ann Lee", "“No,” said Brig. Gen. Ann Lee."), titled("Ann Lee", "Mrs. Ann Lee said no.")
    ('general', '')
    """
    first = name.split()[0].lower().rstrip(".") if " " in name else ""
    if first in TITLE_WORDS or first in RANKS:
        return RANKS.get(first, first)
    within = next((word for word in name.lower().split()[:-1] if word in TITLE_WORDS), "")
    if within:
        return within
    at = text.find(name) if name else -1
    while at >= 0:  # an expression for each name is dear
        whole = WORD_ENDS.match(text, at + len(name)) is not None
        found = BEFORE_NAME.search(text, max(0, at - ASIDE), at) if whole else None
        if found is not None:
            title = found.group(1).lower()
            return RANKS.get(title, title if title in TITLE_WORDS else "")
        at = text.find(name, at + 1)
    return ""


WORD_ENDS = re.compile(r"\b")
BEFORE_NAME = re.compile(r"\b([A-Z][a-z]+)\.?\s+\Z")


@lru_cache(maxsize=KEPT)
def private_sort(name: str, text: str) -> str:
    """The sort of a named person who is told of as a private one: kin, recruit, or `local` where only an age or a trade
    is told; empty where nothing is.

    >>> text = "His mother, Ann Lee, wept. Bob Roe, 24, came home. Eve Poe spoke."
    >>> [private_sort(name, text) for name in ("Ann Lee", "Bob Roe", "Eve Poe")]
    ['kin', 'local', '']
    """
    surname, found = name.split()[-1] if name.split() else "", ""
    at = text.find(surname) if surname and name in text else -1
    while at >= 0 and found != "kin":
        before, behind = (
            text[max(0, at - ASIDE) : at].removesuffix(name[: -len(surname)]),
            text[at + len(surname) :][:ASIDE],
        )
        for sort, (ahead, after) in TOLD_AS.items():
            if ahead.search(before) or after.match(behind):
                found = sort
                break
        else:
            found = found or ("local" if AGED_ASIDE.match(behind) else "")
        at = text.find(surname, at + 1)
    return found


ASIDE = 80
"""Code points beside a name in which it is told who that is."""
AGED_ASIDE = re.compile(r"(?:, (?:aged )?\d{2},| \(\d{2}\))")
TOLD_AS = {
    sort: (
        re.compile(rf"\b(?:{'|'.join(sorted(SORTS[sort]))})(?: of [^.,;\n]{{2,40}})?,? $"),
        re.compile(
            rf", (?:(?:an?|the|his|her|their)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(sorted(SORTS[sort]))})\b"
            + (
                r"|[’']s? (?:late |only |eldest |younger |elder )?(?:son|daughter|husband|wife|brother)\b"
                * (sort == "kin")
            )
        ),
    )
    for sort in ("kin", "recruit")
}
"""Sort -> what stands before and behind the name of a private person who is told as one."""


def _made(
    kind: str,
    name: str,
    identity: Sequence[str],
    link: Link,
    voice: Voice | None,
    document: Document,
    channel: str | None,
    words: frozenset[str] = frozenset(),
) -> Teller:
    body = (voice.organisation if voice else None) or (speaks_for(name, document.text) if kind == "person" else None)
    body = whose(body, document.text) if body and " " not in body.strip() and body.islower() else body
    body = spelt_out(body, document.text) if body and body.strip().isupper() else body
    beside = introduced(name, document.text) if kind == "person" else ""
    role = f"{(voice.role if voice else None) or ''} {beside}".strip() if kind == "person" else ""
    role = role or (titled(name, document.text) if kind == "person" else "")
    private = private_sort(name, document.text) if kind == "person" and not body and not _is_office(role) else ""
    return Teller(
        id=origin_id(*identity),
        kind=kind,
        name=" ".join(name.split()),
        via=channel,
        sort=sort_of(link) or private,
        words=words,
        former=voice.former if voice else _former(name),
        nationality=voice.nationality if voice else None,
        body=body or None,
        role=role,
        told_as=description(role),
        office=_is_office(role),
        document=document.id,
        span=link.span,
        reason=Reason(
            rule=f"origins.{kind}", detail=f"{name}, by way of {channel or 'an unknown outlet'}", spans=(link.span,)
        ),
    )


@lru_cache(maxsize=20_000)
def origin_id(*identity: str) -> str:
    """The id of a voice: the same few speak again and again."""
    return "o-" + digest(list(identity))


def outlet_teller(name: str, document: Document, span: Span | None, why: str) -> Teller:
    """The voice of an outlet that is cited as such."""
    key = outlet_key(name)
    return Teller(
        id=origin_id("outlet", key),
        kind="outlet",
        name=name,
        via=key,
        sort="",
        document=document.id,
        span=span,
        reason=Reason(rule="origins.outlet", detail=f"{name}: {why}", spans=(span,) if span else ()),
    )


def own_teller(document: Document) -> Teller:
    """The voice of an outlet that reports on its own; unknown when it cannot be told which."""
    if document.outlet is None:
        return unknown_teller(document, "in the article's own voice, and its outlet cannot be told")
    return Teller(
        id=origin_id("own", outlet_key(document.outlet)),
        kind="own_reporting",
        name=document.outlet,
        via=outlet_key(document.outlet),
        sort="",
        document=document.id,
        reason=Reason(
            rule="origins.own_reporting", detail=f"{document.outlet}, in its own voice and following nobody known"
        ),
    )


BODIES = re.compile(
    r"\b(?:Ministry|Department|Embassy|Government|Police|Presidency|Prosecutor\w*|Court|Army|Directorate|Headquarters"
    r"|Foundation|Association|Alliance|Union of|Federation|Observatory|Rights Monitor|Rights Watch|Network)\b"
)
"""Words of a body that speaks for itself where it is the publisher: a press release, an order, a study of its own."""
PRESSES = re.compile(r"\b(?:Press|News|Gazette|Radio|Daily|Times|Post|Tribune|Review|Wire|Union)$")


def published_by_body(outlet: str) -> str | None:
    """The body that a document is published by, where its outlet is none of the press.

    >>> published_by_body("Ministry of Fisheries, Oslo"), published_by_body("The Oslo Gazette")
    ('Ministry of Fisheries', None)
    """
    body = re.split(r"[,(–]", outlet, maxsplit=1)[0].strip()
    return body if BODIES.search(body) and not PRESSES.search(body) else None


def publishing_body(document: Document) -> Teller | None:
    """The body that speaks in a document of its own, as its voice; None for the press."""
    outlet = document.outlet or ""
    body = published_by_body(outlet)
    if body is None:
        return None
    return Teller(
        id="o-" + digest(["organisation", fold(body)]),
        kind="organisation",
        name=body,
        via=outlet_key(outlet),
        sort="",
        nationality=seat_of(" in " + outlet.rsplit(", ", 1)[1]) if ", " in outlet else None,
        document=document.id,
        reason=Reason(rule="origins.organisation", detail=f"{body} publishes it itself"),
    )


def unknown_teller(document: Document, why: str) -> Teller:
    """A voice of which nobody can tell whose it is: it never counts as one more."""
    return Teller(
        id="o-" + digest(["unknown", document.id]),
        kind="unknown",
        name=None,
        via=None,
        sort="",
        document=document.id,
        reason=Reason(rule="origins.unknown", detail=why),
    )


TITLES = re.compile(
    r"^(?:(?:former|ex|retired|then|acting|us|u\.s\.|uk)[ -]+)*(?:president|prime|minister|gen|general|maj|major|col|colonel|lt|lieutenant|capt|"  # noqa: E501
    r"captain|mr|mrs|ms|dr|rep|sen|senator|representative|ambassador|commander|sir|lord)\b\.?\s+",
    re.IGNORECASE,
)


@lru_cache(maxsize=100_000)
def person_key(name: str) -> str:
    """A person's name without title and case, by which two documents' namings meet.

    >>> person_key("Gen. Abdul Raof Arghandiwal") == person_key("Abdul Raof Arghandiwal")
    True
    """
    before = None
    while before != name:
        before, name = name, TITLES.sub("", name.strip())
    return re.sub(r"[^\w]+", " ", fold(name)).strip()


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


def _former(name: str) -> bool | None:
    return True if re.search(r"\b(?:former|ex|retired)\b", name.lower()) else None
