"""Who says what: source, cue and content of every attribution, nested ones included, and who the source is."""

from sayso.stages.attribute.attribute import attribute

__all__ = ["attribute"]
