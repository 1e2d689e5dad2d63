"""The codes slice."""

from django.apps import AppConfig


class CodesConfig(AppConfig):
    """Visitors' codes, of every kind."""

    name = "anhoriglots.codes"
    label = "codes"
