"""Reads of casework, one file per page they serve."""
