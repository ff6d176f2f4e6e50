"""The picture that is kept is the one that all readings together give, whatever was read, judged or related."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from alembic import command

from factory import make_reading
from history import History
from sayso.lexicon.facets import Facet
from sayso.lexicon.packs import load_packs
from sayso.model import Reading
from sayso.run.drawing import facets_id, redraw
from sayso.run.judged import judged_reading_of, slim_readings
from sayso.settings import Settings
from sayso.stages.picture import UNSAYABLE
from sayso.stages.picture.scope import scope
from sayso.store import Ledger, migrate, write
from sayso.store.connect import connect
from sayso.store.load import plain
from sayso.store.picture_rows import waiting
from sayso.store.pictured import Pictured, drawn
from sayso.views.library import Library
from sayso.views.picture import collect, picture

FACETS = tuple(facet for pack in load_packs(Settings().packs) for facet in pack.facets)
MANY = 100_000


def whole(ledger: Ledger) -> list[Reading]:
    """All readings, as people left them."""
    read = judged_reading_of(ledger)
    return [reading for key in ledger.document_ids() if (reading := read(key)) is not None]


def within(reading: Reading, since: date | None, until: date | None) -> bool:
    published = reading.document.published
    if published is None:
        return since is None and until is None
    return (since is None or published.end > since) and (until is None or published.start < until)


def check(
    ledger: Ledger,
    facets: Iterable[Facet],
    since: date | None,
    until: date | None,
    drive: frozenset[str] = frozenset(),
    *,
    rest: bool = True,
) -> int:
    """Compare what is kept with what all readings give, of a drive of these claims or of the rest beside it; how many
    edges there are."""
    everything = whole(ledger)
    readings = [reading for reading in everything if within(reading, since, until)]
    library = Library(readings, ledger.relations())
    scopes = [scope(reading.claims, facets) for reading in readings]
    own = frozenset(claim for each in scopes for claim in each.alone) - drive if rest else drive
    wanted = frozenset(claim for each in scopes for claim in each.of(own))
    rows, flows = picture(library, tuple(facets), wanted)
    collected = collect((claim for claim in library.claims.values() if claim.id in wanted), tuple(facets))
    documents = frozenset(r.document.id for r in everything if any(c.id in drive for c in r.claims))
    of = Pictured(claims=drive, documents=documents, rest=rest)
    claims = {(facet.name, name): len(set(ids)) for (facet, name), ids in collected.items()}
    kept, edges, totals = ledger.ask(
        drawn, {f.name: f.drawn for f in facets}, of=of, since=since, until=until, only=None, limit=MANY, offset=0,
        entries=MANY, unsayable=UNSAYABLE,
    )  # fmt: skip
    assert [
        (e.facet, e.name, e.reports, e.at_least, e.at_most, {*e.firmness}, e.claims) for e in kept
    ] == [
        (r.facet, r.name, r.reports, r.origins.at_least, r.origins.at_most, {*r.firmness}, claims[r.facet, r.name])
        for r in rows
    ]  # fmt: skip
    for entry, row in zip(kept, rows, strict=True):
        assert [(c.claim, c.document, c.quote) for c in entry.cited] == [
            (c.claim, c.document, c.quote) for c in row.citations[:3]
        ]
    assert {
        (e.left_facet, e.left, e.right_facet, e.right): (e.reports, e.at_least, e.at_most) for e in edges
    } == {
        (f.left_facet, f.left, f.right_facet, f.right): (f.reports, f.origins.at_least, f.origins.at_most)
        for f in flows
    }  # fmt: skip
    assert sum(totals.values()) == len(rows)
    return len(edges)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_kept_is_what_all_readings_give(tmp_path: Path, seed: int) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        history = History(ledger, seed)
        for _ in range(4):
            history.read()
        for _ in range(3):
            happens = [history.read, history.read_again, *[history.judge] * 9]
            history.chance.shuffle(happens)
            for happen in happens:
                happen()
            redraw(ledger, FACETS)
            history.relate()
            assert check(ledger, FACETS, None, None) > 10
            check(ledger, FACETS, date(2021, 1, 1), None)
            check(ledger, FACETS, date(2021, 1, 1), date(2023, 1, 1))
            told = [claim for reading in whole(ledger) for claim in reading.claims]
            drive = frozenset(claim.id for claim in history.chance.sample(told, len(told) // 3))
            assert check(ledger, FACETS, None, None, drive, rest=False) > 0
            assert check(ledger, FACETS, None, None, drive) > 0
            check(ledger, FACETS, date(2021, 1, 1), date(2023, 1, 1), drive)


def test_only_what_changed_is_drawn_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        history = History(ledger, 3)
        for _ in range(4):
            history.read()
        assert redraw(ledger, FACETS) == 4
        assert redraw(ledger, FACETS) == 0
        history.relate()
        assert redraw(ledger, FACETS) == 0
        history.read_again()
        assert redraw(ledger, FACETS) == 1
        assert redraw(ledger, FACETS[:3]) == 4
        assert len(ledger.ask(waiting, facets_id(FACETS))) == 4


def test_readings_at_hand_draw_the_same_as_the_ledger(tmp_path: Path) -> None:
    pictures = []
    for name in ("read", "at hand"):
        with Ledger.open(tmp_path / f"{name}.db") as ledger:
            history = History(ledger, 5)
            for _ in range(5):
                history.read()
            for _ in range(9):
                history.judge()
            known = tuple(slim_readings(ledger)) if name == "at hand" else ()
            assert redraw(ledger, FACETS, known) == 5
            assert check(ledger, FACETS, None, None) > 10
            asked = "SELECT document, claims, firmness, entries FROM drawn_document ORDER BY document"
            pictures.append(ledger.ask(plain, asked))
    assert pictures[0] == pictures[1]


def test_a_page_of_one_facet_is_part_of_the_whole(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        history = History(ledger, 4)
        for _ in range(6):
            history.read()
        redraw(ledger, FACETS)
        history.relate()
        asked = {
            "since": None,
            "until": None,
            "entries": 9,
            "unsayable": UNSAYABLE,
            "only": "numbers",
            "of": Pictured(),
        }
        whole, edges, totals = ledger.ask(drawn, {"numbers": False}, limit=MANY, offset=0, **asked)
        assert not edges
        assert totals == {"numbers": len(whole)}
        pages = [ledger.ask(drawn, {"numbers": False}, limit=5, offset=n, **asked)[0] for n in range(0, len(whole), 5)]
        assert [entry for page in pages for entry in page] == whole


def test_an_empty_ledger_has_an_empty_picture(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        assert check(ledger, FACETS, None, None) == 0


def test_a_reading_without_claims_waits_until_it_is_drawn(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        reading = make_reading(claims=0)
        ledger.add(reading.document)
        assert ledger.ask(waiting, facets_id(FACETS)) == ()
        ledger.put_reading(reading)
        assert ledger.ask(waiting, facets_id(FACETS)) == (reading.document.id,)
        assert redraw(ledger, FACETS) == 1
        assert ledger.ask(waiting, facets_id(FACETS)) == ()
        assert ledger.ask(waiting, "other facets") == (reading.document.id,)


def test_readings_that_were_not_drawn_in_an_older_version_wait(tmp_path: Path) -> None:
    reading = make_reading(claims=0)
    engine = connect(tmp_path / "old.db")
    with engine.begin() as connection:
        command.upgrade(migrate.config(connection), "0010")
        write.put_document(connection, reading.document)
        write.put_reading(connection, reading, "0")
    engine.dispose()
    with Ledger.open(tmp_path / "old.db") as ledger:
        assert ledger.ask(waiting, facets_id(FACETS)) == (reading.document.id,)
