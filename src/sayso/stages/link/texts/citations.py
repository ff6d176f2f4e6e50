"""Where a document says that it has something from another outlet: credit lines, "told X", "X reported", hyperlinks."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from sayso.lexicon.outlets import STATE
from sayso.model import Attribution, Document, Span, span_of
from sayso.model._record import record
from sayso.stages.link.texts.outlets import (
    completed,
    is_generic,
    known_names,
    looks_like_outlet,
    outlet_key,
    short_names,
    without_lead,
    without_tail,
)

How = Literal["citation", "credit", "link", "mention"]

NAME = (
    r"(?:[Tt]he )?(?:[A-Z][\w’'&/.-]*\w|[A-Z]{2,})"
    r"(?: (?:(?:of|and|the|for|de|al|da|das|del|di|do|dos|du)(?: (?=[A-Z])))?[A-Z][\w’'&/-]*){0,5}"
)
SAID = (
    r"(?:report(?:s|ed|ing)?|said|says|wrote|writes|announced|revealed|reveals|stated|published|quot(?:ed|es)|claims|claimed"
    r"|broadcast|notes|noted|cit(?:ed|es))"
)
TOLD = (
    "told", "interview with", "speaking to", "spoke to", "spoke with", "statement to", "comments to", "questions from",
    "an inquiry from",
)  # fmt: skip
TAKEN = (
    "according to",
    "as reported",
    "as told",
    "as quoted",
    "quoted by",
    "cited by",
    "reported by",
    "citing",
    "quoting",
)
FORMS: tuple[tuple[How, tuple[str, ...], str], ...] = (
    ("credit", ("(",), r"(?m)^\W*(?:[A-Z][\w.,’' ]{1,40} )?\((?P<name>[A-Z][\w/ .’'-]{1,40})\)\s*(?:[-–—]|$)"),
    ("credit", (")",), r"\((?P<name>[A-Z][\w/ ’'-]{1,40})\)\s*$"),
    ("credit", ("reporting", "material", "information"), r"(?i:with (?:additional )?(?:reporting|material|information) (?:by|from)) NAME"),  # noqa: E501
    ("credit", ("reporting", "material", "information"), r"(?i:with (?:additional )?(?:reporting|material|information) (?:by|from)) [^.\n]{2,60}?, NAME"),  # noqa: E501
    ("credit", ("reporting", "material", "information"), r"(?i:with (?:additional )?(?:reporting|material|information) (?:by|from)) [^.\n]{2,60}? and NAME"),  # noqa: E501
    ("credit", ("original", "source", "via"), r"(?i:original (?:article|story|report|source)|source|via|originally (?:published|appeared) (?:in|on|by))\s*:?\s+NAME"),  # noqa: E501
    ("credit", (), r"(?m)^NAME SAID\W*$"),
    ("citation", ("first ", "initial", "originally "), r"(?i:(?:first|initial(?:ly)?|originally) (?:reported|announced|published|appeared|ran) (?:by|in|on)) NAME"),  # noqa: E501
    ("citation", TAKEN, r"(?i:according to|as (?:reported|told|quoted) (?:by|to|in)|quoted by|cited by|reported by|citing|quoting) (?:(?:a|the|an) (?:\w+ ){0,3}(?:report|article|investigation|interview|story|piece) (?:by|in|from|of|with) )?NAME"),  # noqa: E501
    ("citation", TOLD, r"(?i:told|interview with|speaking to|spoke to|spoke with|statement to|comments to|questions from|an inquiry from) NAME"),  # noqa: E501
    ("citation", (), r"(?:^|[\s“\"(])NAME(?:’s [\w ]{1,30}| magazine| newspaper| news agency| agency| website| daily)? (?:\w+ )?SAID\b"),  # noqa: E501
    ("citation", ("report", "article", "investigation", "interview", "story"), r"(?:report|article|investigation|interview|story) (?:by|in|from|with|on|of) NAME"),  # noqa: E501
    ("citation", ("with reference to", "referring to", ", per "), r"(?i:with reference to|referring to|, per) NAME"),
    ("citation", ("with reference to", "citing", "quoting"), r"SURE (?:writes|wrote|reports|reported),? (?:with reference to|citing|quoting)"),  # noqa: E501
    ("citation", (), r"(?:^|[\s“\"(])NAME(?:,? (?:which|who)|’s (?:report|article|account|reporters?)| (?:was (?:the )?first|followed|found|learned|interviewed|spoke|has seen|had seen|saw))\b"),  # noqa: E501
)  # fmt: skip
"""How outlets are credited and cited, each form with words (lower case) of which one stands in every text that it
fits: most texts have none of them, and the expression is dear. NAME and SAID stand for the expressions above, SURE for
a name that needs no list."""
PATTERNS = tuple(
    (
        how,
        words,
        re.compile(
            form.replace("NAME", f"(?P<name>{NAME})").replace("SAID", SAID).replace("SURE", f"(?P<sure>{NAME})")
        ),
    )
    for how, words, form in FORMS
)
ANAPHOR = re.compile(
    r"\b[Tt]he (?:newspaper|magazine|paper|news agency|agency|outlet|broadcaster|website|publication|radio station|station|"  # noqa: E501
    r"channel|daily|weekly|article|report) (?:\w+ )?(?:said|says|reported|reports|wrote|writes|quoted|quotes|cited|cites|"  # noqa: E501
    r"claims|claimed|noted|notes|adds|added)\b|\btold the (?:newspaper|magazine|paper|agency|outlet|broadcaster|website|"  # noqa: E501
    r"publication|station|channel|daily|weekly)\b"
)


@record
class Citation:
    """An outlet that a document names as where it has something from."""

    name: str
    """As written, without its article."""
    key: str
    """What the name folds to: equal for one outlet."""
    span: Span
    """The words that cite it."""
    how: How


def find_citations(
    document: Document, attributions: Sequence[Attribution] = (), *, held: frozenset[str] = frozenset()
) -> tuple[Citation, ...]:
    """Outlets that a document cites, in text order; its own outlet is none.

    `held` are names of outlets of the documents at hand. A name counts when it is one of these, is in the lists, was
    read as an outlet by the attribution stage, or is made like an outlet's name.
    """
    own = outlet_key(document.outlet) if document.outlet else None
    read = _by_attribution(attributions)
    read += _by_held_name(attributions, document.text, held)
    found = [c for c in read if not is_generic(c.name)] + _by_pattern(document.text, held)
    found.sort(key=lambda c: (c.span.start, c.span.end))
    found += [c for each in read if is_generic(each.name) and (c := resolved(each.name, each.span, found))]
    found += _by_anaphor(document.text, found)
    once: dict[tuple[str, int], Citation] = {}
    for citation in found:
        if citation.key and citation.key != own:
            once.setdefault((citation.key, citation.span.start), citation)
    return tuple(sorted(once.values(), key=lambda c: c.span.start))


CAPITAL = re.compile(r"(?<![\w.@-])[A-Z][\w’'&/-]*")
KIND = (
    r"(?:newspaper|paper|magazine|journal|news agency|agency|broadcaster|website|site|station|radio|channel|daily"
    r"|weekly|monthly|outlet|portal)"
)
CALLED = re.compile(KIND + r",? (?:called )?[“\"*_]?$"), re.compile(rf"^[”\"*_]? {KIND}\b")
"""What stands before or behind a name of one word that is an outlet's: "the magazine Harbour"."""


def find_mentions(document: Document, held: frozenset[str], known: Sequence[Citation] = ()) -> tuple[Citation, ...]:
    """Where a document names an outlet of the documents at hand in whichever form: "in the Valley Post", "Cf. Valley
    Post, 6 May", "(VPA)". Keyed by the outlet's full name; none of its own outlet, and none that is among `known`.

    Such a mention shows where to look for the source; whose word something is it does not show.
    """
    own = outlet_key(document.outlet) if document.outlet else None
    by_first, text = _by_first_word(held), document.text
    cited = {c.key for c in known}
    found: list[Citation] = []
    for match in CAPITAL.finditer(text):
        for name, full in by_first.get(match.group().removesuffix("'s").removesuffix("’s"), ()):
            end = match.start() + len(name)
            if text.startswith(name, match.start()) and not text[end : end + 1].isalnum():
                key = outlet_key(full)
                alone = " " not in name and not (
                    (name.isupper() and name != full)
                    or CALLED[0].search(text[: match.start()][-30:])
                    or CALLED[1].search(text[end : end + 20])
                )
                if key != own and key not in cited and not alone:
                    span = span_of(text, match.start(), end)
                    found.append(Citation(name=full, key=key, span=span, how="mention"))
                    break
    return tuple(found)


@lru_cache(maxsize=4)
def _by_first_word(names: frozenset[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word -> (name as written, full name), the longest first; bodies that publish are no outlets here."""
    found: dict[str, list[tuple[str, str]]] = {}
    full = {name: name for name in (each.removeprefix("The ") for each in names)}
    for name, of in (full | dict(short_names(names))).items():
        first = CAPITAL.match(name)
        if first is not None and not STATE.search(of):
            found.setdefault(first.group().removesuffix("'s").removesuffix("’s"), []).append((name, of))
    return {first: tuple(sorted(each, key=lambda pair: (-len(pair[0]), pair))) for first, each in found.items()}


def _by_attribution(attributions: Sequence[Attribution]) -> list[Citation]:
    return [
        Citation(
            name=without_tail(re.sub(r"^[Tt]he ", "", link.name)),
            key=outlet_key(link.name),
            span=link.span,
            how="citation",
        )
        for attribution in attributions
        for link in attribution.chain
        if link.kind == "outlet" and not STATE.search(without_tail(link.name))
    ]


NAMED = frozenset({"named_organisation", "named_person", "document"})


def _by_held_name(attributions: Sequence[Attribution], text: str, held: frozenset[str]) -> list[Citation]:
    """Voices that were read as a body, a person or a paper, and are called like an outlet of the documents at hand:
    "Fjord Post, the Norwegian daily, revealed". A body that publishes for itself is none: the words beside its name
    tell that it is of the press, or the name does."""
    found = []
    for attribution in attributions:
        for link in attribution.chain:
            if link.kind not in NAMED:
                continue
            whole = completed(link.name, link.span.end, text)
            name = without_lead(whole)
            if name not in held or STATE.search(name):
                continue
            told = name != whole.removeprefix("The ") or OF_THE_PRESS.match(text, link.span.end)
            if told or looks_like_outlet(name) or PRESS_NAME.match(name):
                found.append(Citation(name=name, key=outlet_key(name), span=link.span, how="citation"))
    return found


OF_THE_PRESS = re.compile(rf",? (?:an?|the|its|whose|our)? ?(?:[\w’'-]+ ){{0,4}}?{KIND}\b")
"""What stands behind an outlet's name to say that it is one."""
PRESS_NAME = re.compile(
    r"(?:Gazeta|Gazette|Folha|Jornal|Journal|Di[aá]rio|Correio|Correo|Peri[oó]dico|Ag[eê]ncia|Agencia|Agence|Agenzia|Corriere"
    r"|Il|Le|La|El|Die|Der|Das|Het|De)\b(?= )"
)
"""How names of the press begin in other languages."""


def resolved(name: str, span: Span, named: Sequence[Citation]) -> Citation | None:
    """What "the magazine" leads back to: the outlet named last before it, else the first after; None when none is."""
    before = [c for c in named if c.span.end <= span.start and not is_generic(c.name)]
    after = [c for c in named if c.span.start >= span.end and not is_generic(c.name)]
    found = before[-1] if before else after[0] if after else None
    return Citation(name=found.name, key=found.key, span=span, how="citation") if found else None


def _by_pattern(text: str, held: frozenset[str]) -> list[Citation]:
    found = []
    lower = text.lower()
    for how, words, pattern in PATTERNS:
        if words and not any(word in lower for word in words):
            continue
        for match in pattern.finditer(text):
            group = "sure" if "sure" in pattern.groupindex else "name"
            whole = match.group(group)
            name = re.sub(r"^[Tt]he ", "", whole) if group == "sure" else _trimmed(whole, held)
            if name is not None:
                start = match.start(group) + whole.index(name)
                span = span_of(text, start, start + len(name))
                found.append(Citation(name=name, key=outlet_key(name), span=span, how=how))
    return found


def _trimmed(name: str, held: frozenset[str]) -> str | None:
    """The longest beginning of a run of capitalised words that is an outlet's name; None when there is none.

    Of "a network's service" it is the service, where that is known by name.
    """
    plain = re.sub(r"^[Tt]he ", "", name).strip()
    service = re.split(r"[’']s ", plain, maxsplit=1)[-1]
    if service != plain and (service in held or service in known_names()):
        return service
    words = re.sub(r"[’']s$", "", plain).split()
    for count in range(len(words), 0, -1):
        short = re.sub(r"[’']s$", "", " ".join(words[:count])).rstrip(".,")
        if short in held or short in known_names():
            return short
    whole = " ".join(words).rstrip(".,")
    return whole if 2 <= len(words) <= 5 and looks_like_outlet(whole) else None


def _by_anaphor(text: str, named: Sequence[Citation]) -> list[Citation]:
    """ "The newspaper reported" goes back to the outlet named last before it."""
    found = []
    for match in ANAPHOR.finditer(text):
        before = [c for c in named if c.span.end <= match.start()]
        if before:
            last = before[-1]
            span = span_of(text, match.start(), match.end())
            found.append(Citation(name=last.name, key=last.key, span=span, how="citation"))
    return found


@lru_cache(maxsize=4096)
def canonical(url: str) -> str:
    """An address to compare by: without scheme, `www.`, query, fragment and closing slash."""
    plain = re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", url.strip().lower())
    return re.split(r"[?#]", plain)[0].rstrip("/")


def linked_documents(document: Document, by_url: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(address, id) of held documents that the document's body links to."""
    found = ((url, by_url.get(canonical(url))) for url in document.links)
    return tuple((url, id_) for url, id_ in found if id_ and id_ != document.id)
