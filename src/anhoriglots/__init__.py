"""Anhöriglots: the system a Swedish municipality runs for its support to carers (anhörigstöd)."""
