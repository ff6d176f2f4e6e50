"""Which voice is counted as one with another: what retelling does to one voice, it does again and again."""

import re
from dataclasses import replace

from sayso.lexicon.folding import fold
from sayso.stages.link.texts.outlets import outlet_key
from sayso.stages.link.voices.apart import are_different
from sayso.stages.link.voices.bodies import is_any_of, of_two_nations, same_body
from sayso.stages.link.voices.fitting import can_be_of_one_sort, is_group_of, is_left_nameless, is_told_as
from sayso.stages.link.voices.ministries import (
    domain,
    is_of_one_ministry,
    is_paper_of_government,
    is_part_of_government,
    is_the_government,
    leads,
)
from sayso.stages.link.voices.names import is_short_form
from sayso.stages.link.voices.papers import are_of_one_issuer, is_by, is_of
from sayso.stages.link.voices.private import are_one, are_one_family
from sayso.stages.link.voices.teller import Teller


def why_taken(teller: Teller, same: Teller) -> str:
    """In words, why a voice is taken for another one."""
    if teller.kind in ("outlet", "own_reporting"):
        return f"{teller.name} is the channel through which that voice is known"
    if _is_one_office(teller, same):
        return "both speak for one ministry or government"
    if teller.kind == "organisation" and same.kind == "person":
        return f"{same.name} speaks for it"
    if teller.kind != "unnamed" and same.kind in ("organisation", "person") and teller.kind == "document":
        return "it is a paper of that body"
    if is_of_one_family(teller, same):
        return "both are relatives of one man"
    if are_private_and_one(teller, same):
        return "age, home or trade are the same"
    if teller.kind == "unnamed" and same.kind == "organisation":
        return "the office is that of its head"
    if teller.kind == "unnamed" and same.kind == "person":
        return "that is how the person is introduced, or told without a name through the same outlet"
    if teller.kind == "document":
        return "one name of a document within the other"
    return "the same outlet describes them in ways that fit one voice"


def is_taken_for(teller: Teller, held: Teller) -> bool:
    """Whether a voice is counted as one with another: what retelling does to one voice, it does again and again."""
    if (
        teller.kind == "outlet"
        and held.kind in ("organisation", "person")
        and outlet_key(held.name or "") == teller.via
    ):
        return True  # a monitor that one article cites as an outlet
    if teller.kind in ("outlet", "own_reporting"):
        return bool(_heard_by(teller) & _heard_by(held))
    if {teller.kind, held.kind} == {"person", "organisation"} and fold(teller.name or "") == fold(held.name or " "):
        return True  # a body that one article's words take for a person
    if {teller.kind, held.kind} == {"person", "organisation"} and is_surname_of(teller, held):
        return True  # "Zelensky" in a headline
    if _is_one_office(teller, held):
        return True
    if teller.kind == "organisation" == held.kind:
        if of_two_nations(teller, held):
            return False
        return same_body(teller.name or "", held.name or "") or is_any_of(teller, held)
    if teller.kind == "organisation" and held.kind == "person":
        speaks = held.body is not None and same_body(held.body, teller.name or "")
        return speaks and not of_two_nations(teller, held)
    if teller.kind == "document" == held.kind:
        return _one_document(teller, held)
    if teller.kind == "person" == held.kind:
        return is_short_form(teller.name or "", held.name or "") or is_of_one_family(teller, held)
    if are_private_and_one(teller, held):
        return True
    if teller.kind == "unnamed" and held.kind == "person":
        nameless = bool(_heard_by(teller) & _heard_by(held)) and is_left_nameless(teller, held)
        return nameless or is_told_as(teller, held) or is_group_of(teller, held) or _is_officer_of(teller, held.body)
    if teller.kind == "unnamed" and held.kind == "organisation":
        whose = teller.body is not None and LEADING.match(teller.name or "") is not None
        return (
            leads(teller, held)
            or _is_officer_of(teller, held.name)
            or (whose and same_body(teller.body or "", held.name or ""))
        )
    if teller.kind == "document" and held.kind == "organisation":
        return is_of(teller, held)
    if teller.kind == "document" and held.kind == "person" and is_by(teller.name or "", held.name or ""):
        return True
    if teller.kind == "document" and held.kind == "person":
        return held.body is not None and is_of(teller, replace(held, kind="organisation", name=held.body))
    if teller.kind == "unnamed" == held.kind:
        return bool(_heard_by(teller) & _heard_by(held)) and _fits(teller, held)
    return False


OFFICER_OF = re.compile(
    r"(?:officers?|officials?|investigators?|detectives?|captains?) (?:of|at|in|with|from) (?:the )?([A-Z].*)$"
)


def _is_officer_of(teller: Teller, body: str | None) -> bool:
    """Whether a voice without a name is told to be an officer of a body that speaks by itself: it has it from there."""
    found = OFFICER_OF.search(teller.name or "")
    if found is None or body is None:
        return False
    return any(same_body(name, body) for name in (found.group(1), re.split(r"['’]s\b", found.group(1))[0]))


def is_surname_of(teller: Teller, held: Teller) -> bool:
    """Whether a body's name is one word and that is a person's surname."""
    body, person = (teller, held) if teller.kind == "organisation" else (held, teller)
    name, parts = (body.name or "").split(), (person.name or "").split()
    return len(name) == 1 and len(parts) > 1 and fold(name[0]) == fold(parts[-1])


PRIVATELY = ("person", "unnamed")


def is_of_one_family(teller: Teller, held: Teller) -> bool:
    """Whether both are relatives of one man, by name, or one is whose relative the other is: a family knows together
    what became of him."""
    if teller.kind not in PRIVATELY or held.kind not in PRIVATELY or "kin" not in (teller.sort, held.sort):
        return False
    names = (fold(t.name or "") if t.kind == "person" and t.sort != "kin" else "" for t in (teller, held))
    return are_one_family(teller.told, held.told, names)


def are_private_and_one(teller: Teller, held: Teller) -> bool:
    """Whether a private person without a name is told so much like another one that they are one, or is of one family
    with him."""
    if teller.kind not in PRIVATELY or held.kind not in PRIVATELY:
        return False
    return is_of_one_family(teller, held) or (are_one(teller.told, held.told) and not are_different(teller, held))


LEADING = re.compile(r"(?:the )?(?:president|head|chair\w*|director|leader|spokes\w+|founder|coordinator)\b")
"""Those who speak for a body without being named."""


SPEAKING = ("person", "organisation", "unnamed")


def _is_one_office(teller: Teller, held: Teller) -> bool:
    """Whether both speak for one ministry, or one is called by the name of the country or government that the other
    speaks for."""
    if "document" in (held.kind, teller.kind):
        paper, body = (held, teller) if held.kind == "document" else (teller, held)
        return is_the_government(body) and is_paper_of_government(paper, body)
    if teller.kind not in SPEAKING or held.kind not in SPEAKING:
        return False
    if is_the_government(teller) and is_part_of_government(held, teller):
        return True
    return is_of_one_ministry(teller, held) or _is_of_president(teller, held) or _is_of_president(held, teller)


def _is_of_president(office: Teller, president: Teller) -> bool:
    """Whether one speaks for a presidency without a name, and the other is the president."""
    if office.kind == "person" or president.kind not in ("person", "unnamed") or of_two_nations(office, president):
        return False
    roles = set(f"{president.role} {president.name or ''}".lower().split())
    return domain(office.name or "") == "presidency" and "president" in roles and "vice" not in roles


def _heard_by(teller: Teller) -> set[str]:
    """The outlets that a voice is known to have spoken to."""
    return {key for key in (teller.via, teller.also) if key}


def _one_document(a: Teller, b: Teller) -> bool:
    """Whether two names are of one document: all words of one within the other's, told by one outlet ("the cable") or
    telling enough by themselves (two words)."""
    if are_of_one_issuer(a, b):
        return True
    short, long = sorted((a.words, b.words), key=len)
    if not short <= long or (short != long and len(short) < 2 and not _heard_by(a) & _heard_by(b)):
        return False
    return bool(short)


def _fits(a: Teller, b: Teller) -> bool:
    if not can_be_of_one_sort(a, b):
        return False
    if a.nationality and b.nationality and a.nationality != b.nationality:
        return False
    return (
        not a.words
        or not b.words
        or bool((a.words - {"former"}) & (b.words - {"former"}))
        or min(len(a.words), len(b.words)) <= 1
    )
