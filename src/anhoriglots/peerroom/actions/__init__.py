"""What can be done in a room; each in one transaction."""
