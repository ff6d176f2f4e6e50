"""What a drive's picture is made of: how many in all, by which channel and road, into which unit, and who forbids it.

Own sentences, by the whole reader.
"""

import pytest

from sayso.model import Claim
from sayso.pipeline import read
from sayso.stages.ingest import from_record
from sayso.tools import Tools


def claims(text: str, tools: Tools) -> list[Claim]:
    document, _ = from_record({"id": "one", "text": text, "published": "2026-03-20"})
    return list(read(document, tools).claims)


def told(text: str, tools: Tools) -> set[str]:
    """Type and roles with their words."""
    return {f"{c.event_type} {a.role} {a.span.text}" for c in claims(text, tools) for a in c.arguments}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 60 men and women from the coast were recruited into the Russian army.", "60 person"),
        ("Dozens of soldiers and policemen have joined the Russian army.", "12 person"),
        ("The ring sent 12 officers, sergeants and privates to Russia, the ministry said.", "12 person"),
        (
            "About 350 Norwegian soldiers and former soldiers have signed contracts with the Russian army.",
            "350 soldier",
        ),
        ("Around 220 Malawian troops and ex-troops have gone to fight for Russia.", "220 person"),
        ("The army said 25 Kenyans and Ugandans had been recruited.", "25 person"),
    ],
)
def test_a_number_of_several_sorts_counts_people_of_a_claim(text: str, counted: str, tools: Tools) -> None:
    assert counted in {f"{q.low:.0f} {q.unit}" for c in claims(text, tools) for q in c.quantities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The recruiters worked through a Telegram channel named Iron Path, the army said.",
         "channel a Telegram channel"),
        ("The ring operated via a WhatsApp group called Work in Tula, police said.", "channel a WhatsApp group"),
        ("The network used Facebook pages and word of mouth in gyms to find recruits, police said.",
         "channel word of mouth"),
        ("Recruiters find young men through friends and by word of mouth, a soldier said.", "channel friends"),
        ("The soldier was approached in a mosque in Oslo by a recruiter for the militia.", "channel a mosque"),
        ("The army recruits by word of mouth, a former fighter said.", "channel word of mouth"),
        ("The army recruits by word of mouth, a former fighter said.", "recruiter The army"),
        ("Recruiters for the militia advertised on a Facebook page called Soldiers Abroad.", "approacher Recruiters"),
        ("The Russian army posted advertisements on Instagram and job boards.", "channel job boards"),
        ("Recruitment for the legion goes through a Telegram channel run by a former officer.",
         "channel a Telegram channel"),
        ("They were lured with job advertisements on TikTok, the army said.", "channel job advertisements"),
        ("Adverts for the brigade appeared on a job site named Rabota Plus.", "channel a job site"),
        ("The channel, Northern Road, was used to recruit soldiers, the ministry said.", "channel The channel"),
        ("The mercenary company looks for men on VKontakte.", "recruit_pool men"),
    ],
)  # fmt: skip
def test_by_which_channel_people_are_found(text: str, expected: str, tools: Tools) -> None:
    assert expected in {one.split(" ", 1)[1] for one in told(text, tools)}


@pytest.mark.parametrize(
    "text",
    [
        "The company worked through a subsidiary in Oslo and sold arms to the army.",
        "The police used Telegram channels to find the killers of the soldier.",
        "The army used Facebook pages to publish its losses.",
        "She has seen a video in which he stands in a trench.",
        "His mother, a soldier's wife, saw a post on Telegram that showed his body.",
    ],
)
def test_what_is_no_channel_of_recruiting(text: str, tools: Tools) -> None:
    assert not any(" channel " in one for one in told(text, tools))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law punishes mercenaries with up to ten years in prison.", "BAN authority The law"),
        ("Norwegian law forbids citizens to serve in foreign armies.", "BAN authority Norwegian law"),
        ("Norway has made it a crime to enlist in a foreign army.", "BAN authority Norway"),
        ("The Force Act makes it an offence to serve in a foreign army.", "BAN authority The Force Act"),
        ("A bill before parliament would punish anyone who recruits Norwegians for a foreign army.",
         "BAN authority A bill"),
        ("Parliament backed a bill that punishes recruiting for foreign armies.", "BAN authority Parliament"),
        ("The president signed a decree that bars citizens from fighting abroad.", "BAN authority The president"),
        ("Recruiting mercenaries is illegal in Norway.", "BAN forbidden Recruiting mercenaries"),
    ],
)  # fmt: skip
def test_who_forbids_it(text: str, expected: str, tools: Tools) -> None:
    found = told(text, tools)
    assert expected in found
    assert not any(one.startswith("SUPPORT") for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "A bill before parliament would punish anyone who recruits Norwegians for a foreign army.",
        "The general said that those who recruit Malawians would be prosecuted.",
    ],
)
def test_whoever_would_be_punished_has_recruited_nobody(text: str, tools: Tools) -> None:
    assert "RECRUIT" not in {c.event_type for c in claims(text, tools)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested five people in Oslo on suspicion of recruiting young men for the Russian army.",
         "RECRUIT recruiter five people"),
        ("Police arrested five people in Oslo on suspicion of recruiting young men for the Russian army.",
         "DETAIN detained five people"),
        ("The court tried three men on charges of recruiting soldiers for the legion.", "RECRUIT recruiter three men"),
        ("Analysts see the recruitment of Zambians as part of a wider effort by Moscow.",
         "RECRUIT recruit_pool Zambians"),
        ("The army assigns recruits to the 144th Motor Rifle Division.", "DEPLOY force the 144th Motor Rifle Division"),
        ("The recruits serve in the 37th Motor Rifle Brigade.", "RECRUIT force the 37th Motor Rifle Brigade"),
        ("No soldier has left its ranks for Russia, the army said.", "TRANSFER traveller No soldier"),
        ("Not one of our men has signed with a foreign army, the general said.", "RECRUIT recruit_pool one of our men"),
        ("They go by road to Lagos and fly through Cairo to Moscow.", "TRANSFER origin Lagos"),
        ("The recruits boarded a plane in Dakar and reached Moscow via Cairo.", "TRANSFER origin Dakar"),
        ("He went by road to Lubumbashi and on to Moscow through Doha.", "TRANSFER transit Lubumbashi"),
        ("Ester Holm has not heard from her brother, a soldier, since May.", "MISSING missing her brother"),
    ],
)  # fmt: skip
def test_who_does_it_and_where_it_leads(text: str, expected: str, tools: Tools) -> None:
    assert expected in told(text, tools)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The network, based in Oslo and led by a former pastor, recruited soldiers.", "DEPLOY"),
        ("The recruits crossed by land into Norway.", "ASSAULT"),
    ],
)
def test_a_seat_is_no_posting_and_a_way_no_attack(text: str, kind: str, tools: Tools) -> None:
    assert kind not in {c.event_type for c in claims(text, tools)}


def test_what_was_paid_for_was_done(tools: Tools) -> None:
    (paid,) = [c for c in claims("Russia paid 78 million dollars to train recruits from Africa.", tools)
               if c.event_type == "TRAIN"]  # fmt: skip
    assert paid.factuality == "asserted"
    (hired,) = [c for c in claims("The ministry paid a firm to recruit guards for the army.", tools)
                if c.event_type == "RECRUIT"]  # fmt: skip
    assert hired.factuality == "planned"


def test_a_unit_is_named_with_its_number(tools: Tools) -> None:
    text = "The recruits were assigned to the 71st Motor Rifle Regiment and others to the 72nd Motor Rifle Regiment."
    values = {a.value for c in claims(text, tools) for a in c.arguments if a.role == "force"}
    assert "71st Motor Rifle Regiment" in values
