"""Getting bytes: for now from files and folders."""

from sayso.retrieve.folder import Item, load, walk

__all__ = ["Item", "load", "walk"]
