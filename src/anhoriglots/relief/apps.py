"""The relief slice."""

from django.apps import AppConfig


class ReliefConfig(AppConfig):
    """What carers ask for so that they can come."""

    name = "anhoriglots.relief"
    label = "relief"
