"""A document's text with its grammar: sentences within blocks, and quotations."""

from sayso.stages.annotate.parse import annotate, paragraphs_of

__all__ = ["annotate", "paragraphs_of"]
