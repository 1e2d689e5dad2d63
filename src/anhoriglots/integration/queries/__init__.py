"""What is known of others' services."""
