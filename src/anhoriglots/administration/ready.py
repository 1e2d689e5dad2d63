"""Makes Django ready for a command."""

import os

from anhoriglots.database.address import ensure_started, is_external

from .secrets import supply


def prepare(role: str) -> None:
    """Make Django ready, as the owner of the tables or as the web role.

    Secrets that are not given are made and kept in the var folder when the database is the embedded one.
    """
    os.environ["ANHORIGLOTS_DATABASE_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anhoriglots.config.settings.production")
    if not is_external():
        supply(os.environ)
    ensure_started()
    import django

    django.setup()
