"""One document read so that a fault in our own code costs that document and no other."""

import traceback
from pathlib import Path

from sayso.model import Document, Mentions, Problem, Reading
from sayso.pipeline import read
from sayso.tools import Tools

PACKAGE = Path(__file__).resolve().parents[1]


def read_guarded(document: Document, tools: Tools) -> Reading:
    """As `pipeline.read`; a fault gives an empty reading with a Problem that names the place in our code."""
    try:
        return read(document, tools)
    except Exception as error:
        steps = traceback.extract_tb(error.__traceback__)
        ours = [step for step in steps if Path(step.filename).is_relative_to(PACKAGE)]
        place = f"{ours[-1].name}, {Path(ours[-1].filename).name} line {ours[-1].lineno}"
        return failed(document, tools.read_by, f"{type(error).__name__} in {place}: {error}")


def failed(document: Document, read_by: str, found: str) -> Reading:
    """The reading of a document that could not be read."""
    problem = Problem(
        severity="error",
        code="read.failed",
        where=document.given_id or document.id,
        found=found,
        advice="This is a fault in Sayso: please report it with this message. The other documents are not concerned.",
    )
    return Reading(document=document, mentions=Mentions(), problems=(problem,), read_by=read_by)
