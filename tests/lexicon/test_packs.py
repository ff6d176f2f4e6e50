"""Packs are checked when they are read, and say which field is wrong."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.lexicon.packs import build_pack, event_type, load_packs
from sayso.lexicon.triggers import TriggerError, parse_trigger

MINIMAL = """
name = "mine"
version = "1"
title = "Mine"
[types.STEAL]
parent = "COERCE"
quad = "material_conflict"
definition = "Somebody takes what is not theirs."
covers = ["theft"]
does_not_cover = []
examples = ["The guard stole the grain."]
requires = ["thief"]
roles.thief = { definition = "who", slots = ["subject"] }
[[types.STEAL.triggers]]
pos = "verb"
words = ["steal, make off with +grain"]
"""
EXTENSION = """
RECRUIT CONTACT OFFER TRANSFER TRAIN DEPLOY FLEE ABANDON EVACUATE DETAIN KILL WOUND BAN PROSECUTE FINANCE RECOGNISE DENY
DISCHARGE WITHHOLD MISSING SEARCH VERIFY
"""


def test_plover_is_always_there_and_last() -> None:
    assert [pack.name for pack in load_packs(["foreign_fighters"])] == ["foreign_fighters", "plover"]
    assert [pack.name for pack in load_packs([])] == ["plover"]


def test_plover_has_its_sixteen_types() -> None:
    assert len(load_packs([])[0].types) == 16


@pytest.mark.parametrize("name", EXTENSION.split())
def test_the_declared_extension_is_there(name: str) -> None:
    found = event_type(load_packs(["foreign_fighters"]), name)
    assert found is not None
    assert event_type(load_packs([]), found.parent) is not None


@pytest.mark.parametrize("pack", load_packs(["foreign_fighters", "arms_transfers"]), ids=lambda pack: pack.name)
def test_every_type_is_documented_in_its_file(pack) -> None:
    for kind in pack.types:
        assert kind.definition, kind.name
        assert kind.covers, kind.name
        assert kind.does_not_cover, kind.name
        assert kind.examples, kind.name
        assert kind.triggers > 0, kind.name


def test_a_pack_given_by_path_works(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINIMAL, encoding="utf-8")
    assert load_packs([str(path)])[0].types[0].name == "STEAL"


def test_an_unknown_pack_is_named_with_those_that_ship() -> None:
    with pytest.raises(SettingsError, match=r"pack nowhere: .*foreign_fighters"):
        load_packs(["nowhere"])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (('quad = "material_conflict"', 'quad = "loud"'), "types.STEAL.quad"),
        (('pos = "verb"', 'pos = "adverb"'), "types.STEAL.triggers.0.pos"),
        (("requires = [", 'requires = ["nobody", '), "types.STEAL.requires"),
        (("steal,", "steal @nothing,"), "types.STEAL.triggers.0.words"),
        (("[types.STEAL]", "[types.steal]"), "types.steal"),
        (('title = "Mine"', "title = 3"), "title"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, change: tuple[str, str], field: str) -> None:
    text = MINIMAL.replace(*change)
    if "steal]" in change[1]:
        text = text.replace("types.STEAL", "types.steal")
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_packs([str(path)])
    assert field in str(caught.value)


def test_a_role_in_slots_must_exist() -> None:
    import tomllib

    raw = tomllib.loads(MINIMAL + 'slots = { object = "loot" }\n')
    with pytest.raises(SettingsError, match=r"triggers\.0\.slots\.object"):
        build_pack(raw, where="mine")


def test_a_slot_names_several_roles_and_a_kind_of_its_own() -> None:
    import tomllib

    raw = tomllib.loads(MINIMAL + 'slots = { object = "loot:any|thief" }\n')
    raw["types"]["STEAL"]["roles"]["loot"] = {"definition": "what", "kind": "thing"}
    slots = build_pack(raw, where="mine").index["verb", "steal"][0].slots
    assert slots["object"] == (("loot", "any"), ("thief", "any"))
    raw["types"]["STEAL"]["triggers"][0]["slots"]["object"] = "loot:gold"
    with pytest.raises(SettingsError, match="there is no kind `gold`"):
        build_pack(raw, where="mine")


def test_an_entry_can_ask_for_no_subject_at_all() -> None:
    entry = parse_trigger("tell +somebody -^+*", event_type="X", pos="verb", slots={}, classes={})
    assert [(part.kind, sorted(part.words), part.absent) for part in entry.parts][1] == ("subject", [], True)


@pytest.mark.parametrize("entry", ["", "+only", "^@only", "agree ~perhaps", "sign @unknown"])
def test_notation_is_checked(entry: str) -> None:
    with pytest.raises(TriggerError):
        parse_trigger(entry, event_type="X", pos="verb", slots={}, classes={})


def test_an_entry_can_ask_for_a_subject_or_none_such() -> None:
    entry = parse_trigger("arrive ^+troop in -^+envoy", event_type="X", pos="verb", slots={}, classes={})
    assert [(part.kind, sorted(part.words), part.absent) for part in entry.parts] == [
        ("subject", ["troop"], False),
        ("word", ["in"], False),
        ("subject", ["envoy"], True),
    ]


def test_specific_triggers_come_first() -> None:
    entries = load_packs([])[0].index["verb", "sign"]
    assert [t.weight for t in entries] == sorted((t.weight for t in entries), reverse=True)
