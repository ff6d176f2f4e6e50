"""Which voices and documents are meant by the name of a source that is to be withdrawn."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Relations
    from sayso.store import Ledger


def withdrawn(ledger: "Ledger", relations: "Relations", name: str) -> list[str]:
    """Ids of the voices that a name or id means, and of the documents of the outlet of that name; none for a source
    that is cited and on which no claim rests.

    A person is meant by the whole name and by a part of it alike. Raises BadParameter where nobody is called so.
    """
    from sayso.stages.link.texts.outlets import outlet_key

    voices = [(o.id, o.name or "") for o in relations.origins]
    voices += [(v.origin, v.name or "") for d in relations.drives for v in (*d.voices, *d.denied_by)]
    asked = name.casefold()
    found = [key for key, called in voices if key == name or called.casefold() == asked]
    found += called_otherwise(name, voices)
    printed = [d.id for d in ledger.documents() if d.outlet and outlet_key(d.outlet) == outlet_key(name)]
    if not found and not printed:
        found = [key for key, called in voices if asked in called.casefold()] or told_by(ledger, relations, name)
    if not found and not printed and not ledger.sources(name=name):
        raise typer.BadParameter(
            f"no voice and no outlet is called {name!r}; `sayso sources` lists the voices", param_hint="--source"
        )
    return list(dict.fromkeys(found)) + printed


def called_otherwise(name: str, voices: "Sequence[tuple[str, str]]") -> list[str]:
    """Ids of the voices whose name is a shorter or fuller form of a name, where all of these can be one: a person's, or
    "the embassy" where only one embassy speaks.

    >>> called_otherwise("Aas", [("o-1", "Bo Aas"), ("o-2", "Aas"), ("o-3", "Eva Lind")])
    ['o-1', 'o-2']
    >>> called_otherwise("Aas", [("o-1", "Bo Aas"), ("o-2", "Ida Aas")])
    []
    >>> called_otherwise("Embassy", [("o-1", "Embassy"), ("o-2", "Norwegian embassy in Malmo")])
    ['o-1', 'o-2']
    """
    from sayso.stages.link.voices.names import is_short_form

    def are_one(short: str, full: str) -> bool:
        words, others = short.casefold().split(), full.casefold().split()
        return is_short_form(short, full) or (len(words) == 1 and words[0] in others) or words == others

    like = [(key, called) for key, called in voices if are_one(name, called) or are_one(called, name)]
    fullest = max((called for _, called in like), key=len, default="")
    return [key for key, _ in like] if all(are_one(called, fullest) for _, called in like) else []


MANY = 10_000
"""Claims of one source that are looked at."""


def told_by(ledger: "Ledger", relations: "Relations", name: str) -> list[str]:
    """Ids of the voices to which the claims are put down whose last source is called so in the text: "the minister" is
    the voice of whoever that is."""
    from sayso.store.asked import ClaimFilter

    rows = ledger.claims(ClaimFilter(source=name, limit=MANY))
    claims = {row.claim.id for row in rows if row.claim.chain[-1].name.casefold() == name.casefold()}
    return [origin.id for origin in relations.origins if claims & set(origin.claims)]
