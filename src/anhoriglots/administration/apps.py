"""The administration pages."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Commands for those who run the program."""

    name = "anhoriglots.administration"
    label = "administration"
