"""Loaded things that stages are handed: language model, encoder, gazetteer, word lists. Loaded once a process."""

from sayso.tools.load import Tools, load_tools

__all__ = ["Tools", "load_tools"]
