"""Staff pages that combine slices."""
