"""Reads of groups and bookings, ready for pages."""
