"""What a sentence opens with says on whose word the rest stands."""

from typing import Any

import pytest

from sayso.pipeline import read
from sayso.stages.ingest import from_record

MAN = "Bo Aas, a former captain, lives in a cellar in Oslo. "
DEED = "Norway recruited 40 Swedish pilots for the war."


def told(tools: Any, text: str) -> str | None:
    """On whose word pilots were recruited; None in the article's own voice."""
    document, _ = from_record({"id": "a", "text": text})
    (claim,) = [c for c in read(document, tools).claims if c.event_type == "RECRUIT"]
    return claim.chain[-1].name if claim.chain else None


@pytest.mark.parametrize(
    "opening",
    [
        "From what he hears, ",
        "From all that he knows, ",
        "But from what he has been told, ",
        "By his account, ",
        "By his own reckoning, ",
        "In his telling, ",
        "As he tells it, ",
        "The way he remembers it, ",
        "To hear him tell it, ",
        "So far as he knows, ",
        "According to his account, ",
    ],
)
def test_the_rest_of_the_sentence_is_his_word(tools: Any, opening: str) -> None:
    assert told(tools, f"{MAN}{opening}{DEED}") == "Bo Aas"


@pytest.mark.parametrize(
    "opening",
    ["In his cellar ", "By his wish, ", "As he sleeps, ", "From what he earns, ", "On his birthday, "],
)
def test_what_opens_a_sentence_without_telling_anything_is_nobodys_word(tools: Any, opening: str) -> None:
    assert told(tools, f"{MAN}{opening}{DEED}") is None


def test_who_is_said_to_say_so_in_what_follows_is_the_source(tools: Any) -> None:
    assert told(tools, f"{MAN}So far as she knows, Ann Lee said, {DEED}") == "Ann Lee"
