"""Plain values that every floor may use; imports no framework, no database, no network."""
