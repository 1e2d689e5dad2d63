"""Faults that visitors tell us of in the pages, and what the accessibility statement says of them (lag 2018:1937)."""
