"""The municipality: its boards, districts, units, target groups and local titles. Public reference data."""
