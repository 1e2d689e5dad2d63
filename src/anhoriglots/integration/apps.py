"""The open interfaces."""

from django.apps import AppConfig


class IntegrationConfig(AppConfig):
    """Open Referral's interface and the project's own."""

    name = "anhoriglots.integration"
    label = "integration"
