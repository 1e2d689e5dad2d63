"""One group: who comes and who waits, and what is done for them. Every person shown is written in the read log."""

from datetime import datetime
from uuid import UUID

import segno
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_reads
from anhoriglots.booking.actions.answer_offer import accept_offer
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.actions.note_told import note_told
from anhoriglots.booking.actions.offer_seats import offer_seats
from anhoriglots.booking.actions.publish_group import publish_group, withdraw_group
from anhoriglots.booking.models import Booking, Group
from anhoriglots.booking.queries.people_to_tell import people_to_tell
from anhoriglots.booking.queries.staff_group import StaffGroup, own_group, staff_group
from anhoriglots.design.pages import SeeOther

from ..group_languages import languages_of_group
from ..municipality import municipality_of
from ..note_page import key_or_none
from ..refusals import tells_refusals
from ..relief_marks import with_relief

# What fits on one sheet of paper.
SLIPS = 6
LEAD, PLAN = Capability.LEAD_GROUPS, Capability.PLAN_GROUPS
DONE = {
    "publish": "Gruppen är publicerad. Nu kan alla se den och boka.",
    "draft": "Utkastet är sparat. Ingen utanför ser det.",
    "withdraw": "Gruppen är dold. De som har bokat har kvar sina platser.",
    "changed": "Ändringen är sparad.",
    "offered": "Nästa i kön är erbjuden platsen. Se under Ring eller skriv om du behöver höra av dig.",
    "nobody": "Det finns ingen ledig plats att erbjuda.",
    "cancelled": "Bokningen är avbokad.",
    "accepted": "Platsen är bokad.",
    "noted": "Närvaron är sparad.",
    "one": "Gången är inställd.",
    "all": "Gruppen är inställd.",
    "moved": "Gången är flyttad.",
    "added": "Gången är tillagd.",
    "translated": "Texterna är sparade.",
    "told": "Antecknat att personen vet.",
}


@staff_page(LEAD)
def group(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """The group's page."""
    at = timezone.now()
    found = _found(request, group_id, at, page="group")
    languages = languages_of_group(municipality_of(request), found) if found.can_plan else []
    context = {"found": found, "languages": languages, "done": DONE.get(request.GET.get("gjort", ""), "")}
    return render(request, "workspace/group.html", context)


@staff_page(LEAD)
def printed_list(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """The list on paper; neither title nor address tells what the group is about."""
    found = _found(request, group_id, timezone.now(), page="group-list")
    return render(request, "workspace/group_list.html", {"found": found})


def _found(request: StaffRequest, group_id: UUID, at: datetime, *, page: str) -> StaffGroup:
    try:
        found = staff_group(request.actor, group_id, at=at)
    except Group.DoesNotExist as error:
        raise Http404 from error
    record_reads(subject_ids=found.subjects, page=page, at=at)
    return with_relief(found)


@staff_page(LEAD)
def card(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Slips to cut out, with the address of the anonymous card."""
    try:
        group = own_group(request.actor, group_id)
    except Group.DoesNotExist as error:
        raise Http404 from error
    address = request.build_absolute_uri(f"{get_script_prefix()}kort/{group.card}/")
    picture = mark_safe(segno.make(address, error="m").svg_inline(omitsize=True))  # noqa: S308 - drawn from an address of ours
    context = {"group": group, "address": address, "picture": picture, "slips": range(SLIPS)}
    return render(request, "workspace/group_card.html", context)


def _back(group_id: UUID) -> str:
    return reverse("staff-group", args=[group_id])


@require_POST
@staff_page(PLAN)
@tells_refusals(_back)
def step(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Publish, or hide again."""
    act = {"publish": publish_group, "withdraw": withdraw_group}.get(request.POST.get("do", ""))
    if act is None:
        raise ObjectDoesNotExist
    act(actor=request.actor, group_id=group_id, at=timezone.now())
    return SeeOther(f"{_back(group_id)}?gjort={request.POST['do']}")


@require_POST
@staff_page(LEAD)
@tells_refusals(_back)
def offer(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Offer what is free to those who wait."""
    meeting = key_or_none(request.POST.get("meeting", ""))
    told = offer_seats(actor=request.actor, group_id=group_id, meeting_id=meeting, at=timezone.now())
    return SeeOther(f"{_back(group_id)}?gjort={'offered' if told else 'nobody'}")


@staff_page(LEAD)
@tells_refusals(_back)
def cancel(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Cancel one time or the whole group; asks first, then tells who must be told."""
    at = timezone.now()
    meeting = key_or_none(request.GET.get("gang", ""))
    found = staff_group(request.actor, group_id, at=at)
    row = next((one for one in found.meetings if one.pk == meeting), None)
    if meeting and row is None:
        raise ObjectDoesNotExist
    if not meeting and not found.can_plan:
        raise PermissionDenied("Du kan ställa in en gång. Hela gruppen ställs in av den som ordnar grupper.")
    if request.method != "POST":
        return render(request, "workspace/cancel_group.html", {"found": found, "meeting": row})
    if meeting:
        cancel_meeting(actor=request.actor, meeting_id=meeting, at=at)
    else:
        cancel_group(actor=request.actor, group_id=group_id, at=at)
    return SeeOther(f"{reverse('to-tell', args=[group_id])}?gjort={'one' if meeting else 'all'}")


@staff_page(LEAD)
@tells_refusals(_back)
def to_tell(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Those who must be rung or written to; each is ticked off when it is done."""
    at = timezone.now()
    message = key_or_none(request.POST.get("message", ""))
    if message:
        own_group(request.actor, group_id)
        note_told(actor=request.actor, message_id=message, at=at)
        return SeeOther(f"{reverse('to-tell', args=[group_id])}?gjort=told")
    found = people_to_tell(request.actor, group_id, at=at)
    record_reads(subject_ids=found.subjects, page="group-to-tell", at=at)
    context = {"found": found, "group_id": group_id, "done": DONE.get(request.GET.get("gjort", ""), "")}
    return render(request, "workspace/to_tell.html", context)


@require_POST
@staff_page(LEAD)
@tells_refusals(lambda booking_id: reverse("staff-groups"))
def booking_step(request: StaffRequest, booking_id: UUID) -> HttpResponse:
    """Cancel or say yes for somebody on the telephone."""
    at, do = timezone.now(), request.POST.get("do", "")
    booking = Booking.objects.get(pk=booking_id)
    own_group(request.actor, booking.group_id)
    if do == "accept":
        accept_offer(at=at, board_id=booking.board_id, booking_id=booking_id, actor=request.actor)
        return SeeOther(f"{_back(booking.group_id)}?gjort=accepted")
    told = cancel_booking(at=at, board_id=booking.board_id, booking_id=booking_id, actor=request.actor)
    return SeeOther(f"{_back(booking.group_id)}?gjort={'offered' if told else 'cancelled'}")
