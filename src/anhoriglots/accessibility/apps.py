"""The accessibility slice."""

from django.apps import AppConfig


class AccessibilityConfig(AppConfig):
    """What is told belongs to one board; what the statement says of it is public."""

    name = "anhoriglots.accessibility"
    label = "accessibility"
