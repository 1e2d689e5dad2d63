"""Views of the open pages, one file per visit: start, guide, contact, information."""
