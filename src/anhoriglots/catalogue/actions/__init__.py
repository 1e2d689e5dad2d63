"""Writes to the catalogue: a profile is loaded, a gap is counted."""
