"""Addresses of both interfaces; the version stands in each."""

from django.urls import include, path

urlpatterns = [
    path("hsds/v3/", include("anhoriglots.integration.hsds.urls")),
    path("api/v1/", include("anhoriglots.integration.api.urls")),
]
