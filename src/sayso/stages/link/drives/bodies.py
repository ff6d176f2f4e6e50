"""For whom the voices of a drive speak, by what any of its documents says of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model import Reason
from sayso.stages.link.drives.reports import DriveReport
from sayso.stages.link.drives.subject import Subject
from sayso.stages.link.nations import named_nations
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.bodies import ENVOYS, MISSION, is_common, nations, owners, same_body, words_of
from sayso.stages.link.voices.ministries import domain
from sayso.stages.link.voices.persons import heads, spelt_out
from sayso.stages.link.voices.teller import Teller

OFTEN = 0.25
"""Share of a drive's documents that name a country in which parts of it may go on: the front, a country on the way."""


class Texts:
    """The texts on a drive, to find those that name somebody. Lives only while a drive is made."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.having: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in set(re.findall(r"\w+", text)):
                self.having.setdefault(word, []).append(number)

    def naming(self, name: str) -> list[str]:
        """Those in which a name stands."""
        found = [self.having.get(word, []) for word in re.findall(r"\w+", name)]
        return [self.texts[n] for n in min(found, key=len)] if found else []


def countries_of(subjects: Sequence[Subject]) -> set[str]:
    """Countries that many of a drive's documents name."""
    counts = Counter(code for subject in subjects for code in subject.named)
    return {code for code, count in counts.items() if count >= max(2, OFTEN * len(subjects))}


def without_held(tellers: Sequence[Teller], held: Mapping[str, DriveReport]) -> tuple[list[Teller], list[Reason]]:
    """Voices without outlets that are cited and whose own article tells a part of the drive (`held`, by the key of its
    outlet): whose word it is is counted there."""
    kept: list[Teller] = []
    reasons: dict[str, Reason] = {}
    for teller in tellers:
        own = held.get(teller.via or "") if teller.kind == "outlet" else None
        if teller.kind == "person":  # "[1] Continental Newswire, May 24"
            own = held.get(outlet_key(teller.name or ""))
        if own is not None and own.id != teller.document:
            detail = f"{teller.name}: its own article is held, and the voices behind it are counted there"
            reasons.setdefault(teller.id, Reason(rule="origins.held", detail=detail))
        else:
            kept.append(teller)
    return (kept, list(reasons.values())) if kept else (list(tellers), [])


def without_travellers(counting: Sequence[Teller], at_war: Collection[str]) -> tuple[list[Teller], list[Reason]]:
    """Voices without those that tell of the journey or of pay, and of no war; `at_war` has the ids of the others."""
    idle = {teller.id: teller for teller in counting if teller.id not in at_war}
    if len(idle) == len({teller.id for teller in counting}):
        return list(counting), []
    why = [
        Reason(rule="origins.no_war", detail=f"{t.name or '?'}: tells of the journey or of pay, and of no war")
        for t in idle.values()
    ]
    return [teller for teller in counting if teller.id not in idle], why


def whose_body(name: str, texts: Iterable[str]) -> str | None:
    """ISO 3166 code of the one country whose body a name is, as any of some texts say; None where none or two do.

    >>> whose_body("Coast Watch", ["Norway's Coast Watch said no.", "In Oslo, the Coast Watch met."])
    'NO'
    """
    if owners(name) or is_common(name):
        return None  # "the defence ministry" is of whatever country its own article tells of
    who = re.escape(name)
    told = re.compile(rf"\b([A-Z]\w+)['’]s {who}\b|\b[Ii]n ([A-Z]\w+), (?:the )?{who}\b|\b([A-Z]\w+) {who}\b")
    found = {
        code
        for text in texts
        if name in text
        for match in told.finditer(text)
        for code in named_nations(match.group(1) or match.group(2) or match.group(3))
    }
    return next(iter(found)) if len(found) == 1 else None


def of_their_bodies(tellers: Mapping[str, Teller], texts: Texts) -> dict[str, Teller]:
    """Persons with the body that any document on the drive says they speak for or head, where that is one body, in full
    where one gives its initials; and bodies with their country. `tellers` go by claim id."""
    known: dict[str, str | None] = {}
    full: dict[str, str] = {}
    nations: dict[str, str | None] = {}
    for teller in tellers.values():
        name = teller.name or ""
        if teller.kind == "person" and teller.body is None and name and name not in known:
            known[name] = _headed(name, texts.naming(name))
        short = teller.body or known.get(name) or ""
        if teller.kind == "person" and short.isupper() and short not in full:
            spelt = (spelt_out(short, text) for text in texts.naming(short))
            full[short] = next((each for each in spelt if each != short), short)
        if teller.kind == "organisation" and teller.nationality is None and name and name not in nations:
            nations[name] = whose_body(name, texts.naming(name))
    return {
        id_: replace(t, body=body)
        if t.kind == "person" and (body := full.get(short := known.get(t.name or "") or t.body or "", short))
        else replace(t, nationality=nation)
        if t.kind == "organisation" and (nation := nations.get(t.name or ""))
        else t
        for id_, t in tellers.items()
    }


def of_their_own_country(tellers: Mapping[str, Teller], people: str) -> dict[str, Teller]:
    """Foreign ministries and ministers of whom no article tells of what country, as those of the people that is taken:
    that people's press leaves its own country out. `tellers` go by claim id."""
    return {
        id_: replace(t, nationality=people)
        if t.kind in ("organisation", "unnamed")
        and domain(t.name or "") == "foreign"
        and not nations(t)
        and not words_of(t.name or "") & (MISSION | ENVOYS)
        else t
        for id_, t in tellers.items()
    }


def _headed(name: str, texts: Iterable[str]) -> str | None:
    """The one body that a person heads or speaks for, by any of some texts."""
    found = [body for text in texts if (body := heads(name, text))]
    return max(found, key=len) if found and all(same_body(found[0], body) for body in found) else None


def by_name(tellers: Mapping[str, Teller]) -> dict[str, Teller]:
    """Persons of one full name under one id: who is "the owner of the company, Bo Aas" where he denies it and
    "Aas" further down is one man. `tellers` go by claim id."""
    ids: dict[str, str] = {}
    return {
        id_: replace(t, id=ids.setdefault(t.name, t.id)) if t.kind == "person" and t.name and " " in t.name else t
        for id_, t in tellers.items()
    }
