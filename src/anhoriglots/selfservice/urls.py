"""Addresses of the pages behind a code. None of them holds the code."""

from django.urls import path

from . import views

urlpatterns = [
    path("kod/", views.code, name="thread-code"),
    path("kod/sida/", views.thread, name="thread"),
    path("kod/sida/stodkontakt/", views.answer_contact, name="thread-contact"),
    path("kod/sida/byta/", views.change_contact, name="thread-change"),
    path("kod/sida/nej-tack/", views.decline_contact, name="thread-decline"),
    path("kod/sida/ta-bort/", views.erase, name="thread-erase"),
    path("kod/borttaget/", views.erased, name="thread-erased"),
]
