"""Lays the rights after every migration, in the program and in tests alike."""

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate


class DatabaseConfig(AppConfig):
    """No tables of its own but the throttle."""

    name = "anhoriglots.database"
    label = "database"

    def ready(self) -> None:
        """Ask Django to tell when all tables are there."""
        post_migrate.connect(_secure_tables, sender=self)


def _secure_tables(**_: Any) -> None:
    from . import security

    if connection.vendor == "postgresql":
        security.apply()
