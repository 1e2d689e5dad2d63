"""PostgreSQL: where it runs, whose rows a request may see, and the base models."""
