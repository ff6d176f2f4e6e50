"""Find toponyms: every word that names a place, whatever it does in its sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Aliases
from sayso.model import Parsed, Span
from sayso.model._record import record
from sayso.stages.normalise.names import Name, root_of
from sayso.stages.normalise.uses import LOCATIVE, Use, use_of
from sayso.tools.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token


@record
class Toponym:
    """A word or words that name a place."""

    span: Span
    use: Use
    country: str | None = None
    """ISO code when the tables know the words as a country, its adjective, people or seat; None for other names."""
    capital: bool = False
    """Whether the words are a capital that the tables know to stand for its government."""


def find_toponyms(parsed: Parsed, names: list[Name], gazetteer: Gazetteer) -> list[Toponym]:
    """All toponyms in text order: by the tables, by the language model, and by a preposition of place before a known name."""
    text, doc = parsed.document.text, parsed.doc
    persons = _surnames(names)
    found = []
    for name in names:
        root = root_of(doc, name.start, name.end)
        if root is not None:
            found.extend(_toponym(text, name, root, gazetteer, persons))
    return found


def _surnames(names: list[Name]) -> frozenset[str]:
    """Last words of the persons that are named in full: "Washington" after "Denzel Washington" is no town."""
    full = (name.text for name in names if name.label == "PERSON" and name.hit is None and " " in name.text)
    return frozenset(text.rsplit(None, 1)[-1] for text in full)


def _toponym(text: str, name: Name, root: "Token", gazetteer: Gazetteer, persons: frozenset[str]) -> Iterator[Toponym]:
    span = name.span(text)
    if name.hit is not None and name.hit.form.sort != "actor" and name.hit.form.sort != "acronym":
        sort, iso = name.hit.form.sort, name.hit.form.targets[0]
        if sort == "adjective" and len(name.hit.form.targets) == 1 or sort == "people":
            yield Toponym(span=span, use="demonym", country=iso)
        elif sort == "country":
            yield Toponym(span=span, use=use_of(root), country=iso)
        elif sort == "capital":
            yield Toponym(span=span, use=use_of(root), country=iso, capital=True)
        return
    if name.hit is not None or name.text in persons:
        return
    if name.label in ("GPE", "LOC", "FAC"):
        yield Toponym(span=span, use="modifier" if root.dep_ in ("compound", "amod") else "literal")
    elif name.label in ("PERSON", "ORG", "NORP") and _placed(root) and gazetteer.lookup(name.text):
        yield Toponym(span=span, use="literal")


def _placed(root: "Token") -> bool:
    """Whether a preposition of place stands before the name."""
    return root.dep_ == "pobj" and root.head.lower_ in LOCATIVE - {"from", "to", "between", "over", "on"}
