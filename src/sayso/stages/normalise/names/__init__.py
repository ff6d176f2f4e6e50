"""Names as a text writes them, before anybody knows what they name."""
