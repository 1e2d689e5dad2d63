"""A PostgreSQL server of one's own for the demo, development and tests: no installation, no port, no password.

The server's binaries come from a wheel; their life cycle is ours (docs/decisions/2026-11-23-own-life-cycle-for-the-
embedded-database.md). Production sets DATABASE_URL and never comes here.
"""

from .errors import EmbeddedDatabaseError
from .lifecycle import Address, release, start

__all__ = ["Address", "EmbeddedDatabaseError", "release", "start"]
