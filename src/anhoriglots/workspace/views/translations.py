"""Översättningar: how many texts of each language a person has read, so that somebody knows what remains."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability

from ..municipality import municipality_of
from ..translations import languages_of


@staff_page(Capability.MANAGE_ACCOUNTS)
def translations(request: StaffRequest) -> HttpResponse:
    """The languages of the municipality."""
    municipality = municipality_of(request)
    context = {"rows": languages_of(municipality), "name": municipality.name, "shows_drafts": settings.SHOWS_DRAFTS}
    return render(request, "workspace/translations.html", context)
