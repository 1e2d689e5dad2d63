"""The project's own read interface, to the Swedish profile for REST interfaces (Digg)."""
