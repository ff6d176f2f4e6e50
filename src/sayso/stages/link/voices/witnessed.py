"""Whether a feature that rests on one witness tells a sentence from him, or as background of its own.

A feature tells his journey without a verb of saying in each sentence, and between two of them what a ministry counted,
what a law says and what other wars were like. Only the first is on his word.
"""

import re

from sayso.lexicon.aliases import load_aliases
from sayso.model import Claim, Reading, Span

SPOKEN_OF = re.compile(r"\b(?:he|she|his|her|hers|himself|herself|I|my|we|our)\b", re.IGNORECASE)
"""Words for the witness."""
DONE_TO = re.compile(r"\b(?:him|me|us)\b")
"""Words for the witness where somebody else acts."""
GROUP = re.compile(
    r"\b(?:they|them|their|everyone|everybody"
    r"|the (?:\w+ )?(?:men|women|group|others|boys|recruits|soldiers|fighters|volunteers|foreigners|youths)"
    r"|the (?:two|three|four|five|six|\w+teen|ten|twelve)|\w+ of (?:them|us|the men))\b",
    re.IGNORECASE,
)
"""Words for those whom he was with."""
OPENING = re.compile(
    r"\W*(?:(?:In|On|At|After|Before|Since|By|Under|During|Last|This|Earlier|For)\b[^,;]{0,60},\s+)?(?:[Tt]he\s+)?"
)
"""What a sentence begins with, before who does it."""
NAME = 60
"""Code points in which a name at the head of a sentence ends."""
HEAD = 200
"""Code points from the start in which headline and lead begin."""
OTHERS_ACTS = frozenset({"DENY", "ACCUSE", "PROSECUTE", "AFFILIATE", "BAN", "RECOGNISE"})
"""What states, courts and parties do in the open: nobody has it from the witness."""
TOLD_OPENLY = re.compile(
    r"\b(?:has|have|had|was|were|is|are)\s+(?:first\s+|\w+ly\s+)?"
    r"(?:acknowledged|reported|announced|published|confirmed|denied|laid|put out)\b"
    r"|\bputs? (?:them|it|the \w+) at\b|\bestimates?d?\b|\bin a (?:statement|release|sworn statement)\b",
    re.IGNORECASE,
)
"""Words for what somebody else made known."""


def is_from(witness: str, claim: Claim, reading: Reading) -> bool:
    """Whether a claim that no verb of saying puts down to anybody is told from the witness: its sentence, or one beside
    it, speaks of him, or it speaks of a group in a passage on him; and it is not what a state, a body or another person
    by name does or makes known."""
    sentence = claim.sentence
    if claim.event_type in OTHERS_ACTS or TOLD_OPENLY.search(sentence.text):
        return False
    if _is_done_by_another(witness, sentence, reading) and not DONE_TO.search(sentence.text):
        return False
    if GROUP.search(sentence.text) and _speaks_of(witness, _passage(sentence, reading.document.text)):
        return True
    return any(_speaks_of(witness, text) for text in _around(sentence, reading))


def _speaks_of(witness: str, text: str) -> bool:
    return (
        SPOKEN_OF.search(text) is not None
        or DONE_TO.search(text) is not None
        or any(part in text for part in witness.split())
    )


def _is_done_by_another(witness: str, sentence: Span, reading: Reading) -> bool:
    """Whether a sentence begins with a country, a body or another person by name, or with the outlet."""
    opening = OPENING.match(sentence.text)
    begins = opening.end() if opening else 0
    head = sentence.text[begins : begins + NAME]
    outlet = (reading.document.outlet or "").removeprefix("The ")
    if (outlet and head.startswith(outlet)) or any(hit.start == 0 for hit in load_aliases().find(head)):
        return True
    own = set(witness.lower().split())
    return any(
        mention.span.start == sentence.start + begins
        and mention.form == "name"
        and own.isdisjoint(mention.span.text.lower().split())
        for mention in reading.mentions.actors
    )


def _passage(sentence: Span, text: str) -> str:
    """The paragraph of a sentence up to its end, and the paragraph before."""
    start = text.rfind("\n", 0, sentence.start)
    before = text.rfind("\n", 0, len(text[: max(start, 0)].rstrip()))
    return text[max(before, 0) : sentence.end]


def _around(sentence: Span, reading: Reading) -> list[str]:
    """A sentence and those beside it in its paragraph; the one before it where it is a paragraph by itself. In the head
    of an article those beside it in any case: a headline and a lead speak of whom the first paragraph brings in."""
    text = reading.document.text
    sentences = reading.sentences
    place = next((n for n, each in enumerate(sentences) if each.start <= sentence.start < each.end), None)
    if place is None:
        return [sentence.text]
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    beside = sentences[max(0, place - 1) : place + 2]
    inside = [each for each in beside if start <= each.start and (end < 0 or each.end <= end)]
    if sentence.start < HEAD:
        return [each.text for each in beside]
    return [each.text for each in (inside if len(inside) > 1 else sentences[max(0, place - 1) : place + 1])]
