"""What pages are answered from agrees with counting the records themselves, whatever was read, judged or related."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from factory import make_reading
from history import History, Told, told
from sayso.model import Claim, Document, Judgement, Reading
from sayso.stages.judge import EntityMap, by_subject, entity_map, standing, taken_back
from sayso.store import ClaimFilter, Ledger, desk
from sayso.store import graded as graded_columns
from sayso.store.asked import Facet, Order, Review
from sayso.store.connect import connect
from sayso.store.graded import grades_of
from sayso.store.summaries import refresh
from summed import kept_and_anew

MANY = 10_000

# --- counted from the records -----------------------------------------------------------------------------------------


def ways(claim: Claim, judged: dict[str, tuple[Judgement, ...]]) -> set[Review]:
    """How people judged a claim, as its card shows it."""
    _, stands = standing(claim, judged.get(claim.id, ()))
    found: set[Review] = set()
    if stands.status in ("accepted", "rejected"):
        found.add(stands.status)
    if stands.corrections:
        found.add("corrected")
    if stands.status == "disputed" or stands.disputed_fields:
        found.add("disputed")
    return found | ({"reviewed"} if found else {"unreviewed"})


def graded(ledger: Ledger) -> dict[str, tuple[str | None, str | None]]:
    """Claim id -> credibility of its proposition and reliability of its origin, from the records."""
    relations, undone = ledger.relations(), taken_back(ledger.judgements())
    credibility = {g.subject: g.value for g in ledger.grades() if g.scale == "credibility"}
    people = {j.subject: j.value for j in ledger.judgements() if j.action == "grade" and j.id not in undone}
    of = {claim: credibility.get(p.id) for p in relations.propositions for claim in p.claims}
    own = {claim: people.get(o.id, "F") for o in relations.origins for claim in o.claims}
    return {claim.id: (of.get(claim.id), own.get(claim.id)) for claim, _ in told(ledger)}


def fits(
    claim: Claim,
    document: Document,
    wanted: ClaimFilter,
    reviewed: set[Review],
    grades: tuple[str | None, str | None],
) -> bool:
    """Whether a filter asks for a claim."""

    def has(words: str, *texts: str | None) -> bool:
        return any(words.lower() in (text or "").lower() for text in texts)

    period = claim.period
    kinds = {link.kind for link in claim.chain} or {"article"}
    searched = set(f"{claim.content.text} {claim.sentence.text}".lower().replace(",", " ").replace(".", " ").split())
    return all(
        (
            not wanted.event_type or claim.event_type == wanted.event_type,
            not wanted.factuality or claim.factuality == wanted.factuality,
            not wanted.credibility or grades[0] == wanted.credibility,
            not wanted.reliability or grades[1] == wanted.reliability,
            not wanted.document or document.id == wanted.document,
            not wanted.outlet or has(wanted.outlet, document.outlet),
            not wanted.text or set(wanted.text.lower().split()) <= searched,
            not wanted.source or wanted.source in kinds or has(wanted.source, *(link.name for link in claim.chain)),
            not wanted.reviewed or wanted.reviewed in reviewed,
            not wanted.since or (period is not None and (period.end is None or period.end > wanted.since)),
            not wanted.until or (period is not None and (period.start is None or period.start < wanted.until)),
            not wanted.actor
            or any(
                a.entity in (wanted.actor, *wanted.merged) or has(wanted.actor, a.value, a.span.text)
                for a in claim.arguments
            ),
            not wanted.place
            or any(
                p.country == wanted.place if len(wanted.place) == 2 else has(wanted.place, p.name, p.span.text)
                for p in claim.places
            ),
        )
    )


def facet_of(name: Facet, claim: Claim, document: Document, grades: tuple[str | None, str | None]) -> set[str]:
    """The values that a claim counts for."""
    if name in ("credibility", "reliability"):
        return {grade for grade in [grades[name == "reliability"]] if grade}
    if name == "outlet":
        return {document.outlet} if document.outlet else set()
    if name == "source_kind":
        return {link.kind for link in claim.chain} or {"article"}
    if name == "country":
        return {p.country for p in claim.places if p.country}
    return {getattr(claim, name)}


def most(counts: "Counter[str]", name: Facet) -> list[tuple[str, int]]:
    if name in ("credibility", "reliability"):
        return sorted(counts.items())
    return sorted(counts.items(), key=lambda held: (-held[1], held[0]))[:12]


def in_order(found: list[Told], order: Order) -> list[str]:
    keys: dict[Order, Any] = {
        "date": lambda t: 0,
        "newest": lambda t: -t[1].published.start.toordinal() if t[1].published else 1,
        "least_sure": lambda t: t[0].confidence,
        "surest": lambda t: -t[0].confidence,
        "type": lambda t: t[0].event_type,
    }
    return [claim.id for claim, _ in sorted(found, key=keys[order])]


def filters(chance: random.Random, claims: list[Told]) -> Iterator[ClaimFilter]:
    """Filters that find something, and some that may not."""
    yield ClaimFilter()
    for way in get_args(Review):
        yield ClaimFilter(reviewed=way)
    for _ in range(12):
        claim, document = chance.choice(claims)
        given = {
            "event_type": claim.event_type, "factuality": claim.factuality, "outlet": document.outlet,
            "text": " ".join(chance.sample(claim.content.text.replace(",", " ").split(), 2)),
            "source": chance.choice((*(link.name[:4] for link in claim.chain), "named_person", "article")),
            "actor": chance.choice(claim.arguments).span.text[-6:], "place": chance.choice(claim.places).country,
            "since": date(2021, 1, 1), "until": date(2024, 1, 1), "document": document.id,
            "credibility": chance.choice("123456"), "reliability": chance.choice("ABCDEFF"),
        }  # fmt: skip
        asked = chance.sample(sorted(given), chance.choice((1, 1, 2, 3)))
        yield ClaimFilter(**{field: given[field] for field in asked}, reviewed=chance.choice((None, "unreviewed")))  # type: ignore[arg-type]


def check_claims(ledger: Ledger, chance: random.Random) -> None:
    held, judged, grades = list(told(ledger)), by_subject(ledger.judgements()), graded(ledger)
    reviewed = {claim.id: ways(claim, judged) for claim, _ in held}
    claims = [(standing(claim, judged.get(claim.id, ()))[0], document) for claim, document in held]
    for wanted in filters(chance, claims):
        anyhow = [(c, d) for c, d in claims if fits(c, d, replace(wanted, reviewed=None), reviewed[c.id], grades[c.id])]
        found = [(c, d) for c, d in anyhow if not wanted.reviewed or wanted.reviewed in reviewed[c.id]]
        order: Order = chance.choice(get_args(Order))
        asked = ledger.ask(desk.ask_claims, replace(wanted, order=order, limit=7, offset=3))
        assert asked.total == len(found) == ledger.count_claims(wanted)
        assert [row.claim.id for row in asked.rows] == in_order(found, order)[3:10]
        for name, values in asked.facets.items():
            values_of = [facet_of(name, c, d, grades[c.id]) for c, d in found]
            counted = most(Counter(value for held in values_of for value in held), name)
            assert [(v.value, v.claims) for v in values] == counted, name
        shown = ledger.ask(grades_of, [row.claim.id for row in asked.rows])
        assert {key: (g.credibility, g.reliability) for key, g in shown.items()} == {key: grades[key] for key in shown}
        by_way = Counter(way for claim, _ in anyhow for way in reviewed[claim.id])
        assert {v.value: v.claims for v in asked.reviewed} == dict(by_way)


def check_entities(ledger: Ledger) -> None:
    people: EntityMap = entity_map(ledger.judgements())
    claims, documents, roles, names = defaultdict(set), defaultdict(set), defaultdict(set), defaultdict(set)
    for claim, document in told(ledger):
        for argument in claim.arguments:
            if entity := people.of(argument.entity, argument.span.text):
                names[argument.span.text, argument.entity].add(claim.id)
                claims[entity].add(claim.id)
                documents[entity].add(document.id)
                roles[entity].add(argument.role)
    held = ledger.ask(desk.entities, merged=people.merged, split=people.split, limit=10_000)
    assert held.total == len(claims) == len(held.rows)
    assert [(r.entity, r.claims, r.documents, set(r.roles.split(","))) for r in held.rows] == [
        (e, len(claims[e]), len(documents[e]), roles[e]) for e in sorted(claims, key=lambda e: (-len(claims[e]), e))
    ]
    for entity in list(claims)[:5]:
        known = ledger.ask(desk.entity, entity, merged=people.merged, split=people.split, claims=MANY, names=MANY)
        assert known is not None
        assert set(known.claims) == claims[entity]
        assert known.row in held.rows
        assert {(n.words, n.entity): n.claims for n in known.names} == {
            key: len(ids) for key, ids in names.items() if people.of(key[1], key[0]) == entity
        }
    assert ledger.ask(desk.entity, "nobody", merged=people.merged, split=people.split) is None


def check_voices(ledger: Ledger) -> None:
    cited: Counter[tuple[str, str]] = Counter()
    claims: Counter[tuple[str, str]] = Counter()
    documents = defaultdict(set)
    for reading in ledger.readings():
        of = Counter(claim.attribution for claim in reading.claims)
        for attribution in reading.attributions:
            voice = attribution.voice.kind, attribution.voice.name
            cited[voice] += 1
            claims[voice] += of[attribution.id]
            documents[voice].add(reading.document.id)
    held = {(r.kind, r.name): (r.attributions, r.claims, r.documents) for r in ledger.sources(limit=10_000)}
    assert held == {voice: (cited[voice], claims[voice], len(documents[voice])) for voice in cited}


def check_origins(ledger: Ledger) -> None:
    relations = ledger.relations()
    of = {claim: p for p in relations.propositions for claim in p.claims}
    sides = {side for p in relations.propositions for c in p.contradictions for side in (c.left, c.right)}
    counted = {}
    for origin in relations.origins:
        told_ = {of[c].id: of[c] for c in origin.claims if c in of}
        alone = sum(p.origins.at_most == 1 for p in told_.values())
        sure = sum(p.origins.at_least > 1 for p in told_.values())
        counted[origin.id] = len(set(origin.claims)), len(told_), alone, sure, len(sides & set(origin.claims))
    rows = ledger.ask(desk.origin_rows, limit=10_000)
    assert {r.id: (r.claims, r.propositions, r.alone, r.corroborated, r.contradicted) for r in rows} == counted


def check(ledger: Ledger, chance: random.Random) -> None:
    check_claims(ledger, chance)
    check_entities(ledger)
    check_voices(ledger)
    check_origins(ledger)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens_the_counts_are_those_of_the_records(tmp_path: Path, seed: int) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        history = History(ledger, seed)
        for _ in range(3):
            history.read()
        for _ in range(3):
            happens = [history.read, history.read_again, history.relate, *[history.judge] * 9]
            history.chance.shuffle(happens)
            for happen in happens:
                happen()
            check(ledger, history.chance)


def test_worked_out_anew_they_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        history = History(ledger, 7)
        for happen in (history.read, history.read, history.relate, history.read_again, history.relate, history.judge):
            happen()
    monkeypatch.setattr(graded_columns, "AT_ONCE", 1)  # documents a question: the first time it was all of them
    kept, anew = kept_and_anew(tmp_path / "test.db")
    assert all(kept.values())
    assert kept == anew


ORIGINS, PROPOSITIONS, CLAIMS = ("o-1", "o-2", "o-3"), ("p-1", "p-2", "p-3", "p-4"), tuple("abcdefgh")


def row_by_lot(chance: random.Random) -> tuple[str, tuple[Any, ...]]:
    """A row of origins and propositions that comes, goes or changes; claims in no proposition are among them."""
    origin, proposition = chance.choice(ORIGINS), chance.choice(PROPOSITIONS)
    claim, other, number = chance.choice(CLAIMS), chance.choice(CLAIMS), chance.randrange(100)
    fewest = chance.choice((1, 1, 2))
    comes = (
        ("INSERT OR IGNORE INTO origin (n, id, name, kind, held, reasons) VALUES (?, ?, ?, 'outlet', 0, '[]')",
         (number, origin, f"name {number}")),
        ("INSERT OR IGNORE INTO origin_claims SELECT id, ?, ? FROM origin WHERE id = ? "
         "AND NOT EXISTS (SELECT 1 FROM origin_claims WHERE origin = ? AND value = ?)",
         (number, claim, origin, origin, claim)),
        ("INSERT OR IGNORE INTO proposition (n, id, title, event_type, reports, outlets, origins_at_least, "
         "origins_at_most, origins_reasons, origin_ids, reasons) VALUES (?, ?, '', '', 1, 1, ?, ?, '', '', '')",
         (number, proposition, fewest, fewest + number % 2)),
        ("INSERT OR IGNORE INTO proposition_claims SELECT id, ?, ? FROM proposition WHERE id = ? "
         "AND NOT EXISTS (SELECT 1 FROM proposition_claims WHERE value = ?)", (number, claim, proposition, claim)),
        ('INSERT OR IGNORE INTO proposition_contradictions (proposition, n, "left", "right", about, difference, '
         "denial, reasons) SELECT id, ?, ?, ?, 'figure', 'fact', 0, '[]' FROM proposition WHERE id = ?",
         (number, claim, other, proposition)),
    )  # fmt: skip
    goes = (
        ("DELETE FROM origin WHERE id = ?", (origin,)),
        ("UPDATE origin SET name = ?, held = 1 WHERE id = ?", (f"name {number}", origin)),
        ("DELETE FROM origin_claims WHERE value = ?", (claim,)),
        ("DELETE FROM proposition WHERE id = ?", (proposition,)),
        ("UPDATE proposition SET origins_at_least = ?, origins_at_most = ? WHERE id = ?",
         (fewest, fewest + number % 2, proposition)),
        ("UPDATE proposition SET origins_at_least = ? WHERE id = ?", (fewest, proposition)),
        ("DELETE FROM proposition_claims WHERE value = ?", (claim,)),
        ("DELETE FROM proposition_contradictions WHERE n % 3 = ?", (number % 3,)),
    )  # fmt: skip
    return chance.choice(comes if chance.random() < 0.7 else goes)


def counted_origins(connection: Any) -> list[tuple[Any, ...]]:
    """The totals of origins, counted over all claims of each."""
    held = {row.id: row for row in connection.exec_driver_sql("SELECT * FROM proposition")}
    of = dict(tuple(row) for row in connection.exec_driver_sql("SELECT value, proposition FROM proposition_claims"))
    pairs = connection.exec_driver_sql('SELECT "left", "right" FROM proposition_contradictions')
    sides = {side for pair in pairs for side in pair}
    claims: dict[str, set[str]] = defaultdict(set)
    for origin, claim in connection.exec_driver_sql("SELECT origin, value FROM origin_claims"):
        claims[origin].add(claim)
    found = []
    for row in connection.exec_driver_sql("SELECT id, name, kind, held FROM origin"):
        told_ = [held[key] for key in {of[claim] for claim in claims[row.id] if claim in of}]
        alone, sure = sum(p.origins_at_most == 1 for p in told_), sum(p.origins_at_least > 1 for p in told_)
        if claims[row.id]:
            found.append((*row, len(claims[row.id]), len(told_), alone, sure, len(sides & claims[row.id])))
    return sorted(found)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_totals_of_origins_follow_every_row_that_comes_or_goes(tmp_path: Path, seed: int) -> None:
    chance, seen = random.Random(seed), set()
    Ledger.open(tmp_path / "test.db").close()
    engine = connect(tmp_path / "test.db")
    for _ in range(120):
        with engine.begin() as connection:
            for _ in range(chance.choice((1, 2, 10))):
                connection.exec_driver_sql(*row_by_lot(chance))
            refresh(connection)
            found = sorted(tuple(row) for row in connection.exec_driver_sql("SELECT * FROM origin_total"))
            assert found == counted_origins(connection)
            seen |= {n for row in found for n, count in enumerate(row[4:]) if count}
    engine.dispose()
    assert seen == {0, 1, 2, 3, 4}, "every count was more than none at some time"
    kept, anew = kept_and_anew(tmp_path / "test.db")
    assert kept == anew


def test_a_write_that_fails_changes_no_count(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        reading = make_reading(claims=2)
        ledger.add(reading.document)
        ledger.put_reading(reading)
        twice = replace(reading, claims=(*reading.claims, reading.claims[0]), read_by="fails")
        with pytest.raises(Exception, match="UNIQUE"):
            ledger.put_reading(twice)
        assert ledger.count_claims() == 2
        assert [row.claims for row in ledger.ask(desk.entities).rows] == [2]


def test_a_ledger_without_claims_has_empty_pages(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        for wanted in (ClaimFilter(), ClaimFilter(text="a", actor="b", place="c", source="d", outlet="e")):
            for order in get_args(Order):
                asked = ledger.ask(desk.ask_claims, replace(wanted, order=order))
                assert (asked.total, asked.rows, asked.reviewed) == (0, (), ())
                assert not any(asked.facets.values())
        assert ledger.ask(desk.entities) == desk.Entities(total=0, rows=())


def test_readings_of_one_document_count_once(tmp_path: Path) -> None:
    reading: Reading = make_reading(claims=3)
    with Ledger.open(tmp_path / "test.db") as ledger:
        ledger.add(reading.document)
        for version in ("1", "2", "3"):
            ledger.put_reading(replace(reading, read_by=version))
        assert ledger.count_claims() == 3
        assert totals(ledger.sources()) == [(1, 3, 1)]


def totals(rows: Iterable[Any]) -> list[tuple[int, int, int]]:
    return [(row.attributions, row.claims, row.documents) for row in rows]
