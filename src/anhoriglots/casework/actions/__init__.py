"""Verbs of casework, one file each; import the one you need."""
