"""The page of event types, written from the packs: docs/reference/event-types.md."""

from collections.abc import Iterable

from sayso.lexicon.packs import EventType, Pack

HEAD = """# Event types

Made from the packs that ship (`python -m sayso.lexicon.reference > docs/reference/event-types.md`); a test compares.
A type's parent is the PLOVER type that it is a case of. How words lead to types: [packs](../method/packs.md).
"""


def page(packs: Iterable[Pack]) -> str:
    """The whole page in Markdown."""
    return "\n".join([HEAD, *(_pack(pack) for pack in packs)])


def _pack(pack: Pack) -> str:
    return "\n".join(
        [f"## {pack.title} (`{pack.name}`, version {pack.version})\n", *(_type(one) for one in pack.types)]
    )


def _type(one: EventType) -> str:
    lines = [f"### {one.name}\n", f"{one.definition} PLOVER: {one.parent}; {one.quad.replace('_', ' ')}.\n"]
    lines.append(f"- covers: {'; '.join(one.covers)}")
    lines.append(f"- does not cover: {'; '.join(one.does_not_cover)}")
    lines += [f"- example: *{example}*" for example in one.examples]
    roles = "; ".join(f"`{name}` ({role.definition})" for name, role in one.roles.items())
    lines.append(f"- roles: {roles}")
    lines.append(f"- triggers: {one.triggers} entries\n")
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    from sayso.lexicon.packs import load_packs

    sys.stdout.write(page(load_packs(["foreign_fighters", "arms_transfers"])))
