"""Documents beside each other: shared text, copies and their parents, citations, likeness of words."""
