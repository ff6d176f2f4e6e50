"""Answers to questions, as records without markup."""
