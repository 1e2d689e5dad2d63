"""Codes that a visitor without account keeps and says: each opens one thing."""
