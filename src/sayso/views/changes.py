"""What copies changed, each change once."""

from collections.abc import Iterable

from sayso.model import Change
from sayso.views.library import Library
from sayso.views.records import ChangeLine


def changes(library: Library) -> tuple[ChangeLine, ...]:
    """What copies changed, in the order of the copies; mere rewording is left out."""
    held = library.numbers
    found = [
        ChangeLine(
            what=change.what,
            was=library.cite(change.parent, change.was),
            now=library.cite(change.child, change.now),
            parent=change.parent,
            child=change.child,
        )
        for change in told_once(library.relations.changes)
        if change.what != "wording" and change.parent in held and change.child in held
    ]
    return tuple(sorted(found, key=lambda c: (held[c.child], c.now.start)))


def told_once(changes: Iterable[Change]) -> list[Change]:
    """The changes without those that another one of the same kind tells in fewer words, as a claim and the aligned
    passage that it stands in may both show one word that went; and in the same words, as a headline and its article."""
    kept: dict[tuple[str, str, str], list[Change]] = {}
    for change in sorted(changes, key=lambda c: (len(c.now.text) + len(c.was.text), c.child, c.now.start)):
        told = kept.setdefault((change.parent, change.child, change.what), [])
        if not any(_is_told_by(one, change) for one in told):
            told.append(change)
    return [change for told in kept.values() for change in told]


def _is_told_by(one: Change, other: Change) -> bool:
    same = (one.was.text.casefold(), one.now.text.casefold()) == (other.was.text.casefold(), other.now.text.casefold())
    return same or (one.now.overlaps(other.now) and one.was.overlaps(other.was))
