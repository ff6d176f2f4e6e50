"""A document's text with its grammar: sentences within blocks, and quotations."""

from sayso.stages.annotate.parse import annotate

__all__ = ["annotate"]
