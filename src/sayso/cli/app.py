"""All commands of `sayso`, in the order in which `--help` lists them."""

import typer

import sayso
from sayso.cli.brief import brief
from sayso.cli.demo import demo
from sayso.cli.drives import drives
from sayso.cli.events import events
from sayso.cli.impact import impact
from sayso.cli.ingest import ingest
from sayso.cli.judge import judge
from sayso.cli.problems import problems
from sayso.cli.read import read
from sayso.cli.relate import relate
from sayso.cli.remove import remove
from sayso.cli.serve import serve
from sayso.cli.show import explain, show
from sayso.cli.tables import claims, sources
from sayso.cli.verify import verify

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print name and version, and end."""
    if wanted:
        print(f"sayso {sayso.__version__}")
        raise typer.Exit


@app.callback()
def sayso_(
    version: bool = typer.Option(False, "--version", callback=print_version, is_eager=True, help="Print the version."),
) -> None:
    """Who says what, on whose word, how firmly, and how many independent origins stand behind it."""


COMMANDS = (
    demo,
    ingest,
    brief,
    serve,
    claims,
    drives,
    events,
    sources,
    show,
    explain,
    judge,
    impact,
    remove,
    relate,
    read,
    verify,
    problems,
)
"""In the order of the help."""

for command in COMMANDS:
    app.command()(command)
