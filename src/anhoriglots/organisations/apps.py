"""The organisations slice."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Reference data without personal data."""

    name = "anhoriglots.organisations"
    label = "organisations"
