"""Django's PostgreSQL backend with the check for unscoped queries."""
