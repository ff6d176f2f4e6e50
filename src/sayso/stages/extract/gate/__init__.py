"""Which matches make a claim, and which are everyday words."""
