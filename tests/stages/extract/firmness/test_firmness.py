"""What the source commits to, with its layers."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.extract import extract
from sayso.stages.extract.firmness.notes import fold
from sayso.stages.extract.parse.tree import Tree
from sayso.stages.extract.score import commitment_score, factuality_score

PACKS = load_packs(["foreign_fighters"])


def recruit(text: str, nlp: Any) -> Event:
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)
    return next(event for event in found if event.event_type == "RECRUIT")


@pytest.mark.parametrize(
    ("text", "factuality", "polarity"),
    [
        ("Norway recruited students.", "asserted", "positive"),
        ("Police are not sure how Norway recruited students.", "asserted", "positive"),
        ("The recruitment of students is unconfirmed.", "possible", "positive"),
        ("The recruitment of students could not be verified.", "possible", "positive"),
        ("The recruitment of students was confirmed.", "asserted", "positive"),
        ("The recruitment of students was not stopped.", "asserted", "positive"),
        ("A recruitment of students could prove costly.", "possible", "positive"),
        ("The recruitment of students could prove costly.", "asserted", "positive"),
        # a gerund behind a preposition
        ("The broker was charged with recruiting students for the war.", "possible", "positive"),
        ("The broker was arrested for recruiting students for the war.", "possible", "positive"),
        ("The broker is wanted for recruiting students for the war.", "possible", "positive"),
        ("The broker was questioned about recruiting students for the war.", "possible", "positive"),
        ("The broker is on trial for recruiting students for the war.", "possible", "positive"),
        ("The broker was jailed for recruiting students for the war.", "asserted", "positive"),
        ("The broker was praised for recruiting students for the war.", "asserted", "positive"),
        # nobody was punished for it: whether it was done is open
        ("No broker was jailed for recruiting students for the war.", "possible", "positive"),
        ("Nobody has been put on trial for recruiting students for the war.", "possible", "positive"),
        ("The broker was not punished for recruiting students for the war.", "possible", "positive"),
        ("The plan aims at recruiting students for the war.", "planned", "positive"),
        ("The army is working on recruiting students for the war.", "planned", "positive"),
        ("The army is intent on recruiting students for the war.", "planned", "positive"),
        ("The army promised to focus on recruiting students for the war.", "planned", "positive"),
        ("The army concentrates on recruiting students for the war.", "asserted", "positive"),
        ("The army began with recruiting students for the war.", "asserted", "positive"),
        ("Police could not establish whether Norway recruited students.", "unknown", "positive"),
        ("It is unclear whether this was the result of the recruitment of students.", "unknown", "positive"),
        ("This was not the result of the recruitment of students.", "negated", "negative"),
        ("This came as a result of the recruitment of students.", "asserted", "positive"),
        ("The men are being investigated over the recruitment of students.", "asserted", "positive"),
        ("The men are accused of the recruitment of students.", "possible", "positive"),
        ("It is unclear why Norway recruited students.", "asserted", "positive"),
        ("The law is to curb the recruitment of students by Norway.", "asserted", "positive"),
        ("Norway did not recruit students.", "negated", "negative"),
        ("Norway never recruited students.", "negated", "negative"),
        ("At no time has Norway recruited students.", "negated", "negative"),
        ("Norway has at no point conducted a campaign to recruit students.", "negated", "negative"),
        ("Norway will under no circumstances recruit students.", "negated", "negative"),
        ("In no time Norway recruited many students.", "asserted", "positive"),
        ("Norway neither recruited students nor paid them.", "negated", "negative"),
        ("Norway has neither paid students nor recruited students.", "negated", "negative"),
        ("Norway neither confirmed nor denied that it recruits students.", "possible", "positive"),
        ("Sweden has told Norway to stop recruiting students.", "unknown", "negative"),
        ("Stop recruiting our students, Sweden tells Norway.", "unknown", "negative"),
        ("Norway has stopped recruiting students.", "negated", "negative"),
        (
            "The firm has rules on not serving wine, giving prayer rooms and not recruiting students.",
            "negated",
            "negative",
        ),
        ("Not one student was recruited by the army.", "negated", "negative"),
        ("Nor did Norway recruit students.", "negated", "negative"),
        ("Norway didn't pay the students, nor did it recruit them.", "negated", "negative"),
        ("Neither Norway nor Sweden recruited students.", "negated", "negative"),
        ("Not one of the students was recruited by Norway.", "negated", "negative"),
        ("Not a single student was recruited by Norway.", "negated", "negative"),
        ("Norway no longer recruits students.", "negated", "negative"),
        ("Never did the army recruit foreigners.", "negated", "negative"),
        ("Never did Norway recruit students.", "negated", "negative"),
        ("At no time did Norway recruit students.", "negated", "negative"),
        ("Norway sent the students home rather than recruit them.", "negated", "negative"),
        ("Norway paid the students to leave instead of recruiting them.", "negated", "negative"),
        ("Norway follows rules that include not paying and not recruiting women.", "negated", "negative"),
        ("Norway did not recruit students until May.", "asserted", "positive"),
        ("It wasn't until May that Norway recruited students.", "asserted", "positive"),
        ("Norway has not recruited students until now.", "negated", "negative"),
        ("Had Norway recruited students, the war would be over.", "counterfactual", "positive"),
        ("It would be wrong to say that Norway recruited students.", "negated", "negative"),
        ("It is hard to believe that Norway recruited students.", "probable", "negative"),
        ("The idea that Norway recruited students is nonsense.", "negated", "negative"),
        ("The king laughed off reports that Norway recruits students.", "negated", "negative"),
        ("The king scoffed at claims that Norway recruits students.", "negated", "negative"),
        ("Norway is rumoured to be recruiting students.", "possible", "positive"),
        ("Were students recruited by Norway?", "asked", "positive"),
        ("Never recruit students, the king told them.", "unknown", "negative"),
        ("He would leave if there came a day when Norway recruited students.", "unknown", "positive"),
        ("Norway is to recruit students.", "planned", "positive"),
        ("There are reports of students recruited in Oslo.", "probable", "positive"),
        ("The king voiced support for the recruitment of students.", "unknown", "positive"),
        ("The court issued a warrant for the recruitment of students.", "unknown", "positive"),
        ("Norway took measures to recruit students.", "planned", "positive"),
        ("Norway cut taxes in order to recruit students.", "planned", "positive"),
        ("Norway was the first state to recruit students.", "asserted", "positive"),
        ("The king ruled out a campaign to recruit students.", "negated", "negative"),
        ("Norway may recruit students.", "possible", "positive"),
        ("Norway may not recruit students.", "possible", "negative"),
        ("Norway cannot recruit students.", "negated", "negative"),
        ("Norway will recruit students.", "planned", "positive"),
        ("Norway plans to recruit students.", "planned", "positive"),
        ("Norway is about to recruit students.", "planned", "positive"),
        ("Norway does not plan to recruit students.", "negated", "negative"),
        ("Norway failed to recruit students.", "negated", "negative"),
        ("Norway managed to recruit students.", "asserted", "positive"),
        ("Norway did not manage to recruit students.", "negated", "negative"),
        ("Norway refused to recruit students.", "negated", "negative"),
        ("Norway denied that it had recruited students.", "negated", "negative"),
        ("Officials fear that Norway recruits students.", "possible", "positive"),
        ("Officials believe that Norway recruited students.", "probable", "positive"),
        ("Norway has probably recruited students.", "probable", "positive"),
        ("Norway was urged to recruit students.", "unknown", "positive"),
        ("If Norway recruits students, the war will go on.", "possible", "positive"),
        ("Norway would have recruited students.", "counterfactual", "positive"),
        ("Did Norway recruit students?", "asked", "positive"),
        ("The senator asked whether Norway recruited students.", "asked", "positive"),
        ("Reporters wondered whether Norway would recruit students.", "asked", "positive"),
        ("It is unclear whether Norway recruited students.", "unknown", "positive"),
        ("The court will decide whether Norway recruited students.", "unknown", "positive"),
        ("Whether Norway recruited students is not known.", "unknown", "positive"),
        ("If the war goes on, Norway will recruit students.", "possible", "positive"),
        ("Unless the war ends, Norway will recruit students.", "possible", "positive"),
        ("Norway would recruit students if the pay were higher.", "counterfactual", "positive"),
        ("Norway recruited students even if they were ill.", "asserted", "positive"),
        ("No students were recruited by Norway.", "negated", "negative"),
        ("Neither country recruited students.", "negated", "negative"),
        ("The minister said that Norway recruited students.", "asserted", "positive"),
        ("The minister regrets that Norway recruited students.", "asserted", "positive"),
        ("Norway has found an opportunity to recruit students.", "possible", "positive"),
        ("Norway to recruit students", "planned", "positive"),
        ("Norway did not recruit students openly.", "asserted", "positive"),
        ("Officials backed calls for Norway to recruit students.", "unknown", "positive"),
    ],
)
def test_factuality_and_polarity(text: str, factuality: str, polarity: str, nlp: Any) -> None:
    event = recruit(text, nlp)
    assert (event.factuality, event.polarity) == (factuality, polarity), event.layers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No students were recruited by Norway.", ["No"]),
        ("Neither country recruited students.", ["Neither"]),
        ("Unless the war ends, Norway will recruit students.", ["Unless", "will"]),
        ("It is unclear whether Norway recruited students.", ["whether"]),
    ],
)
def test_layers_rest_on_the_words_that_say_so(text: str, words: list[str], nlp: Any) -> None:
    assert [layer.span.text for layer in recruit(text, nlp).layers] == words


def test_layers_stay_apart_outermost_first(nlp: Any) -> None:
    event = recruit("Officials are fearful that many soldiers may be eager to fight for Norway.", nlp)
    assert [layer.span.text for layer in event.layers] == ["fearful", "may", "eager"]
    assert [layer.factuality for layer in event.layers] == ["possible", "possible", "planned"]
    assert event.factuality == "possible"


def test_the_authors_hedges_are_no_layers(nlp: Any) -> None:
    event = recruit("Norway has reportedly recruited students.", nlp)
    assert [span.text for span in event.hedges] == ["reportedly"]
    assert event.layers == ()
    assert event.factuality == "asserted"


def test_nothing_noted_is_asserted() -> None:
    assert fold([]) == ("asserted", "positive")


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("Norway recruited students.", "Norway did not recruit students."),
        ("Norway recruited students.", "Norway may recruit students."),
        ("Norway managed to recruit students.", "Norway failed to recruit students."),
    ],
)
def test_scores_order_sentences(higher: str, lower: str, nlp: Any) -> None:
    assert factuality_score(*predicate(higher, nlp)) > factuality_score(*predicate(lower, nlp))


def test_a_plain_future_is_a_commitment(nlp: Any) -> None:
    assert commitment_score(*predicate("Norway will recruit students.", nlp)) == 3.0
    assert commitment_score(*predicate("Norway did not recruit students.", nlp)) == -3.0


def predicate(text: str, nlp: Any) -> tuple[Tree, int]:
    tree = Tree(nlp(text))
    return tree, tree.lemmas.index("recruit")


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Parliament rejected Norway's offensive against the rebels.", "asserted"),
        ("The alliance supports a Norwegian offensive against the rebels.", "asserted"),
        ("The party rejects calls for an offensive by Norway against the rebels.", "unknown"),
    ],
)
def test_who_answers_to_an_act_does_not_undo_it(text: str, factuality: str, nlp: Any) -> None:
    packs = load_packs(["foreign_fighters", "plover"])
    found = extract(make_parsed(text, nlp), (), Mentions(), packs=packs)
    assert [e.factuality for e in found if e.trigger.text == "offensive"] == [factuality]


@pytest.mark.parametrize(
    ("text", "word", "score"),
    [
        ("The council wants to stop the bloodshed.", "bloodshed", 3.0),
        ("The council wants to stop the sale.", "sale", 0.0),
        ("Norway told pilots not to fly due to the strike.", "strike", 3.0),
        ("The delay was due to the strike.", "strike", 3.0),
        ("Berg criticised the cancelled sale.", "sale", -3.0),
        ("Norway set a record.", "record", 3.0),
        ("Norway is set to leave.", "leave", 0.0),
        ("Norway set out to leave.", "leave", 0.0),
    ],
)
def test_what_is_there_already(text: str, word: str, score: float, nlp: Any) -> None:
    tree = Tree(nlp(text))
    assert commitment_score(tree, tree.words.index(word)) == score
