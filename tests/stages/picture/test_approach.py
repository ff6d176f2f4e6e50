"""Contacts by which people are looked for fill the picture of recruitment; calls home and letters to offices do not."""

import pytest

from factory import RECRUITERS as REPORT
from factory import make_claim, make_document, spans
from sayso.lexicon.facets import Facet
from sayso.model import Argument, Claim, Money, Span
from sayso.stages.picture import names
from sayso.stages.picture.entries import sum_of

RECRUITERS = Facet(name="recruiters", title="", types=frozenset({"CONTACT"}), roles=frozenset({"approacher"}))
POOLS = Facet(name="pools", title="", types=frozenset({"CONTACT"}), roles=frozenset({"approached"}))


def contact(sentence: str, by: str, trigger: str, to: str) -> Claim:
    arguments = tuple(
        Argument(role=role, span=spans(sentence, words), value=None)
        for role, words in (("approacher", by), ("approached", to))
        if words
    )
    return make_claim(
        make_document(REPORT),
        event_type="CONTACT",
        sentence=Span(text=sentence, start=0, end=len(sentence)),
        trigger=spans(sentence, trigger),
        arguments=arguments,
    )


@pytest.mark.parametrize(
    ("sentence", "by", "trigger", "to"),
    [
        ("Middlemen from Varn approached welders in the port.", "Middlemen from Varn", "approached", "welders"),
        ("Varn is courting former divers.", "Varn", "courting", "former divers"),
        ("A broker rang Otto Lind and offered him a contract.", "A broker", "rang", "Otto Lind"),
        ("Agents wrote to students who wanted to enlist.", "Agents", "wrote", "students"),
        ("The militia writes to jobless divers over Telegram.", "The militia", "writes", "jobless divers"),
        ("Mercenaries from Varn rang up a dozen ex-officers.", "Mercenaries from Varn", "rang", "a dozen ex-officers"),
    ],
)
def test_who_looks_for_people_is_a_recruiter(sentence: str, by: str, trigger: str, to: str) -> None:
    claim = contact(sentence, by, trigger, to)
    assert names(claim, RECRUITERS)
    assert names(claim, POOLS)


@pytest.mark.parametrize(
    ("sentence", "by", "trigger", "to"),
    [
        ("Hanna Roth wrote to the minister of fisheries on 3 May.", "Hanna Roth", "wrote", "the minister of fisheries"),
        ("The embassy is in touch with the port authorities.", "The embassy", "in touch", "the port authorities"),
        ("Otto Lind rang his cousin from a wood.", "Otto Lind", "rang", "his cousin"),
        ("The militia is in touch with its retired gunners.", "The militia", "in touch", "its retired gunners"),
        ("The army is in touch with units on the coast.", "The army", "in touch", "units on the coast"),
        ("The newspaper wrote to former divers.", "The newspaper", "wrote", "former divers"),
        ("He wrote to the families that he had signed a contract.", "He", "wrote", "the families"),
        ("Reached by telephone, the broker said that he hired nobody.", "", "Reached", "the broker"),
    ],
)
def test_calls_home_and_letters_to_offices_recruit_nobody(sentence: str, by: str, trigger: str, to: str) -> None:
    claim = contact(sentence, by, trigger, to)
    assert not names(claim, RECRUITERS)
    assert not names(claim, POOLS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2 lakh rupees", "200,000 rupees"),
        ("200,000 Dinars", "200,000 dinars"),
        ("200,000", "200,000 in a currency that is not told"),
    ],
)
def test_a_currency_that_several_countries_have_is_called_as_the_text_does(words: str, told: str) -> None:
    money = Money(low=200_000, high=200_000, currency="XXX", span=Span(text=words, start=0, end=len(words)))
    assert sum_of(money) == told
