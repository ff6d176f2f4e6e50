"""Words before and behind a number that make it a bound or blur it: "as many as", "at least", "some", "or more"."""

import re

from sayso.model._record import record

AT_MOST = (
    r"up to(?: and including)?|as (?:many|much|high|large|long|far|late) as"
    r"|at (?:the )?(?:very )?most|(?:no|not|never|nor) (?:more|greater|higher|larger|longer"
    r"|older) than|"
    r"(?:fewer|less|lower|smaller|younger|shorter|cheaper) than(?: or equal to)?|(?:smaller"
    r"|less) or equal (?:than|to)|equal to or (?:less|smaller) than|"
    r"under(?: the age of)?|below(?: the age of)?|beneath|aged under"
    r"|(?:at )?(?:a )?maximum(?: of)?|a ceiling of|capped at|not exceeding|(?:just|well"
    r"|slightly|little) (?:under|below|short of)|short of|"
    r"anything up to|sub-|not above|not over|within|<=?|≤|limited to|no later than"
)
AT_LEAST = (
    r"at (?:the )?(?:very )?least(?: or equal to)?|(?:more|greater|higher|larger|longer|older"
    r"|bigger|better) than(?: or equal to)?|"
    r"(?:greater|more|larger) or equal (?:than|to)|equal to or (?:more|greater|larger) than"
    r"|over than|over(?: the age of)?|above(?: the age of)?|(?:no|not) (?:fewer|less|lower"
    r"|under|smaller) than|"
    r"upwards? of|(?:at )?(?:a )?minimum(?: of)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
    r"|(?:well )?in excess of|north of|"
    r"(?:just|well|slightly|a little|far) (?:over|above|more than)|as (?:few|little|low) as"
    r"|not below|beyond|top(?:ped|s)|>=?|≥|starting (?:at|from)"
)
ABOUT = (
    r"about|around|some|roughly|approximately|approx\.?|circa|ca?\.|nearly|almost|close to"
    r"|near to|(?:an? )?estimated|(?:an )?estimate of|virtually|"
    r"approaching|perhaps|maybe|just shy of|something like|in the (?:region|order"
    r"|neighbou?rhood) of|reportedly|more or less|~|≈|"
    r"(?:an )?average(?:d|s)?(?: of)?|practically|somewhere around|on average"
)
BEFORE = re.compile(
    (
        rf"(?<![\w-])(?:(?P<most>{AT_MOST})|(?P<least>{AT_LEAST})|(?P<about>{ABOUT}))(?:\s(?:a|an"
        rf"|the|only|just|another|a total of))?[\s(]*$"
    ),
    re.IGNORECASE,
)
AFTERTHOUGHT = r"(?:,(?=\sat\s(?:the\svery\s)?(?:least|most)(?:[.,;:)”\"\n]|$)))?"
"""A comma before "at least" only where it ends there: "300, at least." but not "In six months, at least 300 left"."""
BEHIND = re.compile(
    r"(?P<least>\s?\+(?!\d)|-plus(?!\w)|\splus(?=[\s.,])(?!\s\d)|\sor\s(?:more|greater|above"
    r"|over|higher|larger|older|better)(?!\w)(?:\sthan(?!\sor))?"
    rf"|{AFTERTHOUGHT}\sat\s(?:the\svery\s)?least(?!\w)(?!\s\d)|,?\sat\sa\sminimum(?!\w)|\sand\s(?:up|above|over"
    r"|older)(?!\w)|\supwards?(?!\w))"
    r"|(?P<most>\sor\s(?:less|fewer|lower|below|under|smaller"
    rf"|younger)(?!\w)(?:\sthan(?!\sor))?|{AFTERTHOUGHT}\sat\s(?:the\svery\s)?most(?!\w)(?!\s\d)|\sand\s(?:under"
    r"|younger|below)(?!\w)|\sor equal(?: to)?(?=[\s.,]*$))"
    r"|(?P<about>\sor\sso(?!\w)|-odd(?!\w)|-ish(?!\w)|-some(?!\w)|\sodd(?=\s\w)|\sor thereabouts)"
)
WINDOW = 34
PARTICLE = re.compile(r"\b(?:tak|hand|turn|sign|carr)(?:e|es|s|en|ing|ed|y|ies|ied|ying)?\s$|\btook\s$", re.IGNORECASE)
"""Verbs whose "over" is a part of them: "took over six towns" took six."""


@record
class Bound:
    """What the words about a number make of it."""

    side: str
    """`least`, `most` or `` for exactly."""
    about: bool
    """Whether they blur it."""
    start: int
    """First code point of the words before the number; the number's own start when there are none."""
    end: int
    """First code point after the words behind it; the number's own end when there are none."""


def bound_before(text: str, at: int) -> Bound:
    """What stands right before a number that begins at `at`: "at least about" gives both.

    >>> bound_before("As many as 10,000", 11)
    Bound(side='most', about=False, start=0, end=11)
    """
    side, about, start = "", False, at
    for _ in range(3):
        window = max(0, start - WINDOW)
        m = BEFORE.search(text[window:start])
        if not m or "\n" in m.group():
            break
        if (
            m["least"]
            and m["least"].lower() == "over"
            and PARTICLE.search(text[max(0, start - WINDOW) : window + m.start()])
        ):
            break
        side = side or ("most" if m["most"] else "least" if m["least"] else "")
        about = about or bool(m["about"])
        start = window + m.start()
    return Bound(side=side, about=about, start=start, end=at)


def bound_behind(text: str, at: int) -> Bound:
    """What stands right behind a number that ends at `at`.

    >>> bound_behind("500 or more", 3)
    Bound(side='least', about=False, start=3, end=11)
    """
    m = BEHIND.match(text, at)
    if not m:
        return Bound(side="", about=False, start=at, end=at)
    side = "most" if m["most"] else "least" if m["least"] else ""
    return Bound(side=side, about=bool(m["about"]), start=at, end=m.end())
