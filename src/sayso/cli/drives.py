"""`sayso drives`: who says that people of one country are taken for another's war."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger, settings
from sayso.cli.output import careful, one_line, print_json

if TYPE_CHECKING:
    from sayso.views.records import DriveLine, VoiceLine


@careful
def drives(
    ledger: LedgerPath = None,
    people: Annotated[
        str | None, typer.Option(metavar="IQ", help="Whose people: a country's code or name.", show_default=False)
    ] = None,
    side: Annotated[
        str | None, typer.Option(metavar="RU", help="For whose war: a country's code or name.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List recruitment drives: by how many independent voices it is told that one country's people fight for another.

    Below each drive stand its voices with their articles and a claim to look at (`sayso show c-...`), then who denies
    it. Drives are worked out when asked, and not kept.
    """
    from sayso.lexicon.packs import load_packs
    from sayso.run.drives import MOST, work_out
    from sayso.views.drives import drive_line, not_worked_out
    from sayso.views.library import Library
    from sayso.views.wording import plural

    whose, whose_war = country_of(people, "--people"), country_of(side, "--side")
    with open_ledger(ledger) as opened:
        found = work_out(opened, load_packs(settings().packs))
        if found.too_many:
            raise too_many(not_worked_out(found.documents, MOST), str(opened.path))
    wanted = [drive for drive in found.drives if whose in (None, drive.people) and whose_war in (None, drive.side)]
    library = Library(found.readings, found.relations)
    lines = [drive_line(library, drive) for drive in wanted]
    if as_json:
        denied = [{v.name: [c.claim for c in v.citations] for v in line.denied_by} for line in lines]
        print_json(
            {
                "documents": found.documents,
                "drives": [{"drive": d, "denied_by": names} for d, names in zip(wanted, denied, strict=True)],
            }
        )
        return
    for line in lines:
        print_drive(line)
    said = (
        f"{plural(len(lines), 'drive')} in {plural(found.documents, 'document')} that tell of people who come to fight."
    )
    typer.echo(said, err=True)


def print_drive(line: "DriveLine") -> None:
    """A drive with its voices and those that deny it."""
    from sayso.views.wording import behind

    print(f"{line.title}: {behind(line.reports, line.outlets, line.origins)}")
    for voice in line.voices:
        print(f"    {voice_row(voice)}")
    for voice in line.denied_by:
        print(f"    denied by {voice_row(voice)}")


def voice_row(voice: "VoiceLine") -> str:
    """A voice, how many articles it tells it in, and a claim to look at."""
    from sayso.views.wording import plural

    return f"{one_line(voice.name, 80)}: {plural(voice.documents, 'article')}, {voice.citations[0].claim}"


def country_of(given: str | None, option: str) -> str | None:
    """The code of the country that a code or a name means; raises BadParameter for none."""
    from sayso.lexicon.countries import load_countries

    if given is None:
        return None
    words = given.strip().casefold()
    for code, country in load_countries().items():
        if words in {name.casefold() for name in (code, country.name, *country.names)}:
            return code
    raise typer.BadParameter(
        f"{given!r} is no country's code or name; ISO 3166 codes have two letters, such as IQ", param_hint=option
    )


def too_many(words: str, where: str) -> Exception:
    """The problem of a ledger that holds more than is worked out when asked."""
    from sayso.errors import SaysoError

    found, advice = words.split(": ", 1)
    return SaysoError(f"{found}.", where=where, advice=f"{advice[0].upper()}{advice[1:]}.", code="drives.many")
