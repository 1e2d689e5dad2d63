"""Ordlista: what the words on the pages mean."""

from django.http import HttpResponse
from django.shortcuts import render

from anhoriglots.accounts.access import StaffRequest, staff_page

from ..glossary import glossary


@staff_page()
def show(request: StaffRequest) -> HttpResponse:
    """Every word that everybody at work meets."""
    return render(request, "workspace/glossary.html", {"parts": glossary()})
