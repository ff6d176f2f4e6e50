"""One record of a sentence, and that what it guesses stays out of claims."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Mentions
from sayso.stages.extract import extract
from sayso.stages.extract.plover import CodedEvent, MarkedActor, code_sentence

PACKS = load_packs([])


def coded(text: str, nlp: Any, marked: tuple[MarkedActor, ...] = ()) -> CodedEvent:
    found = code_sentence(make_parsed(text, nlp), PACKS, marked)
    assert found is not None
    return found


def actors(found: CodedEvent) -> set[tuple[str, str]]:
    return {(actor.role, actor.span.text) for actor in found.actors}


@pytest.mark.parametrize(
    ("text", "kind", "expected", "rung"),
    [
        ("Norway attacked Sweden.", "ASSAULT", "source Norway; target Sweden", "named_target"),
        ("Norway lifted its limits on Sweden.", "CONCEDE", "source Norway; target Sweden", "named_target"),
        ("Norway condemned the raid.", "ACCUSE", "source Norway; target the raid", "theme_itself"),
        ("The envoy said that they had attacked Sweden.", "ASSAULT", "source The envoy; target Sweden", "named_target"),
        ("Norway defended its strategy.", "SUPPORT", "source Norway; target its strategy", "judged_matter"),
        ("Norway opened its borders to incomers.", "AID", "source Norway; target incomers", "recipient"),
        ("Norway and Sweden began a military exercise.", "COOPERATE", "related Norway; related Sweden", "nobody"),
        ("Norway expressed concern about the vote.", "ACCUSE", "source Norway; target the vote", "theme_itself"),
        (
            "Norway denied charges, by the council, that it had cheated.",
            "REJECT",
            "source Norway; target the council",
            "loose_by",
        ),
        (
            "Norway will free the prisoners if Sweden leaves.",
            "AGREE",
            "source Norway; target the prisoners",
            "named_target",
        ),
        ("Norway and Sweden met.", "CONSULT", "related Norway; related Sweden", "nobody"),
        (
            "Norwegian helicopters and tanks shelled Sweden.",
            "ASSAULT",
            "source Norwegian helicopters and tanks; target Sweden",
            "named_target",
        ),
        (
            "Norwegian and Swedish negotiators have agreed to share information on people from both communities.",
            "AGREE",
            "related Norwegian and Swedish negotiators",
            "party_in_theme",
        ),
        ("Norway expelled a Swedish diplomat.", "SANCTION", "source Norway; target a Swedish diplomat", "named_target"),
        (
            "Norway withdrew the batch of 200 peacekeepers from Sweden.",
            "SANCTION",
            "source Norway; target Sweden",
            "named_target",
        ),
        (
            "Norway announced nearly $33 million in additional assistance to villagers in Sweden.",
            "AID",
            "source Norway; target villagers in Sweden",
            "named_target",
        ),
        (
            "Hundreds of teachers blocked streets in Oslo in defiance of Swedish authorities.",
            "PROTEST",
            "source Hundreds of teachers; target Swedish authorities",
            "next_actor",
        ),
        ("Norway remains a donor of humanitarian aid in Sweden.", "AID", "source Norway", "nobody"),
        (
            "Estonia, a small country in the north, attacked Sweden.",
            "ASSAULT",
            "source Estonia; target Sweden",
            "named_target",
        ),
        (
            "Norwegian warplanes are striking rebel positions in Oslo.",
            "ASSAULT",
            "source Norwegian warplanes; target rebel positions in Oslo",
            "named_target",
        ),
        ("The teachers said they will not end the strike.", "REJECT", "source The teachers", "modal"),
        ("Nine teachers were killed, a monitor said.", "ASSAULT", "target Nine teachers", "named_target"),
        ("The envoy said that the rebels must disarm.", "REQUEST", "source The envoy; target the rebels", "modal"),
        ("Norway undertook to refund the villagers.", "AGREE", "source Norway; target the villagers", "actor_below"),
        (
            "The army abandoned the village at night.",
            "RETREAT",
            "source The army; target the village",
            "place_of_phrase",
        ),
        ("Norway lifted its ban on the drug.", "CONCEDE", "source Norway; target the drug", "matter_of_phrase"),
        (
            "Police were deployed across the capital.",
            "MOBILIZE",
            "source Police; target the capital",
            "named_target",
        ),
        (
            "The council let four editors leave Oslo.",
            "CONCEDE",
            "source The council; target four editors",
            "named_target",
        ),
        ("The limits on the drug were eased by the palace.", "CONCEDE", "source the palace; target the drug", ""),
        ("Norway opened an embassy in Sweden.", "SUPPORT", "source Norway; target Sweden", ""),
        ("Norwegian and Swedish envoys agreed a trade deal.", "SUPPORT", "related Norwegian and Swedish envoys", ""),
        ("Norway dismissed calls by teachers for a vote.", "REJECT", "source Norway; target teachers", "named_target"),
        ("Norway spoke on the telephone with the king.", "CONSULT", "source Norway; target the king", "named_target"),
        ("The minister left for Sweden on a trip.", "CONSULT", "source The minister; target Sweden", "named_target"),
        ("Norway must free the editors, the envoy said.", "REQUEST", "source the envoy; target Norway", "modal"),
        ("The ministry wants the embassy to leave.", "REQUEST", "source The ministry; target the embassy", ""),
        ("Norway declared a state of emergency in Oslo.", "COERCE", "source Norway; target Oslo", ""),
    ],
)
def test_one_record_with_both_sides(text: str, kind: str, expected: str, rung: str, nlp: Any) -> None:
    found = coded(text, nlp)
    assert found.event_type == kind
    assert actors(found) == {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}
    assert found.reasons[-1].rule == "plover.target"
    assert rung in found.reasons[-1].detail


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # who or what the subject is decides
        ("A car bomb went off near the embassy in Oslo.", "ASSAULT"),
        ("Mortar rounds landed on a hospital in Oslo.", "ASSAULT"),
        ("The last Swedish soldiers left the base.", "RETREAT"),
        ("Talks between the two councils failed to produce an agreement.", "REJECT"),
        ("Shells rained down on the palace in Oslo.", "ASSAULT"),
        ("Diplomats gathered in Oslo to discuss the border.", "CONSULT"),
        ("Swedish peacekeepers arrived in Oslo.", "AID"),
        ("A convoy of lorries came under fire in Oslo.", "ASSAULT"),
        ("The minister came under fire from the council.", "ACCUSE"),
        ("The army will move tanks to the border, the minister said.", "THREATEN"),
        ("Villagers received flour from Norway.", "AID"),
        ("The council ordered the newspaper to suspend its work.", "COERCE"),
        ("Norway told two Swedish diplomats to leave.", "SANCTION"),
        # a preposition with its words says more than the preposition
        ("The rebels pulled out of the peace talks.", "SANCTION"),
        ("The rebels pulled out of the town.", "RETREAT"),
        ("Norway withdrew its diplomats from Sweden.", "SANCTION"),
        ("The army walked away from the offer.", "REJECT"),
        # what is acted on decides
        ("Norway banned public meetings.", "COERCE"),
        ("Norway pardoned the editor.", "CONCEDE"),
        ("Norway sent an aircraft carrier to the strait.", "MOBILIZE"),
        ("Norway sent tents to Sweden.", "AID"),
        ("Norway sent a team to Sweden to investigate the crash.", "ACCUSE"),
        ("Swedish doctors are fighting an epidemic in Oslo.", None),
        ("The rebels are fighting the army in Oslo.", "ASSAULT"),
        ("The minister launched a scathing attack on the council.", "ACCUSE"),
        ("The opposition leader called the president a dictator.", "ACCUSE"),
        ("The president called his Swedish counterpart to discuss the strike.", "CONSULT"),
        ("Norway scrapped the fuel price rise.", "CONCEDE"),
        ("Norway granted citizenship to Swedish officers.", "CONCEDE"),
        ("The bank released a further billion euros for Norway.", "AID"),
        ("The junta released the prisoners.", "CONCEDE"),
        ("The family sought asylum in Norway.", "REQUEST"),
        ("Prosecutors are seeking the death penalty for the officer.", "ACCUSE"),
        ("Norway cancelled a visit to Sweden.", "REJECT"),
        # intent and possibility are types of their own
        ("Norway may close the border with Sweden.", "THREATEN"),
        ("Norway may have closed the border with Sweden.", "COERCE"),
        ("Norway might recognise the council.", "AGREE"),
        ("The general said his troops were ready to strike.", "THREATEN"),
        ("Norway is considering sanctions against Sweden.", "THREATEN"),
        # who calls for a penalty or an inquiry accuses
        ("The bishop called for sanctions against Norway.", "ACCUSE"),
        ("The bishop called for a ceasefire in Norway.", "REQUEST"),
        ("The envoy said that both sides must reach an agreement.", "REQUEST"),
        ("Norway and Sweden settled their dispute.", "AGREE"),
        ("Prisoners staged a mutiny.", "PROTEST"),
        ("The state shut the newspaper.", "COERCE"),
        ("Bandits robbed the convoy.", "ASSAULT"),
    ],
)
def test_the_type_that_a_coder_writes(text: str, kind: str | None, nlp: Any) -> None:
    found = code_sentence(make_parsed(text, nlp), PACKS)
    assert (found.event_type if found else None) == kind


def test_words_that_name_nothing_give_no_record(nlp: Any) -> None:
    assert code_sentence(make_parsed("The weather is fine.", nlp), PACKS) is None


def test_marked_actors_choose_the_act_between_them(nlp: Any) -> None:
    text = "Norway praised Sweden after Denmark attacked Finland."
    marks = (MarkedActor(role="source", start=28, end=35), MarkedActor(role="target", start=45, end=52))
    assert text[28:35] == "Denmark"
    assert coded(text, nlp, marks).event_type == "ASSAULT"


def test_a_guessed_target_is_no_role_of_the_claim(nlp: Any) -> None:
    text = "Norway condemned the raid."
    assert ("target", "the raid") in actors(coded(text, nlp))
    for event in extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS):
        assert "target" not in {argument.role for argument in event.arguments}
