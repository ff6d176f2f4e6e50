"""`sayso demo`: the sample articles that ship with Sayso, from files to a briefing."""

import shutil
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import brief as briefing
from sayso.cli.ingest import take_in
from sayso.cli.options import Jobs, settings
from sayso.cli.output import called, careful

LEDGER = "sayso.db"


@careful
def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where to write; its ledger is made anew.")] = Path(
        "sayso-demo"
    ),
    jobs: Jobs = None,
) -> None:
    """Read the sample articles into a fresh ledger, and say what to look at."""
    from sayso.store import Ledger
    from sayso.views.wording import plural

    folder.mkdir(parents=True, exist_ok=True)
    clear(folder / LEDGER)
    with (
        resources.as_file(resources.files("sayso") / "data" / "sample" / "articles") as articles,
        Ledger.open(folder / LEDGER) as ledger,
    ):
        take_in(ledger, [str(articles)], settings(jobs=jobs), quiet=False, relate=True)
        made, facets = briefing.answer(ledger, title="Recruitment for the war in Ukraine: sample articles", limit=40)
        held = ledger.counts()
        most = made.reported[0] if made.reported else None
    for form, name in (("markdown", "briefing.md"), ("html", "briefing.html")):
        briefing.save(folder / name, briefing.written(made, facets, form))
    print(
        f"{plural(held['document'], 'document')}, {plural(held['attribution'], 'attribution')}, "
        f"{plural(held['claim'], 'claim')}, {plural(held['proposition'], 'proposition')}."
    )
    if most:
        from sayso.views import wording

        print(f"Most reported: {most.title}")
        print(f"  {wording.behind(most.reports, most.outlets, most.origins)}")
    print(f"\nThe briefing: {(folder / 'briefing.html').resolve()}")
    print(f"The desk:     {called()} serve --ledger {folder / LEDGER}")
    print(f"Then try:     {called()} claims --ledger {folder / LEDGER} --text commandos")


def clear(ledger: Path) -> None:
    """Remove an earlier demonstration's ledger: the files that it made, and nothing else."""
    for ending in ("", "-wal", "-shm"):
        ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
    shutil.rmtree(ledger.with_name(ledger.name + ".evidence"), ignore_errors=True)
