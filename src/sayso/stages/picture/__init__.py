"""What a claim puts into the picture of a recruitment system: entries of the facets that domain packs declare."""

from sayso.stages.picture.entries import UNSAYABLE, is_nobody, label, names, route

__all__ = ["UNSAYABLE", "is_nobody", "names", "route", "label"]
