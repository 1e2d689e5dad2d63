"""The catalogue slice."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Public reference data and one table of anonymous counts."""

    name = "anhoriglots.catalogue"
    label = "catalogue"
