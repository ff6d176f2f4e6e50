"""On whose word a claim rests, where an attribution's words hold more than its source has told."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.model import Attribution, Link, Span, Voice, span_of
from sayso.stages.compose.sources import innermost


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return span_of(text, start, start + len(words))


def said(text: str, source: str, cue: str, content: str, **fields: Any) -> Attribution:
    voice = Voice(name=source or cue, kind="named_organisation" if source else "passive")
    spans = (at(text, source),) if source else ()
    values: dict[str, Any] = {
        "id": "a-1", "source": spans, "cue": (at(text, cue),), "content": (at(text, content),),
        "source_kind": voice.kind, "speech": "indirect", "voice": voice, "confidence": 0.9,
        "chain": (Link(name=voice.name, kind=voice.kind, span=at(text, source or cue)),),
    }  # fmt: skip
    return Attribution(**(values | fields))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "trigger", "told"),
    [
        ("The ministry said that gunmen killed ten men.", "The ministry",
         "said", "that gunmen killed ten men", "killed", True),
        ("Gunmen killed ten men, the ministry said.", "the ministry",
         "said", "Gunmen killed ten men", "killed", True),
        ("Gunmen killed ten men, according to the army.", "the army",
         "according to", "Gunmen killed ten men", "killed", True),
        # somebody else answers
        ("The agency reported that the king died, but this was denied by officials.", "The agency", "reported",
         "that the king died, but this was denied by officials", "denied", False),
        ("The agency reported that the king died, but this was denied by officials.", "The agency", "reported",
         "that the king died, but this was denied by officials", "died", True),
        # the article's own main clause beside what the council heard
        ("Bombs killed ten men, as the council was told of a fall in crime.", "the council", "was told of",
         "Bombs killed ten men", "killed", False),
        # deeds
        ("The town marched in protest against the killing of ten men.", "The town", "marched", "the killing of ten men",
         "killing", False),
        ("Residents reported battles with men who fled the town.", "Residents", "reported",
         "battles with men who fled the town", "fled", True),
        ("Observers are accused of being spies and detained by rebels.", "Observers", "are accused",
         "of being spies and detained by rebels", "detained", False),
        ("The day sees the king killed by rebels.", "The day", "sees", "the king killed by rebels", "killed", False),
        # to whom it was told
        ("The officer was warned that troops killed ten men.", "The officer", "was warned",
         "that troops killed ten men", "killed", False),
        ("The group claims responsibility for a bomb that killed ten men.", "The group", "claims",
         "responsibility for a bomb that killed ten men", "killed", False),
        # which man: the article tells
        ("Crowds demanded the release of a man who was arrested by the army.", "Crowds", "demanded",
         "the release of a man who was arrested by the army", "arrested", False),
        # nobody was found who shows it
        ("The notes show that rebels killed ten men.", "", "show", "that rebels killed ten men", "killed", False),
        ("Gunmen believed to be rebels killed ten men.", "Gunmen", "believed",
         "to be rebels killed ten men", "killed", False),
        ("It is believed that rebels killed ten men.", "", "is believed", "that rebels killed ten men", "killed", True),
    ],
)  # fmt: skip
def test_what_the_parse_lets_a_source_have_told(
    text: str, source: str, cue: str, content: str, trigger: str, told: bool, nlp: Any
) -> None:
    attribution = said(text, source, cue, content)
    found = innermost(at(text, trigger), (attribution,), make_parsed(text, nlp))
    assert (found is not None) == told


def test_an_unsure_attribution_to_somebody_is_not_believed(nlp: Any) -> None:
    text = "The ministry greeted the killing of ten men."
    doubtful = said(text, "The ministry", "greeted", "the killing of ten men", confidence=0.5)
    assert innermost(at(text, "killing"), (doubtful,), make_parsed(text, nlp)) is None
