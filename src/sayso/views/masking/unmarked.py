"""Names that no mention has: words with capitals of which nothing tells that they are no person's."""

import re
from collections.abc import Collection, Iterator

from sayso.lexicon.aliases import load_aliases
from sayso.lexicon.folding import fold
from sayso.lexicon.name_words import load_name_words
from sayso.model import Reading
from sayso.stages.link.wordlists import STOPWORDS, listed
from sayso.stages.normalise.names.calling import NO_NAME, is_body
from sayso.stages.normalise.names.naming import RUN
from sayso.views.masking.tokens import OPENING, is_heading

WORDS = load_name_words()
NOBODY = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr "
    "jun jul aug sep sept oct nov dec ramadan eid christmas easter nowruz god allah islam christianity soviet "
    "internet web facebook twitter instagram youtube tiktok vkontakte viber skype google kalashnikov covid "
    "north south east west northern southern eastern western central middle english arabic persian dari pashto "
    "hindi urdu french german spanish photo image file picture caption editor note update updated exclusive "
    "analysis opinion video watch read sign"
)
"""Words with a capital that name no person: days, months, feasts, tongues, services, what pages say of themselves."""
MOST = 5
"""Words of the longest run that is looked at."""


def unmarked(reading: Reading, common: Collection[str]) -> Iterator[str]:
    """Runs of words with capitals that no mention, no place that is known, and no entry of the tables covers.

    `common` are words that somewhere stand in lower case. One word alone counts only inside a sentence. In a line whose
    words mostly have capitals nothing can be told, and nothing is.
    """
    if not reading.sentences:
        return
    text = reading.document.text
    taken = sorted(_taken(reading))
    for block in reading.document.blocks:
        if block.kind != "boilerplate" and not is_heading(text[block.start : block.end]):
            for run in RUN.finditer(text, block.start, block.end):
                for start, end in _pieces(run.start(), run.end(), taken):
                    yield from _named(text, start, end, common)


def _taken(reading: Reading) -> Iterator[tuple[int, int]]:
    for mention in reading.mentions.actors:
        if mention.form != "nominal":
            yield mention.span.start, mention.span.end
    for place in reading.mentions.places:
        if place.geonames_id is not None or place.precision in ("country", "area", "water"):
            yield place.span.start, place.span.end
    for hit in load_aliases().find(reading.document.text):
        yield hit.start, hit.end


def _pieces(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of a run is not taken."""
    for first, last in taken:
        if first < end and start < last:
            if start < first:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end


def _named(text: str, start: int, end: int, common: Collection[str]) -> Iterator[str]:
    words = [m for m in re.finditer(r"[^\s,;]+", text[start:end]) if m.group()[0].isalpha()]
    folded = [fold(word.group().removesuffix("’s").removesuffix("'s")) for word in words]
    while words and (folded[0] in WORDS.titles | STOPWORDS | WORDS.openers) and folded[0] not in WORDS.given:
        words, folded = words[1:], folded[1:]
    if not words or len(words) > MOST or set(folded) & (NO_NAME | NOBODY) or is_body(folded):
        return
    if not any(word.group()[:1].isupper() and not word.group().isupper() for word in words):
        return
    first = start + words[0].start()
    is_first = OPENING.search(text, max(0, first - 4), first) is not None
    own = [word for word in folded if word not in common]
    if text[end : end + 2].strip("-–").istitle():  # "Anglo-Saxon": no name by itself
        return
    if (len(words) > 1 and own) or (own and not is_first and len(own[0]) > 2):
        yield text[first : start + words[-1].end()].removesuffix("’s").removesuffix("'s")
