"""Stöd: what the own board gives, on what decision, what the law says of it, and when somebody last looked at it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.actions.mark_reviewed import mark_reviewed
from anhoriglots.catalogue.queries.board_offers import board_offers
from anhoriglots.catalogue.queries.unpublished import unpublished
from anhoriglots.design.pages import SeeOther

from ..refusals import tells_refusals


@staff_page(Capability.SEE_OFFER)
def offers(request: StaffRequest) -> HttpResponse:
    """The list; decisions that are missing or soon at an end stand out."""
    found = board_offers(request.actor.board_id, on=timezone.localdate(), reader=request.actor)
    attention = sum(1 for offer in found if offer.attention)
    overdue = sum(1 for offer in found if offer.is_overdue)
    context = {
        "offers": found,
        "board": request.actor.board_name,
        "attention": attention,
        "overdue": overdue,
        "unpublished": unpublished(request.actor),
        "can_edit": request.actor.can(Capability.EDIT_CATALOGUE),
    }
    return render(request, "workspace/offers.html", context)


@require_POST
@staff_page(Capability.WORK_WITH_REQUESTS)
@tells_refusals(lambda offer_id: reverse("offers"))
def review(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """The owner has looked at the offer today, and it is true."""
    mark_reviewed(actor=request.actor, offer_id=offer_id, at=timezone.now())
    return SeeOther(f"{reverse('offers')}#{offer_id}")
