"""What can be done with others' services."""
