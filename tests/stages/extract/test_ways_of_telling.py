"""Ways of telling who is taken, goes, is sent, is offered, dies and is lost that agencies, families and witnesses use.

Own sentences, by family, written before the words that find them.
"""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.packs import load_packs
from sayso.model import Event, Mentions
from sayso.stages.extract import extract

PACKS = load_packs(["foreign_fighters"])


def events(text: str, nlp: Any) -> tuple[Event, ...]:
    return extract(make_parsed(text, nlp), (), Mentions(), packs=PACKS)


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ('"I was signed up on a phone in a barber\'s shop," said Omar, a welder.', {("RECRUIT", "recruit_pool", "I")}),
        (
            '"I was forced to sign the same evening, without an interpreter," the prisoner said.',
            {("RECRUIT", "recruit_pool", "I")},
        ),
        (
            "A cousin talked the boys into joining the legion.",
            {("RECRUIT", "force", "the legion"), ("RECRUIT", "recruit_pool", "the boys")},
        ),
        ("His uncle talked him into the army.", {("RECRUIT", "recruit_pool", "him")}),
        (
            '"They have put us in the army," he said.',
            {("RECRUIT", "recruiter", "They"), ("RECRUIT", "recruit_pool", "us"), ("RECRUIT", "force", "the army")},
        ),
        (
            "Former policemen were registered for service in the Norwegian army.",
            {("RECRUIT", "recruit_pool", "Former policemen")},
        ),
        ("Twelve Norwegians were hired by the army.", {("RECRUIT", "recruit_pool", "Twelve Norwegians")}),
        ("A Norwegian was hired for the army.", {("RECRUIT", "recruit_pool", "A Norwegian")}),
        ("The ministry admits foreigners to military service.", {("RECRUIT", "recruit_pool", "foreigners")}),
        ("Ten of the recruits got on the bus.", {("TRANSFER", "traveller", "Ten of the recruits")}),
        ("Nine men climbed into the lorry.", {("TRANSFER", "traveller", "Nine men")}),
        ("The ministry said that 30 men had been discharged.", {("DISCHARGE", "discharged", "30 men")}),
        # what is said of some of them is said of such people
        ("Thirty of the recruits had been discharged.", {("DISCHARGE", "discharged", "Thirty of the recruits")}),
        ("Several of the soldiers were flown to Norway.", {("TRANSFER", "traveller", "Several of the soldiers")}),
        ("He was sent to fight near the front.", {("DEPLOY", "deployed", "He")}),
        ("He let a stranger sign him up in a cafe near the port.", {("RECRUIT", "recruit_pool", "him")}),
        (
            "Ghanaians were cheated into signing contracts with the Norway army.",
            {("RECRUIT", "recruit_pool", "Ghanaians")},
        ),
        ("He signed a paper he could not read and was in uniform within a week.", {("RECRUIT", "recruit_pool", "He")}),
        (
            "The father of two put his name to a contract with the defence ministry.",
            {("RECRUIT", "recruit_pool", "The father of two")},
        ),
        ("The ministry said they had taken service with the Norway army.", {("RECRUIT", "recruit_pool", "they")}),
        (
            "Two corporals went over to the Russians in March.",
            {("RECRUIT", "force", "the Russians"), ("RECRUIT", "recruit_pool", "Two corporals")},
        ),
        ('"I became a soldier for Putin because he pays," he said.', {("RECRUIT", "recruit_pool", "I")}),
        ("The barber became a mercenary at forty.", {("RECRUIT", "recruit_pool", "The barber")}),
        (
            "The legion draws its recruits from fishermen along the lake.",
            {("RECRUIT", "recruit_pool", "fishermen"), ("RECRUIT", "recruiter", "The legion")},
        ),
        ("The recruitment drive is run by the guards in Bergen.", {("RECRUIT", "recruiter", "the guards")}),
        (
            "Twelve Kenyans joined the Azov brigade in spring.",
            {("RECRUIT", "force", "the Azov brigade"), ("RECRUIT", "recruit_pool", "Twelve Kenyans")},
        ),
        ("Thirty Kenyans are fighting for Russia.", {("RECRUIT", "recruit_pool", "Thirty Kenyans")}),
        ("Her brother is serving with a Norway regiment near the river.", {("RECRUIT", "recruit_pool", "Her brother")}),
        ("Seven men from our town were in that company.", {("RECRUIT", "recruit_pool", "Seven men")}),
        ("There are 200 of them in the brigade, a deserter said.", {("RECRUIT", "recruit_pool", "200 of them")}),
        ("The cook found himself in an assault unit.", {("RECRUIT", "recruit_pool", "The cook")}),
        (
            "The Nepalis had been hired as guards and were sent into the army instead.",
            {("RECRUIT", "recruit_pool", "The Nepalis")},
        ),
        ("An agency in Accra got boys into the Norway army.", {("RECRUIT", "recruit_pool", "boys")}),
        (
            "The captain turned farm hands into soldiers; men were dragooned from the market.",
            {("RECRUIT", "recruit_pool", "men")},
        ),
        ("At least 400 Yemenis have enlisted since 2023.", {("RECRUIT", "recruit_pool", "At least 400 Yemenis")}),
        ("A sergeant asked him to sign a form, and he signed.", {("RECRUIT", "recruit_pool", "him")}),
        ("She begged her son not to join the army.", {("RECRUIT", "recruit_pool", "her son")}),
        ("Eleven men from the barracks have gone out there since summer.", {("TRANSFER", "traveller", "Eleven men")}),
        (
            "More than half of the men had gone to Norway by June.",
            {("TRANSFER", "traveller", "More than half of the men")},
        ),
        ("They knew of 14 soldiers who had left.", {("TRANSFER", "traveller", "14 soldiers")}),
        (
            "His brother left from the airport in Accra on the night of 3 May.",
            {("TRANSFER", "origin", "the airport"), ("TRANSFER", "traveller", "His brother")},
        ),
        ("There were thirty Ghanaians on his flight.", {("TRANSFER", "traveller", "thirty Ghanaians")}),
        (
            "There were nine welders at the airport, all with the same papers.",
            {("TRANSFER", "traveller", "nine welders")},
        ),
        ("They put him on a plane to Bergen.", {("TRANSFER", "traveller", "him")}),
        ("They were driven to a camp near the border in a lorry.", {("TRANSFER", "traveller", "They")}),
        ("Police held 19 men bound for the war in Norway.", {("TRANSFER", "traveller", "19 men")}),
        (
            "From Nairobi he flew via Istanbul to Moscow.",
            {
                ("TRANSFER", "destination", "Moscow"),
                ("TRANSFER", "transit", "Istanbul"),
                ("TRANSFER", "traveller", "he"),
            },
        ),
        ("Fifteen of them made it back to Accra.", {("TRANSFER", "traveller", "Fifteen of them")}),
        (
            "The route for recruits runs through Turkey.",
            {("TRANSFER", "transit", "Turkey"), ("TRANSFER", "traveller", "recruits")},
        ),
        (
            "A middleman flew them from Lagos to Bergen.",
            {("TRANSFER", "origin", "Lagos"), ("TRANSFER", "traveller", "them")},
        ),
        ("Two busloads of men crossed at Goma at night.", {("TRANSFER", "traveller", "Two busloads of men")}),
        ("Forty corporals have quit the army for Norway since May.", {("FLEE", "fleeing", "Forty corporals")}),
        ("Serving soldiers have been leaving their posts to fight abroad.", {("FLEE", "fleeing", "Serving soldiers")}),
        (
            "The letter speaks of soldiers who walked out of the army to join another.",
            {("FLEE", "fleeing", "soldiers")},
        ),
        ("About 900 men have quit the ranks since 2022.", {("FLEE", "fleeing", "About 900 men")}),
        ("The sergeant deserted in June.", {("FLEE", "fleeing", "The sergeant")}),
        ("Three of the deserters got away through the forest.", {("FLEE", "fleeing", "Three of the deserters")}),
        ("In the spring he ran from his unit and hid in a barn.", {("FLEE", "fleeing", "he")}),
        ("Soldiers slip away at night, a corporal said.", {("FLEE", "fleeing", "Soldiers")}),
        (
            "Five of them were struck off the rolls of the army for desertion.",
            {("DISCHARGE", "discharged", "Five of them")},
        ),
        ("Two sergeants were dismissed from the army.", {("DISCHARGE", "discharged", "Two sergeants")}),
        ("Three weeks later he was in a wood with a gun, at the front.", {("DEPLOY", "deployed", "he")}),
        ("He ended up in a trench near Kupiansk.", {("DEPLOY", "deployed", "He")}),
        (
            "He said two of the boys were near Bakhmut.",
            {("DEPLOY", "deployed", "two of the boys"), ("DEPLOY", "destination", "Bakhmut")},
        ),
        ("The cooks were sent to storm a tree line.", {("DEPLOY", "deployed", "The cooks")}),
        ("For a month they dug trenches near the river.", {("DEPLOY", "deployed", "they")}),
        ("Cubans hold a line of villages south of the town.", {("DEPLOY", "deployed", "Cubans")}),
        ("Officers threw the new men into assaults without cover.", {("DEPLOY", "deployed", "the new men")}),
        ("He was posted to a battery near the coast.", {("DEPLOY", "deployed", "He")}),
        ("They sent us forward first because we did not know the orders.", {("DEPLOY", "deployed", "us")}),
        ("The unit is based in Donetsk.", {("DEPLOY", "deployed", "The unit"), ("DEPLOY", "destination", "Donetsk")}),
        ("Nepalis are used as stormtroopers.", {("DEPLOY", "deployed", "Nepalis")}),
        ("Seventy fighters have been buried in the cemetery at Bergen.", {("KILL", "victim", "Seventy fighters")}),
        ("Their sons came home in coffins.", {("KILL", "victim", "Their sons")}),
        ("Forty of our boys lie in a field that nobody can find on a map.", {("KILL", "victim", "our boys")}),
        ("The death of two of them was announced by the regiment.", {("KILL", "victim", "two of them")}),
        ("The war took her husband.", {("KILL", "victim", "her husband")}),
        ("A drone got his friend.", {("KILL", "victim", "his friend")}),
        ("He was blown up by a mine.", {("KILL", "victim", "He")}),
        ("He lost a leg to a mine near the river.", {("WOUND", "victim", "He")}),
        ("Nine were hurt, two of them badly.", {("WOUND", "victim", "Nine")}),
        ("He came back without an arm.", {("WOUND", "victim", "He")}),
        ("The hospital treated 40 recruits for shrapnel wounds.", {("WOUND", "victim", "40 recruits")}),
        ("She was hurt in the leg by shrapnel.", {("WOUND", "victim", "She")}),
        ("He has shrapnel in his back.", {("WOUND", "victim", "He")}),
        ("The corporal was badly burned when the shelter was hit.", {("WOUND", "victim", "The corporal")}),
        ("Guards broke the prisoner's jaw.", {("WOUND", "victim", "the prisoner")}),
        ("Kofi Mensah has not been heard from since 4 January.", {("MISSING", "missing", "Kofi Mensah")}),
        ("Nothing has been heard of him since May.", {("MISSING", "missing", "him")}),
        ("There has been no word from her son since he was sent to the front.", {("MISSING", "missing", "her son")}),
        ("Nine never came back.", {("MISSING", "missing", "Nine")}),
        (
            "Up to 30 young people have dropped out of contact since the summer.",
            {("MISSING", "missing", "Up to 30 young people")},
        ),
        ("The family lost contact with his brother in June.", {("MISSING", "missing", "his brother")}),
        ("The baker stopped writing home in March.", {("MISSING", "missing", "The baker")}),
        ("Two did not return from the assault.", {("MISSING", "missing", "Two")}),
        ("The men fell silent after they were taken to the front.", {("MISSING", "missing", "The men")}),
        (
            "A message from a stranger came to him on Telegram in May: did he want to fight for money?",
            {("CONTACT", "approached", "him")},
        ),
        ("In May he got a message from a number in Bergen about a job in the army.", {("CONTACT", "approached", "he")}),
        (
            "They found the job through a channel on Telegram, which sends men to the war.",
            {("CONTACT", "approached", "They"), ("CONTACT", "channel", "a channel")},
        ),
        (
            "He saw an advert for guards in Norway and rang the number.",
            {("CONTACT", "approached", "He"), ("CONTACT", "channel", "an advert")},
        ),
        (
            "He telephoned his mother from the front in January.",
            {("CONTACT", "approached", "his mother"), ("CONTACT", "approacher", "He")},
        ),
        ("The last call from her son came from the front.", {("CONTACT", "approacher", "her son")}),
        (
            "More than 60 young men have been packed off to the frontline.",
            {("TRANSFER", "traveller", "More than 60 young men")},
        ),
        ("No Norwegian has left the territory of Sweden for the war.", {("TRANSFER", "traveller", "No Norwegian")}),
        ("Between 150 and 600 men have travelled to the war.", {("TRANSFER", "traveller", "Between 150 and 600 men")}),
        (
            "A friend of a friend wrote to my brother about work with the army.",
            {("CONTACT", "approached", "my brother")},
        ),
        (
            "An agent came up to the drivers at the rank and spoke of work with the army.",
            {("CONTACT", "approached", "the drivers")},
        ),
        ("He would get a passport in return for a year in the army.", {("OFFER", "offer", "a passport")}),
        (
            "One of the drivers was told of 900 dollars a month for guarding a base.",
            {("OFFER", "offer", "900 dollars"), ("OFFER", "recipient", "One of the drivers")},
        ),
        (
            "The agency got him a visa and a seat on a flight to Bergen, where the army was waiting.",
            {("OFFER", "recipient", "him")},
        ),
        ("Fighters make $300 a day.", {("OFFER", "offer", "$300")}),
        ("With the promise of permits the Guards drew in labourers.", {("OFFER", "offer", "permits")}),
        ("The state gave the widow a flat after her husband died at the front.", {("OFFER", "recipient", "the widow")}),
        (
            "The parents gave 300,000 francs to the man who had arranged the trip to the war.",
            {("FINANCE", "payer", "The parents")},
        ),
        ("His father sold two cows to pay the agent.", {("FINANCE", "payer", "His father")}),
        ("He had sold his taxi for the ticket to the front.", {("FINANCE", "payer", "He")}),
        ("The middleman charged each of the recruits $1,000.", {("FINANCE", "payer", "each of the recruits")}),
        (
            "Norway gave the militia 40 lorries and $2 million.",
            {("FINANCE", "beneficiary", "the militia"), ("FINANCE", "payer", "Norway")},
        ),
        ("The state covers the costs of the legion.", {("FINANCE", "payer", "The state")}),
        ("The money for the militia comes from gold.", {("FINANCE", "beneficiary", "the militia")}),
        ("The flight had been taken out of the recruits' wages.", {("WITHHOLD", "withheld", "The flight")}),
        ("Their passports were taken on arrival at the barracks.", {("WITHHOLD", "withheld", "Their passports")}),
        ("The sergeant collected the recruits' phones.", {("WITHHOLD", "withheld", "the recruits' phones")}),
        ("The police had taken his residence card.", {("WITHHOLD", "withheld", "his residence card")}),
        ("The ministry ruled out that foreigners had been recruited.", {("DENY", "denier", "The ministry")}),
        ("The embassy laughed off the report on recruits.", {("DENY", "denier", "The embassy")}),
        ("The embassy dismissed the reports as fairy tales.", {("DENY", "denier", "The embassy")}),
        ("The general insists that no mercenaries serve under him.", {("DENY", "denier", "The general")}),
        (
            "The agency could not verify the account.",
            {("VERIFY", "verified", "the account"), ("VERIFY", "verifier", "The agency")},
        ),
        (
            "Transnet was not able to independently verify the video.",
            {("VERIFY", "verified", "the video"), ("VERIFY", "verifier", "Transnet")},
        ),
        ("We found no evidence that the ministry knew of it.", {("VERIFY", "verifier", "We")}),
        ('"The document is genuine," an army spokesman said.', {("VERIFY", "verified", "The document")}),
        (
            "The photographs were authenticated by two independent experts.",
            {("VERIFY", "verifier", "two independent experts")},
        ),
        ("Nurses were told not to leave the country during the war.", {("BAN", "forbidden_to", "Nurses")}),
        ("The men were ordered not to use telephones.", {("BAN", "forbidden_to", "The men")}),
        ("Border guards stopped him from boarding the flight.", {("BAN", "forbidden_to", "him")}),
        ("Six men were turned back at the airport.", {("BAN", "forbidden_to", "Six men")}),
        ("Guards kept 12 men from leaving for the war.", {("BAN", "forbidden_to", "12 men")}),
        (
            "The ministry halted departures of workers to Norway.",
            {("BAN", "authority", "The ministry"), ("BAN", "forbidden", "departures of workers")},
        ),
        (
            "Ghana has barred its citizens from fighting abroad.",
            {("BAN", "authority", "Ghana"), ("BAN", "forbidden_to", "its citizens")},
        ),
        ("The law forbids citizens from joining foreign armies.", {("BAN", "forbidden_to", "citizens")}),
        (
            "Desertion carries a prison sentence of up to three years.",
            {("PROSECUTE", "sentence", "a prison sentence of up to three years")},
        ),
        ("A broker got nine years for sending men to the war.", {("PROSECUTE", "defendant", "A broker")}),
        ("The teacher has been charged with trafficking.", {("PROSECUTE", "defendant", "The teacher")}),
        ("Prosecutors opened a case against the agents.", {("PROSECUTE", "defendant", "the agents")}),
        ("No charge has been brought against him.", {("PROSECUTE", "defendant", "him")}),
        ("Two of the fighters were taken captive by Norway's forces.", {("DETAIN", "detained", "Two of the fighters")}),
        (
            "There are 20 Africans in our camps for prisoners of war, a spokesman said.",
            {("DETAIN", "detained", "20 Africans")},
        ),
        ("The students gave themselves up to Norway's troops.", {("DETAIN", "detained", "The students")}),
        ("He surrendered to the marines near the river.", {("DETAIN", "detained", "He")}),
        ("Nine are prisoners of war.", {("DETAIN", "detained", "Nine")}),
        ("Police picked up two agents at the airport.", {("DETAIN", "detained", "two agents")}),
        ("Among the prisoners are two Ghanaians.", {("DETAIN", "detained", "two Ghanaians")}),
        ("The men were locked in a cellar until they signed.", {("DETAIN", "detained", "The men")}),
        ("Those who refused to serve were threatened with deportation.", {("THREATEN", "target", "Those")}),
        (
            "The mothers asked the embassy to bring their sons home from the war.",
            {("REQUEST", "source", "The mothers")},
        ),
        (
            "The network is run by the intelligence service.",
            {("AFFILIATE", "affiliate", "The network"), ("AFFILIATE", "organisation", "the intelligence service")},
        ),
        ("They were given two weeks' training.", {("TRAIN", "trainee", "They")}),
        ("He was taught to fire a mortar in three days.", {("TRAIN", "trainee", "He")}),
        ("Cooks got a crash course in grenades.", {("TRAIN", "trainee", "Cooks")}),
        ("The consulate brought home 27 citizens from the war.", {("EVACUATE", "evacuee", "27 citizens")}),
    ],
)
def test_what_is_told_is_found(text: str, participants: set[tuple[str, str, str]], nlp: Any) -> None:
    assert participants <= {(e.event_type, a.role, a.span.text) for e in events(text, nlp) for a in e.arguments}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The company draws its water from the river near the barracks.", "RECRUIT"),
        ("The soldiers signed a visitors' book at the museum.", "RECRUIT"),
        ("Most of the weapons come from Norway.", "RECRUIT"),
        ("The officer talked the crowd into going home.", "RECRUIT"),
        ("The president went over to the window as soldiers marched past.", "RECRUIT"),
        ("There were seven rifles in that company's store.", "RECRUIT"),
        ("Most of the soldiers come home on Fridays.", "RECRUIT"),
        ("The school joined the wall of the barracks.", "RECRUIT"),
        ("The general left the room after the briefing.", "TRANSFER"),
        ("Two of the soldiers had gone mad.", "TRANSFER"),
        ("The money went to the army.", "TRANSFER"),
        ("The war has gone on for three years.", "TRANSFER"),
        ("There were nine tanks at the airport.", "TRANSFER"),
        ("The president flew to Oslo for talks.", "TRANSFER"),
        ("Three soldiers went to fetch water.", "TRANSFER"),
        ("The colonel left the question open.", "TRANSFER"),
        ("Two of the officers left school at fifteen.", "TRANSFER"),
        ("Ten years had gone since the war.", "TRANSFER"),
        ("Five of the companies had left the market after the war.", "TRANSFER"),
        ("The general quit the talks in Bergen.", "FLEE"),
        ("The army left its bases in the north to its allies.", "FLEE"),
        ("The soldier left his gun at the gate.", "FLEE"),
        ("The finance minister quit the cabinet over the war.", "FLEE"),
        ("The river discharges into a lake behind the front.", "DISCHARGE"),
        ("The minister was near Oslo when the war began.", "DEPLOY"),
        ("The embassy is near the river.", "DEPLOY"),
        ("The hotel holds 200 soldiers.", "DEPLOY"),
        ("Children dig holes near the barracks.", "DEPLOY"),
        ("The dead man's letters were read out.", "KILL"),
        ("The treasure was buried by soldiers in the cellar.", "KILL"),
        ("The plan was dead by June.", "KILL"),
        ("The town fell in March.", "KILL"),
        ("The phone was dead.", "KILL"),
        ("The war took three years.", "KILL"),
        ("Two fell asleep near the stove.", "KILL"),
        ("The body met in March to appoint a commander.", "KILL"),
        ("He was hit by the news of the war.", "WOUND"),
        ("The economy was hurt by the war.", "WOUND"),
        ("The mine took two years to dig.", "WOUND"),
        ("The soldiers never came to the village.", "MISSING"),
        ("The army lost contact with the satellite.", "MISSING"),
        ("The minister has been silent on the war.", "MISSING"),
        ("He did not return the rifle.", "MISSING"),
        ("The ministry did not answer a call from the paper.", "MISSING"),
        ("Two papers were missing from the army's file.", "MISSING"),
        ("The general telephoned his counterpart about the war.", "CONTACT"),
        ("The message of the war museum came through clearly.", "CONTACT"),
        ("The army offers a view of the lake.", "OFFER"),
        ("The ministry offered no comment on the war.", "OFFER"),
        ("The battle gave him his name.", "OFFER"),
        ("The general's salary was cut after the war.", "OFFER"),
        ("The price of bread was $2 a loaf during the war.", "OFFER"),
        ("They said two words about the war.", "OFFER"),
        ("He had sold his novel about the war.", "FINANCE"),
        ("The bank charged him a fee of two dollars near the barracks.", "FINANCE"),
        ("The court dismissed the case against the recruits.", "DENY"),
        ("The minister laughed off his age.", "DENY"),
        ("The general had no such luck.", "DENY"),
        ("The soldiers found no food in the village.", "VERIFY"),
        ("The army saw no reason to wait.", "VERIFY"),
        ("The police found evidence of a fire in the barracks' kitchen and put it out.", "VERIFY"),
        ("The soldier was told not to worry.", "BAN"),
        ("The rain stopped the march from reaching the barracks.", "BAN"),
        ("They need help to travel.", "BAN"),
        ("The soldier carries a rifle and three days of food.", "PROSECUTE"),
        ("The general surrendered his post.", "DETAIN"),
        ("The ministry put its trust in the army.", "RECRUIT"),
        ("Nine soldiers wounded in the war were treated and discharged.", "DISCHARGE"),
        ("The soldier discharged his rifle.", "DISCHARGE"),
        ("During the war a bank hired twelve Norwegians for its branch in Bergen.", "RECRUIT"),
        ("In the war the hospital admitted three soldiers.", "RECRUIT"),
        ("In the war three ministers boarded a plane.", "TRANSFER"),
        ("Several of the ministers travelled to Norway in the war.", "TRANSFER"),
    ],
)
def test_the_same_words_can_mean_something_else(text: str, event_type: str, nlp: Any) -> None:
    assert event_type not in {e.event_type for e in events(text, nlp)}


@pytest.mark.parametrize(
    ("text", "event_type", "factuality"),
    [
        ("Ola Berg has not been heard from since January.", "MISSING", "asserted"),
        ("Nothing has been heard of the cook since May.", "MISSING", "asserted"),
        ("The envoy said that his government had no such programme.", "DENY", "asserted"),
        ("The army could not verify the video.", "VERIFY", "negated"),
        ("We found no evidence that the ministry knew of it.", "VERIFY", "negated"),
    ],
)
def test_a_negation_that_belongs_to_the_words_denies_nothing(
    text: str, event_type: str, factuality: str, nlp: Any
) -> None:
    assert [(e.event_type, e.factuality) for e in events(text, nlp) if e.event_type == event_type] == [
        (event_type, factuality)
    ]


def test_who_is_reported_killed_kills_nobody(nlp: Any) -> None:
    found = {
        (a.role, a.span.text)
        for e in events("In its own count, 17 have been reported killed.", nlp)
        for a in e.arguments
    }
    assert found == {("victim", "17")}


def test_who_takes_up_people_behind_whom_a_place_stands(nlp: Any) -> None:
    text = "He spoke of 1,400 people from 36 countries whom Norway has hired as soldiers."
    assert ("recruit_pool", "1,400 people") in {(a.role, a.span.text) for e in events(text, nlp) for a in e.arguments}
