"""Routes, thin: each asks a view and renders its record."""
