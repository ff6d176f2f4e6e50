"""The parse as rules look at it, with what the parser is known to get wrong put right."""
