"""Runs the program as in production and measures it from outside, beside the floors."""
