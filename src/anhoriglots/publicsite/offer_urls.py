"""Addresses of the catalogue."""

from django.urls import path

from .views import offer_preview, offers

urlpatterns = [
    path("stod/", offers.offers, name="catalogue"),
    path("stod/blad/", offers.leaflets, name="leaflets"),
    path("stod/blad/<uuid:unit_id>/", offers.leaflet, name="leaflet"),
    path("stod/blad/<uuid:unit_id>/blad.pdf", offers.leaflet_pdf, name="leaflet-pdf"),
    path("stod/<uuid:offer_id>/", offers.offer, name="offer"),
    path("stod/<uuid:offer_id>/utkast/", offer_preview.preview, name="offer-preview"),
]
