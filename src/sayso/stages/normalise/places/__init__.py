"""Which words name places, what they do in their sentence, and which place is meant."""
