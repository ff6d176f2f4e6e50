"""Papers that are quoted: whose they are, and which are told by a name."""

import re

from sayso.stages.link.voices.bodies import of_two_nations, parts_of_body, same_body
from sayso.stages.link.voices.describing import description
from sayso.stages.link.voices.ministries import domain, is_of_one_ministry
from sayso.stages.link.voices.teller import Teller
from sayso.stages.link.wording import stem


def is_of(document: Teller, body: Teller) -> bool:
    """Whether a paper is a body's: by its name, or by nothing but a word of that name ("intelligence report"); or of
    the same ministry or police."""
    if domain(document.name or "") is not None and is_of_one_ministry(document, body):
        return True
    paper, _ = parts_of_body(document.name or "")
    issuer, _ = parts_of_body(body.name or "")
    if not issuer or of_two_nations(document, body):
        return False
    told = {w for w in paper if w not in PAPERS and w not in STEMS_OF_PAPERS}
    if told and told <= ANY_MINISTRY:
        return domain(body.name or "") is not None
    return issuer <= paper or (bool(told) and told <= issuer and bool(told & (SECRET | ISSUING)))


ANY_MINISTRY = frozenset(stem(word) for word in ("ministry", "honourable", "honorable", "said"))
"""Words that tell of a paper's issuer nothing but that it is a ministry: a story has one as a rule."""


ISSUING = frozenset(stem(word) for word in ("court", "tribunal", "prosecutor", "prosecution"))
"""Bodies of which a story has one as a rule: "court statement" is that of the court that it names."""


ISSUER = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:(?:of|for|the|and)\s)*[A-Z][\w’'-]+)+|\b[A-Z]{2,6}\b")


def issuer(document: str) -> str | None:
    """The body that a paper's description names, by its full name or its initials; None where it names none.

    >>> issuer("report that the Coastal Crimes Bureau put before the court"), issuer("papers filed by the CCB")
    ('Coastal Crimes Bureau', 'CCB')
    """
    found = ISSUER.search(document)
    return found.group() if found else None


def are_of_one_issuer(a: Teller, b: Teller) -> bool:
    """Whether two papers are told to be of one body, which then speaks with one voice."""
    one, other = issuer(a.name or ""), issuer(b.name or "")
    return one is not None and other is not None and same_body(one, other)


PAPERS = frozenset(
    {"report", "document", "dossier", "cable", "memo", "paper", "file", "study", "letter", "statement", "new", "secret"}
)


STEMS_OF_PAPERS = frozenset(w for each in PAPERS for w in description(each))


SECRET = frozenset({"intelligenc", "intelligence"})
"""Words that name one body of a country, also without its full name."""


def is_by(document: str, person: str) -> bool:
    """Whether a paper's description says that a person made it.

    >>> is_by("report by Senator Ann Lee", "Ann Lee"), is_by("the Lee report", "Ann Lee")
    (True, True)
    """
    surname = person.split()[-1] if person.split() else ""
    if len(surname) < MIN_SURNAME or not surname[:1].isupper():
        return False
    made = rf"\bby (?:[\w.’'-]+ ){{0,4}}{re.escape(surname)}\b|^(?:the )?{re.escape(surname)}(?:['’]s)? \w+$"
    return re.search(made, document) is not None


MIN_SURNAME = 3
"""Letters of a surname by which a paper goes."""


def is_named(document: str) -> bool:
    """Whether a document is told by a name: "two reports" may be any, also one that is counted already.

    >>> is_named("the McCaul report"), is_named("Two reports within a week")
    (True, False)
    """
    first, *rest = document.split() or [""]
    return any(word[:1].isupper() for word in rest) or (len(first) > 1 and first.isupper())
