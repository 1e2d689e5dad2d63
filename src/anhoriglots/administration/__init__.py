"""Commands for those who run the program."""
