"""The workspace pages."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Staff pages that combine slices."""

    name = "anhoriglots.workspace"
    label = "workspace"
