"""Articles as they come: several drives in one, and none where nobody is taken for another country's war.

All are our own words, read as any text is.
"""

import json
from typing import Any

import pytest

from sayso.model import RecruitmentDrive
from sayso.pipeline import read
from sayso.stages.ingest import ingest
from sayso.stages.link import link

LISTED = (
    "Sri Lankans are dying for Russia, the opposition in Colombo says. The foreign ministry of Sri Lanka confirmed "
    "that 17 Sri Lankans had been killed. Ghanaians have also signed contracts with the Russian army, police in Accra "
    "said. Brazil says some 40 of its citizens serve in Ukraine's army."
)
PROMISED = (
    "Moscow offers citizenship to foreigners who serve in its army. Recruiters in Uzbekistan promise 2,000 dollars a "
    "month, and some 300 Uzbeks have enlisted, a member of parliament in Tashkent said. In Tajikistan mothers say that "
    "their sons were forced into the Russian army."
)
LEGION = (
    "Kenya warned on Friday that 9 Kenyans recruited into Russia's army had died near Kharkiv. Polish volunteers have "
    "joined Ukraine's foreign legion. Ghana said that 14 of its nationals were tricked into fighting for Moscow."
)
SENT = "Turkey sent 600 Syrian mercenaries to Niger, a human rights group in Idlib said."
PASSED = (
    "About 300 Colombian veterans were then sent to Sudan to fight for the Rapid Support Forces, a retired colonel "
    "told a magazine in Bogota."
)
PLAYER = (
    "The Brazilian striker joined Spartak Moscow from Porto for 12 million euros. He signed a contract with the "
    "Russian club until 2027. Spartak's army of fans cheered."
)


def drives_in(tools: Any, *texts: str) -> tuple[RecruitmentDrive, ...]:
    rows = [{"id": str(n), "outlet": f"Outlet {n}", "text": text} for n, text in enumerate(texts)]
    lines = "\n".join(map(json.dumps, rows)).encode()
    return link([read(d, tools) for d, _ in ingest(lines, name="a.jsonl", max_bytes=10**6).documents]).drives


def pairs(drives: tuple[RecruitmentDrive, ...]) -> set[str]:
    return {f"{drive.people}>{drive.side}" for drive in drives}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LISTED, {"LK>RU", "GH>RU", "BR>UA"}),
        (PROMISED, {"UZ>RU", "TJ>RU"}),
        (LEGION, {"KE>RU", "PL>UA", "GH>RU"}),
        (SENT, {"SY>NE"}),
        (PASSED, {"CO>SD"}),
    ],
)
def test_people_and_side_are_settled_claim_by_claim(tools: Any, text: str, told: set[str]) -> None:
    assert pairs(drives_in(tools, text)) == told


@pytest.mark.parametrize(
    "text",
    [
        # a state's own troops abroad
        "Around 9,000 Norwegian troops are stationed in Sweden. A further 200 US marines will be deployed to Iraq.",
        "North Korea sent 10,000 of its soldiers to Russia to fight against Ukraine, officials in Seoul said.",
        "Afghan soldiers fought alongside American forces for 20 years. The Afghan army lost 60,000 men.",
        "Danish warplanes join British forces in an attack on rebels near Tripoli.",
        # a civil war
        "Rebels took the town of Maarat on Sunday. At least 40 Syrian fighters were killed, and the bodies of six were "
        "flown to Damascus. Fighters of the group are now 5 km from the city.",
        # prisoners of war
        "Ukraine and Russia exchanged 150 prisoners of war. The Ukrainian prisoners had been held in Russia.",
        # trainers
        "British trainers have taught 30,000 Ukrainian soldiers since 2022, the defence ministry in London said.",
        # arms deals
        "South Korea will sell Poland 180 tanks. Polish crews are being trained in South Korea.",
        # peacekeepers
        "Kenya is to send 1,000 police officers to Haiti. The first 200 Kenyan officers arrived on Tuesday.",
        # diplomats
        "France recalled its ambassador to Mali. Malian officials met diplomats from Turkey.",
        # migrants
        "Germany took in 12,000 Syrian refugees. The Syrian migrants were offered courses by the German state.",
        # recruiting at home
        "Police in Denmark hired 400 new officers. The Danish army is recruiting young men in Jutland.",
        # a contract with an organisation
        "The Atomic Society of Norway signed a contract with the Chinese Power Corporation for the army's reactor.",
        PLAYER,
    ],
)
def test_no_drive_where_nobody_is_taken_for_anothers_war(tools: Any, text: str) -> None:
    assert not drives_in(tools, text)


def denied(drive: RecruitmentDrive) -> set[str | None]:
    return {voice.name for voice in drive.denied_by}


def test_who_denies_it_is_named(tools: Any) -> None:
    text = f"{LEGION} Moscow denies recruiting foreigners by fraud."
    found = {drive.people: denied(drive) for drive in drives_in(tools, text)}
    assert found == {"KE": {"Moscow"}, "GH": {"Moscow"}, "PL": set()}


def test_what_is_denied_is_what_was_told_before(tools: Any) -> None:
    text = "Iran is hiring Afghan fighters, two officials told Harbour Wire. Tehran's interior ministry denied it."
    (found,) = drives_in(tools, text)
    assert denied(found) == {"Tehran's interior ministry"}
    assert [voice.name for voice in found.voices] == ["two officials"]


def test_a_denial_of_something_else_is_none_of_a_drive(tools: Any) -> None:
    text = "Iran is hiring Afghan fighters, two officials said. The mayor of Graz denied that the bridge was unsafe."
    (found,) = drives_in(tools, text)
    assert not denied(found)


def test_an_article_on_several_adds_to_the_drives_of_others(tools: Any) -> None:
    alone = "Ghanaians are being recruited for Russia's army, a sister of one told Coast Radio."
    found = {
        drive.people: drive.reports for drive in drives_in(tools, LISTED, alone, alone.replace("sister", "cousin"))
    }
    assert found["GH"] == 3
    assert found["LK"] == found["BR"] == 1


def test_who_says_that_they_do_not_want_to_fight_denies_nothing(tools: Any) -> None:
    told = "Recruiters hire Ghanaians for the Russian army, a broker in Accra said."
    unwilling = "“They do not want to fight for the Russians,” a pastor said. “The Ghanaians refused to join the army.”"
    (drive,) = drives_in(tools, told, f"{told} {unwilling}")
    assert [voice.name for voice in drive.denied_by] == []


def test_what_nobody_will_do_to_the_men_denies_no_drive(tools: Any) -> None:
    told = "Iran is hiring Afghan fighters for its war in Syria, two officials told Harbour Wire."
    pledge = "Nobody will send them back to Herat, a deputy in the Afghan parliament said."
    (drive,) = drives_in(tools, f"{told} {pledge}")
    assert not denied(drive)
    (drive,) = drives_in(tools, f"{told} No Afghan was sent to Syria, a deputy in the Iranian parliament said.")
    assert denied(drive) == {"deputy in the Iranian parliament"}


def test_what_was_over_years_before_is_no_part_of_a_drive(tools: Any) -> None:
    told = "Russia is recruiting Afghan commandos for its war in Ukraine, a former general told Harbour Wire."
    history = "In 1979 Moscow had sent paratroopers to Kabul, the historian Ruth Adeyemi said."
    rows = [
        {"id": str(n), "outlet": outlet, "published": "2022-11-01", "text": text}
        for n, (outlet, text) in enumerate((("Hill Gazette", f"{told} {history}"), ("Port Courier", told)))
    ]
    lines = "\n".join(map(json.dumps, rows)).encode()
    relations = link([read(d, tools) for d, _ in ingest(lines, name="a.jsonl", max_bytes=10**6).documents])
    (drive,) = relations.drives
    assert {voice.name for voice in drive.voices} == {"former general"}
    assert not any({"1979", "Kabul"} & set(p.title.split()) for p in relations.propositions if p.reports > 1)
