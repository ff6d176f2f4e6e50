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
        # no saying; when and where something was said
        ("There is disagreement among the rulers over whether to execute the king.", "the rulers", "disagreement among",
         "whether to execute the king", "execute", False),
        ("Judges issue a warrant for the arrest of the minister.", "Judges", "issue",
         "a warrant for the arrest of the minister", "arrest", False),
        ("Judges issue a statement on the arrest of the minister.", "Judges", "issue",
         "a statement on the arrest of the minister", "arrest", True),
        ("The king said after the killing of ten men that he was sad.", "The king", "said",
         "after the killing of ten men that he was sad", "killing", False),
        ("The king pledges to stand by them during a meeting with the envoy.", "The king", "pledges",
         "to stand by them during a meeting with the envoy", "meeting", False),
        ("The king declares an emergency after guards fire on the crowd, killing ten.", "The king", "declares",
         "an emergency after guards fire on the crowd, killing ten", "killing", False),
        ("The king announces a deployment, cracking down on raids that killed ten.", "The king", "announces",
         "a deployment, cracking down on raids that killed ten", "killed", False),
        ("The king announces a new post to end raids that have killed ten men.", "The king", "announces",
         "a new post to end raids that have killed ten men", "killed", False),
        ("The king announces that guards have killed ten men.", "The king", "announces",
         "that guards have killed ten men", "killed", True),
        ("The king warns that all is lost as a judge signs a warrant, saying guards killed ten.", "The king", "saying",
         "guards killed ten", "killed", False),
        ("The king opened the fair, saying guards killed ten.", "The king", "saying",
         "guards killed ten", "killed", True),
        ("According to the king, all is lost, as guards killed ten men.", "the king", "According to",
         "all is lost, as guards killed ten men", "killed", False),
        ("The king said guards fled as rebels killed ten men.", "The king", "said",
         "guards fled as rebels killed ten men", "killed", True),
        ("Guards hold pictures of killed men, reportedly arresting ten.", "", "reportedly",
         "Guards hold pictures of killed men, reportedly arresting ten", "killed", False),
        ("Guards reportedly killed ten men.", "", "reportedly", "Guards reportedly killed ten men", "killed", True),
        ("The minister was injured in the raid, which analysts describe as a turn.", "analysts", "describe",
         "injured in the raid, which analysts describe as a turn", "injured", False),
        ("Agents who have been searching for weapons appeal to the court.", "Agents who have been searching for",
         "appeal", "to the court", "court", False),
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
        # what a source only answers to, and what it says is not so
        ("Norway rejected a request by the union to free ten men.", "Norway", "rejected",
         "a request by the union to free ten men", "request", False),
        ("The mayor did not respond to the killing of ten men.", "The mayor", "did not respond to",
         "the killing of ten men", "killing", False),
        ("Norway rejected claims that it killed ten men.", "Norway", "rejected",
         "claims that it killed ten men", "killed", True),
        ("The army rejected involvement in the killing of ten men.", "The army", "rejected",
         "involvement in the killing of ten men", "killing", True),
        ("It is an apparently similar case to one in which rebels killed ten men.", "", "apparently",
         "similar case to one in which rebels killed ten men", "killed", False),
        # what was done to whom the words name
        ("The guard was jailed for killing ten men.", "The guard", "was jailed", "for killing ten men", "killing",
         False),
        # alleged is the part, and not the raid that all have seen
        ("Berg was jailed over his alleged role in the raid on Voss.", "", "alleged", "role in the raid on Voss",
         "raid", False),
        ("Berg was jailed over his alleged role in the recruitment of boys.", "", "alleged",
         "role in the recruitment of boys", "recruitment", True),
        ("Bombs claimed the lives of ten men a day after rebels killed five.", "Bombs", "claimed",
         "the lives of ten men a day after rebels killed five", "killed", False),
        ("Two men are feared dead after disappearing in Voss.", "", "are feared",
         "dead after disappearing in Voss", "disappearing", False),
        ("Norway says that jets came, to Swedish denials.", "Norway", "says", "that jets came, to Swedish denials",
         "denials", False),
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


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("The mayor accuses the guild of fraud and petitions the court to act.", "petitions", False),
        ("The mayor says that he accuses the guild and petitions the court to act.", "petitions", True),
    ],
)
def test_what_a_source_does_next_is_not_on_its_word(text: str, trigger: str, told: bool, nlp: Any) -> None:
    cue = "accuses" if "says" not in text else "says"
    one = said(text, "The mayor", cue, text[text.index(cue) + len(cue) + 1 : -1])
    found = innermost(at(text, trigger), [one], make_parsed(text, nlp), [at(text, "The mayor")])
    assert (found is one) is told


def test_a_saying_put_in_with_commas_reaches_the_end_of_what_is_said(nlp: Any) -> None:
    text = "Tanks fired in Bergen, residents said, on the fourth day of a raid on the town."
    one = said(text, "residents", "said", "Tanks fired in Bergen")
    assert innermost(at(text, "raid"), [one], make_parsed(text, nlp)) is one


def test_what_somebody_was_blamed_for_nobody_has_told(nlp: Any) -> None:
    text = "The generals were criticized for leaving behind their men."
    one = said(text, "", "were criticized", "for leaving behind their men")
    assert innermost(at(text, "leaving"), [one], make_parsed(text, nlp)) is None


@pytest.mark.parametrize(
    ("text", "content", "trigger"),
    [
        ("The king declares an emergency in Voss after troops killed ten men.",
         "an emergency in Voss after troops killed ten men", "killed"),
        ("The war could be declared illegal, and so could the invasion.", "the invasion", "invasion"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_declaration_is_not_declared(text: str, content: str, trigger: str, nlp: Any) -> None:
    active = "declares" in text
    one = said(text, "The king" if active else "", "declares" if active else "declared", content)
    assert innermost(at(text, trigger), [one], make_parsed(text, nlp)) is None
