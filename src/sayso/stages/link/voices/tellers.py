"""On whose word each claim rests: the first voice that it can be traced to."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sayso.lexicon.aliases import load_aliases
from sayso.model import Attribution, Claim, Link, Reading, Voice
from sayso.stages.link.texts.citations import Citation
from sayso.stages.link.texts.outlets import is_unnamed_outlet, outlet_key
from sayso.stages.link.voices.channels import first_outlet, in_full, is_outlet, named_outlet, own_key, told_itself
from sayso.stages.link.voices.describing import (
    AGED,
    ASKING,
    COMMENTING,
    NO_NAME,
    NOBODY_TOLD,
    RELATIVE,
    UNNAMED,
    is_pair,
    is_several,
)
from sayso.stages.link.voices.fitting import is_of_one
from sayso.stages.link.voices.making import (
    as_told,
    outlet_teller,
    own_teller,
    publishing_body,
    speaker_teller,
    unknown_teller,
)
from sayso.stages.link.voices.private import CLOSE, with_experience
from sayso.stages.link.voices.teller import Teller


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
    own = own_key(document)
    cited = {citation.key for citation in citations} | ({own} if own else set())  # an article may name its own outlet
    chain = [in_full(_without_name(link, document.text), document.text, cited) for link in claim.chain]
    voices = [link for link in chain if link.kind not in ("article", "passive", "unknown")]
    outlet = first_outlet([link for link in voices if is_outlet(link, cited)], document)
    named = named_outlet(outlet, citations) if outlet else None
    channel = via or own_key(document)
    if named:
        channel, named = beyond((outlet_key(named), named))
    speakers = [link for link in voices if not is_outlet(link, cited)]
    speakers = [link for link in speakers if not _only_believes(claim, link, attributions)]
    if told_itself(claim.sentence.text, document.outlet):
        channel = own_key(document)
    if speakers:
        link = _who_heard(speakers, document.text)
        voice = _voice(claim, link, attributions)
        why = _why_nobody(claim, reading, attributions, link, speakers)
        if why is not None:
            return unknown_teller(document, f"“{link.name}”: {why}")
        teller = speaker_teller(as_told(link, document.text), voice, document, channel, claim)
        teller = with_experience(teller, claim)
        return replace(teller, also=teller.also or perhaps) if teller.kind == "unnamed" else teller
    if outlet is not None and is_pair(outlet.name):
        return unknown_teller(document, f"“{outlet.name}”: two outlets at once, and nobody can tell whose word it is")
    if outlet is not None and is_unnamed_outlet(named or outlet.name):
        return unknown_teller(document, f"“{outlet.name}”: an outlet that the text does not name")
    if outlet is not None:
        return outlet_teller(named or outlet.name, document, outlet.span, "cited as the source")
    if any(link.kind == "passive" for link in claim.chain):
        return unknown_teller(document, "“it is believed” and the like: the text names nobody")
    if via is not None and is_unnamed_outlet(via_name or ""):
        return unknown_teller(document, f"“{via_name}”: an outlet that the text does not name")
    if via is not None and via != own_key(document):
        return outlet_teller(
            via_name or via, document, None, "in the article's own voice, in a document that follows this outlet"
        )
    return publishing_body(document) or replace(own_teller(document), also=perhaps)


ONE = re.compile(r"(?:an?|one|another|the|that|this)\s+\w|(?:he|she)$", re.IGNORECASE)
"""How somebody is told of whom no name is given: "a Peruvian who came home", and "he" further on."""
AHEAD = 8
"""Code points before a name in which such a word stands."""


def is_a_man(link: Link, text: str) -> bool:
    """Whether a source is somebody told by age or people alone, and no body: "a 22-year-old", "a Peruvian"."""
    if AGED.search(link.name) is not None:
        return True
    if link.kind not in ("named_organisation", "named_person") or " " in link.name:
        return False
    told = re.split(r"[^\w\s]", text[max(0, link.span.start - AHEAD) : link.span.start])[-1].split()[-1:]
    if ONE.match(" ".join([*told, link.span.text])) is None and ONE.match(link.span.text) is None:
        return False
    return any(hit.form.sort in ("people", "adjective") for hit in load_aliases().find(link.name))


def _without_name(link: Link, text: str) -> Link:
    """A step of a chain without a name where it is called by an age or a people, whatever word was taken for it."""
    if link.kind == "named_person" and NO_NAME.fullmatch(link.name) and (aged := AGED.search(link.span.text)):
        return replace(link, name=aged.group(), kind="unnamed_person")
    return replace(link, kind="unnamed_person") if is_a_man(link, text) else link


TOLD_THEM = (
    r"\s+(?:then\s+|later\s+|also\s+)?(?:informed|told|promised|assured|warned|ordered|advised|said\s+to)\s+"
    r"(?:him|her|the\s+(?:\w+\s+)?(?:men|boys|recruits|new\s+ones|newcomers|trainees|famil(?:y|ies)|parents|mothers?|fathers?|widow|others))\b"
)
TOLD_AGO = 600
"""Code points back to where somebody is met who speaks to those who are taken."""


def _speaks_within(link: Link, claim: Claim, text: str) -> bool:
    """Whether a voice without a name is one that speaks to those who are taken or to their kin: "a captain told the
    recruits that ...", and what he says further on."""
    head = re.escape(link.name.split(" ")[-1])
    told = text[max(0, claim.sentence.start - TOLD_AGO) : claim.sentence.end]
    return re.search(rf"\b(?:an?|one|the|another) (?:\w+ )?{head}{TOLD_THEM}", told, re.IGNORECASE) is not None


BELIEVED = re.compile(
    r"[,;] (?:and|but|while|though|although) [^,;“”\"]{1,60}? (?:is|are|was|were) (?:\w+ )?"
    r"(?:believed|thought|said|reported|estimated|understood|rumou?red|known|alleged) to\b"
)
"""A clause of its own behind what somebody says, of which the text tells that it is believed."""


def _is_believed(claim: Claim, link: Link) -> bool:
    """Whether a claim stands in a clause beside a voice's, and is told there as what is believed."""
    start, text = claim.sentence.start, claim.sentence.text
    found = BELIEVED.search(text, max(link.span.end - start, 0))
    return found is not None and link.span.end <= claim.trigger.start and found.end() <= claim.trigger.start - start + 4


def _why_nobody(
    claim: Claim, reading: Reading, attributions: Mapping[str, Attribution], link: Link, speakers: Sequence[Link]
) -> str | None:
    """Why a voice tells nothing, or nobody can tell whose it is; None where it speaks."""
    name, text = link.name.lower(), reading.document.text
    if name in NOBODY_TOLD or SOME_OF.fullmatch(name):
        return "nobody tells who"
    if link.kind == "named_person" and NO_NAME.fullmatch(link.name):
        return "a word that is no name"
    if _is_believed(claim, link):
        return "told beside it as what is believed, by nobody"
    if name in NOT_EVEN_A_SORT:
        return "nobody tells of what sort"
    if link.kind in UNNAMED and TO_WHOM.search(text[max(0, link.span.start - 30) : link.span.start]):
        return "to whom it was said"
    if link.kind in UNNAMED and BY_WHOM.search(text[max(0, link.span.start - 40) : link.span.start]):
        return "what somebody was told by him, who passes it on"
    if link.kind in UNNAMED and _speaks_within(link, claim, text):
        return "what somebody was told by him, who passes it on"
    if link.kind in PASSED and TOLD_HER.match(text, link.span.end):
        return "what somebody was told by him, who passes it on"
    if WANTED.search(text[max(0, link.span.start - 40) : link.span.start]) and TO_TELL.match(
        text[link.span.end :][:40]
    ):
        return "who is asked to tell, and has not told"
    if any(each.name in ASKED or (each.name.isupper() and each.name.lower() in ASKING) for each in claim.chain):
        return "in a question"
    if any(_only_judges(claim, each, attributions) for each in speakers):
        return "asks for or judges what others have told"
    if _only_asks(claim, link, attributions):
        return "wants it looked into, and tells nothing"
    if link.kind in UNNAMED and COMMENTING.search(RELATIVE.sub("", link.name)):
        return "who looks on from outside has it from others"
    return "several voices at once, and nobody can tell whose word it is" if is_several(link.name) else None


PASSED = frozenset({*UNNAMED, "named_person"}) - {"public"}
TOLD_HER = re.compile(
    r",?\s+(?:(?:had|has|then|also|later|once)\s+){0,2}(?:told|tells|telling|wrote\s+to|writes\s+to)\s+"
    r"(?:her|his\s+(?:wife|mother|father|parents|family|brother|sister)|the\s+family)\b"
)
"""What stands behind somebody whose words his own people pass on: "he told her"."""
SOME_OF = re.compile(
    r"(?:many|most|some|several|all|few|a few|others|both|none|each) of (?:whom|them|these|those|which|us)"
)
"""Some of those who were told of before: "recruits, many of whom say"."""


def _voice(claim: Claim, link: Link, attributions: Mapping[str, Attribution]) -> Voice | None:
    """The description of the voice at this step, from the attribution that has it."""
    made = _attribution(claim, link, attributions)
    return made.voice if made else None


TO_WHOM = re.compile(r"(?<!according)(?<!due)(?<!thanks)\s+to\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
"""What stands before somebody to whom a thing is said: "a message to a former soldier"."""


BY_WHOM = re.compile(
    r"\b(?:been|was|were|is|are|being|got)\s+(?:\w+\s+)?(?:told|promised|assured|informed|warned|ordered|offered)\s+by\s+"
    r"(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
"""What stands before somebody whose words a witness passes on: "he had been told by his captain"."""


WANTED = re.compile(
    r"\b(?:want|ask|urg|press|call|order|expect|invit|requir|challeng|summon)(?:e[ds]|s|ing|ed)?\s+(?:on\s+|for\s+)?"
    r"(?:an?\s+|the\s+|its\s+|their\s+)?$",
    re.IGNORECASE,
)
TO_TELL = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:tell|say|explain|answer|disclose|confirm|state|report|reveal|publish|clarify|inform)\b"
)
"""What stands before and behind somebody of whom others want to hear: "the party wants the minister to say"."""


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


JUDGING = re.compile(
    r"(?:(?:ha[sd]|have|is|was|strongly|sharply)\s+)*(?:condemn|criticis|criticiz|deplor|slam|welcom|applaud|urg|demand|appeal|protest|"
    r"call(?:ed|s|ing)? (?:on|for|upon)|ask(?:ed|s|ing)? (?!whether|if|why|how|what))\w*",
    re.IGNORECASE,
)
"""What one does who takes a thing for known, and tells it to nobody."""


def _only_judges(claim: Claim, link: Link, attributions: Mapping[str, Attribution]) -> bool:
    """Whether a voice condemns, welcomes or demands what others have told."""
    made = _attribution(claim, link, attributions)
    return made is not None and bool(made.cue) and JUDGING.match(" ".join(s.text for s in made.cue)) is not None


ASKED = frozenset({"Q", "Question"})
"""Labels of who asks: what a question says that somebody said is nobody's word."""
NOT_EVEN_A_SORT = frozenset({"sources", "reports", "rumours", "rumors", "insiders", "media reports", "social media"})
"""Voices in the plural that are told by nothing but that they speak."""
HIS_MAN = re.compile(rf"(?:his|her|their|my|our) (?:\w+ )*(?!(?:{CLOSE})$)\w+$", re.IGNORECASE)


TELL_HIM = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:tell|told|telling|inform(?:ed)?|assured?|wrote|written|write|say|said)\s+(?:to\s+)?"
    r"(?:him|her|them)\b"
)
"""What stands behind those whom somebody has it from: "ex-soldiers in Oslo have told him"."""


def _who_heard(speakers: Sequence[Link], text: str) -> Link:
    """The innermost of the voices in a chain; but who tells what "his commander" or some of his men told him is the
    witness himself, and what a body gathered from "17 users" is its own finding."""
    *outer, inner = speakers
    people = ("named_person", "unnamed_person", "unnamed_recruit", "unnamed_local", "unnamed_witness", "group")
    if not outer or inner.kind not in UNNAMED:
        return inner
    told_him = not is_of_one(inner.name) and TELL_HIM.match(text, inner.span.end)
    heard = outer[-1].kind in people and (HIS_MAN.match(inner.name) or told_him)
    gathered = outer[-1].kind in ("named_organisation", "document") and inner.kind in ("group", "public")
    return outer[-1] if heard or gathered else inner


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
