"""`sayso drives`: who says that people of one country are taken for another's war."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, LedgerPath, Mask, masked_so, masking, open_ledger, settings
from sayso.cli.output import careful, one_line, print_answer, print_note

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
    mask: Mask = None,
    as_json: AsJson = False,
) -> None:
    """List recruitment drives: by how many independent voices it is told that one country's people fight for another.

    Below each drive stand its voices with their articles and a claim to look at (`sayso show c-...`), then who denies
    it and which claims disagree. `sayso show d-...` gives all of one; `sayso brief` has them as a report does.
    """
    from sayso.run.drives import current_drives
    from sayso.run.relating import relate_all
    from sayso.store import driven
    from sayso.views.drives import drive_lines
    from sayso.views.wording import plural

    whose, whose_war = country_of(people, "--people"), country_of(side, "--side")
    asked = masked_so(mask)
    with open_ledger(ledger) as opened:
        relate_all(opened, settings())
        found = current_drives(opened)
        documents = opened.ask(driven.telling)
        wanted = [drive for drive in found if whose in (None, drive.people) and whose_war in (None, drive.side)]
        lines = () if as_json else drive_lines(opened, wanted)
        masked = masking(opened, asked)
    if masked:
        wanted, lines = masked.of(wanted), masked.of(lines)
    if as_json:
        print_answer({"documents": documents, "drives": wanted}, masked)
        return
    print_note(masked)
    for line, drive in zip(lines, wanted, strict=False):
        print_drive(line)
        for each in drive.contradictions:
            print(f"    disagree on {each.about}: {each.left} against {each.right}")
    said = f"{plural(len(lines), 'drive')} in {plural(documents, 'document')} that tell of people who come to fight."
    typer.echo(said, err=True)


def print_drive(line: "DriveLine") -> None:
    """A drive with its voices and those that deny it."""
    from sayso.views.wording import behind

    print(f"{line.title}: {behind(line.reports, line.outlets, line.origins)}  ({line.id})")
    for voice in line.voices:
        print(f"    {voice_row(voice)}")
    for voice in line.denied_by:
        print(f"    denied by {voice_row(voice)}")


def voice_row(voice: "VoiceLine") -> str:
    """A voice, how many articles it tells it in, and a claim to look at."""
    from sayso.views.wording import plural

    cited = f", {voice.citations[0].claim}" if voice.citations else ""
    return f"{one_line(voice.name, 80)}: {plural(voice.documents, 'article')}{cited}"


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
