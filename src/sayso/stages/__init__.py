"""Pure functions, records in, records and Problems out. Stages do not import each other."""
