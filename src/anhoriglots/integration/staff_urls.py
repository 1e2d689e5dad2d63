"""Addresses below /personal/ where others' services are taken in."""

from django.urls import path

from . import import_views

urlpatterns = [
    path("stod/hamta-in", import_views.choose_file, name="import-services"),
    path("stod/hamta-in/<uuid:file_id>", import_views.preview, name="import-preview"),
]
