"""Whose word a sentence is, and whether two sentences are the word of two voices: their figures are rivals, and neither
is a copy of the other."""

import re

from sayso.lexicon.folding import fold
from sayso.model import Attribution, Reading, Span
from sayso.stages.link.nations import named_nations
from sayso.stages.link.voices.bodies import is_some_group, same_body
from sayso.stages.link.voices.names import same_person
from sayso.stages.link.wording import content_words

SPEAKING_FOR_ITSELF = frozenset({"article", "passive", "unknown", "public", "document"})
"""Sorts of source that are no voice of somebody: the article's own and nobody's."""
NAMED = frozenset({"named_person", "named_organisation", "outlet"})


REPORTING = re.compile(r"\b(?:reports?|reported|reporting|writes?|wrote|published?|publishes)\b")
"""Cues of outlets, also of those that were not known for one."""


def voices_of(reading: Reading, span: Span, *, outlets: bool = False) -> tuple[Attribution, ...]:
    """What is attributed to somebody where a span begins, without what nobody says. With `outlets` also what is so
    called and is none of the document: "the Harbour Monitor" may be a paper or an observer."""
    own = fold(reading.document.outlet or "")
    return tuple(
        each
        for each in reading.attributions
        if each.source_kind not in SPEAKING_FOR_ITSELF
        and (each.source_kind != "outlet" or (outlets and fold(each.voice.name) != own))
        and not (each.attitude or each.claims_nothing or any(REPORTING.search(cue.text) for cue in each.cue))
        and any(part.start <= span.start < part.end or part.overlaps(span) for part in each.content)
    )


def are_rivals(before: tuple[Attribution, ...], after: tuple[Attribution, ...]) -> bool:
    """Whether both sentences are somebody's word by name, and no one of the first can be one of the second."""
    named = [[each for each in voices if each.source_kind in NAMED] for voices in (before, after)]
    return all(named) and not any(_can_be_one(a, b) for a in before for b in after)


def are_of_one(before: tuple[Attribution, ...], after: tuple[Attribution, ...], *, of_one_state: bool = True) -> bool:
    """Whether something shows that both sentences are one voice's word, or one of them is nobody's; `of_one_state`:
    whether two bodies of one state can be one."""
    return not before or not after or any(_can_be_one(a, b, of_one_state=of_one_state) for a in before for b in after)


def are_known(voices: tuple[Attribution, ...], source: Reading) -> bool:
    """Whether the persons whose word a sentence is by name are met in the source: else a document has its own
    witness. Bodies are called otherwise by everybody."""
    named = [each.voice.name for each in voices if each.source_kind == "named_person"]
    text = source.document.text
    return all(any(word in text for word in re.findall(r"[A-Z][\w’'-]{2,}", name)) for name in named)


def _can_be_one(one: Attribution, other: Attribution, *, of_one_state: bool = True) -> bool:
    """Whether two sources can be one: one entity, name, body or office, or a person and the body spoken for."""
    first, second = one.voice, other.voice
    if first.entity and first.entity == second.entity:
        return True
    if one.source_kind == other.source_kind == "named_person":
        return same_person(first.name, second.name)
    told = [" ".join(filter(None, (v.name, v.role, v.organisation))) for v in (first, second)]
    words = [frozenset(map(fold, content_words(each))) - EVERYBODY for each in told]
    if not of_one_state:
        words = [frozenset(word for word in each if not named_nations(word.title())) for each in words]
    if words[0] & words[1] or same_body(first.name, second.name):
        return True
    if any(is_some_group(voice.name) for voice in (first, second)):
        return True
    return of_one_state and bool(named_nations(told[0]) & named_nations(told[1]))


EVERYBODY = frozenset(content_words("people official source person man woman men former senior group member"))
"""Stems that many descriptions of a source have."""
