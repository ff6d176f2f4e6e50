"""On whose word a claim rests.

An attribution's content is a stretch of text, and a stretch can hold more than its source has told: what the article
adds in a clause of its own ("kill 100, as the council is told of a drop"), what somebody else says to it ("reports that
he died, but this is denied by"). The parse decides whether an event stands under the cue at all; where it does not, the
claim is the article's.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.lexicon.sources import load_source_words
from sayso.model import Attribution, Parsed, Span
from sayso.stages.compose.between import (
    goes_on_meanwhile,
    is_anothers_word,
    is_beyond_hedge,
    is_what_it_is_for,
    says_for_another,
)
from sayso.stages.compose.known import is_known_already
from sayso.stages.compose.ways import top_of, upwards, way_up

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DOUBTED = 0.5
"""Confidence below which a named source is not believed at all."""
LEAST = 0.6
"""Confidence below which a named source is believed only where a clause is what it told: of other such attributions
on real articles most are no sayings ("is sentenced to", "display a letter from")."""
NOBODY = frozenset({"the", "a", "an", "this", "that", "day", "the day", "there"})
"""What is no source, where a name was cut."""
TELLING = frozenset(
    {
        "say",
        "tell",
        "report",
        "describe",
        "announce",
        "confirm",
        "claim",
        "allege",
        "note",
        "mention",
        "reveal",
        "state",
    }
    | {"recount", "publish", "show", "document", "broadcast", "estimate", "declare", "acknowledge", "admit", "insist"}
)
"""Verbs whose object, too, is what somebody tells."""
ADDRESSING = frozenset({"tell", "warn", "inform", "notify", "remind", "advise", "assure", "brief", "promise", "ask"})
"""Verbs whose passive subject is who was told."""
PUNISHING = frozenset(
    {"sentence", "jail", "convict", "arrest", "detain", "charge", "indict", "fine", "imprison", "suspend", "acquit"}
    | {"try", "prosecute", "hold", "sack", "deport", "expel", "punish", "accuse", "suspect", "kill", "execute"}
)
"""Verbs whose passive subject tells nothing by what was done to him: "is jailed for abusing prisoners"."""
NAMED = frozenset(
    {"know", "call", "dub", "name", "title", "entitle", "describe", "declare", "deem", "rule", "consider"}
)
"""Verbs whose passive, without anybody named, only gives a name, or a judgement."""
BLAMING = frozenset(
    {"criticize", "criticise", "condemn", "praise", "denounce", "slam", "mock", "applaud", "hail", "ridicule", "reward"}
    | {"punish", "thank", "honour", "honor", "rebuke", "castigate", "pillory"}
)
"""Verbs whose passive tells what somebody got for a deed, and of the deed nothing on anybody's word."""
CLAUSES = frozenset({"ccomp", "xcomp"})
BESIDE = frozenset({"as", "while", "whilst", "although", "though", "after", "before", "when", "since", "because"})
"""Words that open a clause in which the article goes on by itself."""
AGAINST = frozenset({"but", "however", "yet", "though"})
IMPERSONAL = frozenset({"it", "there", "is", "was", "are", "were", "been", "be"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENER = "attribute.opener"
"""Rule of what a sentence opens with ("As he tells it, ..."): all that follows is told, however they hang together."""


def innermost(
    trigger: Span, attributions: Sequence[Attribution], parsed: Parsed, actors: Sequence[Span] = ()
) -> Attribution | None:
    """The innermost attribution whose content holds the trigger; None in the article's own voice.

    Of several, the one with the longest chain, then the shortest content, then the later cue. Attitudes ("Moscow wants
    to recruit") tell nothing on anybody's word: what they are about rests on whoever tells of the attitude. Nor does an
    attribution count that the parse shows not to reach the trigger, or whose source goes on to act itself (`actors` are
    the words for who takes part).
    """
    holding = [a for a in attributions if not a.attitude and any(span.covers(trigger) for span in a.content)]
    if holding and not any(q.span.covers(trigger) for q in parsed.quotations if q.closed and not q.scare):
        holding = [
            a
            for a in holding
            if a.claims_nothing or (tells(a, trigger, parsed.doc) and not acts_next(a, trigger, actors, parsed.doc))
        ]
    if not holding:
        holding = [a for a in attributions if not a.attitude and a.source and frames(a, trigger, parsed.doc)]
    if not holding:
        return None
    return min(holding, key=lambda a: (-len(a.chain), sum(s.end - s.start for s in a.content), -first_of(a)))


def first_of(attribution: Attribution) -> int:
    """Offset of the first word of the cue, else of the content."""
    return min(span.start for span in (attribution.cue or attribution.content))


def tells(attribution: Attribution, trigger: Span, doc: "Doc") -> bool:
    """Whether somebody has told the event of a trigger by the words of an attribution that holds it."""
    cue = top_of(doc, attribution.cue[0]) if attribution.cue else None
    word = top_of(doc, trigger)
    if attribution.source and not _is_believed(attribution, cue):
        return False
    if cue is None or word is None or any(reason.rule == OPENER for reason in attribution.reasons):
        return True
    if not attribution.source and cue.lemma_.lower() in NAMED:
        return False  # "the raid was known as": nobody says that it was made
    if not attribution.source and cue.lemma_.lower() in BLAMING:
        return False  # "were criticised for leaving": for what they did, which nobody told
    if not attribution.source and _is_active(cue) and not _is_reduced(cue):
        return False  # "papers show that": who shows it was not found
    if cue.lemma_.lower() == "declare" and _is_beside_declaring(cue, word):
        return False
    if _is_no_saying(cue) or _is_where_it_was_said(cue, word):
        return False
    if is_beyond_hedge(cue, word) or goes_on_meanwhile(cue, word):
        return False
    if attribution.source and says_for_another(cue, list(_words(doc, attribution))):
        return False
    if attribution.source and _is_reduced(cue):
        return False  # "gunmen believed to be rebels": believed of them, not by them
    words = load_source_words()
    deeds = words.acts if attribution.source else words.acts | words.attitude
    if cue.lemma_.lower() in deeds and not any(c.dep_ == "ccomp" for c in cue.children):
        return False
    if is_known_already(cue, word):
        return False
    if cue.sent.start != word.sent.start or cue.i == word.i:
        return True
    return _reaches(cue, word)


def acts_next(attribution: Attribution, trigger: Span, actors: Sequence[Span], doc: "Doc") -> bool:
    """Whether an event is what the source did next, by the article: "accuses them and petitions the court".

    Who takes part is the very words that the cue has as its source, "and" stands before the trigger, and what is said
    is no clause, in which he could tell of himself.
    """
    cue = top_of(doc, attribution.cue[0]) if attribution.cue else None
    word = top_of(doc, trigger)
    if cue is None or word is None or word.i <= cue.i or not attribution.source or _has_clause(cue):
        return False
    joint = word.i - 1
    while joint > cue.i and doc[joint].pos_ == "ADV":
        joint -= 1
    return doc[joint].lower_ in ("and", "but", "then") and attribution.source[0] in actors


def frames(attribution: Attribution, trigger: Span, doc: "Doc") -> bool:
    """Whether a saying put in with commas cuts off the end of what is said: "Tanks fire, residents say, on the fourth
    day of a raid on the city"."""
    cue = top_of(doc, attribution.cue[0]) if attribution.cue else None
    word = top_of(doc, trigger)
    if cue is None or word is None or cue.dep_ != "parataxis" or word.i <= cue.i or cue.head.i == word.i:
        return False
    behind = cue.i + 1 < len(doc) and doc[cue.i + 1].lower_ == ","
    before = any(span.end <= trigger.start for span in attribution.content)
    way = way_up(word, cue.head)
    return behind and before and way is not None and way[-1].dep_ in ("prep", "npadvmod", "advmod", "dobj", "agent")


def _is_beside_declaring(cue: "Token", word: "Token") -> bool:
    """Whether an event only stands beside what is declared: "declares an emergency after troops fire on the crowd"."""
    way = way_up(word, cue)
    if not way:
        return False
    result = way[-1].dep_ == "advcl" and way[-1].tag_ == "VBG"
    beside = way[-1].lower_ in (*BESIDE, "with", "amid", "following") or _opens(way[-1]) or result
    return way[-1].dep_ in ("prep", "advcl") and beside


DISPUTES = frozenset({"disagreement", "debate", "dispute", "division", "discussion", "row", "argument", "negotiation"})
"""Nouns for what several have not made up their minds about: nobody tells it."""
ISSUED = frozenset({"warrant", "permit", "visa", "licence", "license", "passport", "summons", "subpoena", "ticket"})
"""Papers that are issued without anything being told."""
OCCASIONS = frozenset(
    {"meeting", "visit", "talk", "talks", "summit", "conference", "interview", "trip", "call", "tour"}
)
"""Where somebody says something, which is the article's to tell."""
AROUND = frozenset({"during", "after", "before", "following", "amid", "since", "upon", "unlike", "despite"})


def _is_no_saying(cue: "Token") -> bool:
    """Whether a cue tells nothing: "disagreement over whether to hang him", "issue a warrant for his arrest"."""
    if cue.lemma_.lower() in DISPUTES and cue.pos_ == "NOUN":
        return True
    return cue.lemma_.lower() == "issue" and any(c.dep_ == "dobj" and c.lemma_.lower() in ISSUED for c in cue.children)


def _is_where_it_was_said(cue: "Token", word: "Token") -> bool:
    """Whether an event tells when something was said: "said after a meeting with X", "pledges it during talks with Y".

    Behind the saying itself, or behind what somebody pledges there and then where the event is a meeting.
    """
    way = way_up(word, cue)
    if not way or cue.pos_ not in ("VERB", "AUX"):
        return False
    if way[-1].dep_ == "prep" and way[-1].lower_ in AROUND:
        return True
    prep = word.head
    spoken = word.lemma_.lower() in OCCASIONS and prep.lower_ in ("during", "after", "following", "before")
    return spoken and word.dep_ == "pobj" and len(way) == 3 and way[-1].dep_ == "xcomp"


def _reaches(cue: "Token", word: "Token") -> bool:
    """Whether the parse lets what the cue marks reach a word of the same sentence."""
    below = way_up(word, cue)
    if below is not None:
        beside = _goes_on(below, cue) or is_what_it_is_for(below, cue) or is_anothers_word(below)
        return not beside and not _is_known(below) and not _is_aside(below, cue)
    if cue.pos_ not in ("VERB", "AUX"):
        return True
    if _names_only_its_object(cue):
        return False
    told = [c for c in cue.children if c.dep_ in CLAUSES and c.i > cue.i]
    over = {step.i for step in upwards(word)}
    above = list(takewhile(lambda step: step.i not in over, upwards(cue)))
    if any(step.dep_ == "relcl" for step in above):
        return False  # "were hurt in the raid, which analysts describe as": of the raid they speak
    if any(_opens(step) for step in above):
        return not told and not any(c.dep_ in ("dobj", "prep", "dative") and c.i > cue.i for c in cue.children)
    return not told


NAMING_ONLY = frozenset({"declare", "denounce", "condemn", "praise", "describe", "call", "blame", "criticise"})
"""Verbs that tell of their object, and of nothing that is not under them."""


def _names_only_its_object(cue: "Token") -> bool:
    objects = any(c.dep_ in ("dobj", "oprd") and c.i > cue.i for c in cue.children)
    return cue.lemma_.lower() in NAMING_ONLY and objects and not _has_clause(cue)


def _is_known(below: "Sequence[Token]") -> bool:
    """Whether a word only tells which one the cue's subject is: "men held in Oslo are said to have left"."""
    if below[-1].dep_ not in SUBJECTS or len(below) < 2 or below[-2].dep_ not in ("acl", "relcl"):
        return False
    return not any(c.lower_ == "that" and c.dep_ == "mark" for c in below[-2].children)


BELIEVED = frozenset({"believe", "think", "suspect", "say", "report", "know", "understand", "allege", "presume"})
"""Verbs that with an infinitive behind them, and no word of being before them, tell what others say of a noun."""


def _is_reduced(cue: "Token") -> bool:
    follows = cue.i + 1 < len(cue.doc) and cue.nbor(1).lower_ == "to"
    bare = cue.tag_ in ("VBN", "VBD") and not any(c.dep_ in ("aux", "auxpass") for c in cue.children)
    return follows and bare and cue.lemma_.lower() in BELIEVED


def _is_believed(attribution: Attribution, cue: "Token | None") -> bool:
    """Whether who is named can have told it: somebody, by a cue that is sure enough, and not he who was told."""
    if attribution.source[0].text.lower() in NOBODY or attribution.confidence < DOUBTED:
        return False
    if attribution.source[-1].text.endswith((" for", " of", " to", " in", "'s", "’s")):
        return False  # "investigators who have been searching for", cut as a source
    if attribution.confidence < LEAST and (cue is None or not _has_clause(cue)):
        return False
    if cue is not None and any(
        t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ == "ROOT" for t in _words(cue.doc, attribution)
    ):
        return False  # a whole clause, "a thousand men seized", cut as a source
    if cue is None or cue.lemma_.lower() not in ADDRESSING | PUNISHING:
        return True
    addressed = [c for c in cue.children if c.dep_ == "nsubjpass"]
    first, last = attribution.source[0].start, attribution.source[-1].end
    return not any(first <= c.idx < last for c in addressed)


def _words(doc: "Doc", attribution: Attribution) -> "Iterator[Token]":
    for span in attribution.source:
        yield from doc.char_span(span.start, span.end, alignment_mode="expand") or ()


def _is_active(cue: "Token") -> bool:
    """Whether a cue is a verb in the active, which somebody must be the subject of."""
    impersonal = any(
        c.dep_ in ("nsubj", "expl", "nsubjpass", "auxpass") and c.lower_ in IMPERSONAL for c in cue.children
    )
    return cue.tag_ in ("VBD", "VBZ", "VBP") and not impersonal


def _has_clause(cue: "Token") -> bool:
    """Whether a clause is what the cue tells: "said that", "are afraid that"."""
    over = (cue, *(c for c in cue.children if c.dep_ in ("acomp", "attr")))
    return any(c.dep_ in CLAUSES for one in over for c in one.children)


def _is_aside(below: "Sequence[Token]", cue: "Token") -> bool:
    """Whether the article tells it of somebody in what is asked: "demand the release of a man who was held"."""
    claims = any(c.lower_ in ("responsibility", "credit", "life", "lives") for c in cue.children)
    if (
        (cue.lemma_.lower() in TELLING and not claims)
        or cue.pos_ not in ("VERB", "AUX")
        or _has_clause(cue)
        or below[-1].dep_ == "parataxis"
    ):
        return False
    told = {"relcl": ("VBD", "VBZ", "VBP", "VBN"), "acl": ("VBN",)}
    return any(step.tag_ in told.get(step.dep_, ()) for step in below)


def _goes_on(way: "Sequence[Token]", cue: "Token") -> bool:
    """Whether a word right under the cue heads a clause in which the article goes on: "X said so, but Y denies it"."""
    step = way[-1]
    if any(one.dep_ == "conj" and one.tag_ == "VBN" and one.head.tag_ == "VBG" for one in way):
        return True  # "are accused of being spies and detained": that they are detained nobody says
    own = [c for c in step.children if c.dep_ in SUBJECTS]
    if _is_done_beside(step, cue):
        return True
    if step.dep_ == "conj" and step.pos_ == "VERB" and not own and not any(c.dep_ == "ccomp" for c in cue.children):
        return True  # "demanding his release and injuring an officer": what else they did
    if not own or step.i < cue.i:
        return step.dep_ == "advcl" and bool(own) and _opens(step)
    if step.dep_ == "conj":
        return any(c.dep_ == "cc" and c.i > cue.i and c.lower_ in AGAINST for c in cue.children)
    return step.dep_ == "advcl" and _opens(step)


RESULTS = frozenset({"kill", "wound", "injure", "leave", "bring", "raise", "include", "involve", "cause", "force"})
"""Verbs whose participle tells what came of what is reported."""


def _is_done_beside(step: "Token", cue: "Token") -> bool:
    """Whether a participle tells what else he does who announces a thing: "announces a post, cracking down on"."""
    beside = step.dep_ == "advcl" and step.tag_ == "VBG" and step.i > cue.i and step.lemma_.lower() not in RESULTS
    objects = any(c.dep_ == "dobj" and c.i < step.i for c in cue.children)
    return beside and objects and not _has_clause(cue) and step.nbor(-1).lower_ == ","


def _opens(step: "Token") -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in BESIDE for c in step.children)
