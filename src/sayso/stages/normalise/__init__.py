"""What the words of a document denote: figures, money, periods, places, actors."""

from sayso.lexicon.aliases import Aliases
from sayso.model import Mentions, Parsed
from sayso.stages.normalise.actors.actors import read_actors
from sayso.stages.normalise.names.naming import read_names
from sayso.stages.normalise.places.places import as_place, resolve
from sayso.stages.normalise.places.toponyms import find_toponyms
from sayso.stages.normalise.values import read_values
from sayso.tools.gazetteer import Gazetteer

__all__ = ["normalise"]


def normalise(parsed: Parsed, *, gazetteer: Gazetteer, aliases: Aliases) -> Mentions:
    """Find figures, money, periods, places and actors, each list in text order.

    A word that names a place but stands for a government or its people is an actor and no place.
    """
    names = read_names(parsed, aliases)
    toponyms = find_toponyms(parsed, names, gazetteer)
    resolved = resolve(parsed.document.text, toponyms, gazetteer=gazetteer, aliases=aliases)
    places = (
        as_place(toponym, place)
        for toponym, place in zip(toponyms, resolved, strict=True)
        if toponym.use in ("literal", "modifier")
    )
    quantities, money, periods = read_values(parsed)
    return Mentions(
        quantities=quantities,
        money=money,
        periods=periods,
        places=tuple(places),
        actors=read_actors(parsed, names, toponyms, aliases=aliases),
    )
