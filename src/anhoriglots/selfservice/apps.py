"""The selfservice pages."""

from django.apps import AppConfig


class SelfserviceConfig(AppConfig):
    """Pages behind a code."""

    name = "anhoriglots.selfservice"
    label = "selfservice"
