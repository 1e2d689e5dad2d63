"""Who did what and who read whom. For investigation only: no page builds a feature on it."""
