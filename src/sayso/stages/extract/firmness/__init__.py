"""How firmly a source commits to an event: layers of words, negations, verdicts on reports."""
