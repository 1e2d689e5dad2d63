"""One module per legal question; each has a QUESTION with its dated versions side by side."""
