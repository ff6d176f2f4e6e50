"""A document that was read and related in earnest is taken out, and what is left is as if it had never been there."""

from pathlib import Path

from sayso.retrieve import walk
from sayso.run.intake import take_in
from sayso.run.relating import relate_all
from sayso.run.removing import Removable, removable, take_out
from sayso.settings import Settings
from sayso.store import Ledger

FIRST = """Herders of Tarvassia fight for the General in Quelmor
By Ostrik Belhammond

TARVASSIA, 4 March 2021 - Recruiters offered herders $900 a month to fight in Quelmor, a deacon called Yefimbrant told
the Tarvassia Courier. The Gralsk Legion has recruited at least 340 herders, he said.
"""
SECOND = """Legion hires herders, courier says

6 March 2021 - The Gralsk Legion has recruited up to 300 herders, the mayor of Tarvassia said on Friday.
Recruiters offered herders $700 a month, officials said.
"""
UNSAID = ("Belhammond", "Yefimbrant", "deacon", "Quelmor", "340 herders", "$900")


def ledger_of(path: Path, *texts: str) -> Ledger:
    folder = path.with_suffix(".articles")
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    ledger = Ledger.open(path)
    take_in(ledger, list(walk([folder])), Settings())
    relate_all(ledger, Settings())
    return ledger


def on_the_disk(ledger: Ledger) -> str:
    files = [*ledger.path.parent.glob(ledger.path.name + "*"), *ledger.evidence.rglob("*")]
    return b"".join(path.read_bytes() for path in files if path.is_file()).decode("latin-1")


def test_what_is_left_is_as_if_it_had_never_been_there(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "both.db", FIRST, SECOND) as ledger, ledger_of(tmp_path / "one.db", SECOND) as never:
        assert [word for word in UNSAID if word not in on_the_disk(ledger)] == []
        key = next(document.id for document in ledger.documents() if "Yefimbrant" in document.text)
        found = removable(ledger, key)
        assert isinstance(found, Removable)
        assert found.claims >= 2
        made, clean = take_out(ledger, [key], Settings(), by="Ann", reason="The deacon asked.")
        assert clean
        assert [removal.claims for removal in made] == [found.claims]
        assert ledger.relations() == never.relations()
        assert ledger.grades() == never.grades()
        assert ledger.happenings() == never.happenings()
        assert ledger.claims() == never.claims()
        assert ledger.sources() == never.sources()
        left = on_the_disk(ledger).replace("The deacon asked.", "")
        assert [word for word in UNSAID if word.lower() in left.lower()] == []
        assert not ledger.verify().problems
