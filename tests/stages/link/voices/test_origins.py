"""Counting voices: what is one, what cannot be one, and what the text has to say for a group to count as more."""

import random
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from builders import teller

from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.describing import description
from sayso.stages.link.voices.known import Known
from sayso.stages.link.voices.origins import EXACT, _beside, _largest, count_origins
from sayso.stages.link.voices.persons import speaks_for
from sayso.stages.link.voices.taken import is_taken_for
from sayso.stages.link.voices.teller import Teller

ENVOY = teller("Ann Lee", "person", role="Norway's ambassador in Riga", nationality="NO", office=True)
RECRUIT: dict[str, Any] = {"sort": "recruit", "via": "canal post"}


@pytest.mark.parametrize(
    ("voices", "interval"),
    [
        # a witness who also spoke to another outlet is one with the witness whom that outlet heard
        (
            [
                teller("Cuban recruit", "unnamed", **RECRUIT),
                teller("recruit", "unnamed", sort="recruit", via="radio malecon", also="canal post"),
            ],
            (1, 1),
        ),
        # without that they may be two
        (
            [
                teller("Cuban recruit", "unnamed", **RECRUIT),
                teller("recruit", "unnamed", sort="recruit", via="radio malecon"),
            ],
            (1, 2),
        ),
        # a spokesman and the body that he speaks for
        (
            [teller("Ann Lee", "person", body="the coast guard"), teller("Coast Guard", "organisation")],
            (1, 1),
        ),
        ([teller("Ann Lee", "person", body="the coast guard"), teller("Border Police", "organisation")], (2, 2)),
        # an ambassador speaks for his foreign ministry, where both are told to be of one country
        ([ENVOY, teller("foreign minister", "unnamed", sort="official", nationality="NO")], (1, 1)),
        ([ENVOY, teller("foreign minister", "unnamed", sort="official", nationality="SE")], (2, 2)),
        ([ENVOY, teller("foreign minister", "unnamed", sort="official")], (1, 2)),
        # a ministry as the popular press calls it
        ([teller("defence ministry", "organisation"), teller("defence chiefs in Oslo", "unnamed")], (1, 1)),
        # a document by a longer and a shorter name, and two documents
        ([teller("State Department cable", "document", via="wire"), teller("cable", "document", via="wire")], (1, 1)),
        ([teller("State Department cable", "document"), teller("Senate Finance report", "document")], (2, 2)),
        # the capital for the government
        ([teller("Cuba's foreign ministry", "organisation"), teller("Havana", "organisation")], (1, 1)),
        ([teller("Cuba's foreign ministry", "organisation"), teller("Moscow", "organisation")], (2, 2)),
        # a recruit is no holder of an office and no ministry
        ([teller("Ann Lee", "person", office=True), teller("recruit", "unnamed", **RECRUIT)], (2, 2)),
        ([teller("Ann Lee", "person"), teller("recruit", "unnamed", **RECRUIT)], (1, 2)),
        ([teller("Interior Ministry", "organisation"), teller("recruit", "unnamed", **RECRUIT)], (2, 2)),
        # voices of two nations
        (
            [teller("Ann Lee", "person", nationality="UA"), teller("soldier", "unnamed", nationality="CU")],
            (2, 2),
        ),
        # a body of one nation and a person, body or paper of another
        ([teller("Cuba's foreign ministry", "organisation"), teller("State Department cable", "document")], (2, 2)),
        ([teller("Cuba's foreign ministry", "organisation"), teller("A", "person", nationality="UA")], (2, 2)),
        # a body's paper is its word, and so no private person's; a holder of an office may have written it
        ([teller("State Department cable", "document"), teller("Ann Lee", "person")], (2, 2)),
        ([teller("State Department cable", "document"), teller("Ann Lee", "person", office=True)], (1, 2)),
        # an embassy is its country's, not that of its seat
        (
            [teller("US embassy in Havana", "organisation"), teller("A", "person", nationality="US", office=True)],
            (1, 2),
        ),
        ([teller("US embassy in Havana", "organisation"), teller("Havana", "organisation")], (2, 2)),
        # one ministry by two names, and its head
        (
            [teller("Ministry of Foreign Affairs", "organisation"), teller("Kenya's foreign ministry", "organisation")],
            (1, 1),
        ),
        (
            [
                teller("Kenya's foreign ministry", "organisation"),
                teller("Kenya's foreign minister", "unnamed", sort="official"),
            ],
            (1, 1),
        ),
        (
            [
                teller("Kenya's foreign ministry", "organisation"),
                teller("Kenya's interior minister", "unnamed", sort="official"),
            ],
            (1, 2),
        ),
        # the capital in a headline, a spokesman of the ministry
        ([teller("Kyiv", "organisation"), teller("Ann Lee", "person", body="Ukraine's foreign ministry")], (1, 1)),
        # whoever speaks openly for one ministry; who works there and gives no name speaks for himself
        (
            [
                teller("India's foreign secretary", "unnamed", sort="official"),
                teller("external affairs minister", "unnamed", sort="official"),
                teller("Ministry of External Affairs", "organisation"),
                teller("Delhi", "organisation"),
            ],
            (1, 1),
        ),
        (
            [
                teller("Ministry of External Affairs", "organisation"),
                teller("foreign ministry official", "unnamed", sort="official"),
            ],
            (1, 2),
        ),
        (
            [
                teller("defence ministry", "organisation", nationality="LK"),
                teller("Russian defence ministry", "organisation"),
            ],
            (2, 2),
        ),
        # a government by its capital's name is any part of it, and takes no two parts for one
        (
            [
                teller("Colombo", "organisation"),
                teller("defence ministry", "organisation"),
                teller("police", "organisation"),
            ],
            (2, 2),
        ),
        # the report of a department of the police
        (
            [
                teller("report of the Criminal Investigation Department", "document"),
                teller("police", "organisation"),
            ],
            (1, 1),
        ),
        # some group may be any that is named: it adds nothing beside one, and is no ministry
        ([teller("rights group", "organisation"), teller("Forum for Families", "organisation")], (1, 1)),
        ([teller("rights group", "organisation"), teller("defence ministry", "organisation")], (2, 2)),
        # a private person speaks for no body
        ([teller("Ann Lee", "person", sort="kin"), teller("police", "organisation")], (2, 2)),
        # a paper and the service that it is of, also by who read it out
        (
            [
                teller("National Intelligence Service", "organisation"),
                teller("report by the National Intelligence Service", "document"),
                teller("intelligence report", "document"),
                teller("Ann Lee", "person", body="National Intelligence Service"),
            ],
            (1, 1),
        ),
        # a retelling leaves the name out
        (
            [
                teller("Evans", "person", via="savannah post"),
                teller("man", "unnamed", via="savannah post"),
            ],
            (1, 1),
        ),
        (
            [
                teller("Evans", "person", via="savannah post"),
                teller("security guard", "unnamed", via="savannah post"),
            ],
            (1, 2),
        ),
        # a lawmaker speaks for no ministry, a minister may
        ([teller("Ann Lee", "person", role="opposition lawmaker"), teller("foreign ministry", "organisation")], (2, 2)),
        ([teller("Ann Lee", "person", role="prime minister"), teller("foreign ministry", "organisation")], (1, 2)),
        # who tells of a son is not the son, and neither holds an office
        ([teller("mother of a recruit", "unnamed", sort="kin"), teller("recruit", "unnamed", sort="recruit")], (2, 2)),
        ([teller("relatives", "unnamed", sort="kin"), teller("Ann Lee", "person", office=True)], (2, 2)),
        ([teller("soldier", "unnamed", sort="soldier"), teller("officer", "unnamed", sort="official")], (1, 2)),
        # a rights group that one article names and another does not; two ministries
        ([teller("Yemeni rights group", "organisation"), teller("Yemen Rights Observatory", "organisation")], (1, 1)),
        # a ministry of which nobody says which, beside one
        ([teller("ministry", "organisation"), teller("defence ministry", "organisation")], (1, 1)),
        # officials of a country are its government's, and of no body of which nobody says whose it is
        (
            [
                teller("Norwegian officials", "unnamed", sort="official"),
                teller("Norway's foreign ministry", "organisation"),
            ],
            (1, 1),
        ),
        (
            [teller("Norwegian officials", "unnamed", sort="official"), teller("Coast Command", "organisation")],
            (1, 2),
        ),
        # a list of a country's authorities is the government's word
        ([teller("list Norwegian authorities drew up", "document"), teller("Oslo", "organisation")], (1, 1)),
        # a government is no society of its people abroad
        ([teller("Norway", "organisation"), teller("Alliance of Norwegians Abroad", "organisation")], (2, 2)),
        # a ministry's paper is no widow's
        ([teller("leaked ministry message", "document"), teller("Ann Lee", "person", sort="kin")], (2, 2)),
        # one name in two spellings
        ([teller("Farid Karimi", "person"), teller("Fareed Karimy", "person")], (1, 1)),
        # who heads a body and is told by nothing else
        (
            [
                teller("president of the Union of Divers", "unnamed", sort="official", body="Union of Divers"),
                teller("Union of Divers", "organisation"),
            ],
            (1, 1),
        ),
        ([teller("foreign ministry", "organisation"), teller("interior ministry", "organisation")], (2, 2)),
        # an office by which a person is introduced elsewhere
        (
            [
                teller("Ann Lee", "person", told_as=description("the special envoy for Yemen"), office=True),
                teller("envoy for Yemen", "unnamed", sort="official"),
            ],
            (1, 1),
        ),
        (
            [
                teller("Ann Lee", "person", told_as=description("the special envoy for Yemen"), office=True),
                teller("security official", "unnamed", sort="official"),
            ],
            (1, 2),
        ),
        # what one article calls a man, the next calls a recruit: no official then
        (
            [
                teller("Yemeni man", "unnamed", via="radio aden"),
                teller("recruit", "unnamed", sort="recruit", via="radio aden"),
                teller("government official", "unnamed", sort="official", via="gulf sentinel"),
            ],
            (2, 2),
        ),
        # a head of state speaks for no monitor, its head does
        (
            [
                teller("A", "person", role="President", office=True, nationality="FR"),
                teller("Rights Monitor", "organisation"),
            ],
            (2, 2),
        ),
        ([teller("A", "person", role="head", office=True), teller("Rights Monitor", "organisation")], (1, 2)),
        # a monitor that one article cites as an outlet
        ([teller("Rights Monitor", "organisation"), teller("Rights Monitor", "outlet", via="rights monitor")], (1, 1)),
        # a group speaks with one voice, unless the text says that each of it spoke alone
        ([teller("three former generals", "unnamed", sort="official")], (1, 1)),
        ([teller("three former generals", "unnamed", sort="official", count=3)], (1, 3)),
    ],
)
def test_voices_are_counted_as_an_interval(voices: list[Teller], interval: tuple[int, int]) -> None:
    count = count_origins(voices)
    assert (count.at_least, count.at_most) == interval
    backwards = count_origins(voices[::-1])
    assert (backwards.at_least, backwards.at_most) == interval


def test_a_body_is_read_from_the_words_beside_the_name() -> None:
    assert speaks_for("Ann Lee", "said Ann Lee, a spokeswoman for the coast guard.") == "coast guard"
    assert speaks_for("Ann Lee", "Ann Lee said so. The spokeswoman for the coast guard did not.") is None


def test_many_voices_are_told_apart_one_by_one() -> None:
    count = 3 * EXACT
    odd = [n for n in range(count) if n % 2]
    apart = {(a, b) for a in odd for b in odd if a < b} | {(0, 2), (0, 4)}
    beside = [sum(1 << b for b in range(count) if (min(a, b), max(a, b)) in apart) for a in range(count)]
    assert _largest(beside) == tuple(odd)
    assert _largest([0] * count) == (0,)


def drawn_voices(seed: int) -> list[Teller]:
    """Voices of all kinds, of which many share a part of a name, an office, a family or an outlet."""
    chance = random.Random(seed)
    names = ["Ann Lee", "Lee", "A. Lee", "Anne Lea", "Bo Ek", "Bo", "Farid Karimi", "Fareed Karimy", "Gen. Bo Ek", ""]
    roles = ["", "", "foreign minister", "spokeswoman for the foreign ministry", "head", "police superintendent"]
    bodies = [None, None, "Coast Watch", "Norway's foreign ministry"]
    held = [
        teller(
            chance.choice(names), "person", role=chance.choice(roles), body=chance.choice(bodies),
            sort=chance.choice(["", "", "", "kin", "local"]), nationality=chance.choice([None, None, "NO", "SE"]),
            via=chance.choice(["a", "b"]),
        )
        for _ in range(chance.randint(2, 24))
    ]  # fmt: skip
    held += [teller("Coast Watch", "organisation"), teller("Norway's foreign ministry", "organisation")]
    held += [teller("Norway", "organisation"), teller("Lee", "organisation"), teller("a recruit", "unnamed", via="a")]
    held += [teller("a", "outlet", via="a"), teller("a's mother", "unnamed", sort="kin")]
    chance.shuffle(held)
    return held[: chance.randint(2, 28)]


def test_voices_that_share_nothing_need_not_be_compared() -> None:
    taken = strangers = 0
    for seed in range(300):
        voices = drawn_voices(seed)
        known = Known(voices)
        for voice in voices:
            plainly = [n for n, other in enumerate(voices) if is_taken_for(voice, other)]
            assert list(known.taken_for(voice)) == plainly
            taken += len(plainly)
        apart = {(a, b) for a, b in combinations(range(len(voices)), 2) if are_different(voices[a], voices[b])}
        beside = _beside(voices)
        assert apart == {(a, b) for a, b in combinations(range(len(voices)), 2) if beside[a] >> b & 1}
        assert apart == {(a, b) for a, b in combinations(range(len(voices)), 2) if beside[b] >> a & 1}
        strangers += len(apart)
    assert min(taken, strangers) > 1000
