"""What a claim puts into the picture of a recruitment system: entries of the facets that domain packs declare."""

from sayso.stages.picture.entries import UNSAYABLE, label, names, route

__all__ = ["UNSAYABLE", "names", "route", "label"]
