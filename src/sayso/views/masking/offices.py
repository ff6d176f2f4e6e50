"""Who is public by office and speaks in it. Whoever is not surely so counts as a private person."""

import re

from sayso.lexicon.aliases import load_aliases
from sayso.model import Reading
from sayso.stages.link.voices.persons import introduced, private_sort
from sayso.stages.link.voices.private import told_of
from sayso.stages.link.voices.titles import titled
from sayso.stages.link.wording import stem
from sayso.stages.link.wordlists import listed

OFFICES = listed(
    "president premier chancellor minister spokesman spokeswoman spokesperson ambassador senator congressman "
    "congresswoman lawmaker mp governor king queen pope"
)
"""Offices whose holders speak in public as such. Ranks, judges, mayors, local chiefs and police are none: those who
hold them flee, defect and are hunted too."""
STEMS = frozenset(stem(word) for word in OFFICES)
PAST = re.compile(
    r"\b(?:former|formerly|ex|onetime|erstwhile|late|ousted|deposed|exiled|fugitive|fled|hiding|detained|jailed|"
    r"imprisoned|arrested|wanted|missing|kidnapped|abducted|captured|defected|deserted|escaped|asylum|refugee|family|"
    r"relative|relatives)\b",
    re.IGNORECASE,
)
"""Words near a name by which its holder may be at risk, or no more in office."""
NEAR = 45
"""Code points before a name, and behind it where a comma or bracket opens an aside, that are looked at for these."""
IN_PRESS_ONLY = "press"
"""Source of an entry of the table of actors that is no public record of an office."""


def known_as_public(entity: str | None) -> bool:
    """Whether the table of actors has somebody by office or by a sanctions list.

    >>> known_as_public("vladimir-putin"), known_as_public("hibatullah-alizai"), known_as_public(None)
    (True, False, False)
    """
    actor = load_aliases().actors.get(entity or "")
    return actor is not None and actor.kind == "person" and not actor.source.startswith(IN_PRESS_ONLY)


def speaks_in_office(name: str, reading: Reading) -> bool:
    """Whether a document quotes a person as the holder of a public office, and says nothing of a private person of him.

    It must call him by the office, quote him, and have no age, kin, trade, flight, arrest or "former" beside him.
    """
    text = reading.document.text
    voices = [a.voice for a in reading.attributions if a.voice.name == name and not a.attitude]
    if not voices or any(voice.former or voice.anonymous for voice in voices):
        return False
    told = [*(voice.role or "" for voice in voices), introduced(name, text), titled(name, text)]
    if not any(OFFICES & set(re.findall(r"\w+", words.lower())) for words in told):
        return False
    return not is_told_of_privately(name, text)


def is_told_of_privately(name: str, text: str) -> bool:
    """Whether a text tells of somebody by what a private person is told by, home, trade, age or kin; or that he fled,
    was taken or was in office once.

    >>> [is_told_of_privately("Ann Lee", text) for text in ("Ann Lee, the minister, spoke.", "Ann Lee, 24, left.")]
    [False, True]
    """
    told = told_of(name, text)
    if private_sort(name, text) or told.age is not None or told.kin or (told.traits and not told.traits & STEMS):
        return True
    surname = name.split()[-1] if name.split() else name
    return any(_is_past(text, at.start(), at.end()) for at in re.finditer(rf"\b{re.escape(surname)}\b", text))


def _is_past(text: str, start: int, end: int) -> bool:
    before = re.split(r"[.!?;\n]", text[max(0, start - NEAR) : start])[-1]
    aside = re.match(rf" ?[,(][^.;\n]{{0,{NEAR}}}", text[end:])
    return PAST.search(before) is not None or (aside is not None and PAST.search(aside.group()) is not None)
