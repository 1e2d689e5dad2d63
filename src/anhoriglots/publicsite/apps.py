"""The publicsite pages."""

from django.apps import AppConfig


class PublicsiteConfig(AppConfig):
    """Open pages: find support, ask to be contacted."""

    name = "anhoriglots.publicsite"
    label = "publicsite"
