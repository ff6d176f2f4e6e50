"""`sayso verify`: is the ledger whole?"""

import typer

from sayso.cli.options import AsJson, LedgerPath, open_ledger
from sayso.cli.output import careful, complain, print_json


@careful
def verify(ledger: LedgerPath = None, as_json: AsJson = False) -> None:
    """Re-hash all evidence, check every span against its text, and let SQLite check its file.

    Ends with 4 when something is not what it was.
    """
    with open_ledger(ledger) as opened:
        found = opened.verify()
    wrong = [problem for problem in found.problems if problem.severity == "error"]
    if as_json:
        print_json(found)
    else:
        for problem in found.problems:
            complain(problem)
        from sayso.views.wording import plural

        compared = f"{plural(found.evidence, 'file')} re-hashed, {plural(found.spans, 'passage')} compared."
        print(f"{plural(found.documents, 'document')}, {compared}")
        if found.removed:
            print(f"{plural(found.removed, 'removal')}: see `sayso remove --list`.")
        print(f"{plural(len(wrong), 'problem')}." if wrong else "The ledger is whole.")
    if wrong:
        raise typer.Exit(4)
