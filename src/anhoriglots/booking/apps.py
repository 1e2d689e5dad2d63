"""The booking slice."""

from django.apps import AppConfig


class BookingConfig(AppConfig):
    """What is planned is public; who comes belongs to one board."""

    name = "anhoriglots.booking"
    label = "booking"
