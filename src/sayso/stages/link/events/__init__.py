"""Which mentions, claims and propositions tell of one happening."""
