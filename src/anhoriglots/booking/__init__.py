"""Groups, courses and meetings: plan, find, book, queue, cancel, attend."""
