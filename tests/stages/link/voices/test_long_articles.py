"""Voices of articles at their real length: opinion, background, groups, one body under two names, a family."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import claim, document, reading, teller

from sayso.model import Claim, Link, Reading, Relations, Voice
from sayso.stages.link import link
from sayso.stages.link.voices.bodies import stands_for
from sayso.stages.link.voices.gone import told_to_her
from sayso.stages.link.voices.idle import is_opinion
from sayso.stages.link.voices.making import named_teller, speaker_teller
from sayso.stages.link.voices.ministries import told_nation
from sayso.stages.link.voices.settling import of_police, settled
from sayso.stages.link.voices.speaking import speaker_without_cue, witness_of
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.voices.tellers import teller_of

WORDS = "they recruited us for the war"


@pytest.mark.parametrize(
    "text",
    [
        "OPINION | Our sons\n\nBy Ann Lee\n\nThey went.",
        "A card\n\nComment by Ann Lee\n\nThey went.",
        "Our sons\n\nThe writer is a retired diver.\n\nThey went.",
        "Our sons\n\nThey went.\n\nAnn Lee is a poet. Views are personal.",
    ],
)
def test_a_piece_of_opinion_is_known_by_what_it_says_of_itself(text: str) -> None:
    assert is_opinion(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ministry had no comment\n\nComment was asked of the ministry; the opinion of Ann Lee is known.",
        "Families speak\n\nThe author of the list is not known.\n\nTheir views are divided.",
        "Columnist jailed\n\nA column of lorries left.",
    ],
)
def test_an_article_that_speaks_of_opinions_is_none(text: str) -> None:
    assert not is_opinion(text)


def voice(sentence: str, link_: tuple[str, str], words: str, trigger: str) -> Teller:
    of = document("a", f"{sentence}", day="2026-01-05", outlet="Harbour Wire")
    made = claim(of, words, trigger, chain=[link_])
    made = replace(made, sentence=replace(made.sentence, start=0, end=len(sentence), text=sentence))
    read = reading(of, made)
    return teller_of(read.claims[0], read, {a.id: a for a in read.attributions}, (), via=None, via_name=None)


STAFF = ("Bo Aas", "named_person")


def test_what_is_believed_in_a_clause_of_its_own_is_nobodys_word() -> None:
    told = "Bo Aas says that 900 fell, and Norway's army is believed to recruit 30 men a month."
    assert voice(told, STAFF, "recruit 30 men a month", "recruit").kind == "unknown"


def test_what_is_believed_by_whoever_says_so_is_his() -> None:
    told = "Bo Aas says that Norway's army is believed to recruit 30 men a month."
    assert voice(told, STAFF, "recruit 30 men a month", "recruit").name == "Bo Aas"


def placed(name: str, kind: str, text: str, **fields: Any) -> Teller:
    start = text.index(name)
    return teller(name, kind, span=replace(claim(document("s", text), name, name).content, start=start), **fields)


GROUP = "Two Norse officials said no. Later one of the officials said yes, and one of the recruits wept."


def test_one_of_the_officials_is_of_the_officials_told_before() -> None:
    officials = placed("Two Norse officials", "unnamed", GROUP, sort="official")
    one = placed("one of the officials", "unnamed", GROUP, sort="official")
    assert settled(one, [officials, one], document("s", GROUP)).name == "Two Norse officials"


def test_one_of_others_is_not() -> None:
    officials = placed("Two Norse officials", "unnamed", GROUP, sort="official")
    one = placed("one of the recruits", "unnamed", GROUP, sort="recruit")
    assert settled(one, [officials, one], document("s", GROUP)).name == "one of the recruits"


BODIES = "The Fjord Crime Bureau met. The Bureau says no. The Fjord Tax Bureau met."


def test_who_heads_a_unit_is_of_the_one_police_that_the_article_quotes() -> None:
    police = teller("Harbour Police", "organisation")
    chief = teller("Bo Aas", "person", body="unit against smuggling", role="chief")
    assert of_police(chief, [police]).body == "Harbour Police"
    assert of_police(chief, [police, teller("defence ministry", "organisation")]) == chief
    assert of_police(chief, []) == chief
    assert of_police(replace(chief, body="coast guard"), [police]).body == "coast guard"


def test_an_inspector_general_speaks_for_the_police() -> None:
    of = document("a", "Deputy Inspector General Bo Aas said no.", day="2026-01-05", outlet="Harbour Wire")
    link_ = Link(name="Bo Aas", kind="named_person", span=claim(of, "Bo Aas", "Aas").content)
    inspector = named_teller(link_, Voice(name="Bo Aas", kind="named_person", role="Deputy"), of, None)
    assert is_taken_for(teller("police spokesman", "unnamed", sort="official"), inspector)


def test_a_ministry_stands_for_no_society_that_shares_a_word() -> None:
    ministry, society = teller("foreign ministry", "organisation"), teller("Union of Foreign Traders", "organisation")
    assert not stands_for(ministry, society)
    assert stands_for(ministry, teller("Ministry of Foreign Affairs", "organisation"))


def test_an_ambassador_is_of_the_country_before_his_office() -> None:
    voice = Voice(name="x", kind="unnamed_official", nationality="NO")
    assert told_nation(voice, "Norway's ambassador in Riga") == "NO"
    assert told_nation(voice, "the ambassador of the country in Oslo") is None
    assert told_nation(voice, "a minister in Oslo") == "NO"


def test_one_group_is_a_body_though_it_is_told_like_a_person() -> None:
    of = document("a", "A war monitor said that they left.", day="2026-01-05", outlet="Harbour Wire")
    link_ = Link(name="war monitor", kind="unnamed_person", span=claim(of, "A war monitor", "monitor").content)
    assert speaker_teller(link_, None, of, None, None).kind == "organisation"


def test_what_somebody_told_her_is_the_word_of_the_one_woman_who_is_heard() -> None:
    text = "Ann Lee said no. He was killed, the caller told her. He was killed, the caller told the paper."
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    woman = teller("Ann Lee", "person", span=claim(of, "Ann Lee", "Lee").content)
    unknown = teller("caller", "unknown")
    told = claim(of, "He was killed, the caller told her", "killed", event_type="KILL")
    assert told_to_her(unknown, told, [woman], of).name == "Ann Lee"
    assert told_to_her(unknown, told, [woman, teller("Eve Lee", "person")], of).name == "caller"
    other = claim(of, "He was killed, the caller told the paper", "killed", event_type="KILL")
    assert told_to_her(unknown, other, [woman], of).name == "caller"


def test_a_body_of_one_word_is_the_one_whose_longer_name_has_it() -> None:
    bureau = placed("Bureau", "organisation", BODIES)
    crime, tax = (placed(n, "organisation", BODIES) for n in ("Fjord Crime Bureau", "Fjord Tax Bureau"))
    assert settled(bureau, [crime, bureau], document("s", BODIES)).name == "Fjord Crime Bureau"
    assert settled(bureau, [crime, bureau, tax], document("s", BODIES)).name == "Bureau"


def test_papers_of_the_police_are_those_of_a_bureau_of_investigation() -> None:
    papers = teller("police papers", "document")
    assert is_taken_for(papers, teller("Fjord Bureau of Investigation", "organisation"))
    assert not is_taken_for(papers, teller("Fjord Bureau of Statistics", "organisation"))


def test_sources_of_a_government_are_its_ministry_of_which_no_text_tells_the_country() -> None:
    ministry = teller("Ministry of External Affairs", "organisation")
    sources = teller("two Norwegian government sources", "unnamed", sort="official", nationality="NO")
    assert is_taken_for(sources, ministry)
    assert not is_taken_for(replace(sources, name="two Norwegian officials"), ministry)
    assert not is_taken_for(sources, replace(ministry, nationality="SE"))


def dead(text: str, victim: str) -> Reading:
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    killed = claim(of, f"{victim} was killed", "killed", event_type="KILL", roles=[("victim", victim, None)])
    return reading(of, killed)


TALK = '"They took him in May," Aas said. Tor Aas was killed. "I wrote to them in June," Aas said. '


def test_a_father_of_the_dead_mans_name_is_the_witness() -> None:
    assert witness_of(dead(f"Ola Aas, a baker, kept the calls of his son. {TALK}", "Tor Aas")) == "Ola Aas"


def test_the_dead_man_is_none() -> None:
    assert witness_of(dead(TALK, "Tor Aas")) is None


def test_two_of_that_name_leave_it_open() -> None:
    assert witness_of(dead(f"Ola Aas and Liv Aas kept his calls. {TALK}", "Tor Aas")) is None


def test_who_looks_on_is_no_second_witness() -> None:
    text = f'Ola Aas, a baker, kept the calls. {TALK}"It is an old trade, this one," said Ann Lee, who teaches law.'
    assert witness_of(dead(text, "Tor Aas")) == "Ola Aas"


def himself(text: str, taken: str = "us") -> Teller | None:
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    made: Claim = claim(of, WORDS, "recruited", roles=[("recruit_pool", taken, None)])
    return speaker_without_cue(made, reading(of, made), "harbour wire")


def test_he_who_says_that_we_were_taken_is_one_who_was_taken() -> None:
    found = himself(f'"In May {WORDS}," he says into the telephone.')
    assert found is not None
    assert (found.kind, found.sort) == ("unnamed", "recruit")


def test_he_who_says_it_of_others_may_be_anybody() -> None:
    assert himself(f'"In May {WORDS}," he says into the telephone.', taken="they") is None


HIRED = "Swedish ex-soldiers are being hired to fight for Norway, it is said."


def counted(country: str) -> int:
    """How many voices are counted where an official tells in another article that soldiers crossed into a country."""
    texts = [
        f"{HIRED} Eva Lind said that they hired her son to fight.",
        f"{HIRED} Bo Aas said that soldiers crossed into {country}.",
    ]
    of = [document(str(n), text, day=f"2026-01-0{n + 5}", outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    eva = claim(
        of[0],
        "hired her son to fight",
        "hired",
        roles=[("recruit_pool", "her son", None)],
        chain=[("Eva Lind", "named_person")],
    )
    roles = [("traveller", "soldiers", None), ("destination", country, None)]
    bo = claim(
        of[1],
        f"soldiers crossed into {country}",
        "crossed",
        event_type="TRANSFER",
        roles=roles,
        chain=[("Bo Aas", "named_person")],
    )
    found: Relations = link([reading(of[0], eva), reading(of[1], bo)])
    return found.drives[0].origins.at_most


def test_who_tells_of_a_journey_elsewhere_tells_no_part_of_the_war() -> None:
    assert (counted("Norway"), counted("Finland")) == (2, 1)


def heard(text: str) -> Teller:
    """The voice of "an officer" or "the captain" who says at the end of a text that men were recruited."""
    of = document("a", text, day="2026-01-05", outlet="Harbour Wire")
    made = claim(of, "they were recruited", "recruited", chain=[("captain", "unnamed_military")])
    read = reading(of, made)
    return teller_of(read.claims[0], read, {a.id: a for a in read.attributions}, (), via=None, via_name=None)


def test_who_speaks_to_those_who_are_taken_is_passed_on() -> None:
    assert (
        heard("A captain told the recruits that they would go. It was then, says he, they were recruited.").kind
        == "unknown"
    )
    assert heard("A captain informed him that they were recruited.").kind == "unknown"


def test_who_speaks_to_the_paper_is_not() -> None:
    assert heard("A captain told reporters that they were recruited.").name == "captain"
    assert heard("A captain told the Wire that they were recruited.").name == "captain"


def test_a_deputy_head_is_told_as_deputy_director_too() -> None:
    words = frozenset({"former", "deputy", "head", "agency"})
    lee = teller("Ann Lee", "person", told_as=words, office=True)
    assert is_taken_for(teller("former deputy director of the agency", "unnamed", sort="official"), lee)
    assert not is_taken_for(teller("former deputy minister of the agency", "unnamed", sort="official"), lee)


def test_a_presidential_spokesman_speaks_for_the_president() -> None:
    spokesman = teller("presidential spokesman", "unnamed", sort="official")
    aas = teller("Bo Aas", "person", role="president", office=True, nationality="NO")
    assert is_taken_for(spokesman, aas)
    assert not is_taken_for(spokesman, replace(aas, role="vice president"))
    assert not is_taken_for(replace(spokesman, nationality="SE"), aas)


LEAVING = "Norway's departing president said that men had gone. Bo Aas named the figure. Ann Lee spoke too."


def test_the_president_of_a_lead_is_who_is_named_next_and_told_nothing_else_of() -> None:
    leader = placed("Norway's departing president", "unnamed", LEAVING, sort="official")
    aas, lee = (placed(n, "person", LEAVING) for n in ("Bo Aas", "Ann Lee"))
    assert settled(leader, [aas, lee], document("s", LEAVING)).name == "Bo Aas"
    kin = replace(aas, sort="kin")
    assert settled(leader, [kin, lee], document("s", LEAVING)).name == "Norway's departing president"


BOY = "Ann Lee, a baker, spoke first. Her boy had worked on a lorry. Bo Aas came too."


def test_what_her_boy_says_is_told_by_her() -> None:
    lee, boy, aas = (
        placed(n, k, BOY) for n, k in (("Ann Lee", "person"), ("Her boy", "unnamed"), ("Bo Aas", "person"))
    )
    later = replace(boy, span=replace(boy.span, start=9000, end=9007)) if boy.span else boy
    assert settled(later, [lee, boy], document("s", BOY)).name == "Ann Lee"
    assert settled(replace(later, name="Her driver"), [lee, boy, aas], document("s", BOY)).name == "Her driver"


def test_a_son_who_is_only_spoken_of_is_no_witness() -> None:
    quoted = '"It is cold here today," he said. "It is dark here too," he said.'
    text = f"The chair is that of Tor Aas, a mate. He said that he had gone. He said that he was well. {quoted}"
    of = document("a", text, outlet="Harbour Wire")
    went, well = (
        claim(of, w, w.split()[-1], chain=[("Tor Aas", "named_person")]) for w in ("he had gone", "he was well")
    )
    assert witness_of(reading(of, went, well)) is None
    spoken = document("b", f"{text} It was cold, Aas says.", outlet="Harbour Wire")
    went, well = (
        claim(spoken, w, w.split()[-1], chain=[("Tor Aas", "named_person")]) for w in ("he had gone", "he was well")
    )
    assert witness_of(reading(spoken, went, well)) == "Tor Aas"
