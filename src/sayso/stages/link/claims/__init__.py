"""Claims beside each other: what each says, which say the same, figures, contradictions."""
