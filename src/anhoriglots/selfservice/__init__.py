"""Pages behind a code."""
