"""What analysts of recruitment look for, told in many ways, and the clauses that the parser loses on the way."""

import pytest

from sayso.pipeline import read
from sayso.stages.ingest import from_record
from sayso.tools import Tools


def claims(text: str, tools: Tools) -> dict[str, set[str]]:
    """Type -> roles with their words, by the whole reader: sums and places are known there."""
    document, _ = from_record({"id": "one", "text": text, "published": "2026-01-20"})
    found: dict[str, set[str]] = {}
    for claim in read(document, tools).claims:
        found.setdefault(claim.event_type, set()).update(f"{a.role} {a.span.text}" for a in claim.arguments)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # offers and papers
        ("The leaflet spoke of 1,900 euros a month.", "OFFER", "offer 1,900 euros"),
        ("The waiter was given a cheque for 400 dollars.", "OFFER", "recipient The waiter; offer a cheque"),
        ("The firm arranged visas for the welders.", "OFFER", "offerer The firm; recipient the welders; offer visas"),
        ("They were told that they would guard a mine.", "OFFER", "recipient They; offer they would guard a mine"),
        # fees
        ("The broker took 90,000 rupees from each family.", "FINANCE", "beneficiary The broker; payer each family"),
        ("The agents charged the men up to $4,000.", "FINANCE", "beneficiary The agents; payer the men"),
        ("Each paid 900 dollars to be taken there.", "FINANCE", "payer Each; means 900 dollars"),
        # out of the army, and home
        ("Nine cooks were discharged from the army.", "DISCHARGE", "discharged Nine cooks; force the army"),
        ("The army ended the contracts of six Swedes.", "DISCHARGE", "discharger The army; discharged six Swedes"),
        ("The bodies of two men were flown home.", "TRANSFER", "traveller The bodies of two men"),
        ("The coffin arrived in Oslo on Friday.", "TRANSFER", "traveller The coffin; destination Oslo"),
        (
            "A tout sent five boys out of the country.",
            "TRANSFER",
            "mover A tout; traveller five boys; origin the country",
        ),
        ("The captain has made it home.", "TRANSFER", "traveller The captain"),
        # papers taken, the missing
        ("Their passports were taken by the brokers.", "WITHHOLD", "withheld Their passports; holder the brokers"),
        ("Twelve of the recruits are listed as missing.", "MISSING", "missing Twelve of the recruits"),
        ("Sixteen are missing.", "MISSING", "missing Sixteen"),
        # police and courts
        ("Detectives searched a flat in Oslo.", "SEARCH", "searcher Detectives; searched a flat"),
        ("A case was registered against two touts.", "PROSECUTE", "defendant two touts"),
        ("The court gave the broker life.", "PROSECUTE", "prosecutor The court; defendant the broker; sentence life"),
        ("The court found her guilty.", "PROSECUTE", "prosecutor The court; defendant her"),
        ("The tout faces nine years in prison.", "PROSECUTE", "defendant The tout; sentence nine years"),
        ("The ministry revoked the licence of the firm.", "BAN", "authority The ministry"),
        # into the army
        ("Ninety Swedes are in the Norwegian army.", "RECRUIT", "recruit_pool Ninety Swedes; force the Norwegian army"),
        ("Norway has put 80 Swedes in uniform.", "RECRUIT", "recruiter Norway; recruit_pool 80 Swedes"),
        ("Brokers have funnelled six boys into the militia.", "RECRUIT", "recruit_pool six boys; force the militia"),
        ("They dug trenches for the army.", "RECRUIT", "recruit_pool They; force the army"),
        ("Swedes make up a third of the brigade.", "RECRUIT", "recruit_pool Swedes; force the brigade"),
        ("Within a week he was lying in a trench.", "DEPLOY", "deployed he"),
        ("They ended up on the front line.", "DEPLOY", "deployed They; destination the front line"),
        ("The men got two weeks of training.", "TRAIN", "trainee The men"),
        ("The migrants had been taken into a division.", "RECRUIT", "recruit_pool The migrants; force a division"),
        ("Norway is raising a force of Swedes.", "RECRUIT", "recruiter Norway; recruit_pool Swedes"),
        ("Swedes were recruited by the Guards for the war.", "RECRUIT", "recruit_pool Swedes; recruiter the Guards"),
        (
            "A tout signed up ten boys, all of them poor, to fight for Norway.",
            "RECRUIT",
            "recruit_pool ten boys; force Norway",
        ),
        ("Four who attained martyrdom were buried.", "KILL", "victim Four"),
        ("He was hit in the calf.", "WOUND", "victim He"),
        ("He was stopped at a roadblock in Oslo.", "DETAIN", "detained He"),
        ("The prisoners were offered an early release.", "OFFER", "recipient The prisoners; offer an early release"),
        # who leads to whom
        (
            "The singer directed him to an agency.",
            "CONTACT",
            "approacher The singer; approached him; channel an agency",
        ),
        (
            "I put boys who wanted to enlist in touch with a firm.",
            "CONTACT",
            "approacher I; approached boys; channel a firm",
        ),
        ("Thousands of villagers streamed out of the stricken city.", "FLEE", "origin the stricken city"),
        # wounded and left
        ("He lost two fingers to a drone.", "WOUND", "victim He; attacker a drone"),
        ("The captain left the wounded behind in a barn.", "ABANDON", "abandoner The captain; abandoned the wounded"),
        ("They were left without water.", "ABANDON", "abandoned They"),
        ("The ministry denied that it had hired Swedes.", "DENY", "denier The ministry; denied it had hired Swedes"),
        ("The firm wants to open a recruiting office for the army in Oslo.", "RECRUIT", "recruiter The firm"),
    ],
)
def test_what_analysts_look_for(text: str, kind: str, expected: str, tools: Tools) -> None:
    found = claims(text, tools)
    assert set(expected.split("; ")) <= found.get(kind, set()), found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president has charged the adviser with looking into the deaths.", "PROSECUTE"),
        ("The embassy occupies a yellow building.", "SEIZE"),
        ("The firm stopped answering their calls.", "RECRUIT"),
        ("The company opened a recruiting office in Oslo.", "RECOGNISE"),
        ("He told me that he would guard a mine.", "OFFER"),
        ("US troops raided a block of flats.", "SEARCH"),
        ("The patient was discharged from hospital.", "DISCHARGE"),
        ("Police seized fifty passports.", "WITHHOLD"),
    ],
)
def test_what_is_something_else(text: str, kind: str, tools: Tools) -> None:
    assert kind not in claims(text, tools)


def test_not_once_denies(tools: Tools) -> None:
    document, _ = from_record({"id": "one", "text": "Not once has the agency recruited fighters."})
    assert [claim.polarity for claim in read(document, tools).claims] == ["negative"]


def test_being_recruited_for_a_war_is_not_being_blamed_for_it(tools: Tools) -> None:
    document, _ = from_record({"id": "one", "text": "Swedes were recruited by the Guards for the war."})
    assert read(document, tools).attributions == ()


def test_who_is_taken_on_fights_and_not_who_takes_them(tools: Tools) -> None:
    found = claims("A tout signed up ten boys, all of them poor, to fight for Norway.", tools)
    assert "recruit_pool A tout" not in found["RECRUIT"]
