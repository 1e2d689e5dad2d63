"""Reads of relief, ready for pages."""
