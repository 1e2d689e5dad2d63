"""Tells people what has happened, in words that reveal nothing, and remembers whom somebody must ring instead."""
