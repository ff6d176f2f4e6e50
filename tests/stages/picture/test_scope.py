"""What belongs into a picture of recruitment, and what is only war."""

from factory import RECRUITERS, make_claim, make_document
from sayso.lexicon.packs import load_packs
from sayso.model import Claim
from sayso.settings import Settings
from sayso.stages.picture.scope import scope

DOCUMENT = make_document(RECRUITERS)
FACETS = tuple(facet for pack in load_packs(Settings().packs) for facet in pack.facets)


def told(key: str, event_type: str, sentence: int = 0, words: str = "A court spoke.") -> Claim:
    """A claim of a type in a sentence that starts there."""
    span = make_claim(DOCUMENT).sentence
    moved = type(span)(start=span.start + sentence, end=span.end + sentence, text=words or span.text)
    return make_claim(DOCUMENT, id=key, event_type=event_type, sentence=moved)


def test_who_is_trained_sent_or_moved_fills_no_picture_by_itself() -> None:
    claims = [told(kind, kind) for kind in ("RECRUIT", "OFFER", "CONTACT", "TRAIN", "DEPLOY", "TRANSFER", "FLEE")]
    held = scope(claims, FACETS)
    assert held.alone == {"RECRUIT", "OFFER", "CONTACT"}
    assert held.of({"RECRUIT", "TRAIN"}) == {"RECRUIT", "TRAIN", "FLEE"}  # a drive's; who fled stands in its sentence


def test_courts_and_payers_stand_by_the_recruiting_of_their_sentence() -> None:
    claims = [
        told("RECRUIT", "RECRUIT"), told("BAN", "BAN"), told("far", "PROSECUTE", 500), told("paid", "FINANCE", 900),
        told("TRAIN", "TRAIN", 900),
    ]  # fmt: skip
    held = scope(claims, FACETS)
    assert held.of(held.alone) == {"RECRUIT", "BAN"}
    assert held.of({"TRAIN"}) == {"TRAIN", "paid"}
    assert held.of(()) == frozenset()


def test_a_law_against_recruiting_stands_by_all_that_its_article_tells_of_it() -> None:
    claims = [
        told("RECRUIT", "RECRUIT"),
        told("law", "BAN", 500, "Parliament banned its citizens from joining foreign armies."),
        told("court", "PROSECUTE", 700, "The court sentenced a recruiter to six years."),
        told("thief", "PROSECUTE", 800, "The court sentenced a thief to six years."),
        told("deserter", "PROSECUTE", 900, "Deserters who join foreign armies are tried."),
    ]
    assert scope(claims, FACETS).of({"RECRUIT"}) == {"RECRUIT", "law", "court"}


def test_a_ban_that_names_a_people_stands_by_what_is_told_of_that_people_alone() -> None:
    claims = [
        told("swedes", "RECRUIT", 0, "Norway recruits Swedish divers."),
        told("danes", "RECRUIT", 300, "Norway recruits Danish divers."),
        told("ban", "BAN", 500, "The government banned Swedish citizens from joining foreign armies."),
    ]
    held = scope(claims, FACETS)
    assert held.of({"swedes"}) == {"swedes", "ban"}
    assert held.of({"danes"}) == {"danes"}
