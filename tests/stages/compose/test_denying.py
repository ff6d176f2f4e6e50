"""On whose word it rests that something did not happen."""

from typing import Any

import pytest

from sayso.pipeline import read
from sayso.stages.ingest import from_record


@pytest.mark.parametrize(
    ("text", "event_type", "chain"),
    [
        ("Norway's embassy dismissed as false a report that it recruits students into the army.", "RECRUIT",
         ["Norway's embassy"]),
        ("Norway's defence ministry rejected the charge by President Dahl that it recruits students for its army.",
         "RECRUIT", ["ministry"]),
        ("The Gazette said that the army denied a report by Reuters that it had recruited students.", "RECRUIT",
         ["Gazette", "army"]),
        ("The army denied that it had recruited students.", "RECRUIT", ["army"]),
        # who tells what is not denied keeps it
        ("The army denied a report by Reuters and recruited students.", "RECRUIT", []),
        ("The army, which recruited students, denied the report.", "RECRUIT", []),
    ],
)  # fmt: skip
def test_what_is_denied_ends_with_who_denies(text: str, event_type: str, chain: list[str], tools: Any) -> None:
    claims = read(from_record({"id": "a", "text": text, "published": "2026-02-01"})[0], tools).claims
    assert [[link.name for link in c.chain] for c in claims if c.event_type == event_type] == [chain]
