"""Addresses of the interface, one for each operation, and the description."""

from django.urls import path

from .operations import OPERATIONS
from .views import described, view_of

urlpatterns = [
    *(path(operation.route, view_of(operation), name=operation.name) for operation in OPERATIONS),
    path("openapi.json", described, name="api-description"),
]
