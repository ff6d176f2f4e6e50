"""Answers carried out: one file a format."""
