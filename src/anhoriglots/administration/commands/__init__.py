"""The subcommands, one file each. Each has ``add_parser``; imports of Django wait until a command runs."""

from . import demo, migrate, profile, serve, user, worker

ALL = (serve, worker, migrate, demo, profile, user)
