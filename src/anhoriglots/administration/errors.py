"""Errors that a command tells in plain words instead of a traceback."""


class CommandError(Exception):
    """Says what is wrong and what to do, in Swedish."""
