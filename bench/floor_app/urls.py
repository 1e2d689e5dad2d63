"""Addresses of the floors."""

from django.urls import path

from . import views

urlpatterns = [
    path("hello", views.hello),
    path("list", views.waiting),
    path("list/user", views.waiting_for_user),
    path("list/plain", views.waiting_plain),
    path("search", views.search),
    path("search/user", views.search_for_user),
    path("open/<uuid:case_id>", views.open_case, name="case"),
    path("open/<uuid:case_id>/user", views.open_case_for_user),
    path("create", views.create),
]
