"""Who speaks under a label of a transcript that is no name: "PRISONER:", "Reply:", and labels that nobody speaks under.

Made on transcripts of interviews, question hours and checks of facts (docs/method/origins.md). Known mistake: a man
whose surname is one of these words ("Note") is taken for a heading.
"""

import re
from dataclasses import replace

from sayso.model import Link
from sayso.stages.link.voices.describing import SORTS
from sayso.stages.link.voices.persons import PROPER
from sayso.stages.link.wordlists import listed

HEADINGS = listed(
    "but and or so yet also claim claims rating verdict fact facts note notes update updated context source sources"
    " summary conclusion background caption photo picture video correction editor why how what when where who which tip"
    " tips more warning advice example result first second third finally contact sidebar topic date time place"
)
"""Words that open a paragraph before a colon and are nobody's name."""
ANSWERING = listed("reply answer response statement")
"""Labels under which somebody answers who is told at the head of the text."""
PEOPLE = SORTS["recruit"] | listed(
    "prisoner captive detainee guest caller witness mother father brother sister wife widow"
)
"""Words that tell of what sort somebody is, and not who."""
HEAD = 400
"""Code points from the start in which it is told who answers."""
WHOSE = re.compile(
    r"\b(?:[Rr]eply|REPLY|[Aa]nswer|ANSWER|[Rr]esponse|[Ss]tatement)\s+(?:of|by|from)\s+(?:the\s+)?"
    r"(?:Hon(?:ou?rable|['’]ble|\.)?\s+)?((?:[Ss]tate |[Dd]eputy |[Pp]rime )?(?:[Mm]inister|[Ss]ecretary|[Gg]overnment)"
    r"(?: (?:of|for|and|the|[A-Z][\w’'-]+))*)"
)


ASKED_BY = re.compile(r"^[^\n:]{0,30}\bquestion\b[^\n:]{0,90}:", re.MULTILINE | re.IGNORECASE)
"""A line that gives a question with who asks it: "Supplementary question, by the member for Bergen: ..."."""


def is_heading(label: str) -> bool:
    """Whether nobody speaks under a label.

    >>> is_heading("BUT"), is_heading("HOW TO SPOT IT"), is_heading("LEE"), is_heading("The Minister")
    (True, True, False, False)
    """
    words = re.findall(r"\w+", label.lower())
    return bool(words) and words[0] in HEADINGS


def is_of_a_sort(label: str) -> bool:
    """Whether a label says of what sort somebody is, and not who: "PRISONER".

    >>> is_of_a_sort("PRISONER"), is_of_a_sort("KARIM")
    (True, False)
    """
    return label.lower() in PEOPLE


def name_given(label: str, text: str) -> str | None:
    """The name that somebody gives first under a label that is none; None where he gives none.

    >>> name_given("PRISONER", "LEE: Who are you?\\nPRISONER: Ned Roe. From Bergen.\\nLEE: Go on.")
    'Ned Roe'
    >>> name_given("CALLER", "CALLER: My name is Ned.\\nLEE: Yes.")
    'Ned'
    """
    head = rf"^[*_]*{re.escape(label)}[*_]*:[*_]*\s+(?:Yes[.,] )?"
    found = re.search(rf"{head}(?:(?:[Mm]y name is|I am|I['’]m|[Ii]t['’]s) )({PROPER})[.,;\n]", text, re.MULTILINE)
    found = found or re.search(
        rf"{head}([A-Z][\w’'-]+(?: (?:al-|el-|van |de )?[A-Z][\w’'-]+)+)[.,\n]", text, re.MULTILINE
    )
    return found.group(1) if found else None


def office_that_answers(label: str, text: str) -> str | None:
    """The office whose answer a text gives under "Reply", as its head tells it; None where it does not.

    >>> office_that_answers("Reply", "Reply of the Honourable Minister for Fisheries\\n\\nReply: None went.")
    'Minister for Fisheries'
    """
    if label.lower() not in ANSWERING:
        return None
    found = WHOSE.search(text, 0, HEAD)
    return found.group(1) if found else None


def is_answer(label: str) -> bool:
    """Whether somebody answers under a label that is no name: "Reply"."""
    return label.lower() in ANSWERING


def without_label(link: Link, text: str) -> Link:
    """A step of a chain that is a label for a sort of people, under the name that is given there or without one."""
    if not link.name.isupper() or not is_of_a_sort(link.name):
        return link
    name = name_given(link.name, text)
    return replace(link, name=name or link.name.lower(), kind="named_person" if name else "unnamed_person")
