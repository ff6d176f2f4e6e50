"""The command line. Thin: it reads options, calls one function of another room and prints."""

import sys


def main(args: list[str] | None = None) -> None:
    """Run `sayso` with the arguments given, or those of the process; ends with an exit code."""
    from sayso.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a console that cannot show a letter shows its code instead of failing
            reconfigure(errors="backslashreplace")
    app(args, prog_name="sayso")
