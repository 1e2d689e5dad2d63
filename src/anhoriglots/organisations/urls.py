"""Addresses of the municipality itself."""

from django.urls import path

from . import views

urlpatterns = [path("tema/<slug:theme_hash>.css", views.theme, name="theme")]
