"""Who is named or described, and which names and descriptions are one actor."""
