"""Addresses of the design system itself: the leave button, and the gallery of components for developers."""

from django.urls import path

from . import gallery, views

urlpatterns = [
    path(views.LEAVE_PATH, views.leave, name="leave"),
    path("design/", gallery.index, name="design-gallery"),
    path("design/<slug:sample>/", gallery.sample, name="design-sample"),
]
