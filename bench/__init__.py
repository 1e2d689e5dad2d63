"""Measures the program against floors taken in the same run. Developers only; not part of the installed package."""
