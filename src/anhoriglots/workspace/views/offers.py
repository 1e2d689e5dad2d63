"""Stöd: what the own board gives, on what decision, and what the law says of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.queries.board_offers import board_offers


@staff_page(Capability.SEE_OFFER)
def offers(request: StaffRequest) -> HttpResponse:
    """The list; decisions that are missing or soon at an end stand out."""
    found = board_offers(request.actor.board_id, on=timezone.localdate())
    attention = sum(1 for offer in found if offer.attention)
    context = {"offers": found, "board": request.actor.board_name, "attention": attention}
    return render(request, "workspace/offers.html", context)
