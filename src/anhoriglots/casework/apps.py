"""The casework slice."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Everything here belongs to one board."""

    name = "anhoriglots.casework"
    label = "casework"
