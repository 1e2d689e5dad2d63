"""The people slice."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Personal data behind row-level security."""

    name = "anhoriglots.people"
    label = "people"
