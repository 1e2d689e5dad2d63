"""Relief while one is in a group: asked for with the booking, answered by the unit, and the hours that may be had."""
