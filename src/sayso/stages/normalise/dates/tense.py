"""What the parse says about a time expression: whether it is one at all, and whether it leans to past or future."""

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

from sayso.stages.normalise.numbers import SMALL

Lean = Literal["past", "future", ""]
_AHEAD = frozenset(
    {
        "due",
        "set",
        "expect",
        "schedule",
        "plan",
        "slate",
        "aim",
        "intend",
        "hope",
        "going",
        "go",
        "want",
        "promise",
        "vow",
        "pledge",
        "likely",
        "ready",
    }
)


def token_at(doc: "Doc", at: int) -> "Token | None":
    """The token that covers the code point `at`; None outside all tokens."""
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def is_time(name: str, m: re.Match[str], doc: "Doc") -> bool:
    """Whether a match of a form is a time expression, by its words and tags: not the modal "may", the verb "march"."""
    check = _CHECKS.get(name)
    return check is None or check(m, doc)


_MONTH_PREP = frozenset(
    [
        "in",
        "of",
        "by",
        "since",
        "until",
        "till",
        "from",
        "on",
        "during",
        "before",
        "after",
        "through",
        "throughout",
        "late",
        "early",
        "mid",
        "last",
        "next",
        "this",
        "and",
        "to",
        "every",
        "each",
        "around",
        "-",
        "–",
        "(",
        "for",
        "between",
        "or",
    ]
)


def _month(m: re.Match[str], doc: "Doc") -> bool:
    groups = m.groupdict()
    if groups.get("day") or groups.get("year") or groups.get("bcyear") or groups.get("rel") or groups.get("mod"):
        return True
    word = m["month"]
    if word not in _MONTH_NAMESAKES:
        return True
    token = token_at(doc, m.start("month"))
    if token is None or token.pos_ in ("VERB", "AUX", "ADJ", "ADV"):
        return False
    if word in ("May", "March"):
        before = token.nbor(-1).lower_ if token.i else ""
        noun_after = token.dep_ == "compound" and token.head.text[:1].islower()
        return before in _MONTH_PREP or noun_after or groups.get("mod2") is not None
    return token.ent_type_ not in ("PERSON", "ORG", "GPE")


_MONTH_NAMESAKES = frozenset(
    {"May", "March", "Mar.", "Jan", "Jun", "Dec", "Sept", "Mar", "Apr", "August", "April", "June"}
)
"""Months that are also verbs, names of persons or words."""


def _season(m: re.Match[str], doc: "Doc") -> bool:
    groups = m.groupdict()
    if groups.get("year") or groups.get("bcyear"):
        return True
    token = token_at(doc, m.start("season"))
    if token is None or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    word = m["season"].lower()
    after = m.string[m.end() : m.end() + 4]
    if word in ("fall", "spring") and (
        after.startswith(" of")
        or not (
            groups.get("rel")
            or groups.get("mod")
            or groups.get("mod2")
            or token.dep_ in ("pobj", "compound", "npadvmod")
        )
    ):
        return False
    if m["season"][0].isupper() and token.i and not token.is_sent_start and token.nbor(-1).text[:1].isupper():
        return False  # the Arab Spring
    return not (m["season"][0].isupper() and token.dep_ == "compound" and token.head.pos_ == "PROPN")


def _year(m: re.Match[str], doc: "Doc") -> bool:
    if m["bcyear"]:
        return True
    if m["era"]:
        return True
    year, text = m["year"], m.string
    if text[max(0, m.start() - 1) : m.start()] in ("", "\n") and text[m.end() : m.end() + 1] in ("", "\n", ":"):
        return True
    if m["mod"]:
        return True
    if year.startswith("'"):
        return text[max(0, m.start() - 4) : m.start()].endswith((" of ", " in ", "nce ", "and "))
    before, after = text[max(0, m.start("year") - 12) : m.start("year")], text[m.end("year") : m.end("year") + 24]
    if re.search(
        r"(?:[$£€#№]\s?|\bNo\.?\s|[A-Za-z]-|\d[-–/.,:]\s?|[+=<>~]|about\s|some\s|nearly\s|than\s|at least\s|up to\s)$",
        before,
    ) and not re.search(r"(?<!\d)(?:1\d|20)\d\d[-–/,]\s?$", before):
        return False
    if m["ca"] and m["ca"][0] in "cFf":
        return True
    if re.match(r"\s?[-–]\s?(?:1\d|20)\d\d(?!\d)", text[m.end("year") : m.end("year") + 8]):
        return True
    if re.match(
        (
            r"\s?(?:people|men|troops|soldiers|civilians|deaths|prisoners|fighters"
            r"|[a-z]+ed\b(?=\s(?:and|people|men))|km|sq|kg|mm|cm|ml|mg|ft|hp|rpm|MW|kW|miles|feet"
            r"|metres|meters|tons|tonnes|euros|dollars|rubles|GMT|hours|hrs|percent)\b"
        ),
        after,
    ):
        return False
    token = token_at(doc, m.start("year"))
    counts = token is not None and token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    number = int(year)
    if (number % 100 == 0 and counts) or (number < 1500 and not _YEAR_IN.search(before)):
        return False
    if _YEAR_PREP.search(before) and not (counts and number < 1800 and not before.endswith("the ")):
        return True
    if 1900 <= number <= 2035:
        return not counts
    alone = re.search(r"[(\n–—-]\s?$", before) or m.start() == 0
    return bool(alone) and not counts


_YEAR_IN = re.compile(r"\b(?:in|since|by|until|before|after|during|year|circa)\s$", re.IGNORECASE)
_YEAR_PREP = re.compile(
    (
        r"\b(?:in|of|by|since|until|till|from|to|and|during|after|before|between|through|around"
        r"|early|late|the|for|circa|as)\s$"
    ),
    re.IGNORECASE,
)


_REF_BEFORE = {
    "the time": re.compile(r"\bat\s$"),
    "this time": re.compile(r"\b(?:at|by|during|until|from|around)\s$", re.IGNORECASE),
    "this period": re.compile(r"\b(?:during|throughout|in|of)\s$", re.IGNORECASE),
    "that time": re.compile(r"\b(?:at|by|during|until|from|around|till|since|of)\s$", re.IGNORECASE),
    "to date": re.compile(r"."),
}


def _ref(m: re.Match[str], doc: "Doc") -> bool:
    word = m["ref"].lower()
    before = m.string[max(0, m.start() - 12) : m.start()]
    if word in _REF_BEFORE and not _REF_BEFORE[word].search(before):
        return False
    token = token_at(doc, m.start())
    if token is None:
        return False
    if word == "now":
        return m.string[m.end() : m.end() + 5] != " that" and token.dep_ != "mark"
    if word in ("current", "future"):
        return token.pos_ in ("ADJ", "NOUN") and not (word == "current" and token.pos_ == "NOUN")
    return True


def _daypart(m: re.Match[str], doc: "Doc") -> bool:
    word = m["clock"].lower()
    rel = (m["rel"] or "").lower()
    before = m.string[max(0, m.start() - 8) : m.start()].lower()
    if rel in ("that", "one", "this"):
        return True
    if rel == "the":
        return bool(re.search(r"(?:in|during|through|throughout|of|by|on|for)\s$", before)) and not m.string[
            m.end() : m.end() + 3
        ].startswith((" of", "-"))
    token = token_at(doc, m.start("clock"))
    return (
        token is not None
        and token.pos_ == "NOUN"
        and bool(re.search(r"\b(?:at|by|before|after|until|around|since|from|till|every)\s$", before))
        and word not in ("evening", "morning", "afternoon")
        and m.string[m.end() : m.end() + 1] != "-"
    )


def _clock(m: re.Match[str], doc: "Doc") -> bool:
    if m["ampm"]:
        return int(m["hour"]) <= (24 if "h" in m["ampm"] else 12)
    if m["minute"] is None or ":" not in m.group():
        return False
    around = m.string[max(0, m.start() - 3) : m.start()], m.string[m.end() : m.end() + 2]
    return not around[0].endswith((":", "-", "/")) and not around[1].startswith((":", "/", "-"))


def _set(m: re.Match[str], doc: "Doc") -> bool:
    token = token_at(doc, m.start())
    if token is None or (m["set"][0].isupper() and not token.is_sent_start and token.pos_ == "PROPN"):
        return False
    return m["set"].lower() != "annual"


_SINGLE = frozenset(
    ["day", "week", "month", "year", "night", "hour", "minute", "decade", "century", "quarter", "weekend", "second"]
)


def _length(m: re.Match[str], doc: "Doc") -> bool:
    ahead = m.string[m.end() : m.end() + 9]
    if m["old"] or re.match(r"[\s-]old\b|\sof\sage\b|\solder\b|\syounger\b|\sand\solder", ahead):
        return False
    unit, count = m["unit"], m["count"].lower()
    if unit.startswith("second") and unit != "seconds":
        return False
    if unit.startswith("quarter"):
        return False
    if m.string[max(0, m.start() - 5) : m.start()].lower().endswith(("ages ", "aged ")):
        return False
    if unit in _SINGLE and count not in ("a", "an", "one", "half a", "half an", "a single", "1"):
        return "-" in m.group() or m["long"] is not None or count[0].isdigit() or count.split("-")[0] in SMALL
    return not (count == "some" and unit in _SINGLE)


def _plural(m: re.Match[str], doc: "Doc") -> bool:
    token = token_at(doc, m.start("unit"))
    if token is None or token.pos_ != "NOUN":
        return False
    if m["rel"] or m["side"]:
        return True
    before = m.string[max(0, m.start() - 10) : m.start()].lower()
    return (
        bool(re.search(r"\b(?:for|after|take|within|in|over|lasted|of|only|took|spent)\s$", before))
        and token.dep_ in ("pobj", "dobj", "npadvmod")
        and not list(token.lefts)
    )


def _weekday(m: re.Match[str], doc: "Doc") -> bool:
    return not re.match(
        r"\s(?:Agreement|Times|Post|Mirror|Mail|Telegraph|Herald|Express|Prayer|Mosque|Mass|[Pp]rayers)",
        m.string[m.end() : m.end() + 12],
    )


def _quarter(m: re.Match[str], doc: "Doc") -> bool:
    groups = m.groupdict()
    if groups["q"] or groups["h"]:
        return m.string[m.end() : m.end() + 1] != "-" and bool(groups["year"] or groups["q"])
    if groups["size"] == "half":
        return bool(groups["year"] or groups["rel"])
    return m.string[m.end() : m.end() + 1] != "-"


def _relative(m: re.Match[str], doc: "Doc") -> bool:
    """Bare "previous week" and "following day" are adjectives more often than dates."""
    return m["rel"].lower() not in ("previous", "following")


_CHECKS = {
    "day_month": _month,
    "month_day": _month,
    "month": _month,
    "season": _season,
    "year": _year,
    "ref": _ref,
    "daypart": _daypart,
    "clock": _clock,
    "set": _set,
    "length": _length,
    "plural": _plural,
    "weekday": _weekday,
    "quarter": _quarter,
    "relative": _relative,
}


def leaning(doc: "Doc", at: int) -> Lean:
    """Whether the clause around an expression is about the past or about what is to come; empty when unsaid."""
    token = token_at(doc, at)
    for _ in range(8):
        if token is None:
            return ""
        if token.pos_ in ("VERB", "AUX"):
            found = _of_verb(token)
            if found:
                return found
        if token.head.i == token.i:
            return ""
        token = token.head
    return ""


def _of_verb(verb: "Token") -> Lean:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if verb.tag_ == "VBD" or helpers & {"was", "were", "had", "has", "have", "did", "'ve", "’ve"}:
        return "past"
    if "to" in helpers and verb.head.i != verb.i and verb.head.lemma_.lower() in _AHEAD:
        return "future"
    if "to" in helpers and verb.head.lemma_ == "be" and verb.head.tag_ in ("VBP", "VBZ"):
        return "future"  # "they are to be sent home by Friday"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re"}:
        return "future"
    return ""
