"""Addresses below /personal/beslut/; the list itself is /personal/beslut."""

from django.urls import path

from .views import decisions

urlpatterns = [
    path("nytt/<slug:kind>", decisions.register_decision, name="register-decision"),
    path("<slug:kind>/<uuid:decision_id>/avsluta", decisions.end, name="end-decision"),
    path("las-in", decisions.import_decisions, name="import-decisions"),
    path("fil", decisions.export_decisions, name="export-decisions"),
]
