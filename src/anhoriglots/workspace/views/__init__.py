"""Staff pages, one file per matter."""
