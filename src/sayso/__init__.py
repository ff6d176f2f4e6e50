"""Sayso turns open reporting on a conflict into a ledger of claims."""

__version__ = "0.1.0"
