"""Training of the models that ship with Sayso. The product imports nothing of it; it has requirements of its own."""
