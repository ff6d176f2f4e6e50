"""Chains of sources, outermost first."""

from typing import Any

import pytest

from factory import make_parsed
from sayso.lexicon.cues import load_cues
from sayso.model import Attribution, Mentions
from sayso.stages.attribute import attribute


def deepest(text: str, nlp: Any, **fields: Any) -> Attribution:
    """The attribution with the longest chain."""
    found = attribute(make_parsed(text, nlp, **fields), Mentions(), cues=load_cues())
    return max(found, key=lambda a: len(a.chain))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("According to a security source, officials are fearful that the men will fight.",
         [("security source", "unnamed_official"), ("officials", "unnamed_official")]),
        ("“They left,” one ex-official told Foreign Policy.",
         [("Foreign Policy", "outlet"), ("one ex-official", "unnamed_official")]),
        ("The AP reported, citing three generals, that the base had fallen.",
         [("AP", "outlet"), ("three generals", "group")]),
        ("Hundreds of men were recruited: report", [("report", "document")]),
        ("The minister said the general had told him that the road was open.",
         [("minister", "unnamed_official"), ("general", "unnamed_military")]),
        ("Local media quoted a police official as saying that the driver fled.",
         [("Local media", "outlet"), ("police official", "unnamed_official")]),
        ("KABUL (AP) — A spokesman said the road was open.", [("AP", "outlet"), ("spokesman", "unnamed_official")]),
        ("The men reportedly left at dawn.", [("reportedly", "passive")]),
        ("The minister told the Lok Sabha that the men had been recruited.", [("minister", "unnamed_official")]),
    ],
)  # fmt: skip
def test_chain_and_kinds(text: str, chain: list[tuple[str, str]], nlp: Any) -> None:
    assert [(link.name, link.kind) for link in deepest(text, nlp).chain] == chain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kabul: A retired corporal who was hired for what he took for a driver's job died in the war last week, "
            "and his widow has been given neither a body nor a letter.",
            "Kabul",
        ),
        ("KABUL: The broker fled on Tuesday with the money.", "KABUL"),
        ("Lured drivers: rights group lists dozens recruited by a broker", "Lured drivers"),
    ],
)
def test_what_stands_before_a_colon_may_be_no_source(text: str, name: str, nlp: Any) -> None:
    found = attribute(make_parsed(text, nlp), Mentions(), cues=load_cues())
    assert name not in {link.name for a in found for link in a.chain}


def test_people_before_a_colon_tell_what_follows(nlp: Any) -> None:
    assert [link.name for link in deepest("Rights group: broker lured dozens of men", nlp).chain] == ["Rights group"]


def test_an_outlet_that_speaks_to_itself_is_no_link(nlp: Any) -> None:
    found = deepest("“They left,” one official told Foreign Policy.", nlp, outlet="Foreign Policy")
    assert [link.name for link in found.chain] == ["one official"]


def test_the_agency_of_its_own_dispatch_is_no_link(nlp: Any) -> None:
    found = deepest("KABUL (AP) — A spokesman said the road was open.", nlp, outlet="AP News")
    assert [link.name for link in found.chain] == ["spokesman"]


def test_a_nested_attribution_names_the_one_it_stands_in(nlp: Any) -> None:
    text = "The minister said the general had told him that the road was open."
    outer, inner = attribute(make_parsed(text, nlp), Mentions(), cues=load_cues())
    assert (outer.within, inner.within) == (None, outer.id)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council appoints Ann Roe to head the bank.", False),
        ("The president reshuffled his cabinet.", False),
        ("The president dismissed claims that the vote was a fraud.", True),
        ("The police named the men who had been hired, the mayor said.", True),
    ],
)
def test_who_appoints_or_replaces_somebody_tells_nothing(text: str, told: bool, tools: Any) -> None:
    found = attribute(
        make_parsed(text, tools.nlp), Mentions(), cues=tools.cues, encoder=tools.encoder, threshold=tools.threshold
    )
    assert any(not a.attitude for a in found) is told


def test_wanting_is_an_attitude_and_no_link(nlp: Any) -> None:
    text = "The official said that the men want to leave the army."
    inner = [a for a in attribute(make_parsed(text, nlp), Mentions(), cues=load_cues()) if a.attitude]
    assert [[link.name for link in a.chain] for a in inner] == [["official"]]
