"""Relating one more document gives what relating everything anew gives, and leaves alone what it does not touch."""

import random
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import event

import sayso
from sayso.lexicon.packs import load_packs
from sayso.model import Claim, Judgement, Layer, Problem, Reading, Relations
from sayso.pipeline import read, relate
from sayso.run import judged, relating
from sayso.run.around import AroundLedger
from sayso.run.relating import relate_all, relate_anew, relate_new
from sayso.settings import Settings
from sayso.stages.ingest import ingest
from sayso.stages.link.link import link
from sayso.stages.link.memory import Memory
from sayso.stages.link.slim import slim
from sayso.store import Ledger, write
from sayso.tools import load_tools
from shared import loaded
from summed import kept_and_anew

stories = loaded(Path(__file__).parents[2] / "bench/stories.py")
"""The made-up reporting of the benches."""
SETTINGS = Settings()
PACKS = load_packs(SETTINGS.packs)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "one.db") as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "other.db") as opened:
        yield opened


def put(ledger: Ledger, readings: Iterable[Reading]) -> None:
    for reading in readings:
        ledger.add(reading.document)
        ledger.put_reading(reading)


def reports(count: int, seed: int, *, by_date: bool = True) -> list[Reading]:
    made = list(stories.readings(count, seed=seed))
    if by_date:
        return sorted(made, key=lambda r: (r.document.published.start, r.document.id))
    random.Random(seed).shuffle(made)
    return made


def rows(relations: Relations) -> dict[str, set[str]]:
    """All rows without their order; without what rests on how rare a word is (scores, stories) and, of origins, the
    reason that was met first: documents related earlier keep what they had then."""
    return {
        "documents": {repr(replace(d, story=None)) for d in relations.documents},
        "derivations": {f"{d.kind} {d.left} {d.left_name} {d.right}" for d in relations.derivations},
        "changes": {repr(c) for c in relations.changes},
        "origins": {f"{o.id} {o.name} {o.kind} {o.held} {sorted(o.claims)}" for o in relations.origins},
        "propositions": {repr(p) for p in relations.propositions},
    }


def one_by_one(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for reading in readings:
        put(ledger, [reading])
        assert ledger.unrelated() == [reading.document.id]
        assert relate_new(ledger, PACKS, [reading.document.id])
        assert not ledger.needs_relating()


@pytest.mark.parametrize(("seed", "by_date"), [(2, True), (5, True), (3, False), (9, False)])
def test_one_by_one_gives_what_all_at_once_gives(ledger: Ledger, other: Ledger, seed: int, by_date: bool) -> None:
    made = reports(36, seed, by_date=by_date)
    put(ledger, made[:28])
    relate_anew(ledger, PACKS)
    one_by_one(ledger, made[28:])
    put(other, made)
    relate_anew(other, PACKS)
    found, wanted = rows(ledger.relations()), rows(other.relations())
    assert {part: found[part] ^ wanted[part] for part in found} == {part: set() for part in found}
    assert len(wanted["propositions"]) > 30
    assert {(g.subject, g.scale, g.value) for g in ledger.grades()} == {
        (g.subject, g.scale, g.value) for g in other.grades()
    }
    kept, anew = kept_and_anew(ledger.path)
    assert kept == anew


def test_texts_are_asked_for_without_what_was_read_in_them(ledger: Ledger) -> None:
    made = reports(6, seed=2)
    put(ledger, made)
    around = AroundLedger(ledger)
    around.readings([made[0].document.id])
    wanted = {reading.document.id for reading in made[:4]}
    found = around.documents({*wanted, "doc-nowhere"})
    assert {document.id: document.text for document in found} == {r.document.id: r.document.text for r in made[:4]}
    assert [reading.document.id for reading in around.remembered()] == [made[0].document.id]


def test_relating_anew_makes_all_of_it_so(ledger: Ledger, other: Ledger) -> None:
    made = reports(30, seed=3, by_date=False)
    put(ledger, made[:24])
    relate_anew(ledger, PACKS)
    one_by_one(ledger, made[24:])
    relate_all(ledger, SETTINGS, anew=True)
    put(other, made)
    relate_anew(other, PACKS)
    assert ledger.relations() == other.relations()
    assert ledger.grades() == other.grades()


def test_what_is_not_touched_is_neither_read_nor_written(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of another world: names and words are others, but for verbs and the like."""
    put(ledger, reports(30, seed=4))
    relate_anew(ledger, PACKS)
    before = ledger.relations()
    asked: set[str] = set()
    plain = AroundLedger.readings

    def spied(self: AroundLedger, documents: Iterable[str]) -> Sequence[Reading]:
        wanted = sorted(documents)
        asked.update(wanted)
        return plain(self, wanted)

    monkeypatch.setattr(AroundLedger, "readings", spied)
    (stranger,) = stories.readings(1, seed=78)
    one_by_one(ledger, [stranger])
    assert len(asked) < len(before.documents)
    after = ledger.relations()
    assert set(before.documents) < set(after.documents)
    assert set(before.derivations) <= set(after.derivations)
    assert set(before.propositions) < set(after.propositions)


def with_condition(reading: Reading) -> Reading:
    """The reading with its first claim as what would follow."""
    first, *others = reading.claims
    modal = Layer(factuality="possible", sort="modal", span=first.trigger)
    condition = Layer(factuality="possible", sort="condition", span=first.trigger)
    return replace(reading, claims=(replace(first, layers=(modal, condition)), *others))


def test_a_ledger_relates_what_would_follow_as_readings_in_memory_do(ledger: Ledger) -> None:
    made = [with_condition(reading) for reading in reports(12, seed=6)]
    put(ledger, made)
    relate_anew(ledger, PACKS)
    assert set(ledger.relations().propositions) == set(relate(made, PACKS).propositions)
    assert set(ledger.relations().propositions) != set(relate(reports(12, seed=6), PACKS).propositions)


def leaner(claim: Claim) -> Claim:
    return replace(claim, hedges=(), reasons=(), layers=tuple(y for y in claim.layers if y.sort == "condition"))


def test_readings_fetched_many_at_a_time_are_those_fetched_one_by_one(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [with_condition(reading) for reading in reports(8, seed=6)]
    problem = Problem(severity="warning", code="read.language", where="a", found="it is Norwegian", advice="none")
    made[3] = replace(made[3], problems=(problem,))
    put(ledger, made)
    rejected = made[0].claims[0].id
    when = datetime(2026, 1, 2, tzinfo=UTC)
    ledger.judge(Judgement(id="j-1", at=when, by="Ann", action="reject", subject=rejected, reason="misread"))
    monkeypatch.setattr(judged, "AT_ONCE", 3)
    found = list(judged.slim_readings(ledger))
    whole = [read for key in ledger.document_ids() if (read := judged.judged_reading_of(ledger)(key))]
    assert found == [slim(reading) for reading in whole]
    briefed = [(r.document, r.claims, r.sentences, r.problems) for r in judged.briefed_readings(ledger)]
    lean = [replace(r, claims=tuple(map(leaner, r.claims))) for r in whole]
    assert briefed == [(r.document, r.claims, r.sentences, r.problems) for r in lean]
    assert any(r.problems for r in whole)
    assert len(found) == 8
    assert rejected not in {claim.id for reading in found for claim in reading.claims}
    layers = [layer.sort for reading in found for claim in reading.claims for layer in claim.layers]
    assert set(layers) == {"condition"}


def test_what_is_written_some_at_a_time_is_what_is_written_at_once(
    ledger: Ledger, other: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (ledger, other):
        put(each, reports(12, seed=4))
    relate_anew(ledger, PACKS)
    monkeypatch.setattr(write, "AT_ONCE", 3)
    relate_anew(other, PACKS)
    assert ledger.relations() == other.relations()
    assert ledger.grades() == other.grades()
    assert len(ledger.relations().propositions) > write.AT_ONCE
    assert not relate_anew(other, PACKS)


def test_a_small_ledger_is_related_anew(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    made = reports(12, seed=4)
    put(ledger, made[:-1])
    relate_all(ledger, SETTINGS)
    monkeypatch.setattr(relating, "relate_new", lambda *values: pytest.fail("related one by one"))
    put(ledger, made[-1:])
    assert relate_all(ledger, SETTINGS)


def test_a_large_one_takes_a_new_document_alone(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relating, "LARGE", 5)
    made = reports(12, seed=4)
    put(ledger, made[:-1])
    relate_all(ledger, SETTINGS)
    monkeypatch.setattr(relating, "relate_anew", lambda *values: pytest.fail("related anew"))
    put(ledger, made[-1:])
    assert relate_all(ledger, SETTINGS)
    assert not ledger.needs_relating()
    assert {d.document for d in ledger.relations().documents} == {r.document.id for r in made}


def test_what_is_remembered_from_fewer_readings_changes_nothing() -> None:
    made = reports(30, seed=5)
    memory: Memory = {}
    link(made[:24], memory=memory)
    known = set(memory)
    assert {kind for kind, *_ in known} == {"words", "laid", "gist", "topic", "signature", "same"}
    assert link(made, memory=memory) == link(made)
    assert known < set(memory)


def asked_of(ledger: Ledger) -> list[str]:
    """Every statement that SQLite is given from now on, with its values."""
    asked: list[str] = []

    def traced(connection: sqlite3.Connection, _: object) -> None:
        connection.set_trace_callback(asked.append)

    event.listen(ledger._engine, "connect", traced)
    ledger.close()  # connections are made anew
    return asked


NOT_LARGE = re.compile(
    r"SCAN (stale|judgement|\(subquery-\d+\)|json_each|role|value|one|gone|\w+ VIRTUAL TABLE|main\.\w+_text_config"
    r"|CONSTANT ROW)(?!\w)"
)
"""Scans of what one transaction touched, of what people decided, and of lists that the statement was given."""
COUNTED = re.compile(
    r"SCAN (link_document|document_relation|document) USING COVERING INDEX "
    r"(sqlite_autoindex_link_document_1|document_relation_by_n|document_by_outlet)"
)
"""How many documents and which outlets there are, from an index alone: a hundredth of a second in 100,000."""


def test_one_more_document_looks_at_no_table_as_a_whole(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relating, "LARGE", 5)
    made = reports(24, seed=4)
    put(ledger, made[:-4])
    relate_all(ledger, SETTINGS)
    asked = asked_of(ledger)
    for reading in made[-4:]:
        put(ledger, [reading])
        assert relate_all(ledger, SETTINGS)
    held = sqlite3.connect(ledger.path)
    verbs = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
    statements = {re.sub(r"'[^']*'|\d+", "?", each): each for each in asked if each.lstrip().startswith(verbs)}
    assert len(statements) > 60
    scans = {
        (step, " ".join(statement.split())[:120])
        for statement in statements.values()
        for *_, step in held.execute("EXPLAIN QUERY PLAN " + statement)
        if step.startswith("SCAN ") and not NOT_LARGE.match(step) and not COUNTED.match(step)
    }
    held.close()
    assert sorted(scans) == []


def test_a_judgement_or_another_reading_leads_to_all_anew(ledger: Ledger) -> None:
    made = reports(10, seed=4)
    put(ledger, made)
    assert ledger.unrelated() is None
    relate_all(ledger, SETTINGS)
    assert ledger.unrelated() == []
    at = datetime(2026, 11, 27, tzinfo=UTC)
    claim = made[0].claims[0].id
    ledger.judge(Judgement(id="j-1", subject=claim, action="reject", by="ana", at=at))
    assert ledger.unrelated() is None
    relate_all(ledger, SETTINGS)
    assert ledger.unrelated() == []
    put(ledger, [replace(made[1], claims=made[1].claims[1:])])
    assert ledger.unrelated() is None


def test_a_touch_that_leads_on_and_on_ends_in_all_anew(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relating, "LARGE", 5)
    monkeypatch.setattr("sayso.stages.link.incremental.ROUNDS", 0)
    made = reports(12, seed=4)
    put(ledger, made[:-1])
    relate_all(ledger, SETTINGS)
    put(ledger, made[-1:])
    assert relate_all(ledger, SETTINGS)
    assert {d.document for d in ledger.relations().documents} == {r.document.id for r in made}
    assert ledger.unrelated() == []


@pytest.mark.parametrize("seed", [1, 2])
def test_the_sample_corpus_in_any_order(ledger: Ledger, other: Ledger, seed: int) -> None:
    made = sample()
    random.Random(seed).shuffle(made)
    put(ledger, made[:-3])
    relate_anew(ledger, PACKS)
    one_by_one(ledger, made[-3:])
    put(other, made)
    relate_anew(other, PACKS)
    found, wanted = rows(ledger.relations()), rows(other.relations())
    assert {part: found[part] ^ wanted[part] for part in found} == {part: set() for part in found}


@cache
def sample_readings() -> tuple[Reading, ...]:
    """The sample corpus that ships, read by rules; each document once."""
    tools = load_tools(Settings(attribution="rules"))
    found: dict[str, Reading] = {}
    for path in sorted((Path(sayso.__file__).parent / "data/sample/articles").iterdir()):
        for document, _ in ingest(path.read_bytes(), name=path.name, max_bytes=10**7).documents:
            found[document.id] = read(document, tools)
    return tuple(found.values())


def sample() -> list[Reading]:
    return list(sample_readings())
