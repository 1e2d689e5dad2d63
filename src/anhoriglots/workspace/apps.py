"""The workspace pages."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Staff pages that combine slices."""

    name = "anhoriglots.workspace"
    label = "workspace"

    def ready(self) -> None:
        """Put the pages in the staff menu."""
        from . import menu

        menu.install()
