"""The audit slice."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Two append-only tables."""

    name = "anhoriglots.audit"
    label = "audit"
