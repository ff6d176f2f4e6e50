"""Word lists, tables and domain packs, with their loaders."""
