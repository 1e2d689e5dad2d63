"""The page of an offer as everybody will read it, for those who write it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.queries.staff_offer import draft_page
from anhoriglots.kernel.decision import Refused

from ..pages import OpenRequest, open_page
from .offers import told


class WriterRequest(StaffRequest, OpenRequest):
    """Somebody is signed in and the municipality is known."""


@staff_page(Capability.EDIT_CATALOGUE)
@open_page
def preview(request: WriterRequest, offer_id: UUID) -> HttpResponse:
    """What is being written, in the very page that it will stand in; nobody else sees it."""
    try:
        shown, mark = draft_page(request.actor, offer_id, on=timezone.localdate())
    except Offer.DoesNotExist as error:
        raise Http404 from error
    except Refused as refused:
        raise PermissionDenied(refused.decision.sentence) from refused
    if shown is None:
        raise Http404
    return render(request, "publicsite/preview_offer.html", {**told(request.municipality, shown), "mark": mark})
