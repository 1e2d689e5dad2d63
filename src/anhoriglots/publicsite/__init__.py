"""Open pages: find support, ask to be contacted."""
