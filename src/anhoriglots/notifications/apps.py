"""The notifications slice."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """An outbox that belongs to one board."""

    name = "anhoriglots.notifications"
    label = "notifications"
