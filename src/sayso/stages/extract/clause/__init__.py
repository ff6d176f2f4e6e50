"""What stands around a word that may name an event: frame, participants, scope."""
