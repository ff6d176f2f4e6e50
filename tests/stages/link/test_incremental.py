"""What a document is found by when another one is related to it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from builders import document, reading
from test_link import BODY, story

from sayso.stages.link.features import features_of, key_of
from sayso.stages.link.texts.outlets import outlet_key


def test_a_copy_shares_text_with_its_parent_and_claims_share_features() -> None:
    first, second, *_ = (features_of(each, frozenset()) for each in story())
    shared = set(first.keys["text"]) & set(second.keys["text"])
    assert len(shared) >= len(second.keys["text"]) / 2
    (claim,), (copied,) = first.claims.values(), second.claims.values()
    assert len(set(claim) & set(copied)) >= 2


def test_a_document_that_cites_an_outlet_has_its_key() -> None:
    first, _, third, _ = (features_of(each, frozenset()) for each in story())
    assert third.keys["cites"] == first.keys["outlet"] == (key_of(outlet_key("The Steppe Courier")),)


def test_an_outlet_of_one_plain_word_is_known_by_the_documents_that_are_held() -> None:
    told = reading(document("doc-x", "Zarya reported that the men had left.", day="2022-10-01", outlet="Field Notes"))
    assert features_of(told, frozenset()).keys["cites"] == ()
    assert features_of(told, frozenset({"Zarya"})).keys["cites"] == (key_of(outlet_key("Zarya")),)


def test_addresses_meet_without_scheme_and_query() -> None:
    linked = document("doc-l", BODY, links=("https://www.example.org/a/?from=feed",))
    own = document("doc-o", BODY, url="http://example.org/a")
    assert (
        features_of(reading(linked), frozenset()).keys["links"]
        == features_of(reading(own), frozenset()).keys["address"]
    )


def test_keys_are_numbers_that_sqlite_can_hold() -> None:
    keys = [key for each in story() for held in features_of(each, frozenset()).keys.values() for key in held]
    assert len(keys) > 20
    assert all(-(2**63) <= key < 2**63 for key in keys)
