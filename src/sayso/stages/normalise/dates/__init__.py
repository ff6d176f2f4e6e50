"""Time expressions, and the calendar days that they denote."""
