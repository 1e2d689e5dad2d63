"""The visitors slice."""

from django.apps import AppConfig


class VisitorsConfig(AppConfig):
    """Visitors' codes, of every kind."""

    name = "anhoriglots.visitors"
    label = "visitors"
