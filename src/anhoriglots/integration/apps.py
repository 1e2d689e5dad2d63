"""The open interfaces."""

from django.apps import AppConfig


class IntegrationConfig(AppConfig):
    """Open Referral's interface and the project's own."""

    name = "anhoriglots.integration"
    label = "integration"

    def ready(self) -> None:
        """Put the page where others' services are taken in in the staff menu."""
        from anhoriglots.accounts.navigation import Item, add
        from anhoriglots.accounts.roles import Capability

        add(Item("import-services", "Hämta stöd", "d", Capability.EDIT_CATALOGUE))
