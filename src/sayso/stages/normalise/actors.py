"""Find actors: persons, bodies, governments, forces and groups, by name, demonym, metonym or description."""

import re
from typing import TYPE_CHECKING

from sayso.lexicon.aliases import Actor, Aliases
from sayso.model import EntityKind, Mention, Parsed, Reason, Span, digest
from sayso.stages.normalise.names import Name
from sayso.stages.normalise.toponyms import Toponym

if TYPE_CHECKING:
    pass

SLUG = re.compile(r"[^a-z0-9]+")


def entity_id(kind: EntityKind, name: str) -> str:
    """Id of an entity that no table knows: kind, name and a digest of both."""
    slug = SLUG.sub("-", name.casefold()).strip("-")[:40]
    return f"{kind}-{slug}-{digest([kind, name.casefold()], length=6)}"


def read_actors(
    parsed: Parsed, names: list[Name], toponyms: list[Toponym], *, aliases: Aliases
) -> tuple[Mention, ...]:
    """Actors in text order."""
    found = []
    text = parsed.document.text
    uses = {t.span.start: t for t in toponyms}
    for name in names:
        span = name.span(text)
        toponym = uses.get(name.start)
        hit = name.hit
        if hit is not None and hit.form.sort in ("actor", "acronym"):
            actor = aliases.actors[hit.form.targets[0]]
            found.append(_known(span, actor, hit.form.sort))
        elif hit is not None and hit.form.sort == "seat":
            found.append(_government(span, hit.form.targets[0], "metonym", aliases))
        elif toponym is not None and toponym.use == "metonym" and toponym.country:
            form = "metonym" if toponym.capital else "name"
            found.append(_government(span, toponym.country, form, aliases))
        elif toponym is not None and toponym.use == "demonym" and toponym.country:
            found.append(_demonym(span, toponym.country, aliases))
        elif toponym is None and name.label in ("PERSON", "ORG"):
            found.append(_named(span, name))
    return tuple(found)


def _known(span: Span, actor: Actor, sort: str) -> Mention:
    reason = Reason(rule="actors.table", detail=f"{span.text} is {actor.name}", spans=(span,))
    return Mention(
        span=span, entity=actor.id, name=actor.name, kind=actor.kind, form="acronym" if sort == "acronym" else "name",
        country=actor.country, sector=actor.sector, reasons=(reason,),
    )  # fmt: skip


def _government(span: Span, iso: str, form: str, aliases: Aliases) -> Mention:
    country = aliases.countries[iso]
    reason = Reason(rule="actors.metonym", detail=f"{span.text} acts here: the government of {country.name}", spans=(span,))
    return Mention(
        span=span, entity=f"{iso.lower()}-government", name=f"Government of {country.name}", kind="government",
        form=form, country=iso, sector="GOV", reasons=(reason,),
    )  # type: ignore[arg-type]  # fmt: skip


def _demonym(span: Span, iso: str, aliases: Aliases) -> Mention:
    country = aliases.countries[iso]
    return Mention(
        span=span, entity=f"{iso.lower()}-people", name=f"{country.adjectives[0]} people", kind="nationality", form="demonym", country=iso,
        reasons=(Reason(rule="actors.demonym", detail=f"{span.text}: {country.name}", spans=(span,)),),
    )  # fmt: skip


def _named(span: Span, name: Name) -> Mention:
    kind: EntityKind = "person" if name.label == "PERSON" else "organisation"
    return Mention(span=span, entity=entity_id(kind, name.text), name=name.text, kind=kind, form="name")
