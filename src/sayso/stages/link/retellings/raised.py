"""Hearsay that a document which credits another tells as a finding: "had received reports that" became "confirmed
that", "is looking into" became "found"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Change, Reading, Span
from sayso.stages.link.retellings.otherwise import found_in, told_otherwise
from sayso.stages.link.retellings.units import shared_weight, weights_of
from sayso.stages.link.wording import content_words

HEARD = re.compile(
    r"\b(?:(?:received|got|gotten|gathered|collected)\s+(?:\w+\s+){0,2}?(?:reports?|accounts?|complaints?|tips?|claims?)"
    r"|heard(?: of| that)?|(?:is|are|was|were|began|started)\s+(?:looking into|(?:investigat|examin|check|verify)ing)"
    r"|(?:could|can)\s*not (?:be )?(?:confirm|verify|corroborate|establish|prove)|suspect(?:s|ed)?|alleg(?:es?|ed)"
    r"|(?:will|would|to) (?:investigate|examine|look into|verify|check)|(?:ha[sd]|have) no (?:proof|evidence)"
    r"|(?:could|can|would) neither confirm nor deny|(?:declined|refused) to confirm|estimat(?:es?|ed)|fears?)\b"
)
"""Words of somebody who does not know it himself, or has not found out."""
FOUND = re.compile(
    r"\b(?:confirm(?:s|ed)|establish(?:es|ed)|prove[sdn]?|proved|document(?:s|ed)|verif(?:ies|ied)|conclude[sd]?"
    r"|determine[sd]?|admit(?:s|ted)|acknowledge[sd]?|conced(?:es|ed)|uncover(?:s|ed)|ascertain(?:s|ed))\b"
)
"""Words of somebody who has found out or says so of himself; no "found", which is somebody's who looked for his son."""
ENOUGH, MOST_OF_IT = 2.0, 0.45
"""What the words have to weigh that both sentences share, and how large a part of the words behind they have to be."""
ELSEWHERE = 0.6
"""Part of the shared words that a sentence of the source has at most in which something is found out."""


def raised(parent: Reading, child: Reading) -> tuple[Change, ...]:
    """What a document tells as found out and the one that it follows as heard of."""
    return tuple({(c.now.start, c.now.end): c for c in _found(parent, child)}.values())


def _found(parent: Reading, child: Reading) -> Iterator[Change]:
    heard = [(s, m) for s in parent.sentences for m in HEARD.finditer(s.text)]
    if not heard:
        return
    weights = weights_of(parent)
    known = [content_words(s.text) for s in parent.sentences if FOUND.search(s.text)]
    for now in child.sentences:
        for told in FOUND.finditer(now.text):
            if UNREAL.search(now.text[: told.start()]):
                continue
            words = {word: n for word, n in content_words(now.text[told.end() :]).items() if word in weights}
            fits = [
                (_fit(content_words(was.text[m.end() :]), words, known, weights), -was.start, was, m)
                for was, m in heard
            ]
            weight, _, was, match = max(fits, key=lambda fit: fit[:2])
            if weight:
                detail = f"“{match.group()}” became “{told.group()}”"
                before, after = found_in(was, match), _behind(now, told)
                yield told_otherwise("raised", parent, child, before, after, "hedge", detail, weight)


UNREAL = re.compile(r"\b(?:not|never|nor|to|could|would|cannot|if)\s+(?:\w+\s+)?$")
"""What stands before a verb of finding of which nobody says that it was done."""


def _fit(
    heard: Mapping[str, float],
    words: Mapping[str, float],
    known: Sequence[Mapping[str, float]],
    weights: Mapping[str, float],
) -> float:
    """What the words behind a verb of finding have in common with those behind words of hearsay; 0 where that is too
    little, or the source has found it out elsewhere."""
    shared = {word: n for word, n in words.items() if word in heard}
    weight = shared_weight(heard, shared, weights)
    if weight < max(ENOUGH, MOST_OF_IT * shared_weight(words, words, weights)):
        return 0.0
    return 0.0 if any(shared_weight(each, shared, weights) >= ELSEWHERE * weight for each in known) else weight


def _behind(sentence: Span, match: re.Match[str]) -> Span:
    """From a verb to the end of its clause."""
    rest = re.split(r"[;:.]", sentence.text[match.start() :], maxsplit=1)[0]
    start = sentence.start + match.start()
    return Span(start=start, end=start + len(rest), text=rest)
