"""Adding one document gives what relating all anew gives, and leaves alone what it does not touch."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from builders import claim, document, reading
from test_link import story

from sayso.model import Reading, Relations
from sayso.stages.link import link, relate_one, state_of

OTHER = (
    "The ministry of agriculture said that wheat from the southern valleys was late this year. Heavy rain had kept the "
    "farmers from their fields until the middle of June, and the price of bread rose by a fifth in the capital."
)


def everything() -> list[Reading]:
    """The story and a document about something else."""
    other = document("doc-o", OTHER, day="2022-10-01", outlet="Field Notes")
    told = claim(
        other,
        "the price of bread rose by a fifth in the capital",
        "rose",
        event_type="CONSULT",
        roles=[("source", "bread", "bread")],
    )
    return [*story(), reading(other, told)]


def as_sets(relations: Relations) -> dict[str, set[str]]:
    """All rows, without their order; derivations without scores, as how rare a word is counts in what is looked at."""
    parts = ("documents", "changes", "propositions")
    found = {part: {repr(row) for row in getattr(relations, part)} for part in parts}
    return found | {"derivations": {f"{d.kind} {d.left} {d.left_name} {d.right}" for d in relations.derivations}}


@pytest.mark.parametrize("last", ["doc-b", "doc-c", "doc-d", "doc-o"])
def test_one_more_document_gives_what_all_anew_gives(last: str) -> None:
    held = [r for r in everything() if r.document.id != last]
    (new,) = [r for r in everything() if r.document.id == last]
    by_id = {r.document.id: r for r in held}
    _, relations = relate_one(state_of(held), link(held), new, lambda ids: [by_id[i] for i in ids])
    assert as_sets(relations) == as_sets(link(everything()))


def test_what_is_not_touched_is_not_loaded() -> None:
    held = everything()[:-1]
    asked: list[str] = []

    def load(ids: object) -> list[Reading]:
        asked.extend(ids)  # type: ignore[call-overload]
        return [r for r in held if r.document.id in list(ids)]  # type: ignore[call-overload]

    relate_one(state_of(held), link(held), everything()[-1], load)
    assert asked == []


def test_a_grown_state_finds_what_a_built_one_finds() -> None:
    held = everything()
    grown, _ = relate_one(state_of(held[:-1]), link(held[:-1]), held[-1], lambda ids: [])
    built = state_of(held)
    assert sorted(grown.texts.ids) == sorted(built.texts.ids)
    assert grown.texts.hashes.tolist() == built.texts.hashes.tolist()
    assert sorted(grown.claims.ids) == sorted(built.claims.ids)
