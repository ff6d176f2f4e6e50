"""Figures and money as intervals with what they count."""
